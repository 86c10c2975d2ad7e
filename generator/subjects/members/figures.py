"""The contributions: each member's, each group's and the total, with keys, shares and quarters of a year."""

from collections.abc import Iterator

from generator.blocks.counts import counts
from generator.figures.declaration import Combined, Declaration, Ratio, Scaled, Stated, plus
from generator.ground.formatting import COUNT
from generator.model.fact import Fact, Observation, Typed
from generator.model.facts import Facts, typed_in
from generator.model.underlag import Underlag
from generator.subjects.members.rows import CONTRIBUTION_LINE, COUNT_OF_ALL, COUNTS, QUARTER, Member, groups, in_several

TOTAL = "members.total"
_PARTS = {".key": "nyckel", ".share": "andel", ".quarter": "per_kvartal"}
_NAMES = {
    "members.*": "medlemmar.*",
    "members.group.*": "medlemmar.summa.*",
    "members.party.*": "medlemmar.part.*",
    TOTAL: "medlemmar.summa",
}
QUALIFIED = _NAMES | {
    f"{code}{part}": f"{name}.{word}" for code, name in _NAMES.items() for part, word in _PARTS.items()
}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each member's contribution, key, share of its group and quarter; the groups', and the total."""
    every = groups(underlag)
    if not every:
        return
    first = {entry.row.name: entry.source("name") for entry in reversed(underlag.of(Member))}
    yield from counts(COUNTS, facts, once={COUNT_OF_ALL: frozenset(first.values())})
    for group in every:
        for code, entry in group.members.items():
            typed = typed_in(*(entry.source(field) for field in ("this_year", "last_year")), also=_is_income)
            yield Stated(code, group.label(entry.row), typed, flow=True, budgeted=False)
            key = typed_in(entry.source("key"), also=_is_key)
            yield Stated(f"{code}.key", f"Nyckel, {group.label(entry.row)}", key, flow=True, unit=COUNT)
            yield from _shared(code, group.label(entry.row), group.code)
        yield Combined(group.code, f"Summa {group.name}", plus(*group.members), flow=True)
        keys = plus(*(f"{code}.key" for code in group.members))
        yield Combined(f"{group.code}.key", f"Nyckel, {group.name}", keys, flow=True, unit=COUNT)
        yield from _shared(group.code, f"Summa {group.name}", group.code)
        yield Combined(group.party, group.title, plus(group.code), flow=True)
        yield from _shared(group.party, group.title, TOTAL)
    for name, code in in_several(underlag).items():
        rows = (each for group in every for each, entry in group.members.items() if entry.row.name == name)
        yield Combined(code, name, plus(*rows), flow=True)
    yield Combined(TOTAL, "Summa medlemsbidrag", plus(*(group.party for group in every)), flow=True)
    yield from _shared(TOTAL, "Summa medlemsbidrag", TOTAL)


def _shared(code: str, label: str, whole: str) -> Iterator[Declaration]:
    yield Ratio(f"{code}.share", f"{label}, andel", code, whole)
    yield Scaled(f"{code}.quarter", f"{label}, per kvartal", code, QUARTER)


def _is_key(typed: Typed) -> bool:
    return isinstance(typed, Observation) and typed.of.endswith(".key")


def _is_income(typed: Typed) -> bool:
    return isinstance(typed, Fact) and typed.line == CONTRIBUTION_LINE
