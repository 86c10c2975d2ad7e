"""Cells as text: the last thing that happens to a number, alike in tables and in diagrams."""

from collections.abc import Iterable
from decimal import Decimal

from generator.figures.figure import Figure, Masked, Missing
from generator.figures.shown import Shown, decimals_of
from generator.figures.table import MASKED, Cell, shown_number
from generator.ground.formatting import COUNT, NO_BREAK_SPACE, POINTS, SHARE, number, percent, rounded
from generator.model.typed_number import NumberForm

UNKNOWN = "saknas"
"""What stands where an amount is not known: neither nothing nor nought."""


def cell_text(cell: Cell, shown: Shown, *, whole: bool = True) -> str:
    """Write what a cell shows: its text, or its figure, with the one beside it in parentheses.

    ``whole``: a whole count needs no decimals, as among others that have none (see ``has_parts``).
    """
    if not isinstance(cell.of, Figure):
        return cell.of
    text = _figure_text(cell, cell.of, shown, whole=whole)
    if cell.beside is None or not isinstance(cell.beside.value, Decimal):
        return text
    return f"{text}\u00a0({_figure_text(Cell(cell.beside), cell.beside, shown, whole=whole)})"


def has_parts(cells: Iterable[Cell], shown: Shown) -> bool:
    """Whether a count among the cells is shown with decimals, so that all are: 6,5 and 5,0 beneath each other."""
    figures = (cell.of for cell in cells if isinstance(cell.of, Figure) and cell.of.unit == COUNT)
    values = (rounded(figure.value, shown.count_decimals) for figure in figures if isinstance(figure.value, Decimal))
    return any(value != value.to_integral_value() for value in values)


def _figure_text(cell: Cell, figure: Figure, shown: Shown, *, whole: bool) -> str:
    value = shown_number(cell, shown)
    if isinstance(value, Decimal):
        return _number_text(value, figure.unit, shown, cell.form, whole=whole)
    if isinstance(figure.value, Masked):
        return MASKED
    return UNKNOWN if value is Missing.UNKNOWN else shown.nil_sign


def _number_text(value: Decimal, unit: str, shown: Shown, form: NumberForm, *, whole: bool) -> str:
    text = _digits(value, unit, decimals_of(unit, shown, form), whole=whole and form.decimals is None)
    return f"{'+' if form.plus and value > 0 else ''}{text}{form.suffix and NO_BREAK_SPACE + form.suffix}"


def _digits(value: Decimal, unit: str, decimals: int, *, whole: bool) -> str:
    if unit == SHARE:
        return percent(value, decimals)
    if unit == POINTS:
        return number(value * 100, decimals)
    if unit == COUNT:
        return number(value, 0 if whole and value == value.to_integral_value() else decimals)
    return number(value, decimals)
