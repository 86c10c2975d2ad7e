"""The operating statement in the layout that is asked for, and its summary: net cost, contributions and result."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import LIQUID
from generator.subjects.activities.figures_groups import budget_suffixes
from generator.subjects.operating_statement import show_by_activity, show_by_kind
from generator.subjects.operating_statement.figures import CODE, CONTRIBUTIONS, NET_COST, RESULT

SUMMARY = Layout("sammandrag", "Nettokostnad, bidrag och resultat mot budget och fjolåret, med eget kapital under.")


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the operating statement in the layout that is asked for."""
    made = {each.LAYOUT: each.table for each in (show_by_activity, show_by_kind)}
    table = made.get(placement.layout, _summary)(placement)
    if table:
        yield Block(table=table)


def _summary(placement: Placement) -> Table:
    association = placement.derived.association
    style = placement.style
    year = association.year
    budget, deviation, name = budget_suffixes(association)
    spec = style.spec(
        CODE,
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
    )
    return build_table(spec, placement.derived.figures)


COMPONENT = Component(
    "Driftredovisning",
    "Utfall, budget, avvikelse och föregående år (10 kap. 1 § LKBR): i sammandrag, per verksamhet eller per "
    "kostnadsslag.",
    blocks,
    layouts=(SUMMARY, show_by_activity.LAYOUT, show_by_kind.LAYOUT),
)
