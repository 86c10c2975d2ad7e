"""Drawing charts as vector graphics, in the look's fonts and colours and readable in black and white.

Series differ in lightness, lines also in dashes and marks. Values are Decimal as far as the scale and its texts; only
measures on the page are float.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from html import escape

from generator.blocks.chart import HORIZONTAL, LINES, RING, STACKED
from generator.document.charts.labels import GIVE, LINE, SIZE, fit_below, turned, wide, wrapped
from generator.ground.formatting import number, percent
from generator.look.colour import contrast
from generator.view.parts import ChartView, PointView, SeriesView

WIDTH = 590.0
NARROW = {"half": 280.0, "third": 177.0}
"""Points of a chart in a narrow column, by the column's class: its letters are as large as a whole one's."""
CLOSE = 0.85
"""The share of its reckoned width that a value surely takes."""
MOST_LABELLED = 24
"""So many values are written beside their bars; of more only the scale is."""
ROUND_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
MARKS = ("circle", "square", "diamond", "triangle")
DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2", "1 2")


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours and the font of a chart, and the width that it is drawn in, in points."""

    accent: str
    ink: str
    quiet: str
    rule: str
    paper: str
    font: str
    width: float = WIDTH


def chart_svg(chart: ChartView, ink: Ink, least_legend: int = 0) -> str:
    """Draw a chart. The same chart gives the same text each time.

    ``least_legend``: rows that the legend has room for at least, as its neighbour's has.
    """
    draw = {HORIZONTAL: _horizontal, RING: _ring, LINES: _lines}.get(chart.kind, _standing)
    rows = legend_rows(chart, ink.width)
    legend = list(_legend(chart, ink)) if rows else []
    room = max(rows, least_legend)
    height, body = draw(chart, ink, LINE * 1.6 * room + 6 if room else 0.0)
    parts = "".join((*legend, *body))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {ink.width:g} {height:.1f}" width="{ink.width:g}" '
        f'height="{height:.1f}" font-family="{escape(ink.font)}" font-size="{SIZE:g}">{parts}</svg>'
    )


