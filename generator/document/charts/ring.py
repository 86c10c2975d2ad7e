"""A ring, each part with its name and value beside it, or below where the picture is narrow."""

import math
from decimal import Decimal

from generator.document.charts.fills import fills
from generator.document.charts.ink import Ink, bar, text
from generator.document.charts.labels import LINE, SIZE, wrapped
from generator.document.charts.placing import Box
from generator.ground.formatting import percent
from generator.view.parts import ChartView, PointView

_WHOLE = 2 * math.pi - 0.02
"""A part so large is the whole ring to the eye: an arc from a point to itself would not be drawn."""


def ring(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Draw a ring; gives how high it is, and what is drawn."""
    narrow = not ink.is_whole
    points = [
        (category, point)
        for series in chart.series
        for category, point in zip(chart.categories, series.points, strict=True)
        if point.text
    ]
    whole = sum((point.value for _, point in points), Decimal(0)) or Decimal(1)
    edge = 0.0 if narrow else 250.0
    texts = [wrapped(_part_told(category, point, whole), ink.width - edge - 20) for category, point in points]
    rows = [LINE * 1.5 + LINE * (len(lines) - 1) for lines in texts]
    radius = min(92.0, ink.width / 2 - 6)
    hole = radius * 52 / 92
    height = 2 * radius + 16 if narrow else max(200.0, sum(rows) + 4)
    x, y = ink.width / 2 if narrow else 110.0, top + height / 2
    start, row = -math.pi / 2, top + height + SIZE if narrow else y - (sum(rows) - LINE * 1.5) / 2
    drawn = []
    colours = fills(len(points), ink)
    for order, ((_, point), lines) in enumerate(zip(points, texts, strict=True)):
        turn = float(point.value / whole) * 2 * math.pi
        if turn:
            drawn.append(_sector((x, y), (radius, hole), start, turn, colours[order], ink))
        start += turn
        drawn.append(bar(Box(edge, row - SIZE * 0.75, edge + 11, row - SIZE * 0.75 + 10), colours[order], ink))
        drawn += (text(edge + 20, row + SIZE * 0.1 + LINE * at, words, ink.ink) for at, words in enumerate(lines))
        row += rows[order]
    return top + height + (SIZE + sum(rows) if narrow else 4), drawn


def _part_told(category: str, point: PointView, whole: Decimal) -> str:
    told = (
        point.text if point.text.endswith("%") or not point.there else f"{point.text} ({_share(point.value / whole)})"
    )
    return f"{category}: {told}"


def _share(share: Decimal) -> str:
    """A share in whole per cents; neither none nor all of what is a part."""
    told = percent(share)
    if share and told == percent(Decimal(0)):
        return f"under {percent(Decimal('0.01'))}"
    return f"över {percent(Decimal('0.99'))}" if share < 1 and told == percent(Decimal(1)) else told


def _sector(  # noqa: PLR0913, PLR0917 - a ring's part
    middle: tuple[float, float], radii: tuple[float, float], start: float, turn: float, fill: str, ink: Ink
) -> str:
    outer, inner = radii
    if turn > _WHOLE:
        return (
            f'<circle cx="{middle[0]:.2f}" cy="{middle[1]:.2f}" r="{outer:g}" fill="{fill}"/>'
            f'<circle cx="{middle[0]:.2f}" cy="{middle[1]:.2f}" r="{inner:g}" fill="{ink.paper}"/>'
        )
    large = 1 if turn > math.pi else 0

    def at(radius: float, angle: float) -> str:
        return f"{middle[0] + radius * math.cos(angle):.2f} {middle[1] + radius * math.sin(angle):.2f}"

    path = (
        f"M{at(outer, start)}A{outer:g} {outer:g} 0 {large} 1 {at(outer, start + turn)}"
        f"L{at(inner, start + turn)}A{inner:g} {inner:g} 0 {large} 0 {at(inner, start)}Z"
    )
    return f'<path d="{path}" fill="{fill}" stroke="{ink.accent}" stroke-width="0.7"/>'
