"""What counts persons in the tabs *Deltagare* and *Insatser*: a row of a table, its whole, or an insats.

Each is a Count: how many they are by sex and together, whom they are, and where that is shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from generator.ground.names import Name, folded
from generator.model.underlag import Underlag
from generator.subjects.insatser.rows import Insats, names_of, whole_number
from generator.subjects.participants.rows import ALL, BASE, MEN, OTHER, PERSONS, TOTAL, WOMEN
from generator.subjects.participants.rows_tables import Counted, counted_tables, parts_of, sums_of

Cell = tuple[int, str]
"""A figure's year and code."""

REACHED = "reached"

SEX_WORDS: Mapping[str, re.Pattern[str]] = {
    WOMEN: re.compile(r"\b(?:kvinn(?:a|or|orna|an|liga?)|flick(?:a|or|orna))\b"),
    MEN: re.compile(r"\b(?:m[äa]n(?:nen|nens)?|manliga?|pojk(?:e|ar|arna))\b"),
    OTHER: re.compile(r"\b(?:ann(?:at|an)|okänt|uppge(?:tt|r))\b"),
}
"""How the sexes are written, in small letters."""


@dataclass(frozen=True, slots=True)
class Count:
    """Some persons: how many of each sex and together (``numbers``), and the cells that tell it.

    ``names`` are words for them, in small letters: a category, or the names of the table that they are the whole of.
    ``kind`` is what is counted; what differs in it is never the same persons. ``within`` are the numbers of the whole
    that a row is a part of; none where that is not known.
    """

    year: int
    kind: str
    names: frozenset[str]
    numbers: Mapping[str, int]
    cells: Mapping[str, Cell]
    is_whole: bool = False
    within: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CountedTable:
    """A year of a table, as Counts: its rows by category, and its whole, where the rows are parts of one.

    ``base`` is what its shares are counted on, where that is typed.
    """

    year: int
    table: str
    rows: Mapping[str, Count]
    whole: Count | None
    base: Count | None = None

    @property
    def counts(self) -> Iterator[Count]:
        """All of them."""
        yield from self.rows.values()
        yield from (each for each in (self.whole, self.base) if each)


def counts_of_tables(underlag: Underlag) -> tuple[CountedTable, ...]:
    """The tables of *Deltagare*, year by year."""
    return tuple(_table(table, year) for table in counted_tables(underlag) for year in table.years)


def counts_of_insatser(underlag: Underlag) -> tuple[Count, ...]:
    """The participants of each insats in the report's year, where they are a number."""
    if underlag.association is None:
        return ()
    year = underlag.association.row.year
    counts = ((row, whole_number(row.reached)) for row in underlag.named(Insats))
    return tuple(
        Count(
            year,
            PERSONS,
            frozenset(map(folded, names_of(row))),
            {TOTAL: int(count)},
            {TOTAL: (year, f"{row.code}.{REACHED}")},
        )
        for row, count in counts
        if count is not None
    )


def sex_of(words: str) -> str:
    """The one sex that some words, in small letters, are about; empty where they are of none, or of several."""
    found = [sex for sex in (WOMEN, MEN) if SEX_WORDS[sex].search(words)]
    return found[0] if len(found) == 1 else ""


def _table(table: Counted, year: int) -> CountedTable:
    names = frozenset({folded(table.choices.name), folded(table.title)})
    alone = len(table.categories) == 1
    rows = {
        category: _count(
            table, year, category, parts_of(entry.row), (names if alone else frozenset()) | {folded(category)}
        )
        for (category, of), entry in table.entries.items()
        if of == year and entry.row.number is not None
    }
    whole = _count(table, year, ALL, sums_of(table, year), names) if table.is_summed else None
    if alone:
        # One row is the whole itself, by the table's name as by its own.
        whole, rows = next(iter(rows.values()), None), {}
    base = table.base(year)
    own = _count(table, year, ALL, {BASE: base.row.base}, names) if base and base.row.base is not None else None
    of_base = replace(own, numbers={TOTAL: own.numbers[BASE]}, cells={TOTAL: own.cells[BASE]}) if own else None
    return CountedTable(
        year,
        table.choices.name,
        {
            category: replace(_of_one_sex(count, names), within=whole.numbers if whole else {})
            for category, count in rows.items()
        },
        _with_sexes_of_rows(replace(_of_one_sex(whole, names), is_whole=True), rows) if whole else None,
        replace(of_base, is_whole=True) if of_base else None,
    )


def _count(table: Counted, year: int, category: str | None, numbers: Mapping[str, int], names: frozenset[str]) -> Count:
    cells = {part: (year, table.of_category(category, part)) for part in numbers}
    return Count(year, table.choices.counted, names - {""}, numbers, cells)


def _of_one_sex(count: Count, names: frozenset[str]) -> Count:
    """A count without sexes in a table that by its name is about one of them: these are the women, or the men."""
    sex = next(filter(None, map(sex_of, sorted(names))), "")
    if not sex or set(count.numbers) != {TOTAL}:
        return count
    return replace(count, numbers={sex: count.numbers[TOTAL]}, cells={sex: count.cells[TOTAL]})


def _with_sexes_of_rows(whole: Count, rows: Mapping[Name, Count]) -> Count:
    """A whole whose rows are the sexes knows the sexes by them."""
    if set(whole.numbers) != {TOTAL}:
        return whole
    sexes = {sex: row for category, row in rows.items() if (sex := sex_of(folded(category)))}
    numbers = {sex: row.numbers[TOTAL] for sex, row in sexes.items() if TOTAL in row.numbers}
    cells = {sex: sexes[sex].cells[TOTAL] for sex in numbers}
    return replace(whole, numbers={**numbers, **whole.numbers}, cells={**cells, **whole.cells})
