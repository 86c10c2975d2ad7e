"""The Book: what a SIE file says, record by record, before anything is summed or judged."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from generator.ledger.sie.fields import Keys

BY_THE_FORMAT = {
    "1": "Kostnadsställe",
    "2": "Kostnadsbärare",
    "6": "Projekt",
    "7": "Anställd",
    "8": "Kund",
    "9": "Leverantör",
    "10": "Faktura",
}
"""The dimensions that the format gives a meaning, where the file does not name them."""


class Amount(NamedTuple):
    """An amount and the line on which it stood."""

    value: Decimal
    line: int


class Movement(NamedTuple):
    """What moves an account, for some objects: a transaction, or a period's change or budget."""

    account: str
    objects: Keys
    value: Decimal
    line: int


class Verification(NamedTuple):
    """A verification (*verifikation*) with its transactions; ``day`` is None where no date can be read."""

    series: str
    number: str
    day: date | None
    line: int
    transactions: list[Movement]


class Key(NamedTuple):
    """What a balance is of: the record's label, the year's number in the file, account and objects."""

    label: str
    year: int
    account: str
    objects: Keys = ()


class Period(NamedTuple):
    """What a period's amount is of, as a Key, and the month ``202512``."""

    label: str
    year: int
    account: str
    objects: Keys
    month: str


class Years(NamedTuple):
    """The first and last day of a financial year."""

    start: date
    end: date


class Trouble(NamedTuple):
    """What is wrong on a line, of the kind ``what``, with what the message tells of it.

    ``first`` is the amount that holds, where there are two.
    """

    what: str
    line: int
    label: str = ""
    account: str = ""
    found: str = ""
    value: Decimal = Decimal(0)
    first: Amount | None = None


@dataclass
class Book:
    """What a SIE file says.

    ``head`` holds the words of the records that stand once, as ``ORGNR``, ``lines_of`` their lines.
    ``loose`` are transactions that stand outside braces, ``damaged`` the lines of verifications of which a transaction
    cannot be read.
    """

    head: dict[str, list[str]] = field(default_factory=dict)
    lines_of: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    years: dict[int, Years] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)
    objects: dict[tuple[str, str], str] = field(default_factory=dict)
    balances: dict[Key, Amount] = field(default_factory=dict)
    periods: dict[Period, Amount] = field(default_factory=dict)
    verifications: list[Verification] = field(default_factory=list)
    loose: list[Movement] = field(default_factory=list)
    damaged: set[int] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    records: int = 0

    def has(self, label: str, year: int) -> bool:
        """Whether there is any whole balance of a label and a year."""
        return (label, year) in self.said

    @cached_property
    def said(self) -> set[tuple[str, int]]:
        """The labels and years of which there is any balance of a whole account."""
        return {(key.label, key.year) for key in self.balances if not key.objects}

    @property
    def is_sie(self) -> bool:
        """Whether anything of it is of the format."""
        return self.records > 0

    def said_once(self, label: str) -> str:
        """The first word of a record that stands once; empty where it is missing."""
        return next(iter(self.head.get(label, ())), "")

    @property
    def transactions(self) -> Iterator[Movement]:
        """All transactions, in the file's order."""
        for each in self.verifications:
            yield from each.transactions
        yield from self.loose

    @cached_property
    def is_cut(self) -> bool:
        """Whether the file ends in the middle of something."""
        return any(trouble.what == "cut" for trouble in self.troubles)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The accounts of which there is an amount that cannot be read: they cannot go together."""
        return frozenset(trouble.account for trouble in self.troubles if trouble.what in {"short", "amount", "year"})

    def is_outside(self, verification: Verification) -> bool:
        """Whether a verification has another day than the year's."""
        year = self.years.get(0)
        return bool(year and verification.day and not year.start <= verification.day <= year.end)

    @cached_property
    def has_outside(self) -> bool:
        """Whether any verification has another day than the year's."""
        return any(map(self.is_outside, self.verifications))

    @property
    def transactions_within(self) -> Iterator[Movement]:
        """The transactions but those of verifications of another day than the year's."""
        for each in self.verifications:
            if not self.is_outside(each):
                yield from each.transactions
        yield from self.loose

    def first_lines(self) -> dict[str, int]:
        """The accounts that have an amount other than nil, each with the line of the first one."""
        found: dict[str, int] = {}
        for account, value, line in (
            *((key.account, *amount) for key, amount in self.balances.items()),
            *((period.account, *amount) for period, amount in self.periods.items()),
            *((each.account, each.value, each.line) for each in self.transactions),
        ):
            if value and line < found.get(account, line + 1):
                found[account] = line
        return found

    def dimension_name(self, dimension: str) -> str:
        """What a dimension is called, in the file or else by the format; its number where neither says."""
        return self.dimensions.get(dimension) or BY_THE_FORMAT.get(dimension) or f"dimension {dimension}"
