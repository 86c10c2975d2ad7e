"""The income statement (*resultaträkning*)."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.figures.table import build_table


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the income statement."""
    derived = placement.derived
    spec = derived.layouts(placement.wishes).income_statement()
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component("Resultaträkning", "Resultaträkningen enligt 5 kap. 2 § LKBR, två år.", blocks)
