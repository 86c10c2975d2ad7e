"""The multi-year overview: several of them, shares beside amounts, rows out of notes, headings, and signs of costs."""

from decimal import Decimal
from typing import Any

import pytest
from component_cases import placed, read, told
from small_underlag import Values, examined, findings, small

from generator.blocks.block import Placement
from generator.blocks.case import Case
from generator.blocks.chart import Chart
from generator.figures.style import Wishes
from generator.figures.table import Cell, RowKind, Table, shown_number
from generator.findings.message import message
from generator.ground.names import Name
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.association import Width
from generator.model.registers import Activity, Note
from generator.subjects.overview import rules, rules_older_years
from generator.subjects.overview import show as overview
from generator.subjects.overview.rows import KeyFigure
from generator.view.chart import chart_view

Rows = list[dict[str, Any]]

BOOKS: dict[Any, Rows] = {
    Activity: [{"key": "Bidrag", "group": "finansiering"}],
    Note: [{"key": "Intäkter"}],
    IncomeOrCost: [
        {
            "line": "Verksamhetens intäkter",
            "activity": "Bidrag",
            "note": "Intäkter",
            "note_row": "Bidrag",
            "this_year": 1000,
            "last_year": 800,
        },
        {
            "line": "Verksamhetens intäkter",
            "note": "Intäkter",
            "note_row": "EU-medel",
            "this_year": 70,
            "last_year": 30,
        },
        {"line": "Verksamhetens kostnader", "this_year": 900, "last_year": 700},
    ],
    BalanceItem: [{"line": "Kassa och bank", "this_year": 500, "last_year": 330}],
    OpeningBalance: [{"line": "Eget kapital", "amount": 200}, {"line": "Kassa och bank", "amount": 200}],
}


def case_of(*figures: dict[str, Any]) -> Case:
    case, findings = read(BOOKS | {KeyFigure: list(figures)})
    assert [message(each).what for each in findings] == []
    return case


def table_of(case: Case, name: str = "", wishes: Wishes | None = None) -> Table:
    assert case.derived is not None
    (block,) = overview.COMPONENT.blocks(Placement(case.derived, 1, Name(name), wishes=wishes or Wishes()))
    assert block.table is not None
    return block.table


def words(cell: Cell, table: Table) -> str:
    number = shown_number(cell, table)
    beside = f" ({shown_number(Cell(cell.beside), table)})" if cell.beside else ""
    return f"{number}{beside}" if isinstance(number, Decimal) else "-"


def rows(table: Table) -> list[list[str]]:
    return [[row.label, *(words(cell, table) for cell in row.cells)] for row in table.rows]


EQUITY = {"key": "Eget kapital", "third_year": 200, "fourth_year": 90}
CONTRIBUTIONS = {"key": "Medlemsbidrag", "third_year": 500, "fourth_year": 900}


def test_an_amount_stands_with_its_share_of_another_key_figure_in_all_years() -> None:
    case = case_of(EQUITY | {"share_of": "medlemsbidrag", "label": "Kapital (andel)"}, CONTRIBUTIONS)
    table = table_of(case)
    assert rows(table)[0] == ["Kapital (andel)", "500 (0.50)", "330 (0.41)", "200 (0.40)", "90 (0.10)"]


def test_a_key_figure_of_ones_own_is_taken_from_a_row_of_a_note() -> None:
    table = table_of(case_of({"key": "Projektmedel", "from_row": "eu-medel", "third_year": 5}))
    assert rows(table) == [["Projektmedel", "70", "30", "5"]]


def test_two_overviews_share_a_key_figure_that_is_typed_once() -> None:
    case = case_of(
        EQUITY | {"overview": "Ett"},
        CONTRIBUTIONS | {"overview": "Två"},
        {"key": "Eget kapital", "label": "Utgående", "overview": "Två"},
    )
    assert [row[0] for row in rows(table_of(case, "ett"))] == ["Eget kapital"]
    assert rows(table_of(case, "Två"))[1] == ["Utgående", "500", "330", "200", "90"]
    assert overview.names(case.underlag) == {
        Name("Ett"): ("Ett: Eget kapital",),
        Name("Två"): ("Två: Medlemsbidrag", "Två: Eget kapital"),
    }


