"""The insatser described: each under a heading with its name, kind and period."""

from collections.abc import Iterator, Mapping

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.ground.names import Name
from generator.model.association import Width
from generator.subjects.insatser.rows import Insats, selected, selections
from generator.subjects.insatser.rows_texts import description_of

DEEPEST = 4
RUNNING = Layout("löpande", "Beskrivningarna under varandra, var och en under sin rubrik.")
TWO = Layout("rutor, två i bredd", "En ruta för varje insats med namn och beskrivning, två i bredd.")
THREE = Layout("rutor, tre i bredd", "En ruta för varje insats med namn och beskrivning, tre i bredd.")
BOXES: Mapping[Name, Width] = {TWO: Width.HALF, THREE: Width.THIRD}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the description of each insats that has one."""
    underlag = placement.derived.underlag
    if placement.layout in BOXES:
        yield from _boxes(placement, BOXES[placement.layout])
        return
    for insats in selected(underlag, placement.name):
        text = description_of(insats, underlag)
        if text:
            yield Block(heading=f"{titled(insats)} {insats.period}".strip(), level=level_below(placement), text=text)


def _boxes(placement: Placement, width: Width) -> Iterator[Block]:
    """A box for each insats: its name, and what is told of it, or else what is known."""
    underlag = placement.derived.underlag
    for insats in selected(underlag, placement.name):
        text = description_of(insats, underlag) or insats.parties or insats.period
        heading = str(insats.label)
        yield Block(heading=heading, level=level_below(placement), text=text, width=width, boxed=True)


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
    layouts=(RUNNING, TWO, THREE),
)
