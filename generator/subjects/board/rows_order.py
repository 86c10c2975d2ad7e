"""In which order the members of the board stand: as typed, or those of the presidium (*presidiet*) first."""

import re
from collections.abc import Sequence

from generator.model.association import Association, BoardOrder
from generator.model.positions import in_order
from generator.subjects.board.rows import DEPUTY, BoardMember

_CHAIR, _VICE = re.compile(r"\bordf(?:örande|\.|\b)"), re.compile(r"\b(?:vice|v\.?) ?ordf")
_NUMBERS = (
    re.compile(r"\b(?:1|första|förste)\b"),
    re.compile(r"\b(?:2|andra|andre)\b"),
    re.compile(r"\b(?:3|tredje)\b"),
)
_OTHERS = 1 + len(_NUMBERS) + 1
"""The place of who is not of the presidium."""


def presidium_place(member: BoardMember) -> int:
    """The place in the presidium: 0 who chairs the board, then the vice chairs by their numbers, then all others."""
    role = member.role.casefold()
    if member.kind == DEPUTY or role.startswith(DEPUTY):
        return _OTHERS
    if _VICE.search(role):
        return next((place for place, number in enumerate(_NUMBERS, start=1) if number.search(role)), 1)
    return 0 if _CHAIR.search(role) else _OTHERS


def ordered(members: Sequence[BoardMember], association: Association, *, signing: bool = False) -> list[BoardMember]:
    """Lay the members in the order of the tab, and those of the presidium first where the association wants it so."""
    rows = in_order(members)
    return sorted(rows, key=presidium_place) if presidium_first(association, signing=signing) else list(rows)


def presidium_first(association: Association, *, signing: bool = False) -> bool:
    """Whether the presidium stands first, in the table of the board or where it signs."""
    wanted = {BoardOrder.PRESIDIUM_FIRST, BoardOrder.PRESIDIUM_SIGNS_FIRST} if signing else {BoardOrder.PRESIDIUM_FIRST}
    return association.board_order in wanted
