"""A direct adjustment of opening equity restates last year's column, says so, and asks for its note (RKR R12)."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written
from small_underlag import Values, examined, findings, small
from test_disposals import errors

from generator.figures.figure import FigureId
from generator.model.amounts import BalanceItem, DirectAdjustment, OpeningBalance
from generator.model.registers import Note
from generator.next_year.folder import next_year
from generator.pipeline import examine
from generator.subjects.roll_forward.rows import RollRow
from generator.view.table import table_view

DEBTS, CLAIMS = "Kortfristiga skulder", "Fordringar"


def adjusted(line: str = DEBTS, **more: Any) -> Values:
    """Debts of 30 were not there last year, or claims of 30 were missing: equity was 30 more when that year began."""
    values = small()
    values[Note].append({"key": "Rättelse", "text": "Ett fel i fjol rättas."})
    row = {"year": 2019, "amount": Decimal("30.00"), "reason": "Fel i fjol", "note": "Rättelse", "line": line}
    values[DirectAdjustment] = [row | more]
    claims, _, debts = values[BalanceItem]
    if line == DEBTS:
        debts["this_year"] -= 30
    else:
        claims["this_year"] += 30
    return values


@pytest.mark.parametrize(("line", "restated"), [(DEBTS, 170), (CLAIMS, 270)])
def test_last_years_column_is_restated_and_says_so(line: str, restated: int) -> None:
    made = examined(adjusted(line))
    assert not errors(made)
    assert "adjustment_not_restated" not in {finding.code for finding in made.findings}
    balance = next(table for table in made.whole.tables if table.title == "Balansräkning")
    shown = {row.label: row.cells[1].of for row in balance.rows if row.cells}
    assert getattr(shown[line], "amount", None) == restated
    heads = {
        table.title: [head.lines[-1] for head in table_view(table, "t", ()).heads]
        for table in made.whole.tables
        if table.title in ("Balansräkning", "Kassaflödesanalys", "Resultaträkning")
    }
    assert heads["Balansräkning"] == ["2020-12-31", "omräknad"]
    assert heads["Kassaflödesanalys"] == ["2020", "omräknad"]
    assert "omräknad" not in heads["Resultaträkning"]
    assert made.derived
    for year in (2019, 2020):
        assert made.derived.figures[FigureId("balance_sheet.difference", year)].amount == 0
        assert made.derived.figures[FigureId("cash_flow.difference", year)].amount == 0


@pytest.mark.parametrize(
    ("more", "rule", "column"),
    [
        ({"note": ""}, "adjustment_without_note", "D"),
        ({"year": 2020}, "adjustment_restates_other_year", "A"),
        ({"year": 2020, "line": ""}, "adjustment_not_restated", "A"),
    ],
)
def test_what_an_adjustment_lacks_is_told(more: dict[str, Any], rule: str, column: str) -> None:
    assert findings(adjusted(**more))[rule].place.cell.startswith(column)


def test_a_balance_of_changes_is_restated_by_a_row_of_its_own() -> None:
    values = adjusted("Andra avsättningar")
    values[RollRow] = [{"line": "Andra avsättningar", "label": "Ny", "last_year": 5}]
    assert findings(values)["adjustment_of_changes"].place.tab == "Balansposter"


def test_what_was_restated_opens_next_year(tmp_path: Path) -> None:
    (tmp_path / "i fjol").mkdir()
    written(adjusted(), tmp_path / "i fjol")
    (tmp_path / "underlag.xlsx").write_bytes(next_year(tmp_path / "i fjol").files["underlag.xlsx"])
    after = examine(tmp_path).underlag
    assert after
    opening = {row.line: row.amount for row in after.rows(OpeningBalance)}
    assert (opening[DEBTS], opening["Eget kapital"]) == (Decimal(170), Decimal("830.25"))
    assert after.rows(DirectAdjustment) == ()
