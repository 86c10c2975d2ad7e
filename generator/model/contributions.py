"""What contributions have from the rows of their budget: the sub-item and the row of the operating statement.

Contributions stand in the register of members and their budget among income and costs; where the budget stands in the
statements, there the contributions stand too, so that a place is typed once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.ground.names import NO_NAME, Name
from generator.model.fact import Fact, Measure, Typed


def placed_as_budgeted(facts: Iterable[Typed]) -> tuple[Typed, ...]:
    """Give each contribution the places that the rows of its budget have, where these agree on one."""
    facts = tuple(facts)
    if not any(isinstance(fact, Fact) and fact.contribution for fact in facts):
        return facts
    budgets = _budgets_alone([fact for fact in facts if isinstance(fact, Fact) and not fact.contribution])
    return tuple(_placed(fact, budgets) if isinstance(fact, Fact) and fact.contribution else fact for fact in facts)


def _budgets_alone(facts: Sequence[Fact]) -> list[Fact]:
    """The budgets of rows without any outcome of their own."""
    booked = {fact.row_of for fact in facts if fact.measure is Measure.OUTCOME and fact.amount}
    return [fact for fact in facts if fact.measure is not Measure.OUTCOME and fact.row_of not in booked]


def _placed(contribution: Fact, budgets: Sequence[Fact]) -> Fact:
    own = [each for each in budgets if (each.line, each.activity) == (contribution.line, contribution.activity)]
    own = [each for each in own if each.row == contribution.row] or own
    return replace(
        contribution,
        sub_item=_one_of(each.sub_item for each in own),
        operating_row=_one_of(each.operating_row for each in own),
    )


def _one_of(names: Iterable[Name]) -> Name:
    found = set(names)
    return found.pop() if len(found) == 1 else NO_NAME
