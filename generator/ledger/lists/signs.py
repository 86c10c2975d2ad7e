"""Which signs a list has: the ledger's own, with credit as minus, or those that are printed in a report.

Ledger programs print debts and income without a minus, some turn the whole result, and some print all as it is. The
test is that all accounts together are nil in one way of reading and not in the others. Where there is no such test - a
list of the result alone - the signs of income, costs and debts tell.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.ground.names import folded
from generator.ledger.row import LedgerRow, Measured

ASSETS, DEBTS, INCOME, COSTS = "tillgångar", "skulder", "intäkter", "kostnader"
_NIL = Decimal(0)
_OF_THE_YEAR = "årets resultat"
_SAYS_INCOME, _SAYS_COST = re.compile("intäkt|utdelning"), re.compile("kostnad|avgift")
_BY_NUMBER, _BY_NAME = "i?k", "i?k"
"""What an account of class 8 is by the second digit of its number, and by its name: income, either, or a cost."""
EITHER = "8??"
"""Accounts that are income in one chart of accounts and costs in another (*84*), and whose names do not say which."""
_FINANCIAL = frozenset(f"8{number}{name}" for number in _BY_NUMBER for name in _BY_NAME)


def group_of(account: str, name: str = "") -> str:
    """The group whose signs an account shares."""
    first = account[:1]
    if first != "8":
        return {"1": ASSETS, "2": DEBTS, "3": INCOME}.get(first, COSTS)
    words, second = folded(name), account[1:2]
    by_number = "i" if second in {"0", "1", "2", "3"} else "?" if second == "4" else "k"
    by_name = "i" if _SAYS_INCOME.search(words) else "k" if _SAYS_COST.search(words) else "?"
    return f"8{by_number}{by_name}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a list: the groups of accounts whose amounts are turned."""

    turned: frozenset[str]
    said: str

    def turns(self, row: LedgerRow) -> bool:
        """Whether an account's amounts are turned."""
        return group_of(row.account, row.name) in self.turned


def _income(of: str, *, by_name: bool) -> frozenset[str]:
    """The groups of class 8 that are income: by their names, where they are looked at and say it, else by number."""
    return frozenset(
        group for group in _FINANCIAL if (group[2] == "i" if by_name and group[2] != "?" else group[1] in of)
    )


_RESULT = frozenset({INCOME, COSTS}) | _FINANCIAL
_INCOMES = tuple(frozenset({INCOME}) | _income(of, by_name=by_name) for by_name in (True, False) for of in ("i", "i?"))
AS_IT_STANDS = Reading(frozenset(), "")
READINGS = (
    AS_IT_STANDS,
    *(Reading(income, "intäkter utan minus") for income in _INCOMES),
    Reading(frozenset({DEBTS}), "skulder och eget kapital utan minus"),
    *(Reading(income | {DEBTS}, "skulder, eget kapital och intäkter utan minus") for income in _INCOMES),
    Reading(_RESULT, "intäkter utan minus och kostnader med minus"),
    Reading(_RESULT | {DEBTS}, "skulder, eget kapital och intäkter utan minus och kostnader med minus"),
    Reading(_RESULT | {ASSETS, DEBTS}, "alla belopp med omvänt tecken"),
)


Groups = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Column:
    """What should be nil together: the closing balances and results of a year, or its opening balances.

    ``booked`` is what stands on the accounts of the year's result in equity; None where there is none.
    """

    measured: frozenset[Measured]
    year: int
    groups: Groups
    counts: Mapping[str, int]
    accounts: int
    booked: Decimal | None = None

    def total(self, reading: Reading) -> Decimal:
        """What all comes to, read in a way."""
        return sum((-value if group in reading.turned else value for group, value in self.groups.items()), _NIL)

    @property
    def is_opening(self) -> bool:
        """Whether it is of the opening balances."""
        return Measured.OPENING in self.measured

    @property
    def is_whole(self) -> bool:
        """Whether there are accounts of the balance and of the result; of the opening balance there are no results."""
        result = _RESULT & set(self.groups)
        return bool({ASSETS, DEBTS} & set(self.groups)) and (self.is_opening or bool(result))


