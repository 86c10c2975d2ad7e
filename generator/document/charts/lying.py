"""Bars that lie, each with its value at its end: for long names."""

from generator.document.charts.ink import Ink, bar, letter_line, line, shades, text
from generator.document.charts.labels import LINE, wide, wrapped
from generator.document.charts.placing import Box
from generator.document.charts.scale import extent
from generator.view.parts import ChartView


def lying(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Draw bars that lie; gives how high they are, and what is drawn."""
    left = min(max(wide(category) for category in chart.categories) + 10, ink.width * 0.4)
    low, high = extent(chart)
    texts = max((wide(point.text) for series in chart.series for point in series.points), default=0) + 8
    room = ink.width - left - texts * (2 if low < 0 else 1)
    scale = room / float(high - low or 1)
    zero = left + (texts if low < 0 else 0) - float(low) * scale
    thick = 15.0 if len(chart.series) == 1 else 12.0
    colours = shades(len(chart.series), ink)
    drawn, y = [], top + 2
    for place, category in enumerate(chart.categories):
        lines = wrapped(category, left - 10)
        height = max(thick * len(chart.series), LINE * len(lines))
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
        y += height + 7
    drawn.append(line((zero, top), (zero, y - 3), ink.quiet, 0.9))
    return y, drawn
