"""Provisions and fixed assets from opening to closing: one set of amounts for note, balance sheet and cash flow."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written
from small_underlag import Values, examined, findings, small

from generator.figures.figure import FigureId
from generator.figures.table import Table, shown_number
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.registers import Note
from generator.next_year.folder import next_year
from generator.pipeline import Examination, examine
from generator.statements.cash_flow import PROVISIONS_CHANGE
from generator.subjects.roll_forward.rows import RollRow

PENSIONS, EQUIPMENT = "Avsättningar för pensioner och liknande förpliktelser", "Maskiner och inventarier"
NOTE = "Pensioner"


def rows(*more: dict[str, Any]) -> list[dict[str, Any]]:
    common = {"line": PENSIONS, "note": NOTE}
    return [
        common | {"kind": "ingående", "last_year": 100},
        common | {"label": "Nyintjänad pension", "this_year": 35, "last_year": 60},
        common | {"label": "Årets utbetalningar", "this_year": -5, "last_year": -10},
        *more,
    ]


def with_pensions(*more: dict[str, Any]) -> Values:
    """The small underlag, with provisions in it and as much more in the bank each year."""
    values = small()
    values[RollRow] = rows(*more)
    values[Note].append({"key": NOTE})
    bank = values[BalanceItem][1]
    values[BalanceItem][1] = bank | {"this_year": bank["this_year"] + 180, "last_year": bank["last_year"] + 150}
    opening = values[OpeningBalance][1]
    values[OpeningBalance][1] = opening | {"amount": opening["amount"] + 100}
    return values


def amount(examination: Examination, code: str, year: int) -> object:
    assert examination.derived is not None
    return examination.derived.figures[FigureId(code, year)].value


def note(examination: Examination) -> Table:
    assert examination.derived is not None
    tables = examination.whole.tables
    return next(table for table in tables if table.title.endswith(NOTE))


def test_the_closing_amount_is_derived_and_stands_in_the_balance_sheet() -> None:
    made = examined(with_pensions())
    assert not made.has_errors
    assert "balance_row_negative" not in {finding.code for finding in made.findings}
    code = "balance_sheet.pension_provisions"
    assert [amount(made, code, year) for year in (2018, 2019, 2020)] == [100, 150, 180]
    assert [amount(made, PROVISIONS_CHANGE, year) for year in (2019, 2020)] == [50, 30]


def test_the_note_runs_from_opening_to_closing() -> None:
    table = note(examined(with_pensions()))
    told: list[tuple[str, list[object]]] = [
        (row.label, [shown_number(cell, table) for cell in row.cells]) for row in table.rows
    ]
    assert told == [
        ("Ingående belopp", [150, 100]),
        ("Nyintjänad pension", [35, 60]),
        ("Årets utbetalningar", [-5, -10]),
        ("Utgående belopp", [180, 150]),
    ]


def test_next_year_opens_with_what_this_year_began_with(tmp_path: Path) -> None:
    (tmp_path / "i fjol").mkdir()
    written(with_pensions(), tmp_path / "i fjol")
    (tmp_path / "underlag.xlsx").write_bytes(next_year(tmp_path / "i fjol").files["underlag.xlsx"])
    after = examine(tmp_path).underlag
    assert after is not None
    assert [(row.kind, row.this_year, row.last_year) for row in after.rows(RollRow)] == [
        ("ingående", None, Decimal(150)),
        ("förändring", None, Decimal(35)),
        ("förändring", None, Decimal(-5)),
    ]
    assert PENSIONS not in [row.line for row in after.rows(OpeningBalance)]


@pytest.mark.parametrize(
    ("row", "rule", "cell"),
    [
        ({"line": PENSIONS, "note": NOTE, "kind": "ingående", "last_year": 5}, "roll_opens_twice", "D8"),
        ({"line": PENSIONS, "note": NOTE, "this_year": 0}, "roll_without_words", "E8"),
        (
            {"line": PENSIONS, "note": NOTE, "group": "B", "kind": "ingående", "this_year": 5},
            "roll_opening_this_year",
            "F8",
        ),
    ],
)
def test_what_cannot_be_rolled_is_told_with_its_cell(row: dict[str, Any], rule: str, cell: str) -> None:
    assert findings(with_pensions(row))[rule].place.cell == cell


def test_a_balance_typed_in_both_tabs_is_told() -> None:
    values = with_pensions()
    values[BalanceItem].append({"line": PENSIONS, "this_year": 1})
    assert findings(values)["roll_twice"].place.tab == "Balansposter"


def with_equipment(**depreciation: Any) -> Values:
    """The small underlag with equipment, bought and depreciated, and as much less in the bank."""
    values = small()
    common = {"line": EQUIPMENT, "note": "Inventarier"}
    values[RollRow] = [
        common | {"kind": "ingående", "last_year": 500},
        common | {"label": "Inköp", "last_year": 100},
        common | {"kind": "avskrivning", "this_year": -60, "last_year": -50, "activity": "Kansli"} | depreciation,
    ]
    values[Note].append({"key": "Inventarier"})
    bank = values[BalanceItem][1]
    values[BalanceItem][1] = bank | {"this_year": bank["this_year"] - 600, "last_year": bank["last_year"] - 600}
    opening = values[OpeningBalance][1]
    values[OpeningBalance][1] = opening | {"amount": opening["amount"] - 500}
    return values


def test_a_depreciation_is_typed_once_for_note_cost_and_cash_flow() -> None:
    made = examined(with_equipment())
    assert not made.has_errors
    closing = [amount(made, "balance_sheet.machinery_and_equipment", year) for year in (2018, 2019, 2020)]
    assert closing == [500, 550, 490]
    assert [amount(made, "income_statement.depreciation", year) for year in (2019, 2020)] == [50, 60]
    assert [amount(made, "cash_flow.investing", year) for year in (2019, 2020)] == [-100, 0]


@pytest.mark.parametrize(
    ("changed", "wanted"), [({"this_year": 60}, "roll_depreciation_sign"), ({}, "roll_depreciation_twice")]
)
def test_a_depreciation_that_is_wrong_is_told(changed: dict[str, Any], wanted: str) -> None:
    values = with_equipment(**changed)
    if not changed:
        cost = {"line": "Avskrivningar", "activity": "Kansli", "this_year": 60}
        values[IncomeOrCost].append(cost)
    assert wanted in findings(values)
