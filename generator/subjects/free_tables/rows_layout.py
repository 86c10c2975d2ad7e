"""The layout of a free table: which columns it has, which rows, and what each cell is made of. Pure functions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.ground.formatting import KRONOR, POINTS, SHARE, UNIT_FACTORS
from generator.ground.names import Name, folded, is_nothing, slug, unique
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.model.values import shown
from generator.subjects.free_tables.rows import (
    COLUMN_UNITS,
    COMPUTATIONS,
    COMPUTED,
    DIFFERENCE,
    HEADING,
    HEADS,
    LAYOUT_KINDS,
    MONEY,
    SHARE_OF,
    SHARE_OF_FIRST,
    SPANS,
    SUBTOTAL,
    TOTAL,
    UNITS,
    FreeRow,
    FreeTable,
)

PREFIX = "table"
_LARGEST_SHARE = Decimal("1.5")
"""A column of shares with a larger number than this was typed in per cent."""


@dataclass(frozen=True, slots=True)
class FreeTableColumn:
    """A column: the field that its cells stand in, its heads, its unit, and how it is computed."""

    field: str
    head: Name
    span: str
    unit: str
    computed: str
    code: str


@dataclass(frozen=True, slots=True)
class FreeLine:
    """A row that stands in the table, with its part of its figures' codes."""

    entry: Entry[FreeRow]
    code: str

    @property
    def kind(self) -> str:
        """The kind of row."""
        return self.entry.row.kind


@dataclass(frozen=True, slots=True)
class FreeLayout:
    """A free table as it is typed, put in order."""

    table: FreeTable
    corner: str
    columns: tuple[FreeTableColumn, ...]
    lines: tuple[FreeLine, ...]

    @property
    def code(self) -> str:
        """What the codes of its figures begin with."""
        return f"{PREFIX}.{slug(self.table.name)}"

    def cell(self, line: FreeLine, column: FreeTableColumn) -> str:
        """The code of a cell's figure."""
        return f"{self.code}.{line.code}.{column.code}"

    def typed(self, line: FreeLine, column: FreeTableColumn) -> Decimal | str | None:
        """What stands in a cell; a number in kronor, a share of one, or a count."""
        value: Decimal | str | None = getattr(line.entry.row, column.field)
        if not isinstance(value, Decimal):
            return value
        if column.unit in MONEY:
            return value * UNIT_FACTORS[column.unit]
        in_hundredths = column.unit == POINTS or (column.unit == SHARE and self._in_per_cent(column))
        return value / 100 if in_hundredths else value

    def _in_per_cent(self, column: FreeTableColumn) -> bool:
        numbers = (getattr(line.entry.row, column.field) for line in self.lines)
        return any(isinstance(each, Decimal) and abs(each) > _LARGEST_SHARE for each in numbers)

    def summed(self, line: FreeLine) -> tuple[FreeLine, ...]:
        """The rows that a sum is made of: those since the heading or sum above, or all of the table."""
        before = self.lines[: self.lines.index(line)]
        if line.kind == SUBTOTAL:
            ends = [place for place, each in enumerate(before) if each.kind in {HEADING, SUBTOTAL, TOTAL}]
            before = before[ends[-1] + 1 :] if ends else before
        return tuple(each for each in before if each.kind == "")


def layouts(underlag: Underlag) -> tuple[FreeLayout, ...]:
    """The free tables in the order of their register; one without rows has no columns."""
    rows: dict[Name, list[Entry[FreeRow]]] = {}
    for entry in underlag.of(FreeRow):
        rows.setdefault(entry.row.table, []).append(entry)
    return tuple(_layout(table, rows.get(table.name, [])) for table in underlag.named(FreeTable))


def _layout(table: FreeTable, rows: Sequence[Entry[FreeRow]]) -> FreeLayout:
    heads = next((entry.row for entry in rows if entry.row.kind == HEADS), None)
    columns = tuple(_columns(table, heads, rows)) if heads else ()
    lines = tuple(_lines([entry for entry in rows if entry.row.kind not in LAYOUT_KINDS]))
    return FreeLayout(table, heads.label if heads else "", columns, lines)


def _columns(table: FreeTable, heads: FreeRow, rows: Sequence[Entry[FreeRow]]) -> Iterator[FreeTableColumn]:
    said = {kind: _texts(rows, kind) for kind in (SPANS, COLUMN_UNITS, COMPUTED)}
    span, columns = "", list[FreeTableColumn]()
    units = {Name(unit): meant for unit, meant in (*UNITS.items(), ("procent", SHARE))}
    for field, value in heads.values():
        if field in said[SPANS]:
            span = "" if is_nothing(said[SPANS][field]) else said[SPANS][field]
        computed = folded(said[COMPUTED].get(field, ""))
        usual = SHARE if computed in (SHARE_OF, SHARE_OF_FIRST) else UNITS[table.unit]
        unit = units.get(Name(said[COLUMN_UNITS].get(field, "")), usual)
        code = slug(f"{span} {shown(value)}" if span else shown(value))
        computed = computed if computed in COMPUTATIONS else ""
        columns.append(FreeTableColumn(field, Name(shown(value)), span, unit, computed, code))
    codes = unique([column.code for column in columns])
    return (replace(column, code=code) for column, code in zip(columns, codes, strict=True))


def _texts(rows: Sequence[Entry[FreeRow]], kind: str) -> dict[str, str]:
    return {field: shown(value) for entry in rows if entry.row.kind == kind for field, value in entry.row.values()}


def _lines(entries: Sequence[Entry[FreeRow]]) -> Iterator[FreeLine]:
    """A row that has a name of its own is called by it; of several alike each by the heading it stands under too."""
    labels = [entry.row.label for entry in entries]
    heading, codes = "", list[str]()
    for entry in entries:
        heading = entry.row.label if entry.row.kind == HEADING else heading
        alone = labels.count(entry.row.label) == 1 or not heading
        name = entry.row.label if alone else f"{heading} {entry.row.label}"
        codes.append(slug(str(name)))
    return (FreeLine(entry, code) for entry, code in zip(entries, unique(codes), strict=True))


def unit_of(column: FreeTableColumn) -> str:
    """What a column's figures are in: the difference of two shares is in percentage points."""
    unit = base_unit(column)
    return POINTS if unit == SHARE and column.computed == DIFFERENCE else unit


def head_of(column: FreeTableColumn) -> str:
    """A column's head, which tells that its numbers are percentage points."""
    if unit_of(column) != POINTS or POINTS.removesuffix("er") in column.head.casefold():
        return column.head
    return f"{column.head}, {POINTS}" if column.head else POINTS


def base_unit(column: FreeTableColumn) -> str:
    """What a column is made of: kronor in whatever unit they are shown, shares where it tells their difference."""
    if column.unit == POINTS and column.computed:
        return SHARE
    return KRONOR if column.unit in MONEY else column.unit
