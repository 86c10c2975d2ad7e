"""The names of series: at the ends of their lines or bars where they have room there, else in a legend above."""

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.chart import LINES, RING, STACKED
from generator.document.charts.fills import fills
from generator.document.charts.frame import Frame, all_labelled, frame_of
from generator.document.charts.ink import Ink, bar, letter_line, mark, stroke, text
from generator.document.charts.labels import LINE, SIZE, wide, wrapped
from generator.document.charts.multiples import is_parted
from generator.document.charts.placing import Box, End, Ends, at_ends
from generator.view.parts import ChartView

ROW = LINE * 1.4
"""A row of the legend."""
WIDEST = 0.32
"""The share of a chart's width that names at the ends may take."""
SPACE = 9.0
"""Between the end of a line and its name."""


def ends_of(chart: ChartView, ink: Ink) -> Ends | None:
    """The names at the ends of lines, or beside the last of bars upon each other; None where a legend tells them."""
    if chart.kind not in {LINES, STACKED} or not _is_named(chart) or is_parted(chart, ink):
        return None
    frame = frame_of(chart, ink, 0.0)
    if chart.kind == LINES and len(chart.categories) == 1:
        return None
    ends = list(_line_ends(chart, frame, ink) if chart.kind == LINES else _bar_ends(chart, frame))
    if len(ends) != len(chart.series):
        return None
    return at_ends(ends, ink.width * WIDEST, frame.foot + LINE / 2)


def _is_named(chart: ChartView) -> bool:
    return len(chart.series) > 1 and all(series.name for series in chart.series)


def _line_ends(chart: ChartView, frame: Frame, ink: Ink) -> Iterator[End]:
    labelled = all_labelled(chart, ink)
    for series in chart.series:
        last = series.points[-1]
        if last.there:
            yield End(frame.at(last.value), series.name, last.text if labelled else "")


def _bar_ends(chart: ChartView, frame: Frame) -> Iterator[End]:
    """The middle of each part of the last bar."""
    for series, (low, high) in zip(chart.series, stacked_at(chart, -1), strict=True):
        if series.points[-1].there and low != high:
            yield End((frame.at(low) + frame.at(high)) / 2, series.name)


def stacked_at(chart: ChartView, place: int) -> Iterator[tuple[Decimal, Decimal]]:
    """Where each series' part of a bar begins and ends, what is less than nought downwards."""
    ups = downs = Decimal(0)
    for series in chart.series:
        value = series.points[place].value
        if value >= 0:
            yield ups, ups + value
            ups += value
        else:
            yield downs + value, downs
            downs += value


def room_for(ends: Ends | None) -> float:
    """What names at the ends take of the width."""
    return ends.width + SPACE if ends else 0.0


def beside_last(chart: ChartView, ink: Ink, ends: Ends | None) -> float:
    """What is left beside the scale, where names begin at the middle of the last category."""
    frame = frame_of(chart, ink, 0.0)
    half = 1 / (2 * frame.count)
    right = (ink.width - room_for(ends) - frame.left * half) / (1 - half)
    return max(ink.width - right, 0.0) if ends else 0.0


def end_names(ends: Ends, left: float, top: float, ink: Ink) -> Iterator[str]:
    """Draw the names at the ends, from ``left``; ``top`` is how far down the chart begins."""
    for middle, lines in ends.names:
        for row, words in enumerate(lines):
            y = letter_line(top + middle + (row - (len(lines) - 1) / 2) * LINE)
            yield text(left, y, words, ink.ink)


def legend_rows(chart: ChartView, ink: Ink) -> int:
    """The rows of a chart's legend; none where it needs none."""
    if len(chart.series) < 2 or chart.kind == RING:  # noqa: PLR2004 - one series has no name to tell
        return 0
    if is_parted(chart, ink) or ends_of(chart, ink):
        return 0
    return max(row + len(lines) for row, _, lines in _places(chart, ink.width))


def _places(chart: ChartView, room: float) -> list[tuple[int, float, list[str]]]:
    """The row and the left edge of each series in the legend, and the lines of its name."""
    places, x, row = [], 0.0, 0
    for series in chart.series:
        lines = wrapped(series.name, room - 20)
        width = 20 + max(map(wide, lines)) + 18
        if x and (x + width > room or len(lines) > 1):
            x, row = 0.0, row + 1
        places.append((row, x, lines))
        x += width
        if len(lines) > 1:
            x, row = 0.0, row + len(lines)
    return places


def legend(chart: ChartView, ink: Ink) -> Iterator[str]:
    """Draw the legend."""
    colours = fills(len(chart.series), ink)
    for place, (row, x, lines) in enumerate(_places(chart, ink.width)):
        y = ROW * row
        if chart.kind == LINES:
            yield stroke([(x, y + 6), (x + 16, y + 6)], place, ink)
            yield mark(x + 8, y + 6, place, ink)
        else:
            yield bar(Box(x, y + 1, x + 11, y + 11), colours[place], ink)
        for below, words in enumerate(lines):
            yield text(x + 20, y + SIZE - 1 + LINE * below, words, ink.ink)
