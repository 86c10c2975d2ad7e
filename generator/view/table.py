"""A table's cells as text, and the classes of its columns and rows."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import groupby

from generator.figures.figure import Period, Span, calendar_year, is_short
from generator.figures.table import Cell, RowKind, Table, TableColumn, TableRow
from generator.ground.formatting import UNIT_NAMES, iso_date, short_date
from generator.ground.word_notes import without_notes
from generator.model.association import DateStyle
from generator.statements.balance_sheet import BALANCE
from generator.statements.cash_flow import CASH
from generator.statements.income_statement import INCOME
from generator.view.cells import cell_text, has_parts
from generator.view.column_widths import PAIRED, WORDS, Columns, measured, stacked
from generator.view.groups import is_words, row_groups
from generator.view.parts import HeadView, ReferenceView, RowView, SpanView, TableView
from generator.view.words import Words

LONGEST_NARROW = 9
"""Characters of the longest number or word of a head in a column that needs little room."""
LONGEST_KEPT_TABLE, LONGEST_KEPT_STATEMENT = 12, 36
"""Lines of a table, and of a statement of the law, that is never cut by a page's end.

A longer table, of more than a third of a page, that moved to the next one would leave too much of this one empty. A
statement is read as a whole.
"""
STATEMENTS = {INCOME, BALANCE, CASH}
WHOLE_YEAR = "1 januari\u201331 december"
"""What is said beside the unit where the columns' heads are calendar years."""
LONGEST_LINE = 44
"""Characters of a row's label that fit on one line beside some columns."""


def table_view(
    table: Table, anchor: str, anchors: Collection[str], words: Words | None = None, share: float = 1.0
) -> TableView:
    """Write a table's cells as text: the last thing that happens to a number.

    ``anchors`` are the places in the report that a reference can lead to. ``words`` writes the texts in it, in the
    order in which they stand: the rows' labels with their cells, then what stands below. ``share`` is the part of the
    page's width that the table has.
    """
    words = words or Words()
    columns = [[row.cells[place] for row in table.rows] for place in range(len(table.columns))]
    wholes = [not has_parts(cells, table) for cells in columns]
    unit = without_notes(table.corner) or _unit(table)
    rows = [row for row in table.rows if row.kind is not RowKind.HEADING]
    labels = [(unit, 0), *((row.label, row.level) for row in rows)]
    heads = [tuple(map(without_notes, _lines(column, table))) for column in table.columns]
    kinds = [_kind(column, [row.cells[place] for row in rows], table) for place, column in enumerate(table.columns)]
    texts = [(row, _texts(row, table, wholes)) for row in table.rows]
    set_columns = stacked(labels, Columns(heads, kinds, texts), share)
    measures = measured(labels, set_columns)
    return TableView(
        anchor=anchor,
        title=table.title,
        unit=unit,
        spans=_spans(table),
        measures=measures.table,
        heads=tuple(map(HeadView, heads, set_columns.kinds, measures.columns)),
        rows=tuple(
            RowView(
                row.kind.value,
                row.level,
                words.shown(row.label),
                tuple(_reference(note, anchors) for note in row.refers),
                tuple(map(words.number, shown, row.cells)),
                tuple(_mark(cell) for cell in row.cells),
                is_words(row),
                groups.number,
                groups.under,
            )
            for (row, shown), groups in zip(set_columns.rows, row_groups(table.rows), strict=True)
        ),
        notes=(*map(words.shown, table.notes), *_of_heads(table, words)),
        has_references=table.has_references,
        keep=_is_kept(table),
        only_words=all(kind.startswith(WORDS) for kind in set_columns.kinds),
    )


def _is_kept(table: Table) -> bool:
    lines = sum(2 if len(without_notes(row.label)) > LONGEST_LINE else 1 for row in table.rows)
    return lines <= (LONGEST_KEPT_STATEMENT if table.key in STATEMENTS else LONGEST_KEPT_TABLE)


def _of_heads(table: Table, words: Words) -> Iterator[str]:
    """The notes in the columns' heads, which are repeated on each page and can have none."""
    heads = (text for column in table.columns for text in (column.span, column.head))
    for text in dict.fromkeys((table.corner, *heads)):
        yield from words.moved(text)


def _lines(column: TableColumn, table: Table) -> tuple[str, ...]:
    head = (column.head,) if column.head else _head(column.period, table.date_style)
    return (*head, column.mark) if column.mark else head


def _texts(row: TableRow, table: Table, wholes: Sequence[bool]) -> tuple[str, ...]:
    """A row's cells as text; ``wholes`` tells which columns have no counts with decimals."""
    if row.kind is RowKind.HEADING:
        return ("",) * len(row.cells)
    return tuple(cell_text(cell, table, whole=whole) for cell, whole in zip(row.cells, wholes, strict=True))


def _mark(cell: Cell) -> str:
    """The classes of the shape before a cell's text."""
    return " ".join(filter(None, (cell.mark and f"mark-{cell.mark}", cell.mark and cell.tone and f"tone-{cell.tone}")))


def _kind(column: TableColumn, cells: Sequence[Cell], table: Table) -> str:
    """The classes of a column; figures side by side need room, and small ones leave some to the rows' labels."""
    if any(cell.beside for cell in cells):
        return f"amount {PAIRED}"
    texts = (*(without_notes(cell_text(cell, table)) for cell in cells), *without_notes(column.head).split())
    narrow = " narrow" if max(map(len, texts), default=0) <= LONGEST_NARROW else ""
    return f"{WORDS if column.words else 'amount'}{narrow}"


def _reference(note: int, anchors: Collection[str]) -> ReferenceView:
    anchor = f"not-{note}"
    return ReferenceView(str(note), anchor if anchor in anchors else "")


def _spans(table: Table) -> tuple[SpanView, ...]:
    """The heads above the columns, neighbours with the same one put together; none where no column has any."""
    if not any(column.span for column in table.columns):
        return ()
    groups = groupby(table.columns, key=lambda column: column.span)
    return tuple(SpanView(without_notes(span), len(list(columns))) for span, columns in groups)


def _unit(table: Table) -> str:
    """The unit, and once for all columns that their years are whole: ``Belopp i kr, 1 januari–31 december``."""
    heads = [column.period for column in table.columns if not column.head]
    whole = table.date_style is DateStyle.ISO and any(map(_is_whole_year, heads))
    return f"{UNIT_NAMES[table.unit]}, {WHOLE_YEAR}" if whole else UNIT_NAMES[table.unit]


def _is_whole_year(period: Period) -> bool:
    return isinstance(period, Span) and period == calendar_year(period.end.year)


def _head(period: Period, style: DateStyle) -> tuple[str, ...]:
    last = period.end if isinstance(period, Span) else period.date
    if (style is DateStyle.YEAR and not is_short(period)) or (style is DateStyle.ISO and _is_whole_year(period)):
        return (str(last.year),)
    if style is DateStyle.SHORT:
        return ("\u2013".join(short_date(day) for day in _ends(period)),)
    *start, end = map(iso_date, _ends(period))
    return (*(f"{day}\u2013" for day in start), end)


def _ends(period: Period) -> tuple[date, ...]:
    return (period.start, period.end) if isinstance(period, Span) else (period.date,)
