"""The table of the investments against the budget; or the sentence that there are none, where the books agree."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.deviations import Compared
from generator.figures.figure import FigureId
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.formatting import enumerated
from generator.statements.cash_flow import INVESTMENT
from generator.subjects.investments.figures import TOTAL
from generator.subjects.investments.rows import CODE, Investment

NAME = "Investeringsredovisning"


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the investments against the budget, else the sentence that there are none."""
    derived, style = placement.derived, placement.style
    rows = {row.code: row.name for row in derived.underlag.rows(Investment)}
    if not rows:
        if not any(derived.figures[FigureId(INVESTMENT, year)].amount for year in style.years):
            yield Block(text=_none(style.years))
        return
    year = derived.association.year
    spec = style.spec(
        CODE,
        NAME,
        rows=(
            *(RowSpec(code, label) for code, label in rows.items()),
            RowSpec(TOTAL, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
        ),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}"),
            ColumnSpec(year, "budget", head=f"Budget {year}", optional=True),
            style.deviation(year, "deviation", compared=Compared.COSTS, optional=True, effect=-1),
            *(ColumnSpec(earlier, head=f"Utfall {earlier}", optional=True) for earlier in style.years[1:]),
        ),
        flow=True,
        notes=(style.deviation_sentence(Compared.COSTS),),
    )
    yield Block(table=build_table(spec, derived.figures))


def _none(years: Sequence[int]) -> str:
    return f"Förbundet har inte gjort några investeringar {enumerated([str(year) for year in sorted(years)])}."


COMPONENT = Component(
    NAME,
    "Investeringarna mot budget (10 kap. 1 § LKBR), eller meningen att det inte finns några.",
    blocks,
)
