"""The web edition: the words of the printed report, in a page that needs nothing else and is easy to find around in."""

import re
from base64 import b64encode
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from markupsafe import Markup
from pdfs import written
from small_underlag import Values, examined, small

from generator.document.errors import DrawingError
from generator.document.html.page import report_html
from generator.document.web.charts import unfold_charts
from generator.document.web.closed import close
from generator.document.web.dark import dark_variables
from generator.document.web.embedded import has_slanted
from generator.document.web.page import web_page
from generator.document.web.tables import prepare_tables
from generator.document.web.tree import has_class, parents_of, tree_of, with_class, words
from generator.document.web.tree import written as written_page
from generator.ground.names import Name
from generator.look.chosen import choose_look
from generator.look.colour import contrast
from generator.look.contrast import GRAPHICS, TEXT
from generator.look.folders import look_names, named_folder
from generator.look.profile import read_profile
from generator.look.settings import Look
from generator.model.registers import OutlineBlock
from generator.pipeline import examine, web
from generator.view.parts import BlockView, ChartView, PointView, SeriesView
from generator.view.report_view import report_view

_ADDRESS = re.compile(r"""(?:src|href|url)\s*[=(]\s*["']?([^"')\s>]+)""")


def with_notes() -> Values:
    """The small underlag with two footnotes, and a word that a browser might take for a mark."""
    values = small()
    rows = [dict(row) for row in values[OutlineBlock]]
    rows[1]["text"] = "Inget <script>alert(1)</script> utöver^[Först.] räkningarna^[Sedan.]."
    return {**values, OutlineBlock: rows}


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """To cut fonts to their letters takes a second, and tells nothing of words and styles."""
    monkeypatch.setattr("generator.document.web.page.font_faces", lambda *_, **__: ())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("web") / "provet"
    folder.mkdir()
    written(with_notes(), folder)
    return web(examine(folder)).decode()


def test_nothing_outside_the_page_is_asked_for_and_nothing_runs(page: str) -> None:
    assert {address.partition(":")[0] for address in _ADDRESS.findall(page) if not address.startswith("#")} <= {"data"}
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_fonts_are_in_the_page(page: str) -> None:
    assert page.count("@font-face") >= 2
    assert len(page) < 400_000


def test_every_link_leads_to_a_place_in_the_page(page: str) -> None:
    root = tree_of(page)
    places = {each.get("id") for each in root.iter()}
    links = [link.get("href") or "" for link in root.iter("a")]
    assert links
    assert {link[1:] for link in links if link.startswith("#")} <= places


def test_a_footnote_is_called_and_leads_back(page: str) -> None:
    root = tree_of(page)
    notes = list(with_class(root, "footnotes")[0].iter("li"))
    assert [words(note) for note in notes] == ["Först. \u21a9", "Sedan. \u21a9"]
    calls = with_class(root, "footnote-call")
    assert [(call.text, call.get("href")) for call in calls] == [
        (str(n), f"#{note.get('id')}") for n, note in enumerate(notes, start=1)
    ]
    backs = with_class(root, "back")
    assert [back.get("href") for back in backs] == [f"#{call.get('id')}" for call in calls]


def test_every_table_has_a_caption_and_a_frame(page: str) -> None:
    root = tree_of(page)
    parents = parents_of(root)
    tables = list(root.iter("table"))
    assert tables
    assert all(words(next(table.iter("caption"))) for table in tables)
    assert all(has_class(parents[table], "scrolls") for table in tables)
    stops = [frame for frame in root.iter() if frame.get("tabindex")]
    assert all(frame.get("role") == "region" for frame in stops)
    assert len({frame.get("aria-label") for frame in stops}) == len(stops)


