"""Tables and diagrams in one series: which are numbered, what they are called, and how the contents list them."""

from typing import Any

import pytest
from component_cases import Values, read

from generator.blocks.block import Block
from generator.figures.derivation import Derivation
from generator.model.registers import OutlineBlock
from generator.report.outline import outline
from generator.report.report import report_of
from generator.subjects.appendices.rows import Appendix
from generator.subjects.board.rows import BoardMember
from generator.subjects.free_tables.rows import FreeRow, FreeTable
from generator.texts.reference import Reference
from generator.view.report_view import report_view

HEAD = {"table": "T", "kind": "kolumner", "label": "Slag", "value_1": "Antal"}
VALUES: Values = {
    BoardMember: [{"name": "Ada Ek", "role": "ordförande", "kind": "ordinarie"}],
    FreeTable: [{"name": "T", "title": "Besök"}],
    FreeRow: [HEAD, {"table": "T", "label": "Ett", "value_1": 7}],
}
ROWS = (
    {"level": 1, "heading": "Innehåll", "content": "Innehållsförteckning", "layout": "med tabeller och diagram"},
    {"level": 1, "heading": "Styrelsen", "content": "Styrelse"},
    {"level": 2, "heading": "Om", "content": "Styrelse"},
    {"content": "Egen tabell", "name": "T"},
    {"level": 2, "heading": "Besök", "content": "Egen tabell", "name": "T"},
    {"level": 2, "heading": "Besök", "content": "Egen tabell", "name": "T", "text": "Så här många."},
    {"level": 1, "heading": "Resultaträkning", "content": "Resultaträkning"},
)


def derived(numbering: str) -> tuple[Derivation, tuple[OutlineBlock, ...]]:
    case, problems = read({**VALUES, OutlineBlock: list(ROWS)}, number_tables=numbering)
    assert problems == []
    assert isinstance(case.derived, Derivation)
    return case.derived, case.underlag.rows(OutlineBlock)


def captions(blocks: tuple[Block, ...]) -> list[str]:
    return [block.caption.replace("\u00a0", " ") for block in blocks]


@pytest.mark.parametrize(
    ("numbering", "expected"),
    [
        ("ja", ["", "", "", "Tabell 1. Besök", "Tabell 2", "Tabell 3. Besök", ""]),
        ("nej", ["", "", "", "Besök", "", "Besök", ""]),
        ("alla tabeller", ["", "Tabell 1", "Tabell 2. Styrelse", "Tabell 3. Besök", "Tabell 4", "Tabell 5. Besök", ""]),
    ],
)
def test_a_caption_never_repeats_the_heading_right_above_it(numbering: str, expected: list[str]) -> None:
    assert captions(outline(*derived(numbering))) == expected


def test_texts_refer_to_a_table_by_its_number_and_the_contents_list_them_all() -> None:
    report = report_of(*derived("alla tabeller"))
    found: Any = report.targets.find(Reference("", "tabell", ("Styrelse",)))
    assert [target.words for target in found] == ["tabell\u00a01", "tabell\u00a02"]
    lines = [(line.number, line.heading, line.anchor) for line in report_view(report).listed]
    assert lines[:3] == [
        ("Tabell\u00a01", "Styrelse", "tabell-board"),
        ("Tabell\u00a02", "Styrelse", "tabell-board-2"),
        ("Tabell\u00a03", "Besök", "tabell-table-t"),
    ]


def test_a_row_s_own_caption_stands_in_the_place_of_the_table_s_and_over_a_text_without_any() -> None:
    own = ({"content": "Egen tabell", "name": "T", "caption": "Mitt"}, {"text": "Text.", "caption": "Till sist"})
    appendices = {"level": 2, "heading": "Bilagor", "content": "Bilagor", "caption": "De här"}
    case, _ = read({**VALUES, Appendix: [{"name": "Ett"}], OutlineBlock: [*own, appendices]}, number_tables="nej")
    assert isinstance(case.derived, Derivation)
    blocks = outline(case.derived, case.underlag.rows(OutlineBlock))
    assert [(block.caption, block.lead) for block in blocks] == [("Mitt", ""), ("", "Till sist"), ("", "De här")]
