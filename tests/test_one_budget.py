"""An insats has one budget wherever the report shows it: its own, or that of the activity that is its alone."""

from decimal import Decimal
from typing import Any

import pytest
from small_underlag import Values, examined
from test_false_alarms import with_insats

from generator.blocks.block import tables_in
from generator.blocks.text_table import Lines, TextTable, Valued
from generator.figures.figure import Figure, FigureId
from generator.model.amounts import IncomeOrCost
from generator.model.registers import OutlineBlock
from generator.pipeline import Examination
from generator.subjects.activities.rows import CostSplit
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost


def shown(values: Values) -> Examination:
    for part in ({"content": "Faktablad", "layout": "tabell"}, {"content": "Insatsernas ekonomi"}):
        values[OutlineBlock].append({"level": 1, "heading": part["content"], **part})
    return examined(values)


def in_fact_sheet(examination: Examination) -> Decimal | None:
    """The budget of the fact sheet's table."""
    tables = [block.content for block in examination.whole.blocks if isinstance(block.content, TextTable)]
    cells = [row.cells for table in tables for row in table.rows if row.cells[0] == Lines(("Budget",))]
    found = [cell.amount.of.amount for _, cell in cells if isinstance(cell, Valued)]
    return found[0] if found else None


def in_table(examination: Examination) -> list[Decimal | None]:
    """The budget column of the table of all insatser."""
    tables = tables_in(tuple(block.table for block in examination.whole.blocks))
    (table,) = (table for table in tables if table.title == "Insatsernas ekonomi")
    cells = [row.cells[0].of for row in table.rows]
    return [each.amount if isinstance(each, Figure) and each.leaves() else None for each in cells]


@pytest.mark.parametrize(
    ("insats", "cost", "budget"),
    [
        ({}, {}, "600.00"),
        ({"budget": Decimal("550.00")}, {}, "550.00"),
        ({}, {"budget": Decimal("500.00")}, "500.00"),
    ],
)
def test_the_budget_is_one_in_fact_sheet_and_table(insats: dict[str, Any], cost: dict[str, Any], budget: str) -> None:
    values = with_insats(reason="x", **insats)
    values[InsatsCost][0] |= cost
    made = shown(values)
    assert [in_fact_sheet(made)] == in_table(made) == [Decimal(budget)]


def test_the_revised_budget_is_the_one_where_the_report_shows_it() -> None:
    values = with_insats(reason="x")
    values[IncomeOrCost][1]["budget_revised"] = Decimal("620.00")
    values[next(iter(values))][0]["budget_shown"] = "reviderad"
    made = shown(values)
    assert [in_fact_sheet(made)] == in_table(made) == [Decimal("620.00")]


def test_insatser_that_share_an_activity_do_not_each_have_its_budget() -> None:
    values = with_insats(reason="x")
    values[Insats].append({"key": "Träffen", "activity": "Stödet", "budget": Decimal("100.00")})
    made = shown(values)
    assert in_table(made)[0] is None


def test_a_budget_of_which_a_part_is_anothers_is_not_the_insatss() -> None:
    values = with_insats(reason="x")
    values[CostSplit] = [{"from_activity": "Kansli", "to_activity": "Stödet", "share": Decimal("0.1")}]
    made = shown(values)
    assert in_table(made) == [in_fact_sheet(made)] == [None]


def test_the_budget_can_be_told_in_a_text_and_is_made_of_the_one_cell() -> None:
    made = examined(with_insats(reason="x"))
    assert made.derived is not None
    figure = made.derived.figures[FigureId("insats.stödet.budget", 2020)]
    assert [typed.source.cell for typed in figure.leaves()] == ["J6"]
