"""What is drawn and told of a chart: its numbers as texts, beside the shares of the scale that they take."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.components.chart import Chart
from generator.figures.figure import Figure, Masked
from generator.figures.table import MASKED
from generator.formatting import COUNT, SHARE, in_unit, number, percent, rounded


@dataclass(frozen=True, slots=True)
class PointView:
    """A value: what is drawn, and what is written beside it; nothing is drawn of what may not be shown."""

    value: Decimal
    text: str
    there: bool


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with its values."""

    name: str
    points: tuple[PointView, ...]


@dataclass(frozen=True, slots=True)
class ChartView:
    """A chart ready to be drawn. ``address`` is its picture's, made when the look is known."""

    anchor: str
    kind: str
    categories: tuple[str, ...]
    series: tuple[SeriesView, ...]
    unit: str
    alternative: str
    notes: tuple[str, ...]
    address: str = ""


def chart_view(chart: Chart) -> ChartView:
    """Write a chart's numbers as its table does, and its data as the alternative text."""
    series = tuple(
        SeriesView(each.name, tuple(_point(figure, chart) for figure in each.figures)) for each in chart.series
    )
    units = {figure.unit for each in chart.series for figure in each.figures if figure}
    unit = "procent" if SHARE in units else "antal" if COUNT in units else chart.unit
    text = " ".join(filter(None, (chart.lead, f"Diagram, {chart.kind}, {unit}.", *_told(chart.categories, series))))
    return ChartView(chart.anchor, chart.kind, chart.categories, series, unit, text, chart.notes)


def _point(figure: Figure | None, chart: Chart) -> PointView:
    if figure is None:
        return PointView(Decimal(0), "", there=False)
    if isinstance(figure.value, Masked):
        return PointView(Decimal(0), MASKED, there=False)
    if not isinstance(figure.value, Decimal):
        return PointView(Decimal(0), "", there=False)
    if figure.unit == SHARE:
        shown = rounded(figure.value, 2 + chart.decimals)
        return PointView(shown * 100, percent(shown, chart.decimals), there=True)
    if figure.unit == COUNT:
        decimals = 0 if figure.value == figure.value.to_integral_value() else max(chart.decimals, 1)
        return PointView(rounded(figure.value, decimals), number(figure.value, decimals), there=True)
    shown = in_unit(figure.value, chart.unit, chart.decimals)
    return PointView(shown, number(shown, chart.decimals), there=True)


def _told(categories: tuple[str, ...], series: tuple[SeriesView, ...]) -> Iterator[str]:
    """The data in words, series by series."""
    for each in series:
        values = (
            f"{category} {point.text or 'uppgift saknas'}"
            for category, point in zip(categories, each.points, strict=True)
        )
        start = f"{each.name}: " if each.name else ""
        yield f"{start}{', '.join(values)}."
