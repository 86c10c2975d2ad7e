"""Next year's folder made of last year's: what comes along, what is emptied, and what is told as still last year's."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pdfs import written
from small_underlag import INCOME, Values, cost, small
from word_files import heading, paragraph, word_file

from generator.figures.figure import FigureId
from generator.findings.finding import Severity
from generator.findings.message import message
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Activity, OutlineBlock
from generator.model.rows import Row
from generator.next_year.folder import CannotRollError, next_year
from generator.pipeline import Examination, edition, examine
from generator.subjects.accepted.rows import AcceptedDeviation
from generator.subjects.activities.rows import CostSplit
from generator.subjects.appendices.rows import Appendix
from generator.subjects.board.rows import BoardMember
from generator.subjects.charts.rows import ChartRow
from generator.subjects.control.rows import ControlAmount
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.goals.rows import AreaVerdict, Goal
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.investments.rows import Investment
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.surveys.rows import SurveyAnswer

pytestmark = pytest.mark.slow

SOFINT = Path(__file__).parents[1] / "inputs" / "sofint-2020"


def rolled(values: Mapping[type[Row], Sequence[Mapping[str, Any]]], folder: Path, texts: str = "") -> Examination:
    """Make next year's folder of an underlag of ``values``, and examine it."""
    before = folder / "i fjol"
    before.mkdir()
    written(values, before)
    if texts:
        (before / "texter.md").write_text(texts, encoding="utf-8")
    return laid_out(next_year(before).files, folder / "i år")


def laid_out(files: Mapping[str, bytes], folder: Path) -> Examination:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return examine(folder)


def rows(examination: Examination, model: type[Row]) -> list[Any]:
    assert examination.underlag is not None
    return list(examination.underlag.rows(model))


def told(examination: Examination, rule: str) -> list[str]:
    return [message(finding).what for finding in examination.findings if finding.code == rule]


def test_outcomes_become_last_year_s_and_closing_balances_opening_ones(tmp_path: Path) -> None:
    after = rolled(small(), tmp_path)
    assert not after.has_errors
    (about,) = rows(after, Association)
    assert (about.year, about.state, about.decision_date) == (2021, "under arbete", None)
    amounts = [(row.line, row.note_row, row.this_year, row.last_year) for row in rows(after, IncomeOrCost)]
    assert amounts == [
        (INCOME, "", None, Decimal("2000.50")),
        ("Verksamhetens kostnader", "Löner", None, Decimal("900.25")),
        ("Verksamhetens kostnader", "Lokaler", None, Decimal("600.00")),
        ("Verksamhetens kostnader", "Revision", None, Decimal("100.00")),
    ]
    assert [(row.line, row.this_year, row.last_year) for row in rows(after, BalanceItem)] == [
        ("Fordringar", None, Decimal("250.50")),
        ("Kassa och bank", None, Decimal("1150.00")),
        ("Kortfristiga skulder", None, Decimal("200.00")),
    ]
    # The opening balances are those of the comparative year: the closing balances two years ago.
    assert {row.line: row.amount for row in rows(after, OpeningBalance)} == {
        "Fordringar": Decimal("240.00"),
        "Kassa och bank": Decimal("760.25"),
        "Eget kapital": Decimal("800.25"),
        "Kortfristiga skulder": Decimal("200.00"),
    }


def test_the_overview_grows_by_what_the_program_derived(tmp_path: Path) -> None:
    values = small()
    values[KeyFigure] = [
        {"key": "Årets resultat", "third_year": Decimal("5.25")},
        {"key": "Antal möten", "unit": "antal", "this_year": 6, "last_year": 5},
        {"key": "Eget kapital", "third_year": Decimal(500)},
    ]
    after = rolled(values, tmp_path)
    result, meetings, equity = rows(after, KeyFigure)
    assert (equity.third_year, equity.fourth_year) == (800, 500), "in whole kronor, as what stands beside it"
    assert (result.this_year, result.last_year) == (None, None)
    assert (result.third_year, result.fourth_year) == (Decimal("300.00"), Decimal("5.25"))
    assert (meetings.this_year, meetings.last_year, meetings.third_year) == (None, 6, 5)


def test_a_derived_share_is_written_with_the_decimals_of_its_row(tmp_path: Path) -> None:
    values = small()
    key = "Eget kapital i förhållande till medlemsbidragen"
    values[KeyFigure] = [{"key": "Soliditet", "third_year": "74 %"}, {"key": key, "third_year": "44,5 %"}]
    shares = rows(rolled(values, tmp_path), KeyFigure)
    assert [each.third_year.in_words for each in shares] == ["80 %", "42,1 %"]


