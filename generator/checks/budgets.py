"""The rules about budgets: what is compared with the outcome is one budget, and it is there for every activity."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.checks.messages_parts import ACTIVITY_WITHOUT_BUDGET, BUDGET_REVISED_MISSING, BUDGET_REVISED_PARTLY
from generator.figures.derivation import Derivation
from generator.figures.measures import shown_budget
from generator.findings.finding import Finding, Severity
from generator.ground.names import Name
from generator.model.amounts import IncomeOrCost
from generator.model.association import ReportState
from generator.model.fact import Fact, Measure


def revised_budget_is_whole(case: Case) -> Iterator[Finding]:
    """Where the revised budget is shown, every activity with a decided budget has one (10 kap. 1 § LKBR).

    The revised budget is typed whole, not as its changes: an empty cell would take the budget away.
    """
    derived = case.derived
    if derived is None or shown_budget(derived.association) is not Measure.BUDGET_REVISED:
        return
    revised = {fact.activity for fact in _budgets(derived, Measure.BUDGET_REVISED)}
    if not revised:
        severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
        yield BUDGET_REVISED_MISSING.found(case.underlag.place(IncomeOrCost)).graded(severity)
        return
    for name, facts in _by_activity(derived, Measure.BUDGET_DECIDED).items():
        if name not in revised:
            amount = sum(fact.amount for fact in facts)
            values = {"activity": facts[0].activity or facts[0].row, "amount": amount}
            yield BUDGET_REVISED_PARTLY.found(*(fact.source for fact in facts), **values)


def activities_have_budgets(case: Case) -> Iterator[Finding]:
    """An activity with an outcome and no budget stands with its whole outcome as deviation."""
    derived = case.derived
    if derived is None:
        return
    budgeted = {fact.activity for fact in _budgets(derived, shown_budget(derived.association))}
    if not any(budgeted):
        return
    for name, facts in _by_activity(derived, Measure.OUTCOME).items():
        if name and name not in budgeted:
            values = {"activity": facts[0].activity, "amount": sum(fact.amount for fact in facts)}
            yield ACTIVITY_WITHOUT_BUDGET.found(*(fact.source for fact in facts), **values)


def _budgets(derived: Derivation, measure: Measure) -> Iterator[Fact]:
    """The year's amounts of one measure in the income statement; a budget of nil is a budget."""
    for fact in derived.facts.amounts:
        flow = fact.line.is_flow and not fact.part_of
        if flow and fact.year == derived.association.year and fact.measure is measure:
            yield fact


def _by_activity(derived: Derivation, measure: Measure) -> dict[Name, list[Fact]]:
    found: dict[Name, list[Fact]] = {}
    for fact in (fact for fact in _budgets(derived, measure) if fact.amount):
        found.setdefault(fact.activity, []).append(fact)
    return found
