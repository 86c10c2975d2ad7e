"""The appendices: numbers that follow the order, what is to be had on request, and files that are not there."""

from pathlib import Path

from component_cases import Values, placed, read, told

from generator.figures.figure import FigureId
from generator.findings.finding import Severity
from generator.subjects.appendices import rules
from generator.subjects.appendices import show as appendices
from generator.subjects.appendices.rows import Appendix
from generator.subjects.appendices.show import Appendices
from generator.texts.reference import Reference
from generator.texts.targets import Targets

FOUR: Values = {
    Appendix: [
        {"name": "Måluppfyllelse A", "file": "på begäran"},
        {"name": "Måluppfyllelse B", "file": "På  begäran"},
        {"name": "Enkäten", "file": "enkät.pdf"},
        {"name": "Avtalet"},
    ]
}


def test_the_number_follows_the_order_and_what_must_be_asked_for_is_marked() -> None:
    case, findings = read(FOUR)
    assert findings == []
    (block,) = placed(appendices.COMPONENT, case)
    assert isinstance(block.content, Appendices)
    assert [(each.number, each.name, each.mark) for each in block.content.appendices] == [
        (1, "Måluppfyllelse A", "på begäran"),
        (2, "Måluppfyllelse B", "på begäran"),
        (3, "Enkäten", ""),
        (4, "Avtalet", ""),
    ]


def test_a_text_may_refer_to_an_appendix_by_its_name() -> None:
    case, _ = read(FOUR)
    (block,) = placed(appendices.COMPONENT, case)
    targets = Targets(block.targets)
    (target,) = targets.find(Reference("", "bilaga", ("enkäten",)))
    assert (target.words, target.anchor) == ("bilaga 3", "bilaga-3")


def test_texts_can_tell_how_many_there_are() -> None:
    case, _ = read(FOUR)
    assert case.derived is not None
    assert case.derived.figures[FigureId("appendices", 2020)].value == 4


def test_without_appendices_nothing_is_shown() -> None:
    case, _ = read({})
    assert placed(appendices.COMPONENT, case) == []


def test_a_file_that_is_not_there_is_told_of_with_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "enkat.pdf").touch()
    case, _ = read(FOUR, tmp_path)
    (finding,) = told(rules.files_are_there, case)
    assert finding.severity is Severity.WARNING
    assert finding.place.cell == "B7"
    assert "Menade du ”enkat.pdf”?" in finding.what
    final, _ = read(FOUR, tmp_path, state="slutlig")
    assert [each.severity for each in told(rules.files_are_there, final)] == [Severity.ERROR]
    (tmp_path / "enkät.pdf").touch()
    assert told(rules.files_are_there, case) == []


def test_two_appendices_with_one_name_are_told_of() -> None:
    _, findings = read({Appendix: [{"name": "Enkäten"}, {"name": "enkäten"}]})
    assert [finding.code for finding in findings] == ["key_twice"]
