"""The parts that compare and summarise: overview, operating statement, cost distribution, balance requirement."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from straight import grids

from generator.blocks.block import Placement
from generator.blocks.case import Case
from generator.blocks.chart import Chart
from generator.figures.derivation import Derivation, derive_all
from generator.figures.figure import Figure, FigureId, Missing
from generator.figures.style import Wishes
from generator.figures.table import Table, shown_number
from generator.findings.finding import Finding
from generator.ground.names import Name
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.registers import GROUPS, Activity, OutlineBlock
from generator.model.rows import Row
from generator.model.underlag import Underlag, make_underlag
from generator.statements.income_statement import NET_RESULT
from generator.subjects.balance_requirement import show as balance_requirement
from generator.subjects.balance_requirement.rows import Adjustment
from generator.subjects.balance_requirement.rules import deficit_is_commented
from generator.subjects.cost_distribution import show as cost_distribution
from generator.subjects.cost_distribution.figures import LABELS
from generator.subjects.equity_level import show as equity_level
from generator.subjects.equity_level.rows import Step
from generator.subjects.equity_level.rules import shares_are_shares, staircase_is_checked
from generator.subjects.operating_statement import show as operating_statement
from generator.subjects.operating_statement.figures import RESULT
from generator.subjects.overview import rules
from generator.subjects.overview import show as overview
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.registry import all_declarations, all_tabs, component_names
from generator.view.chart import chart_view
from generator.workbook.read import read_tabs

Values = Mapping[type[Row], list[dict[str, Any]]]

BASE: dict[type[Row], list[dict[str, Any]]] = {
    Activity: [
        {"key": "Medlemmar", "group": "finansiering"},
        {"key": "Kansli", "group": "administration"},
        {"key": "Teamet", "group": "individinriktad"},
    ],
    IncomeOrCost: [
        {"line": "Verksamhetens intäkter", "activity": "Medlemmar", "this_year": 1000, "last_year": 900, "budget": 950},
        {"line": "Verksamhetens intäkter", "activity": "Teamet", "this_year": 40, "last_year": 0},
        {"line": "Verksamhetens kostnader", "activity": "Kansli", "this_year": 300, "last_year": 290, "budget": 280},
        {"line": "Verksamhetens kostnader", "activity": "Teamet", "this_year": 690, "last_year": 500, "budget": 720},
        {"line": "Finansiella kostnader", "activity": "Kansli", "this_year": 10, "last_year": 10},
    ],
    BalanceItem: [{"line": "Kassa och bank", "this_year": 640, "last_year": 600}],
    OpeningBalance: [{"line": "Eget kapital", "amount": 500}, {"line": "Kassa och bank", "amount": 500}],
}


def read(more: Values | None = None, **association: Any) -> tuple[Underlag, Derivation]:
    values: Values = {Association: [{"name": "Provet", "year": 2024} | association], **BASE, **(more or {})}
    tabs = all_tabs()
    sections, problems = read_tabs(grids(tabs, values), tabs)
    underlag, findings = make_underlag(sections, tabs, component_names())
    assert [*problems, *findings] == []
    derived = derive_all(underlag, all_declarations)
    assert derived is not None
    return underlag, derived


def table_of(component: Any, derived: Derivation, unit: str = "") -> Table:
    (block,) = component.blocks(Placement(derived, 1, wishes=Wishes(unit)))
    assert block.table is not None
    return block.table  # type: ignore[no-any-return]


def shown(table: Table) -> dict[str, list[Any]]:
    numbers = {row.label: [shown_number(cell, table) for cell in row.cells] for row in table.rows}
    texts = {row.label: [cell.of for cell in row.cells] for row in table.rows}
    return {
        label: [
            text if number is None and not isinstance(text, Figure) else number
            for number, text in zip(row, texts[label], strict=True)
        ]
        for label, row in numbers.items()
    }


def test_the_operating_statement_compares_with_the_budget_and_plus_is_better() -> None:
    _, derived = read()
    table = table_of(operating_statement, derived)
    assert [column.head for column in table.columns] == ["Utfall 2024", "Budget 2024", "Avvikelse", "Utfall 2023"]
    assert shown(table) == {
        "Nettokostnad": [-960, -1000, 40, -800],
        "Medlemsbidrag": [1000, 950, 50, 900],
        "Årets resultat": [40, -50, 90, 100],
        "Eget kapital vid årets slut": [640, "–", "–", 600],
        "Likvida medel vid årets slut": [640, "–", "–", 600],
    }


def test_the_sign_of_a_deviation_does_not_depend_on_how_costs_are_shown() -> None:
    _, derived = read(cost_sign="utan minus")
    assert shown(table_of(operating_statement, derived))["Nettokostnad"] == [960, 1000, 40, 800]


def test_a_revised_budget_is_named_as_such_and_the_decided_one_is_not_mixed_in() -> None:
    rows = [{**row, "budget_revised": 1} for row in BASE[IncomeOrCost]]
    _, derived = read({IncomeOrCost: rows}, budget_shown="reviderad")
    table = table_of(operating_statement, derived)
    assert table.columns[1].head == "Reviderad budget 2024"
    assert shown(table)["Nettokostnad"][1] == -2


def test_without_a_budget_there_is_no_column_for_it() -> None:
    rows = [{key: value for key, value in row.items() if key != "budget"} for row in BASE[IncomeOrCost]]
    _, derived = read({IncomeOrCost: rows})
    assert [column.head for column in table_of(operating_statement, derived).columns] == ["Utfall 2024", "Utfall 2023"]


def test_the_operating_statement_ends_in_the_result_of_the_income_statement() -> None:
    _, derived = read()
    for year in (2023, 2024):
        result = derived.figures[FigureId(RESULT, year)].value
        assert result == derived.figures[FigureId(NET_RESULT, year)].value


def test_the_cost_distribution_holds_all_costs_financial_ones_too() -> None:
    _, derived = read()
    table = table_of(cost_distribution, derived)
    assert shown(table) == {
        "Administration": [310, Decimal("0.31"), Decimal("0.28")],
        "Individinriktade insatser": [690, Decimal("0.69"), Decimal("0.72")],
        "Summa kostnader": [1000, 1, 1],
    }


@pytest.mark.parametrize(
    ("component", "layout", "told"),
    [
        (
            cost_distribution,
            "grupper, med diagram",
            [
                "Utfall 2024 – Administration: 31 %; Individinriktade insatser: 69 %.",
                "Budget – Administration: 28 %; Individinriktade insatser: 72 %.",
            ],
        ),
        (
            cost_distribution,
            "tre år, med diagram",
            ["Individinriktade insatser – 2023: 500; 2024: 690.", "Administration – 2023: 300; 2024: 310."],
        ),
        (
            equity_level,
            "mot nivån, med diagram",
            [
                "Eget kapital vid årets slut – 2023: 600; 2024: 640.",
                "20 procent av årets medlemsbidrag – 2023: 180; 2024: 200.",
            ],
        ),
    ],
)
def test_a_part_is_drawn_above_its_table_with_its_figures(component: Any, layout: str, told: list[str]) -> None:
    _, derived = read()
    drawn, below = component.COMPONENT.blocks(Placement(derived, 1, layout=Name(layout)))
    assert below.table is not None
    assert isinstance(drawn.content, Chart)
    assert chart_view(drawn.content).alternative.replace("\u00a0", " ").endswith(" ".join(told))


def test_costs_without_an_activity_are_not_lost() -> None:
    rows = [*BASE[IncomeOrCost], {"line": "Verksamhetens kostnader", "this_year": 5}]
    _, derived = read({IncomeOrCost: rows})
    assert shown(table_of(cost_distribution, derived))["Utan verksamhet"][0] == 5


def test_every_group_of_activities_has_a_row() -> None:
    assert set(LABELS) >= set(GROUPS)


def test_the_overview_derives_what_it_can_and_takes_older_years_as_typed() -> None:
    rows = [
        {"key": "Årets resultat", "third_year": -20},
        {"key": "soliditet", "third_year": "59 %", "fourth_year": 61},
        {"key": "Antal anställda", "unit": "antal", "this_year": Decimal("2.5"), "last_year": 2, "third_year": 2},
    ]
    _, derived = read({KeyFigure: rows})
    table = table_of(overview, derived)
    assert [column.head for column in table.columns] == ["2024", "2023", "2022", "2021"]
    found = shown(table)
    assert found["Årets resultat"][:3] == [40, 100, -20]
    assert found["soliditet"][:4] == [1, 1, Decimal("0.59"), Decimal("0.61")]
    assert found["Antal anställda"][:3] == [Decimal("2.5"), 2, 2]


def judge(rule: Any, underlag: Underlag, derived: Derivation) -> list[Finding]:
    return list(rule(Case(underlag, derived, Path())))


def test_a_key_figure_that_is_derived_may_not_be_typed_too() -> None:
    underlag, derived = read({KeyFigure: [{"key": "Soliditet", "this_year": "58 %"}]})
    (finding,) = judge(rules.derived_is_not_typed, underlag, derived)
    assert (finding.code, finding.place.cell) == ("overview_typed", "C5")
    assert shown(table_of(overview, derived))["Soliditet"][0] == 1


@pytest.mark.parametrize("text", ["", "Underskottet är planerat."])
def test_a_deficit_asks_for_the_boards_words(text: str) -> None:
    rows = [{**row, "this_year": 2000} if row["activity"] == "Teamet" else row for row in BASE[IncomeOrCost][:4]]
    rows[1] = BASE[IncomeOrCost][1]
    block = {"level": 1, "heading": "Balanskrav", "content": "Balanskravsutredning", "text": text}
    underlag, derived = read({IncomeOrCost: rows, OutlineBlock: [block]})
    found = [finding.code for finding in judge(deficit_is_commented, underlag, derived)]
    assert found == ([] if text else ["deficit_without_words"])


def test_the_balance_requirement_shows_only_the_adjustments_there_are() -> None:
    adjustment = {"line": "Reducering av samtliga realisationsvinster", "this_year": -15}
    _, derived = read({Adjustment: [adjustment]})
    assert shown(table_of(balance_requirement, derived)) == {
        "Årets resultat enligt resultaträkningen": [40, 100],
        "Reducering av samtliga realisationsvinster": [-15, Missing.NOTHING],
        "Årets resultat efter balanskravsjusteringar": [25, 100],
        "Balanskravsresultat": [25, 100],
    }


def test_equity_is_measured_against_the_contributions() -> None:
    _, derived = read()
    found = shown(table_of(equity_level, derived))
    assert found["Eget kapital i procent av bidragen"] == [Decimal("0.64"), Decimal("0.67")]
    assert found["20 procent av årets medlemsbidrag"] == [200, 180]
    assert found["Eget kapital utöver nivån"] == [440, 420]


@pytest.mark.parametrize(
    ("contributions", "level"), [(1_000_000, 200_000), (8_502_000, 1_625_300), (14_600_000, 2_540_000)]
)
def test_the_staircase_is_shown_when_it_is_checked(contributions: int, level: int) -> None:
    rows = [{**BASE[IncomeOrCost][0], "this_year": contributions}, *BASE[IncomeOrCost][1:]]
    chosen = {"equity_level": "nationella rådets trappa"}
    _, derived = read({IncomeOrCost: rows}, **chosen, equity_level_checked=True)
    found = shown(table_of(equity_level, derived))
    assert found["Nivå enligt Nationella rådets rekommendation"][0] == level
    underlag, derived = read({IncomeOrCost: rows}, **chosen)
    assert "20 procent av årets medlemsbidrag" in shown(table_of(equity_level, derived))
    assert [finding.code for finding in judge(staircase_is_checked, underlag, derived)] == [
        "equity_staircase_unchecked"
    ]


def test_the_derived_steps_are_told_as_untried_for_large_contributions_and_ones_own_are_not() -> None:
    rows = [{**BASE[IncomeOrCost][0], "this_year": 14_600_000}, *BASE[IncomeOrCost][1:]]
    chosen: dict[str, Any] = {"equity_level": "nationella rådets trappa", "equity_level_checked": True}
    underlag, derived = read({IncomeOrCost: rows}, **chosen)
    assert [finding.code for finding in judge(staircase_is_checked, underlag, derived)] == ["equity_staircase_untried"]
    own: list[dict[str, Any]] = [
        {"up_to": 5_000_000, "share": "20 %"},
        {"up_to": 10_000_000, "share": "10 %"},
        {"share": "5 %"},
    ]
    underlag, derived = read({IncomeOrCost: rows, Step: own}, **chosen)
    assert judge(staircase_is_checked, underlag, derived) == []
    assert shown(table_of(equity_level, derived))["Nivå enligt Nationella rådets rekommendation"][0] == 1_730_000


def test_a_step_that_is_no_share_is_an_error() -> None:
    underlag, derived = read({Step: [{"share": 120}]}, equity_level="nationella rådets trappa")
    assert [finding.code for finding in judge(shares_are_shares, underlag, derived)] == ["equity_staircase_share"]
