"""The insatser described: each under a heading with its name, kind and period."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.subjects.insatser.rows import Insats, selected, selections
from generator.subjects.insatser.rows_texts import description_of

DEEPEST = 4


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the description of each insats that has one."""
    underlag = placement.derived.underlag
    for insats in selected(underlag, placement.name):
        text = description_of(insats, underlag)
        if text:
            yield Block(heading=f"{titled(insats)} {insats.period}".strip(), level=level_below(placement), text=text)


def titled(insats: Insats) -> str:
    """The name with the kind: ``Coachingteam (individinriktad)``."""
    return f"{insats.label} ({insats.kind})" if insats.kind else str(insats.label)


def level_below(placement: Placement) -> int:
    """The level of the headings that a placement's insatser have."""
    return min(placement.level + 1, DEEPEST)


COMPONENT = Component(
    "Insatser",
    "Beskrivningen av varje insats i fliken Insatser, under en rubrik med namn, slag och period.",
    blocks,
    names=selections,
)
