"""The balance requirement: signs by kind, what remains of earlier years, and what the board is asked to say."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written
from small_underlag import COSTS, INCOME, Values, examined, findings, small

from generator.figures.figure import FigureId
from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.registers import OutlineBlock
from generator.next_year.folder import next_year
from generator.pipeline import examine
from generator.subjects.balance_requirement.rows import LABELS, Adjustment, EarlierDeficit

NOTHING_LEFT = {"missing_until_final"}


def adjusted(line: str, amount: int, **more: Any) -> Values:
    return small() | {Adjustment: [{"line": LABELS[line], "this_year": amount} | more]}


def result(values: Values) -> Decimal:
    derived = examined(values).derived
    assert derived is not None
    return derived.figures[FigureId("balance_requirement.result", 2020)].amount


@pytest.mark.parametrize(
    ("kind", "typed", "effect"),
    [
        ("capital_gains", 20, -20),
        ("capital_gains", -20, -20),
        ("allowed_gains", 20, 20),
        ("allowed_losses", 20, 20),
        ("allowed_losses", -20, 20),
        ("unrealised", 20, 20),
        ("unrealised", -20, -20),
        ("reversed_unrealised", -20, -20),
        ("to_reserve", 20, -20),
        ("from_reserve", 20, 20),
        ("to_equalisation_reserve", -20, -20),
    ],
)
def test_the_kind_decides_the_sign(kind: str, typed: int, effect: int) -> None:
    assert result(adjusted(kind, typed)) - result(small()) == effect


def test_a_minus_on_what_raises_the_result_is_told() -> None:
    told = findings(adjusted("allowed_losses", -20))["balance_requirement_sign"]
    assert (told.place.cell, told.values["meant"]) == ("B5", 20)
    assert "balance_requirement_sign" not in findings(adjusted("capital_gains", -20))


def with_earlier(*rows: dict[str, Any], text: str = "") -> Values:
    values = small() | {EarlierDeficit: list(rows)}
    for row in values[OutlineBlock]:
        if row["heading"] == "Balanskravsutredning":
            row["text"] = text
    return values


def test_what_remains_of_earlier_years_is_derived_and_the_board_is_asked_about_it() -> None:
    values = with_earlier(
        {"year": 2017, "deficit": 100, "settled_before": 40, "settled": 10, "waived": 20},
        {"year": 2018, "deficit": -50},
    )
    made = examined(values)
    assert made.derived is not None
    figures = made.derived.figures
    assert figures[FigureId("balance_requirement.earlier.2017.remaining", 2020)].amount == 30
    assert figures[FigureId("balance_requirement.earlier.total.remaining", 2020)].amount == 80
    assert findings(values)["earlier_deficit_without_words"].values["left"] == 80
    said = with_earlier({"year": 2018, "deficit": 50}, text="Underskottet från 2018 regleras nästa år.")
    assert set(findings(said)) <= NOTHING_LEFT


def test_the_table_of_earlier_years_stands_under_the_years_own() -> None:
    made = examined(with_earlier({"year": 2018, "deficit": 50, "settled": 50}))
    table = next(table for table in made.whole.tables if table.key == "balance_requirement.earlier")
    assert [column.head for column in table.columns] == ["Underskott", "Reglerat 2020", "Återstår"]
    assert [row.label for row in table.rows] == ["2018"]


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ({"year": 2020, "deficit": 50}, "earlier_deficit_year"),
        ({"year": 2018, "deficit": 50, "settled_before": 60}, "earlier_deficit_settled_too_much"),
        ({"year": 2018, "deficit": 5000, "settled": 4000}, "earlier_deficit_settled_above_result"),
    ],
)
def test_an_earlier_year_that_cannot_be_right_is_told(row: dict[str, Any], rule: str) -> None:
    assert rule in findings(with_earlier(row))


def with_deficit(text: str = "", *, budgeted: bool = False, **more: Any) -> Values:
    """A result of −200,25, or a budget of that alone."""
    values = small(**more)
    for row in values[IncomeOrCost]:
        if row["line"] in (INCOME, COSTS) and budgeted:
            row["budget"] = row["this_year"] if row["line"] == COSTS else Decimal(1400)
        elif row["line"] == INCOME:
            row["this_year"] = Decimal(1400)
    if not budgeted:
        values[BalanceItem][1]["this_year"] = Decimal("549.50")
    values[OutlineBlock].append({"level": 1, "heading": "Ekonomi", "text": text or "Se tabellen."})
    return values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", True),
        ("Årets resultat är negativt.", True),
        ("Underskottet är planerat och täcks av eget kapital.", False),
        ("Resultatet är negativt, som budgeterat.", False),
    ],
)
def test_a_deficit_asks_for_the_boards_words_wherever_they_stand(text: str, told: bool) -> None:  # noqa: FBT001
    assert ("deficit_without_words" in findings(with_deficit(text))) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", True),
        ("Insatserna kostade mer än budget.", True),
        ("Styrelsen budgeterade ett underskott för att använda eget kapital.", False),
    ],
)
def test_a_budgeted_deficit_asks_for_the_boards_words(text: str, told: bool) -> None:  # noqa: FBT001
    found = findings(with_deficit(text, budgeted=True))
    assert ("budget_deficit_without_words" in found) is told
    if told:
        assert severity_of(found["budget_deficit_without_words"]) is Severity.NOTE


def test_a_budget_of_costs_alone_is_no_deficit() -> None:
    values = with_deficit(budgeted=True)
    for row in values[IncomeOrCost]:
        if row["line"] == INCOME:
            row.pop("budget")
    assert "budget_deficit_without_words" not in findings(values)


def test_while_the_report_is_under_way_the_boards_words_remain() -> None:
    assert severity_of(findings(with_deficit(state="under arbete"))["deficit_without_words"]) is Severity.REMAINING


def test_reserves_and_particular_reasons_are_asked_about_and_never_asserted() -> None:
    assert "balance_requirement_reserve" in findings(adjusted("to_reserve", 20))
    values = with_deficit("Styrelsen åberopar synnerliga skäl för underskottet.")
    assert severity_of(findings(values)["balance_requirement_reasons"]) is Severity.NOTE
    every = " ".join(str(message) for message in findings(values).values())
    assert "tre år" not in every


@pytest.mark.parametrize(
    ("row", "told"),
    [("Realisationsvinst bil", True), ("Vinst vid försäljning av inventarier", True), ("Vinstdelning", False)],
)
def test_a_gain_in_the_accounts_is_taken_out(row: str, told: bool) -> None:  # noqa: FBT001
    values = small()
    values[IncomeOrCost][0]["sub_item"] = row
    assert ("balance_requirement_gain" in findings(values)) is told
    values[Adjustment] = [{"line": LABELS["capital_gains"], "this_year": 20}]
    assert "balance_requirement_gain" not in findings(values)


def test_next_year_has_what_remains_and_the_year_that_ended(tmp_path: Path) -> None:
    values = with_deficit("Underskottet är planerat.") | {
        EarlierDeficit: [
            {"year": 2017, "deficit": 100, "settled_before": 40, "settled": 10},
            {"year": 2018, "deficit": 30, "waived": 30},
        ]
    }
    before = tmp_path / "i fjol"
    before.mkdir()
    written(values, before)
    after = tmp_path / "i år"
    after.mkdir()
    for name, content in next_year(before).files.items():
        (after / name).write_bytes(content)
    underlag = examine(after).underlag
    assert underlag is not None
    rows = [(row.year, row.deficit, row.settled_before, row.waived) for row in underlag.rows(EarlierDeficit)]
    assert rows == [(2017, 100, 50, None), (2020, Decimal("200.25"), None, None)]
