"""The tables of participants, gathered from their rows: each by category and year, with its choices and its shares."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.ground.names import NO_NAME, Name, slug, unique
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.subjects.participants.rows import (
    ALL,
    CODE,
    MEN,
    SEXES,
    SHARES,
    TOTAL,
    UNNAMED,
    WOMEN,
    Participants,
    ParticipantShare,
    ParticipantTable,
)


@dataclass(frozen=True, slots=True)
class CountedShare:
    """A share that a table has, with the categories that are the part and the base, as the table spells them.

    ``base`` is empty where it is the table's own base or its sum, ``after`` where it stands last.
    """

    name: str
    code: str
    parts: tuple[Name, ...]
    base: tuple[Name, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class SexShare:
    """What share a sex has in each category of a table; ``ending`` is what its codes have after the category's."""

    name: str
    ending: str
    sex: str


@dataclass(frozen=True, slots=True)
class Counted:
    """A table of participants: its choices, and its rows by category and year, in the order typed.

    ``shares`` are those that can be counted, ``sex_shares`` those of a sex in each category.
    """

    choices: ParticipantTable
    entries: Mapping[tuple[Name, int], Entry[Participants]]
    shares: tuple[CountedShare, ...] = ()
    sex_shares: tuple[SexShare, ...] = ()

    @property
    def code(self) -> str:
        """What the codes of the table's figures begin with."""
        return f"{CODE}.{slug(self.choices.name)}"

    @property
    def title(self) -> str:
        """What stands above the table."""
        return self.choices.title or self.choices.name

    @property
    def categories(self) -> tuple[str, ...]:
        """The categories in the order typed; one without a name where the table goes by years alone."""
        return tuple(dict.fromkeys(category for category, _ in self.entries))

    @property
    def years(self) -> tuple[int, ...]:
        """The years, the latest first."""
        return tuple(sorted({year for _, year in self.entries}, reverse=True))

    @property
    def is_by_year(self) -> bool:
        """Whether it has no categories, but a row for each year."""
        return self.categories == ("",)

    @property
    def is_summed(self) -> bool:
        """Whether the categories are parts of a whole, and more than one."""
        return self.choices.added and len(self.categories) > 1

    def of_category(self, category: str | None, part: str) -> str:
        """The code of a count in a category; that of the table's sum for ``ALL``, or where it goes by years alone."""
        if category is ALL or self.is_by_year:
            return f"{self.code}.{part}"
        unnamed = slug(UNNAMED)
        own = slug(category, but=(unnamed,) if "" in self.categories else ()) if category else unnamed
        return f"{self.code}.{own}.{part}"

    def of_year(self, year: int) -> "Counted":
        """The table with the rows of a year alone."""
        return replace(self, entries={key: entry for key, entry in self.entries.items() if key[1] == year})

    def shares_after(self, category: str) -> Iterator[CountedShare]:
        """The shares that stand after a category; last, for none."""
        yield from (share for share in self.shares if share.after == category)

    def has_base(self, named: Sequence[Name]) -> bool:
        """Whether shares can be counted: on what is named, on a typed base, or on the table's sum."""
        return bool(named) or self.is_summed or any(map(self.base, self.years))

    def base(self, year: int) -> Entry[Participants] | None:
        """The row that tells what a year's shares are counted on; None where it is the sum."""
        return next((entry for (_, of), entry in self.entries.items() if of == year and entry.row.base), None)


def parts_of(row: Participants) -> dict[str, int]:
    """The counts of a row: each sex that is known, and all."""
    return {**row.by_sex, TOTAL: row.number} if row.number is not None else {}


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


def counted_tables(underlag: Underlag) -> tuple[Counted, ...]:
    """Gather the tables in the order typed; a category typed twice for a year is its first row."""
    choices = {row.name: row for row in reversed(underlag.rows(ParticipantTable))}
    gathered: dict[Name, dict[tuple[Name, int], Entry[Participants]]] = {}
    spellings: dict[Name, Name] = {}
    for entry in underlag.of(Participants):
        category = spellings.setdefault(entry.row.category, entry.row.category)
        gathered.setdefault(entry.row.table, {}).setdefault((category, entry.row.year), entry)
    shares = shares_by_table(underlag)
    tables = (Counted(choices.get(name) or ParticipantTable(name=name), entries) for name, entries in gathered.items())
    return tuple(_with_shares(table, shares.get(table.choices.name, ())) for table in tables)


def shares_by_table(underlag: Underlag) -> Mapping[Name, Sequence[Entry[ParticipantShare]]]:
    """The shares that are asked for, by table."""
    gathered: dict[Name, list[Entry[ParticipantShare]]] = {}
    for entry in underlag.of(ParticipantShare):
        gathered.setdefault(entry.row.table, []).append(entry)
    return gathered


def _with_shares(table: Counted, asked: Sequence[Entry[ParticipantShare]]) -> Counted:
    """The table with the shares of which all categories are there, and a base."""
    spelled = {category: category for category, _ in table.entries}
    codes = unique([slug(entry.row.name) for entry in asked])
    sexes = tuple(
        SexShare(entry.row.name, f"{SHARES}.{code}", sex)
        for entry, code in zip(asked, codes, strict=True)
        if (sex := sex_asked(table, entry.row))
    )
    shares = (
        CountedShare(
            entry.row.name,
            f"{table.code}.{SHARES}.{code}",
            tuple(spelled.get(each, NO_NAME) for each in entry.row.named(entry.row.parts)),
            tuple(spelled.get(each, NO_NAME) for each in entry.row.named(entry.row.base)),
            spelled.get(entry.row.after, ""),
        )
        for entry, code in zip(asked, codes, strict=True)
        if not sex_asked(table, entry.row)
    )
    known = (each for each in shares if each.parts and all((*each.parts, *each.base)) and table.has_base(each.base))
    return replace(table, shares=tuple(known), sex_shares=sexes)


_SEX_NAMES = {Name("kvinnor"): WOMEN, Name("män"): MEN}
_ALL_NAMES = frozenset(map(Name, ("totalt", "alla", "samtliga", "kvinnor och män")))


def sex_asked(table: Counted, share: ParticipantShare) -> str:
    """The sex that a share is of, in each category; empty where it is of categories, which may be called so too."""
    part, base = Name(share.parts), Name(share.base)
    names = {category for category, _ in table.entries}
    is_whole = not base or base in _ALL_NAMES
    return _SEX_NAMES.get(part, "") if part not in names and base not in names and is_whole else ""


def rows_twice(underlag: Underlag) -> Iterator[tuple[Entry[Participants], Entry[Participants]]]:
    """The rows that say the same category and year as an earlier one, with that one."""
    first: dict[tuple[Name, Name, int], Entry[Participants]] = {}
    for entry in underlag.of(Participants):
        key = (entry.row.table, entry.row.category, entry.row.year)
        if key in first:
            yield entry, first[key]
        first.setdefault(key, entry)
