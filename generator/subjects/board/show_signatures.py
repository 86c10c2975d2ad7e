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
from generator.blocks.layout import Layout
from generator.ground.formatting import capital_first
from generator.model.association import Association
from generator.subjects.board.rows import DEPUTY, SIGNATURES, BoardMember, has_line, signs
from generator.subjects.board.rows_order import ordered

BY_HAND = Layout("linje", "En linje att skriva på för var och en, med namn och uppdrag under.")
ELECTRONIC = Layout("elektroniska", "Namn och uppdrag utan linje: rapporten undertecknas elektroniskt.")
BY_HAND_DATED = Layout("linje med datum", "Som linje, med plats för datum vid varje namn.")
ELECTRONIC_DATED = Layout("elektroniska med datum", "Som elektroniska, med plats för datum vid varje namn.")
LAYOUTS = (BY_HAND, ELECTRONIC, BY_HAND_DATED, ELECTRONIC_DATED)
"""A line to sign on with a pen, or the place of an electronic signature; with a place for each one's date."""


@dataclass(frozen=True, slots=True)
class Signature(Content):
    """A place to sign."""

    kind: ClassVar[str] = "Signature"

    name: Annotated[str, "den som skriver under"]
    functions: Annotated[tuple[str, ...], "uppdragen, ett på varje rad under namnet"]
    line: Annotated[bool, "om det ska finnas plats att skriva under"] = True
    signed: Annotated[date | None, "dagen då den skrev under, som 5 mars 2021, om den är känd"] = None


@dataclass(frozen=True, slots=True)
class Signatures(Content):
    """What the template shows under the text. An electronic service tells itself who signed and when."""

    kind: ClassVar[str] = "Signatures"
    template: ClassVar[str] = "signatures"

    place: Annotated[str, "orten, eller tomt"]
    day: Annotated[date | None, "dagen, som 5 mars 2021; inget ger plats att skriva den"]
    signatures: Annotated[tuple[Signature, ...], "underskrifterna, i ordning"]
    electronic: Annotated[bool, "om handlingen undertecknas elektroniskt"] = False
    dated: Annotated[bool, "om det ska finnas plats för ett datum vid varje underskrift"] = False


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the attestation, place and day, and the places to sign."""
    association = placement.derived.association
    members = ordered(placement.derived.underlag.rows(BoardMember), association, signing=True)
    of = f" för {association.name}" if association.name else ""
    yield Block(
        text=f"Styrelsen{of} har upprättat den här årsredovisningen för räkenskapsåret {association.year}.",
        content=Signatures(
            association.decision_place or association.seat,
            association.decision_date,
            tuple(_signature(member, association) for member in members if signs(member, association)),
            is_electronic(placement),
            is_dated(placement),
        ),
        template=Signatures.template,
    )


def is_electronic(placement: Placement) -> bool:
    """Whether the page is signed electronically."""
    return placement.layout in (ELECTRONIC, ELECTRONIC_DATED)


def is_dated(placement: Placement) -> bool:
    """Whether each signature has a place for its date."""
    return placement.layout in (BY_HAND_DATED, ELECTRONIC_DATED)


def _signature(member: BoardMember, association: Association) -> Signature:
    party = f" ({member.party})" if association.sign_with_parties and member.party and not member.is_vacant else ""
    function = "tjänstgörande ersättare" if member.duty == DEPUTY else member.duty
    function = capital_first(function)
    return Signature(f"{member.name}{party}", (function,), line=has_line(member), signed=member.signed)


COMPONENT = Component(
    SIGNATURES,
    "Sidan där styrelsen undertecknar, på linje eller elektroniskt, med eller utan datum vid varje namn. "
    "En egen mening skrivs i kolumnen Text.",
    blocks,
    layouts=LAYOUTS,
    content=Signatures,
    signing=True,
)
