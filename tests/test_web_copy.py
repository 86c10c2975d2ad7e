"""The copy for the web: what it is without, and that all else is as in the report that was signed."""

import re

import pytest
from small_underlag import Values, examined, small

from generator.document.web.page import web_page
from generator.look.chosen import choose_look
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination, for_the_web
from generator.subjects.board.rows import BoardMember
from generator.view.parts import ReportView
from generator.view.report_view import report_view

REFERS = "Se {{ avsnitt('Till styrelsen') }}, {{ avsnitt('Sist') }} och {{ tabell('Balansräkning') }}.[^intern]"

_ID = re.compile(r'\bid="([^"]+)"')
_LINK = re.compile(r'href="#([^"]+)"')


def marked() -> Values:
    """The small underlag with places to sign, two parts for the board only, and a text that refers to one of them."""
    values = small()
    first, *others = values[OutlineBlock]
    values[OutlineBlock] = [
        {"level": 1, "heading": "Innehåll", "contents_heading": "–", "content": "Innehållsförteckning"},
        {**first, "numbered": True, "text": f"{first['text']} {REFERS}"},
        {"level": 1, "numbered": True, "heading": "Till styrelsen", "text": "Hemligt ett.", "readers": "styrelsen"},
        {"level": 2, "heading": "Vidare", "text": "Hemligt två.[^intern]\n\n[^intern]: Noten."},
        {"text": "Hemligt tre."},
        {"level": 1, "heading": "Bara för dem"},
        {"level": 2, "heading": "Ena", "text": "Hemligt fyra.", "readers": "styrelsen"},
        {"level": 2, "heading": "Andra", "text": "Hemligt fem.", "readers": "styrelsen"},
        {"level": 1, "heading": "Delat"},
        {"text": "Hemligt sex.", "readers": "styrelsen"},
        {"text": "Öppet ett."},
        *others,
        {"level": 1, "numbered": True, "heading": "Undertecknande", "content": "Underskrifter", "text": "Vi skriver."},
        {"level": 1, "heading": "Beslut", "content": "Underskrifter"},
        {"level": 2, "numbered": False, "heading": "Fastställd", "text": "Öppet två."},
        {"level": 1, "numbered": True, "heading": "Sist", "text": "Öppet tre."},
    ]
    values[BoardMember] = [{"name": "Person Ett", "duty": "ordförande"}]
    return values


@pytest.fixture(scope="module")
def whole() -> Examination:
    examination = examined(marked())
    assert not examination.has_errors
    return examination


@pytest.fixture(scope="module")
def copy(whole: Examination) -> ReportView:
    return report_view(for_the_web(whole).whole)


def test_a_part_that_the_law_asks_for_is_told_where_it_is_for_the_board_only() -> None:
    values = small()
    rows = [
        row | {"readers": "styrelsen"} if row["heading"] == "Förväntad utveckling" else row
        for row in values[OutlineBlock]
    ]
    told = [each for each in examined({**values, OutlineBlock: rows}).findings if each.code == "part_for_the_board"]
    assert [each.values["part"] for each in told] == ["Förväntad utveckling"]
    assert told[0].place.tab == "Innehåll"


def test_what_is_told_elsewhere_too_may_be_for_the_board(whole: Examination) -> None:
    assert "part_for_the_board" not in {each.code for each in whole.findings}


def _headings(view: ReportView) -> list[str]:
    return [block.heading for block in view.blocks if block.heading]


def test_what_is_signed_or_for_the_board_only_is_gone(whole: Examination, copy: ReportView) -> None:
    said = " ".join(str(block.text) for block in copy.blocks)
    assert "Hemligt" not in said
    assert "Vi skriver" not in said
    assert all(word in said for word in ("Öppet ett", "Öppet två", "Öppet tre"))
    assert {block.template for block in report_view(whole.whole).blocks} - {
        block.template for block in copy.blocks
    } == {"signatures"}


def test_a_heading_goes_with_all_that_stands_under_it_and_stays_with_what_is_left(
    whole: Examination, copy: ReportView
) -> None:
    before, after = _headings(report_view(whole.whole)), _headings(copy)
    gone = ["Till styrelsen", "Vidare", "Bara för dem", "Ena", "Andra", "Undertecknande"]
    assert [heading for heading in before if heading not in after] == gone
    assert {"Delat", "Beslut", "Fastställd"} <= set(after)
    listed = [line.heading for line in copy.contents]
    assert not set(gone) & set(listed)
    assert listed[-3:] == ["Beslut", "Fastställd", "Sist"]


def test_what_is_kept_has_the_numbers_of_the_signed_report(whole: Examination, copy: ReportView) -> None:
    signed = report_view(whole.whole)
    numbers = {block.heading: block.number for block in signed.blocks}
    assert all(numbers[block.heading] == block.number for block in copy.blocks if block.heading)
    assert numbers["Sist"] == "4"
    assert [block.table for block in copy.blocks if block.table] == [
        block.table for block in signed.blocks if block.table
    ]
    assert for_the_web(whole).whole.derived is whole.whole.derived


def test_a_reference_to_what_is_gone_has_its_words_and_no_link(copy: ReportView) -> None:
    text = next(str(block.text) for block in copy.blocks if "Se avsnitt" in str(block.text))
    assert "Se avsnitt\u00a02, " in text
    assert '<a href="#sist">avsnitt\u00a04</a>' in text
    assert ">tabellen ”Balansräkning”</a>" in text
    assert "Noten." in text  # a note that is called here is of this text, wherever its words were written


def test_no_link_of_the_copy_is_dead(whole: Examination, copy: ReportView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.document.web.page.font_faces", lambda *_, **__: ())
    look, _ = choose_look(whole.whole.derived.underlag, whole.path.parent)
    page = web_page(copy, look, whole.path.parent, {}).decode()
    places = set(_ID.findall(page))
    assert set(_LINK.findall(page)) <= places


def test_the_whole_report_is_as_it_was(whole: Examination) -> None:
    view = report_view(whole.whole)
    assert "Till styrelsen" in [line.heading for line in view.contents]
    assert sum(block.template == "signatures" for block in view.blocks) == 2
