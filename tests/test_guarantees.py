"""What holds because of how a report is made, shown for underlag at random; the rule book lists each by its test."""

import ast
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from random_flows import Ledger, for_any_books
from random_underlag import (
    BALANCES,
    MEMBERS_LINE,
    MEMBERS_ROW,
    YEAR,
    Drawn,
    for_any_members,
    for_any_underlag,
    of_kind,
)

from generator.checks.amounts import balance_sheet_balances
from generator.checks.guarantees import GUARANTEES
from generator.figures.figure import Figure, FigureId, Missing
from generator.figures.table import ROUNDING_SENTENCE, Cell, RowKind, Table, shown_number
from generator.ground.formatting import KRONOR, MINUS
from generator.model.amounts import BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.statements.balance_sheet import ADJUSTMENTS
from generator.statements.cash_flow import CLOSING_CASH, LIQUID
from generator.statements.income_statement import DEPRECIATION, NET_RESULT
from generator.statements.lines import BALANCE_LINES, INCOME_LINES, code_of
from generator.statements.statement import Kind
from generator.subjects.members.rows import Member
from generator.subjects.overview.figures import CODES
from generator.subjects.overview.rows import KNOWN
from generator.view.table import table_view

pytestmark = pytest.mark.slow

BALANCES_OF_CASH = {LIQUID, CLOSING_CASH, NET_RESULT, DEPRECIATION, ADJUSTMENTS}
"""What the cash flow shows of other statements: amounts that are no movements of its own."""
YEARS = (("this_year", YEAR), ("last_year", YEAR - 1))


def result(drawn: Drawn, field: str) -> Decimal:
    """The year's result, added without the program."""
    income = drawn.typed(IncomeOrCost, field, *of_kind(INCOME_LINES, Kind.INCOME))
    return income - drawn.typed(IncomeOrCost, field, *of_kind(INCOME_LINES, Kind.COST))


def equity(drawn: Drawn, year: int) -> Decimal:
    """The closing equity of a year, added without the program."""
    rows = [row["amount"] for row in drawn.values[OpeningBalance] if row["line"] == "Eget kapital"]
    rows += [row["amount"] for row in drawn.values[DirectAdjustment] if row["year"] <= year]
    results = [result(drawn, field) for field, each in YEARS if each <= year]
    return sum((*rows, *results), start=Decimal(0))


def gap(drawn: Drawn, field: str, year: int) -> Decimal:
    """Assets less equity and liabilities, added without the program."""
    debts = of_kind(BALANCES, Kind.PROVISION, Kind.LIABILITY)
    assets = drawn.typed(BalanceItem, field, *of_kind(BALANCES, Kind.ASSET))
    return assets - drawn.typed(BalanceItem, field, *debts) - equity(drawn, year)


@for_any_underlag
def test_the_balance_sheet_balances_or_says_the_difference(drawn: Drawn) -> None:
    told = [finding for finding in balance_sheet_balances(drawn.case) if finding.sides]
    differences = {finding.sides.difference for finding in told if finding.sides and "balance" in finding.code}
    for field, year in YEARS:
        shown = drawn.value("balance_sheet.total_assets", year) - drawn.value(
            "balance_sheet.total_equity_and_liabilities", year
        )
        missing = gap(drawn, field, year)
        if not missing:
            assert shown == 0
        else:
            assert missing in differences
            if not any(finding.code == "balance_differs" for finding in told):
                assert shown == 0, "the row Avrundning makes the printed totals equal"


@for_any_underlag
def test_equity_is_opening_equity_and_results(drawn: Drawn) -> None:
    for _, year in YEARS:
        assert drawn.value("balance_sheet.equity", year) == equity(drawn, year)


@for_any_underlag
def test_the_cash_flow_reaches_the_closing_cash(drawn: Drawn) -> None:
    for field, year in YEARS:
        cash = sum(
            row[field] or 0 for row in drawn.values[BalanceItem] if row["line"] == "Kassa och bank" and row.get(field)
        )
        assert drawn.value("cash_flow.liquid_assets", year) == cash
        moved = cash - drawn.value("cash_flow.liquid_assets", year - 1)
        parts = sum(drawn.value(f"cash_flow.{part}", year) for part in ("operating", "investing", "financing"))
        assert moved - parts == drawn.value("cash_flow.difference", year)
        if year == YEAR and not gap(drawn, *YEARS[0]) and not gap(drawn, *YEARS[1]):
            assert drawn.value("cash_flow.difference", year) == 0
            assert drawn.value("cash_flow.closing", year) == cash


