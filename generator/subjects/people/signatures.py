"""The page where the board signs (*underskrifter*).

No law says how. finsam.se, ”Årsredovisning”: those who sit at the decision sign, with name and function on the board,
for the board and not for the member that appointed them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.ground.names import folded
from generator.model.association import Association, State
from generator.model.registers import OutlineBlock
from generator.subjects.people.board import DEPUTY, NO_LINE, ORDINARY, SIGNS, SIGNS_NOT, BoardMember, in_order
from generator.subjects.people.terms import sits_at_decision

NAME = "Underskrifter"
TEMPLATE = "signatures"
BY_HAND, ELECTRONIC = "linje", "elektroniska"
LAYOUTS = (BY_HAND, ELECTRONIC)
"""A line to sign on with a pen, or the place of an electronic signature."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: name and, below, what the person is. ``line``: with room for ink."""

    name: str
    functions: tuple[str, ...]
    line: bool = True


@dataclass(frozen=True, slots=True)
class Signatures:
    """What the template shows under the text: place, day (None leaves a line to write it on) and places to sign.

    ``electronic``: signed with an electronic service, which tells who signed and when.
    """

    place: str
    day: date | None
    signatures: tuple[Signature, ...]
    electronic: bool = False


def signs(member: BoardMember, association: Association) -> bool:
    """Whether a person stands on the page: as typed, else who is ordinary and sits at the decision."""
    if member.signs:
        return member.signs != SIGNS_NOT
    return member.kind == ORDINARY and not member.is_vacant and sits_at_decision(member, association)


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
        template=TEMPLATE,
    )


def is_electronic(placement: Placement) -> bool:
    """Whether the page is signed electronically."""
    return folded(placement.layout) == folded(ELECTRONIC)


def _signature(member: BoardMember) -> Signature:
    function = member.duty
    if folded(function) == DEPUTY:
        function = "tjänstgörande ersättare"
    function = function[:1].upper() + function[1:]
    return Signature(member.name, (function,), line=member.signs != NO_LINE and not member.is_vacant)


def signers_sit_at_decision(case: Case) -> Iterator[Finding]:
    """Who is said to sign sits on the board when it decides; asked when the report is final."""
    entry = case.underlag.association
    if entry is None or entry.row.decision_date is None or case.state is not State.FINAL:
        return
    for member in case.underlag.of(BoardMember):
        if member.row.signs == SIGNS and not sits_at_decision(member.row, entry.row):
            values = {"name": member.row.name, "day": entry.row.decision_date}
            yield Finding("signer_not_in_office", (member.source("signs"),), values)


def somebody_signs(case: Case) -> Iterator[Finding]:
    """A page to sign has someone to sign it."""
    association = case.underlag.association
    placed = [entry for entry in case.underlag.of(OutlineBlock) if entry.row.content == NAME]
    if association is None or not placed:
        return
    members = case.underlag.rows(BoardMember)
    if not any(signs(member, association.row) and _signature(member).line for member in members):
        yield Finding("nobody_signs", (case.underlag.place(BoardMember),), severity=_lacking(case.state))


def _lacking(state: State) -> Severity:
    """Who signs is known at the meeting, so that a draft may lack it."""
    return {State.IN_PROGRESS: Severity.REMAINING, State.DRAFT: Severity.NOTE, State.FINAL: Severity.ERROR}[state]


TEXTS = (
    Rule(
        "signer_not_in_office",
        Severity.WARNING,
        "Sitter inte i styrelsen på beslutsdagen",
        "{name} undertecknar, men perioden i fliken Styrelse omfattar inte beslutsdagen {day}.",
        "Rätta Från eller Till, eller skriv nej i Undertecknar.",
    ),
    Rule(
        "nobody_signs",
        Severity.ERROR,
        "Ingen undertecknar",
        "Underskrifterna finns med i rapporten, men ingen i fliken Styrelse undertecknar.",
        "Fyll i vilka som sitter i styrelsen på beslutsdagen. Behövs först när rapporten görs slutlig.",
    ),
)

COMPONENT = Component(
    NAME,
    "Sidan där styrelsen undertecknar. En egen mening skrivs i kolumnen Text.",
    blocks,
    layouts=LAYOUTS,
    rules=(signers_sit_at_decision, somebody_signs),
    texts=TEXTS,
)
