"""The table of the board: who sat on it during the year, by member and seat, or by duty where no member is told."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.blocks.text_table import TEMPLATE, Lines, TextTable, text_columns, text_table
from generator.ground.formatting import capital_first
from generator.model.association import Association
from generator.model.positions import in_order
from generator.subjects.board.rows import DEPUTY, ORDINARY, BoardMember
from generator.subjects.board.rows_order import ordered, presidium_first, presidium_place
from generator.subjects.board.rows_terms import part_of_year, sat_during

HEADS = {ORDINARY: "Ordinarie", DEPUTY: "Ersättare"}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the board: a row for each seat, with the ordinary member and the deputy."""
    association = placement.derived.association
    members = [
        member
        for member in in_order(placement.derived.underlag.rows(BoardMember))
        if sat_during(member, association.year)
    ]
    if not members:
        return
    kinds = [kind for kind in HEADS if any(member.kind == kind for member in members)]
    if not any(member.appointed_by or member.seat for member in members):
        yield Block(content=_by_duty(ordered(members, association), association), template=TEMPLATE)
        return
    heads = ("Medlem", *(HEADS[kind] for kind in kinds))
    seats = list(_seats(members))
    if presidium_first(association):
        seats.sort(key=lambda seat: min(map(presidium_place, seat[1])))
    rows = ((Lines((label,)), *(_people(seat, kind, association) for kind in kinds)) for label, seat in seats)
    yield Block(content=text_table("board", text_columns(heads), rows), template=TEMPLATE)


def _by_duty(members: Sequence[BoardMember], association: Association) -> TextTable:
    """The people and their duties, where nobody's member is told."""
    rows = (
        (Lines((_described(member, association, role=False),)), Lines((capital_first(member.duty),)))
        for member in members
    )
    return text_table("board", text_columns(("Namn", "Uppdrag")), rows)


def _seats(members: Sequence[BoardMember]) -> Iterator[tuple[str, list[BoardMember]]]:
    """Gather the people by the member that appointed them and the seat; one without either stands alone."""
    seats: dict[tuple[str, str, str], list[BoardMember]] = {}
    for member in members:
        alone = "" if member.appointed_by or member.seat else f"{member.name} {member.role}"
        seats.setdefault((member.appointed_by, member.seat, alone), []).append(member)
    for seat in seats.values():
        yield seat[0].appointed_by or seat[0].seat or "–", seat


def _people(seat: Sequence[BoardMember], kind: str, association: Association) -> Lines:
    return Lines(tuple(_described(member, association) for member in seat if member.kind == kind))


def _described(member: BoardMember, association: Association, *, role: bool = True) -> str:
    """A person with role, party, part of the year and attendance, as far as they are told, wanted and not plain."""
    duty = f", {member.role}" if role and member.role and member.role not in ("ledamot", DEPUTY) else ""
    if member.is_vacant:
        return f"Vakant{duty}{part_of_year(member, association.year)}"
    party = f" ({member.party})" if association.show_parties and member.party else ""
    meetings = f", {_meetings(member.attendance)}" if member.attendance is not None else ""
    return f"{member.name}{party}{duty}{part_of_year(member, association.year)}{meetings}"


def _meetings(count: int) -> str:
    return "1 möte" if count == 1 else f"{count} möten"


COMPONENT = Component(
    "Styrelse",
    "Tabell över styrelsen under året: medlem, ordinarie och ersättare.",
    blocks,
)
