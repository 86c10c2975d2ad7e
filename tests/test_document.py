"""The finished PDF as its readers meet it: the published report of SOFINT, and reports made to be hard to lay out."""

import html as html_module
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pymupdf
import pytest
from fontTools.ttLib import TTFont
from pdfs import (
    POINTS_PER_MM,
    SOFINT,
    Line,
    body_lines,
    bookmarks,
    drawn,
    fonts,
    lefts,
    opened,
    page_count,
    page_text,
    pages_with,
    pieces,
    plain,
    running_lines,
    sofint,
)

from generator.checks.letters import _in_fonts, unprintable
from generator.document.errors import DrawingError
from generator.document.pdf.draw import report_pdf
from generator.ground.places import templates_folder
from generator.look.appearance import Appearance
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import Note, OutlineBlock
from generator.model.rows import Row
from generator.subjects.appendices.rows import Appendix
from generator.subjects.auditors.rows import Auditor
from generator.subjects.board.rows import BoardMember
from generator.view.prose import ProseContext, prose_html
from generator.view.table import LONGEST_KEPT_TABLE

pytestmark = pytest.mark.slow

HEADING = re.compile(r"<h([1-4])[^>]*>(.*?)</h\1>", re.DOTALL)
TABLE_ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
AMOUNT = '<td class="amount'
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)


def text_of(fragment: str) -> str:
    return html_module.unescape(re.sub(r"<[^>]+>", "", fragment.replace("<br>", " ")))


@pytest.fixture(scope="module")
def html() -> str:
    return sofint()[1]


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return sofint()[2]


# ---------------------------------------------------------------- the report as a file


def test_the_file_says_its_title_and_language_and_is_tagged(pdf: bytes) -> None:
    with opened(pdf) as document:
        assert str(document.docinfo["/Title"]) == "Årsredovisning 2020, Samordningsförbundet i norra Örebro län"
        assert str(document.docinfo["/Author"]) == "Samordningsförbundet i norra Örebro län"
        root: Any = document.Root
        assert str(root["/Lang"]) == "sv"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert "/StructTreeRoot" in root


def test_bookmarks_are_the_headings_in_order(html: str, pdf: bytes) -> None:
    headings = [(int(level), plain(text_of(text))) for level, text in HEADING.findall(html)]
    assert len(headings) >= 10
    cover, *others = [(depth, title) for depth, title, _ in bookmarks(pdf)]
    assert cover == (1, "Årsredovisning 2020 Samordningsförbundet i norra Örebro län")
    assert others == [each for each in headings if each != cover]


def test_bookmarks_lead_to_the_page_where_the_heading_stands(pdf: bytes) -> None:
    lines = body_lines(pdf)
    for _, title, page in bookmarks(pdf):
        assert title in plain(" ".join(line.text for line in lines if line.page == page))


def test_the_contents_tell_the_page_where_each_heading_stands(pdf: bytes) -> None:
    rows: dict[int, list[str]] = {}
    for line in body_lines(pdf):
        if line.page == 2 and not line.is_heading:
            rows.setdefault(round(line.top), []).append(line.text)
    told = []
    for texts in rows.values():
        *heading, number = [text for text in texts if text.strip(".")]
        told.append((" ".join(heading).rstrip(" ."), int(number)))
    listed = {title for title, _ in told}
    assert len(listed) > 15
    assert told == [(title, page) for _, title, page in bookmarks(pdf) if title in listed]


def test_the_page_numbers_are_those_of_the_pages(pdf: bytes) -> None:
    numbers = [(line.page, line.text) for line in running_lines(pdf) if line.text.startswith("Sida")]
    assert numbers == [(page, f"Sida {page}") for page in range(2, page_count(pdf) + 1)]
    with opened(pdf) as document:
        assert "/PageLabels" in document.Root


