"""The Table: the one type that every table of the report has, and the engine that makes it from a TableSpec.

A TableSpec says which figures stand in which rows; the engine adds the columns' heads, the sign, the rows to
leave out, and the sentence about rounding. Cells keep their Figures; they become text in ``document``, last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from generator.figures.figure import Figure, Figures, Missing, Period, Span, key_of
from generator.formatting import in_unit


class RowKind(StrEnum):
    """What a row is; the name is also its class in HTML."""

    HEADING = "heading"
    ROW = "row"
    PART = "part"
    ROUNDING = "rounding"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class NilPolicy(StrEnum):
    """When a row of figures without amounts is left out."""

    LEAVE_OUT = "leave_out"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A row: the code of its figure, or a heading, or a text instead of figures.

    ``label`` is the figure's own unless another is given.
    ``effect`` is the sign that the figure has in a table that shows effects (costs -1). ``shift`` moves the year,
    for a balance at the year's beginning. A heading is left out when no row of its ``block`` is shown; a
    subtotal when its block shows fewer than two.
    """

    code: str = ""
    label: str = ""
    kind: RowKind = RowKind.ROW
    level: int = 0
    effect: int = 1
    shift: int = 0
    nil: NilPolicy = NilPolicy.LEAVE_OUT
    block: str = ""
    refers: tuple[int, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A declaration of a table: rows and years. ``signed``: costs stand with the effect they have."""

    key: str
    title: str
    rows: tuple[RowSpec, ...]
    years: tuple[int, ...]
    signed: bool = False
    unit: str = "kr"
    decimals: int = 0
    nil_sign: str = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures and the period that its head tells."""

    period: Period


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with the sign it is shown with, or a text."""

    of: Figure | str
    sign: int = 1


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table; ``refers`` are numbers of notes."""

    kind: RowKind
    label: str
    level: int
    cells: tuple[Cell, ...]
    refers: tuple[int, ...] = ()
    block: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A finished table, with its numbers still numbers."""

    key: str
    title: str
    unit: str
    decimals: int
    nil_sign: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[str, ...] = ()

    @property
    def has_references(self) -> bool:
        """Whether any row refers to a note, so that the table has a column for it."""
        return any(row.refers for row in self.rows)


ROUNDING_SENTENCE = "Beloppen är avrundade var för sig. Därför kan en summa skilja sig från sina delar."


def build_table(spec: TableSpec, figures: Figures) -> Table:
    """Make a table from its declaration."""
    years = [year for year in spec.years if _is_stated(spec, figures, year)] or list(spec.years[:1])
    rows = tuple(_without_lonely_rows([_row(row, spec, figures, years) for row in _shown(spec, figures, years)]))
    columns = tuple(Column(_period_of_column(rows, index)) for index in range(len(years)))
    table = Table(spec.key, spec.title, spec.unit, spec.decimals, spec.nil_sign, columns, rows)
    return replace(table, notes=(ROUNDING_SENTENCE,)) if not adds_up(table) else table


def _figure(row: RowSpec, figures: Figures, year: int) -> Figure:
    return figures[key_of(row.code, year + row.shift)]


def _is_stated(spec: TableSpec, figures: Figures, year: int) -> bool:
    return any(isinstance(_figure(row, figures, year).value, Decimal) for row in spec.rows if row.code)


def _shown(spec: TableSpec, figures: Figures, years: Sequence[int]) -> Iterator[RowSpec]:
    for row in spec.rows:
        if not row.code or row.nil is NilPolicy.SHOW or any(_figure(row, figures, year).amount for year in years):
            yield row


def _row(row: RowSpec, spec: TableSpec, figures: Figures, years: Sequence[int]) -> TableRow:
    sign = row.effect if spec.signed else 1
    if row.code:
        cells = tuple(Cell(_figure(row, figures, year), sign) for year in years)
    else:
        cells = tuple(Cell(row.text) for _ in years)
    label = row.label or _figure(row, figures, years[0]).label
    return TableRow(row.kind, label, row.level, cells, row.refers, row.block)


def _without_lonely_rows(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """Leave out headings of nothing, and sums of one row."""
    bearing = [row.block for row in rows if row.kind not in {RowKind.HEADING, RowKind.SUBTOTAL, RowKind.PART}]
    for row in rows:
        count = sum(1 for block in bearing if block == row.block or block.startswith(f"{row.block}/"))
        needed = {RowKind.HEADING: 1, RowKind.SUBTOTAL: 2}.get(row.kind, 0)
        if not row.block or count >= needed:
            yield row


def _period_of_column(rows: Sequence[TableRow], index: int) -> Period:
    """A column is headed by a period as soon as it holds a flow, else by the balances' day."""
    periods = [row.cells[index].of.period for row in rows if isinstance(row.cells[index].of, Figure)]
    return next((period for period in periods if isinstance(period, Span)), periods[0])


def shown_number(cell: Cell, table: Table) -> Decimal | Missing | None:
    """The number that a cell will show, rounded to the table's unit; None for a text."""
    if not isinstance(cell.of, Figure):
        return None
    value = cell.of.value
    if isinstance(value, Decimal):
        return in_unit(value * cell.sign, table.unit, table.decimals)
    return value if isinstance(value, Missing) else None


def adds_up(table: Table) -> bool:
    """Whether every shown sum is the sum of its shown parts, after rounding."""
    for index in range(len(table.columns)):
        shown = {
            cell.of: shown_number(cell, table)
            for cell in (row.cells[index] for row in table.rows)
            if isinstance(cell.of, Figure)
        }
        signs = {row.cells[index].of: row.cells[index].sign for row in table.rows}
        if not all(_agrees(figure, shown, signs) for figure in shown):
            return False
    return True


def _agrees(figure: Figure, shown: dict, signs: dict) -> bool:  # type: ignore[type-arg]
    parts = list(_visible_parts(figure, 1, shown))
    total = shown[figure]
    if not parts or any(part is None for _, part in parts) or not isinstance(total, Decimal):
        return True
    added = Decimal(0)
    for sign, part in parts:
        number = shown[part]
        if isinstance(number, Decimal):
            added += sign * signs[part] * number
    return added == total * signs[figure]


def _visible_parts(figure: Figure, sign: int, shown: dict) -> Iterator[tuple[int, Figure | None]]:  # type: ignore[type-arg]
    """The figures in the same column that a sum is made of; None where a part with an amount is not shown."""
    for operand in figure.operands:
        part = operand.of
        if not isinstance(part, Figure):
            return
        if part in shown:
            yield operand.sign * sign, part
        elif part.amount:
            inner = list(_visible_parts(part, operand.sign * sign, shown))
            yield from inner or [(sign, None)]
