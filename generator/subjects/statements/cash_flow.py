"""The cash flow statement (*kassaflödesanalys*)."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.figures.table import build_table


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the cash flow statement."""
    derived = placement.derived
    spec = derived.layouts(placement.wishes).cash_flow()
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component("Kassaflödesanalys", "Kassaflödesanalysen med indirekt metod (RKR R13), två år.", blocks)
