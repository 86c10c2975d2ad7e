"""The Fact: one typed amount. Everything in the report that is a number is derived from these."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from generator.ground.source import Source

ORE = Decimal("0.01")


class Measure(Enum):
    """What an amount measures; the value is its Swedish name."""

    OUTCOME = "utfall"
    BUDGET_DECIDED = "beslutad budget"
    BUDGET_REVISED = "reviderad budget"


@dataclass(frozen=True, slots=True)
class Fact:
    """One typed amount in kronor, entered the natural way: income, costs, assets and debts positive.

    ``line`` is the code of a line in ``statements.lines``, or of an entry of its own (``direct_adjustment``). ``note``
    and ``activity`` are keys of those registers, ``row`` the label of the note's row. ``part_of`` (*varav*) tells
    that the amount is contained in the rows above and is not added. ``precision`` is the unit that the amount
    was rounded to when typed: one öre, a krona or a thousand.
    """

    line: str
    year: int
    amount: Decimal
    source: Source
    measure: Measure = Measure.OUTCOME
    sub_item: str = ""
    note: str = ""
    row: str = ""
    activity: str = ""
    part_of: bool = False
    liquid: bool = False
    opening: bool = False
    show_nil: bool = False
    precision: Decimal = ORE


def with_precision(facts: Iterable[Fact], unit_of: Callable[[Fact], Decimal]) -> tuple[Fact, ...]:
    """Give each Fact the precision of the column it stood in.

    A column with öre anywhere was typed from the ledger to the öre; one without was rounded to its unit, or to the
    decimals of it that are used. That is why one decides per column and not per amount: 405,00 kr among amounts
    with öre is exact.
    """
    facts = tuple(facts)
    finest: dict[object, Decimal] = {}
    for fact in facts:
        column = _column(fact)
        finest[column] = min(finest.get(column, unit_of(fact)), _precision(fact.amount, unit_of(fact)))
    return tuple(replace(fact, precision=finest[_column(fact)]) for fact in facts)


def _column(fact: Fact) -> object:
    return fact.source.tab, fact.source.column, fact.opening


def _precision(amount: Decimal, unit: Decimal) -> Decimal:
    """The unit that one amount shows it was rounded to: a krona without öre, or a part of the thousand."""
    if amount != amount.to_integral_value():
        return ORE
    precision = unit
    while precision > 1 and amount % precision:
        precision /= 10
    return precision
