"""Nothing leaves the page: tables too wide for it are set smaller, turned or divided, in every look."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
from inside import left, left_in_pdf
from looks import chosen, page
from pdfs import body_lines
from small_underlag import Values

from generator.document.charts.ink import NARROW, WIDTH, Ink
from generator.document.charts.svg import chart_svg
from generator.document.errors import DrawingError
from generator.document.pdf import layout
from generator.document.pdf.draw import report_pdf
from generator.document.pdf.fitting import SMALLEST, Need, fitted
from generator.document.pdf.running_heads import LONGEST, shortened
from generator.document.pdf.tools import drawing_tools
from generator.document.pdf.variables import settle_variables
from generator.ground.places import package_looks
from generator.model.registers import OutlineBlock
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.view.parts import ChartView, PointView, SeriesView

LOOKS = ("", *package_looks())
SENTENCE = "Förbundet har under året samlat parterna kring gemensamma insatser. "
MONTHS = (
    "Januari", "Februari", "Mars", "April", "Maj", "Juni", "Juli", "Augusti", "September", "Oktober", "November",
    "December", "Trettonde", "Fjortonde", "Femtonde", "Sextonde",
)  # fmt: skip


def amount(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def markdown(columns: int, heads: tuple[str, ...] = MONTHS * 2) -> str:
    """A table in a text, of amounts of seven digits."""
    rows = (
        f"| Kommun {row} | " + " | ".join(amount(1234567 + row + column) for column in range(columns)) + " |"
        for row in range(3)
    )
    return "\n".join((f"| Kommun | {' | '.join(heads[:columns])} |", "|---" + "|---:" * columns + "|", *rows))


def own(columns: int) -> list[dict[str, Any]]:
    """The rows of a table of the association's own."""
    name = f"Tabell {columns}"
    cells = [f"value_{number}" for number in range(1, columns + 1)]
    heads = {"table": name, "kind": "kolumner", "label": "Kommun", **dict(zip(cells, MONTHS, strict=False))}
    rows = [
        {"table": name, "label": label, **{cell: 1234567 + at for at, cell in enumerate(cells)}}
        for label in ("Ljusnarsbergs kommun", "Hällefors kommun")
    ]
    return [heads, *rows, {"table": name, "kind": "summa", "label": "Summa"}]


WIDTHS: Values = {
    OutlineBlock: [
        {"level": 1, "heading": "Egna tabeller", "text": SENTENCE},
        *({"content": "Egen tabell", "name": f"Tabell {columns}"} for columns in (3, 6, 9, 12)),
        *(
            {"level": 2, "heading": f"Text med {columns}", "text": f"{SENTENCE}\n\n{markdown(columns)}\n\n{SENTENCE}"}
            for columns in (16,)
        ),
    ],
    FreeTable: [{"name": f"Tabell {columns}"} for columns in (3, 6, 9, 12)],
    FreeRow: [row for columns in (3, 6, 9, 12) for row in own(columns)],
}


