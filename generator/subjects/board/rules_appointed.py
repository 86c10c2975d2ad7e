"""Who appoints those on the board is a member, or one of those who act for the state, the region and municipalities."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.claims.words import words_of
from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.names import Name, brief, nearest
from generator.model.rows import Entry
from generator.subjects.board.messages import APPOINTED_BY_UNKNOWN
from generator.subjects.board.rows import BoardMember
from generator.subjects.members.rows import Member

_KINDS = frozenset(
    (
        *(
            "kommun",
            "kommunen",
            "kommuner",
            "kommunerna",
            "medlemskommunerna",
            "stad",
            "region",
            "regionen",
            "regioner",
        ),
        *(
            "regionerna",
            "landsting",
            "landstinget",
            "län",
            "länet",
            "stat",
            "staten",
            "statlig",
            "statliga",
            "regeringen",
        ),
        *("arbetsförmedling", "arbetsförmedlingen", "försäkringskassa", "försäkringskassan", "af", "fk"),
        *("kommunfullmäktige", "regionfullmäktige", "fullmäktige", "kommunstyrelsen", "regionstyrelsen", "styrelsen"),
        *("medlem", "medlemmar", "medlemmarna", "part", "parterna", "huvudman", "huvudmän", "huvudmännen", "gemensamt"),
        *("och", "samt", "i", "för", "av", "alla", "samtliga", "övriga", "de", "den"),
    )
)
"""Words of a member's kind, and of those who act for it: they tell no member from another, and may stand alone."""
_LIKE = 0.75


def members_appoint(case: Case) -> Iterator[Finding]:
    """Who has appointed somebody is a member, where the tab of members has any."""
    members = {_own_part(row.name): row.name for row in case.underlag.rows(Member) if row.name}
    unknown: dict[Name, list[Entry[BoardMember]]] = {}
    for entry in case.underlag.of(BoardMember) if members else ():
        name = entry.row.appointed_by
        if not _is_known(name, members) or _is_turned(name, members):
            unknown.setdefault(name, []).append(entry)
    for name, entries in unknown.items():
        near = [str(members[part]) for part in nearest(_own_part(name), filter(None, members), 1, _LIKE)]
        places = [entry.source("appointed_by") for entry in entries]
        finding = APPOINTED_BY_UNKNOWN.found(*places, name=brief(name), hint=hint(tuple(near)))
        yield finding.graded(Severity.WARNING if near else None)


def _own_part(name: str) -> str:
    """What tells a member from others: ``flen`` of *Flens kommun*."""
    return " ".join(word for word in _words(name) if word not in _KINDS)


def _words(name: str) -> list[str]:
    words = (word.text for word in words_of(name) if word.text[0].isalnum())
    return [word if word in _KINDS else word.removesuffix("s") for word in words]


def _is_turned(name: Name, members: dict[str, Name]) -> bool:
    """Whether a name is a member's in another order, which the board's table would take for another member."""
    meant = members.get(_own_part(name))
    return meant is not None and _words(meant) != _words(name) and sorted(_words(meant)) == sorted(_words(name))


def _is_known(name: str, members: dict[str, Name]) -> bool:
    """Whether a name is that of a member, or has all of one's in it, or is of no single member."""
    words = set(_own_part(name).split())
    return not words or any(words <= own or (own and own <= words) for own in (set(each.split()) for each in members))