def test_a_heading_parts_the_table_and_has_no_figures() -> None:
    table = table_of(case_of(EQUITY, {"key": "Tilläggsuppgifter", "unit": "rubrik"}, CONTRIBUTIONS))
    assert [row.kind for row in table.rows] == [RowKind.ROW, RowKind.HEADING, RowKind.ROW]
    assert [cell.of for cell in table.rows[1].cells] == ["", "", "", ""]


def test_costs_stand_with_a_minus_only_where_the_placement_asks_for_it() -> None:
    case = case_of({"key": "Verksamhetens kostnader", "third_year": 10}, EQUITY)
    assert rows(table_of(case))[0][:4] == ["Verksamhetens kostnader", "900", "700", "10"]
    signed = rows(table_of(case, wishes=Wishes(cost_sign="med minus")))
    assert signed[0][:4] == ["Verksamhetens kostnader", "-900", "-700", "-10"]
    assert signed[1][:2] == ["Eget kapital", "500"]


def test_what_is_taken_from_a_note_is_not_read_where_it_is_typed() -> None:
    case = case_of({"key": "Projektmedel", "from_row": "EU-medel", "this_year": 999})
    assert rows(table_of(case))[0][1] == "70"
    (said,) = told(rules.derived_is_not_typed, case)
    assert said.what == "Projektmedel räknas fram för i år och i fjol. Det inskrivna 999 läses inte."


def test_a_year_that_is_typed_on_two_rows_is_an_error_with_both_cells() -> None:
    case = case_of(EQUITY, {"key": "eget kapital", "third_year": 200})
    (said,) = told(rules.years_are_typed_once, case)
    assert said.place.cell == "E6"
    assert said.what == "eget kapital har värden för samma år även i cell E5. De skulle läggas ihop."


RESULTS: Rows = [
    {"key": "Verksamhetens intäkter", "third_year": 1000},
    {"key": "Kostnader inklusive finansiella kostnader", "third_year": 900},
    {"key": "Årets resultat", "third_year": 100},
]


@pytest.mark.parametrize(
    ("result", "net", "operating", "told_of"),
    [
        (100, None, None, ""),
        (140, None, None, "1 000"),
        (140, 40, None, ""),
        (140, 30, 890, ""),
        (140, 30, 900, "130"),
        (110, 40, None, "140"),
        (100, -5, 895, ""),
        (105, -5, 900, "100"),
    ],
)
def test_income_less_costs_is_the_result_but_for_financial_income(
    result: int, net: int | None, operating: int | None, told_of: str
) -> None:
    figures = [*RESULTS[:2], RESULTS[2] | {"third_year": result}]
    figures += [{"key": "Finansnetto", "third_year": net}] if net is not None else []
    figures += [{"key": "Verksamhetens kostnader", "third_year": operating}] if operating is not None else []
    said = [each.what for each in told(rules_older_years.older_results_add_up, case_of(*figures))]
    assert len(said) == bool(told_of)
    assert not said or ("finansiella intäkter" in said[0]) is (net is not None)
    assert not said or told_of in said[0].replace("\u00a0", " ") or net is None


RESULT = {"key": "Årets resultat", "third_year": 110, "fourth_year": 30}


def test_equity_of_each_older_year_follows_from_the_year_before_and_the_result() -> None:
    fifth = EQUITY | {"fifth_year": 60}
    for rounding in (0, 1):
        rounded = fifth | {"fifth_year": 60 + rounding}
        assert told(rules_older_years.older_equity_follows, case_of(rounded, RESULT)) == []
    for changed, years in (
        ({"fifth_year": 62}, ["2017"]),
        ({"fourth_year": 100}, ["2018", "2017"]),
        ({"third_year": 210}, ["2018", "2018"]),
    ):
        said = told(rules_older_years.older_equity_follows, case_of(fifth | changed, RESULT))
        assert [each.what[:4] for each in said] == years, changed


def test_names_that_there_are_not_are_told_with_the_nearest() -> None:
    case = case_of(EQUITY | {"share_of": "Medlemsbidragen"}, CONTRIBUTIONS, {"key": "Eget", "from_row": "EUmedel"})
    said = [each.what for each in told(rules.named_rows_are_there, case)]
    assert said == [
        "Inget nyckeltal i fliken heter ”Medlemsbidragen”. Menade du ”Medlemsbidrag”?",
        "Ingen rad i någon not heter ”EUmedel”. Menade du ”EU-medel”?",
    ]


def test_nothing_is_placed_without_rows() -> None:
    case, _ = read(BOOKS | {KeyFigure: []})
    assert placed(overview.COMPONENT, case) == []


