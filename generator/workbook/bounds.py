"""How much of a workbook is read: its cells, and each tab's rows, columns and texts."""

from collections.abc import Container

from generator.findings.limits import hold
from generator.findings.text_limits import SHORT, hold_text
from generator.ground.limits import (
    CELL_LETTERS,
    LIST_BYTES,
    LIST_CELLS,
    LIST_ROWS,
    PART_BYTES,
    TAB_COLUMNS,
    TAB_ROWS,
    WORKBOOK_CELLS,
    Limit,
)
from generator.ground.names import Name
from generator.ground.source import Source
from generator.workbook.grid import Grid


class Bounds:
    """What has been counted of a workbook; what is above a limit stops the reading (``TooMuchError``).

    ``pasted`` are the names of the tabs that another program's list is laid into, None for all: each is counted by
    itself.
    """

    def __init__(self, pasted: Container[Name] | None = ()) -> None:
        self._cells, self._pasted = 0, pasted

    def part_bytes(self, place: Source) -> Limit:
        """How long a tab's part may be."""
        return LIST_BYTES if self._is_pasted(place) else PART_BYTES

    def hold_cells(self, count: int, place: Source) -> None:
        """Stop while a tab is being read: ``count`` cells of it have been."""
        if self._is_pasted(place):
            hold(LIST_CELLS, count, place)
        else:
            hold(WORKBOOK_CELLS, self._cells + count, place)

    def held(self, grid: Grid) -> Grid:
        """Give back a tab that is no larger than is read."""
        place = grid.source()
        is_pasted = self._is_pasted(place)
        hold(LIST_ROWS if is_pasted else TAB_ROWS, len(grid.rows), place)
        hold(TAB_COLUMNS, len({column for cells in grid.rows.values() for column in cells}), place)
        for cells in grid.rows.values():
            self._cells += 0 if is_pasted else len(cells)
            for cell in cells.values():
                if isinstance(cell.value, str) and len(cell.value) > SHORT:
                    hold(CELL_LETTERS, len(cell.value), cell.source)
                    hold_text(cell.value, cell.source)
        return grid

    def _is_pasted(self, place: Source) -> bool:
        return self._pasted is None or Name(place.tab) in self._pasted
