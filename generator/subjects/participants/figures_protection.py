"""Which counts of participants are protected (*skyddas*), in all tables and years together.

Two tables of one year whose wholes are the same number are taken to be about the same persons, so that one cannot tell
what the other hides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.figures.masking import KnownSum, protected
from generator.model.underlag import Underlag
from generator.subjects.participants.rows import ALL, BASE, SEXES, TOTAL, Counted, Participants, counted_tables

Cell = tuple[str, int]
"""A figure's code and year."""
Whom = tuple[object, ...]
"""What a count is of: equal for cells, in any table, that are about the same persons."""


@dataclass(frozen=True, slots=True)
class Protection:
    """The cells that are masked, and those that may be told though something that they are the sum of is masked."""

    limit: int
    masked: frozenset[Cell]
    closed: frozenset[Cell]

    @property
    def reason(self) -> str:
        """Why a count is not told, after the words ``.. betyder``."""
        return f"att antalet skyddas: färre än {self.limit} personer, eller ett antal som annars skulle röja dem"

    def masked_years(self, code: str) -> frozenset[int]:
        """The years in which a code's count is masked."""
        return frozenset(year for of, year in self.masked if of == code)

    def closed_years(self, code: str) -> frozenset[int]:
        """The years in which a code's count may be told, but not what it is made of."""
        return frozenset(year for of, year in self.closed if of == code)


def protection(underlag: Underlag) -> Protection:
    """Find what is protected in an underlag, by the association's own limit (0: nothing is)."""
    limit = underlag.association.row.smallest_count if underlag.association else None
    tables = counted_tables(underlag)
    cells_of = [dict(_cells(table)) for table in tables]
    cells = {cell: found for own in cells_of for cell, found in own.items()}
    counts = dict(cells.values())
    lines = [line for table in tables for line in _lines(table, cells)]
    hidden = protected(counts, lines, limit or 0)
    masked = frozenset(cell for cell, (key, _) in cells.items() if key in hidden)
    # What a sum is made of tells each of its cells, so one hidden cell closes all sums of its table and year.
    closed = frozenset(
        (code, year)
        for own in cells_of
        for code, year in own.keys() - masked
        if any(of == year for _, of in own.keys() & masked)
    )
    return Protection(limit or 0, masked, closed)


def sums_of(table: Counted, year: int) -> dict[str, int]:
    """The sums of a year's categories: women, men, others and all. A sex that some row does not tell has none."""
    rows = [entry.row for (_, of), entry in table.entries.items() if of == year]
    counted = [row for row in rows if row.number is not None]
    sums = {
        sex: sum(row.by_sex.get(sex, 0) for row in counted)
        for sex in SEXES
        if all(row.by_sex for row in counted) and any(sex in row.by_sex for row in counted)
    }
    return {**sums, TOTAL: sum(row.number or 0 for row in counted)} if counted else {}


def parts_of(row: Participants) -> dict[str, int]:
    """The counts of a row: each sex that is known, and all."""
    return {**row.by_sex, TOTAL: row.number} if row.number is not None else {}


def _cells(table: Counted) -> Iterator[tuple[Cell, tuple[Whom, int]]]:
    """The table's counts, each with what it is of."""
    for (category, year), entry in table.entries.items():
        parts = parts_of(entry.row)
        for part, count in parts.items():
            code = table.of_category(category, part)
            key = (code, year) if len(table.categories) > 1 else _whole(table, year, part, parts)
            yield (code, year), (key, count)
    for year in table.years:
        base = table.base(year)
        if base is not None and base.row.base is not None:
            code = table.of_category(ALL, BASE)
            yield (code, year), ((code, year), base.row.base)
    for year in table.years if table.is_summed else ():
        sums = sums_of(table, year)
        for part, count in sums.items():
            yield (table.of_category(ALL, part), year), (_whole(table, year, part, sums), count)


def _whole(table: Counted, year: int, part: str, sums: Mapping[str, int]) -> Whom:
    return year, table.choices.counted, sums[TOTAL], part, sums[part]


def _lines(table: Counted, cells: Mapping[Cell, tuple[Whom, int]]) -> Iterator[KnownSum[Whom]]:
    """What adds up in the table: the sexes of each row, and each column of categories."""
    for year in table.years:
        categories = [category for category, of in table.entries if of == year]
        for category in (*categories, *((ALL,) if table.is_summed else ())):
            parts = [(table.of_category(category, sex), year) for sex in SEXES]
            yield from _line(parts, (table.of_category(category, TOTAL), year), cells)
        for part in (*SEXES, TOTAL) if table.is_summed else ():
            parts = [(table.of_category(category, part), year) for category in categories]
            yield from _line(parts, (table.of_category(ALL, part), year), cells)


def _line(parts: list[Cell], whole: Cell, cells: Mapping[Cell, tuple[Whom, int]]) -> Iterator[KnownSum[Whom]]:
    known = tuple(cells[part][0] for part in parts if part in cells)
    if known and whole in cells:
        yield KnownSum(known, cells[whole][0])
