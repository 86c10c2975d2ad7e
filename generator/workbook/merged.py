"""Merged areas: the cells that they cover, where a value has no place."""

from collections.abc import Iterable

from generator.workbook.cells import place_of

_LARGEST = 10_000
"""Cells of a merged area that can be meant as data; larger ones are decoration."""
_MOST = 100_000
"""Cells of all a tab's merged areas."""


def covered_cells(areas: Iterable[str]) -> dict[tuple[int, int], str]:
    """The area that covers each cell, by row and column; an area's own first cell, where its value stands, is one.

    Vast areas are left out, so that whole columns that are merged do not cost a place for each of their millions.
    """
    covered: dict[tuple[int, int], str] = {}
    room = _MOST
    for area in areas:
        first, _, last = area.partition(":")
        (top, left), (bottom, right) = place_of(first), place_of(last or first)
        size = (bottom - top + 1) * (right - left + 1)
        if size <= min(_LARGEST, room):
            room -= size
            covered |= {(row, column): area for row in range(top, bottom + 1) for column in range(left, right + 1)}
    return covered


def is_first(place: tuple[int, int], area: str) -> bool:
    """Whether a cell is the first of an area, the one whose value is seen."""
    return place == place_of(area.partition(":")[0])
