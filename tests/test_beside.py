"""Blocks side by side: which rows and columns narrow blocks make, and that they are read as they were typed."""

from typing import Any

from component_cases import Values, placed, read

from generator.blocks.block import Block
from generator.figures.derivation import Derivation
from generator.model.association import Width
from generator.model.registers import OutlineBlock
from generator.report.outline import outline
from generator.subjects.charts.rows import ChartRow
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_texts import InsatsText
from generator.subjects.insatser.show import COMPONENT as INSATSER
from generator.view.beside import beside

HALF, THIRD, WHOLE = Width.HALF, Width.THIRD, Width.WHOLE


def rows(*blocks: Block) -> str:
    """The rows as signs: [ and ] around a row, ( and ) around a column."""
    signs = []
    for place in beside(blocks):
        around = ("[" if place.row else "", "(" if place.begins_column else "", "b")
        signs.append("".join((*around, ")" if place.ends_column else "", "]" if place.ends_row else "")))
    return "".join(signs)


def test_narrow_blocks_stand_beside_each_other_as_long_as_there_is_room() -> None:
    assert rows(*map(narrow, (HALF, HALF, HALF, WHOLE, THIRD, THIRD, THIRD, THIRD))) == "[(b)(b)][(b)]b[(b)(b)(b)][(b)]"
    assert rows(*map(narrow, (HALF, THIRD, THIRD))) == "[(b)(b)][(b)]"


def narrow(width: Width, **more: Any) -> Block:
    return Block(text="Text.", width=width, **more)


def test_a_new_page_begins_a_new_row_and_the_row_has_it() -> None:
    blocks = (narrow(HALF), narrow(HALF, new_page=True), narrow(HALF))
    assert rows(*blocks) == "[(b)][(b)(b)]"
    assert [place.row.split()[-1] for place in beside(blocks) if place.row] == ["filled-50", "new-page"]


def widths(*typed: dict[str, Any]) -> list[tuple[str, Width, bool]]:
    case, _ = read({OutlineBlock: list(typed)})
    assert isinstance(case.derived, Derivation)
    blocks = outline(case.derived, case.underlag.rows(OutlineBlock))
    return [(block.heading, block.width, block.joined) for block in blocks]


def test_a_text_keeps_its_inner_headings_in_its_column_and_a_chapter_has_the_whole_width() -> None:
    inner = {"level": 2, "heading": "Arbetet", "text": "Före.\n\n### Inne\n\nText.", "width": "halv"}
    assert widths({"level": 1, "heading": "Kapitel", "text": "Text.", "width": "halv"}, inner) == [
        ("Kapitel", WHOLE, False),
        ("Arbetet", HALF, False),
        ("Inne", HALF, True),
    ]


def test_captions_side_by_side_have_room_for_as_many_lines() -> None:
    blocks = (narrow(HALF, caption="Kort"), narrow(HALF, caption="En rubrik som behöver två rader för att få plats"))
    assert "captions-2" in beside(blocks)[0].row
    assert "captions" not in beside((blocks[0], blocks[0]))[0].row


def test_insatser_in_boxes_have_each_its_name_and_what_is_told_of_it() -> None:
    texts = [{"insats": "Ett", "text": "Vi träffas."}, {"insats": "Ett", "heading": "Mål", "text": "Ett mål."}]
    case, _ = read({Insats: [{"key": "Ett"}, {"key": "Två", "parties": "A, B"}], InsatsText: texts})
    boxes = placed(INSATSER, case, layout="rutor, tre i bredd")
    assert [(block.heading, block.text.strip()) for block in boxes] == [("Ett", "Vi träffas."), ("Två", "A, B")]
    assert rows(*boxes) == "[(b)(b)]"
    assert [place.width for place in beside(boxes)] == ["third box"] * 2


def test_a_diagram_beside_its_text_stands_under_the_row_s_heading() -> None:
    numbers = [{"table": "T", "kind": "kolumner", "label": "Slag", "value_1": "Antal"}, {"table": "T", "label": "Ett"}]
    values: Values = {
        FreeTable: [{"name": "T"}],
        FreeRow: [numbers[0], {**numbers[1], "value_1": 7}],
        ChartRow: [{"name": "D", "kind": "ring", "table": "T"}],
    }
    row = {"level": 2, "heading": "Rubrik", "content": "Diagram", "name": "D", "layout": "bredvid texten"}
    assert shown(values, row | {"text": "Text."}) == [("Rubrik", "", WHOLE), ("", "Text.", HALF), ("", "", HALF)]
    assert [width for *_, width in shown(values, row)] == [WHOLE, WHOLE]


def shown(values: Values, row: dict[str, Any]) -> list[tuple[str, str, Width]]:
    case, _ = read({**values, OutlineBlock: [row]})
    assert isinstance(case.derived, Derivation)
    blocks = outline(case.derived, case.underlag.rows(OutlineBlock))
    return [(block.heading, block.text, block.width) for block in blocks]
