"""The insatser's cards as pages: never cut, read in order, and beside each other on a screen that has room for them."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from browser import axe, opened, too_wide
from component_cases import read
from pdf_structure import Structure
from picture_files import PNG
from playwright.sync_api import Browser
from structure_checks import faults

from generator.document.html.page import report_html
from generator.document.pdf.draw import report_pdf
from generator.document.web.page import web_page
from generator.look.chosen import ChosenLook
from generator.look.settings import Look
from generator.model.registers import OutlineBlock
from generator.report.report import report_of
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.insatser.rows_texts import InsatsText
from generator.view.parts import ReportView
from generator.view.report_view import report_view

LOOK = ChosenLook(Look())
NAMES = [f"Insatsen {letter}" for letter in "ABCDEFG"]
PICTURES = {
    NAMES[0]: {"picture": "hus.png", "picture_text": "Ett hus vid en sjö"},
    NAMES[1]: {"picture": "hus.png", "picture_text": "–"},
}


@cache
def view() -> ReportView:
    """Seven insatser as cards and then as fact sheets, some over their budget."""
    insatser: list[dict[str, Any]] = [
        {
            "key": name,
            "start": "2019",
            "budget": 100000,
            "planned": "40",
            "reached": "38",
            **PICTURES.get(name, {}),
            "assessment": f"{'Målen är nådda i allt väsentligt. ' * 6}Så slutar {name}.",
        }
        for name in NAMES
    ]
    case, findings = read(
        {
            Insats: insatser,
            InsatsCost: [
                {"insats": name, "kind": "Kostnader", "reported": 90000 + 5000 * place}
                for place, name in enumerate(NAMES)
            ],
            InsatsText: [{"insats": NAMES[0], "heading": "Mål", "text": "Ett mål av många.\n\n" * 60}],
            OutlineBlock: [
                {"level": 1, "heading": "Kort", "content": "Insatser", "layout": "kort, två i bredd"},
                {"level": 1, "heading": "Blad", "content": "Faktablad", "name": NAMES[0]},
            ],
        }
    )
    assert findings == []
    assert case.derived is not None
    return report_view(report_of(case.derived, case.underlag.rows(OutlineBlock)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    beside = tmp_path_factory.mktemp("förbund")
    (beside / "hus.png").write_bytes(PNG)
    return beside


@pytest.fixture(scope="module")
def drawn(folder: Path) -> Structure:
    return Structure(report_pdf(report_html(view(), LOOK), folder, LOOK))


def test_no_card_is_cut_by_the_end_of_a_page(drawn: Structure) -> None:
    on_pages = ["".join(page.texts.values()) for page in drawn.pages]
    (begins, ends) = (
        [next(number for number, text in enumerate(on_pages) if f"{words}{name}" in text) for name in NAMES]
        for words in ("", "Så slutar ")
    )
    assert begins == ends
    assert len(set(begins)) > 1


def test_cards_are_tagged_as_they_should_be(drawn: Structure) -> None:
    assert faults(drawn, report_html(view(), LOOK)) == {}


def test_a_picture_is_told_of_and_one_that_is_decoration_is_not(drawn: Structure) -> None:
    assert [str(figure.thing.get("/Alt")) for figure in drawn.all("Figure")] == ["Ett hus vid en sjö"]


def test_a_fact_sheet_is_named_again_where_it_goes_on(drawn: Structure) -> None:
    named = [number for number, page in enumerate(drawn.pages) if f"{NAMES[0]} (forts.)" in "".join(page.artifacts)]
    goals = [number for number, page in enumerate(drawn.pages) if "Ett mål av många." in "".join(page.texts.values())]
    assert named == goals[1:]
    assert named


def test_cards_stand_under_each_other_on_a_phone_and_beside_each_other_on_a_screen(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    page = tmp_path / "kort.html"
    page.write_bytes(web_page(view(), LOOK, folder))
    for width, is_beside in ((320, False), (1300, True)):
        shown = opened(browser, page, width)
        first, second = (shown.locator(".column.box").nth(place).bounding_box() for place in (0, 1))
        assert first
        assert second
        assert (first["y"] == second["y"]) is is_beside
        assert too_wide(shown) == 0
        assert axe(shown) == []
        shown.close()
