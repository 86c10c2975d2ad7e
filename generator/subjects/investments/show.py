"""The table of the investments against the budget; or the sentence that there are none, where the books agree."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.derivation import Derivation
from generator.figures.deviations import Compared
from generator.figures.figure import FigureId
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.ground.formatting import enumerated
from generator.statements.balance_sheet import FIXED_ASSETS
from generator.statements.cash_flow import INVESTMENT
from generator.subjects.investments.figures import TOTAL, investments
from generator.subjects.investments.rows import CODE
from generator.subjects.roll_forward.rows import CHANGE, RollRow

NAME = "Investeringsredovisning"


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the investments against the budget, else the sentence that there are none."""
    derived, style = placement.derived, placement.style
    rows = investments(derived.underlag)
    if not rows:
        if not _may_be_bought(derived, style.years):
            yield Block(text=_none(style.years))
        return
    year = derived.association.year
    spec = style.spec(
        CODE,
        NAME,
        rows=(
            *(RowSpec(code, bought.name) for code, bought in rows.items()),
            RowSpec(TOTAL, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
        ),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}"),
            ColumnSpec(year, "budget", head=f"Budget {year}", optional=True),
            style.deviation(year, "deviation", compared=Compared.COSTS, optional=True, effect=-1),
            *(ColumnSpec(earlier, head=f"Utfall {earlier}", optional=True) for earlier in style.years[1:]),
        ),
        flow=True,
    )
    yield Block(table=build_table(spec, derived.figures))


def _may_be_bought(derived: Derivation, years: Sequence[int]) -> bool:
    """Whether the balances changed by what nobody has told to be no purchase, be it that all of it comes to nil."""
    if any(derived.figures[FigureId(INVESTMENT, year)].amount for year in years):
        return True
    assets = {line.label for line in FIXED_ASSETS.lines}
    rows = (row for row in derived.underlag.rows(RollRow) if row.line in assets and row.kind == CHANGE)
    return any(row.this_year or row.last_year for row in rows)


def _none(years: Sequence[int]) -> str:
    told = enumerated([str(year) for year in sorted(years)], "eller")
    return f"Förbundet har inte gjort några investeringar {'vare sig ' if len(years) > 1 else ''}{told}."


COMPONENT = Component(
    NAME,
    "Investeringarna mot budget (10 kap. 2 § LKBR), eller meningen att det inte finns några.",
    blocks,
)
