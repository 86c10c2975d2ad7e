"""How the cells to fill in are dressed, by what their column takes."""

from copy import copy
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.styles.cell_style import StyleArray

from generator.model.columns import DATE_FORMAT, TEXT_FORMAT, Column, LongTextColumn
from generator.workbook.style import BODY_FONT, INPUT_BORDER, INPUT_FILL

AIR = 1
"""So far from the edge stand numbers and their heads: words begin right beside them."""


def side_of(column: Column) -> str:
    """The side that a column's values and its head stand at: numbers to the right, words and dates to the left."""
    return "left" if column.number_format in {TEXT_FORMAT, DATE_FORMAT} else "right"


class InputStyles:
    """The style of the cells to fill in, made once in a workbook for each kind of column.

    openpyxl looks every setting of a style up among the book's, which takes most of the time of a new workbook.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[str, bool], StyleArray] = {}

    def give(self, cell: Any, column: Column) -> None:
        """Dress a cell as one to fill in with what the column takes."""
        kind = (column.number_format, isinstance(column, LongTextColumn))
        if kind not in self._made:
            cell.fill, cell.border, cell.number_format = INPUT_FILL, INPUT_BORDER, column.number_format
            cell.font = BODY_FONT
            side = side_of(column)
            indent = AIR if side == "right" else 0
            cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=kind[1], indent=indent)
            self._made[kind] = copy(cell._style)  # noqa: SLF001 - openpyxl's way to give a cell another's style
        cell._style = copy(self._made[kind])  # noqa: SLF001
