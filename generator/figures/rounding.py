"""What rounding can explain: the bound on a difference between sums of amounts typed in whole kronor or thousands."""

from dataclasses import dataclass
from decimal import Decimal

from generator.figures.figure import Figure, How
from generator.ground.formatting import COUNT, POINTS, SHARE
from generator.model.fact import ORE, Fact, Typed

UNITS_WITHOUT_QUESTION = 3
"""So many units of the coarsest typed unit are taken for rounding without asking; more wants a look."""

_PER_CENTS = (SHARE, POINTS)
_WHOLE_PER_CENT = Decimal("0.01")
"""Shares are shown in whole per cents, so that one typed as 0.6 may well be 0.60."""


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How much of a difference the rounding of ``amounts`` typed amounts can explain, in kronor.

    ``bound`` is the theoretical limit, half a unit for each rounded amount; ``plain`` the part of it that needs no
    question. Both are nil where all was typed with öre.
    """

    amounts: int
    unit: Decimal
    bound: Decimal
    plain: Decimal


def tolerance(difference: Figure) -> Tolerance:
    """Find what the rounding of the typed amounts behind ``difference`` can explain."""
    rounded = [
        (abs(times), fact)
        for fact, times in difference.leaves().items()
        if times and fact.precision > ORE and fact.amount
    ]
    unit = max((fact.precision for _, fact in rounded), default=Decimal(0))
    bound = sum((fact.precision * times / 2 for times, fact in rounded), start=Decimal(0))
    return Tolerance(len(rounded), unit, bound, min(bound, UNITS_WITHOUT_QUESTION * unit))


def half_of_last_digit(value: Decimal) -> Decimal:
    """Half of the last digit that a number is written with: 0.05 for 2.5, 0.5 for 14097."""
    exponent = value.as_tuple().exponent
    return Decimal(5).scaleb(exponent - 1) if isinstance(exponent, int) else Decimal(0)


def leeway(figure: Figure) -> Decimal:
    """How far from the true value a figure may lie because amounts behind it were rounded when typed.

    In the figure's own unit, nil where there is no value. A ratio's follows from those of its two parts.
    """
    if not isinstance(figure.value, Decimal):
        return Decimal(0)
    parts = [part for _, part in figure.operands if isinstance(part, Figure)]
    match parts:
        case [above, below] if figure.how is How.RATIO and below.amount:
            return (leeway(above) + abs(figure.value) * leeway(below)) / abs(below.amount)
        case [whole] if figure.how is How.RATIO and whole.amount:
            return leeway(whole) * abs(figure.value / whole.amount)
        case [same] if figure.value == same.value:
            return leeway(same)
        case []:
            facts = (part for _, part in figure.operands if not isinstance(part, Figure))
            return sum((_leeway_of(fact, figure.unit) for fact in facts), start=Decimal(0))
    return tolerance(figure).bound


def _leeway_of(fact: Typed, unit: str) -> Decimal:
    """A typed amount's own. A column of mixed kinds (kronor, shares) says nothing of how each was rounded."""
    if isinstance(fact, Fact):
        return fact.precision / 2 if fact.precision > ORE and fact.amount else Decimal(0)
    last = half_of_last_digit(fact.amount.normalize() if unit in _PER_CENTS else fact.amount)
    if unit in _PER_CENTS:
        return min(last, _WHOLE_PER_CENT / 2)
    whole = fact.amount == fact.amount.to_integral_value()
    if whole:
        return Decimal(0) if unit == COUNT else Decimal("0.5")
    return last if unit == COUNT else ORE / 2
