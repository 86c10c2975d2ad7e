"""The Block: one node of the report's outline. And the Component, which makes the blocks of one part of a report."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass

from generator.blocks.chart import Chart
from generator.blocks.content import Content
from generator.blocks.layout import Layout
from generator.blocks.text_table import TextTable
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure
from generator.figures.style import Style, Wishes
from generator.figures.table import Table
from generator.ground.names import NO_NAME, Name
from generator.model.association import Width
from generator.model.underlag import Underlag
from generator.texts.targets import Target

BlockContent = TextTable | Chart | Content | None
"""What a block may show besides text and table."""

TABLES = "Tabell"
"""The series that tables of figures are numbered in."""


NO_ROW = -1
"""The row of what no row of the tab *Innehåll* places: a chapter that is appended."""


@dataclass(frozen=True, slots=True)
class Block:
    """A node of the outline: a heading, a text, or one placed table; any of them may be missing.

    ``level`` 0 means no heading of its own. ``number`` is the heading's (``1.1``); ``contents`` the heading in
    the list of contents, empty where it is left out there. ``template`` names the template that draws it, and
    ``content`` is what that template shows besides.
    ``targets`` are the names by which texts may refer to it, besides its heading's and its table's.
    ``caption`` stands above what it shows, after its ``series`` (*Tabell*, *Diagram*) and its number in that;
    ``called`` are the names by which texts may refer to it then. ``listed`` is how the list of tables has it.
    ``label`` is what the heading of a note begins with (*Not 1*). ``lead`` stands in bold over a block
    that has no such caption.
    ``width`` is how much of the page's width it takes, ``boxed`` whether a box stands around it; ``joined`` tells that
    it stands in the same column or box as the block before it. ``signed_only`` tells that a copy for the web is
    without it. ``row`` is the row of the tab *Innehåll*, counted from 0, that it was made of.
    """

    heading: str = ""
    level: int = 0
    number: str = ""
    contents: str = ""
    anchor: str = ""
    text: str = ""
    table: Table | None = None
    content: BlockContent = None
    template: str = "block"
    new_page: bool = False
    targets: tuple[Target, ...] = ()
    caption: str = ""
    listed: str = ""
    label: str = ""
    lead: str = ""
    series: str = ""
    called: tuple[str, ...] = ()
    width: Width = Width.WHOLE
    boxed: bool = False
    joined: bool = False
    signed_only: bool = False
    row: int = NO_ROW


@dataclass(frozen=True, slots=True)
class Placement:
    """What a component is asked for: the report's derivations, the level it stands on, which one, and how.

    ``name`` tells which of several (goals, insatser) the block is about; empty for all of them. ``layout`` is one of
    the component's ``layouts``, empty for the usual one. ``heading`` is the block's own, which what it shows need not
    say again. ``components`` are all that there are, by name, for one that
    shows what another makes.
    """

    derived: Derivation
    level: int
    name: Name = NO_NAME
    layout: Name = NO_NAME
    wishes: Wishes = field(default_factory=Wishes)
    components: "Mapping[str, Component]" = field(default_factory=dict)
    heading: str = ""

    @property
    def style(self) -> Style:
        """How the placement's tables look."""
        return self.derived.style(self.wishes)


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a report.

    ``name`` is what it is called in the tab *Innehåll*, ``help`` what is told of it. ``blocks`` makes what it shows.
    ``names`` gives what may stand in the outline's column *Namn*, where it shows some of several: each name or group,
    and the parts that it means. ``layouts`` are what may stand in the column *Utformning*, the usual one first.
    ``listed`` are words of which a layout may also be a list, parted by commas: columns in the order wished.
    ``content`` is what it shows with a template of its own, where it has one. ``in_series``: its tables are numbered
    where all tables are. ``signing``: somebody signs there, so that a copy for the web is without it.
    """

    name: str
    help: str
    blocks: Callable[[Placement], Iterator[Block]]
    names: Callable[[Underlag], Mapping[Name, Iterable[str]]] | None = None
    layouts: tuple[Layout, ...] = ()
    content: type[Content] | None = None
    in_series: bool = True
    listed: tuple[str, ...] = ()
    signing: bool = False

    def has_layout(self, typed: Name) -> bool:
        """Whether it can be shown so: by a name, or by a list of its words, each once."""
        words = [Name(word.strip()) for word in typed.split(",")]
        return typed in self.layouts or (len(set(words)) == len(words) and all(word in self.listed for word in words))


def tables_in(content: object) -> Iterator[Table]:
    """The tables of figures in what a block shows, wherever in it they stand; what a figure is made of has none."""
    if isinstance(content, Table):
        yield content
    elif isinstance(content, Figure):
        return
    elif isinstance(content, tuple):
        for each in content:
            yield from tables_in(each)
    elif is_dataclass(content):
        for field in fields(content):
            yield from tables_in(getattr(content, field.name))


def tables_of(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables of figures in a report, in its order."""
    for block in blocks:
        yield from tables_in((block.table, block.content))
