"""Charts on a screen: the drawing, and what it is drawn of as a table that can be unfolded."""

from base64 import b64decode
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.document.web.tree import added, has_class, made, replace_with, svg_of
from generator.view.parts import BlockView, ChartView

_UNFOLD = "Visa diagrammets siffror som tabell"
_DRAWN = "data:image/svg+xml;base64,"


def unfold_charts(root: Element, blocks: Iterable[BlockView]) -> None:
    """Draw each chart in the page, whose fonts it then has, and put its data below it."""
    places = {each.get("id"): each for each in root.iter() if each.get("id")}
    for block in blocks:
        chart = block.content
        if isinstance(chart, ChartView) and chart.anchor in places:
            place = places[chart.anchor]
            name = block.caption or block.heading
            picture = next((each for each in place if each.tag == "img"), None)
            where = len(place) if picture is None else list(place).index(picture) + 1
            place.insert(where, _data(chart, name))
            if picture is not None and picture.get("src") == chart.address and chart.address.startswith(_DRAWN):
                replace_with(place, picture, _drawing(chart, name))
            _name(place, chart.anchor)


def _name(place: Element, anchor: str) -> None:
    """The caption is the name of the figure that it stands in, and no paragraph that only looks like a heading."""
    caption = next((each for each in place if has_class(each, "caption")), None)
    if caption is not None:
        caption.tag = "div"
        caption.set("id", f"{anchor}-rubrik")
        place.set("role", "figure")
        place.set("aria-labelledby", f"{anchor}-rubrik")


def _drawing(chart: ChartView, name: str) -> Element:
    """The chart in a frame that scrolls where it would else be too small to read."""
    frame = made("div", class_="drawing", role="region", tabindex="0", aria_label=name or chart.unit)
    drawing = svg_of(b64decode(chart.address.removeprefix(_DRAWN)))
    drawing.set("role", "img")
    drawing.set("aria-label", chart.alternative)
    drawing.set("style", f"--drawn: {drawing.get('width')}px")
    frame.append(drawing)
    return frame


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
            point = series.points[number]
            cell = added(row, "td", point.text or "uppgift saknas", class_="right")
            if point.key:
                cell.set("data-figure", point.key)
    return details
