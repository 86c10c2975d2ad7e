"""Headings of the outline under which nothing stands."""

from typing import Any

import pytest
from small_underlag import EVERY_PART, examined, small

from generator.findings.finding import Finding, Severity
from generator.findings.message import message, severity_of
from generator.model.registers import OutlineBlock


def told(*rows: dict[str, Any], texts: str = "", **association: Any) -> list[Finding]:
    """What is told of headings without text, with some rows last in the small outline."""
    values = small(**association)
    values[OutlineBlock] += [{"level": 1} | row for row in rows]
    return [each for each in examined(values, texts).findings if each.code == "headings_without_text"]


@pytest.mark.parametrize(
    ("state", "severity"),
    [("under arbete", Severity.REMAINING), ("utkast", Severity.WARNING), ("slutlig", Severity.ERROR)],
)
def test_headings_without_anything_under_them_are_told_together(state: str, severity: Severity) -> None:
    (finding,) = told({"heading": "Insatserna"}, EVERY_PART, {"heading": "Framåt"}, state=state)
    assert severity_of(finding) is severity
    assert "Rubrikerna ”Insatserna” och ”Framåt” har ingen text" in message(finding).what
    assert len(finding.subjects) == 2


def test_of_many_the_first_are_named() -> None:
    (finding,) = told(*({"heading": f"Del {number}"} for number in range(7)))
    assert "”Del 4” och 2 till har ingen text" in message(finding).what


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
    assert "Rubriken ”Delen” har ingen text" in message(finding).what


def test_a_text_in_a_file_is_a_text() -> None:
    assert not told({"heading": "Insatserna"}, texts="# Insatserna\n\nDe är två.\n")
    assert told({"heading": "Insatserna"}, texts="# Insatserna\n")
