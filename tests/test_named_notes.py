"""One note that is referred to several times, by its words or by its name: it is written once, and all lead to it."""

import re
from typing import Any

import pytest
from small_underlag import Values, examined, findings, small

from generator.model.amounts import IncomeOrCost
from generator.model.registers import Note, OutlineBlock
from generator.texts.markdown import definitions, parse
from generator.view.parts import TableView
from generator.view.prose import ProseContext
from generator.view.report_view import report_view
from generator.view.words import Words

TEXT = "# Förväntad utveckling\nVerksamheten[^lön] fortsätter.^[Med el.]\n\n[^lön]: Med sociala avgifter.\n"


def values(*rows: str) -> Values:
    made = small()
    for row, name in zip(made[IncomeOrCost][1:], rows, strict=True):
        row["note_row"] = name
    made[Note][0]["text"] = "Kostnaderna är kända.^[Med el.] Se lönerna[^lön]."
    next(row for row in made[OutlineBlock] if row["heading"] == "Förväntad utveckling")["text"] = ""
    return made


def shown(made: Values, text: str = TEXT) -> tuple[str, Any]:
    report = examined(made, text).report
    assert report is not None
    view = report_view(report)
    note = next(block for block in view.blocks if "Kostnader" in block.heading and block.table)
    section = next(block for block in view.blocks if block.heading == "Förväntad utveckling")
    assert isinstance(note.table, TableView)
    texts = (section.text, note.text, *(row.label for row in note.table.rows))
    return "|".join(re.sub(r"</?[^n/][^>]*>", "", str(text)) for text in texts), note.table


def test_a_note_is_one_by_its_name_in_the_report_and_by_its_words_under_a_heading() -> None:
    text, _ = shown(values("Löner[^lön]", "Lokaler^[Med el.]", "Revision^[Med el.]"))
    assert re.findall(r'<note id="n(\d)">(.*?)</note>', text) == [
        ("1", "Med sociala avgifter."),
        ("2", "Med el."),
        ("3", "Med el."),
    ]
    assert re.sub(r"<note.*?</note>", "¹", text.replace("\n", "")) == (
        "Verksamheten¹ fortsätter.¹|Kostnaderna är kända.¹ Se lönerna1.|Löner1|Lokaler3|Revision3|Summa"
    )


def test_a_row_with_a_named_note_is_the_row_without_it() -> None:
    made = values("Löner[^lön]", "Löner", "Revision")
    assert "Löner1|Revision" in shown(made)[0]
    assert {"text_footnote_unknown", "text_footnote_unused", "text_mark_place"}.isdisjoint(findings(made, TEXT))


@pytest.mark.parametrize(
    ("row", "text", "told"),
    [
        ("Löner[^hyra]", TEXT, "text_footnote_unknown"),
        ("Löner", TEXT + "\n[^hyra]: Ingen kallar på den.\n", "text_footnote_unused"),
        ("Löner[^hyra]", TEXT + "\n[^hyra]: Bara en cell kallar på den.\n", ""),
    ],
)
def test_a_name_without_a_note_and_a_note_without_a_call_are_told(row: str, text: str, told: str) -> None:
    found = set(findings(values(row, "Lokaler", "Revision"), text))
    assert {code for code in found if code.startswith("text_footnote")} == ({told} if told else set())


def test_a_name_with_two_texts_means_neither_in_a_cell() -> None:
    made = values("Löner[^lön]", "Lokaler", "Revision")
    made[Note][0]["text"] = "Kostnader[^lön].\n[^lön]: Utan sociala avgifter."
    assert "text_footnote_several" in findings(made, TEXT)


def test_where_no_call_can_stand_the_named_note_s_words_do() -> None:
    """Under a diagram or a table whose head or label has it: the note itself may be on another page."""
    context = ProseContext(defined=definitions(parse("Ord[^lön].\n\n[^lön]: Med *sociala* avgifter.\n")))
    words = Words(context)
    assert words.shown("Löner[^lön]").count("<note ") == 1
    assert words.moved("Löner[^lön]") == ("Löner: Med <em>sociala</em> avgifter.",)
    assert words.moved("Löner^[Med el.]") == ("Löner: Med el.",)
    assert context.footnotes == 1
