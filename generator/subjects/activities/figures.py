"""What each activity (*verksamhet*) costs and brings in: the one list of cost distribution and operating statement.

Both are groupings of these figures, so that they cannot differ from each other, nor from the income statement.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.figures.declaration import Combined, Declaration, Scaled, Stated, Term, minus, plus
from generator.ground.names import Name, slug, unique
from generator.model.fact import Fact, Measure
from generator.model.facts import Facts, Pick, observed, on_activity, on_line
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.statements.lines import INCOME_LINES, LINES
from generator.statements.statement import Kind
from generator.subjects.activities.figures_groups import NO_ACTIVITY, activities_used, group_of, groups_of, is_kind
from generator.subjects.activities.rows import MOVED, CostSplit

FINANCIAL_LINE = LINES["financial_costs"]
OPERATING, FINANCIAL, COSTS, ACTIVITY_INCOME, NET = "operating_costs", "financial_costs", "costs", "income", "net_cost"
"""The parts of an activity's figures, after its code."""

_Test = Callable[[Fact], bool]

UNPLACED = "activity.utan_verksamhet"
"""The code of what is given no activity."""

_PARTS = {
    OPERATING: "verksamhetens_kostnader",
    FINANCIAL: "finansiella_kostnader",
    COSTS: "kostnader",
    ACTIVITY_INCOME: "intäkter",
    NET: "nettokostnad",
    "booked": "bokfört",
}
QUALIFIED = {
    f"{MOVED}.*.*": "fördelning.*.*",
    **{f"activity.*.{part}": f"verksamhet.*.{name}" for part, name in _PARTS.items()},
}


def code_of_activity(key: str) -> str:
    """What the codes of an activity's figures begin with."""
    return f"activity.{slug(key, but=(slug(NO_ACTIVITY),))}"


def label_of(activity: Activity) -> str:
    """The activity's name in the report."""
    return activity.name or activity.key


def older_years(facts: Facts, year: int) -> tuple[int, ...]:
    """The years before the report's two that costs are typed for; a balance of the opening day is none."""
    years = {fact.year for fact in facts.amounts if is_kind(fact, Kind.COST) and fact.measure is Measure.OUTCOME}
    return tuple(sorted((each for each in years if each < year - 1), reverse=True))


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each activity's operating costs, financial costs, income and net cost, after what is split."""
    if underlag.association is None or not activities_used(facts):
        return
    older = older_years(facts, underlag.association.row.year)
    groups = groups_of(underlag)
    for activity in underlag.named(Activity):
        yield from _moves(activity, underlag, older)
        yield from _of_activity(activity, underlag, older)
    yield from _amounts(UNPLACED, NO_ACTIVITY, partial(_unplaced, groups), (), older)


def _of_activity(activity: Activity, underlag: Underlag, older: tuple[int, ...]) -> Iterator[Declaration]:
    code = code_of_activity(activity.key)
    splits = _splits(underlag)
    moved = (
        *plus(*(moving for moving, split in splits.items() if split.to_activity == activity.key)),
        *minus(*(moving for moving, split in splits.items() if split.from_activity == activity.key)),
    )
    yield from _amounts(code, label_of(activity), partial(on_activity, activity.key), moved, older)


def _amounts(
    code: str, name: str, on: Callable[[_Test], Pick], moved: tuple[Term, ...], older: tuple[int, ...]
) -> Iterator[Declaration]:
    booked = f"{code}.booked" if moved else f"{code}.{OPERATING}"
    label = f"{name}, kostnader utan finansiella"
    yield _stated(booked, label, on(_is_operating), older)
    if moved:
        yield Combined(f"{code}.{OPERATING}", label, (*plus(booked), *moved), flow=True, older=older)
    yield _stated(
        f"{code}.{FINANCIAL}",
        f"{name}, finansiella kostnader",
        on(lambda fact: fact.line == FINANCIAL_LINE),
        older,
    )
    costs = plus(f"{code}.{OPERATING}", f"{code}.{FINANCIAL}")
    yield Combined(f"{code}.{COSTS}", f"{name}, kostnader", costs, flow=True, older=older)
    yield _stated(f"{code}.{ACTIVITY_INCOME}", f"{name}, intäkter", on(lambda fact: is_kind(fact, Kind.INCOME)), ())
    net = (*plus(f"{code}.{COSTS}"), *minus(f"{code}.{ACTIVITY_INCOME}"))
    yield Combined(f"{code}.{NET}", f"{name}, nettokostnad", net, flow=True)


def _splits(underlag: Underlag) -> dict[str, CostSplit]:
    """What is moved, by its code: all amounts that go the same way together, and each share by itself."""
    rows = underlag.rows(CostSplit)
    amounts = {split.code: split for split in reversed(rows) if split.share is None}
    once = [split for split in rows if split.share is not None or split is amounts[split.code]]
    return dict(zip(unique([split.code for split in once]), once, strict=True))


def _moves(activity: Activity, underlag: Underlag, older: tuple[int, ...]) -> Iterator[Declaration]:
    """Declare what is moved from an activity: a share of what is booked there, or typed amounts."""
    for code, split in _splits(underlag).items():
        if split.from_activity != activity.key:
            continue
        label = f"Flyttat från {split.from_activity} till {split.to_activity}"
        if split.factor is not None:
            whole = f"{code_of_activity(activity.key)}.booked"
            yield Scaled(code, label, whole, split.factor, budgeted=True, older=older)
        else:
            yield _stated(code, label, observed(split.code), older)


def _stated(code: str, label: str, where: Pick, older: tuple[int, ...]) -> Stated:
    return Stated(code, label, where, flow=True, older=older)


def _is_operating(fact: Fact) -> bool:
    return is_kind(fact, Kind.COST) and fact.line != FINANCIAL_LINE


def _unplaced(groups: Mapping[Name, str], also: _Test) -> Pick:
    return on_line(*INCOME_LINES, also=lambda fact: also(fact) and group_of(fact, groups) == NO_ACTIVITY)
