"""Equity against the year's contributions: the share that the board and the national council look at."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.blocks.block import Block, Component, Placement
from generator.figures.declaration import Combined, Declaration, Scaled, minus, plus
from generator.figures.statements import EQUITY
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.names import folded
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.operating_statement.show import CONTRIBUTIONS

CEILING = "equity_level.ceiling"
ABOVE = "equity_level.above_ceiling"
SHARE_OF_CONTRIBUTIONS = "overview.equity_to_contributions"
AGAINST_LEVEL, WITHOUT_LEVEL = "mot nivån", "utan nivå"
HIGHEST_SHARE = Decimal("0.20")
"""The share that the associations' own rule of thumb names. The national council's staircase was not verified, so the
table says 20 % of the contributions and not that the council recommends it."""


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the ceiling and what is above it."""
    del underlag, facts
    yield Scaled(CEILING, "20 procent av årets medlemsbidrag", CONTRIBUTIONS, HIGHEST_SHARE)
    above = (*plus(EQUITY), *minus(CEILING))
    yield Combined(ABOVE, "Eget kapital utöver nivån", above, flow=False, from_flows=True)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place equity, contributions and the share, two years; and the level with the difference, where it is wanted."""
    derived = placement.derived
    style = placement.style
    against_level = (
        RowSpec(CEILING, nil=NilPolicy.SHOW),
        RowSpec(ABOVE, kind=RowKind.SUBTOTAL, nil=NilPolicy.SHOW),
    )
    spec = style.spec(
        "equity_level",
        "Eget kapital i förhållande till bidragen",
        rows=(
            RowSpec(EQUITY, "Eget kapital vid årets slut", nil=NilPolicy.SHOW),
            RowSpec(CONTRIBUTIONS, "Årets medlemsbidrag", nil=NilPolicy.SHOW),
            RowSpec(SHARE_OF_CONTRIBUTIONS, "Eget kapital i procent av bidragen", nil=NilPolicy.SHOW),
            *(() if folded(placement.layout) == folded(WITHOUT_LEVEL) else against_level),
        ),
        columns=tuple(ColumnSpec(year, head=str(year)) for year in style.years),
        flow=True,
    )
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component(
    "Eget kapital mot bidragen",
    "Eget kapital i procent av årets medlemsbidrag, och mot nivån 20 procent.",
    blocks,
    layouts=(AGAINST_LEVEL, WITHOUT_LEVEL),
    declarations=declarations,
    qualified={"equity_level": "eget_kapital_mot_bidragen"},
)
