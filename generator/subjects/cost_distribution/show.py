"""The table of the cost distribution: the groups of the year, or groups with their activities over three years."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.blocks.chart import HORIZONTAL, STACKED, Chart
from generator.blocks.layout import Layout
from generator.blocks.table_chart import chart_block, charted, is_charted, over_years, table_chart, uncharted
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
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
GROUPS_CHARTED = charted(GROUPS, "Ovanför: gruppernas andelar, i utfallet och i budgeten.")
YEARS_CHARTED = charted(THREE_YEARS, "Ovanför: gruppernas kostnader ovanpå varandra, år för år.")
WITHOUT_FINANCIAL_CHARTED = charted(WITHOUT_FINANCIAL, "Ovanför: gruppernas kostnader ovanpå varandra, år för år.")
_SHARES_LEAD = "En liggande stapel för varje grupps andel av kostnaderna, i utfallet och i budgeten."
_YEARS_LEAD = "En stapel för varje år, från det äldsta till det senaste, delad i gruppernas kostnader."
SENTENCE = "Inom parentes: andel av {total}."


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the cost distribution in the layout that is asked for."""
    if not activities_used(placement.derived.facts):
        return
    layout = uncharted(placement.layout)
    if layout == THREE_YEARS:
        table, chart = _three_years(placement, CODE, COSTS, "alla kostnader")
    elif layout == WITHOUT_FINANCIAL:
        table, chart = _three_years(placement, OPERATING_CODE, OPERATING, "verksamhetens kostnader")
    else:
        table, chart = _groups(placement)
    if chart and is_charted(placement.layout):
        lead = _SHARES_LEAD if chart.kind == HORIZONTAL else _YEARS_LEAD
        yield chart_block(chart, "Kostnadernas fördelning", lead)
    yield Block(table=table)


def _groups(placement: Placement) -> tuple[Table, Chart | None]:
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
    table = build_table(spec, derived.figures)
    rows = [row for row in table.rows if row.kind is RowKind.ROW]
    names = (f"Utfall {year}", name)
    shares = [[row.cells[place] for row in rows] for place in range(1, len(table.columns))]
    series = list(zip(names, shares, strict=False))
    return table, table_chart(table, HORIZONTAL, f"diagram-{CODE}", [row.label for row in rows], series)


def _three_years(placement: Placement, scope: str, part: str, words: str) -> tuple[Table, Chart | None]:
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
    table = build_table(spec, derived.figures)
    return table, over_years(table, STACKED, f"diagram-{spec.key}", lambda row: row.kind is RowKind.SUBTOTAL)


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
    layouts=(
        GROUPS,
        THREE_YEARS,
        WITHOUT_FINANCIAL,
        GROUPS_CHARTED,
        YEARS_CHARTED,
        WITHOUT_FINANCIAL_CHARTED,
    ),
)
