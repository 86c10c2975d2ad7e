"""What a deviation's sign means: each column is the difference that the sentence under its table describes."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from component_cases import placed, read
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.blocks.block import tables_of
from generator.blocks.case import Case
from generator.figures.figure import Figure
from generator.figures.measures import is_deviation
from generator.figures.table import Cell, Table, TableRow
from generator.model.amounts import IncomeOrCost
from generator.model.association import CostSign, DeviationSign
from generator.model.registers import Activity, Note
from generator.subjects.fact_sheets import show as fact_sheets
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.subjects.investments import show as investments
from generator.subjects.investments.rows import Investment
from generator.subjects.operating_statement import show as operating_statement
from generator.subjects.operating_statement import show_deviations as deviation_analysis
from generator.subjects.registry import names_of
from generator.texts.figures import figure_texts
from generator.texts.reference import Reference

YEAR = 2020
COST, INCOME = "Verksamhetens kostnader", "Verksamhetens intäkter"
AMOUNT = st.integers(1, 30_000)
COSTS = {"Lön", "Lokal", "Nettokostnad", "Summa verksamhetens kostnader", "Finansiella kostnader"}
"""The rows that are costs, in the tables where income and costs stand beside each other."""
EVERY_SIGN = [(cost, deviation) for cost in CostSign for deviation in DeviationSign]


@st.composite
def cases(draw: st.DrawFn) -> dict[Any, list[dict[str, Any]]]:
    """An association with income and costs above and below the budget, investments, and an insats with accounts."""

    def typed(**row: Any) -> dict[str, Any]:
        return {**row, "this_year": draw(AMOUNT), "last_year": draw(AMOUNT), "budget": draw(AMOUNT)}

    return {
        Activity: [
            {"key": "Bidrag", "group": "finansiering"},
            {"key": "Team", "group": "individinriktad"},
            {"key": "Chef", "group": "administration"},
        ],
        Note: [{"key": "Intäkter"}, {"key": "Kostnader"}],
        IncomeOrCost: [
            typed(line=INCOME, activity="Bidrag", note="Intäkter", note_row="Bidrag"),
            typed(line=INCOME, activity="Team", note="Intäkter", note_row="Annat"),
            typed(line=COST, activity="Team", note="Kostnader", note_row="Lön"),
            typed(line=COST, activity="Chef", note="Kostnader", note_row="Lokal"),
            typed(line="Finansiella kostnader", activity="Bidrag"),
        ],
        Investment: [typed(name="Möbler"), typed(name="Datorer")],
        Insats: [{"key": "Teamet", "name": "Teamet", "activity": "Team"}],
        InsatsCost: [
            {"insats": "Teamet", "kind": "Löner", "reported": draw(AMOUNT), "budget": draw(AMOUNT)},
            {"insats": "Teamet", "kind": "Hyra", "reported": draw(AMOUNT), "budget": draw(AMOUNT)},
        ],
    }


def tables(case: Case) -> Iterator[Table]:
    """Every table that shows a deviation, in every layout."""
    for component, layout in (
        (operating_statement.COMPONENT, "sammandrag"),
        (operating_statement.COMPONENT, "per verksamhet"),
        (operating_statement.COMPONENT, "per kostnadsslag"),
        (deviation_analysis.COMPONENT, ""),
        (investments.COMPONENT, ""),
        (fact_sheets.COMPONENT, ""),
    ):
        yield from tables_of(placed(component, case, layout=layout))


def shown(cell: Cell) -> Decimal:
    return cell.of.amount * cell.sign if isinstance(cell.of, Figure) else Decimal(0)


def deviations(table: Table) -> Iterator[tuple[TableRow, Decimal, Decimal, Decimal]]:
    """Each row with what it shows of the outcome, the budget, and the deviation between them."""
    for row in table.rows:
        for at, column in enumerate(table.columns):
            if "Avvikelse" in (column.head, column.span) and isinstance(row.cells[at].of, Figure):
                yield row, *(shown(row.cells[place]) for place in (at - 2, at - 1, at))  # type: ignore[misc]


def described(table: Table, row: TableRow, outcome: Decimal, budget: Decimal) -> Decimal:
    """The deviation that the sentence under a table describes, computed by a reader of the two columns before it."""
    (sentence,) = (note for note in table.notes if note.startswith("Avvikelsen är "))
    is_cost = row.label in COSTS
    if "budget minus utfall" in sentence and ("för kostnader" not in sentence or is_cost):
        return budget - outcome
    if "med kostnader räknade utan minus" in sentence and is_cost:
        return -outcome - -budget
    return outcome - budget


@settings(max_examples=15, deadline=None)
@given(cases())
@pytest.mark.parametrize(("cost_sign", "deviation_sign"), EVERY_SIGN)
def test_a_deviation_is_the_difference_that_its_table_describes(
    cost_sign: CostSign, deviation_sign: DeviationSign, values: Any
) -> None:
    case, _ = read(values, cost_sign=cost_sign.value, deviation_sign=deviation_sign.value)
    titles = set()
    for table in tables(case):
        for row, outcome, budget, deviation in deviations(table):
            titles.add(table.title)
            assert deviation == described(table, row, outcome, budget), (table.title, row.label, table.notes)
    assert len(titles) >= 5


@settings(max_examples=15, deadline=None)
@given(cases())
@pytest.mark.parametrize(("cost_sign", "deviation_sign"), EVERY_SIGN)
def test_a_text_and_the_lists_tell_a_deviation_with_the_sign_of_its_table(
    cost_sign: CostSign, deviation_sign: DeviationSign, values: Any
) -> None:
    case, _ = read(values, cost_sign=cost_sign.value, deviation_sign=deviation_sign.value)
    assert case.derived is not None
    for table in tables(case):
        texts = figure_texts(names_of(case.derived, [table]), case.derived)
        cells = [(cell, cell.of) for row in table.rows for cell in row.cells if isinstance(cell.of, Figure)]
        for cell, figure in cells:
            if not is_deviation(figure.key) or figure.key not in case.derived.figures:
                continue
            assert texts.shown(figure).amount == shown(cell)
            said = texts.figure(Reference("", "avvikelse", (figure.key.code,)))
            assert isinstance(said, Figure)
            assert said.amount == shown(cell)
            assert sum(sign * part.amount for sign, part in said.operands) == said.amount


@pytest.mark.parametrize(("deviation_sign", "sign"), [(DeviationSign.BETTER, 1), (DeviationSign.MORE, -1)])
def test_an_insats_has_one_deviation_in_its_table_and_in_a_text(deviation_sign: DeviationSign, sign: int) -> None:
    kind = {"insats": "Teamet", "kind": "Löner", "reported": 90, "budget": 100}
    values: dict[Any, list[dict[str, Any]]] = {Insats: [{"key": "Teamet", "name": "Teamet"}], InsatsCost: [kind]}
    case, _ = read(values, deviation_sign=deviation_sign.value)
    (table,) = (table for table in tables(case) if any(column.head == "Avvikelse" for column in table.columns))
    assert case.derived is not None
    assert case.names is not None
    texts = figure_texts(case.names, case.derived)
    for said in (Reference("", "avvikelse", ("Teamet",)), Reference("", "Teamet", attribute="avvikelse")):
        figure = texts.figure(said)
        assert isinstance(figure, Figure)
        assert figure.amount == shown(table.rows[-1].cells[2]) == 10 * sign
    left = texts.figure(Reference("", "Överskott, Teamet"))
    assert isinstance(left, Figure)
    assert left.amount == 10