def test_running_heads_stand_on_every_page_but_the_cover(pdf: bytes) -> None:
    every = list(running_lines(pdf))
    for page in range(2, page_count(pdf) + 1):
        running = [line.text for line in every if line.page == page]
        assert running[0] == "Årsredovisning 2020"
        assert [text for text in running if not text.endswith("(forts.)")][-1] == f"Sida {page}"
    assert "Sida" not in page_text(pdf, 1)
    assert "Samordningsförbundet i norra Örebro län" in page_text(pdf, 1)


def test_every_row_of_every_table_is_printed(html: str, pdf: bytes) -> None:
    printed = " ".join(page_text(pdf, page) for page in range(1, page_count(pdf) + 1))
    rows = [[text_of(cell) for cell in CELL.findall(row)] for row in TABLE_ROW.findall(html) if AMOUNT in row]
    assert len(rows) > 60
    for row in rows:
        assert plain(" ".join(row)) in printed


def test_amounts_end_at_one_edge_and_a_double_line_ends_the_table(pdf: bytes) -> None:
    make: Any = pymupdf.open  # published without types
    with make(stream=pdf) as document:
        page = next(page for page in document if page.search_for("Verksamhetens resultat"))
        first, last = (page.search_for(label)[-1].y1 for label in ("Verksamhetens resultat", "Årets resultat"))
        ends: dict[int, float] = {}
        for _, _, end, bottom, *_ in page.get_text("words"):
            if first - 1 < bottom < last + 1:
                ends[round(bottom)] = max(end, ends.get(round(bottom), 0))
        below = [each["rect"].height for each in page.get_drawings() if last < each["rect"].y0 < last + 12]
    assert len(ends) == 4
    assert max(ends.values()) - min(ends.values()) < 0.5
    assert below
    assert min(below) > 1


def test_numbers_have_the_minus_sign_and_do_not_break(html: str) -> None:
    cells = [text_of(cell) for row in TABLE_ROW.findall(html) for cell in CELL.findall(row)]
    years = re.compile(r"20\d\d")
    numbers = [cell for cell in cells if re.fullmatch(r"[−-]?\d[\d\s\u00a0,.]*", cell) and len(cell) > 3]
    amounts = [cell for cell in numbers if not years.fullmatch(cell)]
    assert len(amounts) > 80
    assert [each for each in amounts if not re.fullmatch(r"−?\d{1,3}(\u00a0\d{3})*", each)] == []
    assert any(each.startswith("−") for each in amounts)


def test_only_the_bundled_fonts_are_used_and_they_lie_in_the_file(pdf: bytes) -> None:
    assert all(embedded for _, embedded in fonts(pdf))
    assert {name.rstrip(",").split("-3")[0].split("-4")[0] for name, _ in fonts(pdf)} == {"Source-Sans", "Source-Serif"}


def test_the_same_underlag_gives_the_same_bytes_anywhere_and_any_day(tmp_path: Path, pdf: bytes) -> None:
    inside = tmp_path / "Å & b"
    shutil.copytree(SOFINT, inside / "in")
    environment = {**os.environ, "PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1000000000"}
    code = "import time; time.time = lambda: 1e9; from generator.cli import main; main()"
    command = [sys.executable, "-c", code, "render", "in", "--output", "u.pdf"]
    subprocess.run(command, cwd=inside, env=environment | {"LC_ALL": "C"}, check=True, timeout=60)  # noqa: S603
    assert (inside / "u.pdf").read_bytes() == pdf


# ---------------------------------------------------------------- what may not come in


