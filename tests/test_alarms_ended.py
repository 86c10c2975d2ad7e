"""False alarms that were heard: each is silent now, and the case that it was meant for is still told."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from fifth_report import fifth_report
from small_underlag import COSTS, Rows, Values, cost, small
from test_false_alarms import said, with_insats, worst
from test_next_year import laid_out, rolled

from generator.findings.finding import Severity
from generator.findings.message import message
from generator.ground.near_names import NearNames
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import Activity, OutlineBlock
from generator.model.rows import Row
from generator.next_year.folder import next_year
from generator.pipeline import examine
from generator.subjects.charts.rows import ChartRow
from generator.subjects.control.rows import ControlAmount
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.goals.rows import Goal
from generator.subjects.granted.rows import Grant
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.investments.rows import Investment
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.participants.rows import Participants
from generator.subjects.roll_forward.rows import RollRow
from generator.subjects.surveys.rows import ResponseRate, SurveyAnswer

BY_ACTIVITY = {"level": 1, "heading": "Per verksamhet", "content": "Driftredovisning", "layout": "per verksamhet"}


# ------------------------------------------------------------- budgets


def with_board(*, own_row: bool = False, group: str = "administration", **block: Any) -> Values:
    """Costs on two activities, of which the board has no budget of its own; ``own_row``: the budget is a row alone."""
    values = small()
    values[Activity].append({"key": "Styrelse", "group": group})
    values[IncomeOrCost][0]["budget"] = Decimal("2000.00")
    values[IncomeOrCost][2]["activity"] = "Styrelse"
    if own_row:
        values[IncomeOrCost].append({"line": COSTS, "activity": "Kansli", "budget": Decimal("1600.00")})
    else:
        values[IncomeOrCost][1]["budget"] = Decimal("1600.00")
    values[OutlineBlock].append(block or BY_ACTIVITY)
    return values


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (with_board(), True),
        (with_board(own_row=True), False),
        (with_board(own_row=True, group="individinriktad"), True),
        (with_board(level=1, heading="Drift", content="Driftredovisning"), False),
        (with_board(level=1, heading="Fördelning", content="Kostnadsfördelning"), False),
        (with_board(group="individinriktad", level=1, heading="Fördelning", content="Kostnadsfördelning"), True),
    ],
)
def test_a_budget_is_missed_where_a_table_shows_that_a_row_has_none(values: Values, told: bool) -> None:  # noqa: FBT001
    found = {code: severity for code, severity in said(values).items() if code != "placed_twice"}
    assert found == ({"activity_without_budget": Severity.NOTE} if told else {})


def test_a_row_of_the_operating_statement_has_the_budget_of_any_of_its_activities() -> None:
    values = with_board()
    for activity in values[Activity][1:]:
        activity["operating_row"] = "Administration"
    assert said(values) == {}


def test_one_budget_for_all_activities_is_one() -> None:
    values = with_board(own_row=True, group="individinriktad")
    values[IncomeOrCost][-1]["activity"] = ""
    assert "activity_without_budget" not in said(values)


@pytest.mark.parametrize(("budget", "told"), [("600.00", []), ("400.00", []), ("650.00", ["insats_budgets_exceed"])])
def test_the_budget_of_an_insats_is_its_activitys_cost_or_the_associations_part_of_it(
    budget: str, told: list[str]
) -> None:
    values = with_insats(reason="x", budget=Decimal(budget))
    values[IncomeOrCost].append({"line": "Verksamhetens intäkter", "activity": "Stödet", "budget": Decimal("200.00")})
    assert worst(values) == told
    assert "insats_budgets_leave" not in said(values)


@pytest.mark.parametrize(("whole", "told"), [("90.00", False), ("95.00", True)])
def test_a_budget_typed_whole_and_by_kind_is_an_error_only_where_they_differ(whole: str, told: bool) -> None:  # noqa: FBT001
    values = with_insats(reason="x", budget=Decimal(whole))
    values[InsatsCost][0]["budget"] = Decimal("90.00")
    assert ("insats_budget_twice" in said(values)) is told


@pytest.mark.parametrize(("income", "told"), [(None, False), ("1500.00", True), ("1700.00", False)])
def test_a_budget_of_costs_alone_has_no_deficit(income: str | None, told: bool) -> None:  # noqa: FBT001
    values = small()
    values[IncomeOrCost][0]["budget"] = None if income is None else Decimal(income)
    values[IncomeOrCost].append({"line": COSTS, "activity": "Kansli", "budget": Decimal("1600.00")})
    assert ("budget_deficit_without_words" in said(values)) is told


# ------------------------------------------------------------- insatser that cost nothing


@pytest.mark.parametrize(("this_year", "told"), [("0.00", False), ("50.00", True)])
def test_an_activity_that_cost_nothing_in_the_year_needs_no_insats(this_year: str, told: bool) -> None:  # noqa: FBT001
    values = with_insats(reason="x")
    values[Activity].append({"key": "Träffen", "group": "individinriktad", "is_insats": True})
    values[IncomeOrCost].append(cost("Träffen", this_year, "50.00", activity="Träffen"))
    assert ("activity_without_insats" in said(values)) is told


@pytest.mark.parametrize(
    ("insats", "told"),
    [
        ({}, False),
        ({"budget": Decimal("0.00")}, False),
        ({"budget": Decimal("80.00")}, True),
        ({"activity": "Kansli"}, True),
        ({"activity": "Finansiering"}, False),
    ],
)
def test_an_insats_without_money_of_the_association_has_nothing_to_account_for(
    insats: dict[str, Any],
    told: bool,  # noqa: FBT001
) -> None:
    values = with_insats(reason="x")
    values[Insats].append({"key": "Samarbetet", "start": "2020"} | insats)
    assert ("insats_without_accounts" in said(values)) is told


# ------------------------------------------------------------- goals: floors and ceilings

CEILINGS = (
    "Avvikelsen ska inte överstiga målvärdet",
    "Kostnaden per deltagare ska inte under året vara högre än målvärdet",
    "Högst så många avhopp",
    "Väntetiden ska minska",
    "Färre än målvärdet ska vänta",
    "Sjukfrånvaron får som mest vara",
    "Antalet avbrott ska understiga målvärdet",
    "Antalet avbrott ska inte öka",
    "Eget kapital ska begränsas",
)
FLOORS = (
    "Fler ska delta",
    "Soliditeten ska inte understiga målvärdet",
    "Minst så många möten",
    "Svarsfrekvensen ska öka",
    "Deltagare under året",
    "Andelen nöjda ska inte vara lägre än målvärdet",
    "Antalet möten ska inte minska",
)
UNTOLD = ("Väntetid", "Eget kapital", "Kostnad per deltagare", "Sjukfrånvaro", "Öka farten och minska köerna")


def goal_rules(words: str, outcome: str, assessment: str = "uppfyllt") -> list[str]:
    goal = {"goal": words, "target": "20", "outcome": outcome, "assessment": assessment}
    return [rule for rule in said(small() | {Goal: [goal]}) if rule.startswith("goal")]


@pytest.mark.parametrize("words", CEILINGS)
def test_what_may_not_be_passed_is_a_ceiling(words: str) -> None:
    assert goal_rules(words, "15") == []
    assert goal_rules(words, "25") == ["goal_not_reached"]
    assert goal_rules(words, "15", "ej uppfyllt") == ["goal_reached"]


@pytest.mark.parametrize("words", FLOORS)
def test_what_is_to_be_reached_is_a_floor(words: str) -> None:
    assert goal_rules(words, "25") == []
    assert goal_rules(words, "15") == ["goal_not_reached"]
    assert goal_rules(words, "25", "delvis uppfyllt") == ["goal_reached"]


@pytest.mark.parametrize("words", UNTOLD)
def test_what_may_be_better_either_way_is_left_alone(words: str) -> None:
    assert goal_rules(words, "15") == goal_rules(words, "25") == []


@pytest.mark.parametrize("limit", ["ska inte överstiga 5 %", "får ej vara större än 5 procent", "ska understiga 5 %"])
def test_a_limit_on_the_budgets_deviation_is_read_in_other_words_too(limit: str) -> None:
    values = small() | {Goal: [{"goal": f"Avvikelsen från budgeten {limit}", "assessment": "uppfyllt"}]}
    values[IncomeOrCost].append({"line": COSTS, "activity": "Kansli", "budget": Decimal("2000.00")})
    assert "goal_budget_limit" in worst(values)
    values[IncomeOrCost][-1]["budget"] = Decimal("1600.25")
    assert "goal_budget_limit" not in worst(values)


# ------------------------------------------------------------- control amounts


def control_rules(*rows: dict[str, Any], **overview: Any) -> list[str]:
    older = {"key": "Kostnader inklusive finansiella kostnader", "third_year": Decimal("1500.00")}
    values = small() | {ControlAmount: list(rows), KeyFigure: [older | overview]}
    values[OutlineBlock].append(BY_ACTIVITY)
    return [rule for rule in said(values) if rule.startswith("control")]


@pytest.mark.parametrize("amount", ["1 500", "−1 500"])
def test_a_cost_of_an_older_year_may_have_a_minus_as_this_years_may(amount: str) -> None:
    row = {"figure": "Kostnader inklusive finansiella kostnader", "year": 2018, "amount": amount}
    assert control_rules(row) == ["control_agrees"]


@pytest.mark.parametrize("amount", ["2 000,50", "−2 000,50"])
def test_a_net_may_be_printed_as_cost_less_income_or_the_other_way(amount: str) -> None:
    row = {"figure": "driftredovisning.finansiering", "amount": amount}
    assert control_rules(row) == ["control_agrees"]


@pytest.mark.parametrize(
    "row",
    [
        {"figure": "Årets resultat", "amount": "−400,25"},
        {"figure": "Verksamhetens intäkter", "amount": "−2 000,50"},
        {"figure": "Kassa och bank", "amount": "−1 150"},
    ],
)
def test_another_sign_is_still_told_of_what_has_but_one(row: dict[str, Any]) -> None:
    assert "control_other_sign" in control_rules(row)


@pytest.mark.parametrize(("equity", "told"), [("501", False), ("500", False), ("502", True), ("500.27", True)])
def test_a_krona_between_two_reports_is_no_other_equity(equity: str, told: bool) -> None:  # noqa: FBT001
    values = small() | {KeyFigure: [{"key": "Eget kapital", "third_year": Decimal(equity)}]}
    assert ("overview_equity" in said(values)) is told


# ------------------------------------------------------------- participants, answers, and what is granted


def placed(model: type[Row], rows: Rows, part: str) -> dict[str, Severity]:
    """What is said of rows that a part of the report shows."""
    values: Values = {**small(), model: rows}
    values[OutlineBlock].append({"level": 1, "heading": part, "content": part})
    return said(values)


def people(category: str, **counts: int) -> dict[str, Any]:
    return {"table": "Avslut", "category": category, "year": 2020, **counts}


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([people("Arbete", women=20, men=15, total=41), people("Studier", women=12, men=9)], []),
        (
            [
                people("Startade", women=40, men=30),
                people("Pågår", women=50, men=41),
                people("Avslutade", women=22, men=18),
            ],
            [],
        ),
        ([people("Arbete", women=20, men=2), people("Studier", women=12, men=9)], []),
        ([people("Arbete", total=41), people("Studier", total=12)], []),
        ([people("Arbete", women=20, men=15, other=6, total=41)], []),
        ([people("Arbete", women=20, men=15, total=30)], ["participants_total"]),
        ([people("Arbete", women=20, men=15, other=3, total=41)], ["participants_total"]),
    ],
)
def test_sexes_that_are_not_all_stated_and_persons_of_several_outcomes_are_ordinary(
    rows: Rows, told: list[str]
) -> None:
    assert list(placed(Participants, rows, "Deltagare")) == told


def answer(**values: Any) -> dict[str, Any]:
    return {"question": "Stödet", "count": 13, "negative": 8, "neither": 8, "positive": 84} | values


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (answer(), []),
        (answer(positive=85), []),
        (answer(positive=83), []),
        (answer(positive=75), ["survey_sum"]),
        (answer(positive=92), ["survey_sum"]),
    ],
)
def test_per_cents_may_miss_a_hundred_by_rounding_and_no_more(row: dict[str, Any], told: list[str]) -> None:
    assert list(placed(SurveyAnswer, [row], "Enkäter")) == told


def test_per_cents_of_a_table_of_ones_own_may_be_of_several_answers() -> None:
    rows: Rows = [
        {"table": "Varför", "kind": "kolumner", "value_1": "Andel"},
        {"table": "Varför", "label": "Arbete", "value_1": "60 %"},
        {"table": "Varför", "label": "Hälsa", "value_1": "70 %"},
    ]
    values: Values = {**small(), FreeTable: [{"name": "Varför", "unit": "%"}], FreeRow: rows}
    values[OutlineBlock].append({"level": 1, "heading": "Varför", "content": "Egen tabell", "name": "Varför"})
    assert said(values) == {}


@pytest.mark.parametrize("shown_as", ["upplysning", "ansvarsförbindelse"])
def test_granted_money_is_told_of_in_a_note_or_below_the_line_as_the_association_chooses(shown_as: str) -> None:
    grant = {"name": "Stödet", "first": Decimal("50.00"), "last_year": Decimal("40.00"), "shown_as": shown_as}
    assert placed(Grant, [grant], "Beviljade medel") == {}


# ------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Huddinge, Botkyrka och Salems kommuner deltar.", False),
        ("Salems kommuns representant.", False),
        ("Salms kommun deltar.", True),
        ("Salems komun deltar.", True),
    ],
)
def test_a_plural_is_no_misspelling(text: str, told: bool) -> None:  # noqa: FBT001
    assert bool(list(NearNames([("Salems kommun",)]).misses(text))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Psykiatriens roll i samverkan är beviljad.", []),
        ("Psykiatriens insats är beviljad.", ["Psykiatriens"]),
        ("Psykiatrins insats är beviljad.", []),
        ("Psykiatriens roll i samvrekan är beviljad.", ["Psykiatriens roll i samvrekan", "Psykiatriens"]),
    ],
)
def test_the_first_word_of_a_known_name_is_no_misspelling_of_another(text: str, told: list[str]) -> None:
    near = NearNames([("Psykiatriens roll i samverkan", "Psykiatrin")])
    assert [found for found, _ in near.misses(text)] == told


def test_the_names_of_the_register_of_insatser_are_not_held_against_each_other() -> None:
    values = with_insats(reason="x", other_names="Stödet i Berg; Stöden i Berg")
    values[Insats].append({"key": "Stödet i Bergs", "start": "2020"})
    assert "insats_name_near" not in said(values)
    values[OutlineBlock].append({"level": 1, "heading": "Om", "text": "Stöddet i Berg fortsätter."})
    assert "insats_name_near" in said(values)


# ------------------------------------------------------------- what is rolled forward, and next year


def with_machines(first: str, second: str) -> Values:
    values = small()
    line = {"line": "Maskiner och inventarier"}
    values[RollRow] = [
        line | {"kind": "ingående", "last_year": Decimal("100.00")},
        line | {"label": first, "this_year": Decimal("60.00"), "last_year": Decimal("0.00")},
        line | {"label": second, "last_year": Decimal("40.00")},
    ]
    values[OpeningBalance].append({"line": "Maskiner och inventarier", "amount": Decimal("100.00")})
    values[OpeningBalance][1]["amount"] -= 100
    values[BalanceItem][1]["this_year"] -= 200
    values[BalanceItem][1]["last_year"] -= 140
    values[OpeningBalance] = values[OpeningBalance][:3]
    return values


def test_a_change_that_there_was_none_of_last_year_is_no_row_that_moved() -> None:
    assert "row_moved" not in said(with_machines("Inköp", "Tidigare inköp"))


def test_a_row_that_there_was_none_of_last_year_is_asked_about() -> None:
    values = small()
    values[BalanceItem].append({"line": "Fordringar", "note_row": "Ny", "this_year": Decimal("300.00")})
    assert "row_moved" in said(values)


@pytest.mark.parametrize("name", ["jamtland-2021", "rar-sormland-2020"])
def test_what_next_years_workbook_is_not_asked_for_differs_from_nothing(name: str, tmp_path: Path) -> None:
    after = laid_out(next_year(Path("inputs") / name).files, tmp_path)
    assert not [finding for finding in after.findings if finding.code.startswith("comparative")]


def test_a_comparative_that_was_changed_is_told_of_what_is_rolled_forward_too(tmp_path: Path) -> None:
    values = with_machines("Inköp", "Tidigare inköp")
    after = rolled(values, tmp_path)
    assert [message(finding).what for finding in after.findings if finding.code.startswith("comparative")] == []
    (changed,) = [
        row for row in openpyxl.load_workbook(after.path)["Årets förändringar"].iter_rows() if row[4].value == "Inköp"
    ]
    book = openpyxl.load_workbook(after.path)
    book["Årets förändringar"][changed[6].coordinate] = 65
    book.save(after.path)
    assert [f.code for f in examine(after.path).findings if f.code.startswith("comparative")]


@pytest.mark.parametrize(
    ("typed", "severity"), [("60.00", Severity.NOTE), ("40.00", None), ("30.00", Severity.WARNING)]
)
def test_more_may_be_bought_than_the_balances_show_where_something_is_sold(
    typed: str, severity: Severity | None
) -> None:
    values = small()
    machines = {"line": "Maskiner och inventarier", "this_year": Decimal("130.00"), "last_year": Decimal("100.00")}
    values[BalanceItem].append(machines)
    values[OpeningBalance].append({"line": "Maskiner och inventarier", "amount": Decimal("100.00")})
    values[IncomeOrCost].append({"line": "Avskrivningar", "activity": "Kansli", "this_year": Decimal("10.00")})
    for row, less in ((values[BalanceItem][1], ("140", "100")), (values[OpeningBalance][1], ("100", "0"))):
        for field, amount in zip(
            [field for field in ("this_year", "last_year", "amount") if field in row], less, strict=False
        ):
            row[field] -= Decimal(amount)
    values[Investment] = [{"name": "Möbler", "this_year": Decimal(typed)}]
    values[OutlineBlock].append({"level": 1, "heading": "Investeringar", "content": "Investeringsredovisning"})
    assert said(values).get("investments_differ") is severity


# ------------------------------------------------------------- diagrams before there are figures


def waiting(chart: dict[str, Any], **association: Any) -> dict[str, Severity]:
    values = fifth_report()
    values[Association][0] |= {"state": "under arbete"} | association
    values[ResponseRate] = []
    values[ChartRow] = [{"kind": "liggande", "name": "Svar", **chart}]
    values[OutlineBlock] = [
        row for row in values[OutlineBlock] if row.get("content") != "Diagram" or row["name"] == "Svar"
    ]
    return said(values)


@pytest.mark.parametrize("chart", [{"table": "Svarsfrekvenser", "columns": "Svarsandel"}, {"table": "Svarsfrekvenser"}])
def test_a_diagram_waits_for_the_years_figures_while_the_report_is_under_way(chart: dict[str, Any]) -> None:
    told = {rule: severity for rule, severity in waiting(chart).items() if rule.startswith("chart")}
    assert told == {"chart_waits": Severity.REMAINING}
    assert waiting(chart, state="utkast")["chart_empty"] is Severity.ERROR


@pytest.mark.parametrize(
    ("chart", "rule"),
    [
        ({"table": "Svarsfrekvensen"}, "chart_table_unknown"),
        ({"table": "Ålder", "columns": "2023 Kvinor"}, "chart_part_unknown"),
    ],
)
def test_a_diagram_of_what_there_is_not_is_an_error_under_way_too(chart: dict[str, Any], rule: str) -> None:
    assert waiting(chart)[rule] is Severity.ERROR
