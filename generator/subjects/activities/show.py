"""The cost distribution (*kostnadsfördelning*): the costs by group of activities and by activity, with shares.

Usually the groups of the year with their shares and the budgeted ones; or the groups with their activities over three
years, where the financial costs may be left out. The table says which costs it is about.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.declaration import Combined, Declaration, Ratio, plus
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.names import folded, slug
from generator.model.fact import Fact
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.subjects.activities.figures import (
    COSTS,
    OPERATING,
    UNPLACED,
    code_of_activity,
    in_order,
    label_of,
    older_years,
)
from generator.subjects.activities.groups import (
    FINANCING,
    NO_ACTIVITY,
    activities_used,
    budget_suffixes,
)

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
_INSATSER_FIRST = ("individinriktad", "strukturövergripande", "administration", FINANCING, "egen", NO_ACTIVITY)

GROUPS, THREE_YEARS, WITHOUT_FINANCIAL = "grupper", "tre år", "tre år, utan finansiella kostnader"
SENTENCE = "Inom parentes: andel av {total}."


def _code(group: str, scope: str = CODE) -> str:
    return f"{scope}.{slug(group)}"


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each group's costs, their sum, and each group's share of it; with financial costs and without."""
    if underlag.association is None or not activities_used(facts):
        return
    older = older_years(facts, underlag.association.row.year)
    activities = _by_group(underlag)
    for scope, part, words in ((CODE, COSTS, "kostnader"), (OPERATING_CODE, OPERATING, "verksamhetens kostnader")):
        total = f"{scope}.total"
        for group, label in LABELS.items():
            own = [f"{code_of_activity(each.key)}.{part}" for each in activities[group]]
            costs = plus(*own) if group != NO_ACTIVITY else plus(f"{UNPLACED}.{part}")
            name = label if scope == CODE else f"{label}, {words}"
            yield Combined(_code(group, scope), name, costs, flow=True, older=older)
            share = f"{_code(group, scope)}.share"
            yield Ratio(share, f"{name}, andel av kostnaderna", _code(group, scope), total, older=older)
        groups = plus(*(_code(group, scope) for group in LABELS))
        summed = f"Summa {words}" if scope == CODE else f"Alla verksamheter, {words}"
        yield Combined(total, summed, groups, flow=True, older=older)
        yield Ratio(f"{total}.share", f"{summed}, andel", total, total, older=older)


def _by_group(underlag: Underlag) -> Mapping[str, list[Activity]]:
    found: dict[str, list[Activity]] = {group: [] for group in LABELS}
    for activity in in_order(underlag):
        found[activity.group].append(activity)
    return found


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the cost distribution in the layout that is asked for."""
    if not activities_used(placement.derived.facts):
        return
    layout = folded(placement.layout)
    if layout == folded(THREE_YEARS):
        yield _three_years(placement, CODE, COSTS, "alla kostnader")
    elif layout == folded(WITHOUT_FINANCIAL):
        yield _three_years(placement, OPERATING_CODE, OPERATING, "verksamhetens kostnader")
    else:
        yield _groups(placement)


def _groups(placement: Placement) -> Block:
    derived = placement.derived
    year = derived.association.year
    budget, _, name = budget_suffixes(derived.association)
    spec = placement.style.spec(
        CODE,
        "Kostnadsfördelning",
        rows=(*(RowSpec(_code(group)) for group in LABELS), RowSpec(TOTAL, kind=RowKind.TOTAL)),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}"),
            ColumnSpec(year, suffix=".share", head="Andel"),
            ColumnSpec(year, budget, ".share", f"{name}, andel", optional=True),
        ),
        flow=True,
    )
    return Block(table=build_table(spec, derived.figures))


def _three_years(placement: Placement, scope: str, part: str, words: str) -> Block:
    """Each group's sum stands above its activities, with its share of the whole."""
    derived = placement.derived
    years = (*placement.style.years, *older_years(derived.facts, derived.association.year)[:1])
    rows = [
        row
        for group in _INSATSER_FIRST
        for row in _group_rows(group, _by_group(derived.underlag)[group], scope, part, derived.facts)
    ]
    label = "Summa kostnader" if scope == CODE else f"Summa {words}"
    total = RowSpec(f"{scope}.total", label, RowKind.TOTAL, nil=NilPolicy.SHOW)
    spec = placement.style.spec(
        f"{slug(scope.replace('.', '_'))}_years",
        "Kostnadsfördelning per verksamhet",
        rows=(*rows, total),
        columns=tuple(ColumnSpec(year, head=str(year), beside=".share", optional=True) for year in years),
        flow=True,
        notes=(SENTENCE.format(total=words),),
    )
    return Block(table=build_table(spec, derived.figures))


def _group_rows(
    group: str, activities: Sequence[Activity], scope: str, part: str, facts: Sequence[Fact]
) -> Iterator[RowSpec]:
    yield RowSpec(_code(group, scope), LABELS[group], RowKind.SUBTOTAL)
    kept = {folded(fact.activity) for fact in facts if fact.show_nil}
    for activity in activities:
        nil = NilPolicy.SHOW if folded(activity.key) in kept else NilPolicy.LEAVE_OUT
        yield RowSpec(f"{code_of_activity(activity.key)}.{part}", label_of(activity), level=1, nil=nil)


COMPONENT = Component(
    "Kostnadsfördelning",
    "Kostnaderna för administration, individinriktade och strukturövergripande insatser, med andelar. Utformning: "
    "tre år visar verksamheterna under sin grupp.",
    blocks,
    layouts=(GROUPS, THREE_YEARS, WITHOUT_FINANCIAL),
    declarations=declarations,
    qualified={
        "cost_distribution": "kostnadsfördelning",
        "cost_distribution.*.share": "kostnadsfördelning.*.andel",
        "cost_distribution.total.share": "kostnadsfördelning.summa.andel",
        "cost_distribution.operating.*": "kostnadsfördelning.verksamhetens.*",
        "cost_distribution.operating.*.share": "kostnadsfördelning.verksamhetens.*.andel",
        "cost_distribution.operating.total": "kostnadsfördelning.verksamhetens.summa",
        "cost_distribution.operating.total.share": "kostnadsfördelning.verksamhetens.summa.andel",
    },
)
