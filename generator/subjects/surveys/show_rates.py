"""The table of response rates (*svarsfrekvenser*): each group that was asked, and all of them."""

from collections.abc import Iterator
from dataclasses import replace

from generator.blocks.block import TABLES, Block, Component, Placement
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.formatting import COUNT
from generator.subjects.surveys.figures_rates import TOTAL
from generator.subjects.surveys.rows import RATES, ResponseRate

COLUMNS = (
    ("population", "Population"),
    ("asked", "Tillfrågade"),
    ("asked_share", "Andel av populationen"),
    ("missing", "Bortfall"),
    ("answers", "Antal svar"),
    ("share", "Svarsandel"),
)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table of all groups; nothing where nobody was asked."""
    derived = placement.derived
    rows = derived.underlag.rows(ResponseRate)
    if not rows:
        return
    columns = (
        ColumnSpec(derived.association.year, suffix=f".{field}", head=head, optional=True) for field, head in COLUMNS
    )
    lines = [RowSpec(row.code, row.group, nil=NilPolicy.SHOW) for row in rows]
    if len(rows) > 1:
        lines.append(RowSpec(TOTAL, "Totalt", kind=RowKind.TOTAL, nil=NilPolicy.SHOW))
    spec = placement.style.spec("response-rates", RATES, lines, columns, flow=True)
    table = replace(build_table(spec, derived.figures), unit=COUNT, count_decimals=0, corner="Grupp")
    yield Block(table=table, template="free_table", caption=RATES, series=TABLES, called=(RATES,))


COMPONENT = Component(
    RATES,
    "Vilka som fick en enkät, bortfall och svarsandel, ur fliken Svarsfrekvenser.",
    blocks,
)
