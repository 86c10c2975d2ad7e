"""A list of figures that an economist can read: name, value, period, and what each was made of, down to the cells."""

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.figure import Figure, Figures, Missing, Operand
from generator.formatting import MINUS, NO_BREAK_SPACE, number, percent


def listing(figures: Figures) -> str:
    """List all figures in the order of their keys: key, name, value, unit, period, how it was made, operands."""
    return "\n".join("\n".join(_lines(figures[key])) for key in sorted(figures)) + "\n"


def _lines(figure: Figure) -> Iterator[str]:
    yield f"{figure.key} | {figure.label} | {shown_value(figure)} | {figure.period} | {figure.how.value}"
    for operand in figure.operands:
        yield f"    {_operand(operand)}"


def shown_value(figure: Figure) -> str:
    """The exact value with its unit, or the words for why there is none; ordinary spaces, to be searched."""
    if isinstance(figure.value, Missing):
        return f"({figure.value.value})"
    if not isinstance(figure.value, Decimal):
        return "(skyddat)"
    text = percent(figure.value, 2) if figure.unit == "andel" else f"{number(figure.value, 2)} {figure.unit}"
    return text.replace(NO_BREAK_SPACE, " ")


def _operand(operand: Operand) -> str:
    sign = "+" if operand.sign > 0 else MINUS
    if isinstance(operand.of, Figure):
        return f"{sign} {operand.of.key}"
    fact = operand.of
    amount = number(fact.amount, 2).replace(NO_BREAK_SPACE, " ")
    return f"{sign} {amount} kr ({fact.source})"
