"""Bars that stand beside or upon each other."""

from collections.abc import Iterator

from generator.blocks.chart import STACKED
from generator.document.charts.fills import fills, is_pattern
from generator.document.charts.frame import Frame, all_labelled, categories, frame_of, hidden_text, scale_lines
from generator.document.charts.ink import Ink, bar, halo, label_text, letter_line, text
from generator.document.charts.labels import SIZE, wide
from generator.document.charts.legend import SPACE, end_names, ends_of, room_for, stacked_at
from generator.document.charts.placing import Box, Label, label, placed
from generator.look.colour import contrast
from generator.view.parts import ChartView, PointView

_WIDEST = 62.0
_FILLED = 0.74
"""The share of a category's width that its bars take."""
_APART = 1.5
_OVER = 1.4
"""How far inside its bar's edge a value begins: two over neighbours are then apart."""


def standing(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Draw bars; gives how high they are, and what is drawn."""
    if chart.kind == STACKED:
        return _stacked(chart, ink, top)
    frame = frame_of(chart, ink, top)
    drawn = list(scale_lines(chart, frame, ink))
    bars = list(_bars(chart, frame))
    if all_labelled(chart, ink):
        boxes = [box for box, point, _ in bars if point.there]
        room = Box(frame.left, 0, frame.right, frame.foot + SIZE * 1.3)
        told = [each for each in bars if each[1].text]
        centred, outward = (
            placed([_places(box, point, way) for box, point, way in ways], room, boxes)
            for ways in (
                [(box, point, 0) for box, point, _ in told],
                [(box, point, _outward(order, len(chart.series))) for box, point, order in told],
            )
        )
        labels = next(([each for each in found if each] for found in (centred, outward) if all(found)), [])
    else:
        labels = []
    colours = fills(len(chart.series), ink)
    drawn += (halo(each.box, ink) for each in labels)
    drawn += (bar(box, colours[order], ink) for box, point, order in bars if point.there)
    drawn += (label_text(each, ink.ink) for each in labels)
    texts, bottom = categories(chart, frame, ink)
    return bottom, [*drawn, *texts]


def _bars(chart: ChartView, frame: Frame) -> Iterator[tuple[Box, PointView, int]]:
    """Each bar's box, its value and which series it is of."""
    count, nought = len(chart.series), frame.nought
    width = min(frame.band * _FILLED / count, _WIDEST)
    for place in range(frame.count):
        start = frame.middle(place) - width * count / 2
        for order, series in enumerate(chart.series):
            ends = sorted((nought, frame.at(series.points[place].value)))
            left = start + width * order
            yield Box(left, ends[0], left + width - _APART, ends[1]), series.points[place], order


def _outward(order: int, count: int) -> int:
    """Which way from its category's middle a bar stands: -1 to the left, 1 to the right."""
    return (2 * order + 1 > count) - (2 * order + 1 < count)


def _places(box: Box, point: PointView, way: int) -> list[Label]:
    """A value over its bar, or under what is less than nought: over the middle, or from one of the bar's edges.

    ``way``: to that side first, where its neighbour has more room then.
    """
    y = box.bottom + SIZE if point.value < 0 else box.top - 4
    middle = (box.left + box.right) / 2
    sides = [(middle, "middle"), (box.left + _OVER, "start"), (box.right - _OVER, "end")]
    return [label(x, y, point.text, anchor) for x, anchor in (sides[way], *sides)]


def _upon(inside: Label, fill: str, ink: Ink) -> list[str]:
    """A value in its part: in the colour that is read best on it, or on paper where the part has a pattern."""
    if is_pattern(fill):
        return [halo(inside.box, ink), label_text(inside, ink.ink)]
    return [label_text(inside, max((ink.paper, ink.ink), key=lambda each: contrast(each, fill)))]


def _stacked(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Draw bars upon each other, each value in its own part; one without room is left to the scale."""
    ends = ends_of(chart, ink)
    frame = frame_of(chart, ink, top, room_for(ends))
    colours = fills(len(chart.series), ink)
    labelled = all_labelled(chart, ink)
    widest = max(wide(point.text) for series in chart.series for point in series.points) + 10
    width = min(frame.band * _FILLED, max(widest, _WIDEST))
    last = frame.middle(frame.count - 1) + width / 2
    drawn, texts = list(scale_lines(chart, frame, ink, last + SPACE / 2 if ends else None)), []
    for place in range(frame.count):
        middle = frame.middle(place)
        for order, (low, high) in enumerate(stacked_at(chart, place)):
            point = chart.series[order].points[place]
            box = Box(middle - width / 2, frame.at(high), middle + width / 2, frame.at(low))
            if point.there and low != high:
                drawn.append(bar(box, colours[order], ink))
            inside = label(middle, letter_line((box.top + box.bottom) / 2), point.text)
            if labelled and point.text and inside.box.within(box):
                texts += _upon(inside, colours[order], ink)
        if hidden := hidden_text(chart, place):
            texts.append(
                text(middle, frame.at(max(high for _, high in stacked_at(chart, place))) - 4, hidden, ink.ink, "middle")
            )
    if ends:
        drawn += end_names(ends, last + SPACE, top, ink)
    below, bottom = categories(chart, frame, ink)
    return bottom, [*drawn, *texts, *below]
