"""A statement is said once: a line put into its value shows in its sums, layout, names and control cells."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.figures.declaration import Term
from generator.figures.engine import derive
from generator.figures.figure import FigureId, Figures
from generator.figures.layouts import Layouts
from generator.figures.naming import Names
from generator.figures.style import style_of
from generator.figures.sums import balance_sheet, cash_flow, income_statement
from generator.figures.table import build_table
from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.fact import Fact
from generator.model.facts import Facts
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, BALANCE_SHEET, TOTAL_ASSETS
from generator.statements.cash_flow import CASH_DIFFERENCE, CASH_FLOW, cash_flow_of
from generator.statements.income_statement import INCOME_STATEMENT, NET_RESULT, OPERATING_RESULT
from generator.statements.lines import LINES, STATEMENTS, code_of
from generator.statements.statement import CashChange, Kind, Line, LineGroup, Statement, StatementPart, Summed
from generator.subjects.overview.figures import net_financial_items
from generator.workbook.controls import Places, controls

YEAR = 2024
COST = Line("restructuring", "Omstrukturering", Kind.COST)
PLACES: Places = {
    Association: ("Uppgifter", 2, 30),
    IncomeOrCost: ("Resultat", 2, 99),
    BalanceItem: ("Balans", 2, 60),
    OpeningBalance: ("Balans", 70, 80),
    DirectAdjustment: ("Balans", 90, 95),
}


def with_line(statement: Statement, line: Line, after: str) -> Statement:
    """A copy of a statement with one line more."""
    return replace(statement, groups=tuple(_with_line(group, line, after) for group in statement.groups))


def _with_line(group: LineGroup, line: Line, after: str) -> LineGroup:
    def parts() -> Iterator[StatementPart]:
        for part in group.parts:
            yield _with_line(part, line, after) if isinstance(part, LineGroup) else part
            if isinstance(part, Line) and part.code == after:
                yield line

    return replace(group, parts=tuple(parts()))


def counts(sign: str, label: str, formula: str) -> bool:
    """Whether a formula adds (+) or subtracts (-) what is typed on a line."""
    return re.search(rf'[{sign}]SUMPRODUCT\(SUMIFS\([^()]*"{label}"', formula.replace("*(", "*(+")) is not None


def fact(line: str | Line, amount: int, year: int = YEAR, *, liquid: bool = False) -> Fact:
    line = line if isinstance(line, Line) else LINES[line]
    return Fact(line, year, Decimal(amount), Source(0, "Prov", amount, 1), liquid=liquid)


def layouts() -> Layouts:
    association = Association(name=Name("Provet"), year=YEAR)
    return Layouts(style_of(association, first_year=True), (), {})


def figures(income: Statement, balance: Statement, *facts: Fact) -> Figures:
    declared = (*income_statement(income), *balance_sheet(balance), *cash_flow(cash_flow_of(balance)))
    return derive(declared, Facts(facts), YEAR)


def test_an_inserted_income_line_is_summed_shown_named_and_controlled() -> None:
    income = with_line(INCOME_STATEMENT, COST, after="tax_income")
    found = figures(income, BALANCE_SHEET, fact("operating_income", 900), fact("tax_income", 50), fact(COST, 30))
    assert [found[FigureId(code, YEAR)].value for code in (OPERATING_RESULT, NET_RESULT)] == [920, 920]

    table = build_table(layouts().income_statement(income), found)
    assert [(row.label, row.cells[0].sign) for row in table.rows][2:5] == [
        ("Skatteintäkter", 1),
        ("Omstrukturering", -1),
        ("Verksamhetens resultat", 1),
    ]

    assert Names(found, YEAR).find("resultaträkning.omstrukturering", YEAR) is found[FigureId(code_of(COST), YEAR)]

    result, _, _ = controls(PLACES, 10, income)
    assert all(counts("-", "Omstrukturering", formula) for formula in result.formulas.values())


def test_an_inserted_financial_line_is_among_the_net_of_financial_items() -> None:
    line = Line("exchange_losses", "Kursförluster", Kind.COST)
    income = with_line(INCOME_STATEMENT, line, after="financial_costs")
    before, after = (net_financial_items(each).terms for each in (INCOME_STATEMENT, income))
    assert after == (*before, Term(-1, "income_statement.exchange_losses"))


@pytest.mark.parametrize(
    ("line", "after", "row"),
    [
        (Line("leases", "Nyttjanderätter", Kind.ASSET), "other_tangible_assets", "fixed_assets"),
        (Line("prepaid_costs", "Förutbetalda kostnader", Kind.ASSET), "receivables", "prepaid_costs"),
        (Line("deferred_income", "Förutbetalda intäkter", Kind.LIABILITY), "current_liabilities", "deferred_income"),
        (Line("guarantees", "Garantier", Kind.PROVISION), "other_provisions", "provisions"),
    ],
)
def test_an_inserted_balance_line_moves_cash_in_a_row_and_stands_on_its_side(line: Line, after: str, row: str) -> None:
    balance = with_line(BALANCE_SHEET, line, after)
    cash = -40 * line.sign
    found = figures(
        INCOME_STATEMENT,
        balance,
        fact("operating_income", 100),
        fact("cash_and_bank", 100 + cash, liquid=True),
        fact(line, 40),
    )
    assert found[FigureId(TOTAL_ASSETS, YEAR)].amount == 100 + (0 if line.sign > 0 else 40)
    assert found[FigureId(BALANCE_DIFFERENCE, YEAR)].amount == found[FigureId(CASH_DIFFERENCE, YEAR)].amount == 0
    assert found[FigureId(f"cash_flow.{row}", YEAR)].amount == cash

    table = build_table(layouts().balance_sheet(found, balance), found)
    assert line.label in [shown.label for shown in table.rows]

    *_, difference = controls(PLACES, 10, balance=balance)
    sign = "+" if line.sign > 0 else "-"
    assert all(counts(sign, line.label, formula) for formula in difference.formulas.values())


def test_every_balance_but_cash_moves_in_one_row_of_the_cash_flow() -> None:
    moved = [code for group in CASH_FLOW.groups for change in _changes(group) for code in _balances(change)]
    lines = {code_of(line) for line in BALANCE_SHEET.lines if line.sign and line.kind is not Kind.EQUITY}
    assert sorted(moved) == sorted(lines)


def _changes(group: LineGroup) -> Iterator[CashChange]:
    for part in group.parts:
        match part:
            case LineGroup():
                yield from _changes(part)
            case Summed():
                yield from (each for each in part.parts if isinstance(each, CashChange))
            case CashChange():
                yield part


def _balances(change: CashChange) -> Iterator[str]:
    """The codes of the lines whose change a row tells; a group's sum stands for its lines."""
    sums = {part.total.code: part.lines for side in BALANCE_SHEET.groups for part in side.groups}
    for code in (code_of(change.line),) if change.line else change.of:
        yield from (code_of(line) for line in sums[code]) if code in sums else (code,)


@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.key)
def test_the_lines_of_a_statement_are_all_of_a_period_or_all_of_a_day(statement: Statement) -> None:
    assert {line.is_flow for line in statement.lines} <= {statement.flow}
