"""The rule that a part of the report that is placed shows something: told while the tabs it is made of are empty."""

from collections.abc import Iterator, Sequence

from generator.blocks.case import Case
from generator.blocks.subject import Subject
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import enumerated
from generator.model.association import ReportState
from generator.model.registers import OutlineBlock
from generator.subjects.messages import PART_WAITS
from generator.texts.vacant import vacant


def placed_parts_are_filled(subjects: Sequence[Subject], case: Case) -> Iterator[Finding]:
    """Of a part whose tabs nobody has filled in a heading alone is printed. What all need is told of by itself."""
    severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
    entries = case.underlag.of(OutlineBlock)
    for block in vacant(case.outline or case.underlag.rows(OutlineBlock), case.shows):
        entry = entries[block]
        tabs = [tab for subject in subjects if _has(subject, entry.row.content) for tab in subject.tabs]
        waiting = [tab.name for tab in tabs if tab.topic is not None]
        own = [section for tab in tabs for section in tab.sections if not section.starters]
        filled = any(case.underlag.raw[section.model].rows for section in own)
        if waiting and not filled:
            values = {"heading": entry.row.heading, "tabs": enumerated(waiting, "eller")}
            yield PART_WAITS.found(entry.source("content"), **values).graded(severity)


def _has(subject: Subject, part: str) -> bool:
    return any(component.name == part for component in subject.components)
