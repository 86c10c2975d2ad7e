"""Drafts: nobody takes one for the report, and the one to work with tells what is left beside what it is about."""

import re
from pathlib import Path
from typing import Any

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from looks import put
from pdf_structure import Structure
from pdfs import opened, page_count, page_text, written
from small_underlag import small

from generator.document.draft.column import GAP, Wish, stacked
from generator.findings.finding import Severity
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination, draw, examine, may_be_made, preview, web
from generator.report.draft import Draft

HOSTILE = """
@page { size: A4; margin: 12mm; @top-center { content: none !important } }
main p, main div, section > p { position: static; color: #444 !important; background: white !important }
point, aside, aside * { position: static; color: white !important; background: white !important }
.stamp, .sheet, point, aside, aside * { display: none !important; visibility: hidden !important }
"""
"""An association's style sheet that would hide what a draft says, if it could."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report in its final state, whose balance does not balance, with many things to look at in one row."""
    values: dict[Any, Any] = {**small(state="slutlig")}
    values[BalanceItem] = [row | {"this_year": row["this_year"] * 100} for row in values[BalanceItem]]
    values[IncomeOrCost] = [*values[IncomeOrCost], *[values[IncomeOrCost][1]] * 2]
    made: Path = tmp_path_factory.mktemp("utkast") / "provet"
    made.mkdir()
    written(values, made)
    put(made, {"mall/stil.css": HOSTILE})
    return made


@pytest.fixture(scope="module")
def wrong(folder: Path) -> Examination:
    examination = examine(folder)
    assert examination.has_errors
    return examination


@pytest.fixture(scope="module")
def work(wrong: Examination) -> bytes:
    return draw(wrong, Draft.WORK)


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Examination:
    """A report without errors, in its final state, with a style sheet of its own that leaves no margins."""
    made: Path = tmp_path_factory.mktemp("styrelse") / "provet"
    made.mkdir()
    written(small(state="slutlig", decision_date="2021-03-05", place="Provet"), made)
    put(made, {"mall/stil.css": HOSTILE})
    return examine(made)


@pytest.fixture(scope="module")
def plain(right: Examination) -> bytes:
    return draw(right)


def title(pdf: bytes) -> str:
    with opened(pdf) as file:
        return str(file.docinfo["/Title"])


def words(pdf: bytes, page: int, *, up_to: float = 1e9) -> list[tuple[int, int, str]]:
    """The words of a page (from 0) with where they stand, those that begin left of ``up_to`` points."""
    opening: Any = pymupdf.open
    with opening(stream=pdf) as document:
        found = document[page].get_text("words")
    return sorted((round(x), round(y), word) for x, y, _, _, word, *_ in found if x < up_to)


def test_a_draft_for_the_board_is_not_made_with_errors_and_one_to_work_with_is(wrong: Examination) -> None:
    assert not may_be_made(wrong)
    assert not may_be_made(wrong, Draft.BOARD)
    assert may_be_made(wrong, Draft.WORK)
    with pytest.raises(ValueError, match="fel"):
        draw(wrong, Draft.BOARD)
    with pytest.raises(ValueError, match="fel"):
        web(wrong, Draft.BOARD)


def test_each_page_of_a_draft_to_work_with_says_so_and_how_many_errors_there_are(
    work: bytes, wrong: Examination
) -> None:
    errors = wrong.count(Severity.ERROR)
    assert page_count(work) > 5
    for page in range(1, page_count(work) + 1):
        text = page_text(work, page)
        assert "ARBETSUTKAST" in text
        assert f"{errors} fel" in text
    assert title(work) == "Arbetsutkast: Årsredovisning 2020, Samordningsförbundet Provet"


def test_a_picture_that_is_missing_stops_no_draft_to_work_with(tmp_path: Path) -> None:
    written(small(logo="borta.png"), tmp_path)
    examination = examine(tmp_path)
    pdf = draw(examination, Draft.WORK)
    assert "Bilden saknas" in page_text(pdf, 1)
    assert "borta.png" in "".join(page_text(pdf, page) for page in range(1, page_count(pdf) + 1))
    assert "Bilden saknas" in web(examination, Draft.WORK).decode()


def test_the_report_in_a_draft_to_work_with_lies_where_it_does_without(right: Examination, plain: bytes) -> None:
    draft = draw(right, Draft.WORK)
    edge = 210 / 25.4 * 72
    marks = {"Arbetsutkast", "·", "Årsredovisning", "2020"}
    for page in range(1, page_count(plain)):  # the cover has the draft's mark in its place
        own = [word for word in words(plain, page) if word[2] not in marks]
        kept = [word for word in words(draft, page, up_to=edge) if word[2] not in marks]
        assert set(own) <= set(kept)
        assert all(re.fullmatch(r"\d+", word) for _, _, word in set(kept) - set(own))  # the points' numbers


