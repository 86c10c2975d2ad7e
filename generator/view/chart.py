"""What is drawn and told of a chart: its numbers as texts, beside the shares of the scale that they take."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.blocks.chart import BARS, HORIZONTAL, LINES, RING, STACKED, Chart
from generator.figures.figure import Figure, Masked
from generator.figures.table import MASKED, Cell, shown_number
from generator.ground.formatting import COUNT, POINTS, SHARE
from generator.ground.word_notes import without_notes
from generator.view.cells import cell_text, has_parts
from generator.view.marks import Mark, Marks, unmarked
from generator.view.parts import ChartView, PointView, SeriesView
from generator.view.sentence import sentence_text
from generator.view.words import Words

UNITS = {SHARE: "procent", POINTS: POINTS, COUNT: "antal"}
"""What the numbers of a chart are in, by the unit of its figures; amounts are in the table's."""
PARTS_OF_UNITS = "tal"
"""What counts with decimals are, as weeks that were waited: how many there were of something is a whole number."""
_SAID = {"": "uppgift saknas", MASKED: "skyddas"}
_KINDS = {
    BARS: "Stapeldiagram",
    STACKED: "Diagram med staplar i delar",
    HORIZONTAL: "Diagram med liggande staplar",
    LINES: "Linjediagram",
    RING: "Ringdiagram",
}


def chart_view(chart: Chart, words: Words | None = None, mark: Mark = unmarked) -> ChartView:
    """Write a chart's numbers as its table does, and its data as the alternative text."""
    categories = tuple(map(without_notes, chart.categories))
    whole = not has_parts((cell for each in chart.series for cell in each.cells), chart)
    series = tuple(
        SeriesView(without_notes(each.name), tuple(_point(cell, chart, mark, whole=whole) for cell in each.cells))
        for each in chart.series
    )
    units = {cell.of.unit for each in chart.series for cell in each.cells if isinstance(cell.of, Figure)}
    unit = next((word for kind, word in UNITS.items() if kind in units), chart.unit)
    unit = PARTS_OF_UNITS if unit == UNITS[COUNT] and not whole else unit
    kind = _kind(chart)
    text = " ".join(filter(None, (chart.lead, f"{_KINDS[kind]}, {unit}.", *_told(categories, series))))
    words = words or Words()
    named = dict.fromkeys((*chart.categories, *(each.name for each in chart.series)))
    said = (sentence_text(chart.told, mark),) if chart.told else ()
    notes = (*said, *map(words.shown, chart.notes), *(note for name in named for note in words.moved(name)))
    return ChartView(chart.anchor, kind, categories, series, unit, text, notes, is_tall=chart.is_tall)


def _kind(chart: Chart) -> str:
    """The kind that a chart is drawn as: a ring whose whole is not known, or nothing, is lying bars."""
    values = [cell.of.value for each in chart.series for cell in each.cells if isinstance(cell.of, Figure)]
    is_whole = any(values) and not any(isinstance(value, Masked) for value in values)
    return HORIZONTAL if chart.kind == RING and not is_whole else chart.kind


def _point(cell: Cell, chart: Chart, mark: Mark, *, whole: bool) -> PointView:
    """A cell's number as it is shown, per cents as such; nothing is drawn of what has none."""
    value = shown_number(cell, chart)
    if not isinstance(value, Decimal) or not isinstance(cell.of, Figure):
        return PointView(Decimal(0), cell_text(cell, chart), there=False)
    drawn = value * 100 if cell.of.unit in (SHARE, POINTS) else value
    key = mark.key(cell.of) if isinstance(mark, Marks) else ""
    return PointView(drawn, cell_text(replace(cell, beside=None), chart, whole=whole), there=True, key=key)


def _told(categories: tuple[str, ...], series: tuple[SeriesView, ...]) -> Iterator[str]:
    """The data in words, series by series."""
    for each in series:
        values = (
            f"{category}: {_SAID.get(point.text, point.text)}"
            for category, point in zip(categories, each.points, strict=True)
        )
        start = f"{each.name} – " if each.name else ""
        yield f"{start}{'; '.join(values)}."
