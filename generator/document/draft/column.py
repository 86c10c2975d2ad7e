"""The column beside a page: which points have room there, told how fully, and how far down each stands."""

from collections.abc import Sequence
from dataclasses import dataclass

GAP = 9.0
"""Pixels between two points."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A point that wants to stand at ``down`` on its page: its number, its height told in full and in short.

    ``weight`` is how grave it is: where there is not room for all, the gravest stay. Measures in pixels.
    """

    number: int
    down: float
    full: float
    short: float
    weight: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A point in its place: how far down its upper edge is, and whether it is told in full."""

    number: int
    down: float
    is_full: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The points of a page in order, and the numbers of those without room."""

    placed: tuple[Placed, ...]
    left: tuple[int, ...] = ()


def stacked(wishes: Sequence[Wish], top: float, bottom: float, more: float) -> Column:
    """Place points between ``top`` and ``bottom``, each as near as can be to where it wants to stand, none on another.

    All are told in full where there is room for that, and else in short. ``more`` is the height of the line that tells
    of those that have no room at all.
    """
    wishes = sorted(wishes, key=lambda wish: (wish.down, wish.number))
    room = bottom - top
    for is_full in (True, False):
        heights = [wish.full if is_full else wish.short for wish in wishes]
        if sum(heights) + GAP * (len(wishes) - 1) <= room:
            return Column(_spread(wishes, heights, top, bottom, is_full=is_full))
    kept, left = _gravest(wishes, room - more - GAP)
    heights = [wish.short for wish in kept]
    return Column(_spread(kept, heights, top, bottom - more - GAP, is_full=False), left)


def _gravest(wishes: Sequence[Wish], room: float) -> tuple[list[Wish], tuple[int, ...]]:
    """The points that have room, the gravest first, in the order that they came in; and the numbers of the others."""
    kept: set[int] = set()
    for wish in sorted(wishes, key=lambda wish: -wish.weight):
        if wish.short <= room:
            kept.add(wish.number)
            room -= wish.short + GAP
    return [wish for wish in wishes if wish.number in kept], tuple(w.number for w in wishes if w.number not in kept)


def _spread(
    wishes: Sequence[Wish], heights: Sequence[float], top: float, bottom: float, *, is_full: bool
) -> tuple[Placed, ...]:
    """Down from the top no higher than wished, then up from the bottom where that was too far."""
    downs: list[float] = []
    free = top
    for wish, height in zip(wishes, heights, strict=True):
        downs.append(max(wish.down, free))
        free = downs[-1] + height + GAP
    limit = bottom
    for at in range(len(downs) - 1, -1, -1):
        downs[at] = min(downs[at], limit - heights[at])
        limit = downs[at] - GAP
    return tuple(Placed(wish.number, down, is_full) for wish, down in zip(wishes, downs, strict=True))