def page(body: str) -> str:
    return f'<!doctype html><html lang="sv"><head><title>t</title></head><body><p>text</p>{body}</body></html>'


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('<img alt="x" src="http://example.org/a.png">', "http://example.org/a.png får inte hämtas"),
        ('<img alt="x" src="https://example.org/a.png">', "https://example.org/a.png får inte hämtas"),
        ('<img alt="x" src="//example.org/a.png">', "a.png ligger utanför rapportens mapp"),
        ('<img alt="x" src="file://example.orgFOLDER/trasig.png">', "trasig.png ligger utanför rapportens mapp"),
        ('<img alt="x" src="ftp://example.org/a.png">', "ftp://example.org/a.png får inte hämtas"),
        ('<img alt="x" src="file:///etc/hostname">', "hostname ligger utanför rapportens mapp"),
        ('<img alt="x" src="../secret.png">', "secret.png ligger utanför rapportens mapp"),
        ('<img alt="x" src="%2e%2e/secret.png">', "secret.png ligger utanför rapportens mapp"),
        ('<img alt="x" src="outside.png">', "outside.png är en länk till något utanför mappen"),
        ('<link rel="attachment" href="file:///etc/hostname">', "bifogar filen file:///etc/hostname"),
        ('<link rel="attachment" href="../secret.png">', "bifogar filen ../secret.png"),
        ('<style>@import "http://example.org/a.css";</style>', "http://example.org/a.css får inte hämtas"),
        ('<p style="background: url(../secret.png)">x</p>', "secret.png ligger utanför rapportens mapp"),
        ('<img alt="x" src="saknas.png">', "Filen saknas.png finns inte i rapportens mapp"),
        ('<img alt="x" src="trasig.png">', "trasig.png går inte att läsa"),
        ('<a href="#nix">x</a>', "Länken #nix leder ingenstans"),
        ("<p>tecknet 漢</p>", "Tecknet ”漢” (U+6F22) finns inte i rapportens typsnitt"),
    ],
)
def test_nothing_outside_is_read_and_nothing_missing_passes(tmp_path: Path, body: str, told: str) -> None:
    folder = tmp_path / "rapport"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "trasig.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "outside.png").symlink_to(tmp_path / "secret.png")
    with pytest.raises(DrawingError, match=re.escape(told)):
        report_pdf(page(body.replace("FOLDER", folder.as_posix())), folder)


def test_the_list_of_letters_is_that_of_the_fonts() -> None:
    letters = {sign for path in templates_folder().glob("*/fonts/*.ttf") for sign in TTFont(path).getBestCmap()}
    assert {ord(sign) for sign in _in_fonts()} == letters, "run script/letters"


def test_check_and_drawing_agree_on_what_can_be_printed(tmp_path: Path) -> None:
    printable = (
        "Åäö é ñ ½ ≠ … – − „ ” \u00ad \u200b \u200d \u2009 \u202f \u2003 \u2011 \u3000 A\u030a x\u0308 ⅓ Ӓ ǟ \ufe0f"
    )
    assert unprintable(printable) == ()
    report_pdf(page(f"<p>{printable}</p>"), tmp_path)
    for sign in "漢😀א☃\ue000":
        assert unprintable(f"a {sign} b {sign}") == (sign,)
        with pytest.raises(DrawingError):
            report_pdf(page(f"<p>{sign}</p>"), tmp_path)


def test_a_picture_in_the_folder_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "märke.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    assert report_pdf(page('<img alt="x" src="m%C3%A4rke.svg">'), tmp_path).startswith(b"%PDF")


def test_a_picture_with_a_per_cent_sign_in_its_name_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "a%20b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
    for name in ("a%20b.svg", "ä b#c?.svg"):
        (tmp_path / name).write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "utf-8")
        assert report_pdf(page(f'<img alt="x" src="{quote(name)}">'), tmp_path).startswith(b"%PDF")


def test_html_in_a_text_is_shown_as_it_was_typed() -> None:
    typed = '<script>alert(1)</script> & <img src="x" onerror="y">'
    shown = prose_html(typed, ProseContext())
    assert text_of(shown).strip() == typed.replace('"', "”")
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<a" not in prose_html("[x](javascript:alert(1))", ProseContext())


