"""The operating statement (*driftredovisning*), 10 kap. 1 § LKBR and RKR R14: outcome against the board's budget.

Three layouts: a summary with net cost, member contributions and result, with equity and cash as extras; by activity
with income, cost and net; by kind of income and cost. Financial items are included in all of them, so that the
result is that of the income statement.
"""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.ground.names import folded
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import LIQUID
from generator.statements.statement import Kind
from generator.subjects.activities.groups import FINANCING, budget_suffixes, groups_of, in_group, is_kind, outside_group
from generator.subjects.operating_statement import by_activity as operating_by_activity
from generator.subjects.operating_statement import by_kind as operating_by_kind

CONTRIBUTIONS = "operating_statement.member_contributions"
OTHER_INCOME = "operating_statement.other_income"
COSTS = "operating_statement.costs"
NET_COST = "operating_statement.net_cost"
RESULT = "operating_statement.result"

SUMMARY = "sammandrag"


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare net cost, contributions and result; net cost is all costs less the income that is no contribution."""
    groups = groups_of(underlag)
    yield Stated(CONTRIBUTIONS, "Medlemsbidrag", in_group(Kind.INCOME, FINANCING, groups), flow=True)
    yield Stated(OTHER_INCOME, "Övriga intäkter", outside_group(Kind.INCOME, FINANCING, groups), flow=True)
    yield Stated(COSTS, "Kostnader", lambda fact: is_kind(fact, Kind.COST), flow=True)
    yield Combined(NET_COST, "Nettokostnad", (*plus(COSTS), *minus(OTHER_INCOME)), flow=True)
    yield Combined(RESULT, "Årets resultat", (*plus(CONTRIBUTIONS), *minus(NET_COST)), flow=True)
    yield from operating_by_activity.declarations(underlag, facts)
    yield from operating_by_kind.declarations(underlag, facts)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the operating statement in the layout that is asked for."""
    made = {folded(each.LAYOUT): each.table for each in (operating_by_activity, operating_by_kind)}
    table = made.get(folded(placement.layout), _summary)(placement)
    if table:
        yield Block(table=table)


def _summary(placement: Placement) -> Table:
    association = placement.derived.association
    style = placement.style
    year = association.year
    budget, deviation, name = budget_suffixes(association)
    spec = style.spec(
        "operating_statement",
        "Driftredovisning",
        rows=(
            RowSpec(NET_COST, effect=-1, nil=NilPolicy.SHOW),
            RowSpec(CONTRIBUTIONS, nil=NilPolicy.SHOW),
            RowSpec(RESULT, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
            RowSpec(EQUITY, "Eget kapital vid årets slut"),
            RowSpec(LIQUID, "Likvida medel vid årets slut"),
        ),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}"),
            ColumnSpec(year, budget, head=f"{name} {year}", optional=True),
            style.deviation(year, deviation, optional=True),
            ColumnSpec(year - 1, head=f"Utfall {year - 1}", optional=True),
        ),
        flow=True,
        signed=style.signed,
        notes=(style.deviation_sentence,),
    )
    return build_table(spec, placement.derived.figures)


COMPONENT = Component(
    "Driftredovisning",
    "Utfall, budget, avvikelse och föregående år (10 kap. 1 § LKBR): i sammandrag, per verksamhet eller per "
    "kostnadsslag.",
    blocks,
    layouts=(SUMMARY, operating_by_activity.LAYOUT, operating_by_kind.LAYOUT),
    declarations=declarations,
    qualified={
        "operating_statement": "driftredovisning",
        "operating_statement.row.*": "driftredovisning.*",
        "operating_statement.row.*.income": "driftredovisning.*.intäkt",
        "operating_statement.row.*.costs": "driftredovisning.*.kostnad",
        "operating_statement.all": "driftredovisning.summa",
        "operating_statement.all.income": "driftredovisning.summa.intäkt",
        "operating_statement.all.costs": "driftredovisning.summa.kostnad",
        "operating_statement.undistributed.*": "driftredovisning.ofördelat.*",
    },
)
