"""The operating statement (*driftredovisning*), 10 kap. 1 § LKBR and RKR R14: outcome against the board's budget.

The summary layout: net cost, member contributions and result, with equity and cash as extras. Financial items are
included, so that the result is that of the income statement.
"""

from collections.abc import Iterator, Sequence

from generator.components.activities import FINANCING, budget_suffixes, groups_of, in_group, is_kind, outside_group
from generator.components.block import Block, Component, Placement
from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.figures.statements import EQUITY, LIQUID
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.model.fact import Fact
from generator.model.lines import Kind
from generator.model.underlag import Underlag

CONTRIBUTIONS = "operating_statement.member_contributions"
OTHER_INCOME = "operating_statement.other_income"
COSTS = "operating_statement.costs"
NET_COST = "operating_statement.net_cost"
RESULT = "operating_statement.result"

SENTENCE = "Avvikelsen är utfall minus budget; plus betyder bättre än budget, för intäkter och kostnader lika."


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare net cost, contributions and result; net cost is all costs less the income that is no contribution."""
    del facts
    groups = groups_of(underlag)
    yield Stated(CONTRIBUTIONS, "Medlemsbidrag", in_group(Kind.INCOME, FINANCING, groups), flow=True)
    yield Stated(OTHER_INCOME, "Övriga intäkter", outside_group(Kind.INCOME, FINANCING, groups), flow=True)
    yield Stated(COSTS, "Kostnader", lambda fact: is_kind(fact, Kind.COST), flow=True)
    yield Combined(NET_COST, "Nettokostnad", (*plus(COSTS), *minus(OTHER_INCOME)), flow=True)
    yield Combined(RESULT, "Årets resultat", (*plus(CONTRIBUTIONS), *minus(NET_COST)), flow=True)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the operating statement in its summary layout."""
    association = placement.derived.association
    style = placement.style
    year = association.year
    budget, deviation, name = budget_suffixes(association)
    spec = style.spec(
        "operating_statement",
        "Driftredovisning",
        rows=(
            RowSpec(NET_COST, effect=-1, nil=NilPolicy.SHOW),
            RowSpec(CONTRIBUTIONS, nil=NilPolicy.SHOW),
            RowSpec(RESULT, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
            RowSpec(EQUITY, "Eget kapital vid årets slut"),
            RowSpec(LIQUID, "Likvida medel vid årets slut"),
        ),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}"),
            ColumnSpec(year, budget, head=f"{name} {year}", optional=True),
            ColumnSpec(year, deviation, head="Avvikelse", better=True, optional=True),
            ColumnSpec(year - 1, head=f"Utfall {year - 1}", optional=True),
        ),
        flow=True,
        signed=style.signed,
        notes=(SENTENCE,),
    )
    yield Block(table=build_table(spec, placement.derived.figures))


COMPONENT = Component(
    "Driftredovisning",
    "Nettokostnad, medlemsbidrag och resultat: utfall, budget, avvikelse och föregående år (10 kap. 1 § LKBR).",
    blocks,
    declarations=declarations,
    qualified={"operating_statement": "driftredovisning"},
)