def _mixed(colour: str, paper: str, share: float) -> str:
    """Mix ``share`` of the paper's colour into another, both ``#rrggbb``."""
    pairs = ((int(colour[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def _shades(count: int, ink: Ink) -> list[str]:
    """So many steps of the look's colour, from full to nearly the paper's."""
    step = 0.8 / max(count - 1, 1)
    return [_mixed(ink.accent, ink.paper, min(step, 0.55) * place) for place in range(count)]


def _text(x: float, y: float, text: str, ink: str, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{ink}" text-anchor="{anchor}">{escape(text)}</text>'


def _line(start: tuple[float, float], end: tuple[float, float], colour: str, width: float) -> str:
    (x1, y1), (x2, y2) = start, end
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width:g}"/>'


def _box(x: float, y: float, width: float, height: float, fill: str, ink: Ink) -> str:  # noqa: PLR0913, PLR0917
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{max(width, 0):.1f}" height="{max(height, 0):.1f}" fill="{fill}" '
        f'stroke="{ink.accent}" stroke-width="0.6"/>'
    )


def _legend_places(chart: ChartView, room: float) -> list[tuple[int, float, list[str]]]:
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


def legend_rows(chart: ChartView, width: float) -> int:
    """The rows of a chart's legend; none where it needs none."""
    if len(chart.series) < 2 or chart.kind == RING:  # noqa: PLR2004 - one series has no name to tell
        return 0
    return max(row + len(lines) for row, _, lines in _legend_places(chart, width))


def _legend(chart: ChartView, ink: Ink) -> Iterator[str]:
    shades = _shades(len(chart.series), ink)
    for place, (row, x, lines) in enumerate(_legend_places(chart, ink.width)):
        y = LINE * 1.6 * row
        if chart.kind == LINES:
            yield _stroke([(x, y + 6), (x + 16, y + 6)], place, ink)
            yield _mark(x + 8, y + 6, place, ink)
        else:
            yield _box(x, y + 1, 11, 10, shades[place], ink)
        for below, line in enumerate(lines):
            yield _text(x + 20, y + SIZE - 1 + LINE * below, line, ink.ink)


def _steps(chart: ChartView) -> list[Decimal]:
    """Round values for the scale, nought included: about five of them."""
    low, high = _range(chart)
    rough = (high - low) / 5 or Decimal(1)
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(power * each for each in ROUND_STEPS if power * each >= rough)
    first, last = (low / step).to_integral_value(ROUND_FLOOR), (high / step).to_integral_value(ROUND_CEILING)
    return [step * place for place in range(int(first), max(int(last), int(first) + 1) + 1)]


def _range(chart: ChartView) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that is drawn, nought included."""
    values = [[point.value for point in series.points] for series in chart.series]
    if chart.kind == STACKED:
        values = [list(_stacked(column)) for column in zip(*values, strict=True)]
    return min(Decimal(0), *map(min, values)), max(Decimal(0), *map(max, values))


def _stacked(column: Sequence[Decimal]) -> tuple[Decimal, Decimal]:
    """How high values reach that stand upon each other, and how low."""
    nought = Decimal(0)
    return sum((max(value, nought) for value in column), nought), sum((min(value, nought) for value in column), nought)


def _scale_texts(steps: Sequence[Decimal]) -> list[str]:
    """The scale with as many decimals as its finest value has."""
    decimals = max(-int(step.normalize().as_tuple().exponent) for step in steps)
    return [number(step, max(decimals, 0)) for step in steps]


def _count(chart: ChartView) -> int:
    return sum(1 for series in chart.series for point in series.points if point.text)


def _labelled(chart: ChartView, room: float, ink: Ink) -> bool:
    """Whether values are written: in a narrow chart all of them or none, so each must have room in its place."""
    places = len(chart.categories) * (1 if chart.kind in {LINES, STACKED} else len(chart.series))
    widest = max((wide(point.text) for series in chart.series for point in series.points), default=0)
    return _count(chart) <= MOST_LABELLED and (ink.width >= WIDTH or widest * CLOSE * places <= room)


def _frame(
    chart: ChartView, ink: Ink, top: float, height: float
) -> tuple[list[str], float, Callable[[Decimal], float]]:
    """The scale with its lines; gives what is drawn, the left edge and where a value stands."""
    steps = _steps(chart)
    texts = _scale_texts(steps)
    left = max(map(wide, texts)) + 8

    def at(value: Decimal) -> float:
        return top + height - float((value - steps[0]) / (steps[-1] - steps[0])) * height

    drawn = []
    for step, text in zip(steps, texts, strict=True):
        y = at(step)
        drawn.append(_line((left, y), (ink.width, y), ink.rule if step else ink.quiet, 0.5 if step else 0.9))
        drawn.append(_text(left - 6, y + SIZE * 0.35, text, ink.quiet, "end"))
    return drawn, left, at


def _categories(chart: ChartView, ink: Ink, left: float, y: float) -> tuple[list[str], float]:
    band = (ink.width - left) / len(chart.categories)
    if not fit_below(chart.categories, band - 4):
        middles = [left + band * (place + 0.5) for place in range(len(chart.categories))]
        return turned(chart.categories, middles, band, y, ink.ink)
    drawn, most = [], 1
    for place, category in enumerate(chart.categories):
        lines = wrapped(category, band - 4, GIVE)
        most = max(most, len(lines))
        for row, line in enumerate(lines):
            drawn.append(_text(left + band * (place + 0.5), y + LINE * (row + 1), line, ink.ink, "middle"))
    return drawn, y + LINE * (most + 0.6)


def _standing(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Bars that stand beside or upon each other."""
    top += LINE
    drawn, left, at = _frame(chart, ink, top, 190)
    labelled = _labelled(chart, ink.width - left, ink)
    shades = _shades(len(chart.series), ink)
    band = (ink.width - left) / len(chart.categories)
    stacked = chart.kind == STACKED
    taken: list[tuple[float, float, float]] = []
    width = min(band * 0.74 / (1 if stacked else len(chart.series)), 62)
    for place in range(len(chart.categories)):
        middle = left + band * (place + 0.5)
        start = middle - width * (1 if stacked else len(chart.series)) / 2
        ups = downs = nought = Decimal(0)
        for order, series in enumerate(chart.series):
            point = series.points[place]
            value = point.value
            base = (ups if value >= 0 else downs) if stacked else nought
            x = start if stacked else start + width * order
            upper, lower = at(max(base, base + value)), at(min(base, base + value))
            if point.there:
                drawn.append(_box(x, upper, width - (0 if stacked else 1.5), lower - upper, shades[order], ink))
            ups, downs = (ups + value, downs) if value >= 0 else (ups, downs + value)
            drawn += (
                [] if not labelled else _label(chart, point, ink, (x + width / 2, upper, lower, shades[order]), taken)
            )
    texts, bottom = _categories(chart, ink, left, top + 190)
    return bottom, [*drawn, *texts]


def _label(
    chart: ChartView,
    point: PointView,
    ink: Ink,
    place: tuple[float, float, float, str],
    taken: list[tuple[float, float, float]],
) -> list[str]:
    """The value above its bar, or in it where bars stand upon each other; one without room is left to the scale."""
    x, upper, lower, fill = place
    if not point.text:
        return []
    if chart.kind != STACKED:
        y = upper - 4 if point.value >= 0 else lower + SIZE
        half = wide(point.text) * CLOSE / 2
        if any(x - half < end and start < x + half and abs(y - other) < SIZE for start, end, other in taken):
            return []
        taken.append((x - half, x + half, y))
        return [_text(x, y, point.text, ink.ink, "middle")]
    if lower - upper < SIZE + 2:
        return []
    colour = max((ink.paper, ink.ink), key=lambda each: contrast(each, fill))
    return [_text(x, (upper + lower) / 2 + SIZE * 0.35, point.text, colour, "middle")]


def _horizontal(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Bars that lie, each with its value at its end."""
    left = min(max(wide(category) for category in chart.categories) + 10, ink.width * 0.4)
    low, high = _range(chart)
    texts = max((wide(point.text) for series in chart.series for point in series.points), default=0) + 8
    room = ink.width - left - texts * (2 if low < 0 else 1)
    scale = room / float(high - low or 1)
    zero = left + (texts if low < 0 else 0) - float(low) * scale
    thick = 15.0 if len(chart.series) == 1 else 12.0
    shades = _shades(len(chart.series), ink)
    drawn, y = [], top + 2
    for place, category in enumerate(chart.categories):
        lines = wrapped(category, left - 10)
        height = max(thick * len(chart.series), LINE * len(lines))
        for row, line in enumerate(lines):
            middle = y + height / 2 + (row - (len(lines) - 1) / 2) * LINE
            drawn.append(_text(left - 8, middle + SIZE * 0.35, line, ink.ink, "end"))
        for order, series in enumerate(chart.series):
            point = series.points[place]
            length = float(point.value) * scale
            bar = y + (height - thick * len(chart.series)) / 2 + thick * order
            if point.there:
                drawn.append(_box(min(zero, zero + length), bar, abs(length), thick - 1.5, shades[order], ink))
            edge, anchor = (zero + length - 5, "end") if length < 0 else (zero + length + 5, "start")
            drawn.append(_text(edge, bar + thick / 2 + SIZE * 0.3, point.text, ink.ink, anchor))
        y += height + 7
    drawn.append(_line((zero, top), (zero, y - 3), ink.quiet, 0.9))
    return y, drawn


def _lines(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """Lines over time, each with dashes and marks of its own."""
    top += LINE
    drawn, left, at = _frame(chart, ink, top, 190)
    band = (ink.width - left) / len(chart.categories)
    for order, series in enumerate(chart.series):
        for run in _runs(series):
            points = [(left + band * (place + 0.5), at(point.value)) for place, point in run]
            drawn.append(_stroke(points, order, ink))
            drawn += [_mark(x, y, order, ink) for x, y in points]
    for place in range(len(chart.categories)) if _labelled(chart, ink.width - left, ink) else ():
        there = [series.points[place] for series in chart.series if series.points[place].there]
        labels = sorted((at(point.value), point.text) for point in there)
        drawn += _beside(left + band * (place + 0.5), labels, top + 190, ink)
    texts, bottom = _categories(chart, ink, left, top + 190)
    return bottom, [*drawn, *texts]


def _beside(x: float, points: Sequence[tuple[float, str]], foot: float, ink: Ink) -> Iterator[str]:
    """The values above their points, or below where another one is near; one without room is left to the scale."""
    taken: list[float] = []
    for place, (y, text) in enumerate(points):
        others = [*taken, *(other for at, (other, _) in enumerate(points) if at != place)]
        for label in (y - 7, y + SIZE + 5):
            if label < foot and all(abs(label - SIZE * 0.35 - other) > SIZE for other in others):
                taken.append(label - SIZE * 0.35)
                yield _text(x, label, text, ink.ink, "middle")
                break


def _runs(series: SeriesView) -> Iterator[list[tuple[int, PointView]]]:
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


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _stroke(points: Sequence[tuple[float, float]], order: int, ink: Ink) -> str:
    dash = DASHES[order % len(DASHES)]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{_points(points)}" fill="none" stroke="{ink.accent}" stroke-width="1.8"{dashes}/>'


def _mark(x: float, y: float, order: int, ink: Ink) -> str:
    fill = f'fill="{ink.paper if order % 2 else ink.accent}" stroke="{ink.accent}" stroke-width="1.3"'
    match MARKS[order % len(MARKS)]:
        case "circle":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" {fill}/>'
        case "square":
            return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6" {fill}/>'
        case "diamond":
            corners = ((x, y - 4.4), (x + 4.4, y), (x, y + 4.4), (x - 4.4, y))
            return f'<polygon points="{_points(corners)}" {fill}/>'
    return f'<polygon points="{_points(((x, y - 4), (x + 4, y + 3.4), (x - 4, y + 3.4)))}" {fill}/>'


def _ring(chart: ChartView, ink: Ink, top: float) -> tuple[float, list[str]]:
    """A ring, each part with its name and value beside it, or below where the picture is narrow."""
    narrow = ink.width < WIDTH
    points = [
        (category, point)
        for category, point in zip(_parts(chart), (p for s in chart.series for p in s.points), strict=True)
        if point.text
    ]
    whole = sum((point.value for _, point in points), Decimal(0)) or Decimal(1)
    edge = 0.0 if narrow else 280.0
    texts = [wrapped(_part_told(category, point, whole), ink.width - edge - 20) for category, point in points]
    rows = [LINE * 1.5 + LINE * (len(lines) - 1) for lines in texts]
    radius = min(92.0, ink.width / 2 - 6)
    hole = radius * 52 / 92
    height = 2 * radius + 16 if narrow else max(200.0, sum(rows) + 4)
    x, y = ink.width / 2 if narrow else 130.0, top + height / 2
    start, line = -math.pi / 2, top + height + SIZE if narrow else y - (sum(rows) - LINE * 1.5) / 2
    drawn = []
    shades = _shades(len(points), ink)
    for order, ((_, point), lines) in enumerate(zip(points, texts, strict=True)):
        turn = float(point.value / whole) * 2 * math.pi
        drawn.append(_sector((x, y), (radius, hole), start, turn, shades[order], ink))
        start += turn
        drawn.append(_box(edge, line - SIZE * 0.75, 11, 10, shades[order], ink))
        drawn += (_text(edge + 20, line + SIZE * 0.1 + LINE * row, text, ink.ink) for row, text in enumerate(lines))
        line += rows[order]
    return top + height + (SIZE + sum(rows) if narrow else 4), drawn


def _part_told(category: str, point: PointView, whole: Decimal) -> str:
    told = point.text if point.text.endswith("%") else f"{point.text} ({percent(point.value / whole)})"
    return f"{category}: {told}"


def _parts(chart: ChartView) -> list[str]:
    return [category for _ in chart.series for category in chart.categories]


def _sector(  # noqa: PLR0913, PLR0917 - a ring's part
    middle: tuple[float, float], radii: tuple[float, float], start: float, turn: float, fill: str, ink: Ink
) -> str:
    turn = min(turn, 2 * math.pi - 1e-4)
    large = 1 if turn > math.pi else 0

    def at(radius: float, angle: float) -> str:
        return f"{middle[0] + radius * math.cos(angle):.2f} {middle[1] + radius * math.sin(angle):.2f}"

    outer, inner = radii
    path = (
        f"M{at(outer, start)}A{outer:g} {outer:g} 0 {large} 1 {at(outer, start + turn)}"
        f"L{at(inner, start + turn)}A{inner:g} {inner:g} 0 {large} 0 {at(inner, start)}Z"
    )
    return f'<path d="{path}" fill="{fill}" stroke="{ink.accent}" stroke-width="0.6"/>'
