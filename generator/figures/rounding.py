"""What rounding can explain: the bound on a difference between sums of amounts typed in whole kronor or thousands."""

from dataclasses import dataclass
from decimal import Decimal

from generator.figures.figure import Figure
from generator.model.fact import ORE

UNITS_WITHOUT_QUESTION = 3
"""So many units of the coarsest typed unit are taken for rounding without asking; more wants a look."""


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
