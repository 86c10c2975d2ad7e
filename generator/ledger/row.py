"""The LedgerRow: what a ledger says of one account in one financial year, whatever file or tab it was read from.

Amounts are the ledger's own: kronor with öre, debit positive and credit negative, so that income, equity and debts are
negative. Nothing is turned here: that is for the mapping.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from functools import cached_property

from generator.figures.figure import Span
from generator.ground.source import Source
from generator.model.fact import ORE, precision


class Measured(Enum):
    """What an amount of a ledger measures; the value is its Swedish name."""

    OPENING = "ingående balans"
    CLOSING = "utgående balans"
    RESULT = "resultat"
    BUDGET = "budget"

    __hash__ = object.__hash__  # there is one of each: a list of 20 000 accounts asks a million times


@dataclass(frozen=True, slots=True, order=True)
class LedgerObject:
    """An object (*objekt*: cost centre, project, member) of a dimension; ``key`` as the ledger writes it.

    ``dimension`` is the number of a SIE file's dimension (``1``, ``6``), or the head of a list's column (``Ansvar``).
    ``name`` and ``dimension_name`` are empty where the ledger does not say them.
    """

    dimension: str
    key: str
    name: str = field(default="", compare=False)
    dimension_name: str = field(default="", compare=False)


Objects = tuple[LedgerObject, ...]
"""At most one object of each dimension, in the order of the dimensions; none: the account's own, whole amount."""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An account (*konto*) in one financial year, whole or for the objects that are named.

    ``year`` is the calendar year in which the financial year ends. ``amounts`` are what the ledger says, in kronor with
    the ledger's signs; what it does not say is absent, and is not nil. ``sources`` tells the line or cell of each;
    ``source`` is the first of them. An object's row is a part of the account's whole row, where both are there.
    """

    account: str
    name: str
    year: int
    amounts: Mapping[Measured, Decimal]
    source: Source
    objects: Objects = ()
    sources: Mapping[Measured, Source] = field(default_factory=dict)

    def place(self, measured: Measured) -> Source:
        """Where an amount stood; the row's first place where it did not."""
        return self.sources.get(measured, self.source)

    @property
    def is_nil(self) -> bool:
        """Whether no amount of the row is other than nil."""
        return not any(self.amounts.values())


@dataclass(frozen=True, eq=False)
class Ledger:
    """A ledger as it was read, with where it was read from.

    ``place`` is the file or tab. ``rows`` stand in the ledger's order, the whole row of an account before those of its
    objects. ``years`` are the years that it says anything of, the latest first. ``names`` are the accounts' names, also
    of those without amounts. ``organisation_number``, ``company`` and ``program`` are empty where it does not say them.
    ``days`` are the first and last day of the years of which it says them.
    ``chart`` is what it says itself of its chart of accounts (``#KPTYP``); ``unit`` what the amounts were rounded to:
    a list may be in thousands.
    """

    place: Source
    rows: tuple[LedgerRow, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    organisation_number: str = ""
    company: str = ""
    program: str = ""
    chart: str = ""
    unit: Decimal = Decimal(1)
    days: Mapping[int, Span] = field(default_factory=dict)

    def of(self, account: str, year: int) -> tuple[LedgerRow, ...]:
        """The rows of an account in a year, the whole one first."""
        return self._index.get((account, year), ())

    @property
    def accounts(self) -> Iterator[str]:
        """The accounts that have any amount, in the ledger's order, each once."""
        return iter(dict.fromkeys(row.account for row in self.rows))

    @property
    def called(self) -> str:
        """What the ledger is called in a sentence: its file or its tab."""
        return str(self.place)

    @cached_property
    def latest(self) -> int:
        """The latest year that it is of: of the year after, it may tell a budget, or what the accounts open with."""
        for measured in (Measured.RESULT, Measured.CLOSING):
            if told := [row.year for row in self.rows if row.amounts.get(measured)]:
                return max(told)
        return max(self.years, default=0)

    @cached_property
    def half(self) -> Decimal:
        """How far an amount may lie from the true one: half of what all in its file or tab are rounded to.

        Nil where any of them has öre.
        """
        finest: dict[tuple[str, str], Decimal] = {}
        for row in self.rows:
            of = row.source.file, row.source.tab
            for amount in row.amounts.values():
                finest[of] = min(finest.get(of, self.unit), precision(amount, self.unit))
        coarsest = max(finest.values(), default=ORE)
        return coarsest / 2 if coarsest > ORE else Decimal(0)

    @cached_property
    def _index(self) -> Mapping[tuple[str, int], tuple[LedgerRow, ...]]:
        found: dict[tuple[str, int], list[LedgerRow]] = {}
        for row in self.rows:
            found.setdefault((row.account, row.year), []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}


def is_balance(account: str) -> bool:
    """Whether an account is of the balance sheet: classes 1 and 2, in BAS and in Kommun-Bas alike."""
    return account[:1] in {"1", "2"}


def is_equity(account: str) -> bool:
    """Whether an account is of equity, where last year's result is carried: 20, in BAS and in Kommun-Bas alike."""
    return account.startswith("20")
