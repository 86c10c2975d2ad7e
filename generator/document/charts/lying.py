"""Bars that lie, each with its value at its end: for long names."""

from generator.document.charts.fills import fills
from generator.document.charts.ink import Ink, bar, letter_line, line, text
from generator.document.charts.labels import LINE, SIZE, wide, wrapped
from generator.document.charts.placing import Box
from generator.document.charts.scale import extent
from generator.view.parts import ChartView

_APART, _THICKEST = 7.0, 30.0
"""Between two categories, and how thick a bar is at most where there is room."""
_EDGE, _UNDER = 1.0, 3.0
"""Where bars begin that have their names over them, and how far below the name."""


def lying(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Draw bars that lie; in a picture that is higher than they need they are thicker, and farther apart.

    A line is left below, where the chart beside it has the names under its scale.
    """
    height, drawn = _lying(chart, ink, top, 0.0)
    room = (ink.least_height - LINE * 1.6 - height) / len(chart.categories)
    return (ink.least_height, _lying(chart, ink, top, room)[1]) if room > 0 else (height, drawn)


def _lying(chart: ChartView, ink: Ink, top: float, more: float) -> tuple[float, list[str]]:
    """Draw bars that lie, each category with some ``more`` room; gives how high they are, and what is drawn.

    Names stand before their bars, or over them where a word would have to be divided to stand there.
    """
    left = min(max(wide(category) for category in chart.categories) + 10, ink.width * 0.4)
    is_over = any(wide(word) > left - 10 for category in chart.categories for word in category.split(" "))
    left = _EDGE if is_over else left
    low, high = extent(chart)
    texts = max((wide(point.text) for series in chart.series for point in series.points), default=0) + 8
    room = ink.width - left - texts * (2 if low < 0 else 1)
    scale = room / float(high - low or 1)
    zero = left + (texts if low < 0 else 0) - float(low) * scale
    count = len(chart.series)
    usual = 15.0 if count == 1 else 12.0
    thick = min(usual + more * 0.45 / count, _THICKEST)
    extra = more - (thick - usual) * count
    apart = _APART + extra
    colours = fills(len(chart.series), ink)
    drawn: list[str] = []
    y, axis = top + 2 + (0.0 if is_over else extra / 2), top
    for place, category in enumerate(chart.categories):
        lines = wrapped(category, ink.width if is_over else left - 10)
        height = thick * len(chart.series)
        if is_over:
            drawn += (text(0, y + SIZE + LINE * row, words, ink.ink) for row, words in enumerate(lines))
            axis = y = y + LINE * len(lines) + _UNDER
        else:
            height = max(height, LINE * len(lines))
            for row, words in enumerate(lines):
                middle = y + height / 2 + (row - (len(lines) - 1) / 2) * LINE
                drawn.append(text(left - 8, letter_line(middle), words, ink.ink, "end"))
        for order, series in enumerate(chart.series):
            point = series.points[place]
            end = zero + float(point.value) * scale
            upper = y + (height - thick * len(chart.series)) / 2 + thick * order
            if point.there:
                drawn.append(bar(Box(min(zero, end), upper, max(zero, end), upper + thick - 1.5), colours[order], ink))
            edge, anchor = (end - 5, "end") if end < zero else (end + 5, "start")
            drawn.append(text(edge, letter_line(upper + thick / 2 - 0.7), point.text, ink.ink, anchor))
        y += height + apart
        if is_over or place == len(chart.categories) - 1:
            drawn.append(line((zero, axis), (zero, y - apart + 2 + (0.0 if is_over else extra / 2)), ink.quiet, 0.9))
    return y, drawn
