"""The table of equity against the contributions, with the level or without."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.blocks.chart import HORIZONTAL
from generator.blocks.layout import Layout
from generator.blocks.table_chart import chart_block, charted, over_years
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.statements.balance_sheet import EQUITY
from generator.subjects.equity_level.figures import ABOVE, CEILING, CODE
from generator.subjects.operating_statement.figures import CONTRIBUTIONS

_LEAD = "För varje år en stapel för det egna kapitalet och en för nivån, så att man ser vilken som är längst."
SHARE_OF_CONTRIBUTIONS = "overview.equity_to_contributions"
AGAINST_LEVEL = Layout("mot nivån", "Det egna kapitalet, nivån för det, och vad som är över eller under.")
WITH_CHART = charted(AGAINST_LEVEL, "Ovanför: det egna kapitalet bredvid nivån, år för år.")
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
    table = build_table(spec, derived.figures)
    if placement.layout == WITH_CHART:
        rows = [row for row in table.rows if row.kind is RowKind.ROW][::3]
        chart = over_years(table, HORIZONTAL, f"diagram-{CODE}", lambda row: row in rows)
        yield from [chart_block(chart, "Eget kapital och nivån för det", _LEAD)] if chart else ()
    yield Block(table=table)


COMPONENT = Component(
    "Eget kapital mot bidragen",
    "Eget kapital i procent av årets medlemsbidrag, och mot nivån: 20 procent, eller Nationella rådets trappa.",
    blocks,
    layouts=(AGAINST_LEVEL, WITHOUT_LEVEL, WITH_CHART),
)