@contextmanager
def layouts(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Keep what is laid out."""
    made: list[Any] = []
    lay_out = layout.laid_out

    def kept(html: Any, **options: Any) -> Any:
        made.append(lay_out(html, **options))
        return made[-1]

    with monkeypatch.context() as patched:
        patched.setattr("generator.document.pdf.draw.laid_out", kept)
        yield made


@pytest.mark.parametrize("template", LOOKS)
def test_no_box_is_outside_its_page(template: str, tmp_path: Any) -> None:
    look = chosen(tmp_path, template=template)
    weasyprint, fetcher = drawing_tools(tmp_path, look)
    html = weasyprint.HTML(string=page(look, WIDTHS), base_url=f"{tmp_path.as_uri()}/", url_fetcher=fetcher)
    settle_variables(html.etree_element, look)
    document = layout.laid_out(html)
    assert left(document) == []
    assert left_in_pdf(document.write_pdf()) == []


def test_a_footnote_longer_than_a_page_is_whole_and_the_others_keep_their_numbers(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = " ".join(f"ord{number}" for number in range(1500))
    text = f"{SENTENCE}[^a] Mer.[^b]\n\n| a | b |\n|---|---|\n| c[^c] | d |\n\n[^a]: Ett.\n\n[^b]: {long}\n\n[^c]: Tre."
    look = chosen(tmp_path)
    values: Values = {OutlineBlock: [{"level": 1, "heading": "Avsnittet", "text": text}]}
    with layouts(monkeypatch) as made:
        pdf = report_pdf(page(look, values), tmp_path, look)
    assert left(made[-1]) == []
    words = " ".join(line.text for line in body_lines(pdf))
    assert re.findall(r"ord\d+", words) == long.split()
    assert re.search(r"1\s*\.?\s*Ett\.", words)
    assert re.search(r"2\s+ord0 ", words)
    assert re.search(r"3\s*\.?\s*Tre\.", words)


def test_a_table_that_fits_nowhere_is_named(tmp_path: Any) -> None:
    values: Values = {
        OutlineBlock: [{"level": 1, "heading": "Tal", "text": f"| a | b |\n|---|---|\n| c | {'9' * 300} |"}],
    }
    look = chosen(tmp_path)
    with pytest.raises(DrawingError, match=r"En tabell under rubriken ”Tal” får inte plats på sidan"):
        report_pdf(page(look, values), tmp_path, look)


# ---------------------------------------------------------------- how a table is fitted


def test_a_table_is_first_set_smaller_then_divided_or_turned() -> None:
    columns = [Need(10, 10, counts=False), *[Need(4, 4)] * 12]
    ways = [fitted(columns[: count + 1], 10, 450, 700, fills=fills) for count in (6, 9, 12) for fills in (False, True)]
    assert [(fit.size < 10, fit.turned, len(fit.parts)) for fit in ways if fit] == [
        (False, False, 1),
        (False, False, 1),
        (True, False, 1),
        (True, False, 1),
        (False, False, 2),
        (False, True, 1),
    ]


def test_a_divided_table_has_the_rows_heads_in_every_part_and_each_column_once() -> None:
    fit = fitted([Need(10, 10, counts=False), *[Need(4, 4)] * 25], 9, 440, None, fills=True)
    assert fit is not None
    assert all(part[0] == 0 for part in fit.parts)
    assert [column for part in fit.parts for column in part[1:]] == list(range(1, 26))
    assert all(abs(sum(shares) - 1) < 0.001 for shares in fit.shares)
    assert fit.size >= SMALLEST


def test_a_column_that_is_wider_than_every_page_fits_nowhere() -> None:
    assert fitted([Need(10, 10, counts=False), Need(100, 100)], 9, 440, 690, fills=True) is None


# ---------------------------------------------------------------- charts and running heads


@pytest.mark.parametrize("width", [WIDTH, *NARROW.values()])
@pytest.mark.parametrize("kind", ["staplar", "staplade", "liggande", "linjer", "ring"])
def test_no_label_of_a_chart_leaves_it_or_is_lost(kind: str, width: float) -> None:
    word = "rehabiliteringssamordningsverksamhetsuppföljning"
    categories = (word * 2, "Samverkansteamet för unga vuxna med långt namn", *(f"Kategori {at}" for at in range(30)))
    points = tuple(PointView(Decimal(at * 1234567), str(at * 1234567), there=True) for at in range(32))
    series = (SeriesView(word * 3, points), SeriesView("Kort", points))
    chart = ChartView("d", kind, categories, series if kind != "ring" else series[:1], "kr", "", ())
    drawn = ET.fromstring(chart_svg(chart, Ink("#1d4f5c", "#1b2225", "#566166", "#c3ccd0", "#ffffff", "Barlow", width)))  # noqa: S314 - our own
    height = float(drawn.get("viewBox", "").split()[3])
    texts = [each for each in drawn.iter() if each.tag.endswith("text")]
    for each in texts:
        on_its_side = "rotate" in each.get("transform", "")
        room = height if on_its_side else width * (2 if each.get("text-anchor") == "middle" else 1)
        assert len(each.text or "") * 11 * 0.47 <= room
        assert 0 <= float(each.get("y", 0)) <= height
    shown = "".join(each.text or "" for each in texts).replace("-", "").replace(" ", "")
    named = [category for category in categories if category.replace(" ", "") in shown]
    if width == WIDTH or kind in ("liggande", "ring"):
        assert named == list(categories)
    else:
        assert named[0] == categories[0], "where bands are narrower than letters every other category, or so, is named"
        assert len(named) >= len(categories) / 4


def test_a_long_running_head_is_shortened_between_words() -> None:
    assert shortened("Ord och mer text " * 20).endswith(" …")
    assert len(shortened("Ord och mer text " * 20)) <= LONGEST + 2
    assert len(shortened("x" * 300)) <= LONGEST + 2
