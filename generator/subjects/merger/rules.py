"""The rules of a merger: a note tells of it, and what was taken over stands once."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.model.rows import Entry
from generator.statements.changes import Change
from generator.subjects.merger.messages import TWICE, WITHOUT_NOTE
from generator.subjects.merger.rows import TakenOver
from generator.subjects.roll_forward.rows import RollRow


def mergers_are_told(case: Case) -> Iterator[Finding]:
    """What was taken over is told in a note, for equity then changes without a result (4 kap. 4 § LKBR)."""
    taken = case.underlag.of(TakenOver)
    if any(entry.row.note for entry in taken):
        return
    every: list[Entry[TakenOver] | Entry[RollRow]] = [*taken, *_rolled(case)]
    for entry in every[:1]:
        amount = entry.row.this_year if entry.row.this_year is not None else entry.row.last_year
        yield WITHOUT_NOTE.found(entry.source("note"), amount=amount or 0)


def taken_over_once(case: Case) -> Iterator[Finding]:
    """What was taken over stands in one of the tabs."""
    rolled = {entry.row.line: entry for entry in _rolled(case)}
    for entry in case.underlag.of(TakenOver):
        other = rolled.get(entry.row.line)
        if other is not None:
            place = other.source("line")
            yield TWICE.found(entry.source("line"), place, line=entry.row.line, cell=place)


def _rolled(case: Case) -> list[Entry[RollRow]]:
    return [entry for entry in case.underlag.of(RollRow) if entry.row.change is Change.TAKEN_OVER]
