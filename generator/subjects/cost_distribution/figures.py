"""The costs of each group of activities, their sum and each group's share; with financial costs and without."""

from collections.abc import Iterator, Mapping

from generator.figures.declaration import Combined, Declaration, Ratio, plus
from generator.ground.names import slug
from generator.model.facts import Facts
from generator.model.positions import in_order
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.subjects.activities.figures import (
    COSTS,
    OPERATING,
    UNPLACED,
    code_of_activity,
    older_years,
)
from generator.subjects.activities.figures_groups import FINANCING, NO_ACTIVITY, activities_used

CODE = "cost_distribution"
OPERATING_CODE = f"{CODE}.operating"
"""What the codes begin with where the financial costs are left out."""

TOTAL = f"{CODE}.total"
LABELS = {
    "administration": "Administration",
    "individinriktad": "Individinriktade insatser",
    "strukturövergripande": "Strukturövergripande insatser",
    FINANCING: "Finansiering",
    "egen": "Övriga verksamheter",
    NO_ACTIVITY: "Utan verksamhet",
}
QUALIFIED = {
    CODE: "kostnadsfördelning",
    f"{CODE}.*.share": "kostnadsfördelning.*.andel",
    f"{TOTAL}.share": "kostnadsfördelning.summa.andel",
    f"{OPERATING_CODE}.*": "kostnadsfördelning.verksamhetens.*",
    f"{OPERATING_CODE}.*.share": "kostnadsfördelning.verksamhetens.*.andel",
    f"{OPERATING_CODE}.total": "kostnadsfördelning.verksamhetens.summa",
    f"{OPERATING_CODE}.total.share": "kostnadsfördelning.verksamhetens.summa.andel",
}


def code_of_group(group: str, scope: str = CODE) -> str:
    """The code of a group's costs."""
    return f"{scope}.{slug(group)}"


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each group's costs, their sum, and each group's share of it; with financial costs and without."""
    if underlag.association is None or not activities_used(facts):
        return
    older = older_years(facts, underlag.association.row.year)
    activities = by_group(underlag)
    for scope, part, words in ((CODE, COSTS, "kostnader"), (OPERATING_CODE, OPERATING, "verksamhetens kostnader")):
        total = f"{scope}.total"
        for group, label in LABELS.items():
            own = [f"{code_of_activity(each.key)}.{part}" for each in activities[group]]
            costs = plus(*own) if group != NO_ACTIVITY else plus(f"{UNPLACED}.{part}")
            name = label if scope == CODE else f"{label}, {words}"
            yield Combined(code_of_group(group, scope), name, costs, flow=True, older=older)
            share = f"{code_of_group(group, scope)}.share"
            yield Ratio(share, f"{name}, andel av kostnaderna", code_of_group(group, scope), total, older=older)
        groups = plus(*(code_of_group(group, scope) for group in LABELS))
        summed = f"Summa {words}" if scope == CODE else f"Alla verksamheter, {words}"
        yield Combined(total, summed, groups, flow=True, older=older)
        yield Ratio(f"{total}.share", f"{summed}, andel", total, total, older=older)


def by_group(underlag: Underlag) -> Mapping[str, list[Activity]]:
    """The activities in order, by group."""
    found: dict[str, list[Activity]] = {group: [] for group in LABELS}
    for activity in in_order(underlag.named(Activity)):
        found[activity.group].append(activity)
    return found
