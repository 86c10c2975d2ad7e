"""The table of the cost distribution: the groups of the year, or groups with their activities over three years."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.names import slug
from generator.model.facts import Facts
from generator.model.registers import Activity
from generator.subjects.activities.figures import COSTS, OPERATING, code_of_activity, label_of, older_years
from generator.subjects.activities.figures_groups import FINANCING, NO_ACTIVITY, activities_used, budget_suffixes
from generator.subjects.cost_distribution.figures import CODE, LABELS, OPERATING_CODE, TOTAL, by_group, code_of_group

_INSATSER_FIRST = ("individinriktad", "strukturövergripande", "administration", FINANCING, "egen", NO_ACTIVITY)

GROUPS = Layout("grupper", "En rad per grupp: årets utfall och andel, och budgetens andel.")
THREE_YEARS = Layout("tre år", "Verksamheterna under sin grupp, tre år, med andelen inom parentes.")
WITHOUT_FINANCIAL = Layout("tre år, utan finansiella kostnader", "Som tre år, men bara verksamhetens kostnader.")
SENTENCE = "Inom parentes: andel av {total}."


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the cost distribution in the layout that is asked for."""
    if not activities_used(placement.derived.facts):
        return
    layout = placement.layout
    if layout == THREE_YEARS:
        yield _three_years(placement, CODE, COSTS, "alla kostnader")
    elif layout == WITHOUT_FINANCIAL:
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
        rows=(*(RowSpec(code_of_group(group)) for group in LABELS), RowSpec(TOTAL, kind=RowKind.TOTAL)),
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
        for row in _group_rows(group, by_group(derived.underlag)[group], scope, part, derived.facts)
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


def _group_rows(group: str, activities: Sequence[Activity], scope: str, part: str, facts: Facts) -> Iterator[RowSpec]:
    yield RowSpec(code_of_group(group, scope), LABELS[group], RowKind.SUBTOTAL)
    kept = {fact.activity for fact in facts.amounts if fact.show_nil}
    for activity in activities:
        nil = NilPolicy.SHOW if activity.key in kept else NilPolicy.LEAVE_OUT
        yield RowSpec(f"{code_of_activity(activity.key)}.{part}", label_of(activity), level=1, nil=nil)


COMPONENT = Component(
    "Kostnadsfördelning",
    "Kostnaderna för administration, individinriktade och strukturövergripande insatser, med andelar. Utformning: "
    "tre år visar verksamheterna under sin grupp.",
    blocks,
    layouts=(GROUPS, THREE_YEARS, WITHOUT_FINANCIAL),
)
