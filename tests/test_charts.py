"""Charts as a reader sees them: no value is crossed by a line, a bar or another text, and scales end near the data."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from generator.document.charts.ink import NARROW, WIDTH, Ink
from generator.document.charts.labels import SIZE, wide
from generator.document.charts.placing import Box
from generator.document.charts.scale import scale_of
from generator.document.charts.svg import chart_height, chart_svg
from generator.ground.formatting import number
from generator.view.parts import ChartView, PointView, SeriesView

FIVE = ("2017", "2018", "2019", "2020", "2021")
MONEY = {"Intäkter": (8795, 9365, 8972, 9010, 8102), "Kostnader": (7972, 9313, 9918, 9412, 8030)}
COUNTS = {"Kvinnor": (50, 108, 110, 110, 104), "Män": (34, 79, 94, 79, 74)}
UNEVEN = {"Resultat": (3, 1_322_000, -80_000, 0, 12_000_000), "Budget": (5, 900_000, None, 7, -3)}
EIGHT = {f"Insats {place}": tuple(7 * place + 3 * year * year for year in range(5)) for place in range(8)}
GROUPS = ("Individinriktade insatser", "Strukturövergripande insatser", "Administration")
PARTS = {"2020": (3_025_909, 1_500_000, 800_000), "2021": (2_800_000, 0, 700_000)}


def chart(
    kind: str, categories: Sequence[str], values: Mapping[str, Sequence[int | None]], unit: str = "kr"
) -> ChartView:
    series = tuple(SeriesView(name, tuple(map(point, each))) for name, each in values.items())
    return ChartView("d", kind, tuple(categories), series, unit, "", ())


def point(value: int | None) -> PointView:
    if value is None:
        return PointView(Decimal(0), "–", there=False)
    return PointView(Decimal(value), number(Decimal(value), 0), there=True)


CHARTS = [
    chart(kind, categories, {name: each[: len(categories)] for name, each in values.items()})
    for kind in ("staplar", "linjer", "staplade", "liggande")
    for categories, values in (
        (FIVE, MONEY),
        (FIVE, COUNTS),
        (FIVE, UNEVEN),
        (FIVE, EIGHT),
        (GROUPS, PARTS),
        (FIVE[:2], MONEY),
        (FIVE[:1], {"Eget kapital": (1_122_774,)}),
    )
]


def drawing(view: ChartView, width: float, least_height: float = 0.0) -> list[ET.Element]:
    ink = Ink("#1d4f5c", "#1b2225", "#566166", "#c3ccd0", "#ffffff", "Barlow", width, "d", least_height)
    return list(ET.fromstring(chart_svg(view, ink)))  # noqa: S314 - our own


def floats(each: ET.Element, *names: str) -> list[float]:
    return [float(each.get(name, 0)) for name in names]


def text_box(each: ET.Element) -> Box:
    x, y = floats(each, "x", "y")
    width = wide(each.text or "") * 0.9
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[each.get("text-anchor", "start")]
    return Box(left, y - SIZE * 0.7, left + width, y)


def rectangle(each: ET.Element) -> Box:
    x, y, width, height = floats(each, "x", "y", "width", "height")
    return Box(x, y, x + width, y + height)


def kinds(parts: Sequence[ET.Element], kind: str) -> Iterator[tuple[int, ET.Element]]:
    return ((place, each) for place, each in enumerate(parts) if each.tag.endswith(kind))


def places(each: ET.Element) -> list[tuple[float, ...]]:
    return [tuple(map(float, pair.split(","))) for pair in each.get("points", "").split()]


def crossings(parts: Sequence[ET.Element]) -> Iterator[Any]:
    """What goes through a text, seen by a reader: what is drawn after paper was laid under the text, or without any."""
    boxes = [(each.text, text_box(each)) for _, each in kinds(parts, "text") if not each.get("transform")]
    for (text, box), (other, beside) in combinations(boxes, 2):
        if box.meets(beside):
            yield text, other
    papers = [(place, rectangle(each)) for place, each in kinds(parts, "rect")]
    for text, box in boxes:
        paper = max((place for place, under in papers if box.within(under)), default=-1)
        for place, each in kinds(parts, "line"):
            x1, y1, x2, y2 = floats(each, "x1", "y1", "x2", "y2")
            if place > paper and box.crossed(((x1, y1), (x2, y2))):
                yield text, "scale", y1
        for _, each in kinds(parts, "rect"):
            bar = rectangle(each)
            if each.get("stroke") and bar.meets(box) and not box.within(bar):
                yield text, "bar", bar
        for _, each in kinds(parts, "polyline"):
            points = places(each)
            if any(box.crossed(((x, y), (to_x, to_y))) for (x, y), (to_x, to_y) in pairwise(points)):
                yield text, "line"


@pytest.mark.parametrize("width", [WIDTH, *NARROW.values()])
@pytest.mark.parametrize("view", CHARTS, ids=lambda view: f"{view.kind}-{len(view.series)}-{len(view.categories)}")
def test_no_text_of_a_chart_is_crossed(view: ChartView, width: float) -> None:
    assert list(crossings(drawing(view, width))) == []


@pytest.mark.parametrize(
    ("values", "unit", "low", "high", "steps"),
    [
        ((79, 91, 70, 86, 97), "procent", 0, 100, 6),
        ((1_322_000, 943_000, -80_000), "kr", -80_000, 1_500_000, 4),
        ((822, 43, -965), "tkr", -1_000, 1_000, 5),
        ((0, 0), "kr", 0, 1, 1),
        ((1, 0, 2), "antal", 0, 2, 3),
        ((3, 12_000_000), "kr", 0, 12_500_000, 6),
    ],
)
def test_a_scale_ends_near_its_data(values: Sequence[int], unit: str, low: int, high: int, steps: int) -> None:
    scale = scale_of(chart("staplar", [str(each) for each in values], {"": values}, unit))
    assert (int(scale.low), int(scale.high), len(scale.steps)) == (low, high, steps)


def texts(view: ChartView, width: float = WIDTH) -> list[str]:
    return [each.text or "" for _, each in kinds(drawing(view, width), "text")]


def test_the_unit_of_counts_is_told_once_and_that_of_amounts_in_the_caption() -> None:
    assert texts(chart("staplar", FIVE, COUNTS, "antal")).count("antal") == 1
    assert "tkr" not in texts(chart("staplar", FIVE, COUNTS, "tkr"))


def test_lines_are_named_at_their_ends_with_their_last_value() -> None:
    shown = texts(chart("linjer", FIVE, COUNTS, "antal"))
    assert shown[shown.index("Kvinnor") + 1] == "104"
    marks = [each for _, each in kinds(drawing(chart("linjer", FIVE, COUNTS), WIDTH), "polyline")]
    assert len(marks) == 2  # no line of a legend beside the two


def test_many_series_have_a_picture_each_on_one_scale() -> None:
    parts = drawing(chart("linjer", FIVE, EIGHT), WIDTH)
    lines = [
        [tuple(map(float, pair.split(","))) for pair in each.get("points", "").split()]
        for _, each in kinds(parts, "polyline")
    ]
    assert len(lines) == len(EIGHT)
    rises = {round(line[0][1] - line[-1][1], 0) for line in lines}
    assert len(rises) == 1  # each rises by 48
    assert all(one[-1][0] < other[0][0] or one[0][1] != other[0][1] for one, other in pairwise(lines))


def fills_of(view: ChartView, width: float = WIDTH) -> list[str]:
    """What each swatch or part is filled with, the first time that it is."""
    parts = (each for each in drawing(view, width) if each.get("stroke") and each.get("fill") not in {None, "none"})
    return list(dict.fromkeys(str(each.get("fill")) for each in parts))


def test_eight_parts_of_a_ring_are_told_apart_without_colours() -> None:
    """More than four steps of one colour are not; every other is a pattern, so that no neighbours are alike."""
    eight = chart("ring", [f"Del {place}" for place in range(8)], {"": tuple(range(8, 0, -1))})
    found = fills_of(eight)
    assert len(found) == 8
    assert all(any(each.startswith("url(#d-") for each in pair) for pair in pairwise(found))
    (patterns,) = (each for each in drawing(eight, WIDTH) if each.tag.endswith("defs"))
    assert {f"url(#{each.get('id')})" for each in patterns} == {each for each in found if each.startswith("url")}
    assert not [each for each in fills_of(chart("ring", GROUPS, {"": (3, 2, 1)})) if each.startswith("url")]


def test_what_is_hidden_is_told_where_nothing_is_drawn_of_it() -> None:
    for kind in ("staplar", "staplade", "linjer", "liggande"):
        view = chart(kind, ("Kvinnor", "Män", "Okänt"), {"2021": (44, 9, None)}, "antal")
        hidden = PointView(Decimal(0), "..", there=False)
        view = replace(view, series=(replace(view.series[0], points=(*view.series[0].points[:2], hidden)),))
        for width in (WIDTH, *NARROW.values()):
            assert ".." in [each.text for each in drawing(view, width)], (kind, width)


def test_a_part_of_a_ring_is_neither_none_nor_all() -> None:
    texts = [each.text or "" for each in drawing(chart("ring", GROUPS, {"": (5_000_000, 12, 0)}), WIDTH)]
    told = " ".join(texts).replace("\u00a0", " ")
    assert "5 000 000 (över 99 %)" in told
    assert "12 (under 1 %)" in told
    assert "0 (0 %)" in told


def test_the_whole_of_a_ring_is_drawn_as_one() -> None:
    for width in (WIDTH, *NARROW.values()):
        parts = drawing(chart("ring", GROUPS, {"": (7, 0, 0)}), width)
        assert len([each for each in parts if each.tag.endswith("circle")]) == 2
        assert not [each for each in parts if each.tag.endswith("path")]


def test_all_letters_of_a_chart_are_as_large_and_no_word_is_divided_before_a_lying_bar() -> None:
    months = [f"{place}:e månaden på året" for place in range(1, 31)]
    long = ("Arbetsmarknadspolitiska åtgärder", "Strukturövergripande insatser", "Övrigt")
    for kind in ("staplar", "liggande"):
        for width in (WIDTH, *NARROW.values()):
            for names in (months, long):
                view = chart(kind, names, {"2021": tuple(range(1, len(names) + 1))})
                assert not [each for each in drawing(view, width) if each.get("font-size")]
    for width in NARROW.values():
        texts = [each.text for each in drawing(chart("liggande", long, {"2021": (3, 2, 1)}), width)]
        assert not [each for each in texts if each and each.endswith("-")]


def test_values_over_bars_that_are_much_alike_give_each_other_room() -> None:
    texts = {each.text for each in drawing(chart("staplar", FIVE, UNEVEN), WIDTH)}
    assert {number(Decimal(value), 0) for value in (1_322_000, 900_000, -80_000, 12_000_000)} <= texts


@pytest.mark.parametrize("values", [PARTS, {"2021": PARTS["2021"]}], ids=["two", "one"])
def test_bars_that_lie_reach_as_far_down_as_the_chart_beside_them(values: Mapping[str, Sequence[int | None]]) -> None:
    ink = Ink("#1d4f5c", "#1b2225", "#566166", "#c3ccd0", "#ffffff", "Barlow", NARROW["half"])
    beside = chart_height(chart("staplar", FIVE, MONEY), ink)
    view = chart("liggande", GROUPS, values)
    low, high = (drawing(view, NARROW["half"], least) for least in (0.0, beside))
    assert chart_height(view, ink) < beside == chart_height(view, replace(ink, least_height=beside))
    ends = [max(floats(each, "y1", "y2")[1] for _, each in kinds(parts, "line")) for parts in (low, high)]
    assert ends[0] < beside * 0.8 < ends[1] < beside
    assert list(crossings(high)) == []