@for_any_underlag
def test_a_note_sums_to_its_line(drawn: Drawn) -> None:
    for note in drawn.derived.notes:
        (line,) = note.lines
        statement = "income_statement" if line.is_flow else "balance_sheet"
        model = IncomeOrCost if line.is_flow else BalanceItem
        for field, year in YEARS:
            rows = sum(drawn.value(row.code, year) for row in note.rows)
            unnoted = sum(
                row.get(field) or 0 for row in drawn.values[model] if row["line"] == line.label and not row.get("note")
            )
            assert drawn.value(note.code, year) == rows
            assert rows + unnoted == drawn.typed(model, field, line) == drawn.value(f"{statement}.{line.code}", year)


@for_any_books
def test_what_is_bought_sold_or_borrowed_is_one_amount_everywhere(ledger: Ledger, drawn: Drawn) -> None:
    def value(code: str, year: int) -> Decimal:
        figure = drawn.derived.figures.get(FigureId(code, year))
        return figure.amount if figure else Decimal(0)

    for year, books in ledger.years.items():
        assert value("investments.total", year) == books.bought
        assert value("cash_flow.purchases", year) + value("cash_flow.financial_purchases", year) == -books.bought
        assert value("cash_flow.disposal_results", year) == -books.gains
        assert value("cash_flow.investing", year) == books.flows["investing"]
        assert value("cash_flow.financing", year) == books.flows["financing"]
        assert value("cash_flow.provision_payments", year) == books.flows["payments"]
        assert value("income_statement.net_result", year) == books.result
        for note in drawn.derived.notes:
            for line in note.lines:
                assert value(note.code, year) == value(code_of(line), year)


@for_any_underlag
def test_the_operating_statement_has_the_result_of_the_income_statement(drawn: Drawn) -> None:
    for field, year in YEARS:
        assert drawn.value("operating_statement.result", year) == result(drawn, field)
        assert drawn.value("income_statement.net_result", year) == result(drawn, field)


@for_any_underlag
def test_the_overview_has_the_figures_of_the_statements(drawn: Drawn) -> None:
    (overview,) = [table for table in drawn.tables if table.key == "overview"]
    rows = {row.label: row for row in overview.rows}
    assert set(rows) == set(KNOWN) == set(CODES)
    for name, code in CODES.items():
        for cell, year in zip(rows[name].cells, (YEAR, YEAR - 1), strict=False):
            shown = cell.of
            assert isinstance(shown, Figure)
            assert shown.value == drawn.derived.figures[FigureId(code, year)].value


SHOWN_CONTRIBUTIONS = {
    "members": "Totalt medlemsbidrag",
    "operating_statement": "Medlemsbidrag",
    "equity_level": "Årets medlemsbidrag",
    "overview": "Medlemsbidrag",
}
"""The row of each table that shows what the members give, whatever else it shows."""


@for_any_members
def test_the_contributions_are_one_number_in_all_tables(drawn: Drawn) -> None:
    for field, year in YEARS:
        typed = [row[field] for row in drawn.values[Member] if row[field] is not None]
        given = sum(typed, start=Decimal(0))
        if typed:
            assert contributions_shown(drawn, year) == {key: {given} for key in SHOWN_CONTRIBUTIONS}
        other = drawn.typed(IncomeOrCost, field, *of_kind(INCOME_LINES, Kind.INCOME))
        costs = drawn.typed(IncomeOrCost, field, *of_kind(INCOME_LINES, Kind.COST))
        line = drawn.typed(IncomeOrCost, field, MEMBERS_LINE)
        assert drawn.value("income_statement.operating_income", year) == line + given
        assert drawn.value("operating_statement.result", year) == other + given - costs
        noted = sum(row[field] or 0 for row in drawn.values[Member] if row["note"])
        assert sum(note_row(drawn, year)) == noted
        if FigureId("operating_statement.all.income", year) in drawn.derived.figures:
            assert drawn.value("operating_statement.all.income", year) == other + given
            assert drawn.value("operating_statement.all.costs", year) == costs
            assert drawn.value("cost_distribution.total", year) == costs


