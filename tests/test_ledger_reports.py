"""A report whose amounts come from a ledger is the one whose amounts were typed, as a whole."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from ledger_reports import INPUTS, LEDGERS, of_ledger
from straight import xlsx

from generator.commands.figures_shown import found, trace_as_text
from generator.document.html.page import report_html
from generator.edition.read import LAST_YEAR_NAME
from generator.figures.figure import Figure
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.look.chosen import choose_look
from generator.pipeline import Examination, edition, examine
from generator.view.report_view import report_view

TRACED = {
    "jamtland-2021": {
        "finansiella_kostnader": "105 100,00 kr (filen bokslut-2021.se, rad 294, där det står konto 8530 Finansiell",
        "årets_förändringar.pension_provisions.row.nyintjänad_pension": "(filen bokslut-2021.se, rad 220, där det står",
    },
    "sydnarke-2021": {
        "verksamhet.strukturinsatser.kostnader": "200 000,00 kr (filen sydnarke.se, rad 187, där det står konto 6550",
        "medlemsbidrag": "382 733,00 kr (filen sydnarke.se, rad 228, där det står konto 3987 Driftbidrag från kommuner (M3))",
    },
    "rar-sormland-2020": {
        "verksamhet.kansli.kostnader": "268 400,00 kr (fliken Huvudbok, cell E48, där det står konto 6011 Lokalhyra",
        "vingåker": "(fliken Huvudbok, cell E26, där det står konto 3513 Driftbidrag kommuner (Vingåker))",
    },
}
"""Two figures of each report, with where its trace ends: the file and line of an account."""


@pytest.mark.parametrize("name", TRACED)
def test_the_report_of_a_ledger_is_the_one_that_was_typed(name: str, tmp_path: Path) -> None:
    typed, fed = examine(INPUTS / name), examine(of_ledger(name, tmp_path))
    assert _told(fed) == _told(typed)
    assert _figures(fed) == _figures(typed)
    assert _edition(fed) == _edition(typed)
    assert _html(fed) == _html(typed)
    for figure, place in TRACED[name].items():
        assert place in _trace(fed, figure)


@pytest.mark.parametrize(("name", "file"), [("sydnarke", "sydnarke.se"), ("jamtland", "bokslut-2022.se")])
def test_next_year_is_made_of_this_years_folder_and_the_new_file_without_an_amount_typed(
    name: str, file: str, tmp_path: Path
) -> None:
    this_year = examine(of_ledger(f"{name}-2021", tmp_path))
    ledger = LEDGERS / f"{name}-2022" / file
    folder = _next_year(this_year, ledger)
    report = examine(folder)
    assert not [message(each).what for each in report.findings if severity_of(each) is Severity.ERROR]
    assert any(each.code == "" for each in report.findings)


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


def _trace(examination: Examination, name: str) -> str:
    report = examination.whole
    figure = found(name, report)
    assert isinstance(figure, Figure), figure
    return trace_as_text(figure, report.derived).replace("\N{NO-BREAK SPACE}", " ")
