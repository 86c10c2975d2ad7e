"""What charts with a standing scale have in common: the scale's lines and texts, and the categories below."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.chart import LINES, STACKED
from generator.document.charts.ink import Ink, letter_line, line, text
from generator.document.charts.labels import GIVE, LINE, SIZE, fit_below, turned, wide, wrapped
from generator.document.charts.scale import Scale, scale_of
from generator.figures.table import MASKED
from generator.ground.formatting import COUNT, POINTS, SHARE
from generator.view.chart import UNITS
from generator.view.parts import ChartView

ABOVE = LINE + 4
"""The room for a value over the highest point."""
HEIGHT, TALL = 160.0, 220.0
"""How high the scale is, and in a chart that is much of its page."""
MOST_LABELLED = 24
"""So many values are written beside their bars; of more only the scale is."""
_TOLD_ON_SCALE = frozenset(UNITS[each] for each in (SHARE, POINTS, COUNT))
"""Units that stand above the scale; an amount's stands in the caption."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where values and categories stand: the scale between ``top`` and ``foot``, bands from ``left`` to ``right``."""

    scale: Scale
    count: int
    left: float
    right: float
    top: float
    foot: float

    @property
    def band(self) -> float:
        """The width of a category."""
        return (self.right - self.left) / self.count

    @property
    def nought(self) -> float:
        """How far down nought stands."""
        return self.at(Decimal(0))

    @property
    def below(self) -> float:
        """How far down values are told: those of what is less than nought have a line of their own below the scale."""
        return self.foot + (LINE if self.scale.low < 0 else 0)

    def at(self, value: Decimal) -> float:
        """How far down the page a value stands."""
        return self.foot - self.scale.share(value) * (self.foot - self.top)

    def middle(self, place: int) -> float:
        """The middle of a category."""
        return self.left + self.band * (place + 0.5)


def frame_of(chart: ChartView, ink: Ink, top: float, right: float = 0.0) -> Frame:
    """The frame of a chart below ``top``, with ``right`` points left beside it.

    Labels above the highest value, and below what is less than nought, have a line of their own.
    """
    scale = scale_of(chart, 5 if ink.is_whole else 4)
    top += ABOVE + (LINE if unit_told(chart) else 0)
    foot = top + (TALL if chart.is_tall else HEIGHT) - (LINE if scale.low < 0 else 0)
    return Frame(scale, len(chart.categories), _left(scale), ink.width - right, top, foot)


def unit_told(chart: ChartView) -> str:
    """The unit that stands above the scale; none where the caption tells it."""
    return chart.unit if chart.unit in _TOLD_ON_SCALE else ""


def _left(scale: Scale) -> float:
    return max(map(wide, scale.texts)) + 8


def scale_lines(chart: ChartView, frame: Frame, ink: Ink, end: float | None = None) -> Iterator[str]:
    """The scale with its lines, as far as to ``end``, and its unit above."""
    end = frame.right if end is None else min(end, frame.right)
    for step, told in zip(frame.scale.steps, frame.scale.texts, strict=True):
        y = frame.at(step)
        yield line((frame.left, y), (end, y), ink.rule if step else ink.quiet, 0.5 if step else 0.9)
        yield text(frame.left - 6, letter_line(y), told, ink.quiet, "end")
    if unit := unit_told(chart):
        yield text(0, frame.top - ABOVE - 2, unit, ink.quiet)


def categories(chart: ChartView, frame: Frame, ink: Ink) -> tuple[list[str], float]:
    """The names below the scale, turned where they have no room beside one another; and how far down they reach."""
    y = frame.below
    if not fit_below(chart.categories, frame.band - 4):
        return turned(chart.categories, list(map(frame.middle, range(frame.count))), frame.band, y, ink.ink)
    drawn, most = [], 1
    for place, category in enumerate(chart.categories):
        lines = wrapped(category, frame.band - 4, GIVE)
        most = max(most, len(lines))
        for row, words in enumerate(lines):
            drawn.append(text(frame.middle(place), y + LINE * (row + 1), words, ink.ink, "middle"))
    return drawn, y + LINE * (most + 0.6)


def hidden_text(chart: ChartView, place: int) -> str:
    """What is written of a category's counts that may not be shown, where nothing can be drawn of them."""
    return next((each.points[place].text for each in chart.series if each.points[place].text == MASKED), "")


def all_labelled(chart: ChartView, ink: Ink) -> bool:
    """Whether values are written: in a narrow chart all of them or none, so each must have room in its place."""
    texts = [point.text for series in chart.series for point in series.points if point.text]
    places = len(chart.categories) * (1 if chart.kind in {LINES, STACKED} else len(chart.series))
    room = ink.width - _left(scale_of(chart))
    return len(texts) <= MOST_LABELLED and (
        ink.is_whole or (max(map(wide, texts), default=0.0) - SIZE * 0.5) * places <= room
    )
