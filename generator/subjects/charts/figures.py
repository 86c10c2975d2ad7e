"""What a diagram shows: the figures of the columns and rows of a table that are chosen, never typed numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.blocks.block import Placement
from generator.blocks.chart import LINES, Chart
from generator.blocks.named_tables import named_table
from generator.blocks.table_chart import table_chart
from generator.figures.adding_up import is_sum_of
from generator.figures.figure import Figure, Masked
from generator.figures.naming import head_text
from generator.figures.table import BOTH_SENTENCE, MASKED, SHARES_SENTENCE, Cell, RowKind, Table, TableRow
from generator.ground.formatting import COUNT, SHARE
from generator.ground.names import Name, slug
from generator.subjects.charts.rows import NAME, ROWS, ChartRow

_YEAR = re.compile(r"\d{4}(-\d\d-\d\d)?")
"""A year, or the day of a balance sheet, in a head or a label."""


def chart_of(row: ChartRow, placement: Placement) -> Chart | None:
    """Make a diagram of the table that it names; None where there is no such table, or nothing of it is chosen."""
    table = named_table(row.table, placement, but=NAME)
    if table is None:
        return None
    heads, places = head_texts(table), _columns(table, row)
    lines = _lines(table, row, places)
    names, categories = [heads[place] for place in places], [line.label for line in lines]
    values = [[line.cells[place] for line in lines] for place in places]
    if _has_rows_as_series(row, len(names), len(categories)):
        names, categories, values = categories, names, [[line.cells[place] for place in places] for line in lines]
    if not names or not categories:
        return None
    step = -1 if _runs_backwards(categories, row) else 1
    series = [(name, cells[::step]) for name, cells in zip(names, values, strict=True)]
    chart = table_chart(table, row.kind, f"diagram-{slug(row.name)}", categories[::step], series)
    notes = tuple(_notes(row, table, [cell for cells in values for cell in cells]))
    return replace(chart, lead=row.lead, notes=notes)


def _has_rows_as_series(row: ChartRow, columns: int, rows: int) -> bool:
    """Whether a table's rows are the series: as chosen, but a line has points, and goes along what has several."""
    if row.kind == LINES and min(columns, rows) == 1 < max(columns, rows):
        return rows == 1
    return row.series == ROWS


def _runs_backwards(categories: Sequence[str], row: ChartRow) -> bool:
    """Whether what stands last in the table is drawn first: as chosen, but years are drawn as time goes."""
    if len(categories) > 1 and all(_YEAR.fullmatch(each) for each in categories):
        return categories[0] > categories[-1]
    return row.reversed


def _notes(row: ChartRow, table: Table, cells: Iterable[Cell]) -> Iterator[str]:
    """The source, and of the table's notes those about the shares and the protected numbers that are drawn."""
    if row.source:
        yield f"Källa: {row.source}"
    cells = tuple(cells)
    if _units_of(cells) == {SHARE} and {SHARES_SENTENCE, BOTH_SENTENCE} & set(table.notes):
        yield SHARES_SENTENCE
    if any(isinstance(cell.of, Figure) and isinstance(cell.of.value, Masked) for cell in cells):
        yield from (note for note in table.notes if note.startswith(MASKED))


def head_texts(table: Table) -> list[str]:
    """What a table's columns are called in a diagram: their heads, or the year."""
    return [head_text(column) for column in table.columns]


def _columns(table: Table, row: ChartRow) -> list[int]:
    """The columns that are shown: those that are named, or all that have figures of the same unit as the first."""
    wanted = _parted(row.columns)
    if wanted:
        places = places_of(table)
        return [places[each] for each in wanted if each in places]
    units = [next(iter(_units_of(line.cells[place] for line in table.rows)), "") for place in range(len(table.columns))]
    first = next(filter(None, units), "")
    return [place for place, unit in enumerate(units) if unit == first] if first else []


def places_of(table: Table) -> dict[Name, int]:
    """The columns by what they may be called: their whole heads, or without the one above where that is clear."""
    short = [Name(column.head) for column in table.columns]
    alone = {head: place for place, head in enumerate(short) if head and short.count(head) == 1}
    return alone | {Name(head): place for place, head in enumerate(head_texts(table))}


def _lines(table: Table, row: ChartRow, places: Sequence[int]) -> list[TableRow]:
    """The rows that are shown: those that are named, or all but sums and, in a table of counts, the rows of shares."""
    wanted = _parted(row.rows)
    if wanted:
        return [line for line in table.rows if line.label in wanted and line.kind is not RowKind.HEADING]
    units = [(line, _units_of(line.cells[place] for place in places)) for line in _without_sums(table)]
    counts = next((of for _, of in units if of), set()) == {COUNT}
    return [line for line, of in units if not (counts and of == {SHARE})]


def _without_sums(table: Table) -> list[TableRow]:
    """The rows that are no sum of others: not by their kind, nor by what their figures are made of in any column."""
    lines = [line for line in table.rows if line.kind is RowKind.ROW]
    columns = [[cell.of for cell in cells] for cells in zip(*(line.cells for line in lines), strict=True)]
    sums: set[int] = set()
    for column in columns:
        figures = [of for of in column if isinstance(of, Figure)]
        sums |= {place for place, of in enumerate(column) if isinstance(of, Figure) and is_sum_of(of, figures)}
    return [line for place, line in enumerate(lines) if place not in sums]


def _units_of(cells: Iterable[Cell]) -> set[str]:
    return {cell.of.unit for cell in cells if isinstance(cell.of, Figure)}


def units_of(chart: Chart) -> set[str]:
    """The units of a diagram's figures."""
    return _units_of(cell for series in chart.series for cell in series.cells)


def _parted(text: str) -> list[Name]:
    return [Name(part) for part in text.split(";") if part.strip()]
