"""The view of the auditor's papers: what their template sees. Texts and classes only, as in the report's view."""

from dataclasses import dataclass

from generator.view.parts import TableView


@dataclass(frozen=True, slots=True)
class PaperHead:
    """A column's head: its text, the classes of its cells, and its share of the table's width in per cent."""

    text: str
    kind: str
    width: int


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A row: what it is among the others (row, heading, part or total), and its cells' texts by line."""

    kind: str
    cells: tuple[tuple[str, ...], ...]
    wrong: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table of texts; ``empty`` is what is said where it has no rows."""

    anchor: str
    heads: tuple[PaperHead, ...]
    rows: tuple[PaperRow, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of the papers: a heading, sentences, points, tables of figures and a table of texts.

    ``turned``: it stands on pages that lie down; ``new_page``: it begins on a new one.
    """

    heading: str
    anchor: str
    texts: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    figures: TableView | None = None
    table: PaperTable | None = None
    after: tuple[str, ...] = ()
    turned: bool = False
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class PaperView:
    """The papers: whose they are, the verdict in a word and a sentence, the facts, the parts and a list of contents."""

    title: str
    name: str
    short_name: str
    year: int
    state: str
    verdict: str
    good: bool
    facts: tuple[tuple[str, str], ...]
    parts: tuple[PaperPart, ...]
    contents: tuple[tuple[str, str], ...]
