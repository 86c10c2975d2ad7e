"""What a final report has besides its amounts: the association's number, the board's budget, and a page to sign."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.checks.messages_final import (
    BUDGET_NOT_TYPED,
    BUDGET_NOT_TYPED_YET,
    ORGANISATION_NUMBER_MISSING,
    SIGNATURES_NOT_PLACED,
    SIGNATURES_NOT_PLACED_YET,
)
from generator.figures.netted import NET_BUDGET
from generator.findings.finding import Finding, Severity
from generator.ground.names import is_nothing
from generator.model.amounts import IncomeOrCost
from generator.model.association import Association, ReportState
from generator.model.fact import Measure
from generator.model.messages import MISSING_UNTIL_FINAL
from generator.model.registers import OutlineBlock
from generator.model.rows import heading

SIGNATURES = "Underskrifter"


def organisation_number_is_there(case: Case) -> Iterator[Finding]:
    """The association is known by its number; a draft may lack it."""
    entry = case.underlag.association
    if entry is None or entry.row.organisation_number or not is_nothing(entry.source("organisation_number").text):
        return
    place = entry.source("organisation_number")
    if case.state is ReportState.FINAL:
        yield ORGANISATION_NUMBER_MISSING.found(place)
        return
    values = {"column": heading(Association, "organisation_number"), "expects": "numret"}
    yield MISSING_UNTIL_FINAL.found(place, **values).graded(until_final(case.state))


def budget_is_there(case: Case) -> Iterator[Finding]:
    """The outcome is compared with the board's budget (10 kap. 1 § LKBR); told where there is an outcome and none."""
    if case.derived is None or case.state is ReportState.DRAFT or not case.underlag.is_whole(IncomeOrCost):
        return
    year = case.derived.association.year
    measures = {fact.measure for fact in case.derived.facts.amounts if fact.line.is_flow and fact.year == year}
    measures |= {net.measure for net in case.derived.facts.of(NET_BUDGET) if net.year == year}
    if measures == {Measure.OUTCOME}:
        rule = BUDGET_NOT_TYPED if case.state is ReportState.FINAL else BUDGET_NOT_TYPED_YET
        yield rule.found(case.underlag.place(IncomeOrCost), year=year)


def signatures_are_placed(case: Case) -> Iterator[Finding]:
    """The board signs what it has decided; a copy for the web may do without the page."""
    placed = any(entry.row.content == SIGNATURES for entry in case.underlag.of(OutlineBlock))
    if placed or case.derived is None or case.state is ReportState.DRAFT or not case.underlag.is_whole(OutlineBlock):
        return
    if case.underlag.raw[OutlineBlock].rows:
        rule = SIGNATURES_NOT_PLACED if case.state is ReportState.FINAL else SIGNATURES_NOT_PLACED_YET
        yield rule.found(case.underlag.place(OutlineBlock))


def until_final(state: ReportState) -> Severity:
    """How grave it is that what is decided at the board's meeting is not there before it."""
    return Severity.REMAINING if state is ReportState.IN_PROGRESS else Severity.NOTE
