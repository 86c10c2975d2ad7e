"""What the components that group amounts by activity (*verksamhet*) share: groups, and income and costs."""

from collections.abc import Callable, Mapping

from generator.figures.measures import shown_budget, shown_suffixes
from generator.ground.names import Name
from generator.model.association import Association
from generator.model.fact import Fact, Measure
from generator.model.facts import Facts, Pick, on_line
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.statements.lines import LINES
from generator.statements.statement import Kind

FINANCING = "finansiering"
NO_ACTIVITY = "utan verksamhet"


def groups_of(underlag: Underlag) -> Mapping[Name, str]:
    """The group of each activity, by its key."""
    return {activity.key: activity.group for activity in underlag.rows(Activity)}


def group_of(fact: Fact, groups: Mapping[Name, str]) -> str:
    """The group that a Fact's activity belongs to."""
    return groups.get(fact.activity, NO_ACTIVITY)


def is_kind(fact: Fact, kind: Kind) -> bool:
    """Whether a Fact stands on a line of ``kind``."""
    return fact.line.kind is kind


def of_kind(kind: Kind, also: Callable[[Fact], bool] | None = None) -> Pick:
    """Pick all income, or all costs."""
    return on_line(*(line for line in LINES.values() if line.kind is kind), also=also)


def budget_suffixes(association: Association) -> tuple[str, str, str]:
    """The keys' suffix for the budget that is shown and for the deviation from it, and the budget's name."""
    revised = shown_budget(association) is Measure.BUDGET_REVISED
    return *shown_suffixes(association), "Reviderad budget" if revised else "Budget"


def activities_used(facts: Facts) -> bool:
    """Whether any amount is given an activity at all."""
    return any(fact.activity for fact in facts.amounts)
