"""A report whose amounts come from a ledger is the one whose amounts were typed, as a whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from ledger_reports import INPUTS, of_ledger

from generator.document.html.page import report_html
from generator.findings.message import message, severity_of
from generator.look.chosen import choose_look
from generator.pipeline import Examination, edition, examine
from generator.view.report_view import report_view

NAMES = ("jamtland-2021", "sydnarke-2021")


@pytest.mark.parametrize("name", NAMES)
def test_the_report_of_a_ledger_is_the_one_that_was_typed(name: str, tmp_path: Path) -> None:
    typed, fed = examine(INPUTS / name), examine(of_ledger(name, tmp_path))
    assert _told(fed) == _told(typed)
    assert _figures(fed) == _figures(typed)
    assert _edition(fed) == _edition(typed)
    assert _html(fed) == _html(typed)


def _told(examination: Examination) -> list[str]:
    """What is told, but for where: the cells are not the same."""
    return sorted(f"{severity_of(each).word}: {message(each).what}" for each in examination.findings)


def _figures(examination: Examination) -> dict[str, object]:
    """Every figure's value by its id."""
    return {str(key): figure.value for key, figure in examination.whole.derived.figures.items()}


def _edition(examination: Examination) -> Any:
    """The JSON edition, but for what each figure was made of: a ledger has other places, and öre."""
    made = json.loads(edition(examination))
    for figure in made["figures"]:
        figure |= {"operands": [], "how": "", "rounding": ""}
    return made


def _html(examination: Examination) -> str:
    """All that is printed: the PDF is drawn of this and of nothing else."""
    report = examination.whole
    look, _ = choose_look(report.derived.underlag, examination.path.parent)
    return report_html(report_view(report), look)
