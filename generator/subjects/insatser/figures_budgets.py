"""The budget of an insats that has none of its own: that of the activity that it alone is booked on.

It is one budget, typed once, and shown wherever the insats's budget is: in its fact sheet and among all insatser.
"""

from collections import Counter
from collections.abc import Iterator

from generator.figures.measures import shown_budget
from generator.ground.names import NO_NAME
from generator.model.amounts import IncomeOrCost
from generator.model.fact import Fact, Observation
from generator.model.underlag import Underlag
from generator.statements.statement import Kind
from generator.subjects.activities.rows import CostSplit
from generator.subjects.insatser.rows import Insats, activities_of
from generator.subjects.insatser.rows_accounts import InsatsCost


def budgets_of_activities(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give what is budgeted for the costs of an insats's own activity as the budget of the insats.

    Not where a part of the activity's cost is another's (*Fördelning av kostnader*): its budget is then not the row's.
    """
    if underlag.association is None:
        return
    booked_on, measure = activities_of(underlag), shown_budget(underlag.association.row)
    insatser_on = Counter(booked_on.values())
    split = {key for row in underlag.rows(CostSplit) for key in (row.from_activity, row.to_activity)}
    by_kind = {row.insats for row in underlag.rows(InsatsCost) if row.budget is not None}
    alone = {
        booked_on[insats.key]: insats
        for insats in underlag.named(Insats)
        if insats.budget is None and insats.key not in by_kind and insatser_on[booked_on.get(insats.key, NO_NAME)] == 1
    }
    for fact in (fact for entry in underlag.of(IncomeOrCost) for fact in IncomeOrCost.facts(entry, year)):
        own = _is_budget(fact) and (fact.year, fact.measure) == (year, measure) and fact.activity not in split
        if own and fact.activity in alone:
            yield Observation(f"{alone[fact.activity].code}.budget", year, fact.amount, fact.source)


def _is_budget(fact: Fact) -> bool:
    return fact.line.kind is Kind.COST and not fact.part_of
