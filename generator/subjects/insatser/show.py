"""The insatser described: each under a heading with its name, kind and period, or in a box, or as a card of facts."""

from collections.abc import Iterator, Mapping

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.ground.names import Name
from generator.model.association import Width
from generator.subjects.insatser.rows import Insats, selected, selections
from generator.subjects.insatser.rows_texts import description_of
from generator.subjects.insatser.show_cards import InsatsCard, card_of

DEEPEST = 4
RUNNING = Layout("löpande", "Beskrivningarna under varandra, var och en under sin rubrik.")
TWO = Layout("rutor, två i bredd", "En ruta för varje insats med namn och beskrivning, två i bredd.")
THREE = Layout("rutor, tre i bredd", "En ruta för varje insats med namn och beskrivning, tre i bredd.")
_CARD = "Ett kort för varje insats med bild, period, budget och utfall, deltagare, parter och bedömning,"
TWO_CARDS = Layout("kort, två i bredd", f"{_CARD} två i bredd.")
THREE_CARDS = Layout("kort, tre i bredd", f"{_CARD} tre i bredd.")
BOXES: Mapping[Name, Width] = {TWO: Width.HALF, THREE: Width.THIRD}
CARDS: Mapping[Name, Width] = {TWO_CARDS: Width.HALF, THREE_CARDS: Width.THIRD}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the description of each insats that has one."""
    underlag = placement.derived.underlag
    if placement.layout in BOXES:
        yield from _boxes(placement, BOXES[placement.layout])
        return
    if placement.layout in CARDS:
        yield from _cards(placement, CARDS[placement.layout])
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


def _cards(placement: Placement, width: Width) -> Iterator[Block]:
    """A card for each insats. Where one has a picture the others have a band as high, so that all begin alike."""
    insatser = selected(placement.derived.underlag, placement.name)
    has_band = any(insats.picture for insats in insatser)
    for insats in insatser:
        yield Block(
            heading=str(insats.label),
            level=level_below(placement),
            content=card_of(insats, placement, has_band=has_band),
            template=InsatsCard.template,
            width=width,
            boxed=True,
        )


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
    layouts=(RUNNING, TWO, THREE, TWO_CARDS, THREE_CARDS),
    content=InsatsCard,
)
