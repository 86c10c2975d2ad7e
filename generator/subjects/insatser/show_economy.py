"""The insatser's economy in summary: budget, cost and what is left of each, and below it the bridge to the books."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.subjects.insatser import show_accounts
from generator.subjects.insatser.show_bridge import bridge_table

LEAD = "Insatsernas egen redovisning jämförd med det som är bokfört i förbundet:"


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the summary, and the bridge where any activity can be compared."""
    summary = show_accounts.summary(placement.derived, placement.style)
    bridge = bridge_table(placement.derived, placement.style)
    if summary:
        yield Block(table=summary)
    if bridge:
        yield Block(text=LEAD, table=bridge)


COMPONENT = Component(
    "Insatsernas ekonomi",
    "Budget och utfall för varje insats, och hur insatsernas redovisning förhåller sig till det bokförda.",
    blocks,
)