def test_a_key_figure_in_two_overviews_is_typed_on_one_row(tmp_path: Path) -> None:
    values = small()
    values[KeyFigure] = [{"key": "Årets resultat"}, {"key": "Årets resultat", "overview": "Kort"}]
    after = rolled(values, tmp_path)
    assert [row.third_year for row in rows(after, KeyFigure)] == [Decimal("300.00"), None]
    assert not after.has_errors


def test_insatser_that_ended_go_with_all_that_is_about_them(tmp_path: Path) -> None:
    values = small()
    values[Activity].append({"key": "Stöd", "group": "individinriktad", "is_insats": True})
    values[IncomeOrCost] += [cost("Stöd till insatser", "20", "0", activity="Stöd"), cost("Rabatt", "-20", "0")]
    values[Insats] = [
        {"key": "Alfa", "start": "2019", "end": "2020-05-31", "activity": "Stöd"},
        {"key": "Beta", "start": "2019", "end": "2020-12-31", "activity": "Stöd", "budget": 100},
        {"key": "Delta", "start": "2019", "end": "2021-01-01", "activity": "Stöd"},
        {"key": "Gamma", "start": "2020", "activity": "Stöd", "planned": "10", "reached": "9"},
    ]
    values[OutlineBlock] += [
        {"level": 1, "heading": name, "content": "Insatser", "name": name} for name in ("Beta", "Delta", "Gamma")
    ]
    values[InsatsCost] = [{"insats": name, "kind": "Löner", "reported": 10} for name in ("Alfa", "Gamma")]
    after = rolled(values, tmp_path)
    assert [(row.key, row.budget, row.planned, row.reached) for row in rows(after, Insats)] == [
        ("Delta", None, "", ""),
        ("Gamma", None, "", ""),
    ]
    assert "Beta" not in {row.name for row in rows(after, OutlineBlock)}
    assert not after.has_errors
    assert [(row.insats, row.kind, row.reported) for row in rows(after, InsatsCost)] == [("Gamma", "Löner", None)]


def test_board_members_who_left_do_not_come_along(tmp_path: Path) -> None:
    values = small()
    values[BoardMember] = [
        {"name": "Alma Ek", "role": "ordförande", "attendance": 5, "signs": "nej"},
        {"name": "Bo Ask", "end": "2020-08-31"},
    ]
    after = rolled(values, tmp_path)
    (member,) = rows(after, BoardMember)
    assert (member.name, member.role, member.attendance, member.signs) == ("Alma Ek", "ordförande", None, "")


def test_what_was_accepted_or_checked_of_last_year_is_left_behind(tmp_path: Path) -> None:
    values = small()
    values[AcceptedDeviation] = [
        {
            "rule": "En del som lagen kräver saknas",
            "subject": "Not om kostnad för räkenskapsrevision",
            "reason": "Den saknas.",
            "who": "Chefen",
            "day": "2021-03-01",
        }
    ]
    values[ControlAmount] = [{"figure": "Årets resultat", "year": 2020, "amount": "300,25", "source": "Bokslutet"}]
    after = rolled(values, tmp_path)
    assert rows(after, AcceptedDeviation) == []
    assert rows(after, ControlAmount) == []


def test_goals_come_along_without_their_verdicts(tmp_path: Path) -> None:
    values = small()
    values[Goal] = [
        {"area": "Stöd", "goal": "Fler i arbete.", "outcome": "14", "assessment": "uppfyllt", "comment": "Bra."}
    ]
    values[AreaVerdict] = [{"area": "Stöd", "assessment": "uppfyllt"}]
    after = rolled(values, tmp_path)
    (goal,) = rows(after, Goal)
    assert (goal.goal, goal.last_year, goal.outcome, goal.assessment) == ("Fler i arbete.", "14", "", "")
    assert rows(after, AreaVerdict) == []
    assert told(after, "goal_without_assessment") == ["Ett mål har ingen bedömning: cell I5."]


def test_splits_and_investments_are_typed_once(tmp_path: Path) -> None:
    values = small()
    values[Activity].append({"key": "Stöd", "group": "individinriktad"})
    values[CostSplit] = [{"from_activity": "Kansli", "to_activity": "Stöd", "this_year": 50, "last_year": 40}]
    values[Investment] = [
        {"name": "Möbler", "this_year": 30, "last_year": 0, "budget": 35},
        {"name": "Bil", "this_year": None, "last_year": 90},
    ]
    after = rolled(values, tmp_path)
    (split,) = rows(after, CostSplit)
    assert (split.this_year, split.last_year, split.year_before) == (None, 50, None)
    (furniture,) = rows(after, Investment)
    assert (furniture.name, furniture.this_year, furniture.last_year, furniture.budget) == ("Möbler", None, 30, None)


