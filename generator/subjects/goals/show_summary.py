"""The goals in summary (*måluppfyllelse i sammandrag*): how many reached each step of the scale."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.figures.table import ColumnSpec, RowKind, RowSpec, TableSpec, build_table
from generator.ground.formatting import COUNT, capital_first
from generator.subjects.goals.figures import KINDS, TOTAL, code_of_step, steps
from generator.subjects.goals.rows import Goal


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the summary; by type where there are goals of both."""
    derived = placement.derived
    kinds = {goal.kind for goal in derived.underlag.rows(Goal)}
    if not kinds:
        return
    year = derived.association.year
    by_kind = tuple(ColumnSpec(year, suffix=f".{kind}", head=head) for kind, head in KINDS.items())
    spec = TableSpec(
        key="goals",
        title="Måluppfyllelse i sammandrag",
        rows=(
            *(RowSpec(code_of_step(word), capital_first(word)) for word in steps(derived.underlag)),
            RowSpec(TOTAL, "Samtliga mål", RowKind.TOTAL),
        ),
        columns=(
            *(by_kind if len(kinds) > 1 else ()),
            ColumnSpec(year, head="Samtliga mål" if len(kinds) > 1 else "Mål"),
        ),
        flow=True,
        unit=COUNT,
        nil_sign="0",
    )
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component(
    "Måluppfyllelse i sammandrag",
    "Hur många mål som fått varje bedömning, räknat ur fliken Mål.",
    blocks,
)
