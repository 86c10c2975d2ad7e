"""The table of equity against the contributions, with the level or without."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.statements.balance_sheet import EQUITY
from generator.subjects.equity_level.figures import ABOVE, CEILING, CODE
from generator.subjects.operating_statement.figures import CONTRIBUTIONS

SHARE_OF_CONTRIBUTIONS = "overview.equity_to_contributions"
AGAINST_LEVEL = Layout("mot nivån", "Det egna kapitalet, nivån för det, och vad som är över eller under.")
WITHOUT_LEVEL = Layout("utan nivå", "Bara det egna kapitalet, bidragen och andelen.")


def blocks(placement: Placement) -> Iterator[Block]:
    """Place equity, contributions and the share, two years; and the level with the difference, where it is wanted."""
    derived = placement.derived
    style = placement.style
    against_level = (
        RowSpec(CEILING, nil=NilPolicy.SHOW),
        RowSpec(ABOVE, kind=RowKind.SUBTOTAL, nil=NilPolicy.SHOW),
    )
    spec = style.spec(
        CODE,
        "Eget kapital i förhållande till bidragen",
        rows=(
            RowSpec(EQUITY, "Eget kapital vid årets slut", nil=NilPolicy.SHOW),
            RowSpec(CONTRIBUTIONS, "Årets medlemsbidrag", nil=NilPolicy.SHOW),
            RowSpec(SHARE_OF_CONTRIBUTIONS, "Eget kapital i procent av bidragen", nil=NilPolicy.SHOW),
            *(() if placement.layout == WITHOUT_LEVEL else against_level),
        ),
        columns=tuple(ColumnSpec(year, head=str(year)) for year in style.years),
        flow=True,
    )
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component(
    "Eget kapital mot bidragen",
    "Eget kapital i procent av årets medlemsbidrag, och mot nivån: 20 procent, eller Nationella rådets trappa.",
    blocks,
    layouts=(AGAINST_LEVEL, WITHOUT_LEVEL),
)
