"""The rules of rings: what is drawn are the parts of one whole, each once, and all of it."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from generator.blocks.chart import RING, Chart
from generator.figures.adding_up import holds
from generator.figures.figure import Figure, Masked
from generator.figures.table import Cell, RowKind, Table
from generator.findings.finding import Finding
from generator.ground.formatting import SHARE, told_amount
from generator.model.rows import Entry
from generator.subjects.charts.messages import RING_NOT_WHOLE, UNFIT_RING
from generator.subjects.charts.rows import ChartRow

MOST_IN_RING = 8
"""More parts than this cannot be told apart in a ring."""

_TOLERANCE = Decimal("0.01")
"""By what part the whole may differ from its parts because each was rounded before it was typed."""
_ROUNDED_SHARE = Decimal("0.005")
"""What rounding to whole per cents may add to one share."""


def rings_are_whole(entry: Entry[ChartRow], table: Table, chart: Chart) -> Iterator[Finding]:
    """A ring is of one series without minus, of few parts, none of which is in another; together they are the whole."""
    if chart.kind != RING:
        return
    cells = [cell for series in chart.series for cell in series.cells if isinstance(cell.of, Figure)]
    amounts = [_amount(cell) for cell in cells]
    name = entry.row.name
    if len(chart.series) > 1 or min(amounts, default=0) < 0 or len(amounts) > MOST_IN_RING:
        yield UNFIT_RING.found(entry.source("kind"), chart=name, most=MOST_IN_RING)
    elif why := _within(chart) or _not_all(entry.row, table, cells):
        yield RING_NOT_WHOLE.found(entry.source("rows"), chart=name, why=why)


def _within(chart: Chart) -> str:
    """Which part is counted in another too, as a sentence's end; empty where none is."""
    parts = [
        (category, cell.of)
        for series in chart.series
        for category, cell in zip(chart.categories, series.cells, strict=True)
        if isinstance(cell.of, Figure) and cell.of.amount
    ]
    found = ((inner, outer) for outer, whole in parts for inner, part in parts if holds(whole, part))
    return next((f"{inner} räknas två gånger, också i {outer}" for inner, outer in found), "")


def _not_all(row: ChartRow, table: Table, cells: Sequence[Cell]) -> str:
    """What the parts are together and what the whole is, as a sentence's end; empty where they agree or none is known.

    Rows that are chosen may be a whole of their own, and some of the answers be left out, but shares are never more
    than all.
    """
    figures = [cell.of for cell in cells if isinstance(cell.of, Figure)]
    if any(isinstance(figure.value, Masked) for figure in figures):
        return ""
    unit, parts = figures[0].unit if figures else "", sum(map(_amount, cells), Decimal(0))
    if unit == SHARE:
        most = 1 + len(cells) * _ROUNDED_SHARE
        return _differ(parts, Decimal(1), unit, "hela") if parts > most else ""
    wholes = [] if row.rows else _totals(table, figures)
    if not wholes or any(abs(whole - parts) <= _TOLERANCE * abs(whole) for whole in wholes):
        return ""
    return _differ(parts, wholes[0], unit, "tabellens summa")


def _differ(parts: Decimal, whole: Decimal, unit: str, told: str) -> str:
    return f"delarna är {told_amount(parts, unit)} tillsammans, men {told} är {told_amount(whole, unit)}"


def _totals(table: Table, figures: Collection[Figure]) -> list[Decimal]:
    """The sums of the table in the columns that the figures stand in."""
    drawn = {place for line in table.rows for place, cell in enumerate(line.cells) if cell.of in figures}
    sums = [line for line in table.rows if line.kind is RowKind.TOTAL]
    cells = [line.cells[place] for line in sums for place in drawn]
    return [_amount(cell) for cell in cells if isinstance(cell.of, Figure) and isinstance(cell.of.value, Decimal)]


def _amount(cell: Cell) -> Decimal:
    return cell.of.amount * cell.sign if isinstance(cell.of, Figure) else Decimal(0)
