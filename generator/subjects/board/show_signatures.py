"""The page where the board signs (*underskrifter*).

No law says how. finsam.se, ”Årsredovisning”: those who sit at the decision sign, with name and function on the board,
for the board and not for the member that appointed them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar

from generator.blocks.block import Block, Component, Placement
from generator.blocks.content import Content
from generator.model.positions import in_order
from generator.subjects.board.rows import DEPUTY, SIGNATURES, BoardMember, has_line, signs

BY_HAND, ELECTRONIC = "linje", "elektroniska"
LAYOUTS = (BY_HAND, ELECTRONIC)
"""A line to sign on with a pen, or the place of an electronic signature."""


@dataclass(frozen=True, slots=True)
class Signature(Content):
    """A place to sign."""

    kind: ClassVar[str] = "Signature"

    name: Annotated[str, "den som skriver under"]
    functions: Annotated[tuple[str, ...], "uppdragen, ett på varje rad under namnet"]
    line: Annotated[bool, "om det ska finnas plats att skriva under"] = True


@dataclass(frozen=True, slots=True)
class Signatures(Content):
    """What the template shows under the text. An electronic service tells itself who signed and when."""

    kind: ClassVar[str] = "Signatures"
    template: ClassVar[str] = "signatures"

    place: Annotated[str, "orten, eller tomt"]
    day: Annotated[date | None, "dagen, som 5 mars 2021; inget ger plats att skriva den"]
    signatures: Annotated[tuple[Signature, ...], "underskrifterna, i ordning"]
    electronic: Annotated[bool, "om handlingen undertecknas elektroniskt"] = False


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the attestation, place and day, and the places to sign."""
    association = placement.derived.association
    members = (
        member for member in in_order(placement.derived.underlag.rows(BoardMember)) if signs(member, association)
    )
    of = f" för {association.name}" if association.name else ""
    yield Block(
        text=f"Styrelsen{of} har upprättat den här årsredovisningen för räkenskapsåret {association.year}.",
        content=Signatures(
            association.decision_place or association.seat,
            association.decision_date,
            tuple(_signature(member) for member in members),
            is_electronic(placement),
        ),
        template=Signatures.template,
    )


def is_electronic(placement: Placement) -> bool:
    """Whether the page is signed electronically."""
    return placement.layout == ELECTRONIC


def _signature(member: BoardMember) -> Signature:
    function = "tjänstgörande ersättare" if member.duty == DEPUTY else member.duty
    function = function[:1].upper() + function[1:]
    return Signature(member.name, (function,), line=has_line(member))


COMPONENT = Component(
    SIGNATURES,
    "Sidan där styrelsen undertecknar. En egen mening skrivs i kolumnen Text.",
    blocks,
    layouts=LAYOUTS,
    content=Signatures,
)
