"""How a table that is wider than its place is made to fit: smaller, on a turned page, or in parts below one another.

All lengths are in points, or in ems of the table's own letters. Nothing here knows of boxes or HTML.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

SMALLEST = 7.5
"""Points of the smallest letters that a table is given to fit; one that is set smaller keeps its own."""
STEP = 0.25
PADDING = 0.8
"""Ems between the texts of two neighbouring columns."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs, in ems: the widest thing in it that cannot be broken, and what would break nothing at all.

    ``counts``: it holds numbers, so that it is as wide as its neighbours that do.
    """

    least: float
    wanted: float
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Fit:
    """A table's new measures: the letters in points, and each part's columns with their shares of the width.

    ``parts`` has one item for a whole table; each begins with the column of the rows' heads.
    """

    size: float
    turned: bool
    parts: tuple[tuple[int, ...], ...]
    shares: tuple[tuple[float, ...], ...]


def fitted(needs: Sequence[Need], size: float, room: float, turned_room: float | None, *, fills: bool) -> Fit | None:
    """Fit columns, the rows' heads first, into ``room`` points, or into that of a turned page where there is one.

    ``fills``: the table fills a turned page well enough to be whole there rather than divided on an upright one.
    Returns None where a column with the rows' heads beside it is too wide for any of it.
    """
    upright, turned = (room, False), (turned_room or 0.0, True)
    order = (_whole, turned), (_parted, upright)
    tries = ((_whole, upright), *(order if fills else order[::-1]), (_parted, turned))
    made = (way(needs, tuple(_sizes(size)), *place) for way, place in tries if place[0])
    return next(filter(None, made), None)


def _whole(needs: Sequence[Need], sizes: Sequence[float], width: float, turned: bool) -> Fit | None:  # noqa: FBT001
    parts = (tuple(range(len(needs))),)
    fits = (points for points in sizes if _takes(needs) * points <= width)
    return next((_fit(needs, points, width, parts, turned=turned) for points in fits), None)


def _parted(needs: Sequence[Need], sizes: Sequence[float], width: float, turned: bool) -> Fit | None:  # noqa: FBT001
    """In as few parts as the smallest letters allow, and then with letters as large as so many parts allow."""
    fewest = _divided(needs, width / sizes[-1])
    if not fewest:
        return None
    for points in sizes:
        parts = _divided(needs, width / points)
        if parts and len(parts) == len(fewest):
            return _fit(needs, points, width, parts, turned=turned)
    return None


def _sizes(size: float) -> Iterator[float]:
    """The sizes to try, from the table's own down."""
    yield size
    points = size - STEP
    while points > SMALLEST:
        yield points
        points -= STEP
    if size > SMALLEST:
        yield SMALLEST


def _takes(needs: Sequence[Need]) -> float:
    """The ems that columns take beside one another at least."""
    return sum(need.least + PADDING for need in needs)


def _divided(needs: Sequence[Need], room: float) -> tuple[tuple[int, ...], ...] | None:
    """The columns of as few parts as hold them all in ``room`` ems, about as many in each."""
    head, others = needs[0], range(1, len(needs))
    if any(_takes((head, needs[place])) > room for place in others):
        return None
    for count in range(2, len(needs)):
        edges = [1 + len(others) * part // count for part in range(count + 1)]
        parts = tuple((0, *range(start, end)) for start, end in pairwise(edges))
        if all(_takes([needs[place] for place in part]) <= room for part in parts):
            return parts
    return None


def _fit(
    needs: Sequence[Need], points: float, width: float, parts: tuple[tuple[int, ...], ...], *, turned: bool
) -> Fit:
    shares = tuple(_shares([needs[place] for place in part], width / points) for part in parts)
    return Fit(points, turned, parts, shares)


def _shares(needs: Sequence[Need], room: float) -> tuple[float, ...]:
    """Share out ``room`` ems: what each column needs, then what it wants, then equally."""
    widest = max((need.least for need in needs if need.counts), default=0.0)
    even = [Need(widest, max(widest, need.wanted), need.counts) if need.counts else need for need in needs]
    needs = even if _takes(even) <= room else needs
    left = room - _takes(needs)
    wishes = [max(need.wanted - need.least, 0) for need in needs]
    given = min(left / sum(wishes), 1) if sum(wishes) else 0
    widths = [need.least + PADDING + wish * given for need, wish in zip(needs, wishes, strict=True)]
    rest = (room - sum(widths)) / len(widths)
    return tuple((width + rest) / room for width in widths)
