"""Headings of the outline under which nothing stands, and other findings that tell a new user what to do."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from looks import REPORT, page
from small_underlag import EVERY_PART, examined, small

from generator.findings.finding import Finding, Severity
from generator.findings.message import message, severity_of
from generator.ground.source import Source
from generator.model.amounts import BalanceItem
from generator.model.association import Association
from generator.model.reading import number_from_text
from generator.model.registers import OutlineBlock
from generator.model.text_kinds import CELL, FILE
from generator.texts.judge import judge
from generator.texts.text import text_in_cell


def told(
    *rows: dict[str, Any], texts: str = "", code: str = "headings_without_text", **association: Any
) -> list[Finding]:
    """What is told of headings without text, with some rows last in the small outline."""
    values = small(**association)
    values[OutlineBlock] += [{"level": 1} | row for row in rows]
    return [each for each in examined(values, texts).findings if each.code == code]


@pytest.mark.parametrize(
    ("state", "severity"),
    [("under arbete", Severity.REMAINING), ("utkast", Severity.WARNING), ("slutlig", Severity.WARNING)],
)
def test_headings_without_anything_under_them_are_told_together(state: str, severity: Severity) -> None:
    (finding,) = told({"heading": "Insatserna"}, EVERY_PART, {"heading": "Framåt"}, state=state)
    assert severity_of(finding) is severity
    assert "Rubrikerna ”Insatserna” och ”Framåt” har varken text" in message(finding).what
    assert len(finding.subjects) == 2


@pytest.mark.parametrize(
    ("state", "heading", "text", "told_of"),
    [
        ("slutlig", "Ordförande har ordet", "Året blev bra.", [("Fel", True), ("Varning", False)]),
        ("utkast", "Ordförande har ordet", "Året blev bra.", [("Varning", True), ("Varning", False)]),
        ("slutlig", "Hälsning", "Året blev bra.", [("Fel", True), ("Varning", False)]),
        ("slutlig", "Hälsning", "[Skriv en hälsning]", [("Notera", True), ("Varning", True)]),
    ],
)
def test_a_text_whose_heading_was_changed_is_one_fault(
    state: str, heading: str, text: str, told_of: list[tuple[str, bool]]
) -> None:
    """What is told, and whether it stands by itself."""
    values = small(state=state)
    values[OutlineBlock] += [{"level": 1, "heading": "Ordföranden har ordet"}]
    codes = {"text_heading_unknown", "text_heading_alone", "headings_without_text"}
    found = [each for each in examined(values, f"# {heading}\n\n{text}\n").findings if each.code in codes]
    assert [(severity_of(each).word, not each.follows) for each in found] in (told_of, told_of[::-1])
    assert ("Menade du ”Ordföranden har ordet”?" in message(found[0]).what) == (len(text) < 15)


@pytest.mark.parametrize(("line", "severity"), [("Årsredovisning 2020", "Varning"), ("Året blev bra. " * 9, "Fel")])
def test_a_text_before_the_first_heading_is_lost_but_a_title_is_not(line: str, severity: str) -> None:
    found = examined(small(state="slutlig"), f"{line}\n\n# Förväntad utveckling\n").findings
    assert [severity_of(each).word for each in found if each.code == "text_before_heading"] == [severity]


def test_of_many_the_first_are_named() -> None:
    (finding,) = told(*({"heading": f"Del {number}"} for number in range(7)))
    assert "”Del 4” och 2 till har varken text" in message(finding).what


@pytest.mark.parametrize(
    "below",
    [
        {"level": 2, "heading": "Om insatserna", "text": "De är två."},
        {"level": None, "text": "De är två."},
        {"level": None, "content": "Flerårsöversikt"},
    ],
)
def test_a_heading_with_something_below_it_is_not_told(below: dict[str, Any]) -> None:
    assert not told({"heading": "Insatserna"}, below)


def test_a_chapter_whose_only_heading_is_empty_is_told_by_that_one() -> None:
    (finding,) = told({"heading": "Kapitlet"}, {"level": 2, "heading": "Delen"}, {"heading": "Nästa", "text": "Ord."})
    assert "Rubriken ”Delen” har varken text" in message(finding).what


def test_a_text_in_a_file_is_a_text() -> None:
    assert not told({"heading": "Insatserna"}, texts="# Insatserna\n\nDe är två.\n")
    assert told({"heading": "Insatserna"}, texts="# Insatserna\n")


def test_a_debt_that_turns_its_post_is_told_once_and_prices_are_amounts() -> None:
    assert number_from_text("1 262 000,-") == number_from_text("1 262 000:-") == 1262000
    values = small()
    debt = next(row for row in values[BalanceItem] if row["line"] == "Kortfristiga skulder")
    values[BalanceItem].append(debt | {"row": "Leverantörsskulder", "this_year": Decimal(-500)})
    codes = {finding.code for finding in examined(values).findings}
    assert "sum_negative" in codes
    assert "balance_row_negative" not in codes


def test_a_heading_and_a_table_in_a_cell_are_sent_to_a_document() -> None:
    cell, file = ({message(each).remedy for each in judge(TIGHT, None, Path(), kind=kind)} for kind in (CELL, FILE))
    assert all("skriv texten i Word eller texter.md" in remedy for remedy in cell)
    assert not any("Word" in remedy for remedy in file)


TIGHT = text_in_cell("#Rubrik\nOrd", Source())


def test_a_heading_whose_tab_is_empty_is_told() -> None:
    rows = ({"heading": "Målen", "content": "Mål"}, {"heading": "Insatserna", "content": "Insatser"})
    found = told(*rows, code="part_waits", state="under arbete")
    assert {severity_of(each) for each in found} == {Severity.REMAINING}
    assert [message(each).what.partition(" har ")[0] for each in found] == ["Rubriken ”Målen”", "Rubriken ”Insatserna”"]
    assert "fliken Mål" in message(found[0]).what
    said = ({**rows[0], "text": "Inga mål gäller för året."}, {**rows[1], "text": "Inga."})
    assert not told(*said, code="part_waits")


@pytest.mark.parametrize(("state", "told_there"), [("under arbete", 1), ("utkast", 1), ("slutlig", 0)])
def test_a_heading_without_text_says_so_in_a_draft_and_has_no_page_to_itself(state: str, told_there: int) -> None:
    outline = [
        {"level": 1, "heading": "Ordförande har ordet", "new_page": True},
        {"level": 1, "heading": "Förvaltningsberättelse", "new_page": True},
        {"level": 2, "heading": "Uppdraget", "text": "Att samordna."},
    ]
    association = {"name": "Provet", "year": 2020, "state": state}
    html = page(values={**REPORT, Association: [association], OutlineBlock: outline})
    assert html.count("Ingen text ännu.") == told_there
    chair, chapter = (re.search(rf'<section class="([^"]*)">\s*<h1[^>]*>{name}', html) for name in ("Ord", "Förv"))
    assert chair
    assert chapter
    assert ("new-page" in chair[1], "new-page" in chapter[1]) == (False, True)
