"""A merger: equity and cash are taken over without a result or a flow, and a note tells of it."""

from pathlib import Path
from typing import Any

from pdfs import written
from small_underlag import Values, examined, findings, small
from test_disposals import errors, told

from generator.figures.figure import FigureId
from generator.model.amounts import BalanceItem
from generator.model.registers import Note
from generator.next_year.folder import next_year
from generator.pipeline import examine
from generator.subjects.merger.rows import TakenOver
from generator.subjects.roll_forward.rows import RollRow

EQUIPMENT = "Maskiner och inventarier"


def merged(**association: Any) -> Values:
    """The small underlag, which took over claims of 40, cash of 100, debts of 30 and equipment of 25."""
    values = small(**association)
    values[Note] += [{"key": "Sammanläggning", "text": "Ett förbund gick upp i vårt."}, {"key": "Inventarier"}]
    values[TakenOver] = [
        {"line": line, "note": "Sammanläggning", "this_year": amount}
        for line, amount in (("Fordringar", 40), ("Kassa och bank", 100), ("Kortfristiga skulder", 30))
    ]
    equipment = {"line": EQUIPMENT, "note": "Inventarier"}
    values[RollRow] = [equipment | {"kind": "övertaget vid sammanläggning", "this_year": 25}]
    claims, bank, debts = values[BalanceItem]
    for row, more in ((claims, 40), (bank, 100), (debts, 30)):
        row["this_year"] += more
    return values


def test_what_was_taken_over_is_neither_result_nor_flow() -> None:
    made = examined(merged())
    assert not errors(made)
    before, after = told(examined(small()), "Kassaflödesanalys"), told(made, "Kassaflödesanalys")
    taken = "Övertagna likvida medel vid sammanläggning"
    assert after.pop(taken) == 100
    assert after.pop("Likvida medel vid årets slut") == 1250
    assert before.pop("Likvida medel vid årets slut") == 1150
    assert {label: value or 0 for label, value in after.items()} == {
        label: value or 0 for label, value in before.items()
    }
    balance = told(made, "Balansräkning")
    assert balance["Summa tillgångar"] == balance["Summa eget kapital och skulder"]


def test_the_note_of_a_merger_comes_to_the_equity_and_is_referred_to() -> None:
    made = examined(merged(equity_layout="ingående, årets resultat, utgående"))
    (title,) = [table.title for table in made.whole.tables if "Sammanläggning" in table.title]
    note = {
        "Fordringar": 40,
        "Kassa och bank": 100,
        "Kortfristiga skulder": -30,
        "Maskiner och inventarier": 25,
        "Summa": 135,
    }
    assert told(made, title) == note
    assert told(made, "Balansräkning")["Övertaget eget kapital vid sammanläggning"] == 135
    number = int(title.split()[1])
    names = ("Övertaget eget kapital vid sammanläggning", "Övertagna likvida medel vid sammanläggning")
    rows = [row for table in made.whole.tables for row in table.rows if row.label in names]
    assert [row.refers for row in rows] == [(number,), (number,)]


def test_the_year_after_a_merger_shows_it_as_last_years(tmp_path: Path) -> None:
    (tmp_path / "i fjol").mkdir()
    written(merged(), tmp_path / "i fjol")
    (tmp_path / "underlag.xlsx").write_bytes(next_year(tmp_path / "i fjol").files["underlag.xlsx"])
    after = examine(tmp_path)
    table = next(each for each in after.whole.tables if each.title == "Kassaflödesanalys")
    (row,) = [row for row in table.rows if row.label.startswith("Övertagna")]
    assert [getattr(cell.of, "amount", None) for cell in row.cells] == [0, 100]
    assert after.derived
    assert after.derived.figures[FigureId("cash_flow.difference", 2020)].amount == 0


def test_a_merger_without_a_note_and_a_line_that_is_taken_over_twice_are_told() -> None:
    values = merged()
    values[TakenOver] = [{**row, "note": ""} for row in values[TakenOver]]
    values[TakenOver].append({"line": EQUIPMENT, "this_year": 25})
    found = findings(values)
    assert found["merger_without_note"].place.tab == "Sammanläggning"
    assert found["merger_twice"].place.cell == "A8"
