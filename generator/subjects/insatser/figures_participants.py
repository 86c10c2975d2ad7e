"""What an insats cost for each participant and of its budget, and how both are found where it has no own accounts.

An insats that alone is booked on an activity has that activity's budget and cost; which one is shown is always said.
"""

from collections import Counter
from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Ratio, Stated, minus, plus
from generator.figures.naming import BUDGET_PART
from generator.ground.formatting import COUNT, KRONOR
from generator.ground.names import NO_NAME, Name
from generator.ground.once import once
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.activities.figures import COSTS, code_of_activity
from generator.subjects.activities.figures_groups import activities_used
from generator.subjects.insatser.figures_accounts import has_budget, reported_by
from generator.subjects.insatser.rows import Insats, activities_of

PLANNED, REACHED, LACKING, COST_EACH = ".planned", ".reached", ".lacking", ".cost_per_participant"
LACKING_SHARE, BUDGET_SHARE = ".lacking_share", ".share_of_budget"

QUALIFIED = {
    f"insats.*{PLANNED}": "insats.*.planerade_deltagare",
    f"insats.*{REACHED}": "insats.*.deltagare",
    f"insats.*{LACKING}": "insats.*.saknade_deltagare",
    f"insats.*{LACKING_SHARE}": "insats.*.saknade_deltagare_andel",
    f"insats.*{BUDGET_SHARE}": "insats.*.andel_av_budgeten",
    f"insats.*{COST_EACH}": "insats.*.kostnad_per_deltagare",
}
"""What the figures are called with the insats that they belong to."""


def own_activity(insats: Insats, underlag: Underlag) -> str:
    """The code of the activity that an insats has alone; empty where it shares one, or has none."""
    mine = activities_of(underlag).get(insats.key, NO_NAME)
    return code_of_activity(mine) if mine and _insatser_on(underlag)[mine] == 1 else ""


@once
def _insatser_on(underlag: Underlag) -> Counter[Name]:
    """How many insatser are booked on each activity."""
    return Counter(activities_of(underlag).values())


def cost_of(insats: Insats, underlag: Underlag, facts: Facts) -> str:
    """The code of what an insats cost: what it has accounted for, else what is booked on it alone; may be empty."""
    if reported_by(insats, facts):
        return insats.code
    activity = own_activity(insats, underlag)
    return f"{activity}.{COSTS}" if activity and activities_used(facts) else ""


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare what each insats used of its budget, its participants, how many it lacks, and the cost of each."""
    for insats in underlag.named(Insats):
        cost = cost_of(insats, underlag, facts)
        if cost and has_budget(insats, facts):
            label = f"Utfall av budgeten, {insats.label}, andel"
            yield Ratio(f"{insats.code}{BUDGET_SHARE}", label, cost, f"{insats.code}{BUDGET_PART}")
        planned, reached = (f"{insats.code}{part}" for part in (PLANNED, REACHED))
        if facts.of(planned):
            yield _count(planned, f"Planerade deltagare, {insats.label}")
        if not facts.of(reached):
            continue
        yield _count(reached, f"Deltagare, {insats.label}")
        if facts.of(planned):
            terms = (*plus(planned), *minus(reached))
            label = f"Deltagare färre än planerat, {insats.label}"
            lacking = f"{insats.code}{LACKING}"
            yield Combined(lacking, label, terms, flow=True, unit=COUNT)
            yield Ratio(f"{insats.code}{LACKING_SHARE}", f"{label}, andel", lacking, planned)
        if cost:
            yield Ratio(
                f"{insats.code}{COST_EACH}", f"Kostnad per deltagare, {insats.label}", cost, reached, unit=KRONOR
            )


def _count(code: str, label: str) -> Stated:
    return Stated(code, label, observed(code), flow=True, unit=COUNT, budgeted=False)