def test_names_and_headings_are_escaped_too() -> None:
    outline = [{"level": 1, "heading": "<i>Fet</i> & {# 7 #}", "text": "{# 7 #} {% if %}"}]
    pdf = drawn(values("<b>Förbundet</b>", outline))
    assert "<b>Förbundet</b>" in page_text(pdf, 1)
    assert pages_with(pdf, "<i>Fet</i> & {# 7 #}")
    assert pages_with(pdf, "{# 7 #} {% if %}")


# ---------------------------------------------------------------- layout of made-up reports

STATEMENTS: tuple[Mapping[str, Any], ...] = (
    {"level": 1, "heading": "Resultaträkning", "content": "Resultaträkning"},
    {"level": 1, "heading": "Balansräkning", "content": "Balansräkning"},
    {"level": 1, "heading": "Kassaflödesanalys", "content": "Kassaflödesanalys"},
)


def values(
    name: str,
    outline: Sequence[Mapping[str, Any]],
    notes: Sequence[Mapping[str, Any]] = (),
    amounts: Sequence[Mapping[str, Any]] = (),
) -> Mapping[type[Row], Sequence[Mapping[str, Any]]]:
    return {
        Association: ({"name": name, "short_name": "F", "year": 2025},),
        OutlineBlock: (*outline, *STATEMENTS),
        Note: notes,
        IncomeOrCost: amounts,
    }


def note_rows(note: str, count: int) -> Iterator[Mapping[str, Any]]:
    for number in range(1, count + 1):
        yield {
            "line": "Verksamhetens kostnader",
            "note": note,
            "note_row": f"{note} rad {number}.",
            "this_year": 1000 + number,
            "last_year": 500 + number,
        }


def words(chance: random.Random, count: int) -> str:
    return " ".join(
        chance.choice(("förbundet", "har", "under", "året", "samverkat", "i", "länet")) for _ in range(count)
    )


def test_no_heading_stands_alone_at_the_foot_of_a_page() -> None:
    chance = random.Random(20)  # noqa: S311
    outline: list[dict[str, Any]] = []
    level = 1
    for number in range(90):
        level = chance.randint(1, min(level + 1, 4))
        text = "\n\n".join(words(chance, chance.randint(5, 90)) for _ in range(chance.randint(0, 3)))
        outline.append({"level": level, "heading": f"Rubrik {number}.", "text": text})
    pdf = drawn(values("F", outline))
    assert page_count(pdf) > 15
    lines = body_lines(pdf)
    for number in range(1, page_count(pdf)):
        last = [line.text for line in lines if line.page == number][-1]
        assert not last.startswith("Rubrik"), f"page {number}"
    found = [line.text for line in lines if line.text.startswith("Rubrik")]
    assert found == [f"Rubrik {number}." for number in range(90)]


def test_references_to_notes_that_are_not_placed_are_no_links() -> None:
    pdf = drawn(values("F", (), [{"key": "N"}], [*note_rows("N", 2)]))
    row = next(line.text for line in body_lines(pdf) if line.text.startswith("Verksamhetens kostnader"))
    assert pages_with(pdf, row)
    assert not pages_with(pdf, "Not 1 N")
    assert "1" in page_text(pdf, 2).split()


def test_the_same_part_may_stand_twice_in_different_units() -> None:
    parts = ("Resultaträkning", "Noter", "Noter")
    again = [{"level": 1, "heading": f"{part} i tkr", "content": part, "shown_unit": "tkr"} for part in parts]
    pdf = drawn(values("F", again, [{"key": "N"}], [*note_rows("N", 2)]))
    assert len(pages_with(pdf, "Resultaträkning i tkr")) == 1


