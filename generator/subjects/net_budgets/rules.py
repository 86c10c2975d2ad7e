"""The rules of net budgets: no budget is typed both net and otherwise."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.figures.measures import shown_budget
from generator.figures.netted import NET_BUDGET
from generator.findings.finding import Finding
from generator.model.fact import Fact, Measure, Observation
from generator.subjects.net_budgets.messages import NET_BUDGET_PARTLY_REVISED, NET_BUDGET_TWICE

OTHER_NET, ON_LINES = "en nettobudget till", "budget på rader i fliken Intäkter och kostnader"


def net_budgets_stand_alone(case: Case) -> Iterator[Finding]:
    """What has a net budget has no other: an activity none on lines, the whole association none at all."""
    if case.derived is None:
        return
    nets = case.derived.facts.of(NET_BUDGET)
    for place, net in enumerate(nets):
        others = [each.source for each in nets[:place] if _is_same(each, net) and each.row == net.row]
        others += [each.source for each in nets if _is_same(each, net) and not net.row and each.row]
        lines = [fact.source for fact in case.derived.facts.amounts if _is_same(fact, net) and _is_within(fact, net)]
        if others or lines:
            other = OTHER_NET if others else ON_LINES
            yield NET_BUDGET_TWICE.found(net.source, *others, *lines, what=_what(net), amount=net.amount, other=other)


def revised_net_budgets_are_whole(case: Case) -> Iterator[Finding]:
    """Where the report shows the revised budget, what has a decided net budget has a revised one."""
    if case.derived is None or shown_budget(case.derived.association) is not Measure.BUDGET_REVISED:
        return
    nets = case.derived.facts.of(NET_BUDGET)
    revised = {net.row for net in nets if net.measure is Measure.BUDGET_REVISED}
    for net in nets:
        is_decided = net.measure is Measure.BUDGET_DECIDED and net.year == case.derived.association.year
        if is_decided and net.row not in revised:
            yield NET_BUDGET_PARTLY_REVISED.found(net.source, what=_what(net), amount=net.amount)


def _is_same(one: Fact | Observation, other: Observation) -> bool:
    return (one.year, one.measure) == (other.year, other.measure)


def _is_within(fact: Fact, net: Observation) -> bool:
    """Whether an amount is on a line and of what the budget is of."""
    return fact.line.is_flow and not fact.part_of and (not net.row or fact.activity == net.row)


def _what(net: Observation) -> str:
    if net.row:
        return f"Verksamheten {net.row}"
    return "Hela förbundet"
