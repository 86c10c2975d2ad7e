"""Charts on a screen: the picture, and what it is drawn of as a table that can be unfolded."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.document.web.tree import added, made
from generator.view.parts import BlockView, ChartView

_UNFOLD = "Visa diagrammets siffror som tabell"


def unfold_charts(root: Element, blocks: Iterable[BlockView]) -> None:
    """Put the data of each chart below its picture; the picture's text then says only what it is."""
    places = {each.get("id"): each for each in root.iter() if each.get("id")}
    for block in blocks:
        chart = block.content
        if isinstance(chart, ChartView) and chart.anchor in places:
            place = places[chart.anchor]
            picture = next(place.iter("img"), None)
            where = list(place).index(picture) + 1 if picture is not None and picture in list(place) else len(place)
            place.insert(where, _data(chart, block.caption or block.heading))


def _data(chart: ChartView, name: str) -> Element:
    details = made("details", class_="chart-data")
    added(details, "summary", _UNFOLD)
    table = added(details, "table", class_="prose-table")
    added(table, "caption", f"{name}, {chart.unit}" if name else chart.unit, class_="unseen")
    head = added(added(table, "thead"), "tr")
    added(head, "td")
    for series in chart.series:
        added(head, "th", series.name or chart.unit, scope="col", class_="right")
    body = added(table, "tbody")
    for number, category in enumerate(chart.categories):
        row = added(body, "tr")
        added(row, "th", category, scope="row")
        for series in chart.series:
            added(row, "td", series.points[number].text or "uppgift saknas", class_="right")
    return details