def test_a_heading_of_any_level_stands_at_the_top_of_its_new_page() -> None:
    blocks = [
        {"level": level, "heading": f"Rubrik {level}.", "text": "Text.", "new_page": True} for level in (1, 2, 3, 4)
    ]
    lines = [line for line in body_lines(drawn(values("F", blocks))) if line.text.startswith("Rubrik")]
    assert len({line.page for line in lines}) == 4
    # The lines' own heights differ by less than the space above a heading elsewhere, 4 to 8 mm.
    assert max(line.top for line in lines) - min(line.top for line in lines) < 3 * POINTS_PER_MM


def test_the_first_chapter_after_the_contents_stands_as_high_as_the_next() -> None:
    outline = [
        {"level": 1, "heading": "Innehåll", "content": "Innehållsförteckning"},
        {"level": 1, "heading": "Först.", "text": "Text."},
        {"level": 1, "heading": "Sedan.", "text": "Text.", "new_page": True},
    ]
    lines = [line for line in body_lines(drawn(values("F", outline))) if line.is_heading]
    first, second = (next(line for line in lines if line.text == heading) for heading in ("Först.", "Sedan."))
    assert first.page + 1 == second.page
    assert first.top == pytest.approx(second.top, abs=0.5)


def test_no_item_of_a_list_stands_alone_at_the_edge_of_a_page() -> None:
    items = "\n".join(f"- {word} punkt." for word in ("Första", "Andra", "Tredje", "Sista"))
    text = "\n\n".join(f"{'Stycke. ' * (number * 7 % 31 + 1)}\n\nSå här är det:\n\n{items}" for number in range(60))
    pdf = drawn(values("F", [{"level": 1, "heading": "Rubrik", "text": text}]))
    pages = [
        [line.text.removeprefix("• ") for line in body_lines(pdf) if line.page == number]
        for number in range(2, page_count(pdf))
    ]
    assert len(pages) > 7
    cut = 0
    for before, after in pairwise(pages):
        assert not before[-1].endswith(("är det:", "Första punkt."))
        assert not after[0].endswith("Sista punkt.")
        cut += after[0].endswith("Tredje punkt.")
    assert cut, "no list was cut"


def test_a_bold_line_that_leads_in_never_ends_a_page() -> None:
    text = "\n\n".join(f"{'Stycke. ' * (number * 7 % 31 + 1)}\n\n**Ledord:**\n\nNästa." for number in range(60))
    lines = body_lines(drawn(values("F", [{"level": 1, "heading": "Rubrik", "text": text}])))
    assert len({line.page for line in lines}) > 4
    assert all(line.page == after.page for line, after in pairwise(lines) if line.text == "Ledord:")


def test_the_call_of_a_footnote_never_begins_a_line() -> None:
    counts = range(1, 60)
    text = "\n\n".join(f"{'Ord och ord ' * 8}{'i' * count} är slut.[^{count}]" for count in counts)
    notes = "\n\n".join(f"[^{count}]: Noten {count}." for count in counts)
    lines = [line.text for line in body_lines(drawn(values("F", [{"heading": "R", "text": f"{text}\n\n{notes}"}])))]
    assert sum(bool(re.search(r"slut\. ?\d+$", line)) for line in lines) == len(counts)


def test_the_running_head_names_the_chapter_that_a_page_begins_with() -> None:
    outline = [
        {"level": 1, "heading": "Först", "text": "Stycke.\n\n" * 45},
        {"level": 1, "heading": "Sedan", "text": "Stycke."},
        {"level": 1, "heading": "Sist", "text": "Stycke.", "new_page": True},
    ]
    pdf = drawn({**values("F", outline), Appearance: [{"running_head": "kapitel"}]})
    heads = [line.text for line in running_lines(pdf) if line.text in {"Först", "Sedan", "Sist"}]
    assert heads == ["Först", "Först", "Sist"]


def test_the_name_under_a_letter_never_stands_alone_on_a_page() -> None:
    outline = [
        {"level": 1, "heading": "Brev", "text": "Ett stycke.\n\n" * count + "Namnet.\n", "new_page": True}
        for count in range(20, 45)
    ]
    pdf = drawn(values("F", outline))
    lines = body_lines(pdf)
    names = [(before, line) for before, line in pairwise(lines) if line.text == "Namnet."]
    assert len(names) == 25
    assert all(before.page == line.page for before, line in names)
    assert page_count(pdf) > 1 + 25 + 2, "no letter was long"