def test_what_is_wrong_stands_beside_its_row(work: bytes) -> None:
    opening: Any = pymupdf.open
    with opening(stream=work) as document:
        page = next(page for page in document if page.search_for("Not 1"))
        (point,) = page.search_for("Varning. Fliken Intäkter och kostnader")
        row, *_ = page.search_for("Löner")
        assert point.x0 > 210 / 25.4 * 72 > row.x1
        assert abs(point.y0 - row.y0) < 30


def test_points_lead_to_their_places_and_are_read_after_them(work: bytes) -> None:
    structure = Structure(work)
    notes = [structure.text(note) for note in structure.all("Note")]
    assert len(notes) > 3
    links = [structure.text(link).strip() for link in structure.all("Link")]
    for note in notes:
        number = note.split()[0]
        assert links.count(number) >= 2  # there and back
    read = structure.text(structure.document)
    assert read.count("ARBETSUTKAST") == 1


def test_a_draft_for_the_board_is_stamped_on_each_page_and_nothing_of_it_is_covered(
    right: Examination, plain: bytes
) -> None:
    draft = draw(right, Draft.BOARD)
    assert page_count(plain) == page_count(draft)
    opening: Any = pymupdf.open
    with opening(stream=draft) as document:
        for page in document:
            every = [(word[:4], word[4]) for word in page.get_text("words")]
            ((left, top, right_edge, foot),) = [where for where, word in every if word == "UTKAST"]
            others = [where for where, word in every if word != "UTKAST"]
            assert not any(x < right_edge and y < foot and x1 > left and y1 > top for x, y, x1, y1 in others)
            assert foot - top > 12
    assert "Kontrollpunkter" not in "".join(page_text(draft, page + 1) for page in range(page_count(draft)))
    assert title(draft).startswith("Utkast: Årsredovisning 2020")
    assert Structure(draft).text(Structure(draft).document).casefold().count("utkast") == 1


def test_a_draft_on_a_screen_says_so_in_spite_of_any_style(wrong: Examination, right: Examination) -> None:
    page, board = web(wrong, Draft.WORK).decode(), web(right, Draft.BOARD).decode()
    assert re.search(r"<title>Arbetsutkast: ", page)
    assert re.search(r"<aside [^>]*display: block !important[^>]*>ARBETSUTKAST · \d+ fel", page)
    assert re.search(r"<aside [^>]*display: block !important[^>]*>UTKAST<", board)
    assert "kontrollpunkt" not in board.casefold()
    led = re.findall(r'href="#(kontrollpunkt-\d+|stalle-\d+)"', page)
    assert len(led) > 5
    assert set(led) <= set(re.findall(r'id="([^"]+)"', page))


def test_a_point_of_a_section_without_a_heading_leads_nowhere_else(tmp_path: Path) -> None:
    values: dict[Any, Any] = {**small(state="slutlig")}
    values[OutlineBlock] = [{"level": 1, "text": "Årets resultat blev 999 kr."}, *values[OutlineBlock]]
    page = web(examine(written(values, tmp_path)), Draft.WORK).decode()
    led = set(re.findall(r'href="#((?:kontrollpunkt|stalle)-\d+)"', page))
    assert "999" in page[page.index('class="point ') :]
    assert led <= set(re.findall(r'id="([^"]+)"', page))


def test_a_preview_is_as_the_page(right: Examination) -> None:
    assert preview(right) == web(right)


def test_what_is_made_without_a_draft_is_no_draft(plain: bytes) -> None:
    assert "UTKAST" not in page_text(plain, 1).upper()
    assert title(plain).startswith("Årsredovisning")


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-50, 1200), st.floats(10, 300), st.floats(10, 60), st.integers(1, 4)),
        min_size=1,
        max_size=40,
    )
)
def test_points_never_overlap_or_leave_their_column(wanted: list[tuple[float, float, float, int]]) -> None:
    top, bottom, more = 100.0, 1000.0, 30.0
    wishes = [
        Wish(number, down, max(full, short), short, weight)
        for number, (down, full, short, weight) in enumerate(wanted, start=1)
    ]
    column = stacked(wishes, top, bottom, more)
    heights = {wish.number: (wish.short, wish.full) for wish in wishes}
    edge = top
    for placed in column.placed:
        assert placed.down >= edge - 1e-6
        edge = placed.down + heights[placed.number][placed.is_full] + GAP
    assert edge - GAP <= bottom - (more + GAP if column.left else 0) + 1e-6
    assert sorted([*(placed.number for placed in column.placed), *column.left]) == list(range(1, len(wishes) + 1))
    kept = {wish.weight for wish in wishes if wish.number not in column.left}
    assert not column.left or max(kept) == max(wish.weight for wish in wishes)
