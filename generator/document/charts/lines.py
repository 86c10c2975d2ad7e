"""Lines over time, each with dashes and marks of its own and its name at its end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.document.charts.frame import ABOVE, Frame, all_labelled, categories, frame_of, hidden_text, scale_lines
from generator.document.charts.ink import Ink, halo, label_text, mark, stroke, text
from generator.document.charts.labels import SIZE
from generator.document.charts.legend import SPACE, beside_last, end_names, ends_of
from generator.document.charts.placing import Box, Label, Point, Segment, label, placed
from generator.view.parts import ChartView, PointView, SeriesView

_MARK = 5.0
"""Half of what a mark takes."""
_LOWEST = 3.0
"""How far into the line of the categories a value may reach, whose letters begin lower."""


def lines(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Draw lines; gives how high they are, and what is drawn."""
    ends = ends_of(chart, ink)
    frame = frame_of(chart, ink, top, beside_last(chart, ink, ends))
    runs = [
        (order, [(frame.middle(place), frame.at(point.value)) for place, point in run])
        for order, series in enumerate(chart.series)
        for run in runs_of(series)
    ]
    told = frame.count - int(ends is not None)
    found = _values(chart, frame, [points for _, points in runs], told) if all_labelled(chart, ink) else []
    labels = [each for each in found if each] if ink.is_whole or all(found) else []
    end = frame.middle(frame.count - 1) + _MARK if ends else frame.right
    drawn = [*scale_lines(chart, frame, ink, end), *(halo(each.box, ink) for each in labels)]
    for order, points in runs:
        drawn.append(stroke(points, order, ink))
        drawn += [mark(x, y, order, ink) for x, y in points]
    drawn += (label_text(each, ink.ink) for each in labels)
    for place in range(frame.count):
        if hidden := hidden_text(chart, place):
            drawn.append(text(frame.middle(place), frame.nought - 4, hidden, ink.ink, "middle"))
    if ends:
        drawn += end_names(ends, frame.middle(frame.count - 1) + SPACE, top, ink)
    texts, bottom = categories(chart, frame, ink)
    return bottom, [*drawn, *texts]


def _values(chart: ChartView, frame: Frame, runs: Sequence[Sequence[Point]], told: int) -> list[Label | None]:
    """The values beside their points, where no line goes; None for one without room, which is left to the scale.

    ``told``: of so many categories; where names stand at the ends, the last values do too.
    """
    segments: list[Segment] = [pair for points in runs for pair in pairwise(points)]
    marks = [Box(x - _MARK, y - _MARK, x + _MARK, y + _MARK) for points in runs for x, y in points]
    wanted = []
    for place in range(told):
        points = [series.points[place] for series in chart.series if series.points[place].there]
        ordered = sorted(points, key=lambda point: point.value, reverse=True)
        x = frame.middle(place)
        for rank, point in enumerate(ordered):
            above = rank == 0 or rank < len(ordered) - 1
            wanted.append(_places(x, frame.at(point.value), point.text, above=above))
    room = Box(frame.left, frame.top - ABOVE, frame.right + SPACE, frame.below + _LOWEST)
    return placed(wanted, room, marks, segments)


def _places(x: float, y: float, text: str, *, above: bool) -> list[Label]:
    """Above the point, or below; the outer side first, and aside where a line is in the way."""
    over, under = y - _MARK - 3, y + _MARK + SIZE * 0.78 + 1
    sides = (over, under) if above else (under, over)
    near = [label(x, side, text) for side in sides]
    return near + [label(x + way, side, text, end) for side in sides for way, end in ((3, "start"), (-3, "end"))]


def runs_of(series: SeriesView) -> Iterator[list[tuple[int, PointView]]]:
    """The parts of a line; it is broken where a value is missing."""
    run: list[tuple[int, PointView]] = []
    for place, point in enumerate(series.points):
        if point.there:
            run.append((place, point))
        elif run:
            yield run
            run = []
    if run:
        yield run
