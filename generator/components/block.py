"""The Block: one node of the report's outline. And the Component, which makes the blocks of one part of a report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.figures.derivation import Derivation
from generator.figures.table import Table


@dataclass(frozen=True, slots=True)
class Block:
    """A node of the outline: a heading, a text, or one placed table; any of them may be missing.

    ``level`` 0 means no heading of its own. ``number`` is the heading's (``1.1``); ``contents`` the heading in
    the list of contents, empty where it is left out there. ``template`` names the template that draws it.
    """

    heading: str = ""
    level: int = 0
    number: str = ""
    contents: str = ""
    anchor: str = ""
    text: str = ""
    table: Table | None = None
    template: str = "block"
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Placement:
    """What a component is asked for: the report's derivations, the level it stands on, and the unit wanted."""

    derived: Derivation
    level: int
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a report: its name in the tab *Innehåll*, its help, and the function that makes its blocks."""

    name: str
    help: str
    blocks: Callable[[Placement], Iterator[Block]]
