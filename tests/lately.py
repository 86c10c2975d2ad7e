"""Tabs that the tests have read lately.

Most tests change one thing in a workbook that others change something else in. The program knows a tab again for as
long as somebody has it (``generator.workbook.kept``), as the page to work at does. Here it is the tests that have it.
"""

from collections import deque

from generator.workbook import opening
from generator.workbook.grid import Grid
from generator.workbook.kept import Asked, Kept, keep

_TABS = 400
"""How many are held: those of a dozen workbooks."""

_LATELY: deque[Grid] = deque(maxlen=_TABS)


def hold_what_was_read() -> None:
    """Hold every tab that is read from now on, until so many more have been read."""

    def held(asked: Asked, read: Kept) -> Grid:
        grid = keep(asked, read)
        _LATELY.append(grid)
        return grid

    opening.keep = held  # type: ignore[attr-defined]
