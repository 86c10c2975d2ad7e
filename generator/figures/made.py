"""Figures that a text makes of other figures: a share, and a difference.

They are Figures with operands like all others, so that they are traced, masked and rounded as these are.
"""

from collections.abc import Sequence
from decimal import Decimal

from generator.figures.figure import Figure, FigureValue, How, Masked, Missing, Operand, period_year
from generator.ground.formatting import POINTS, SHARE


def share(part: Figure, whole: Figure) -> Figure:
    """One figure as a share of another, both of one unit; nothing where the other is nil or nothing."""
    value = _common(part, whole)
    if value is None:
        value = part.amount / whole.amount if whole.amount else Missing.NOTHING
    label = f"{part.label} som andel av {whole.label}"
    operands = (Operand(1, part), Operand(-1, whole))
    return Figure(whole.key.after(f"{part.key} : "), label, value, SHARE, part.period, How.RATIO, operands)


def difference(one: Figure, other: Figure) -> Figure:
    """One figure less another of the same unit; between two shares it is told in percentage points.

    Of one figure in two years the label tells the years.
    """
    value = _common(one, other)
    if value is None:
        there = isinstance(one.value, Decimal) or isinstance(other.value, Decimal)
        value = one.amount - other.amount if there else Missing.NOTHING
    unit = POINTS if one.unit == SHARE else one.unit
    label = f"{one.label} minus {other.label}"
    if one.label == other.label and one.period != other.period:
        label = f"{one.label} {period_year(one.period)} minus {period_year(other.period)}"
    elif one.key == other.key._replace(measure=""):
        label = f"{one.label}, utfall minus budget"
    operands = (Operand(1, one), Operand(-1, other))
    return Figure(other.key.after(f"{one.key} - "), label, value, unit, one.period, How.DIFFERENCE, operands)


def total(operands: Sequence[Operand]) -> FigureValue:
    """Add what a figure is made of. Nothing adds nothing; only nothing is nothing.

    One unknown makes the sum unknown, and one that may not be shown makes it one that may not: it would tell it.
    """
    values = [(sign, part.value if isinstance(part, Figure) else part.amount) for sign, part in operands]
    for _, value in values:
        if isinstance(value, Masked):
            return value
    added: Decimal | Missing = Missing.NOTHING
    for sign, value in values:
        if value is Missing.UNKNOWN:
            return Missing.UNKNOWN
        if isinstance(value, Decimal):
            added = (added if isinstance(added, Decimal) else Decimal(0)) + sign * value
    return added


def _common(*figures: Figure) -> FigureValue | None:
    """What a figure made of others is because one of them may not be shown or is not known; None where it is free."""
    values = [figure.value for figure in figures]
    masked = next((value for value in values if isinstance(value, Masked)), None)
    return masked or (Missing.UNKNOWN if Missing.UNKNOWN in values else None)
