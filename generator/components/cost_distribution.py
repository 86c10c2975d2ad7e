"""The cost distribution (*kostnadsfördelning*): all costs by group of activities, with shares and budgeted shares."""

from collections.abc import Iterator, Sequence

from generator.components.activities import (
    FINANCING,
    NO_ACTIVITY,
    activities_used,
    budget_suffixes,
    groups_of,
    in_group,
)
from generator.components.block import Block, Component, Placement
from generator.figures.declaration import Combined, Declaration, Ratio, Stated, plus
from generator.figures.table import ColumnSpec, RowKind, RowSpec, build_table
from generator.model.fact import Fact
from generator.model.lines import Kind
from generator.model.underlag import Underlag
from generator.names import slug

TOTAL = "cost_distribution.total"
LABELS = {
    "administration": "Administration",
    "individinriktad": "Individinriktade insatser",
    "strukturövergripande": "Strukturövergripande insatser",
    FINANCING: "Finansiering",
    "egen": "Övriga verksamheter",
    NO_ACTIVITY: "Utan verksamhet",
}


def _code(group: str) -> str:
    return f"cost_distribution.{slug(group)}"


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each group's costs, financial costs included, their sum, and each group's share of it."""
    if not activities_used(facts):
        return
    groups = groups_of(underlag)
    for group, label in LABELS.items():
        yield Stated(_code(group), label, in_group(Kind.COST, group, groups), flow=True)
        yield Ratio(f"{_code(group)}.share", f"{label}, andel av kostnaderna", _code(group), TOTAL)
    yield Combined(TOTAL, "Summa kostnader", plus(*(_code(group) for group in LABELS)), flow=True)
    yield Ratio(f"{TOTAL}.share", "Summa kostnader, andel", TOTAL, TOTAL)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the cost distribution of the year."""
    derived = placement.derived
    if not activities_used(derived.facts):
        return
    year = derived.association.year
    budget, _, name = budget_suffixes(derived.association)
    spec = placement.style.spec(
        "cost_distribution",
        "Kostnadsfördelning",
        rows=(*(RowSpec(_code(group)) for group in LABELS), RowSpec(TOTAL, kind=RowKind.TOTAL)),
        columns=(
            ColumnSpec(year, head=f"Utfall {year}"),
            ColumnSpec(year, suffix=".share", head="Andel"),
            ColumnSpec(year, budget, ".share", f"{name}, andel", optional=True),
        ),
        flow=True,
    )
    yield Block(table=build_table(spec, derived.figures))


COMPONENT = Component(
    "Kostnadsfördelning",
    "Kostnaderna för administration, individinriktade och strukturövergripande insatser, med andelar.",
    blocks,
    declarations=declarations,
    qualified={
        "cost_distribution": "kostnadsfördelning",
        "cost_distribution.*.share": "kostnadsfördelning.*.andel",
        "cost_distribution.total.share": "kostnadsfördelning.summa.andel",
    },
)
