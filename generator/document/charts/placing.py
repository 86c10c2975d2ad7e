"""Where the texts of a chart stand: boxes that no line, bar or other text crosses. Measures on the page, in points."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.document.charts.labels import LINE, SIZE, wide, wrapped

Point = tuple[float, float]
Segment = tuple[Point, Point]


class Box(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two have anything in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom

    def within(self, other: "Box") -> bool:
        """Whether it is all inside another."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom

    def crossed(self, line: Segment) -> bool:
        """Whether a line goes through it: what is left of the line within its edges, side by side (Liang-Barsky)."""
        (x, y), (to_x, to_y) = line
        first, last = 0.0, 1.0
        for start, way, least, most in ((x, to_x - x, self.left, self.right), (y, to_y - y, self.top, self.bottom)):
            if not way:
                if not least < start < most:
                    return False
                continue
            enters, leaves = sorted(((least - start) / way, (most - start) / way))
            first, last = max(first, enters), min(last, leaves)
        return first < last


class Label(NamedTuple):
    """A text that is placed: where its letters stand, how they are set about that, and the box that they take."""

    x: float
    y: float
    text: str
    anchor: str
    box: Box


_HIGH, _LOW = SIZE * 0.78, SIZE * 0.22
"""How far letters reach over their line, and under it."""


def label(x: float, y: float, text: str, anchor: str = "middle") -> Label:
    """Place a text with its letters on the line ``y``."""
    width = wide(text)
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Label(x, y, text, anchor, Box(left - 2, y - _HIGH, left + width + 2, y + _LOW))


def placed(
    wanted: Iterable[Sequence[Label]], room: Box, boxes: Iterable[Box], lines: Sequence[Segment] = ()
) -> list[Label | None]:
    """Choose for each text the first of its places that is free; None where none is."""
    taken, chosen = list(boxes), []
    for places in wanted:
        free = next((each for each in places if _is_free(each.box, room, taken, lines)), None)
        chosen.append(free)
        taken += [free.box] if free else []
    return chosen


def _is_free(box: Box, room: Box, taken: Iterable[Box], lines: Iterable[Segment]) -> bool:
    return box.within(room) and not any(map(box.meets, taken)) and not any(map(box.crossed, lines))


MOST_MOVED = LINE * 1.6
"""How far from its line's end a name may stand."""
MOST_ROWS = 3
GAP = 3.0


class End(NamedTuple):
    """Where a line ends, its name, and its last value where that stands with the name."""

    y: float
    name: str
    value: str = ""


class Ends(NamedTuple):
    """Names at the ends of lines: how wide they are, and of each its lines and where its middle is."""

    width: float
    names: tuple[tuple[float, tuple[str, ...]], ...]


def at_ends(ends: Sequence[End], width: float, foot: float) -> Ends | None:
    """Put names beside where lines end, from the top down to ``foot``, each near its own; None where they have no room.

    The narrowest column that holds all is taken, of at most ``width``.
    """
    longest = max((wide(word) for end in ends for word in (*end.name.split(" "), end.value)), default=0.0)
    for column in (share * width for share in (0.4, 0.55, 0.7, 0.85, 1.0)):
        lines = [(*wrapped(end.name, column), *filter(None, [end.value])) for end in ends]
        if longest > column or max(map(len, lines)) > MOST_ROWS:
            continue
        heights = [LINE * len(each) + GAP for each in lines]
        middles = _spread([end.y for end in ends], heights, foot)
        near = all(abs(middle - end.y) <= MOST_MOVED for middle, end in zip(middles, ends, strict=True))
        if near and all(middle >= height / 2 for middle, height in zip(middles, heights, strict=True)):
            widest = max(wide(line) for each in lines for line in each)
            return Ends(widest, tuple(zip(middles, lines, strict=True)))
    return None


def _spread(wanted: Sequence[float], heights: Sequence[float], foot: float) -> list[float]:
    """Move middles apart until none is upon another, as little as may be: neighbours that meet share what they move."""
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    groups: list[tuple[list[int], float]] = []  # the places, and the top of the first
    for place in order:
        groups.append(([place], wanted[place] - heights[place] / 2))
        while len(groups) > 1 and groups[-1][1] < groups[-2][1] + sum(heights[each] for each in groups[-2][0]):
            together = [*groups[-2][0], *groups.pop()[0]]
            groups[-1] = (together, _best_top(together, wanted, heights))
    middles = list(wanted)
    for places, start in groups:
        top = min(start, foot - sum(heights[place] for place in places))
        for place in places:
            middles[place] = top + heights[place] / 2
            top += heights[place]
    return middles


def _best_top(places: Sequence[int], wanted: Sequence[float], heights: Sequence[float]) -> float:
    offset, tops = 0.0, []
    for place in places:
        tops.append(wanted[place] - heights[place] / 2 - offset)
        offset += heights[place]
    return sum(tops) / len(tops)
