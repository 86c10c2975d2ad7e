"""Which signs a list has: the ledger's own, with credit as minus, or those that are printed in a report.

Ledger programs print debts and income without a minus, some turn the whole result, and some print all as it is. The
test is that all accounts together are nil in one way of reading and not in the others. Where there is no such test - a
list of the result alone - the signs of income, costs and debts tell.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.ledger.row import LedgerRow, Measured

ASSETS, DEBTS, INCOME, FINANCIAL, COSTS = "tillgångar", "skulder", "intäkter", "finansiella", "kostnader"
_NIL = Decimal(0)


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a list: the groups of accounts whose amounts are turned."""

    turned: frozenset[str]
    said: str

    def factor(self, account: str) -> int:
        """1 for an account that is read as it stands, -1 for one that is turned."""
        return -1 if group_of(account) in self.turned else 1


_TURNED_COSTS = frozenset({INCOME, FINANCIAL, COSTS})
AS_IT_STANDS = Reading(frozenset(), "")
READINGS = (
    AS_IT_STANDS,
    Reading(_TURNED_COSTS, "intäkter utan minus och kostnader med minus"),
    Reading(_TURNED_COSTS | {DEBTS}, "skulder, eget kapital och intäkter utan minus och kostnader med minus"),
    Reading(frozenset({DEBTS, INCOME, FINANCIAL}), "skulder, eget kapital och intäkter utan minus"),
    Reading(frozenset({DEBTS, INCOME}), "skulder, eget kapital och intäkter utan minus"),
    Reading(frozenset({INCOME, FINANCIAL}), "intäkter utan minus"),
    Reading(frozenset({INCOME}), "intäkter utan minus"),
    Reading(frozenset({DEBTS}), "skulder och eget kapital utan minus"),
    Reading(frozenset({ASSETS, DEBTS, INCOME, FINANCIAL, COSTS}), "alla belopp med omvänt tecken"),
)


def group_of(account: str) -> str:
    """The group whose signs an account shares; *84* is income in one chart of accounts and a cost in another."""
    match account[:1]:
        case "1":
            return ASSETS
        case "2":
            return DEBTS
        case "3":
            return INCOME
        case "8":
            return INCOME if account[1:2] in {"0", "1", "2", "3"} else FINANCIAL if account[1:2] == "4" else COSTS
        case _:
            return COSTS


Groups = Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Column:
    """What should be nil together: the closing balances and results of a year, or its opening balances."""

    measured: frozenset[Measured]
    year: int
    groups: Groups
    counts: Mapping[str, int]
    accounts: int

    def total(self, reading: Reading) -> Decimal:
        """What all comes to, read in a way."""
        return sum((-value if group in reading.turned else value for group, value in self.groups.items()), _NIL)

    @property
    def is_opening(self) -> bool:
        """Whether it is of the opening balances."""
        return Measured.OPENING in self.measured

    @property
    def is_whole(self) -> bool:
        """Whether there are accounts of the balance and of the result, or of both sides of the opening balance."""
        result = {INCOME, FINANCIAL, COSTS} & set(self.groups)
        return ASSETS in self.groups and DEBTS in self.groups and (self.is_opening or bool(result))


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
                counts = Counter(group_of(row.account) for row in having)
                found.append(Column(measures, year, _groups(having, measures), counts, len(having)))
    return found


def _groups(rows: Iterable[LedgerRow], measures: frozenset[Measured]) -> Groups:
    groups: dict[str, Decimal] = {}
    for row in rows:
        for measured in measures & row.amounts.keys():
            if amount := row.amounts[measured]:
                group = group_of(row.account)
                groups[group] = groups.get(group, _NIL) + amount
    return groups


def bound(column: Column, unit: Decimal, *, exact: bool) -> Decimal:
    """What rounding can explain of a difference: nothing where there are öre."""
    return _NIL if exact else unit * column.accounts / 2


def choose(columns: Sequence[Column], unit: Decimal, *, exact: bool) -> tuple[Reading, bool]:
    """The reading in which most comes out nil and the signs are as they use to be; and whether all did come out."""
    tested = [column for column in columns if column.is_whole]
    best = min(
        enumerate(READINGS),
        key=lambda each: (_misses(tested, each[1], unit, exact=exact), _strange(columns, each[1]), each[0]),
    )[1]
    return best, bool(tested) and _misses(tested, best, unit, exact=exact) == 0


def _misses(columns: Sequence[Column], reading: Reading, unit: Decimal, *, exact: bool) -> int:
    return sum(abs(column.total(reading)) > bound(column, unit, exact=exact) for column in columns)


_FEWEST = 3
"""So many accounts of a group say by their signs how a list has it; the sign of one may be right."""
_USUAL = {ASSETS: 1, DEBTS: -1, INCOME: -1, COSTS: 1}


def _strange(columns: Sequence[Column], reading: Reading) -> int:
    """How many groups have another sign than they use to have."""
    return sum(
        (value if group not in reading.turned else -value) * _USUAL[group] < 0
        for column in columns
        for group, value in column.groups.items()
        if group in _USUAL and (column.is_whole or column.counts[group] >= _FEWEST)
    )


def balance_is_nil(column: Column, reading: Reading) -> bool:
    """Whether the balance accounts are nil by themselves: the result has been booked among the equity."""
    values = [(group, column.groups.get(group, _NIL)) for group in (ASSETS, DEBTS)]
    return any(value for _, value in values) and not sum(
        (-value if group in reading.turned else value for group, value in values), _NIL
    )
