"""What is placed twice in *Innehåll*: it is told with both rows, and nothing in the report shares an anchor."""

import re
from collections import Counter
from typing import Any

from component_cases import Values, read

from generator.blocks.block import Block
from generator.findings.message import message
from generator.ground.anchors import Anchors
from generator.ground.names import Name
from generator.model.registers import Note, OutlineBlock
from generator.report.report import Report, report_of
from generator.subjects.appendices.rows import Appendix
from generator.subjects.auditors.rows import Auditor
from generator.subjects.board.rows import BoardMember
from generator.subjects.goals.rows import Goal
from generator.subjects.insatser.rows import Insats
from generator.subjects.placing import parts_stand_once
from generator.subjects.registry import all_components
from generator.view.report_view import report_view

INSATSER = [{"key": "Teamet", "start": "2020-01"}, {"key": "Drivbänken", "start": "2020-01"}]
FILLED: Values = {
    Insats: INSATSER,
    Appendix: [{"name": "Revisionsberättelse"}, {"name": "Delårsrapport"}],
    Auditor: [{"name": "Bo Ek", "role": "revisor"}],
    BoardMember: [{"name": "Siv Al", "role": "ordförande"}],
    Goal: [{"key": "Samverkan", "text": "Fler samverkar", "target": "50", "outcome": "60"}],
    Note: [{"key": "Principer", "kind": "text", "text": "Lagen följs."}],
}


def placed(*rows: dict[str, Any]) -> list[str]:
    case, _ = read({**FILLED, OutlineBlock: list(rows)})
    return [message(finding).what for finding in parts_stand_once(all_components(), case)]


def report(rows: list[dict[str, Any]]) -> Report:
    case, _ = read({**FILLED, OutlineBlock: rows})
    assert case.derived is not None
    return report_of(case.derived, case.underlag.rows(OutlineBlock))


def test_every_part_placed_twice_in_every_layout_has_anchors_of_its_own() -> None:
    ways = [(part.name, layout) for part in all_components().values() for layout in part.layouts or ("",)]
    rows = [{"content": name, "layout": Name(layout)} for name, layout in ways for _ in range(2)]
    anchors = Counter(
        re.findall(r"anchor='([^']+)'|TextTableView\(key='([^']+)'", repr(report_view(report(rows)).blocks))
    )
    assert len(anchors) > 20
    assert [each for each, count in anchors.items() if count > 1] == []


def test_a_heading_takes_no_anchor_that_a_note_or_an_appendix_has() -> None:
    rows = [{"level": 1, "heading": "Bilaga"}] * 3 + [{"content": "Bilagor"}]
    made = report(rows)
    given = {block.anchor for block in made.blocks if block.anchor}
    assert len(given) == len(made.blocks)
    assert "bilaga-2" not in given
    assert Anchors(["not-2"]).own("not") == "not"
    assert isinstance(made.blocks[0], Block)


def test_the_same_part_twice_is_told_with_both_rows() -> None:
    assert placed({"content": "Styrelse"}, {"content": "Styrelse", "heading": "Igen", "level": 1}) == [
        "Styrelse står på två rader i fliken Innehåll, cellerna E5 och E6. Då kommer samma sak med flera gånger."
    ]
    assert placed({"content": "Styrelse"}, {"content": "Revisorer"}) == []


def test_a_name_that_a_row_for_all_shows_too_is_told_once() -> None:
    [told] = placed({"content": "Faktablad"}, {"content": "Faktablad", "name": "Teamet"})
    assert told.startswith("Faktablad (Teamet) står på två rader")
    assert placed({"content": "Faktablad", "name": "Drivbänken"}, {"content": "Faktablad", "name": "Teamet"}) == []


def test_another_layout_or_unit_is_not_the_same_twice() -> None:
    assert placed({"content": "Driftredovisning"}, {"content": "Driftredovisning", "layout": "per kostnadsslag"}) == []
    assert placed({"content": "Resultaträkning"}, {"content": "Resultaträkning", "shown_unit": "tkr"}) == []
    assert placed({"content": "Driftredovisning"}, {"content": "Driftredovisning", "layout": "sammandrag"}) != []