def two_years_back(**overview: Any) -> Values:
    """The small underlag with the costs of 2018 typed by activity, and in the overview too."""
    values = small()
    for row, amount in zip(values[IncomeOrCost][1:], ("800.00", "500.50", "100.00"), strict=True):
        row["year_before"] = Decimal(amount)
    values[KeyFigure] = [
        {"key": "Verksamhetens kostnader", "third_year": Decimal("1400.50")} | overview,
        {"key": "Verksamhetens intäkter", "third_year": Decimal("1600.00")},
    ]
    return values


@pytest.mark.parametrize(
    ("overview", "told_of"),
    [
        ({}, False),
        ({"third_year": Decimal(1401)}, False),
        ({"third_year": Decimal(1410)}, True),
        ({"third_year": None, "fourth_year": Decimal(1410)}, False),
        ({"key": "Kostnader inklusive finansiella kostnader", "third_year": Decimal("1405.50")}, True),
        ({"key": "Egen kostnad", "third_year": Decimal(1)}, False),
    ],
)
def test_the_year_before_last_cost_one_amount_in_all_tables(overview: dict[str, Any], told_of: bool) -> None:  # noqa: FBT001
    found = findings(two_years_back(**overview)).get("overview_year_before")
    assert bool(found) is told_of
    if found:
        assert [place.cell for place in found.subjects] == ["E5", "I6", "I7", "I8"]
        assert "1 400,50 kr i fliken Intäkter och kostnader (cellerna I6–I8)" in message(found).what.replace(
            "\u00a0", " "
        )


def in_years(*rows: tuple[str, str, str]) -> list[str]:
    """The cells told to be in another unit, of key figures with two older years."""
    values = small()
    values[KeyFigure] = [
        {"key": key, "third_year": Decimal(third), "fourth_year": Decimal(fourth)} for key, third, fourth in rows
    ]
    return [
        place.cell
        for finding in examined(values).findings
        if finding.code == "overview_other_unit"
        for place in finding.subjects
    ]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        ([("Verksamhetens intäkter", "1800", "1700"), ("Årets resultat", "50", "-30")], []),
        ([("Verksamhetens intäkter", "1.8", "1700"), ("Årets resultat", "0.5", "-30")], ["E5", "E6"]),
        ([("Verksamhetens intäkter", "1.8", "1.7"), ("Årets resultat", "150", "-130")], ["E5", "F5"]),
        ([("Verksamhetens intäkter", "1800000", "1700000")], ["E5", "F5"]),
        ([("Verksamhetens intäkter", "1800", "1700"), ("Årets resultat", "0.5", "0.4")], []),
        ([("Årets resultat", "0.5", "0.4")], []),
    ],
)
def test_older_years_in_thousands_beside_kronor_are_told_with_their_cells(
    rows: list[tuple[str, str, str]], cells: list[str]
) -> None:
    assert in_years(*rows) == cells


def test_the_overview_is_drawn_from_the_oldest_year_with_costs_upwards_beside_the_income() -> None:
    older = {"third_year": 700, "fourth_year": 600}
    case = case_of(
        {"key": "Verksamhetens intäkter", **older},
        {"key": "Verksamhetens kostnader", **older},
        {"key": "Årets resultat"},
    )
    assert case.derived is not None
    placement = Placement(case.derived, 1, layout=Name("med diagram"), wishes=Wishes(cost_sign="med minus"))
    *drawn, table = overview.COMPONENT.blocks(placement)
    charts = [block.content for block in drawn]
    assert [block.caption for block in drawn] == ["Intäkter och kostnader, kr", "Årets resultat, kr"]
    assert [block.width for block in drawn] == [Width.HALF, Width.HALF]
    assert table.table is not None
    income, result = (chart_view(chart) for chart in charts if isinstance(chart, Chart))
    assert income.categories == ("2017", "2018", "2019", "2020")
    assert [[point.value for point in series.points] for series in income.series] == [
        [600, 700, 830, 1070],
        [600, 700, 700, 900],
    ]
    assert [point.text for point in result.series[0].points[-2:]] == ["130", "170"]


def test_an_overview_without_amounts_has_no_diagram() -> None:
    case = case_of({"key": "Antal anställda", "unit": "antal", "this_year": 3})
    assert case.derived is not None
    blocks = overview.COMPONENT.blocks(Placement(case.derived, 1, layout=Name("med diagram")))
    assert [block.table is not None for block in blocks] == [True]
