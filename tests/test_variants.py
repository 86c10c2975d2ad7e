"""Small variants of parts: verdicts on areas, goals in two columns, electronic signatures, rows that are nil."""

from typing import Any

import pytest
from component_cases import Values, placed, read, told

from generator.blocks.block import Component
from generator.blocks.text_table import Marked, Prose, TextTable
from generator.figures.figure import FigureId
from generator.figures.table import build_table
from generator.findings.message import message
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.subjects.auditors import show_signatures as auditors_signatures
from generator.subjects.auditors.rows import Auditor
from generator.subjects.balance_requirement import show as balance_requirement
from generator.subjects.board import show_signatures as signatures
from generator.subjects.board.rows import BoardMember
from generator.subjects.board.show_signatures import Signatures
from generator.subjects.equity_level import show as equity_level
from generator.subjects.goals import show as goals
from generator.subjects.goals.rows import AreaVerdict, Goal
from generator.subjects.goals.rules import verdicts_have_goals

Rows = list[dict[str, Any]]

GOALS: Rows = [
    {"area": "Ekonomi", "goal": "Balans", "activity": "Uppföljning", "target": "0 kr", "assessment": "uppfyllt"},
    {"area": "Ekonomi", "goal": "Buffert", "assessment": "ej uppfyllt"},
]


def table(values: Values, layout: str = "") -> TextTable:
    case, findings = read(values)
    assert findings == []
    (block,) = placed(goals.COMPONENT, case, layout=layout)
    assert isinstance(block.content, TextTable)
    return block.content


def test_the_verdict_on_an_area_stands_last_in_its_table() -> None:
    verdict: Rows = [{"area": "ekonomi", "assessment": "delvis uppfyllt", "comment": "Ett av två."}]
    last = table({Goal: GOALS, AreaVerdict: verdict}).rows[-1]
    assert last.cells[0] == Prose("**Samlad bedömning**")
    assert last.cells[-1] == Marked("half", "Delvis uppfyllt", Prose("Ett av två."))


def test_a_verdict_is_no_goal_that_is_counted() -> None:
    case, _ = read({Goal: GOALS, AreaVerdict: [{"area": "Ekonomi", "assessment": "uppfyllt"}]})
    assert case.derived is not None
    assert case.derived.figures[FigureId("goals.total", 2020)].value == 2


def test_in_two_columns_the_goal_has_beneath_it_what_else_is_told() -> None:
    two = table({Goal: GOALS}, "Två kolumner")
    assert [column.head for column in two.columns] == ["Delmål", "Måluppfyllelse"]
    assert two.rows[0].cells[0] == Prose("Balans\n\nUppföljning\n\nMålvärde: 0 kr")
    assert two.rows[1].cells[0] == Prose("Buffert")


def test_a_verdict_without_goals_and_a_second_verdict_are_told_of() -> None:
    rows: Rows = [
        {"area": "Ekonomi", "assessment": "uppfyllt"},
        {"area": "ekonomi", "assessment": "ej uppfyllt"},
        {"area": "Ekonmi", "assessment": "uppfyllt"},
    ]
    case, _ = read({Goal: GOALS, AreaVerdict: rows})
    first, second = told(verdicts_have_goals, case)
    assert first.what.startswith("Området ”Ekonomi” har en samlad bedömning även i cell A")
    assert second.what == "Inget mål hör till området ”Ekonmi”. Menade du ”Ekonomi”?"


def signed(component: Component, layout: str) -> Signatures:
    case, findings = read({BoardMember: [{"name": "Ada Berg"}], Auditor: [{"name": "Bo Dahl"}]})
    assert findings == []
    (block,) = placed(component, case, layout=layout)
    assert isinstance(block.content, Signatures)
    return block.content


def test_signatures_are_electronic_only_on_request() -> None:
    for component in (signatures.COMPONENT, auditors_signatures.COMPONENT):
        assert signed(component, "Elektroniska").electronic
        assert not signed(component, "").electronic
        assert not signed(component, "linje").electronic


BOOKS: Values = {
    IncomeOrCost: [{"line": "Verksamhetens kostnader", "this_year": 50, "last_year": 40}],
    BalanceItem: [
        {"line": "Maskiner och inventarier", "this_year": 0, "last_year": 0, "show_nil": True},
        {"line": "Kassa och bank", "this_year": 10, "last_year": 60},
    ],
    OpeningBalance: [{"line": "Eget kapital", "amount": 100}, {"line": "Kassa och bank", "amount": 100}],
}


def labels(component: Component, layout: str) -> tuple[int, list[str]]:
    case, findings = read(BOOKS)
    assert [message(each).what for each in findings] == []
    (block,) = placed(component, case, layout=layout)
    assert block.table is not None
    return len(block.table.columns), [row.label for row in block.table.rows]


def test_the_balance_requirement_shows_all_rows_or_one_year_on_request() -> None:
    assert labels(balance_requirement.COMPONENT, "")[0] == 2
    assert len(labels(balance_requirement.COMPONENT, "")[1]) == 3
    assert (labels(balance_requirement.COMPONENT, "alla poster, två år")[0]) == 2
    years, rows = labels(balance_requirement.COMPONENT, "alla poster, ett år")
    assert years == 1
    assert len(rows) == 8


def test_equity_may_stand_without_the_level() -> None:
    assert len(labels(equity_level.COMPONENT, "mot nivån")[1]) == 5
    assert labels(equity_level.COMPONENT, "utan nivå")[1][-1] == "Eget kapital i procent av bidragen"


def test_a_line_that_is_nil_stands_in_the_balance_sheet_where_it_is_asked_for() -> None:
    case, _ = read(BOOKS)
    assert case.derived is not None
    sheet = build_table(case.derived.layouts().balance_sheet(case.derived.figures), case.derived.figures)
    shown = [row.label for row in sheet.rows]
    assert shown[:3] == ["Tillgångar", "Anläggningstillgångar", "Maskiner och inventarier"]
    assert "Fordringar" not in shown


@pytest.mark.parametrize(("show_nil", "shown"), [(True, True), (False, False)])
def test_a_sub_item_that_is_nil_stands_where_it_is_asked_for(show_nil: bool, shown: bool) -> None:  # noqa: FBT001 - parameters of the test
    amounts = [
        {"line": "Avskrivningar", "sub_item": "Datorer", "this_year": 10, "last_year": 5},
        {"line": "Avskrivningar", "sub_item": "Bilar", "this_year": 0, "last_year": 0, "show_nil": show_nil},
    ]
    case, problems = read({IncomeOrCost: amounts})
    assert problems == []
    assert case.derived is not None
    table = build_table(case.derived.layouts().income_statement(), case.derived.figures)
    assert ("varav Bilar" in [row.label for row in table.rows]) == shown
