"""The members (*medlemmarna*) and their contributions (*medlemsbidrag*), typed once: the statements follow.

5 § finsamlagen (lag 2003:1210): the state gives half, the region a quarter, the municipalities a quarter between them,
shared by a key of their own (inhabitants, or agreed shares). A share is derived from the amounts, never typed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.blocks.block import Block, Component, Placement
from generator.blocks.counts import counts
from generator.figures.declaration import Combined, Declaration, Ratio, Scaled, Stated, plus
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.formatting import COUNT
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.members.rows import (
    COUNTS,
    INCOME,
    MEMBERS_TAB,
    QUARTER,
    Group,
    groups,
)
from generator.subjects.members.rules import RULES, TEXTS

ALL = "members.total"
BY_YEAR, BY_QUARTER = "två år", "per kvartal"
QUARTERS = "Per kvartal visas en fjärdedel av årets bidrag."


QUALIFIED = {
    "members.*": "medlemmar.*",
    "members.group.*": "medlemmar.summa.*",
    "members.party.*": "medlemmar.part.*",
    ALL: "medlemmar.summa",
}
_PARTS = {".key": "nyckel", ".share": "andel", ".quarter": "per_kvartal"}


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each member's contribution, key, share of its group and quarter; the groups', and the total."""
    every = groups(underlag)
    if not every:
        return
    yield from counts(COUNTS, facts)
    for group in every:
        for code, entry in group.members.items():
            sources = frozenset(entry.source(field) for field in ("this_year", "last_year"))
            yield Stated(code, entry.row.name, _typed_in(sources), flow=True, budgeted=False)
            yield Stated(f"{code}.key", f"Nyckel, {entry.row.name}", _key_of(code), flow=True, unit=COUNT)
            yield from _shared(code, entry.row.name, group.code)
        yield Combined(group.code, f"Summa {group.name}", plus(*group.members), flow=True)
        keys = plus(*(f"{code}.key" for code in group.members))
        yield Combined(f"{group.code}.key", f"Nyckel, {group.name}", keys, flow=True, unit=COUNT)
        yield from _shared(group.code, f"Summa {group.name}", group.code)
        yield Combined(group.party, group.title, plus(group.code), flow=True)
        yield from _shared(group.party, group.title, ALL)
    yield Combined(ALL, "Summa medlemsbidrag", plus(*(group.party for group in every)), flow=True)
    yield from _shared(ALL, "Summa medlemsbidrag", ALL)


def _shared(code: str, label: str, whole: str) -> Iterator[Declaration]:
    yield Ratio(f"{code}.share", f"{label}, andel", code, whole)
    yield Scaled(f"{code}.quarter", f"{label}, per kvartal", code, QUARTER)


def _typed_in(sources: frozenset[object]) -> Callable[[Fact], bool]:
    return lambda fact: fact.line == INCOME and fact.source in sources


def _key_of(code: str) -> Callable[[Fact], bool]:
    return lambda fact: fact.line == f"{code}.key"


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the contributions: two years, or with keys, shares and quarters."""
    derived = placement.derived
    every = groups(derived.underlag)
    if not every:
        return
    by_quarter = placement.layout == BY_QUARTER
    year = derived.association.year
    last = derived.style().years[-1]
    year_column = ColumnSpec(year, head=f"Bidrag {year}")
    share = ColumnSpec(year, suffix=".share", head="Andel")
    if by_quarter:
        key = ColumnSpec(year, suffix=".key", head="Nyckel", optional=True, blank=True)
        columns = (key, share, year_column, ColumnSpec(year, suffix=".quarter", head="Per kvartal"))
    else:
        before = (ColumnSpec(last, head=f"Bidrag {last}", optional=True),) if last != year else ()
        columns = (year_column, *before, share)
    spec = placement.style.spec(
        "members",
        "Medlemsbidrag",
        _rows(every),
        columns,
        flow=True,
        notes=(QUARTERS,) if by_quarter else (),
    )
    yield Block(table=build_table(replace(spec, share_decimals=1), derived.figures))


def _rows(every: Sequence[Group]) -> Iterator[RowSpec]:
    """First the members of each group that has several, with the group's sum; then the groups beside each other."""
    for group in every:
        if len(group.members) > 1:
            yield RowSpec(label=group.title, kind=RowKind.HEADING, block=group.code)
            for code, entry in group.members.items():
                yield RowSpec(code, entry.row.name, nil=NilPolicy.SHOW, block=group.code)
            yield RowSpec(
                group.code, f"Summa {group.name}", kind=RowKind.SUBTOTAL, nil=NilPolicy.SHOW, block=group.code
            )
    for group in every:
        label = next(iter(group.members.values())).row.name if len(group.members) == 1 else group.title
        yield RowSpec(group.party, label, nil=NilPolicy.SHOW)
    yield RowSpec(ALL, "Totalt medlemsbidrag", kind=RowKind.TOTAL, nil=NilPolicy.SHOW)


COMPONENT = Component(
    "Medlemsbidrag",
    "Medlemmarnas bidrag och andelar. Utformning: två år, eller per kvartal med nyckel.",
    blocks,
    layouts=(BY_YEAR, BY_QUARTER),
    tabs=(MEMBERS_TAB,),
    declarations=declarations,
    qualified=QUALIFIED
    | {f"{code}{part}": f"{name}.{word}" for code, name in QUALIFIED.items() for part, word in _PARTS.items()},
    rules=RULES,
    texts=TEXTS,
)
