"""Notes called by the number that the program sets: the names are listed, and a typed number tells which note it is."""

from typing import Any

from component_cases import Values, read, told
from small_underlag import small

from generator.checks.note_numbers import note_numbers_are_right
from generator.findings.message import message
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import OutlineBlock


def in_column(note: str) -> str:
    values = {model: rows for model, rows in small().items() if model is not Association}
    values[IncomeOrCost][1]["note"] = note
    return next(message(each).what for each in read(values)[1])


def in_text(text: str) -> list[tuple[str, str]]:
    rows: list[dict[str, Any]] = [*small()[OutlineBlock], {"level": 1, "heading": "Ekonomi", "text": text}]
    values: Values = {model: rows for model, rows in small().items() if model is not Association}
    case, _ = read({**values, OutlineBlock: rows})
    return [(each.severity.word, each.what) for each in told(note_numbers_are_right, case)]


def test_a_number_in_the_column_is_answered_with_the_names() -> None:
    assert in_column("Not 3") == (
        "”Not 3” finns inte i fliken Noter. Numren sätts av programmet; här skrivs namnet. Där finns ”Kostnader” och "
        "”Räkenskapsrevision”."
    )
    assert in_column("Not 2 Kostnader").endswith("fliken Noter. Menade du ”Kostnader”?")
    assert "Numren" not in in_column("Skulder")


def test_a_number_in_a_text_tells_which_note_it_is_or_that_there_is_none() -> None:
    assert in_text("Löner framgår av not 1.") == [("Notera", "Texten säger ”not 1”. Not 1 är nu ”Kostnader”.")]
    assert in_text("Se not nr 33.") == [("Varning", "Texten säger ”not nr 33”. Rapporten har ingen not 33.")]
    assert in_text("Not 3 i förra årets rapport hade fel. Det är 3 noter. Vi noterar 3 insatser.") == []