def test_a_diagram_waits_for_the_new_numbers_and_shows_the_new_years(tmp_path: Path) -> None:
    values = small()
    values[FreeTable] = [{"name": "Möten"}]
    values[FreeRow] = [
        {"table": "Möten", "kind": "kolumner", "value_1": "2020", "value_2": "2019"},
        {"table": "Möten", "label": "Styrelsen", "value_1": 6, "value_2": 5},
    ]
    values[ChartRow] = [
        {"name": "Möten", "table": "Möten", "columns": "2020"},
        {"name": "Resultat", "table": "Flerårsöversikt", "columns": "2020; 2019", "rows": "Årets resultat"},
        {"name": "Svar", "table": "Nöjdhet"},
    ]
    values[SurveyAnswer] = [
        {"question": "Nöjdhet", "count": 50, "negative": 5, "neither": 15, "positive": 80},
        {"question": "Trygghet", "words": "Frågan ställdes inte."},
    ]
    values[OutlineBlock] += [
        {"level": 1, "heading": "Möten", "content": "Egen tabell", "name": "Möten"},
        {"level": 1, "heading": "Enkäter", "content": "Enkäter"},
        *({"level": 2, "content": "Diagram", "name": row["name"]} for row in values[ChartRow]),
    ]
    after = rolled(values, tmp_path)
    assert [row.columns for row in rows(after, ChartRow)] == ["2020", "2021; 2020", ""]
    assert {row.words for row in rows(after, SurveyAnswer)} == {""}
    assert any("”Nöjdhet” och ”Trygghet”" in each for each in told(after, "survey_remains"))
    book = openpyxl.load_workbook(after.path)
    for row in book["Tabellrader"].iter_rows(min_row=5, max_row=6):
        for cell in row:
            cell.value = None
    book.save(after.path)
    emptied = examine(after.path)
    assert not emptied.has_errors
    assert any("Möten saknar årets siffror" in each for each in told(emptied, "chart_waits"))


def test_a_free_table_is_told_of_until_it_has_new_numbers(tmp_path: Path) -> None:
    values = small()
    values[OutlineBlock].append({"heading": "Möten", "level": 1, "content": "Egen tabell", "name": "Möten"})
    values[FreeTable] = [{"name": "Möten"}]
    values[FreeRow] = [
        {"table": "Möten", "kind": "kolumner", "value_1": "Antal"},
        {"table": "Möten", "label": "Styrelsen", "value_1": 6},
    ]
    after = rolled(values, tmp_path)
    assert told(after, "free_from_last_year") == ["Alla tal i tabellen ”Möten” är som i fjolårets rapport."]
    values[FreeRow][1] = values[FreeRow][1] | {"value_1": 7}
    values[Association] = [values[Association][0] | {"year": 2021}]
    (tmp_path / "nytt").mkdir()
    written(values, tmp_path / "nytt")
    (tmp_path / "nytt" / "fjol.json").write_bytes((tmp_path / "i år" / "fjol.json").read_bytes())
    assert told(examine(tmp_path / "nytt"), "free_from_last_year") == []


def test_texts_are_last_year_s_until_they_are_changed(tmp_path: Path) -> None:
    after = rolled(small(), tmp_path, "# Förvaltningsberättelse\n\nResultatet blev {{ årets_resultat : kr }}.\n")
    assert told(after, "text_from_last_year") == [
        "En text är som i fjol: cell C6.",
        "9 texter är som i fjol: cellerna G5–G11, G15, G19.",
        "En text är som i fjol: ”Förvaltningsberättelse”.",
    ]
    file = tmp_path / "i år" / "texter.md"
    lines = file.read_text(encoding="utf-8")
    assert lines.startswith("# Förvaltningsberättelse\n\n[från i fjol ")
    file.write_text(lines.replace("blev", "stannade på"), encoding="utf-8")
    changed = told(examine(tmp_path / "i år"), "text_from_last_year")
    assert changed == ["En text är som i fjol: cell C6.", "9 texter är som i fjol: cellerna G5–G11, G15, G19."]


def test_the_mark_is_never_printed(tmp_path: Path) -> None:
    after = rolled(small(), tmp_path, "# Händelser\n\nEtt nytt kansli.\n")
    assert b"fr\xc3\xa5n i fjol" not in edition(after)
    assert all("från i fjol" not in row.text for row in rows(after, OutlineBlock))


def test_a_word_file_is_marked_under_its_headings_and_read_without_the_marks(tmp_path: Path) -> None:
    before = tmp_path / "i fjol"
    before.mkdir()
    written(small(), before)
    body = (heading("Uppdrag"), paragraph("Vi samordnar."), heading("Vision"), paragraph("Alla med."))
    (before / "texter.docx").write_bytes(word_file(*body))
    files = next_year(before).files
    after = laid_out(files, tmp_path / "i år")
    assert told(after, "text_from_last_year")[-1] == "2 texter är som i fjol: ”Uppdrag”, ”Vision”."
    again = next_year(tmp_path / "i år")
    assert again.year == 2022
    assert told(laid_out(again.files, tmp_path / "sedan"), "text_from_last_year")[-1].startswith("2 texter")


