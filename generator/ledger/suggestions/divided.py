"""A ledger divided into what is asked of: its accounts, each whole or by the objects that tell activities or members.

A ledger may tell objects of several dimensions - cost centre, project, member. One of them tells the activities; the
amounts of another are the same once more, and are left alone.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.ground.names import folded
from generator.ledger.row import Ledger, LedgerObject, LedgerRow, Measured, is_balance
from generator.ledger.suggestions.parties import category_of, is_contribution, party_of
from generator.ledger.suggestions.suggestion import Asked

_COSTS = frozenset("45678")
_ACTIVITIES = re.compile(r"verksamhet|aktivitet|projekt|insats|uppdrag")
_HALF = Decimal("0.5")
_ENOUGH = Decimal("0.05")
"""The share of the costs that a dimension must tell apart, to be taken for one of activities."""
_EMPLOYEES = "7"
"""The dimension of employees, by the format of SIE."""
_OTHERS = re.compile(r"motpart|finansiär|medlem|kund|leverantör|anställd|person|konto|period")
"""What dimensions are called that tell whom an amount is of, and not for what."""
_TOLD = {True: (Measured.CLOSING, Measured.OPENING), False: (Measured.RESULT, Measured.BUDGET, Measured.CLOSING)}
"""What an account's amount is, the first that is told: of the balance sheet or not."""


@dataclass(frozen=True, slots=True)
class Divided:
    """What is asked of, in the order of the accounts, and the dimensions that tell the activities, the best first."""

    asked: tuple[Asked, ...]
    dimensions: tuple[str, ...] = ()

    @property
    def activities(self) -> tuple[LedgerObject, ...]:
        """The objects that are activities, each once: by dimension, the best first, and by key."""
        found = {each for one in self.asked for each in one.objects if each.dimension in self.dimensions}
        return tuple(sorted(found, key=lambda each: (self.dimensions.index(each.dimension), each.key)))


def divided(ledger: Ledger) -> Divided:
    """Divide a ledger: each account with an amount, and within it each object that has one."""
    dimensions = activity_dimensions(ledger)
    accounts = sorted(ledger.accounts)
    return Divided(tuple(each for account in accounts for each in _asked(ledger, account, dimensions)), dimensions)


def activity_dimensions(ledger: Ledger) -> tuple[str, ...]:
    """The dimensions whose objects are activities: first the one that tells most of the costs apart, then others.

    One that is named for activities is preferred to one that tells more, unless it tells less than half as much. What
    the first leaves of the accounts, as those of the office that has no projects, another may tell.
    """
    told: dict[str, Decimal] = defaultdict(Decimal)
    objects: dict[str, dict[str, str]] = defaultdict(dict)
    whole, latest = Decimal(0), _latest(ledger)
    for row in ledger.rows:
        if row.year == latest and row.account[:1] in _COSTS:
            amount = abs(_amount(row))
            whole += Decimal(0) if row.objects else amount
            for each in row.objects:
                told[each.dimension] += amount
                objects[each.dimension][each.key] = each.dimension_name
    several = [
        each
        for each in told
        if len(objects[each]) > 1 and told[each] >= whole * _ENOUGH and not _is_other(each, objects[each])
    ]
    most = max((told[each] for each in several), default=Decimal(0))

    def worth(dimension: str) -> tuple[bool, Decimal]:
        names = (dimension, *objects[dimension].values())
        named = any(_ACTIVITIES.search(folded(name)) for name in names) or dimension == "6"
        return named and told[dimension] >= most * _HALF, told[dimension]

    return tuple(sorted(several, key=worth, reverse=True))


def _is_other(dimension: str, names: Mapping[str, str]) -> bool:
    """Whether a dimension cannot be of activities; ``names`` are what its objects' rows call it."""
    called = (dimension, *names.values())
    return dimension == _EMPLOYEES or any(_OTHERS.search(folded(name)) for name in called)


def _latest(ledger: Ledger) -> int:
    """The latest year with outcomes."""
    return max((row.year for row in ledger.rows if Measured.RESULT in row.amounts), default=0)


def _amount(row: LedgerRow) -> Decimal:
    told = (row.amounts[each] for each in _TOLD[is_balance(row.account)] if each in row.amounts)
    return next(told, Decimal(0))


def _asked(ledger: Ledger, account: str, dimensions: Sequence[str]) -> Iterator[Asked]:
    """An account whole, or its objects and what they leave. An object's account has the sides of the whole."""
    rows = [row for year in ledger.years for row in ledger.of(account, year)]
    name = ledger.names.get(account) or next((row.name for row in rows if row.name), "")
    whole = Asked(account, name, tuple(_sums(rows, None).values()))
    by_member = _member_dimension(whole, rows)
    if by_member:
        found = [(each, tuple(_sums(rows, each).values())) for each in _objects(rows, by_member)]
    elif not is_balance(account):
        told_by = ([*_objects(rows, dimension)] for dimension in dimensions)
        found = [(each, whole.amounts) for each in next(filter(None, told_by), [])]
    else:
        found = []
    objects = [each for each, _ in found]
    left, told = _sums_of(rows, None, objects), _sums_of(rows, objects)
    if len(objects) == 1 and not by_member and left and not set(left) & set(told):
        # What is told without objects - years before, a budget - is held to be the same one's.
        yield Asked(account, name, whole.amounts, (objects[0],), apart=False)
        return
    for each, amounts in found:
        yield Asked(account, name, amounts, (each,))
    if not found or left:
        yield whole


def _member_dimension(whole: Asked, rows: Iterable[LedgerRow]) -> str:
    """The dimension whose objects are the members, of an account that is clearly contributions and not told whose."""
    party = party_of(whole)
    if not is_contribution(whole) or (party is not None and not party.is_any and party.name):
        return ""
    objects = {each for row in rows for each in row.objects}
    return next((each.dimension for each in sorted(objects) if category_of(each.name)), "")


def _objects(rows: Sequence[LedgerRow], dimension: str) -> list[LedgerObject]:
    """The objects of a dimension that have an amount on an account, in the order of their keys."""
    found = {each for row in rows if not row.is_nil for each in row.objects if each.dimension == dimension}
    return sorted(found)


def _sums(rows: Iterable[LedgerRow], of: LedgerObject | None) -> Mapping[int, Decimal]:
    """The account's or object's amounts by year, the latest first."""
    found: dict[int, Decimal] = {}
    for row in rows:
        if (of in row.objects) if of else not row.objects:
            found[row.year] = found.get(row.year, Decimal(0)) + _amount(row)
    return dict(sorted(found.items(), reverse=True))


def _sums_of(
    rows: Sequence[LedgerRow], of: Sequence[LedgerObject] | None, less: Sequence[LedgerObject] = ()
) -> Mapping[tuple[int, Measured], Decimal]:
    """What is told of some objects, or of the whole account ``less`` some, by year and measure, where it is not nil."""
    found: dict[tuple[int, Measured], Decimal] = defaultdict(Decimal)
    for row in rows:
        own = set(row.objects) & set(of) if of is not None else not row.objects
        sign = 1 if own else -1 if set(row.objects) & set(less) else 0
        for measured, amount in row.amounts.items():
            found[row.year, measured] += sign * amount
    return {key: amount for key, amount in found.items() if amount}