def test_the_economy_of_an_insats_names_it_wherever_it_stands(pdf: bytes) -> None:
    assert len(pages_with(pdf, "Ekonomi för Mottagningsteam: budget 168 200 kr, utfall 146 086 kr.")) == 1


def test_a_word_that_has_room_on_a_line_of_its_own_is_not_parted_in_a_cell() -> None:
    auditor = {"name": "A B", "appointed_by": "Försäkringskassan och Arbetsförmedlingen"}
    pdf = drawn({**values("F", [{"level": 1, "heading": "Revisorer", "content": "Revisorer"}]), Auditor: (auditor,)})
    texts = [text for _, text in pieces(pdf, 2)]
    assert "Försäkringskassan och" in texts
    assert "Arbetsförmedlingen" in texts


def test_a_long_name_of_several_in_a_cell_and_of_an_appendix_hangs() -> None:
    people = [
        {"name": f"{name} med ett efternamn som är så långt att det inte ryms på en rad slut", "appointed_by": "M"}
        for name in ("Alva", "Bertil")
    ]
    appendix = {"name": "Förteckning " + "över allt som finns " * 6 + "klart", "file": "på begäran"}
    outline = [
        {"level": 1, "heading": "Styrelse", "content": "Styrelse"},
        {"level": 1, "heading": "Bilagor", "content": "Bilagor", "new_page": True},
    ]
    pdf = drawn({**values("F", outline), BoardMember: people, Appendix: (appendix,)})
    (alva,), (bertil,) = lefts(pdf, 2, "Alva"), lefts(pdf, 2, "Bertil")
    ends = [left for left, text in pieces(pdf, 2) if text.endswith("slut")]
    assert alva == bertil
    assert len(ends) == 2
    assert min(ends) > alva + 2 * POINTS_PER_MM
    ((first, _),) = [each for each in pieces(pdf, 3) if each[1].startswith("Förteckning")]
    (rest,) = [left for left, text in pieces(pdf, 3) if "klart" in text]
    assert rest == pytest.approx(first, abs=0.5)


def test_entries_of_several_lines_in_the_contents_hang() -> None:
    long = (
        "En rubrik med många ord som inte får plats på en enda rad i innehållsförteckningen utan att helt visst delas"
    )
    blocks: list[Mapping[str, Any]] = [{"content": "Innehållsförteckning"}]
    blocks += [
        {"level": level, "numbered": numbered, "heading": f"{long} {level}", "new_page": True}
        for level in (1, 2)
        for numbered in (True, False)
    ]
    found = pieces(drawn(values("F", blocks)), 2)
    first = [left for left, text in found if text.startswith("En rubrik")]
    rest = [left for left, text in found if text.endswith(("delas 1", "delas 2"))]
    assert len(first) == len(rest) == 4
    wanted = [first[0], first[1] + 4 * POINTS_PER_MM, first[2], first[3] + 4 * POINTS_PER_MM]
    assert rest == pytest.approx(wanted, abs=0.5)
    numbers = [left for left, text in found if text in {"3", "4", "5", "6", "7"}]
    assert numbers == pytest.approx([numbers[0]] * 7)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_numbered_heading_of_several_lines_hangs_under_its_first_word(level: int) -> None:
    long = "En rubrik med så många ord att den inte ryms på en rad ens om texten är liten och raden är lång ord sist."
    outline = [{"level": each, "numbered": True, "heading": "Över."} for each in range(1, level)]
    pdf = drawn(values("F", [*outline, {"level": level, "numbered": True, "heading": long}]))
    (first,) = lefts(pdf, 2, "En rubrik")
    assert lefts(pdf, 2, "ord sist.")[0] > first
    rest = [left for left, text in pieces(pdf, 2) if text.endswith("ord sist.")]
    assert rest == pytest.approx([first], abs=0.5)


