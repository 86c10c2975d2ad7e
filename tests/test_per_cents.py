"""One rule of per cents on every tab: 23, 23 % and a per cent cell are 23 per cent, and a plain 0,23 is asked about."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from component_cases import Values, placed, read, told
from small_underlag import small

from generator.blocks.case import Case
from generator.checks.per_cents import per_cents_are_clear
from generator.figures.figure import FigureId
from generator.findings.message import message
from generator.model.values import Formatted
from generator.subjects.activities.rows import CostSplit
from generator.subjects.equity_level.rows import Step
from generator.subjects.equity_level.rules import shares_are_shares
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.free_tables.rules import per_cents_are_clear as free_per_cents_are_clear
from generator.subjects.free_tables.rules import shares_among_per_cents_are_clear, sums_count_all
from generator.subjects.free_tables.show import COMPONENT as FREE
from generator.subjects.goals.rows import Goal
from generator.subjects.goals.rules_outcomes import values_are_clearly_per_cents
from generator.subjects.indicators.rows import Indicator
from generator.subjects.indicators.show import COMPONENT as INDICATORS
from generator.subjects.members.rows import Member
from generator.subjects.overview.rows import KeyFigure
from generator.subjects.overview.rules import known_shares_are_clear
from generator.subjects.surveys.rows import SurveyAnswer
from generator.view.table import table_view

TKR = '#,##0," tkr"'
SHOWN = Formatted(0.23, "0%")


def shares(case: Case, code: str) -> list[Decimal]:
    """The values of the figures whose code begins so."""
    assert case.derived is not None
    figures = case.derived.figures
    return [figures[key].amount for key in figures if key.code.startswith(code) and figures[key].operands]


@pytest.mark.parametrize("typed", [23, "23 %", "23%", SHOWN, Formatted(23, '0" %"'), "23,0 %"])
@pytest.mark.parametrize(
    ("model", "row", "field"),
    [
        (Indicator, {"name": "A"}, "this_year"),
        (SurveyAnswer, {"question": "A"}, "positive"),
        (SurveyAnswer, {"question": "A"}, "rate"),
        (KeyFigure, {"key": "Eget", "unit": "%"}, "third_year"),
        (KeyFigure, {"key": "Soliditet"}, "third_year"),
    ],
)
def test_a_per_cent_is_one_however_it_is_typed(model: Any, row: dict[str, Any], field: str, typed: Any) -> None:
    case, problems = read({model: [{**row, field: typed}]})
    assert problems == []
    assert told(per_cents_are_clear, case) == []
    assert case.derived is not None
    (amount,) = {fact.amount for fact in case.derived.facts if hasattr(fact, "of")}
    assert amount == Decimal("0.23")


@pytest.mark.parametrize("typed", [30, "30 %", Formatted(0.3, "0%")])
def test_shares_of_costs_and_steps_are_per_cents_too(typed: Any) -> None:
    case, _ = read({CostSplit: [{"from_activity": "A", "to_activity": "B", "share": typed}], Step: [{"share": typed}]})
    assert case.underlag.rows(CostSplit)[0].factor == case.underlag.rows(Step)[0].factor == Decimal("0.3")


def test_a_plain_half_as_a_share_of_costs_is_asked_about() -> None:
    case, _ = read({CostSplit: [{"from_activity": "A", "to_activity": "B", "share": 0.5}]})
    assert [each.what for each in told(per_cents_are_clear, case)] == ["”0,5” kan betyda 0,5 % eller 50 %."]


def test_a_members_key_is_a_number_of_per_cents() -> None:
    keys = ("51,2 %", 23.3, Formatted(0.152, "0.0%"))
    case, _ = read({Member: [{"name": str(n), "key": key} for n, key in enumerate(keys)]})
    assert [row.key_number for row in case.underlag.rows(Member)] == [Decimal("51.2"), Decimal("23.3"), Decimal("15.2")]


ASKED: Sequence[tuple[tuple[Any, ...], str]] = (
    ((0.8, 0.9, 1), "”0,8” (och 2 till i kolumnen) kan betyda 0,8 % eller 80 %."),
    ((1,), "”1” kan betyda 1 % eller 100 %."),
    ((0.23, "45 %"), "”0,23” kan betyda 0,23 % eller 23 %."),
    ((0.83, 76, 90), "”0,83” kan betyda 0,83 % eller 83 %."),
    (("0,5",), "”0,5” kan betyda 0,5 % eller 50 %."),
)
CLEAR: Sequence[tuple[Any, ...]] = (
    (0.8, 76, 90),
    (1, 45),
    (0,),
    ("0,8 %",),
    (Formatted(0.8, "0%"),),
    (23, "1 %"),
    (0.75, 12.25),
)


def indicators(values: Sequence[Any]) -> Values:
    return {Indicator: [{"name": f"I{n}", "this_year": value} for n, value in enumerate(values)]}


@pytest.mark.parametrize(("values", "wanted"), ASKED)
def test_a_number_that_may_be_a_share_is_asked_about(values: Sequence[Any], wanted: str) -> None:
    case, _ = read(indicators(values))
    assert [each.what for each in told(per_cents_are_clear, case)] == [wanted]


@pytest.mark.parametrize("values", CLEAR)
def test_the_other_numbers_of_the_column_tell(values: Sequence[Any]) -> None:
    case, _ = read(indicators(values))
    assert told(per_cents_are_clear, case) == []


def test_a_small_per_cent_is_printed_as_it_is_typed() -> None:
    case, _ = read(indicators((0.8, "1,25 %", 83, Formatted(0.9049, "0.0%"))))
    (block,) = placed(INDICATORS, case)
    assert block.table is not None
    shown = [row.cells[0].replace("\u00a0", " ") for row in table_view(block.table, "", ()).rows]
    assert shown == ["0,8 %", "1,25 %", "83 %", "90,5 %"]


def test_answers_of_one_question_tell_what_each_is() -> None:
    row = {"question": "A", "negative": 0.5, "neither": 1, "positive": 98.5}
    case, _ = read({SurveyAnswer: [row]})
    assert told(per_cents_are_clear, case) == []
    assert sorted(shares(case, "survey."))[:2] == [Decimal("0.005"), Decimal("0.01")]


@pytest.mark.parametrize("unit", ["tal"])
@pytest.mark.parametrize("typed", ["59 %", Formatted(0.59, "0%")])
def test_a_per_cent_where_none_is_expected_is_told(unit: str, typed: Any) -> None:
    case, _ = read({Indicator: [{"name": "A", "unit": unit, "this_year": typed}]})
    (said,) = told(per_cents_are_clear, case)
    assert said.what.replace("\u00a0", " ") == "”59 %” är ett procenttal, men raden har en annan enhet."


@pytest.mark.parametrize(("typed", "asked"), [(0.7, 0), ("70 %", 0), (70, 0), (1.2, 0), (0.004, 1)])
def test_a_known_key_figure_tells_of_its_older_years(typed: Any, asked: int) -> None:
    case, _ = read({**small(), KeyFigure: [{"key": "Soliditet", "third_year": typed}]})
    assert len(told(known_shares_are_clear, case)) == asked
    assert told(per_cents_are_clear, case) == []


def test_a_step_of_the_staircase_is_asked_about_where_it_is_used() -> None:
    case, _ = read({Step: [{"share": 0.2}]}, equity_level="nationella rådets trappa")
    assert ["0,2 %" in each.what for each in told(shares_are_shares, case)] == [True]
    case, _ = read({Step: [{"share": 0.2}]})
    assert told(shares_are_shares, case) == []


def free(table: dict[str, Any], *lines: Sequence[Any]) -> Case:
    rows = [
        {"table": "T", "kind": kind, "label": label, **{f"value_{n}": value for n, value in enumerate(values, start=1)}}
        for kind, label, *values in (("kolumner", "Rad", "A", "B"), *lines)
    ]
    case, problems = read({FreeTable: [{"name": "T", **table}], FreeRow: rows})
    assert problems == []
    return case


def printed(case: Case) -> list[str]:
    (block,) = placed(FREE, case, "T")
    assert block.table is not None
    view = table_view(block.table, "", ())
    return [" | ".join(row.cells).replace("\u00a0", " ") for row in view.rows]


@pytest.mark.parametrize(
    ("table", "lines", "wanted"),
    [
        ({}, [("", "x", "23 %", 45), ("", "y", "0 %", "+20"), ("summa", "S")], ["23 % | 45", "0 % | +20", " | 65"]),
        ({}, [("", "x", "1,2 %", Formatted(0.234, "0.0%"))], ["1,2 % | 23,4 %"]),
        ({"unit": "%"}, [("", "x", 23, "1,2 %"), ("", "y", "+20", "0 %")], ["23 % | 1,2 %", "+20 % | 0 %"]),
        ({}, [("enhet", "", "%", "antal"), ("", "x", 23, 45), ("", "y", 0.8, 1)], ["23 % | 45", "0,8 % | 1"]),
        ({}, [("", "x", Formatted(45, '0" st"'), Formatted(7, "000"))], ["45 st | 007"]),
        ({}, [("", "x", Formatted(12, '0" tkr"'), "45 kr")], ["12 tkr | 45 kr"]),
        ({"unit": "tkr"}, [("", "x", Formatted(12, '0" tkr"'), "45 kr"), ("summa", "S")], ["12 | 45 kr", "12 | "]),
        ({"unit": "kr"}, [("", "x", 1234.5, "1 000"), ("", "y", 1, 2), ("summa", "S")], None),
        ({"decimals": "1"}, [("", "x", "1,25 %", 2.25)], ["1,3 % | 2,3"]),
        ({}, [("", "x", Formatted(0.5, "# ?/?"), Formatted(20, '"ca "0'))], ["1/2 | ca 20"]),
        ({}, [("", "x", Formatted(3, '"saknas"'), Formatted(1200, "0.0E+0"))], ["saknas | 1,2E+3"]),
        ({}, [("", "x", "007", "1 200")], ["007 | 1 200"]),
        ({}, [("", "x", Formatted(5, '"<"0'), Formatted(5, '">"0'))], ["<5 | >5"]),
        ({}, [("", "x", Formatted(1.5, '"±"0.0'), Formatted(-5, "▲ 0;▼ 0"))], ["±1,5 | ▼ 5"]),
        ({}, [("", "x", Formatted(5, '0" (prel.)"'), Formatted(0.12, '0%" av alla"'))], ["5 (prel.) | 12 % av alla"]),
        ({}, [("", "x", Formatted(1234, "00-00"), Formatted(-5, '0;"–"0'))], ["12-34 | \u22125"]),
        ({}, [("", "x", Formatted(-1500, "#,##0;(#,##0)"), Formatted(-5, "0;[Red]0"))], ["\u22121 500 | \u22125"]),
        ({}, [("", "x", Formatted(1200000, TKR), Formatted(1234567, '0.0,," mnkr"'))], ["1 200 tkr | 1,2 mnkr"]),
        ({}, [("", "x", Formatted(1200000, f"[>=1000]{TKR};0"), Formatted(2e6, '0,," milj"'))], ["1 200 tkr | 2 milj"]),
        (
            {"unit": "tkr"},
            [("", "x", Formatted(1200000, TKR), 1), ("", "y", 5, 1), ("summa", "S")],
            ["1 200 | 1", "5 | 1", "1 205 | 2"],
        ),
        ({"unit": "procentenheter"}, [("", "x", 5, "5 %"), ("", "y", -0.5, 1)], ["5 | 5", "\u22120,5 | 1"]),
    ],
)
def test_an_own_table_prints_what_its_cells_show(table: Any, lines: Any, wanted: list[str] | None) -> None:
    assert printed(free(table, *lines)) == (wanted or ["1 234,5 | 1 000", "1 | 2", "1 235,5 | 1 002"])


@pytest.mark.parametrize(
    ("head", "table", "values", "asked"),
    [
        ("Andel, %", {}, (23, 0.23), 1),
        ("Andel, %", {}, (23, 45), 0),
        ("A", {"unit": "%"}, (0.8, 0.9), 1),
        ("A", {"unit": "%"}, (0.8, 45), 0),
        ("A", {}, (0.8, 0.9), 0),
        ("Procentenheter", {}, (0.8, 0.9), 0),
    ],
)
def test_a_small_number_in_a_column_of_per_cents_is_asked_about(head: str, table: Any, values: Any, asked: int) -> None:
    rows = [{"table": "T", "kind": "kolumner", "value_1": head}]
    rows += [{"table": "T", "label": str(n), "value_1": value} for n, value in enumerate(values)]
    case, _ = read({FreeTable: [{"name": "T", **table}], FreeRow: rows})
    assert len(told(free_per_cents_are_clear, case)) == asked


@pytest.mark.parametrize(
    ("head", "values", "asked"),
    [
        ("A", ("100 %", "48 %", "0,8 %", 0.8), 1),
        ("A", ("100 %", "48 %", Formatted(0.8, "0")), 1),
        ("A", ("100 %", "48 %", 1), 0),
        ("A", ("100 %", 45, 0.8), 0),
        ("Procentenheter", ("100 %", "48 %", 0.8), 0),
    ],
)
def test_a_part_of_one_among_per_cents_is_asked_about(head: str, values: Any, asked: int) -> None:
    rows = [{"table": "T", "kind": "kolumner", "value_1": head}]
    rows += [{"table": "T", "label": str(n), "value_1": value} for n, value in enumerate(values)]
    case, _ = read({FreeTable: [{"name": "T"}], FreeRow: rows})
    assert len(told(shares_among_per_cents_are_clear, case)) == asked
    row = {f"value_{n}": value for n, value in enumerate(values, start=1)}
    heads = {f"value_{n}": f"{head} {n}" for n in range(1, len(values) + 1)}
    lines = [{"table": "T", "kind": "kolumner", **heads}, {"table": "T", "label": "x", **row}]
    case, _ = read({FreeTable: [{"name": "T"}], FreeRow: lines})
    assert len(told(shares_among_per_cents_are_clear, case)) == asked


@pytest.mark.parametrize(
    ("target", "outcome", "last_year", "asked"),
    [
        ("50,0 %", 0.475, "40 %", 1),
        (Formatted(0.5, "0.0%"), 0.475, "", 1),
        ("50 %", "47,5 %", "0,4 %", 0),
        ("50 %", 1, "40 %", 0),
        ("3,5", 0.475, "40 %", 0),
        ("", 0.475, "", 0),
    ],
)
def test_a_goals_part_of_one_beside_per_cents_is_asked_about(
    target: Any, outcome: Any, last_year: Any, asked: int
) -> None:
    case, _ = read({Goal: [{"goal": "G", "target": target, "outcome": outcome, "last_year": last_year}]})
    said = [each.what for each in told(values_are_clearly_per_cents, case)]
    assert said == ["”0,475” kan betyda 0,475 % eller 47,5 %."] * asked


def test_a_per_cent_cell_of_thousands_is_asked_about_wherever_it_stands() -> None:
    cell = Formatted(47.5, "0.0%")
    values: Values = {Goal: [{"goal": "G", "outcome": cell}], Indicator: [{"name": "A", "this_year": cell}]}
    _, problems = read(values)
    assert [message(each).what.replace("\u00a0", " ") for each in problems] == [
        "”4750,0 %” kan betyda 47,5 % eller 4 750 %."
    ] * 2
    _, problems = read({Goal: [{"goal": "G", "outcome": "4 750 %"}]})
    assert problems == []


def test_an_amount_in_another_unit_is_told_where_a_sum_leaves_it_out() -> None:
    lines = (("", "x", Formatted(1200000, TKR), 5), ("", "y", 5, 5))
    case = free({"unit": "kr"}, *lines, ("summa", "S"))
    assert [each.what.replace("\u00a0", " ") for each in told(sums_count_all, case)] == [
        "”1 200 tkr” räknas inte med i summan i tabellen ”T”: kolumnen är i kr."
    ]
    assert told(sums_count_all, free({"unit": "tkr"}, *lines, ("summa", "S"))) == []
    assert told(sums_count_all, free({"unit": "kr"}, *lines)) == []


def test_a_text_quotes_what_the_page_shows() -> None:
    case = free({}, ("", "x", "1,2 %", 2.25))
    assert case.derived is not None
    figures = case.derived.figures
    forms = [figures[FigureId(f"table.t.x.{column}", 2020)].form for column in ("a", "b")]
    assert [form.decimals for form in forms if form] == [1, 2]
