"""Diagrams (*diagram*): charts of any table in the report, numbered in the order in which they stand."""

from collections.abc import Iterator, Mapping, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.blocks.chart import SERIES, TEMPLATE
from generator.blocks.layout import Layout
from generator.ground.formatting import KRONOR
from generator.ground.names import Name
from generator.model.association import Width
from generator.model.underlag import Underlag
from generator.subjects.charts.figures import chart_of, units_of
from generator.subjects.charts.rows import NAME, ChartRow

BELOW = Layout("under texten", "Diagrammet under radens text, över hela bredden.")
BESIDE = Layout("bredvid texten", "Diagrammet till höger om radens text, i halva bredden.")


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the diagrams that the placement names; all of them where it names none."""
    for row in placement.derived.underlag.rows(ChartRow):
        if placement.name not in ("", row.name):
            continue
        chart = chart_of(row, placement)
        if chart:
            title = row.title or row.name
            yield Block(
                content=chart,
                template=TEMPLATE,
                caption=f"{title}, {chart.unit}" if units_of(chart) == {KRONOR} else title,
                series=SERIES if row.numbered else "",
                called=(row.name, title),
                width=Width.HALF if placement.layout == BESIDE else Width.WHOLE,
            )


def names(underlag: Underlag) -> Mapping[Name, Sequence[str]]:
    """What the outline's column *Namn* may say."""
    return {row.name: (row.name,) for row in underlag.rows(ChartRow)}


COMPONENT = Component(
    NAME,
    "Ett diagram ur fliken Diagram. Vilket skrivs i kolumnen Namn; tomt ger alla.",
    blocks,
    names=names,
    layouts=(BELOW, BESIDE),
)
