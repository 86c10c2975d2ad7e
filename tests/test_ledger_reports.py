"""A report whose amounts come from a ledger is the one whose amounts were typed, as a whole."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ledger_reports import INPUTS, LEDGERS, of_ledger
from straight import xlsx

from generator.commands.figures_shown import found, trace_as_text
from generator.commands.ledger_accounts import accounts_of
from generator.edition.read import LAST_YEAR_NAME
from generator.figures.figure import Figure, FigureId
from generator.findings.finding import Severity
from generator.findings.message import message, severity_of
from generator.ledger.given import read_given
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.next_year.folder import next_year
from generator.next_year.ledger import tells_budget, with_ledger
from generator.next_year.rows import RolledValues, rolled_values
from generator.pipeline import Examination, draw, edition, examine
from generator.subjects.members.rows import Member
from generator.subjects.registry import all_tabs, component_names
from generator.subjects.roll_forward.rows import RollRow
from generator.workbook.load import WORKBOOK_NAME, load

TRACED = {
    "jamtland-2021": {
        "finansiella_kostnader": "105 100,00 kr (filen bokslut-2021.se, rad 294, där det står konto 8530 Finansiell",
        "årets_förändringar.pension_provisions.row.nyintjänad_pension": "(filen bokslut-2021.se, rad 212, där",
    },
    "sydnarke-2021": {
        "verksamhet.strukturinsatser.kostnader": "200 000,00 kr (filen sydnarke.se, rad 187, där det står konto 6550",
        "medlemsbidrag": "382 733,00 kr (filen sydnarke.se, rad 228, där det står konto 3987 Driftbidrag",
    },
    "sofint-2020": {
        "skuld_coachingteamet": "910 104,25 kr (filen saldolista.xlsx, fliken Saldolista, cell F18, där det står",
        "finansiella_kostnader": "63,00 kr (filen saldolista.xlsx, fliken Saldolista, cell E51, där det står konto",
    },
    "rar-sormland-2020": {
        "verksamhet.kansli.kostnader": "268 400,00 kr (fliken Huvudbok, cell E48, där det står konto 6011 Lokalhyra",
        "vingåker": "(fliken Huvudbok, cell E26, där det står konto 3513 Driftbidrag kommuner (",
    },
}
"""Two figures of each report, with where its trace ends: the file and line of an account."""


@pytest.mark.parametrize("name", TRACED)
def test_the_report_of_a_ledger_is_the_one_that_was_typed(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also as drawn: WeasyPrint is given the same page, so that it makes the same PDF."""
    monkeypatch.setattr("generator.document.pdf.draw.report_pdf", lambda page, *_: page.encode())
    typed, fed = examine(INPUTS / name), examine(of_ledger(name, tmp_path))
    assert _told(fed) == _told(typed)
    assert _figures(fed) == _figures(typed)
    assert _edition(fed) == _edition(typed)
    assert _placeless(draw(fed), fed) == _placeless(draw(typed), typed)
    accounts = accounts_of(fed)
    assert (accounts.left, sum(each.amount for each in accounts.counted)) == ((), 0)
    for figure, place in TRACED[name].items():
        assert place in _trace(fed, figure)


@pytest.mark.parametrize(("name", "file"), [("sydnarke", "sydnarke.se"), ("jamtland", "bokslut-2022.se")])
def test_next_year_is_made_of_this_years_folder_and_the_new_file_without_an_amount_typed(
    name: str, file: str, tmp_path: Path
) -> None:
    """What the workbook still has of amounts is what ``new --from`` wrote there: older than any in the file."""
    last, ledger = of_ledger(f"{name}-2021", tmp_path), LEDGERS / f"{name}-2022" / file
    values, folder = _next_year(last, ledger, tmp_path / "next")
    of_two_years = [
        row for model in (IncomeOrCost, BalanceItem, Member, RollRow) for row in values[model] if _AMOUNTS & set(row)
    ]
    assert [row["kind"] for row in of_two_years] == ["ingående"] * len(of_two_years)
    typed = {_words(row): row["last_year"] for row in _typed(f"{name}-2021") if row.get("last_year")}
    assert {_words(row): row["year_before"] for row in values[IncomeOrCost]} == (typed if name == "sydnarke" else {})
    grave = [each for each in examine(folder).findings if severity_of(each) >= Severity.WARNING]
    # What last year's own report has too; its pictures are not brought along here.
    assert {each.code for each in grave} <= {"balance_row_negative", "look_picture_missing", "picture_missing"}


def _placeless(page: bytes, examination: Examination) -> bytes:
    """A page without the place that its pictures lie in."""
    return page.replace(examination.path.resolve().parent.as_uri().encode(), b"")


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


def _trace(examination: Examination, name: str) -> str:
    report = examination.whole
    figure = found(name, report)
    assert isinstance(figure, Figure), figure
    return trace_as_text(figure, report.derived).replace("\N{NO-BREAK SPACE}", " ")


_AMOUNTS = {"this_year", "last_year", "budget", "budget_revised", "budget_last_year"}


def _next_year(last: Path, ledger: Path, folder: Path) -> tuple[RolledValues, Path]:
    """What ``new --from LAST --ledger FILE`` writes, as rows and as a folder."""
    ended = examine(last)
    given = read_given(ledger, ended.whole.association.year + 1).ledger
    rolled, units = rolled_values(ended.whole.derived, carrying=not tells_budget(given))
    values, _ = with_ledger(rolled, ended.whole.derived, given)
    folder.mkdir()
    shutil.copy(ledger, folder)
    (folder / LAST_YEAR_NAME).write_bytes(edition(ended))
    (folder / WORKBOOK_NAME).write_bytes(xlsx(all_tabs(), values, units))
    return values, folder


def _typed(name: str) -> list[dict[str, Any]]:
    """The rows of income and costs as they were typed."""
    underlag = load(INPUTS / name, all_tabs(), component_names()).underlag
    assert underlag is not None
    return [dict(row) for row in underlag.rows(IncomeOrCost)]


def _words(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row.get(name, "")) for name in ("line", "note", "note_row", "activity"))


def test_next_years_folder_has_last_years_column_before_the_new_file_is_there(tmp_path: Path) -> None:
    ended = of_ledger("sydnarke-2021", tmp_path)
    folder = tmp_path / "next"
    folder.mkdir()
    files = next_year(ended).files
    for each in (each for each in files if "/" not in each):
        (folder / each).write_bytes(files[each])
    made = examine(folder).whole.derived.figures
    key = FigureId("income_statement.operating_costs", 2021)
    assert made[key].amount == examine(ended).whole.derived.figures[key].amount