def test_a_text_that_names_a_figure_not_filled_in_yet_waits_for_it(tmp_path: Path) -> None:
    values = small()
    values[Activity].append({"key": "Stöd", "group": "individinriktad", "is_insats": True})
    values[Insats] = [{"key": "Stöd", "start": "2020", "planned": "20", "reached": "14"}]
    values[OutlineBlock].append({"level": 1, "heading": "Uppföljning"})
    text = "# Uppföljning\n\nDet saknades {{ insats.stöd.saknade_deltagare }} deltagare.\n"
    after = rolled(values, tmp_path, text)
    assert not after.has_errors
    (finding,) = [each for each in after.findings if each.code == "text_figure_not_yet"]
    assert finding.severity is Severity.REMAINING


def test_last_year_s_report_lies_beside_the_workbook_and_is_compared_with(tmp_path: Path) -> None:
    after = rolled(small(state="slutlig", decision_date="2021-03-05"), tmp_path)
    assert told(after, "last_year_agrees")
    assert told(after, "comparative_differs") == []


@pytest.mark.parametrize("unit", ["kr", "tkr"])
def test_the_unit_of_a_tab_comes_along(tmp_path: Path, unit: str) -> None:
    from generator.subjects.registry import all_tabs, component_layouts  # noqa: PLC0415 - this test alone
    from generator.workbook.write import write_workbook  # noqa: PLC0415

    before = tmp_path / "i fjol"
    before.mkdir()
    units = {tab.name: unit for tab in all_tabs() if tab.in_unit}
    (before / "underlag.xlsx").write_bytes(write_workbook(all_tabs(), small(), component_layouts(), units))
    after = laid_out(next_year(before).files, tmp_path / "i år")
    factor = 1000 if unit == "tkr" else 1
    assert next(row.last_year for row in rows(after, BalanceItem)) == Decimal("250.50") * factor
    assert {row.line: row.amount for row in rows(after, OpeningBalance)}["Eget kapital"] == Decimal("800.25") * factor


def test_the_files_of_appendices_come_along(tmp_path: Path) -> None:
    before = tmp_path / "i fjol"
    (before / "bilagor").mkdir(parents=True)
    (before / "bilagor" / "Enkät.pdf").write_bytes(b"svar")
    names = ("bilagor\\enkät.PDF", "på begäran", "borta.pdf", "underlag.xlsx")
    written(small() | {Appendix: [{"name": f"Bilaga {name}", "file": name} for name in names]}, before)
    files = next_year(before).files
    assert files.pop("bilagor/Enkät.pdf") == b"svar"
    assert sorted(files) == ["fjol.json", "underlag.xlsx"]
    assert files["underlag.xlsx"] != (before / "underlag.xlsx").read_bytes()


def test_errors_must_be_mended_first(tmp_path: Path) -> None:
    values: Values = small()
    values[IncomeOrCost].append(cost("Resor", "10", "10") | {"this_year": "tio kronor"})
    written(values, tmp_path)
    with pytest.raises(CannotRollError, match="har fel, så nästa år kan inte göras av den"):
        next_year(tmp_path)


def test_sofint_2021_needs_this_year_s_amounts_alone(tmp_path: Path) -> None:
    """No figure is typed twice: with one year's amounts typed the report is whole, and 2020 is as it was."""
    made = next_year(SOFINT)
    after = laid_out(made.files, tmp_path / "2021")
    assert (made.year, after.has_errors, told(after, "comparative_differs")) == (2021, False, [])
    before = examine(SOFINT).derived
    assert before is not None
    result = before.figures[FigureId("income_statement.net_result", 2020)].value
    assert isinstance(result, Decimal)
    path = tmp_path / "2021" / "underlag.xlsx"
    workbook = openpyxl.load_workbook(path)
    for tab, now, then in (("Intäkter och kostnader", "G", "H"), ("Balansposter", "F", "G")):
        for row in range(5, 40):
            workbook[tab][f"{now}{row}"] = workbook[tab][f"{then}{row}"].value
            if workbook[tab][f"B{row}"].value is None and workbook[tab][f"A{row}"].value == "Kassa och bank":
                workbook[tab][f"{now}{row}"] = Decimal(str(workbook[tab][f"{then}{row}"].value)) + result
    workbook.save(path)
    filled = examine(tmp_path / "2021")
    assert not filled.has_errors, [message(finding).what for finding in filled.findings]
    assert filled.derived is not None
    assert filled.derived.figures[FigureId("income_statement.net_result", 2021)].value == result
    shown = ("income_statement.", "balance_sheet.", "cash_flow.", "note.")
    for key, figure in before.figures.items():
        if (key.year, key.measure) == (2020, "") and key.code.startswith(shown):
            assert filled.derived.figures[key].value == figure.value, key
