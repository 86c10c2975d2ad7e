"""The balance sheet (*balansräkning*)."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.figures.table import build_table


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the balance sheet with what stands below the line."""
    derived = placement.derived
    spec = derived.layouts(placement.wishes).balance_sheet(derived.figures)
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component("Balansräkning", "Balansräkningen enligt 6 kap. 2 § LKBR, två år.", blocks)
