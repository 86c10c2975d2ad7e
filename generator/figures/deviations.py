"""What plus means in a deviation from the budget: the sign of each deviation that is shown, and the sentence about it.

The report has one meaning, by the association's choice: plus is better than budget, or plus is more than budget. A
figure's own deviation is outcome less budget, of costs as of income; what is shown of it is decided here alone.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from enum import Enum

from generator.figures.declaration import DEVIATIONS
from generator.figures.figure import Figure, Operand
from generator.figures.measures import is_deviation
from generator.figures.naming import LEFT_PART, Names
from generator.model.fact import Fact


class Compared(Enum):
    """What the rows of a table have budgets of: income and costs beside each other, the net of both, or costs alone."""

    BOTH = "both"
    NET = "net"
    COSTS = "costs"


_BETTER = "plus betyder bättre än budget"
_MORE = "plus betyder mer än budget"
_ALIKE = "för intäkter och kostnader lika"
_FORWARD, _BACKWARD = "Avvikelsen är utfall minus budget", "Avvikelsen är budget minus utfall"
_SENTENCES = {
    (Compared.BOTH, True, True): f"{_FORWARD}; {_BETTER}, {_ALIKE}.",
    (Compared.BOTH, True, False): f"{_FORWARD}, för kostnader budget minus utfall; {_BETTER}.",
    (Compared.BOTH, False, True): f"{_FORWARD}, med kostnader räknade utan minus; {_MORE}, {_ALIKE}.",
    (Compared.BOTH, False, False): f"{_FORWARD}; {_MORE}, {_ALIKE}.",
    (Compared.NET, True, True): f"{_FORWARD}; {_BETTER}, {_ALIKE}.",
    (Compared.NET, True, False): f"{_BACKWARD}; {_BETTER}, {_ALIKE}.",
    (Compared.NET, False, True): f"{_FORWARD}; {_MORE}.",
    (Compared.NET, False, False): f"{_FORWARD}; {_MORE}.",
    (Compared.COSTS, True, False): f"{_BACKWARD}; plus betyder lägre än budget.",
    (Compared.COSTS, False, False): f"{_FORWARD}; {_MORE}.",
}


def deviation_sentence(compared: Compared, *, plus_is_better: bool, signed: bool) -> str:
    """Say how a table's deviations are counted and what plus means; ``signed``: its costs stand with minus."""
    return _SENTENCES[compared, plus_is_better, signed and compared is not Compared.COSTS]


def shown_sign(figure: Figure, names: Names, *, plus_is_better: bool, asked: str = "") -> int:
    """The sign that a figure is told with outside tables: a deviation has that of its table, or else the usual.

    ``asked`` is the measure that it was found for: what is left of an insats's own budget is also its deviation.
    """
    if is_deviation(figure.key):
        effect = _effect(part for _, part in figure.operands if isinstance(part, Figure))
        return names.sign_shown(figure.key) or (effect if plus_is_better else 1)
    is_left = asked in DEVIATIONS.values() and figure.key.code.endswith(LEFT_PART)
    return -1 if is_left and not plus_is_better else 1


def turned(figure: Figure, sign: int) -> Figure:
    """A figure with the sign that it is shown with, made of the same operands."""
    if sign > 0:
        return figure
    value = -figure.value if isinstance(figure.value, Decimal) else figure.value
    operands = tuple(Operand(-sign, part) for sign, part in reversed(figure.operands))
    return replace(figure, value=value, operands=operands)


def _effect(figures: Iterable[Figure]) -> int:
    """The effect on the result of more of a figure: -1 for costs and for what is made of costs, else 1."""
    effects = {
        fact.line.effect * (1 if times > 0 else -1)
        for figure in figures
        for fact, times in figure.leaves().items()
        if times and isinstance(fact, Fact)
    }
    return -1 if effects == {-1} else 1