@pytest.fixture(scope="module")
def many_notes() -> list[Line]:
    """Twenty notes of 1 to 30 rows, some with a text before the table: a text of up to half a page."""
    chance = random.Random(21)  # noqa: S311
    counts = [chance.randint(1, 30) for _ in range(20)]
    notes = []
    amounts: list[Mapping[str, Any]] = []
    for number, count in enumerate(counts, start=1):
        text = words(chance, chance.choice((0, 0, 40, 250)))
        notes.append({"key": f"N{number}", "title": f"Titel {number}.", "text": text})
        amounts += note_rows(f"N{number}", count)
    outline = [{"level": 1, "heading": "Noter", "content": "Noter"}]
    return body_lines(drawn(values("F", outline, notes, amounts)))


def test_a_short_table_is_never_cut_and_a_longer_one_leaves_no_row_alone(many_notes: list[Line]) -> None:
    cut = 0
    for number in range(1, 21):
        rows = [line for line in many_notes if line.text.startswith(f"N{number} rad ")]
        assert rows, f"note {number}"
        on = Counter(line.page for line in rows)
        assert len(on) == 1 or len(rows) > LONGEST_KEPT_TABLE, (
            f"note {number} of {len(rows)} rows stands on the pages {set(on)}"
        )
        assert min(on.values()) > 1 or len(rows) == 1, f"note {number}"
        last = rows[-1]
        below = [line.text for line in many_notes if line.page == last.page and line.top > last.top]
        assert below[0] == "Summa"
        cut += len(on) > 1
    assert cut, "no table was cut"


def test_a_note_begins_on_the_page_of_its_heading(many_notes: list[Line]) -> None:
    lines = list(many_notes)
    heads = [place for place, line in enumerate(lines) if re.search(r"Not \d+ Titel \d+\.", line.text)]
    assert len(heads) == 20
    for place in heads:
        assert lines[place + 1].page == lines[place].page, lines[place].text


def test_a_long_table_goes_on_under_a_repeated_head() -> None:
    outline = [{"level": 1, "heading": "Noter", "content": "Noter"}]
    pdf = drawn(values("F", outline, [{"key": "N1", "title": "Lång"}], list(note_rows("N1", 120))))
    lines = body_lines(pdf)
    rows = [line for line in lines if line.text.startswith("N1 rad ")]
    assert [line.text for line in rows] == [f"N1 rad {number}." for number in range(1, 121)]
    pages = sorted({line.page for line in rows})
    assert len(pages) >= 3
    for number in pages:
        inside = [line for line in lines if line.page == number]
        first = next(place for place, line in enumerate(inside) if line.text.startswith("N1 rad "))
        head = [line.text for line in inside[max(0, first - 5) : first]]
        assert "Belopp i kr, 1 januari\u201331 december" in head
        assert "2025" in head
    summed = next(line for line in lines if line.text == "Summa" and line.page == pages[-1])
    assert summed.top > rows[-1].top
    with_rows = [line for line in rows if line.page == summed.page]
    assert with_rows, "the sum stands alone on its page"


def test_a_table_of_any_length_prints_all_its_rows() -> None:
    outline = [{"level": 1, "heading": "Noter", "content": "Noter"}]
    counts = (34, 41)
    notes = [{"key": f"N{count}", "title": f"Titel {count}"} for count in counts]
    amounts = [row for count in counts for row in note_rows(f"N{count}", count)]
    lines = body_lines(drawn(values("F", outline, notes, amounts)))
    for count in counts:
        rows = [line.text for line in lines if line.text.startswith(f"N{count} rad ")]
        assert rows == [f"N{count} rad {number}." for number in range(1, count + 1)]
