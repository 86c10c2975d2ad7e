"""Looks to test: folders with files, what is said of them, and a report small enough to draw in no time."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from component_cases import Values, read, told

from generator.document.html.apart import Limits, attempted
from generator.document.html.judge import template_findings
from generator.document.html.page import report_html, template_context
from generator.document.html.sources import read_templates
from generator.findings.finding import Finding
from generator.findings.message import Message, message
from generator.look.appearance import Appearance
from generator.look.chosen import ChosenLook, choose_look
from generator.look.folders import OWN, LookFolder
from generator.look.settings import Look
from generator.model.amounts import IncomeOrCost
from generator.model.registers import Note, OutlineBlock
from generator.report.report import report_of
from generator.subjects.appearance.rules import look_is_sound
from generator.view.parts import ReportView
from generator.view.report_view import report_view

LONG = "Förbundet har under året samlat parterna kring gemensamma insatser. " * 12
REPORT: Values = {
    OutlineBlock: [
        {"level": 1, "heading": "Innehåll", "contents_heading": "–", "content": "Innehållsförteckning"},
        {
            "level": 1,
            "numbered": True,
            "heading": "Året",
            "text": f"{LONG}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n{LONG}",
        },
        {"level": 2, "numbered": True, "heading": "Kort", "text": "Kort."},
        {"level": 3, "heading": "Djupt", "text": "Djup."},
        {"level": 1, "numbered": True, "heading": "Resultaträkning", "content": "Resultaträkning"},
        {"level": 1, "numbered": True, "heading": "Noter", "content": "Noter"},
    ],
    IncomeOrCost: [
        {"line": "Verksamhetens intäkter", "note": "Intäkter", "row": "Bidrag", "this_year": 100},
        {"line": "Verksamhetens kostnader", "note": "", "row": "Insatser", "this_year": 90},
    ],
    Note: [{"key": "Intäkter"}],
}


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def said(folder: Path, **tab: Any) -> list[Message]:
    """What is said of a look: the tab *Utseende* with ``tab`` filled in, and the files in ``folder``."""
    case, findings = read({Appearance: [tab]}, folder)
    return [*map(message, findings), *told(look_is_sound, case)]


def chosen(folder: Path, **tab: Any) -> ChosenLook:
    """The look of a report with nothing wrong."""
    case, findings = read({Appearance: [tab]}, folder)
    look, problems = choose_look(case.underlag, folder)
    problems_told = [message(finding).what for finding in (*findings, *problems)]
    assert problems_told == [], problems_told
    return look


def page(look: ChosenLook | None = None, values: Values = REPORT) -> str:
    """The HTML of the small report."""
    return report_html(_view(values), look or ChosenLook(Look()))


@cache
def small_view() -> ReportView:
    """The view of the small report."""
    return _view(REPORT)


def _view(values: Values) -> ReportView:
    case, _ = read(values)
    assert case.derived is not None
    return report_view(report_of(case.derived, case.underlag.rows(OutlineBlock)))


def own_look(folder: Path) -> ChosenLook:
    """Base with an association's own folder above it."""
    return ChosenLook(Look(), (LookFolder(OWN, folder, OWN),))


def drawn_apart(folder: Path, limits: Limits) -> str:
    """Draw the small report with the templates of a folder, in a process of their own."""
    return report_html(small_view(), own_look(folder), limits)


def fault(folder: Path) -> Message:
    """The first thing that is wrong with the templates of a folder."""
    look = own_look(folder)
    templates = read_templates(look.folders)
    for finding in template_findings(templates):
        return message(finding)
    drawn = attempted(templates, template_context(small_view(), look), 2_000_000)
    assert isinstance(drawn, Finding), drawn[:200]
    return message(drawn)
