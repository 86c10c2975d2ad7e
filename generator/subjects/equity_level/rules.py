"""The rules of the level that equity is held against: the staircase is checked, tried, and made of shares."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.figures.figure import FigureId
from generator.findings.finding import Finding, Severity
from generator.model.association import EquityLevel, ReportState
from generator.model.per_cents import Typed, unclear
from generator.subjects.equity_level.messages import SHARE_OUTSIDE, UNCHECKED, UNTRIED
from generator.subjects.equity_level.rows import DERIVED_UP_TO, TAB, Step, shows_staircase
from generator.subjects.operating_statement.figures import CONTRIBUTIONS


def staircase_is_checked(case: Case) -> Iterator[Finding]:
    """The staircase is shown only when somebody has checked it; what the program gives was tried to a limit."""
    entry = case.underlag.association
    if entry is None or case.derived is None or entry.row.equity_level != EquityLevel.STAIRCASE:
        return
    if not shows_staircase(case.underlag):
        severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
        yield UNCHECKED.found(entry.source("equity_level_checked")).graded(severity)
        return
    contributions = case.derived.figures[FigureId(CONTRIBUTIONS, entry.row.year)].amount
    if contributions > DERIVED_UP_TO and _are_ours(case):
        yield UNTRIED.found(case.underlag.place(Step), amount=contributions, limit=DERIVED_UP_TO)


def shares_are_shares(case: Case) -> Iterator[Finding]:
    """A step's share lies between nought and one; asked where the staircase is chosen."""
    entry = case.underlag.association
    chosen = entry is not None and entry.row.equity_level == EquityLevel.STAIRCASE
    steps = case.underlag.of(Step) if chosen else ()
    yield from unclear(Typed(step.row.share, step.source("share")) for step in steps)
    for step in steps:
        if not 0 <= step.row.factor <= 1:
            yield SHARE_OUTSIDE.found(step.source("share"), found=step.source("share").text)


def _are_ours(case: Case) -> bool:
    """Whether the steps are those that a new workbook has."""
    typed = [row.up_to for row in case.underlag.rows(Step)]
    return typed == [starter.get("up_to") for starter in TAB.sections[0].starters]
