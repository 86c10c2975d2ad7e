"""The operating statement in the layout that is asked for, and its summary: net cost, contributions and result."""

from collections.abc import Iterator
from dataclasses import replace

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.figure import Figure, FigureId, Figures, How, Operand
from generator.figures.made import total
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import LIQUID
from generator.subjects.activities.figures_groups import budget_suffixes
from generator.subjects.operating_statement import show_by_activity, show_by_kind
from generator.subjects.operating_statement.figures import CODE, CONTRIBUTIONS, NET_COST, RESULT

SUMMARY = Layout("sammandrag", "Nettokostnad, bidrag och resultat mot budget och fjolåret, med eget kapital under.")

WITH_EQUITY = Layout(
    "sammandrag med budgeterat eget kapital", "Som sammandrag; budgeterat eget kapital är det ingående och resultatet."
)


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
    figures = placement.derived.figures
    if placement.layout == WITH_EQUITY:
        figures = Figures(figures | dict(_budgeted_equity(figures, year, budget, deviation)))
    return build_table(spec, figures)


def _budgeted_equity(figures: Figures, year: int, budget: str, deviation: str) -> Iterator[tuple[FigureId, Figure]]:
    """What equity comes to with the budgeted result, and the deviation from it; nothing where none is budgeted."""
    outcome, opening = figures[FigureId(EQUITY, year)], figures[FigureId(EQUITY, year - 1)]
    result = figures.get(FigureId(RESULT, year, budget))
    if result is None:
        return
    operands = (Operand(1, opening), Operand(1, result))
    budgeted = replace(outcome, key=FigureId(EQUITY, year, budget), value=total(operands), operands=operands)
    operands = (Operand(1, outcome), Operand(-1, budgeted))
    yield budgeted.key, budgeted
    key = FigureId(EQUITY, year, deviation)
    yield key, replace(outcome, key=key, value=total(operands), how=How.DIFFERENCE, operands=operands)


COMPONENT = Component(
    "Driftredovisning",
    "Utfall, budget, avvikelse och föregående år (10 kap. 1 § LKBR): i sammandrag, per verksamhet eller per "
    "kostnadsslag.",
    blocks,
    layouts=(SUMMARY, WITH_EQUITY, show_by_activity.LAYOUT, show_by_kind.LAYOUT),
)
