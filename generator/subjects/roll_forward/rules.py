"""The rules of balances shown from opening to closing: each amount is typed once, and each change is told."""

import re
from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.model.amounts import BalanceItem, IncomeOrCost
from generator.model.rows import YEARS, Entry
from generator.statements.changes import Change
from generator.subjects.roll_forward.messages import (
    BALANCE_TWICE,
    CHANGE_WITHOUT_WORDS,
    DEPRECIATION_TWICE,
    DEPRECIATION_WITHOUT_MINUS,
    OPENING_THIS_YEAR,
    OPENING_TWICE,
)
from generator.subjects.roll_forward.rows import DEPRECIATION, DEPRECIATION_LINE, OPENING, RollRow

_REVERSED = re.compile(r"återför", re.IGNORECASE)
"""Begins the text of a write-down that was taken back, which raises its asset."""


def balances_stand_once(case: Case) -> Iterator[Finding]:
    """A balance that is rolled forward is not typed among the balances too."""
    rolled = {row.line: entry for entry in case.underlag.of(RollRow) for row in (entry.row,)}
    for entry in case.underlag.of(BalanceItem):
        other = rolled.get(entry.row.line)
        if other is not None and (entry.row.this_year or entry.row.last_year):
            place = other.source("line")
            yield BALANCE_TWICE.found(entry.source("line"), place, line=entry.row.line, cell=place)


def parts_open_once(case: Case) -> Iterator[Finding]:
    """A part has one opening amount, and no change without words."""
    seen: dict[str, Entry[RollRow]] = {}
    for entry in case.underlag.of(RollRow):
        if entry.row.kind == OPENING:
            first = seen.setdefault(entry.row.part, entry)
            if first is not entry:
                other = first.source("kind")
                yield OPENING_TWICE.found(entry.source("kind"), other, cell=other.cell)
            if entry.row.this_year is not None:
                yield OPENING_THIS_YEAR.found(entry.source("this_year"))
        elif not entry.row.text:
            yield CHANGE_WITHOUT_WORDS.found(entry.source("label"))


def depreciations_stand_once(case: Case) -> Iterator[Finding]:
    """A depreciation that is rolled forward is not typed among the costs too, and lowers its asset."""
    rolled = [entry for entry in case.underlag.of(RollRow) if entry.row.kind == DEPRECIATION]
    lowered = [entry for entry in case.underlag.of(RollRow) if entry.row.change is Change.WRITE_DOWN]
    for entry in (*rolled, *(each for each in lowered if not _REVERSED.match(each.row.label))):
        for _, amount, source in entry.typed(YEARS):
            if amount > 0:
                yield DEPRECIATION_WITHOUT_MINUS.found(source)
    label = DEPRECIATION_LINE.label
    for cost in case.underlag.of(IncomeOrCost) if rolled else ():
        if cost.row.line == label and (cost.row.this_year or cost.row.last_year):
            place = rolled[0].source("kind")
            yield DEPRECIATION_TWICE.found(cost.source("line"), place, line=label, cell=place)
