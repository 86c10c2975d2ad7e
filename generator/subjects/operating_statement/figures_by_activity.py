"""The rows of the operating statement by activity: income, cost and net cost of each, and the sums."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, plus
from generator.ground.names import Name, slug, unique
from generator.model.facts import Facts
from generator.model.positions import in_order
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.subjects.activities.figures import ACTIVITY_INCOME, COSTS, NET, UNPLACED, code_of_activity, label_of
from generator.subjects.activities.figures_groups import NO_ACTIVITY, activities_used

ROW, ALL_ACTIVITIES = "operating_statement.row", "operating_statement.all"
_PARTS = {"": (NET, "nettokostnad"), ".income": (ACTIVITY_INCOME, "intäkter"), ".costs": (COSTS, "kostnader")}
"""What follows on a row's code: the activities' part that it adds, and the word for it."""

QUALIFIED = {
    f"{ROW}.*": "driftredovisning.*",
    f"{ROW}.*.income": "driftredovisning.*.intäkt",
    f"{ROW}.*.costs": "driftredovisning.*.kostnad",
    ALL_ACTIVITIES: "driftredovisning.summa",
    f"{ALL_ACTIVITIES}.income": "driftredovisning.summa.intäkt",
    f"{ALL_ACTIVITIES}.costs": "driftredovisning.summa.kostnad",
}


def rows_of(underlag: Underlag) -> dict[str, tuple[str, list[str]]]:
    """The rows in order: the code of each, its label, and the codes of the activities that it adds."""
    gathered: dict[Name, list[str]] = {}
    for activity in in_order(underlag.named(Activity)):
        label = Name(activity.operating_row or label_of(activity))
        gathered.setdefault(label, []).append(code_of_activity(activity.key))
    unplaced = slug(NO_ACTIVITY)
    parts = unique([slug(str(label), but=(unplaced,)) for label in gathered])
    rows = {f"{ROW}.{part}": (str(label), codes) for part, (label, codes) in zip(parts, gathered.items(), strict=True)}
    return rows | {f"{ROW}.{unplaced}": (NO_ACTIVITY.capitalize(), [UNPLACED])}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each row's income, cost and net cost, and the sums of all rows."""
    if underlag.association is None or not activities_used(facts):
        return
    rows = rows_of(underlag)
    for suffix, (part, word) in _PARTS.items():
        for code, (label, activities) in rows.items():
            terms = plus(*(f"{activity}.{part}" for activity in activities))
            yield Combined(f"{code}{suffix}", f"{label}, {word} i driftredovisningen", terms, flow=True)
        terms = plus(*(f"{code}{suffix}" for code in rows))
        yield Combined(f"{ALL_ACTIVITIES}{suffix}", f"Summa {word} i driftredovisningen", terms, flow=True)
