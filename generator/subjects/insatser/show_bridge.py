"""The table from what the insatser have accounted for to what is booked on their activities."""

from collections.abc import Iterator, Sequence

from generator.figures.derivation import Derivation
from generator.figures.style import Style
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.ground.formatting import enumerated
from generator.subjects.insatser.figures_bridge import Bridge, bridges, is_explained
from generator.subjects.insatser.rows import Insats

TITLE = "Insatsernas redovisning och bokföringen"
MOST_NAMED = 4
"""So many insatser are named in the bridge's first row; more are counted."""


def bridge_table(derived: Derivation, style: Style) -> Table | None:
    """From what the insatser have accounted for to what is booked, activity by activity; None without accounts."""
    every = tuple(bridges(derived.underlag, derived.facts))
    if not every:
        return None
    rows = tuple(row for bridge in every for row in _rows(bridge, derived))
    year = derived.association.year
    columns = (ColumnSpec(year, head=f"Utfall {year}"),)
    return build_table(style.spec("insats_bridge", TITLE, rows, columns, flow=True), derived.figures)


def _rows(bridge: Bridge, derived: Derivation) -> Iterator[RowSpec]:
    yield RowSpec(bridge.code("reported"), f"Redovisat av {_told(bridge.insatser)}", nil=NilPolicy.SHOW)
    yield from (RowSpec(code, typed.row) for code, typed in bridge.reasons.items())
    if not is_explained(bridge, derived):
        yield RowSpec(bridge.code("unexplained"), "Skillnad utan förklaring")
    yield RowSpec(bridge.code("bridged"), f"Bokfört på verksamheten {bridge.name}", RowKind.TOTAL, nil=NilPolicy.SHOW)


def _told(insatser: Sequence[Insats]) -> str:
    """The insatser's names in a row, ``A, B och C``; their number where they are many."""
    names = [insats.label for insats in insatser]
    return enumerated(names) if len(names) <= MOST_NAMED else f"{len(names)} insatser"
