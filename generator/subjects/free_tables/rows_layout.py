"""The layout of a free table: which columns it has, which rows, and what each cell is made of. Pure functions."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.ground.formatting import (
    COUNT,
    KRONOR,
    NO_BREAK_SPACE,
    POINTS,
    SHARE,
    UNIT_FACTORS,
    number,
)
from generator.ground.money_words import UNIT_OF
from generator.ground.names import Name, folded, is_nothing, slug, unique
from generator.model.per_cents import is_per_cent
from generator.model.rows import Entry
from generator.model.typed_number import NumberForm, TypedNumber, form_of, share_of
from generator.model.underlag import Underlag
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
    SHARE_OF_NAMED,
    SHARE_ROW,
    SIGNED,
    SPANS,
    SUBTOTAL,
    TOTAL,
    UNITS,
    FreeRow,
    FreeTable,
)

PREFIX = "table"
_PER_CENT_HEAD = re.compile(r"%|\bprocent\b|\bprocentsats")
PLAIN = (COUNT, SHARE, POINTS)
"""The units that are shown as they are typed."""


@dataclass(frozen=True, slots=True)
class FreeTableColumn:
    """A column: the field that its cells stand in, its heads, its unit, and how it is computed.

    ``of`` is the head of the column that it is a share of. ``signed``: what is more has a plus.
    """

    field: str
    head: Name
    span: str
    unit: str
    computed: str
    code: str
    of: str = ""
    signed: bool = False


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
        if _is_of_other_money(value, column):
            return in_words(value)
        if self.is_share(line, column) or column.unit == POINTS:
            return share_of(value)
        return value * UNIT_FACTORS[column.unit] if column.unit in MONEY else value

    def is_of_other_money(self, line: FreeLine, column: FreeTableColumn) -> bool:
        """Whether a cell's number has another unit of money behind it than its column's; it stands there as words."""
        value = getattr(line.entry.row, column.field)
        return isinstance(value, Decimal) and _is_of_other_money(value, column)

    def is_share(self, line: FreeLine, column: FreeTableColumn) -> bool:
        """Whether a cell's number is a share: its column's are, or it is itself typed or shown as a per cent."""
        value = getattr(line.entry.row, column.field)
        if line.kind == SHARE_ROW:
            return True
        return column.unit == SHARE or (isinstance(value, Decimal) and is_per_cent(value) and column.unit != POINTS)

    def unit_at(self, line: FreeLine, column: FreeTableColumn) -> str:
        """What a cell's number is in."""
        if line.kind == SHARE_ROW:
            return SHARE
        return SHARE if not column.computed and self.is_share(line, column) else base_unit(column)

    def form_at(self, line: FreeLine, column: FreeTableColumn) -> NumberForm | None:
        """How a cell's number was typed, as far as the table does not say how its numbers are shown."""
        form = form_of(getattr(line.entry.row, column.field))
        if form is None:
            return None
        decimals = form.decimals if not self.table.decimals and column.unit in (*PLAIN, self.money) else None
        return replace(form, decimals=decimals, suffix=form.suffix if _is_own(form.suffix, column) else "")

    @property
    def money(self) -> str:
        """The unit that amounts are shown in: the table's, or the first of its columns'; empty where none are shown."""
        first = next((column.unit for column in self.columns if column.unit in MONEY), "")
        return UNITS[self.table.unit] if UNITS[self.table.unit] in MONEY else first

    def decimals(self, unit: str, column: FreeTableColumn | None = None) -> int:
        """How many decimals the numbers of a unit have that are computed: as the table says, or the most typed."""
        if self.table.decimals:
            return int(self.table.decimals)
        forms = (
            self.form_at(line, each)
            for line in self.lines
            for each in ((column,) if column else self.columns)
            if self.unit_at(line, each) == unit and isinstance(getattr(line.entry.row, each.field), Decimal)
        )
        return max((form.decimals or 0 for form in forms if form), default=0)

    def shared(self, line: FreeLine) -> tuple[tuple[FreeLine, ...], FreeLine] | None:
        """The rows that a row of shares is of, and the one that is the whole; None where one of them is not there."""
        parts, base = (self.named_rows(line, names) for names in self.shared_names(line))
        return (parts, base[0]) if parts and len(base) == 1 and base[0] not in parts else None

    def shared_names(self, line: FreeLine) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The names of the rows that a row of shares is of, the one above where none is said, and of the whole."""
        parts, base = shared_names(line.entry.row.base, [each.entry.row.label for each in self.lines])
        above = [each for each in self.lines[: self.lines.index(line)] if each.kind not in {HEADING, SHARE_ROW}]
        return parts or tuple(each.entry.row.label for each in above[-1:]), (base,) if base else ()

    def named_rows(self, line: FreeLine, names: Sequence[str]) -> tuple[FreeLine, ...]:
        """The rows of some names, each the nearest above or else the first below; none where one is not there."""
        place = self.lines.index(line)
        near = [*self.lines[:place][::-1], *self.lines[place + 1 :]]
        numbers = [each for each in near if each.kind not in {HEADING, SHARE_ROW}]
        found = [next((each for each in numbers if each.entry.row.label == name), None) for name in names]
        return tuple(each for each in found if each) if all(found) else ()

    def summed(self, line: FreeLine) -> tuple[FreeLine, ...]:
        """The rows that a sum is made of: those since the heading or sum above, or all of the table."""
        before = self.lines[: self.lines.index(line)]
        if line.kind == SUBTOTAL:
            ends = [place for place, each in enumerate(before) if each.kind in {HEADING, SUBTOTAL, TOTAL}]
            before = before[ends[-1] + 1 :] if ends else before
        return tuple(each for each in before if each.kind == "")


def shared_names(typed: str, known: Collection[Name]) -> tuple[tuple[Name, ...], Name]:
    """What ``Arbete; Studier / Avslutade`` names: the parts, and the whole. No part is named where there is no slash.

    A name with a slash in it is one where there is such a name.
    """
    before, slash, behind = typed.strip().rpartition("/")
    if Name(typed) in known or not slash:
        return (), Name(typed.strip())
    while Name(behind.strip()) not in known and "/" in before:
        before, _, more = before.rpartition("/")
        behind = f"{more}/{behind}"
    return tuple(Name(part.strip()) for part in before.split(";") if part.strip()), Name(behind.strip())


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
        computed, of = _computation(said[COMPUTED].get(field, ""))
        usual = SHARE if computed in (SHARE_OF, SHARE_OF_FIRST, SHARE_OF_NAMED) else UNITS[table.unit]
        unit = units.get(Name(said[COLUMN_UNITS].get(field, "")), usual)
        code = slug(f"{span} {as_words(value)}" if span else as_words(value))
        signed, computed = computed == SIGNED, DIFFERENCE if computed == SIGNED else computed
        columns.append(FreeTableColumn(field, Name(as_words(value)), span, unit, computed, code, of, signed))
    codes = unique([column.code for column in columns])
    return (replace(column, code=code) for column, code in zip(columns, codes, strict=True))


def _computation(said: str) -> tuple[str, str]:
    """A computation, and the head of the column that it names; both empty where it is none that there is."""
    computed = folded(said)
    if computed in COMPUTATIONS:
        return computed, ""
    of = base_named(said)
    return (SHARE_OF_NAMED, of) if of else ("", "")


def base_named(said: str) -> str:
    """The head of the column that a computation says to be the whole; empty where it says none."""
    words = said.strip()
    is_named = folded(words).startswith(f"{SHARE_OF_NAMED} ") and folded(words) not in COMPUTATIONS
    return words[len(SHARE_OF_NAMED) :].strip() if is_named else ""


def _texts(rows: Sequence[Entry[FreeRow]], kind: str) -> dict[str, str]:
    return {field: as_words(value) for entry in rows if entry.row.kind == kind for field, value in entry.row.values()}


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


def expects_per_cent(column: FreeTableColumn) -> bool:
    """Whether plain numbers of a column are per cents: its unit is, or its head says it."""
    head = folded(f"{column.span} {column.head}")
    return column.unit == SHARE or (column.unit == COUNT and _PER_CENT_HEAD.search(head) is not None)


def as_words(value: Decimal | str) -> str:
    """What stands in a cell that is no number of the table: a head, a unit, the name of a computation."""
    return value.in_words if isinstance(value, TypedNumber) else str(value)


def in_words(value: Decimal) -> str:
    """A number as it was typed, with what stands behind it."""
    form = form_of(value) or NumberForm()
    return f"{number(value, form.decimals or 0)}{form.suffix and NO_BREAK_SPACE + form.suffix}"


def _is_of_other_money(value: Decimal, column: FreeTableColumn) -> bool:
    """Whether a number has another unit of money behind it than its column's."""
    form = form_of(value)
    unit = UNIT_OF.get(folded(form.suffix)) if form else None
    return unit is not None and unit != column.unit


def _is_own(suffix: str, column: FreeTableColumn) -> bool:
    """Whether what stands behind a number is more than the unit of its column."""
    return UNIT_OF.get(folded(suffix)) != column.unit