def contributions_shown(drawn: Drawn, year: int) -> dict[str, set[object]]:
    """What each table shows as the year's contributions."""
    found: dict[str, set[object]] = {}
    for table in drawn.tables:
        rows = [row for row in table.rows if row.label == SHOWN_CONTRIBUTIONS.get(table.key)]
        for figure in (cell.of for row in rows for cell in row.cells):
            if isinstance(figure, Figure) and figure.unit == KRONOR and figure.key[1:] == (year, ""):
                found.setdefault(table.key, set()).add(figure.value)
    return found


def note_row(drawn: Drawn, year: int) -> list[Decimal]:
    """The amounts of the members' row of the notes."""
    rows = [row for note in drawn.derived.notes for row in note.rows if row.label == MEMBERS_ROW]
    return [drawn.value(row.code, year) for row in rows]


def texts(table: Table) -> list[tuple[Cell, str]]:
    view = table_view(table, "t", ())
    return [
        (cell, text)
        for row, shown in zip(table.rows, view.rows, strict=True)
        for cell, text in zip(row.cells, shown.cells, strict=True)
        if row.kind is not RowKind.HEADING
    ]


@for_any_underlag
def test_the_same_figure_is_printed_alike_everywhere(drawn: Drawn) -> None:
    printed: dict[tuple[object, ...], set[str]] = defaultdict(set)
    for table in drawn.tables:
        for cell, text in texts(table):
            if isinstance(cell.of, Figure) and not isinstance(cell.of.value, Missing):
                printed[cell.of.key, table.unit, table.decimals].add(text.lstrip(MINUS))
    assert all(len(shown) == 1 for shown in printed.values())


@for_any_underlag
def test_nil_and_nothing_have_a_sign_each(drawn: Drawn) -> None:
    for table in drawn.tables:
        for cell, text in texts(table):
            if not isinstance(cell.of, Figure) or cell.of.unit != KRONOR or cell.of.label == "Avrundning":
                continue
            amounts = [fact.amount for fact in cell.of.leaves()]
            if text == "–":
                assert not amounts or (table.key == "cash_flow" and not any(amounts)), (table.title, cell.of.key)
            elif not text.strip("0,"):
                assert amounts, (table.title, cell.of.key)
                assert isinstance(cell.of.value, Decimal)
                assert any(amounts) or table.key != "cash_flow" or cell.of.key.code in BALANCES_OF_CASH


@for_any_underlag
def test_rounding_that_shows_is_told(drawn: Drawn) -> None:
    """By hand, for the table with sums down and across: income less costs is net, outcome less budget the deviation."""
    for table in (table for table in drawn.tables if table.key == "operating_by_activity"):
        numbers = [[shown_number(cell, table) for cell in row.cells] for row in table.rows]
        lines = [[each if isinstance(each, Decimal) else Decimal(0) for each in row] for row in numbers]
        down = all(sum(column[:-1]) == column[-1] for column in zip(*lines, strict=True))
        heads = [(column.span, column.head) for column in table.columns]
        across = all(_adds_across(dict(zip(heads, line, strict=True))) for line in lines)
        assert (down and across) == (ROUNDING_SENTENCE not in table.notes)


def _adds_across(line: dict[tuple[str, str], Decimal]) -> bool:
    """Whether a row's shown numbers add up; costs stand with minus, and plus is better than budget."""
    nets = {span: amount for (span, head), amount in line.items() if head == "Netto"}
    outcome = f"Utfall {YEAR}"
    budget = next((amount for span, amount in nets.items() if "udget" in span and span != "Avvikelse"), None)
    sums = (sum(line.get((span, head), Decimal(0)) for head in ("Intäkt", "Kostnad")) for span in nets)
    spans = [span for span in nets if span.startswith("Utfall")]
    adds = all(total == nets[span] for span, total in zip(nets, sums, strict=True) if span in spans)
    return adds and (budget is None or nets[outcome] - budget == nets["Avvikelse"])


def test_every_guarantee_names_its_test_and_every_test_is_named() -> None:
    tree = ast.parse(Path(__file__).read_text(encoding="utf-8"))
    properties = {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list and node.args.args
    }
    assert {guarantee.test for guarantee in GUARANTEES} == properties
    assert len(BALANCE_LINES) > len(BALANCES)
