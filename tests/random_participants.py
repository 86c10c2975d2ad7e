"""Random sets of tables about the same persons, and what a reader knows of them: which numbers add up to which.

What is known is written here anew, from how the tables were made; nothing of it is asked of the program.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from generator.ground.names import slug
from generator.model.rows import Row
from generator.subjects.insatser.rows import Insats
from generator.subjects.participants.rows import Participants

SIZES = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 45)
AGES = ("16–29 år", "30–49 år", "50–64 år", "65 år och äldre")
NAMES = ("Alfa", "Beta", "Gamma", "Delta", "Epsilon")
YEAR = 2020

Equation = Mapping[str, int]
"""Figures, each with 1 or -1, that are nought together."""
Sexes = tuple[int, int]


@dataclass
class Told:
    """A set of tables: the rows that are typed, and what adds up in them, by the figures' keys."""

    rows: dict[type[Row], list[dict[str, Any]]] = field(default_factory=lambda: {Participants: [], Insats: []})
    equations: list[Equation] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def table(self, name: str, rows: Mapping[str, Sexes], *, sexes: bool = True, year: int = YEAR) -> None:
        """Add a table, by women and men or by totals alone, with its sums."""
        parts = ("women", "men", "total") if sexes else ("total",)
        for category, (women, men) in rows.items():
            counts = {"women": women, "men": men} if sexes else {"total": women + men}
            self.rows[Participants].append({"table": name, "category": category, "year": year} | counts)
            self._row(name, category, (women, men), year, sexes=sexes)
        whole = tuple(sum(each[sex] for each in rows.values()) for sex in (0, 1))
        self._row(name, "", (whole[0], whole[1]), year, sexes=sexes)
        for part in parts:
            added = {key(name, category, part, year): 1 for category in rows}
            self.equations.append(added | {key(name, "", part, year): -1})

    def _row(self, name: str, category: str, counts: Sexes, year: int, *, sexes: bool) -> None:
        women, men, total = (key(name, category, part, year) for part in ("women", "men", "total"))
        self.numbers[total] = sum(counts)
        if sexes:
            self.numbers |= {women: counts[0], men: counts[1]}
            self.equations.append({women: 1, men: 1, total: -1})

    def same(self, one: str, other: str) -> None:
        """Know that two figures are of the same persons."""
        if one in self.numbers and other in self.numbers:
            assert self.numbers[one] == self.numbers[other], (one, other)
            self.equations.append({one: 1, other: -1})

    def same_rows(self, one: tuple[str, str], other: tuple[str, str], year: int = YEAR) -> None:
        """Know that two rows are of the same persons; a row without a category is the table's sum."""
        for part in ("women", "men", "total"):
            self.same(key(*one, part, year), key(*other, part, year))


def key(table: str, category: str, part: str, year: int = YEAR) -> str:
    """The key of a figure, as the JSON edition writes it."""
    return ".".join(filter(None, ("participants", slug(table), slug(category) if category else "", part))) + f"@{year}"


def random_set(seed: int) -> Told:
    """Make tables of insatser, of ages within them and over all, of sexes as rows, and the register's own counts."""
    random, told = Random(seed), Told()  # noqa: S311 - nothing is kept secret by it
    for year in (YEAR, YEAR - 1)[: random.choice((1, 1, 2))]:
        _year(told, random, year)
    random.shuffle(told.rows[Participants])
    random.shuffle(told.rows[Insats])
    return told


def _year(told: Told, random: Random, year: int) -> None:
    names = NAMES[: random.randint(2, 5)]
    insatser = {name: (random.choice(SIZES), random.choice(SIZES)) for name in names}
    main = "Deltagare efter insats"
    told.table(main, insatser, sexes=random.random() < 0.85, year=year)
    broken = {name: counts for name, counts in insatser.items() if random.random() < 0.4}
    if random.random() < 0.2:
        broken = insatser
    ages = AGES[: random.randint(2, 4)]
    parts = {name: _parted(counts, ages, random) for name, counts in broken.items()}
    for name, rows in parts.items():
        told.table(f"{name} efter ålder", rows, sexes=random.random() < 0.85, year=year)
        told.same_rows((main, name), (f"{name} efter ålder", ""), year)
    if random.random() < 0.5 or broken is insatser:
        _ages_of_all(told, random, parts if broken is insatser else {}, insatser, (main, ages, year))
    if random.random() < 0.3:
        women, men = (sum(each[sex] for each in insatser.values()) for sex in (0, 1))
        told.table("Kön", {"Kvinnor": (women, 0), "Män": (men, 0)}, sexes=False, year=year)
        told.same(key("Kön", "Kvinnor", "total", year), key(main, "", "women", year))
        told.same(key("Kön", "Män", "total", year), key(main, "", "men", year))
        told.same(key("Kön", "", "total", year), key(main, "", "total", year))
    if year == YEAR:
        _register(told, random, insatser, main)


def _ages_of_all(
    told: Told,
    random: Random,
    parts: Mapping[str, Mapping[str, Sexes]],
    insatser: Mapping[str, Sexes],
    of: tuple[str, Sequence[str], int],
) -> None:
    main, ages, year = of
    whole = tuple(sum(each[sex] for each in insatser.values()) for sex in (0, 1))
    rows = _parted((whole[0], whole[1]), ages, random)
    if parts:
        rows = {age: _sum(each[age] for each in parts.values()) for age in ages}
    told.table("Alla efter ålder", rows, year=year)
    told.same_rows((main, ""), ("Alla efter ålder", ""), year)
    for age in ages if parts else ():
        for part in ("women", "men", "total"):
            keys = [key(f"{name} efter ålder", age, part, year) for name in parts]
            if all(each in told.numbers for each in keys):
                told.equations.append(dict.fromkeys(keys, 1) | {key("Alla efter ålder", age, part, year): -1})


def _register(told: Told, random: Random, insatser: Mapping[str, Sexes], main: str) -> None:
    for name, counts in insatser.items():
        if random.random() < 0.6:
            told.rows[Insats].append({"key": name, "planned": "50", "reached": f"{sum(counts)}"})
            reached = f"insats.{slug(name)}.reached@{YEAR}"
            told.numbers[reached] = sum(counts)
            told.same(reached, key(main, name, "total"))


def _parted(counts: Sexes, names: Sequence[str], random: Random) -> dict[str, Sexes]:
    """Part some persons among categories."""
    parts = {name: [0, 0] for name in names}
    for sex in (0, 1):
        for _ in range(counts[sex]):
            parts[random.choice(names)][sex] += 1
    return {name: (women, men) for name, (women, men) in parts.items()}


def _sum(counts: Iterator[Sexes]) -> Sexes:
    pairs = list(counts)
    return sum(women for women, _ in pairs), sum(men for _, men in pairs)


def with_numbers(told: Told, numbers: Mapping[str, int]) -> Told:
    """The same tables with other numbers in them."""
    rows: dict[type[Row], list[dict[str, Any]]] = {model: [dict(row) for row in of] for model, of in told.rows.items()}
    for row in rows[Participants]:
        for part in ("women", "men", "total"):
            if part in row:
                row[part] = numbers[key(row["table"], row["category"], part, row["year"])]
    for row in rows[Insats]:
        row["reached"] = str(numbers[f"insats.{slug(row['key'])}.reached@{YEAR}"])
    return Told(rows, told.equations, dict(numbers))