_CLOSING = frozenset({Measured.CLOSING, Measured.RESULT})
_OPENING = frozenset({Measured.OPENING})


def columns_in(rows: Sequence[LedgerRow]) -> list[Column]:
    """What should be nil together in the whole rows of a list."""
    found = []
    for year in sorted({row.year for row in rows}, reverse=True):
        of_year = [row for row in rows if row.year == year and not row.objects]
        for measures in (_CLOSING, _OPENING):
            having = [row for row in of_year if measures & row.amounts.keys()]
            if having:
                counts = Counter(group_of(row.account, row.name) for row in having)
                found.append(Column(measures, year, _groups(having, measures), counts, len(having), _booked(having)))
    return found


def _booked(rows: Iterable[LedgerRow]) -> Decimal | None:
    """The result as it is booked in equity."""
    found = [
        row.amounts[Measured.CLOSING]
        for row in rows
        if group_of(row.account) == DEBTS and Measured.CLOSING in row.amounts and _OF_THE_YEAR in folded(row.name)
    ]
    return sum(found, _NIL) if found else None


def _groups(rows: Iterable[LedgerRow], measures: frozenset[Measured]) -> Groups:
    groups: dict[str, Decimal] = {}
    for row in rows:
        for measured in measures & row.amounts.keys():
            if amount := row.amounts[measured]:
                group = group_of(row.account, row.name)
                groups[group] = groups.get(group, _NIL) + amount
    return groups


def bound(column: Column, rounding: Decimal) -> Decimal:
    """What rounding can explain of a difference."""
    return rounding * column.accounts / 2


def choose(columns: Sequence[Column], rounding: Decimal) -> tuple[Reading, bool]:
    """The reading in which most comes out nil and the signs are as they use to be.

    Returns also whether it is sure: not so where rounding lets another fit too, and only a number could tell.
    """
    tested = [column for column in columns if column.is_whole]

    def merit(reading: Reading) -> tuple[int, int, bool, int]:
        clearly = strange(columns, reading, fewest=_FEWEST)
        every = strange(columns, reading)
        return _misses(tested, reading, rounding), clearly, reading is not AS_IT_STANDS, every

    merits = [merit(reading) for reading in READINGS]
    best = merits.index(min(merits))
    reading = READINGS[best]
    others = [each for each, its in zip(READINGS, merits, strict=True) if its == merits[best]]
    has_either = any(EITHER in column.groups for column in columns)
    return reading, not (has_either and any((EITHER in each.turned) != (EITHER in reading.turned) for each in others))


def _misses(columns: Sequence[Column], reading: Reading, rounding: Decimal) -> int:
    return sum(abs(column.total(reading)) > bound(column, rounding) for column in columns)


_FEWEST = 3
"""So many accounts of a group say by their signs how a list has it; the sign of one may be right."""
_USUAL = {ASSETS: 1, DEBTS: -1, INCOME: -1, COSTS: 1}


def strange(columns: Sequence[Column], reading: Reading, fewest: int = 1) -> int:
    """How many groups of accounts have another sign than they use to have.

    ``fewest``: those with fewer accounts do not count, where nothing else can tell.
    """
    return sum(
        (value if group not in reading.turned else -value) * _USUAL[group] < 0
        for column in columns
        for group, value in column.groups.items()
        if group in _USUAL and (column.is_whole or column.counts[group] >= fewest)
    )


def balance_is_nil(column: Column, reading: Reading) -> bool:
    """Whether the balance accounts are nil by themselves: the result has been booked among the equity.

    Not so where the account of the year's result says another result.
    """
    sign = -1 if DEBTS in reading.turned else 1
    if column.booked is not None and column.booked * sign != column.total(reading):
        return False
    values = [(group, column.groups.get(group, _NIL)) for group in (ASSETS, DEBTS)]
    return any(value for _, value in values) and not sum(
        (-value if group in reading.turned else value for group, value in values), _NIL
    )
