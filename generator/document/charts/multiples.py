"""Small multiples: a picture for each of many series, all on one scale, so that none lies upon another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.blocks.chart import BARS, LINES
from generator.document.charts.frame import Frame, unit_told
from generator.document.charts.ink import Ink, bar, halo, label_text, letter_line, line, mark, stroke, text
from generator.document.charts.labels import LINE, SIZE, wide, wrapped
from generator.document.charts.placing import Box, Label, Segment, label, placed
from generator.document.charts.scale import Scale, scale_of
from generator.view.parts import ChartView, SeriesView

MOST_TOGETHER = 4
"""So many series are told apart in one picture; more have one each."""
_HEIGHT = 70.0
_BETWEEN = 14.0
_NARROWEST = 110.0
_MOST_BESIDE = 4


def is_parted(chart: ChartView, ink: Ink) -> bool:
    """Whether a chart is drawn as one small picture for each series: they are many, over years or the like."""
    if chart.kind not in {LINES, BARS} or len(chart.series) <= MOST_TOGETHER:
        return False
    ends = wide(chart.categories[0]) + wide(chart.categories[-1]) + 6
    return max(map(wide, chart.categories)) < _NARROWEST / 2 and ends < _width(chart, ink)


def _beside(chart: ChartView, ink: Ink) -> int:
    most = max(min(int(ink.width / (_NARROWEST + _BETWEEN)), _MOST_BESIDE), 1)
    rows = -(-len(chart.series) // most)
    return -(-len(chart.series) // rows)


def _left(chart: ChartView) -> float:
    return max(map(wide, scale_of(chart, 2).texts)) + 8


def _width(chart: ChartView, ink: Ink) -> float:
    beside = _beside(chart, ink)
    return (ink.width - _left(chart) - _BETWEEN * (beside - 1)) / beside


def multiples(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Draw a small picture for each series; gives how high they are, and what is drawn."""
    scale, width, beside, first = scale_of(chart, 2), _width(chart, ink), _beside(chart, ink), _left(chart)
    drawn = [text(0, top + SIZE, unit, ink.quiet) for unit in filter(None, [unit_told(chart)])]
    top += LINE * len(drawn)
    for start in range(0, len(chart.series), beside):
        row = chart.series[start : start + beside]
        titles = [wrapped(series.name, width) for series in row]
        head = top + LINE * max(map(len, titles))
        foot = head + LINE + _HEIGHT
        for place, (series, title) in enumerate(zip(row, titles, strict=True)):
            left = first + (width + _BETWEEN) * place
            frame = Frame(scale, len(chart.categories), left, left + width, head + LINE, foot)
            drawn += (text(left, top + SIZE + LINE * at, words, ink.ink) for at, words in enumerate(title))
            drawn += _picture(replace(chart, series=(series,)), series, frame, ink)
            drawn += _steps(scale, frame, ink) if place == 0 else ()
        top = foot + LINE * (3 if scale.low < 0 else 2)
    return top, drawn


def _steps(scale: Scale, frame: Frame, ink: Ink) -> Iterator[str]:
    for step, told in zip(scale.steps, scale.texts, strict=True):
        yield text(frame.left - 6, letter_line(frame.at(step)), told, ink.quiet, "end")


def _picture(chart: ChartView, series: SeriesView, frame: Frame, ink: Ink) -> Iterator[str]:
    for step in frame.scale.steps:
        y = frame.at(step)
        yield line((frame.left, y), (frame.right, y), ink.rule if step else ink.quiet, 0.5 if step else 0.9)
    yield from (_line if chart.kind == LINES else _bars)(series, frame, ink)
    y = frame.foot + (LINE if frame.scale.low < 0 else 0) + LINE
    names = chart.categories
    if all(wide(each) <= frame.band - 4 for each in names):
        yield from (text(frame.middle(place), y, each, ink.ink, "middle") for place, each in enumerate(names))
    else:
        yield text(frame.left, y, names[0], ink.ink)
        yield text(frame.right, y, names[-1], ink.ink, "end")


def _bars(series: SeriesView, frame: Frame, ink: Ink) -> Iterator[str]:
    width, nought = min(frame.band * 0.7, 40.0), frame.nought
    boxes = []
    for place, point in enumerate(series.points):
        ends = sorted((nought, frame.at(point.value)))
        boxes.append(Box(frame.middle(place) - width / 2, ends[0], frame.middle(place) + width / 2, ends[1]))
    there = [box for box, point in zip(boxes, series.points, strict=True) if point.there]
    wanted = [
        [label((box.left + box.right) / 2, box.bottom + SIZE if point.value < 0 else box.top - 4, point.text)]
        for box, point in zip(boxes, series.points, strict=True)
        if point.text
    ]
    labels = _fitting(wanted, frame, there)
    yield from (halo(each.box, ink) for each in labels)
    yield from (bar(box, ink.accent, ink) for box in there)
    yield from (label_text(each, ink.ink) for each in labels)


def _line(series: SeriesView, frame: Frame, ink: Ink) -> Iterator[str]:
    places = [(place, point) for place, point in enumerate(series.points) if point.there]
    points = [(frame.middle(place), frame.at(point.value)) for place, point in places]
    runs: list[list[tuple[float, float]]] = []
    for at, (place, _) in enumerate(places):
        if not at or places[at - 1][0] != place - 1:
            runs.append([])
        runs[-1].append(points[at])
    marks = [Box(x - 5, y - 5, x + 5, y + 5) for x, y in points]
    segments = [pair for run in runs for pair in pairwise(run)]
    wanted = [
        [label(x, side, point.text) for side in (y - 8, y + SIZE + 4)]
        for (_, point), (x, y) in zip(places, points, strict=True)
    ]
    labels = _fitting(wanted, frame, marks, segments)
    yield from (halo(each.box, ink) for each in labels)
    yield from (stroke(run, 0, ink) for run in runs)
    yield from (mark(x, y, 0, ink) for x, y in points)
    yield from (label_text(each, ink.ink) for each in labels)


def _fitting(
    wanted: list[list[Label]], frame: Frame, boxes: list[Box], segments: Sequence[Segment] = ()
) -> list[Label]:
    """All values, or where these have no room the first and the last."""
    room = Box(frame.left - 6, frame.top - LINE, frame.right + 8, frame.foot + LINE)
    found = placed(wanted, room, boxes, segments)
    if not all(found):
        found = placed(wanted[:: max(len(wanted) - 1, 1)], room, boxes, segments)
    return [each for each in found if each]
