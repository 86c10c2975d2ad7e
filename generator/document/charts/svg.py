"""Drawing charts as vector graphics, in the look's fonts and colours and readable in black and white.

Series differ in lightness, many also in patterns, lines in dashes and marks. Values are Decimal as far as the scale and
its texts; only measures on the page are float.
"""

from dataclasses import replace
from html import escape

from generator.blocks.chart import HORIZONTAL, LINES, RING
from generator.document.charts.fills import patterns
from generator.document.charts.ink import Ink
from generator.document.charts.labels import SIZE
from generator.document.charts.legend import ROW, legend, legend_rows
from generator.document.charts.lines import lines
from generator.document.charts.lying import lying
from generator.document.charts.multiples import is_parted, multiples
from generator.document.charts.ring import ring
from generator.document.charts.standing import standing
from generator.view.parts import ChartView


def chart_svg(chart: ChartView, ink: Ink, least_legend: int = 0) -> str:
    """Draw a chart. The same chart gives the same text each time.

    ``least_legend``: rows that the legend has room for at least, as its neighbour's has.
    """
    height, drawn = _drawn(chart, ink, least_legend)
    parts = "".join(drawn)
    told = f"{patterns(parts, ink)}{parts}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {ink.width:g} {height:.1f}" width="{ink.width:g}" '
        f'height="{height:.1f}" font-family="\'{escape(ink.font)}\'" font-size="{SIZE:g}">{told}</svg>'
    )


def chart_height(chart: ChartView, ink: Ink, least_legend: int = 0) -> float:
    """How high a chart is drawn."""
    return _drawn(chart, ink, least_legend)[0]


def _drawn(chart: ChartView, ink: Ink, least_legend: int) -> tuple[float, list[str]]:
    draw = (
        multiples if is_parted(chart, ink) else {HORIZONTAL: lying, RING: ring, LINES: lines}.get(chart.kind, standing)
    )
    ink = replace(ink, name=chart.anchor)
    rows = legend_rows(chart, ink)
    names = list(legend(chart, ink)) if rows else []
    room = max(rows, least_legend)
    height, body = draw(chart, ink, ROW * room + 6 if room else 0.0)
    return height, [*names, *body]
