"""Cells as text: the last thing that happens to a number, alike in tables and in diagrams."""

from decimal import Decimal

from generator.figures.figure import Figure, Masked, Missing
from generator.figures.table import MASKED, Cell, Shown, shown_number
from generator.formatting import COUNT, SHARE, number, percent

UNKNOWN = "saknas"
"""What stands where an amount is not known: neither nothing nor nought."""


def cell_text(cell: Cell, shown: Shown) -> str:
    """Write what a cell shows: its text, or its figure, with the one beside it in parentheses."""
    if not isinstance(cell.of, Figure):
        return cell.of
    text = _figure_text(cell, cell.of, shown)
    if cell.beside is None or not isinstance(cell.beside.value, Decimal):
        return text
    return f"{text}\u00a0({_figure_text(Cell(cell.beside), cell.beside, shown)})"


def _figure_text(cell: Cell, figure: Figure, shown: Shown) -> str:
    value = shown_number(cell, shown)
    if isinstance(value, Decimal):
        return _number_text(value, figure.unit, shown)
    if isinstance(figure.value, Masked):
        return MASKED
    return UNKNOWN if value is Missing.UNKNOWN else shown.nil_sign


def _number_text(value: Decimal, unit: str, shown: Shown) -> str:
    if unit == SHARE:
        return percent(value, shown.share_decimals)
    if unit == COUNT:
        return number(value, 0 if value == value.to_integral_value() else shown.count_decimals)
    return number(value, shown.decimals)
