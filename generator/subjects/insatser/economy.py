"""The insatser's economy in summary: budget, cost and what is left of each, and below it the bridge to the books."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.declaration import Declaration
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.insatser import accounts as insats_accounts
from generator.subjects.insatser import bridge as insats_bridge
from generator.subjects.insatser.rows import Insats, names_of

LEAD = "Insatsernas egen redovisning jämförd med det som är bokfört i förbundet:"


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the figures of the accounts, and of the bridge to the books."""
    yield from insats_accounts.declarations(underlag, facts)
    yield from insats_bridge.declarations(underlag, facts)


def called(underlag: Underlag) -> Mapping[str, Iterable[str]]:
    """An insats's own cost is called by all the names of the insats."""
    return {insats.code: names_of(insats) for insats in underlag.rows(Insats)}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the summary, and the bridge where any activity can be compared."""
    summary = insats_accounts.summary(placement.derived, placement.style)
    bridge = insats_bridge.bridge_table(placement.derived, placement.style)
    if summary:
        yield Block(table=summary)
    if bridge:
        yield Block(text=LEAD, table=bridge)


COMPONENT = Component(
    "Insatsernas ekonomi",
    "Budget och utfall för varje insats, och hur insatsernas redovisning förhåller sig till det bokförda.",
    blocks,
    declarations=declarations,
    qualified={**insats_accounts.QUALIFIED, **insats_bridge.QUALIFIED},
    called=called,
)
