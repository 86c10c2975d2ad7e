"""The search for what explains a difference: one mistake at a time in a small underlag, told with cell and kind."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from component_cases import read
from planted import examined, with_members
from small_underlag import Values, small
from straight import grids as as_grids

from generator.causes.digits import are_swapped, differ_by_a_slip, is_thousands
from generator.checks.amounts import balance_sheet_balances
from generator.findings.cause import Cause
from generator.findings.message import message
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.association import Association
from generator.model.rows import Row
from generator.subjects.members.rows import Member
from generator.subjects.registry import all_tabs
from generator.subjects.roll_forward.rows import RollRow


def without_association(values: Values) -> Values:
    return {model: rows for model, rows in values.items() if model is not Association}


def causes(values: Values) -> tuple[Cause, ...]:
    case, problems = read(without_association(values))
    assert problems == []
    found = list(balance_sheet_balances(case))
    assert found
    assert len({finding.causes for finding in found}) == 1
    return found[0].causes


def causes_in(values: Values) -> tuple[Cause, ...]:
    """The causes of what stands in the workbook, which opens as the planted one does."""
    path = Path("underlag.xlsx")
    found = [each for each in examined(path, as_grids(all_tabs(), values)).findings if each.code == "balance_differs"]
    return found[0].causes


def changed(model: type[Row], row: int, field: str, amount: str | None) -> Values:
    values = small()
    values[model][row] = {**values[model][row], field: None if amount is None else Decimal(amount)}
    return values


ONE_CELL: dict[str, tuple[type[Row], int, str, str | None, str, str]] = {
    "a sign": (IncomeOrCost, 2, "this_year", "-600.00", "sign", "G7"),
    "a sign last year": (IncomeOrCost, 2, "last_year", "-650.00", "sign", "H7"),
    "a thousand": (BalanceItem, 1, "this_year", "1150000.00", "factor", "F6"),
    "a comma": (BalanceItem, 1, "last_year", "7602.50", "factor", "G6"),
    "the change alone": (BalanceItem, 1, "this_year", "389.75", "change", "F6"),
    "last year's amount": (IncomeOrCost, 1, "this_year", "850.10", "other_year", "G6"),
    "a forgotten amount": (BalanceItem, 1, "this_year", None, "forgotten", "F6"),
    "another row's amount": (IncomeOrCost, 2, "this_year", "900.25", "other_row", "G7"),
    "the digits in another order": (BalanceItem, 0, "last_year", "420.00", "swapped", "G5"),
}


@pytest.mark.parametrize("name", ONE_CELL)
def test_one_mistake_is_told_first_with_its_cell_and_kind(name: str) -> None:
    model, row, field, amount, kind, cell = ONE_CELL[name]
    first = causes(changed(model, row, field, amount))[0]
    assert (first.kind, first.places[0].cell) == (kind, cell)
    right = small()[model][row][field]
    assert first.wanted == right


def test_a_row_that_stands_twice_is_told_with_the_row_that_it_repeats() -> None:
    values = small()
    values[IncomeOrCost].append(values[IncomeOrCost][1])
    (first,) = causes(values)
    assert first.kind == "doubled_row"
    assert (first.places[0].row, first.places[-1].row) == (9, 6)
    assert first.certain


def test_two_amounts_in_each_others_rows_are_told_with_both_cells() -> None:
    values = small()
    cash, debts = values[BalanceItem][1], values[BalanceItem][2]
    cash["this_year"], debts["this_year"] = debts["this_year"], cash["this_year"]
    (first,) = causes(values)
    assert (first.kind, [place.cell for place in first.places]) == ("exchanged", ["F6", "F7"])


def test_two_years_of_a_row_that_have_changed_places() -> None:
    values = small()
    row = values[IncomeOrCost][1]
    row["this_year"], row["last_year"] = row["last_year"], row["this_year"]
    (first,) = causes(values)
    assert (first.kind, [place.cell for place in first.places]) == ("exchanged_years", ["G6", "H6"])


@pytest.mark.parametrize(("row", "amount"), [(1, "550"), (2, "350"), (3, "250")])
def test_a_contribution_that_was_changed_is_told_before_what_equals_another_year(row: int, amount: str) -> None:
    values = with_members()
    right = values[Member][row]["this_year"]
    values[Member][row]["this_year"] = Decimal(amount)
    assert Decimal(amount) - right == values[Member][0]["this_year"] - values[Member][0]["last_year"]
    first = causes_in(values)[0]
    assert (first.places[0].tab, first.places[0].cell, first.wanted) == ("Medlemmar", f"D{5 + row}", right)


def test_a_cell_that_has_its_budget_is_no_cause() -> None:
    values = small()
    values[IncomeOrCost][2] |= {"budget": Decimal("600.00")}
    values[BalanceItem][2]["this_year"] = Decimal("215.50")
    cells = [(place.tab, place.cell) for cause in causes(values) for place in cause.places]
    assert cells
    assert ("Intäkter och kostnader", "G7") not in cells


def test_several_that_explain_as_much_are_told_as_such() -> None:
    case, _ = read(without_association(changed(BalanceItem, 0, "this_year", "250.51")))
    (finding,) = balance_sheet_balances(case)
    lines = message(finding).causes
    assert lines[0].startswith("Möjlig orsak: ")
    assert any("cell F5 (Fordringar): är en siffra fel?" in line for line in lines)
    assert len(lines) > 2
    assert all(line.startswith("Kan också vara: ") for line in lines[1:])


def test_what_balances_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("generator.checks.amounts.balance_causes", refuse)
    case, _ = read(without_association(small()))
    assert list(balance_sheet_balances(case)) == []


@pytest.mark.parametrize(
    ("typed", "right", "swapped", "slipped"),
    [
        ("86530", "68530", True, False),
        ("250127.25", "250172.25", True, False),
        ("1000", "1000", False, False),
        ("86530", "8653", False, True),
        ("86530", "86430", False, True),
        ("86530", "865300", False, True),
        ("86530", "-68530", False, False),
        ("86530", "80536", False, False),
    ],
)
def test_digits(typed: str, right: str, swapped: bool, slipped: bool) -> None:  # noqa: FBT001 - of a table
    assert are_swapped(Decimal(typed), Decimal(right)) is swapped
    assert differ_by_a_slip(Decimal(typed), Decimal(right)) is slipped


def test_no_amount_is_asked_for_where_it_is_derived() -> None:
    """What a part opens with this year is derived; an amount there is refused."""
    line = "Maskiner och inventarier"
    values = small()
    values[RollRow] = [
        {"line": line, "kind": "ingående", "last_year": 40},
        {"line": line, "kind": "förändring", "label": "Rest", "last_year": 1},
    ]
    found = causes(values)
    assert not [each for each in found if each.places[0].tab == "Årets förändringar" and each.places[0].cell == "F5"]


def test_a_row_without_the_amounts_of_both_years_is_no_row_that_is_gone() -> None:
    values = small()
    values[IncomeOrCost][1] = {**values[IncomeOrCost][1], "this_year": None, "last_year": None}
    (cause,) = causes(values)
    assert (cause.kind, cause.certain, [place.cell for place in cause.places]) == ("empty_cells", True, ["G6", "H6"])


def test_an_amount_in_thousands_is_another_rounded() -> None:
    assert is_thousands(Decimal(3026), Decimal(3025909))
    assert is_thousands(Decimal("3025.9"), Decimal(3025909))
    assert not is_thousands(Decimal(3026), Decimal(3026000) + 501)
    assert not is_thousands(Decimal(3), Decimal(3101))


def test_an_amount_typed_in_thousands_is_named_with_its_kronor() -> None:
    values = small()
    values[BalanceItem][1]["this_year"] += 909_194
    values[BalanceItem][0]["this_year"] -= 909_194
    values[BalanceItem][1]["this_year"] = Decimal(910)
    [cause, *_] = causes(values)
    assert (cause.kind, cause.places[0].cell) == ("thousands", "F6")
    assert "är 910\xa0kr skrivet i tusental?" in cause.words
