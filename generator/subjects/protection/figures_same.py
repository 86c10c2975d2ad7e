"""Which counts, in whatever tabs, are of the same persons, so that what one tells another cannot hide.

Two wholes of one year with the same numbers are; so are a row and a whole with the same numbers, since a table may
break down a row of another; and so are two rows of one name. A number that differs is of other persons: who ended
is not who took part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.figures.masking import KnownSum
from generator.subjects.participants.rows import SEXES, TOTAL
from generator.subjects.protection.rows import Cell, Count, CountedTable


def same_cells(counts: Sequence[Count]) -> Mapping[Cell, Cell]:
    """What each cell is known by: the first, by year and code, of all that tell the same number."""
    group: dict[Cell, set[Cell]] = {}
    for count in counts:
        for cell in count.cells.values():
            group.setdefault(cell, {cell})
    alike: dict[tuple[int, str], list[Count]] = {}
    for count in counts:
        alike.setdefault((count.year, count.kind), []).append(count)
    pairs = [pair for each in alike.values() for pair in combinations(each, 2)]
    broken_down = {place for pair in pairs for place in _told_by_name(*pair)}
    for one, other in pairs:
        by_number = (one.is_whole and other.is_whole) or not broken_down & {id(one), id(other)}
        for part in _same_parts(one, other) if by_number or _is_named(one, other) else ():
            joined = group[one.cells[part]] | group[other.cells[part]]
            group.update(dict.fromkeys(joined, joined))
    return {cell: min(cells) for cell, cells in group.items()}


def _told_by_name(one: Count, other: Count) -> list[int]:
    """The whole, by its identity, of which a table's name tells which row it is: an equal number is then chance."""
    is_told = one.is_whole is not other.is_whole and _is_named(one, other) and _same_parts(one, other)
    return [id(each) for each in (one, other) if each.is_whole] if is_told else []


def _same_parts(one: Count, other: Count) -> Iterable[str]:
    """The parts in which two counts are of the same persons."""
    if (one.year, one.kind) != (other.year, other.kind):
        return ()
    shared = one.numbers.keys() & other.numbers.keys()
    alike = {part for part in shared if one.numbers[part] == other.numbers[part]}
    if one.is_whole or other.is_whole:
        return alike if alike == shared or _is_named(one, other) else ()
    return alike if alike == shared and one.names & other.names and _are_of_one_whole(one, other) else ()


def _are_of_one_whole(one: Count, other: Count) -> bool:
    """Whether two rows of one name are parts of the same persons: as many of an age take part in many an insats."""
    shared = one.within.keys() & other.within.keys()
    return len(one.numbers.keys() & other.numbers.keys()) > 1 or all(
        one.within[part] == other.within[part] for part in shared
    )


def _is_named(one: Count, other: Count) -> bool:
    """Whether one count's name is the other's, or stands in the name of the table that the other is the whole of."""
    if one.names & other.names:
        return True
    return any(
        whole.is_whole and any(_stands_in(name, title) for name in row.names for title in whole.names)
        for row, whole in ((one, other), (other, one))
    )


def _stands_in(name: str, title: str) -> bool:
    return f" {name} " in f" {title.replace(',', ' ').replace('(', ' ').replace(')', ' ').replace(':', ' ')} "


def sums_known(
    tables: Sequence[CountedTable], insatser: Sequence[Count], same: Mapping[Cell, Cell]
) -> Iterator[KnownSum[Cell]]:
    """What adds up: the sexes of each count, each column of a table, and rows over the tables that break them down."""
    for table in tables:
        for count in table.counts:
            yield from _sexes(count, same)
        if table.whole and table.rows:
            yield from _column(table.rows.values(), table.whole, same)
            yield from _over_tables(table, tables, same)
    for whole in (table.whole for table in tables if table.whole):
        yield from _column(insatser, whole, same)


def _sexes(count: Count, same: Mapping[Cell, Cell]) -> Iterator[KnownSum[Cell]]:
    sexes = [count.cells[sex] for sex in SEXES if sex in count.cells]
    if sexes and TOTAL in count.cells:
        yield _sum(sexes, count.cells[TOTAL], same)


def _column(rows: Iterable[Count], whole: Count, same: Mapping[Cell, Cell]) -> Iterator[KnownSum[Cell]]:
    rows = [row for row in rows if (row.year, row.kind) == (whole.year, whole.kind)]
    for part, cell in whole.cells.items():
        parts = [row.cells[part] for row in rows if part in row.cells]
        if parts:
            yield _sum(parts, cell, same)


def _over_tables(
    table: CountedTable, tables: Sequence[CountedTable], same: Mapping[Cell, Cell]
) -> Iterator[KnownSum[Cell]]:
    """Where each row has a table that breaks it down, and another breaks down the whole in the same way."""
    broken = [_breaking_down(row, tables, same) for row in table.rows.values() if any(row.numbers.values())]
    if table.whole is None or not all(broken):
        return
    for other in _breaking_down(table.whole, tables, same):
        for category, whole in other.rows.items():
            rows = [next((each.rows[category] for each in own if category in each.rows), None) for own in broken]
            yield from _column(filter(None, rows), whole, same) if other is not table else ()


def _breaking_down(count: Count, tables: Sequence[CountedTable], same: Mapping[Cell, Cell]) -> list[CountedTable]:
    """The tables whose whole a count is, those first whose names say so: two rows may have equal numbers."""
    cells = {same[cell] for cell in count.cells.values()}
    wholes = [(each, each.whole) for each in tables if each.whole]
    found = [(table, whole) for table, whole in wholes if cells & {same[cell] for cell in whole.cells.values()}]
    return [table for table, _ in sorted(found, key=lambda each: not _is_named(count, each[1]))]


def _sum(parts: Sequence[Cell], whole: Cell, same: Mapping[Cell, Cell]) -> KnownSum[Cell]:
    return KnownSum(tuple(sorted(same[part] for part in parts)), same[whole])
