"""A budget that is decided only as the net: shown where it is known, and nowhere else."""

from decimal import Decimal
from typing import Any

import pytest
from component_cases import placed, read
from test_operating_statement import ACTIVITIES, COST, INCOME, rows, table_of

from generator.blocks.case import Case
from generator.checks.budgets import revised_budget_is_whole
from generator.checks.final import budget_is_there
from generator.figures.figure import Figure
from generator.model.amounts import IncomeOrCost
from generator.model.registers import Activity, Note
from generator.subjects.net_budgets import rules
from generator.subjects.net_budgets.rows import NetBudget
from generator.subjects.operating_statement import show as operating_statement
from generator.subjects.operating_statement import show_deviations
from generator.texts.figures import Problem, figure_texts
from generator.texts.reference import Reference

Rows = list[dict[str, Any]]

OUTCOMES: Rows = [
    {"line": INCOME, "activity": "Bidrag", "this_year": 1000},
    {"line": INCOME, "activity": "Mässa", "this_year": 50, "note": "Not", "note_row": "Avgifter"},
    {"line": COST, "activity": "Chef", "this_year": 300, "note": "Kostnader", "note_row": "Lön"},
    {"line": COST, "activity": "Team", "this_year": 600, "note": "Kostnader", "note_row": "Lön"},
    {"line": COST, "activity": "Mässa", "this_year": 100, "note": "Kostnader", "note_row": "Lokal"},
    {"line": "Finansiella kostnader", "activity": "Bidrag", "this_year": 10},
]
CONTRIBUTIONS, MANAGER = {0: {"budget": 1000}}, {2: {"budget": 320}}
TEAM, FAIR = {"activity": "Team", "budget": 500}, {"activity": "Mässa", "budget": 60}


def case_of(nets: Rows, gross: dict[int, dict[str, Any]] | None = None, **association: Any) -> Case:
    amounts = [row | (gross or {}).get(place, {}) for place, row in enumerate(OUTCOMES)]
    notes: Rows = [{"key": "Not"}, {"key": "Kostnader"}]
    values: dict[Any, Rows] = {Activity: ACTIVITIES, IncomeOrCost: amounts, NetBudget: nets, Note: notes}
    case, findings = read(values, **association)
    assert findings == []
    return case


def shown(case: Case, layout: str) -> list[list[str]]:
    return rows(table_of(operating_statement.COMPONENT, case, layout))


def test_an_activity_has_the_net_that_was_decided_and_the_sum_is_of_all() -> None:
    case = case_of([TEAM, FAIR], CONTRIBUTIONS | MANAGER)
    assert [row[:1] + row[4:6] for row in shown(case, "per verksamhet")] == [
        ["Gemensamt", "680", "10"],
        ["Team", "-500", "-100"],
        ["Mässa", "-60", "10"],
        ["Summa", "120", "-80"],
    ]


def test_the_summary_has_the_budget_of_net_cost_and_result() -> None:
    assert [row[:4] for row in shown(case_of([TEAM, FAIR], CONTRIBUTIONS | MANAGER), "sammandrag")[:3]] == [
        ["Nettokostnad", "-960", "-880", "-80"],
        ["Medlemsbidrag", "1000", "1000", "0"],
        ["Årets resultat", "40", "120", "-80"],
    ]


def test_the_net_of_what_only_costs_is_the_budget_of_its_costs() -> None:
    by_kind = {row[0]: row[2:4] for row in shown(case_of([TEAM], CONTRIBUTIONS | MANAGER), "per kostnadsslag")}
    assert by_kind["Summa verksamhetens intäkter"] == ["1000", "50"]
    assert by_kind["Summa verksamhetens kostnader"] == ["-820", "-180"]
    assert by_kind["Årets resultat"] == ["180", "-140"]


def test_one_number_for_the_year_is_the_budget_of_the_result_alone() -> None:
    case = case_of([{"budget": 120}])
    assert [row[1:4] for row in shown(case, "sammandrag")[:3]] == [
        ["-960", "-", "-"],
        ["1000", "-", "-"],
        ["40", "120", "-80"],
    ]
    by_kind = {row[0]: row[2:4] for row in shown(case, "per kostnadsslag")}
    assert by_kind.pop("Årets resultat") == ["120", "-80"]
    by_kind.pop("Resultat efter finansiella poster", None)
    assert {text for cells in by_kind.values() for text in cells} <= {"-", ""}
    assert shown(case, "per verksamhet")[-1][4:6] == ["120", "-80"]
    assert placed(show_deviations.COMPONENT, case) == []


def test_a_net_that_holds_the_contributions_hides_them() -> None:
    nets = [{"activity": "Bidrag", "budget": -990}, {"activity": "Chef", "budget": 320}, TEAM, FAIR]
    summary = shown(case_of(nets), "sammandrag")[:3]
    assert [row[2:4] for row in summary] == [["-", "-"], ["-", "-"], ["110", "-70"]]


def test_texts_have_the_budgets_that_there_are() -> None:
    case = case_of([{"budget": "-120"}])
    assert case.derived is not None
    assert case.names is not None
    figures = figure_texts(case.names, case.derived)
    result = figures.figure(Reference("", "årets_resultat.budget"))
    deviation = figures.figure(Reference("", "årets_resultat.avvikelse"))
    assert isinstance(result, Figure)
    assert isinstance(deviation, Figure)
    assert (result.value, deviation.value) == (Decimal(-120), Decimal(160))
    unknown = figures.figure(Reference("", "verksamhetens_kostnader.budget"))
    assert isinstance(unknown, Problem)
    assert unknown.rule.code == "text_figure_absent"


@pytest.mark.parametrize(
    ("nets", "gross", "told"),
    [
        ([TEAM, FAIR], CONTRIBUTIONS | MANAGER, []),
        ([{"budget": 120}], {}, []),
        ([TEAM], {3: {"budget": 500}}, ["net_budget_twice"]),
        ([TEAM, TEAM], {}, ["net_budget_twice"]),
        ([{"budget": 120}, TEAM], {}, ["net_budget_twice"]),
        ([{"budget": 120}], CONTRIBUTIONS, ["net_budget_twice"]),
        ([{"budget_last_year": 120}], CONTRIBUTIONS, []),
    ],
)
def test_a_budget_is_net_or_on_lines_and_never_both(nets: Rows, gross: dict[int, Any], told: list[str]) -> None:
    assert [each.code for each in rules.net_budgets_stand_alone(case_of(nets, gross))] == told


@pytest.mark.parametrize(("revised", "told"), [(None, 1), (120, 0)])
def test_a_revised_budget_that_is_shown_has_its_nets(revised: int | None, told: int) -> None:
    case = case_of([TEAM | {"budget_revised": revised}], budget_shown="reviderad")
    assert len(list(rules.revised_net_budgets_are_whole(case))) == told


def test_a_net_budget_is_a_budget() -> None:
    whole = case_of([{"budget": 120, "budget_revised": 100}], state="slutlig", budget_shown="reviderad")
    assert [*budget_is_there(whole), *revised_budget_is_whole(whole)] == []
    none = case_of([], state="slutlig", budget_shown="reviderad")
    assert len([*budget_is_there(none), *revised_budget_is_whole(none)]) == 2


def test_budgeted_equity_is_the_opening_and_the_budgeted_result() -> None:
    layout = "sammandrag med budgeterat eget kapital"
    with_budget = shown(case_of([{"budget": 120}]), layout)[3]
    assert with_budget == ["Eget kapital vid årets slut", "40", "120", "-80", *with_budget[4:]]
    assert shown(case_of([]), layout)[3][:2] == ["Eget kapital vid årets slut", "40"]