@pytest.mark.parametrize(
    ("label", "amounts", "stop"),
    [
        ("Löner", ["1 200"], False),  # this and its head have room on the narrowest screen
        ("Löner", ["12 345 678", "12 345 678", "12 345 678"], True),
        ("Kassaflöde från finansieringsverksamheten", ["12 345 678"], True),
    ],
)
def test_keys_stop_only_at_a_table_that_may_have_to_scroll(label: str, amounts: list[str], stop: bool) -> None:  # noqa: FBT001
    cells = "".join(f"<td class=amount>{amount.replace(' ', chr(160))}</td>" for amount in amounts)
    root = tree_of(f"<main><table class=amounts><tr><th scope=row>{label}</th>{cells}</tr></table></main>")
    prepare_tables(root)
    (frame,) = with_class(root, "scrolls")
    assert (frame.get("tabindex") is not None) is stop
    assert (frame.get("role") == "region") is stop


def test_a_table_of_words_brings_the_heads_of_its_columns_to_its_cells() -> None:
    root = tree_of(
        "<table class=words><thead><tr><th>Mål</th><th>Utfall</th><th>Not</th></tr></thead>"
        "<tbody><tr><th rowspan=2>A</th><td>Ja</td><td></td></tr><tr><td>Nej</td><td>2</td></tr></tbody></table>"
    )
    prepare_tables(root)
    assert [each.get("data-head") for each in [*root.iter("td")]] == ["Utfall", None, "Utfall", "Not"]
    assert not [each for each in root.iter() if each.get("tabindex")]


def test_a_head_without_words_is_named_for_those_who_hear_the_table() -> None:
    root = tree_of("<table><tr><th scope=col></th><th scope=col>2023</th></tr><tr><th scope=row>A</th></tr></table>")
    prepare_tables(root)
    assert [words(each) for each in root.iter("th")] == ["Rad", "2023", "A"]


def test_a_chart_is_drawn_in_the_page_with_its_words_and_its_data() -> None:
    drawn = '<svg xmlns="http://www.w3.org/2000/svg"><text>12</text></svg>'
    address = f"data:image/svg+xml;base64,{b64encode(drawn.encode()).decode()}"
    series = (SeriesView("Antal", (PointView(Decimal(12), "12", there=True, key="antal@2023"),)),)
    chart = ChartView("d", "staplar", ("2023",), series, "antal", "Ett diagram.", (), address)
    block = BlockView(
        "chart", "Deltagare", 1, "", "a", Markup(), None, chart, new_page=False, unwritten=False, caption=""
    )
    root = tree_of(f'<main><div id="d"><img src="{address}" alt=""></div><img src="{address}" alt="egen"></main>')
    unfold_charts(root, [block])
    place = next(each for each in root.iter() if each.get("id") == "d")
    drawing = next(place.iter("svg"))
    assert (drawing.get("role"), drawing.get("aria-label"), words(drawing)) == ("img", "Ett diagram.", "12")
    assert [each.get("alt") for each in root.iter("img")] == ["egen"]
    assert words(next(place.iter("tbody"))) == "202312"
    assert [each.get("data-figure") for each in place.iter("td")][-1] == "antal@2023"


@pytest.mark.parametrize(
    ("text", "slanted"),
    [
        ("<style>p { font-style: italic }</style><p>a</p>", False),  # base's own sheet: only words count
        ("<p><em>a</em></p>", True),
        ("<h5>a</h5>", True),
        ("<style></style><style>p { font-style: italic }</style>", True),
    ],
)
def test_italics_are_brought_only_where_something_leans(text: str, slanted: bool) -> None:  # noqa: FBT001
    assert has_slanted(tree_of(text)) is slanted


def test_headings_nest(page: str) -> None:
    levels = [int(each.tag[1]) for each in tree_of(page).iter() if re.fullmatch("h[1-6]", str(each.tag))]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.usefixtures("no_fonts")
def test_a_head_may_break_after_a_slash_and_never_within_a_date() -> None:
    root = tree_of(
        "<table><tr><th>Kr</th><th>2020-01-01–<br>2020-12-31</th></tr>"
        "<tr><th>Förbrukningsmaterial/inventarier, 1/2</th><td>1</td></tr></table>"
    )
    prepare_tables(root)
    assert [words(each) for each in with_class(root, "whole")] == ["2020-01-01–", "2020-12-31"]
    (end,) = root.iter("wbr")
    assert end.tail == "inventarier, 1/2"
    assert [words(each) for each in root.iter("th")][2] == "Förbrukningsmaterial/inventarier, 1/2"


