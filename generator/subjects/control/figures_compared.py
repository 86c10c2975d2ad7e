"""A control amount against the figure that the program has derived: equal, explained by rounding, or different.

The last digit that was printed decides: ``2,5 mnkr`` may be anything from 2 450 000 to 2 550 000 kronor. Signs are as
strict as the source allows: a cost may stand with minus in a statement, a deviation has the report's meaning of plus.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from generator.figures.figure import Figure, How
from generator.figures.measures import is_deviation
from generator.figures.rounding import UNITS_WITHOUT_QUESTION, half_of_last_digit, leeway, tolerance
from generator.ground.formatting import COUNT, KRONOR, SHARE, UNIT_FACTORS, rounded
from generator.model.fact import Fact
from generator.model.printed import PER_CENT, Printed
from generator.statements.statement import Kind
from generator.subjects.control.rows import AUTOMATIC, COSTS_NEGATIVE, LEDGER

_UNSIGNED = ("note.", "insat")
"""What reports print without signs, so that a minus there means something."""

_PLAIN_PER_CENT = Decimal("0.005")


class Verdict(Enum):
    """What came of a comparison."""

    AGREES = "stämmer"
    ROUNDING = "ryms i avrundningen"
    OTHER_SIGN = "omvänt tecken"
    DIFFERS = "skiljer sig"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both amounts in the figure's own unit, with the sign that the source gives them.

    ``half`` is what the printed digits leave open, ``bound`` what the rounding of the amounts behind the figure can
    explain besides, ``difference`` the printed amount less the computed one.
    """

    printed: Decimal
    computed: Decimal
    half: Decimal
    bound: Decimal
    verdict: Verdict

    @property
    def difference(self) -> Decimal:
        """How much the printed amount is above the computed one."""
        return self.printed - self.computed


def unit_of(printed: Printed, typed: str, figure: Figure) -> str:
    """The unit of a printed amount: its own, else the one in the column, else what the figure is in."""
    return printed.unit or typed or {SHARE: PER_CENT, COUNT: COUNT}.get(figure.unit, KRONOR)


def fits(unit: str, figure: Figure) -> bool:
    """Whether a figure can be told in a unit."""
    if figure.unit == KRONOR:
        return unit in UNIT_FACTORS
    return unit == (PER_CENT if figure.unit == SHARE else COUNT)


@dataclass(frozen=True, slots=True)
class Signs:
    """How the source of a control amount writes signs: its ``convention``, and what is known besides.

    ``shown`` is the sign that the report tells the figure with, where it is a deviation. ``derived`` is the same figure
    of the report's year, which tells what one of an older year is, that was typed as a bare number.
    """

    convention: str = AUTOMATIC
    shown: int = 1
    derived: Figure | None = None

    def allowed(self, figure: Figure) -> tuple[int, ...]:
        """The signs that a source may give a figure's natural amount."""
        is_bare = self.derived and not any(isinstance(each, Fact) for each in figure.leaves())
        kind = self.derived if self.derived and is_bare else figure
        side = ledger_sign(kind)
        if self.convention == LEDGER:
            return (side or 1,)
        is_cost = side > 0 and _is_flow(kind)
        if is_deviation(figure.key) or self.shown < 0:
            return (self.shown,)
        if is_cost and _is_net(kind):
            return (1, -1)  # some reports print cost less income, others income less cost
        if self.convention == COSTS_NEGATIVE:
            return (-1 if is_cost else 1,)
        in_statement = is_cost and figure.amount > 0 and not figure.key.code.startswith(_UNSIGNED)
        return (1, -1) if in_statement else (1,)


def compared(printed: Printed, unit: str, figure: Figure, signs: Signs | None = None) -> Comparison:
    """Compare a printed amount in ``unit`` with a figure of that kind; nothing counts as nil."""
    factor = Decimal("0.01") if unit == PER_CENT else UNIT_FACTORS.get(unit, Decimal(1))
    number, half = printed.number * factor, half_of_last_digit(printed.number) * factor
    bound, plain = _rounding(figure)
    allowed = (signs or Signs()).allowed(figure)
    candidates = [figure.amount * sign for sign in allowed]
    computed = min(candidates, key=lambda value: abs(number - value))
    size = abs(number - computed)
    if size <= half:
        verdict = Verdict.AGREES
    elif size <= half + plain or number in _sums_of_rounded(figure, 2 * half, allowed):
        verdict = Verdict.ROUNDING
    elif abs(number + computed) <= half + plain:
        verdict = Verdict.OTHER_SIGN
    else:
        verdict = Verdict.DIFFERS
    return Comparison(number, computed, half, bound, verdict)


def _sums_of_rounded(figure: Figure, step: Decimal, signs: Iterable[int]) -> tuple[Decimal, ...]:
    """A sum as some reports print it, each part rounded first, with the signs that it may have."""
    if figure.unit != KRONOR or figure.how is How.RATIO or not figure.operands:
        return ()
    parts = ((sign, part.amount) for sign, part in figure.operands)
    total = sum((sign * rounded(amount / step) * step for sign, amount in parts), start=Decimal(0))
    return tuple(total * sign for sign in signs)


def _rounding(figure: Figure) -> tuple[Decimal, Decimal]:
    """What rounding of the typed amounts can explain, and the part of it that needs no question."""
    bound = leeway(figure)
    if figure.unit == KRONOR:
        return bound, min(bound, UNITS_WITHOUT_QUESTION * max(tolerance(figure).unit, Decimal("0.01")))
    return bound, min(bound, _PLAIN_PER_CENT)


def _is_net(figure: Figure) -> bool:
    """Whether a figure that is a cost has income taken from it."""
    return any(fact.line.kind is not Kind.COST for fact in figure.leaves() if isinstance(fact, Fact))


def ledger_sign(figure: Figure) -> int:
    """The sign that the ledger gives a positive amount: 1 for costs and assets (debit), -1 for the rest (credit).

    0 where the figure is made of both, as cash flows are. A deviation is of the side of the outcome.
    """
    outcome = _outcome(figure)
    sides = {
        times * (1 if fact.line.kind in {Kind.COST, Kind.ASSET} else -1)
        for fact, times in outcome.leaves().items()
        if times and isinstance(fact, Fact)
    }
    directions = {1 if side > 0 else -1 for side in sides}
    return directions.pop() if len(directions) == 1 else 0


def _outcome(figure: Figure) -> Figure:
    """The outcome that a deviation is the deviation of, or its budget where there is no outcome; else the figure."""
    parts = [part for _, part in figure.operands if isinstance(part, Figure)] if is_deviation(figure.key) else []
    return next((part for part in parts if part.leaves()), figure)


def _is_flow(figure: Figure) -> bool:
    return all(fact.line.is_flow for fact in _outcome(figure).leaves() if isinstance(fact, Fact))
