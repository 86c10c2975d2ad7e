"""The view: what a template sees. Texts and classes only, so that no template calculates or formats."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from itertools import groupby
from types import SimpleNamespace

from markupsafe import Markup

from generator.blocks.block import Block
from generator.blocks.chart import Chart
from generator.blocks.text_table import Lines, Prose
from generator.document.cells import cell_text, has_parts
from generator.document.chart_view import chart_view
from generator.document.prose import ProseContext, prose_html
from generator.figures.figure import Period, Span
from generator.figures.table import Amount, Cell, Column, RowKind, Table, TableRow
from generator.ground.formatting import UNIT_NAMES, amount, iso_date, long_date, short_date
from generator.model.association import Association, DateStyle, State
from generator.texts.typed_amounts import amounts_set

STATE_MARKS = {State.IN_PROGRESS: "Arbetsutkast", State.DRAFT: "Utkast", State.FINAL: ""}
LONGEST_NARROW = 9
"""Characters of the longest number or word of a head in a column that needs little room."""
LONGEST_KEPT_TABLE = 40
"""Rows of a table that is never cut: so many fit on a page; a longer one may be."""


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


def report_view(association: Association, blocks: Iterable[Block], logo: str, prose: ProseContext) -> ReportView:
    """Make the view of a report; ``logo`` is the picture's address, empty where there is none."""
    blocks = tuple(blocks)
    name = association.name or "[Förbundets namn]"
    return ReportView(
        name=name,
        short_name=association.short_name or name,
        year=association.year,
        title=f"Årsredovisning {association.year}",
        state=STATE_MARKS[State(association.state)],
        organisation_number=association.organisation_number,
        seat=association.seat,
        decision_date=long_date(association.decision_date) if association.decision_date else "",
        diary_number=association.diary_number,
        website=association.website,
        logo=logo,
        contents=tuple(
            ContentsView(block.level, block.number, block.contents, block.anchor)
            for block in blocks
            if block.heading and block.contents
        ),
        blocks=_block_views(blocks, prose),
    )


def _block_views(blocks: Sequence[Block], prose: ProseContext) -> tuple[BlockView, ...]:
    anchors = {block.anchor for block in blocks}
    tables: Counter[str] = Counter()
    views = []
    for block in blocks:
        table = None
        if block.table:
            tables[block.table.key] += 1
            count = tables[block.table.key]
            name = f"tabell-{block.table.key}" + (f"-{count}" if count > 1 else "")
            table = table_view(block.table, name, anchors)
        views.append(_block_view(block, table, prose))
    return tuple(views)


def _block_view(block: Block, table: TableView | None, prose: ProseContext) -> BlockView:
    return BlockView(
        template=block.template,
        heading=block.heading,
        level=block.level,
        number=block.number,
        anchor=block.anchor,
        text=_prose(block.text, prose),
        table=table,
        content=seen(block.content, prose),
        new_page=block.new_page,
        caption=block.caption,
    )


def _prose(text: str, prose: ProseContext) -> Markup:
    return Markup(prose_html(text, prose))  # noqa: S704 - the parser escapes all HTML


def seen(content: object, prose: ProseContext) -> object:  # noqa: PLR0911 - one for each kind of content
    """Write a component's own content as its template sees it: the same names, with texts in place of values.

    Prose becomes HTML, a date ``5 mars 2021``, an Amount ``405 kr``, a Table its view; ``kind`` is the name of the
    dataclass.
    """
    match content:
        case Prose():
            return _prose(content.text, prose)
        case Lines():
            return SimpleNamespace(kind=Lines.__name__, lines=tuple(map(amounts_set, content.lines)))
        case Table():
            return table_view(content, "", ())
        case Chart():
            return chart_view(content)
        case date():
            return long_date(content)
        case Amount():
            return amount(content.of.amount, content.unit, content.decimals)
        case tuple():
            return tuple(seen(each, prose) for each in content)
        case _ if is_dataclass(content):
            values = {field.name: seen(getattr(content, field.name), prose) for field in fields(content)}
            return SimpleNamespace(kind=type(content).__name__, **values)
    return content


def table_view(table: Table, anchor: str, anchors: Collection[str]) -> TableView:
    """Write a table's cells as text: the last thing that happens to a number.

    ``anchors`` are the places in the report that a reference can lead to.
    """
    columns = [[row.cells[place] for row in table.rows] for place in range(len(table.columns))]
    wholes = [not has_parts(cells, table) for cells in columns]
    return TableView(
        anchor=anchor,
        title=table.title,
        unit=table.corner or UNIT_NAMES[table.unit],
        spans=_spans(table),
        heads=tuple(
            HeadView(
                (column.head,) if column.head else _head(column.period, table.date_style),
                _kind(column, [row.cells[place] for row in table.rows if row.kind is not RowKind.HEADING], table),
            )
            for place, column in enumerate(table.columns)
        ),
        rows=tuple(
            RowView(
                row.kind.value,
                row.level,
                row.label,
                tuple(_reference(note, anchors) for note in row.refers),
                _texts(row, table, wholes),
                tuple(_mark(cell) for cell in row.cells),
            )
            for row in table.rows
        ),
        notes=table.notes,
        has_references=table.has_references,
        keep=len(table.rows) <= LONGEST_KEPT_TABLE,
    )


def _texts(row: TableRow, table: Table, wholes: Sequence[bool]) -> tuple[str, ...]:
    """A row's cells as text; ``wholes`` tells which columns have no counts with decimals."""
    if row.kind is RowKind.HEADING:
        return ("",) * len(row.cells)
    return tuple(cell_text(cell, table, whole=whole) for cell, whole in zip(row.cells, wholes, strict=True))


def _mark(cell: Cell) -> str:
    """The classes of the shape before a cell's text."""
    return " ".join(filter(None, (cell.mark and f"mark-{cell.mark}", cell.mark and cell.tone and f"tone-{cell.tone}")))


def _kind(column: Column, cells: Sequence[Cell], table: Table) -> str:
    """The classes of a column; figures side by side need room, and small ones leave some to the rows' labels."""
    if any(cell.beside for cell in cells):
        return "amount paired"
    texts = (*(cell_text(cell, table) for cell in cells), *column.head.split())
    narrow = " narrow" if max(map(len, texts), default=0) <= LONGEST_NARROW else ""
    return f"{'words' if column.words else 'amount'}{narrow}"


def _reference(note: int, anchors: Collection[str]) -> ReferenceView:
    anchor = f"not-{note}"
    return ReferenceView(str(note), anchor if anchor in anchors else "")


def _spans(table: Table) -> tuple[SpanView, ...]:
    """The heads above the columns, neighbours with the same one put together; none where no column has any."""
    if not any(column.span for column in table.columns):
        return ()
    groups = groupby(table.columns, key=lambda column: column.span)
    return tuple(SpanView(span, len(list(columns))) for span, columns in groups)


def _head(period: Period, style: DateStyle) -> tuple[str, ...]:
    write = short_date if style is DateStyle.SHORT else iso_date
    last = period.end if isinstance(period, Span) else period.date
    if style is DateStyle.YEAR:
        return (str(last.year),)
    return (f"{write(period.start)}\u2013", write(last)) if isinstance(period, Span) else (write(last),)
