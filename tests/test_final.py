"""What a final report has besides its amounts, what an association may not do, and goals of both kinds."""

import pytest
from small_underlag import Values, findings, small

from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.registers import Note, OutlineBlock
from generator.subjects.goals.rows import Goal

LACKING = {"organisation_number_missing", "budget_not_typed", "signatures_not_placed"}


def told(values: Values) -> dict[str, Severity]:
    return {code: severity_of(finding) for code, finding in findings(values).items()}


def test_a_final_report_without_budget_number_or_signatures_is_warned() -> None:
    found = told(small(state="slutlig", organisation_number=""))
    assert {code: found.get(code) for code in LACKING} == dict.fromkeys(LACKING, Severity.WARNING)


def test_a_final_report_that_has_them_is_not() -> None:
    values = small(state="slutlig")
    values[OutlineBlock].append({"level": 1, "heading": "Underskrifter", "content": "Underskrifter"})
    for row in values[IncomeOrCost]:
        row["budget"] = row["this_year"]
    assert not LACKING & set(told(values))


@pytest.mark.parametrize(("state", "severity"), [("under arbete", Severity.REMAINING), ("utkast", Severity.NOTE)])
def test_before_that_the_number_is_needed_first_when_the_report_is_final(state: str, severity: Severity) -> None:
    values = small(state=state, organisation_number="")
    found = told(values)
    assert found["missing_until_final"] is severity
    assert not LACKING & set(found)


def test_a_report_under_way_tells_what_remains() -> None:
    found = told(small(state="under arbete"))
    assert found["budget_remains"] is found["signatures_remain"] is Severity.REMAINING


def owing(name: str, line: str = "Kortfristiga skulder") -> Values:
    values = small()
    values[Note].append({"key": "Skulder"})
    row = next(row for row in values[BalanceItem] if row["line"] == "Kortfristiga skulder")
    row |= {"line": line, "note": "Skulder", "note_row": name}
    return values


@pytest.mark.parametrize(
    ("name", "loan"),
    [
        ("Banklån", True),
        ("Lån från kommunen", True),
        ("Leverantörsskulder", False),
        ("Skuld för utlånad personal", False),
        ("Checkräkningskredit", False),
    ],
)
def test_a_loan_is_told_and_an_ordinary_debt_is_not(name: str, loan: bool) -> None:  # noqa: FBT001
    assert ("borrowed" in told(owing(name))) is loan


def test_a_long_term_debt_is_asked_about_whatever_it_is_called() -> None:
    assert told(owing("Övrigt", "Långfristiga skulder"))["borrowed"] is Severity.WARNING


@pytest.mark.parametrize(
    ("line", "name", "pledged"),
    [
        ("Panter och därmed jämförliga säkerheter", "Kontot", True),
        ("Övriga ansvarsförbindelser", "Borgen för Arbetsmarknadsenheten", True),
        ("Övriga ansvarsförbindelser", "Beviljade medel", False),
    ],
)
def test_a_pledge_or_a_surety_is_told(line: str, name: str, pledged: bool) -> None:  # noqa: FBT001
    values = small()
    values[Note].append({"key": "Under linjen"})
    values[BalanceItem].append(
        {"line": line, "note": "Under linjen", "note_row": name, "this_year": 50, "last_year": 50}
    )
    assert ("pledged" in told(values)) is pledged


def goals(*kinds: str, text: str = "") -> Values:
    values = small()
    values[Goal] = [{"goal": f"Mål {kind} {place}", "kind": kind} for place, kind in enumerate(kinds)]
    values[OutlineBlock].append({"level": 1, "heading": "Ekonomi", "text": text or "Se tabellen."})
    return values


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        (goals("verksamhet", "verksamhet"), True),
        (goals("finansiellt", "finansiellt"), True),
        (goals("verksamhet"), False),
        (goals("verksamhet", "finansiellt"), False),
        (goals("verksamhet", "verksamhet", text="De finansiella målen är nådda."), False),
        (goals("finansiellt", "finansiellt", text="Målen för verksamheten är nådda."), False),
    ],
)
def test_goals_of_one_kind_ask_for_the_other(values: Values, asked: bool) -> None:  # noqa: FBT001
    assert ("goals_of_one_kind" in told(values)) is asked