def test_the_words_are_those_of_the_printed_report(tmp_path: Path) -> None:
    """But for what a screen has instead of pages: the way around, the hidden captions, the notes' own list."""
    examination = examined(small())
    chosen, _ = choose_look(examination.whole.derived.underlag, tmp_path)
    view = report_view(examination.whole)
    printed = tree_of(report_html(view, chosen))
    shown = tree_of(web_page(view, chosen, tmp_path).decode())
    assert _words(shown) == _words(printed)


def _words(root: Element) -> list[str]:
    parents = parents_of(root)
    for each in [*with_class(root, "unseen"), *with_class(root, "way"), *with_class(root, "skip")]:
        parents[each].remove(each)
    return words(next(root.iter("body"))).split()


@pytest.mark.parametrize("name", look_names())
def test_dark_colours_can_be_read(name: str) -> None:
    folder = named_folder(Name(name))
    stated = read_profile(folder, own=False).settings if folder else {}
    colours = dict(dark_variables(Look.model_validate({key: each.value for key, each in stated.items()})))
    for ground in ("--paper", "--tint"):
        assert all(
            contrast(colours[each], colours[ground]) >= TEXT for each in ("--ink", "--quiet", "--heading-colour")
        )
    assert contrast(colours["--accent"], colours["--paper"]) >= GRAPHICS
    assert contrast(colours["--on-accent"], colours["--accent"]) >= TEXT


@pytest.mark.usefixtures("no_fonts")
def test_a_style_sheet_can_neither_end_its_element_nor_fetch(tmp_path: Path) -> None:
    folder = tmp_path / "provet"
    (folder / "mall").mkdir(parents=True)
    written(small(), folder)
    (folder / "mall" / "stil.css").write_text("p { color: red } </style><script>alert(1)</script>", encoding="utf-8")
    assert not list(tree_of(web(examine(folder)).decode()).iter("script"))
    (folder / "mall" / "stil.css").write_text("p::after { content: '\\d800' }", encoding="utf-8")
    assert "\ufffd" in web(examine(folder)).decode()
    (folder / "mall" / "stil.css").write_text("p { background: url(http://exempel.se/a.png) }", encoding="utf-8")
    with pytest.raises(DrawingError, match="utan nätet"):
        web(examine(folder))


@pytest.mark.usefixtures("no_fonts")
def test_a_style_sheet_that_another_reads_in_is_in_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "provet"
    (folder / "mall").mkdir(parents=True)
    written(small(), folder)
    (folder / "mall" / "stil.css").write_text("/* @import 'borta.css'; */ @import '_mer.css';", encoding="utf-8")
    (folder / "mall" / "_mer.css").write_text("p { letter-spacing: 0.031em }", encoding="utf-8")
    page = web(examine(folder)).decode()
    assert "p { letter-spacing: 0.031em }" in page
    assert "@import" not in page


def test_what_a_template_lets_run_ask_or_send_is_not_in_the_page() -> None:
    root = tree_of(
        "<head><base href=http://x.se><meta http-equiv=refresh content=0><link rel=prefetch href=http://x.se></head>"
        "<p onclick=a()>Ett<script>a()</script> två<iframe src=http://x.se></iframe></p>"
        "<a href='java\nscript:a()' ping=http://x.se>tre</a><a href=file:///etc/passwd>fyra</a>"
        "<a href=https://exempel.se>fem</a><a href=mailto:a@exempel.se>sex</a><a href=#sju>sju</a>"
        "<form action=http://x.se><input></form><svg onload=a()><use href=http://x.se#a /><use href=#b /></svg>"
    )
    close(root)
    page = written_page(root)
    assert words(next(root.iter("body"))) == "Ett tvåtrefyrafemsexsju"
    assert not re.search(r"script|iframe|base|refresh|x\.se|onclick|onload|form|input|passwd", page)
    assert re.findall(r'href="([^"]+)"', page) == ["https://exempel.se", "mailto:a@exempel.se", "#sju", "#b"]
