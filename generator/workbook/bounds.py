"""How much of a workbook is read: its cells, and each tab's rows, columns and texts."""

from generator.findings.limits import hold
from generator.findings.text_limits import hold_text
from generator.ground.limits import CELL_LETTERS, TAB_COLUMNS, TAB_ROWS, WORKBOOK_CELLS
from generator.ground.source import Source
from generator.workbook.grid import Grid


class Bounds:
    """What has been counted of a workbook; what is above a limit stops the reading (``TooMuchError``)."""

    def __init__(self) -> None:
        self._cells = 0

    def hold_cells(self, count: int, place: Source) -> None:
        """Stop while a tab is being read: ``count`` cells of it have been."""
        hold(WORKBOOK_CELLS, self._cells + count, place)

    def held(self, grid: Grid) -> Grid:
        """Give back a tab that is no larger than is read."""
        place = grid.source()
        hold(TAB_ROWS, len(grid.rows), place)
        hold(TAB_COLUMNS, len({column for cells in grid.rows.values() for column in cells}), place)
        for cells in grid.rows.values():
            self._cells += len(cells)
            for cell in cells.values():
                if isinstance(cell.value, str):
                    hold(CELL_LETTERS, len(cell.value), cell.source)
                    hold_text(cell.value, cell.source)
        return grid
