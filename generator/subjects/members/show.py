"""The table of the contributions (*medlemsbidrag*): two years, or a year by quarter with the keys."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.formatting import enumerated
from generator.ground.names import Name
from generator.subjects.members.figures import TOTAL
from generator.subjects.members.rows import Group, groups

BY_YEAR = Layout("två år", "Bidraget i år och i fjol, och andelen i år.")
BY_QUARTER = Layout("per kvartal", "Nyckel, andel, årets bidrag och en fjärdedel av det för varje kvartal.")
QUARTERS = "Per kvartal visas en fjärdedel av årets bidrag."


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
        notes=(*((QUARTERS,) if by_quarter else ()), *_payers(every)),
    )
    yield Block(table=build_table(replace(spec, share_decimals=1), derived.figures))


def _rows(every: Sequence[Group]) -> Iterator[RowSpec]:
    """First the members of each group that has several, with the group's sum; then the groups beside each other."""
    for group in every:
        if len(group.members) > 1:
            yield RowSpec(label=group.title, kind=RowKind.HEADING, block=group.code)
            for code, entry in group.members.items():
                yield RowSpec(code, group.label(entry.row), nil=NilPolicy.SHOW, block=group.code)
            yield RowSpec(
                group.code, f"Summa {group.name}", kind=RowKind.SUBTOTAL, nil=NilPolicy.SHOW, block=group.code
            )
    for group in every:
        label = group.label(next(iter(group.members.values())).row) if len(group.members) == 1 else group.title
        yield RowSpec(group.party, label, nil=NilPolicy.SHOW)
    yield RowSpec(TOTAL, "Totalt medlemsbidrag", kind=RowKind.TOTAL, nil=NilPolicy.SHOW)


def _payers(every: Sequence[Group]) -> Iterator[str]:
    """Tell who pays another member's contribution, in a sentence for each who does."""
    paid: dict[Name, list[str]] = {}
    for member in (entry.row for group in every for entry in group.members.values()):
        if member.paid_by not in ("", member.name):
            paid.setdefault(member.paid_by, []).append(member.name)
    for payer, names in paid.items():
        yield f"{payer} betalar bidraget för {enumerated(names)}."


COMPONENT = Component(
    "Medlemsbidrag",
    "Medlemmarnas bidrag och andelar. Utformning: två år, eller per kvartal med nyckel.",
    blocks,
    layouts=(BY_YEAR, BY_QUARTER),
)
