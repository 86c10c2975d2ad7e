"""A tab whose amounts are not in the unit above them: told at that cell, and what it breaks under it."""

from decimal import Decimal
from pathlib import Path

import pytest
from planted import examined, with_members
from small_underlag import Values
from straight import grids

from generator.findings.finding import Finding, Severity
from generator.findings.message import severity_of
from generator.pipeline import Examination
from generator.subjects.granted.rows import Grant
from generator.subjects.registry import all_tabs

MEMBERS, INCOME, BALANCE, GRANTS = "Medlemmar", "Intäkter och kostnader", "Balansposter", "Beviljade medel"


def with_grants(factor: str = "1") -> Values:
    amounts = {"Stegen": "800.00", "Bryggan": "650.00"}
    rows = [{"name": name, "first": Decimal(amount) * Decimal(factor)} for name, amount in amounts.items()]
    return with_members() | {Grant: rows}


def of(values: Values, tab: str = "", unit: str = "kr") -> Examination:
    """Examine the values, with the unit above one tab."""
    return examined(Path("underlag.xlsx"), grids(all_tabs(), values, {tab: unit}))


def units(examination: Examination) -> list[Finding]:
    return [each for each in examination.findings if each.code == "tab_in_other_unit"]


def test_of_tabs_in_the_right_units_nothing_is_told() -> None:
    assert units(of(with_grants())) == []


@pytest.mark.parametrize("tab", [MEMBERS, INCOME, BALANCE])
def test_a_wrong_unit_that_unbalances_is_the_cause_and_the_rest_follows(tab: str) -> None:
    examination = of(with_grants(), tab, "tkr")
    (told,) = units(examination)
    assert (told.place.tab, told.place.cell, severity_of(told)) == (tab, "B3", Severity.ERROR)
    differing = [each for each in examination.findings if each.code == "balance_differs"]
    assert differing
    assert all(each.follows is told and each.causes[0].places == (told.place,) for each in differing)


@pytest.mark.parametrize(("factor", "unit"), [("1", "tkr"), ("0.001", "kr")])
def test_a_wrong_unit_that_no_sum_shows_is_asked_about(factor: str, unit: str) -> None:
    (told,) = units(of(with_grants(factor), GRANTS, unit))
    assert (told.place.tab, told.place.cell, severity_of(told)) == (GRANTS, "B3", Severity.WARNING)


def test_a_small_tab_in_kronor_is_in_kronor() -> None:
    assert units(of(with_grants("0.02"))) == []
