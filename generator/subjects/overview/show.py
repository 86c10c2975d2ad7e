"""The table of an overview, the latest year first, with the definitions below.

11 kap. 1 § LKBR asks for an overview of the development; RKR R15 for key figures of several years.
"""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.names import Name, slug
from generator.model.association import CostSign
from generator.model.fact import Fact
from generator.model.facts import Facts, in_row
from generator.model.underlag import Underlag
from generator.statements.statement import Kind
from generator.subjects.activities.figures_groups import is_kind
from generator.subjects.overview.rows import NAME, KeyFigure


def blocks(placement: Placement) -> Iterator[Block]:
    """Place an overview, the latest year first, with the definitions below; costs with a minus only on request."""
    derived = placement.derived
    wanted = placement.name
    rows = [row for row in derived.underlag.rows(KeyFigure) if wanted in ("", row.overview)]
    if not rows:
        return
    year = derived.association.year
    spec = placement.style.spec(
        f"overview_{slug(placement.name)}" if placement.name else "overview",
        NAME,
        rows=tuple(_row(row, derived.facts) for row in rows),
        columns=tuple(
            ColumnSpec(year - back, head=str(year - back), optional=back > 0, beside=".share") for back in range(5)
        ),
        flow=True,
        signed=placement.wishes.cost_sign == CostSign.NEGATIVE,
        notes=tuple(_definitions(rows)),
    )
    yield Block(table=build_table(spec, derived.figures))


def _row(row: KeyFigure, facts: Facts) -> RowSpec:
    if row.is_heading:
        return RowSpec(label=row.title, kind=RowKind.HEADING)
    known_cost = row.known is not None and row.known.is_cost
    own = facts.picked(in_row(row.from_row))
    own_cost = not row.known and any(isinstance(fact, Fact) and is_kind(fact, Kind.COST) for fact in own)
    return RowSpec(row.code, row.title, effect=-1 if known_cost or own_cost else 1, nil=NilPolicy.SHOW)


def names(underlag: Underlag) -> dict[Name, tuple[str, ...]]:
    """The overviews that a block of the outline may show alone, and the key figures in each."""
    found: dict[Name, tuple[str, ...]] = {}
    for row in underlag.rows(KeyFigure):
        if row.overview:
            found[row.overview] = (*found.get(row.overview, ()), f"{row.overview}: {row.key}")
    return found


def _definitions(rows: Sequence[KeyFigure]) -> Iterator[str]:
    for row in rows:
        text = row.definition or (row.known.definition if row.known else "")
        if text:
            yield f"{row.title}: {text.rstrip('.')}."


COMPONENT = Component(
    NAME,
    "Nyckeltalen i fliken Flerårsöversikt, upp till fem år med det senaste först. Namn: en av flera översikter.",
    blocks,
    names=names,
)
