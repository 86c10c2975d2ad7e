"""The numbers of points, right of what they are about: several of one place side by side, and none on another."""

from collections.abc import Sequence
from typing import Any

from generator.document.draft.places import Spot
from generator.document.draft.sheets import MM

HEIGHT = 3.6 * MM
_STEP, _DOWN = 5.0 * MM, HEIGHT + 0.4 * MM
"""From one number to the next, to the right and downwards."""
_FROM_TEXT, _FROM_EDGE = 1.5 * MM, 1.0 * MM
_TALLEST = 16 * MM
"""How high a row or heading is at most that a number stands in the middle of; else it stands at the first line."""


def places_of(page: Any, spots: Sequence[Spot]) -> list[tuple[float, float]]:
    """Where the number of each of the points of a page begins, from the left and from above, in pixels."""
    margin = page._page_box.margin_right  # noqa: SLF001 - WeasyPrint tells the margins in no other way
    across = max(1, int((margin - _FROM_TEXT) // _STEP))
    start = page.width - max(margin - _FROM_TEXT, _STEP + _FROM_EDGE)
    taken: list[tuple[float, float]] = []
    for spot in spots:
        top = _middle(spot)
        while (free := _free(taken, start, across, top)) is None:
            top += _DOWN
        taken.append((free, top))
    return taken


def _middle(spot: Spot) -> float:
    return spot.down + (max(0.0, spot.high - HEIGHT) / 2 if spot.high <= _TALLEST else 0.0)


def _free(taken: Sequence[tuple[float, float]], start: float, across: int, top: float) -> float | None:
    """The first place from the left where no number stands at a height; None where there is none."""
    near = {left for left, other in taken if abs(other - top) < HEIGHT}
    return next((left for place in range(across) if (left := start + place * _STEP) not in near), None)
