"""The parts of the view: texts and classes only, so that no template calculates or formats."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class HeadView:
    """A column's head: one line, or two for a period.

    ``kind`` is the column's classes: ``amount``, with ``paired`` where a second figure stands beside or ``narrow``
    where all is short, or ``words``.
    """

    lines: tuple[str, ...]
    kind: str = "amount"


@dataclass(frozen=True, slots=True)
class SpanView:
    """A head above ``columns`` neighbouring columns; its text may be empty."""

    text: str
    columns: int


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """A reference to a note: the number that is shown and the anchor that it leads to, empty without the note."""

    number: str
    anchor: str


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: its kind and level (classes), label, references to notes and cells as text.

    ``marks`` are the classes of the shape that is drawn before each cell's text; empty for most.
    """

    kind: str
    level: int
    label: str
    references: tuple[ReferenceView, ...]
    cells: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """A table ready to be drawn. ``keep`` tells that it fits on a page and must not be cut.

    ``anchor`` is its own, also where one table stands twice in a report.
    """

    anchor: str
    title: str
    unit: str
    spans: tuple[SpanView, ...]
    heads: tuple[HeadView, ...]
    rows: tuple[RowView, ...]
    notes: tuple[str, ...]
    has_references: bool
    keep: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block ready to be drawn by the template ``template``; ``content`` is that template's own (see ``seen``)."""

    template: str
    heading: str
    level: int
    number: str
    anchor: str
    text: Markup
    table: TableView | None
    content: object
    new_page: bool
    caption: str


@dataclass(frozen=True, slots=True)
class ContentsView:
    """A line of the list of contents."""

    level: int
    number: str
    heading: str
    anchor: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The whole report, as templates see it."""

    name: str
    short_name: str
    year: int
    title: str
    state: str
    organisation_number: str
    seat: str
    decision_date: str
    diary_number: str
    website: str
    logo: str
    contents: tuple[ContentsView, ...]
    blocks: tuple[BlockView, ...]
