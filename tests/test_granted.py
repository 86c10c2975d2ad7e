"""Money granted for coming years: as a contingent liability with its note, or told alone, and what is odd in it."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pdfs import written
from small_underlag import Values, examined, findings, small

from generator.figures.figure import FigureId
from generator.figures.table import Table
from generator.findings.message import message
from generator.model.registers import Note, OutlineBlock
from generator.next_year.folder import next_year
from generator.pipeline import Examination, examine
from generator.subjects.granted.rows import Grant
from generator.subjects.insatser.rows import Insats

LINE = "balance_sheet.other_contingent_liabilities"


def granting(*grants: dict[str, Any]) -> Values:
    values = small()
    values[Grant] = list(grants)
    values[Note].append({"key": "Beviljade medel"})
    values[OutlineBlock].append({"level": 1, "heading": "Beviljade medel", "content": "Beviljade medel"})
    return values


def table(examination: Examination, title: str) -> Table:
    assert examination.derived is not None
    (found,) = (each for each in examination.whole.tables if each.title == title)
    return found


def amount(examination: Examination, code: str, year: int = 2020) -> object:
    assert examination.derived is not None
    return examination.derived.figures[FigureId(code, year)].value


LIABILITY = {"shown_as": "ansvarsförbindelse", "note": "Beviljade medel"}


def test_a_contingent_liability_stands_below_the_line_with_its_note() -> None:
    made = examined(granting({"name": "Alfa", "first": 100, "second": 50, "last_year": 80, **LIABILITY}))
    assert (amount(made, LINE), amount(made, LINE, 2019)) == (Decimal(150), Decimal(80))
    (row,) = (row for row in table(made, "Balansräkning").rows if row.label == "Ansvarsförbindelser")
    note = next(each for each in made.derived.notes if each.note.key == "Beviljade medel") if made.derived else None
    assert note is not None
    assert row.refers == (note.number,)
    heads = [column.head for column in table(made, f"Not {note.number} Beviljade medel").columns]
    assert heads == ["År 2021", "År 2022", "Totalt"]


def test_what_is_only_told_is_no_liability() -> None:
    made = examined(granting({"name": "Alfa", "first": 100}))
    assert amount(made, "granted.total") == Decimal(100)
    assert amount(made, LINE) != Decimal(100)
    assert any(
        row.cells[0].of == "Inga" for row in table(made, "Balansräkning").rows if row.label == "Ansvarsförbindelser"
    )


def test_without_years_the_two_balance_days_are_shown() -> None:
    made = examined(granting({"name": "Alfa", "rest": 100, "last_year": 70}))
    columns = table(made, "Beviljade medel").columns
    assert [column.period for column in columns] == sorted((column.period for column in columns), key=str, reverse=True)
    assert len(columns) == 2


@pytest.mark.parametrize(
    ("grant", "rule"),
    [
        ({"name": "Alfa", "first": 100}, ""),
        ({"name": "Alva", "first": 100}, "granted_unknown_insats"),
        ({"name": "Alva", "rest": 100}, "granted_unknown_insats"),
        ({"name": "Alva", "third": 100}, "granted_unknown_insats"),
        ({"name": "Alva", "last_year": 100}, ""),
        ({"name": "Alfa", "first": 100, "second": 10}, "granted_outside_period"),
    ],
)
def test_money_is_granted_to_an_insats_in_its_period(grant: dict[str, Any], rule: str) -> None:
    values = granting(grant)
    values[Insats] = [{"key": "Alfa", "start": "2020-01-01", "end": "2021-06-30", "activity": "Kansli"}]
    found = findings(values)
    assert [each for each in found if each.startswith("granted")] == [rule] * bool(rule)
    if rule == "granted_outside_period":
        assert found[rule].place.cell == "D5"
        assert "2022" in message(found[rule]).what


def test_what_remained_becomes_last_year_s(tmp_path: Path) -> None:
    (tmp_path / "i fjol").mkdir()
    written(granting({"name": "Alfa", "first": 100, "second": 50, "rest": 7, **LIABILITY}), tmp_path / "i fjol")
    (tmp_path / "underlag.xlsx").write_bytes(next_year(tmp_path / "i fjol").files["underlag.xlsx"])
    after = examine(tmp_path).underlag
    assert after is not None
    (row,) = after.rows(Grant)
    assert (row.first, row.second, row.rest, row.last_year) == (None, None, None, Decimal(157))
