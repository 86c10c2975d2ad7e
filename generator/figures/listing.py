"""A list of figures that an economist can read: name, value, period, and what each was made of, down to the cells."""

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.figure import Figure, Figures, Missing, Operand
from generator.figures.naming import Names
from generator.ground.formatting import COUNT, MINUS, NO_BREAK_SPACE, POINTS, SHARE, number, percent


def listing(figures: Figures, names: Names) -> str:
    """List all figures in the order of their keys: key, name, label, value, unit, period, how it was made, operands."""
    return "\n".join("\n".join(_lines(figures[key], names)) for key in sorted(figures, key=str)) + "\n"


def _lines(figure: Figure, names: Names) -> Iterator[str]:
    name = names.name_of(figure.key.code)
    yield f"{figure.key} | {name} | {figure.label} | {shown_value(figure)} | {figure.period} | {figure.how.value}"
    for operand in figure.operands:
        yield f"    {_operand(operand, figure.unit)}"


def shown_value(figure: Figure) -> str:
    """The exact value with its unit, or the words for why there is none; ordinary spaces, to be searched."""
    if isinstance(figure.value, Missing):
        return f"({figure.value.value})"
    if not isinstance(figure.value, Decimal):
        return "(skyddat)"
    return shown_amount(figure.value, figure.unit)


def shown_amount(value: Decimal, unit: str) -> str:
    """An exact amount with its unit, with ordinary spaces."""
    if unit == SHARE:
        text = percent(value, 2)
    elif unit == COUNT:
        text = number(value, 0 if value == value.to_integral_value() else 2)
    else:
        text = f"{number(value * (100 if unit == POINTS else 1), 2)} {unit}"
    return text.replace(NO_BREAK_SPACE, " ")


def _operand(operand: Operand, unit: str) -> str:
    sign = "+" if operand.sign > 0 else MINUS
    if isinstance(operand.of, Figure):
        return f"{sign} {operand.of.key}"
    return f"{sign} {shown_amount(operand.of.amount, unit)} ({operand.of.source})"
