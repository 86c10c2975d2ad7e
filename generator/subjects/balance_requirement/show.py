"""The table of the balance requirement, and that of earlier years' deficits."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.statements.income_statement import NET_RESULT
from generator.subjects.balance_requirement.figures import ADJUSTED, REMAINING, TOTAL, earlier_years
from generator.subjects.balance_requirement.rows import (
    ADJUSTMENTS,
    CODE,
    DEFICIT,
    EARLIER,
    NAME,
    RESERVES,
    RESULT,
    SETTLED,
    SETTLED_BEFORE,
    WAIVED,
)

USUAL = Layout("poster med belopp, två år", "Bara de justeringar som har ett belopp, i år och i fjol.")
EVERY_ROW = Layout("alla poster, två år", "Också de justeringar som är noll, i år och i fjol.")
ONE_YEAR = Layout("alla poster, ett år", "Också de justeringar som är noll, bara i år.")


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table of the balance requirement: two years or one, with all adjustments or those with amounts.

    The reserves are shown only where they are used: not all associations have any.
    """
    derived = placement.derived
    style = placement.style
    layout = placement.layout
    nil = NilPolicy.SHOW if layout in (EVERY_ROW, ONE_YEAR) else NilPolicy.LEAVE_OUT
    years = style.years[:1] if layout == ONE_YEAR else style.years
    rows = (
        RowSpec(NET_RESULT, "Årets resultat enligt resultaträkningen", nil=NilPolicy.SHOW),
        *(RowSpec(f"{CODE}.{code}", nil=nil) for code in ADJUSTMENTS),
        RowSpec(ADJUSTED, kind=RowKind.SUBTOTAL, nil=NilPolicy.SHOW),
        *(RowSpec(f"{CODE}.{code}") for code in RESERVES),
        RowSpec(RESULT, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
    )
    spec = style.spec(CODE, NAME, rows, (ColumnSpec(year) for year in years), flow=True)
    yield Block(table=build_table(spec, derived.figures))
    yield from _earlier(placement)


def _earlier(placement: Placement) -> Iterator[Block]:
    """Place what has become of earlier years' deficits, and what remains of them (11 kap. 11 § LKBR)."""
    derived = placement.derived
    now, years = derived.association.year, earlier_years(derived.underlag)
    if not years:
        return
    heads = {
        DEFICIT: "Underskott",
        SETTLED_BEFORE: "Reglerat tidigare",
        SETTLED: f"Reglerat {now}",
        WAIVED: "Regleras inte",
        REMAINING: "Återstår",
    }
    spec = placement.style.spec(
        EARLIER,
        "Tidigare års negativa balanskravsresultat",
        rows=(
            *(RowSpec(f"{EARLIER}.{year}", str(year), nil=NilPolicy.SHOW) for year in years),
            *((RowSpec(TOTAL, "Summa", kind=RowKind.TOTAL, nil=NilPolicy.SHOW),) if len(years) > 1 else ()),
        ),
        columns=tuple(
            ColumnSpec(now, suffix=f".{measure}", head=head, optional=measure in (SETTLED_BEFORE, WAIVED))
            for measure, head in heads.items()
        ),
        flow=False,
    )
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component(
    NAME,
    "Årets resultat, justeringar och balanskravsresultat (11 kap. 10 § LKBR).",
    blocks,
    layouts=(USUAL, EVERY_ROW, ONE_YEAR),
)
