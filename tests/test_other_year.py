"""The wrong year in *Uppgifter om förbundet*: one finding says of which year the rest speaks."""

from pathlib import Path

from component_cases import Values, read, told

from generator.checks.year_of_the_rest import rows_are_not_of_later_years, the_year_is_that_of_the_rest
from generator.findings.consequences import with_consequences
from generator.findings.finding import Finding, Severity
from generator.model.association import Association
from generator.model.registers import OutlineBlock
from generator.rule_book import rule_book
from generator.subjects.insatser.rows import Insats
from generator.subjects.participants.rows import Participants

PERIODS = [{"key": f"Team {letter}", "start": "2021-02", "end": "2021-11-30"} for letter in "AB"]
COUNTS = [{"table": "Deltagare", "year": year, "total": 30} for year in (2018, 2019, 2020)]


def said(values: Values, folder: str = "provet", **association: object) -> list[str]:
    case, _ = read(values, Path(folder), **association)
    return [each.what for each in told(the_year_is_that_of_the_rest, case)]


def test_two_that_speak_of_another_year_are_told_together() -> None:
    [what] = said({Insats: PERIODS}, decision_date="2022-03-04")
    assert what.startswith("Räkenskapsåret är 2020, men annat talar om 2021: beslutsdatumet 2022-03-04 och 2 av 2 peri")
    assert said({Participants: COUNTS}, folder="Björkdalen 2019", decision_date="2020-02-01", year=2019) == []


def test_texts_and_the_name_of_the_folder_speak_too() -> None:
    text = "Under 2021 började två team. Målen för 2021 är nådda. Budgeten 2021 höll. Lag (2003:1210)."
    values: Values = {OutlineBlock: [{"level": 1, "heading": "Året", "text": text}]}
    [what] = said(values, folder="Björkdalen 2021")
    assert what.endswith("talar om 2021: texterna (nämner 2021 3 gånger) och mappens namn, ”Björkdalen 2021”.")


def test_one_alone_and_ordinary_years_beside_the_report_s_are_no_sign() -> None:
    assert said({}, decision_date="2022-03-04") == []
    assert said({Insats: PERIODS}) == []
    running = [{**row, "start": "2019-01", "end": "2022-06"} for row in PERIODS]
    assert said({Insats: running, Participants: COUNTS}, decision_date="2021-03-04", folder="x-2021") == []
    assert said({Insats: PERIODS, Participants: COUNTS}, folder="Björkdalen 2020", decision_date="2022-01-01") == []


def test_what_lies_outside_a_wrong_year_follows_from_it() -> None:
    case, _ = read({Insats: PERIODS}, decision_date="2022-03-04")
    year: list[Finding] = list(the_year_is_that_of_the_rest(case))
    outside = Finding(rule_book()["insats_outside_year"], year[0].subjects[2:])
    assert [each.follows for each in with_consequences([outside, *year])] == [None, year[0]]
    assert year[0].place.tab == case.underlag.raw[Association].place.tab
    assert year[0].rule.severity is Severity.WARNING


def test_a_row_of_a_later_year_is_told_with_its_cells() -> None:
    case, _ = read({Participants: [*COUNTS, COUNTS[0] | {"year": 2052}]})
    (finding,) = told(rows_are_not_of_later_years, case)
    assert finding.what == "Året 2052 står i cell C8, men rapporten gäller 2020."
    case, _ = read({Participants: COUNTS})
    assert told(rows_are_not_of_later_years, case) == []
