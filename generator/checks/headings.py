"""Headings under which nothing stands: what was to be there has been forgotten, most often the text files."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.checks.messages_content import HEADINGS_WITHOUT_TEXT
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import enumerated, first_of
from generator.ground.names import brief
from generator.model.association import ReportState
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry
from generator.texts.vacant import vacant

_MOST_NAMED = 5


def headings_have_something(case: Case) -> Iterator[Finding]:
    """Under each heading of the outline stands a text, a part of the report, or a heading below it."""
    if not case.underlag.is_whole(OutlineBlock):
        return  # what could not be read may be what stands there
    empty = list(_empty(case))
    if empty:
        finding = HEADINGS_WITHOUT_TEXT.found(*(entry.source("heading") for entry in empty), headings=_named(empty))
        # Of a report under way most is still to be written; a page that only divides is meant, and may be accepted.
        yield finding.graded(Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None)


def _empty(case: Case) -> Iterator[Entry[OutlineBlock]]:
    entries = case.underlag.of(OutlineBlock)
    yield from (entries[block] for block in vacant(case.outline or case.underlag.rows(OutlineBlock)))


def _named(empty: list[Entry[OutlineBlock]]) -> str:
    """The headings as the beginning of a sentence; of many the first."""
    named = first_of([f"”{brief(entry.row.heading)}”" for entry in empty], _MOST_NAMED)
    return f"{'Rubriken' if len(empty) == 1 else 'Rubrikerna'} {enumerated(named)}"
