"""The table of an overview, the latest year first, with the definitions below.

11 kap. 1 § LKBR asks for an overview of the development; RKR R15 for key figures of several years.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.blocks.block import Block, Component, Placement
from generator.blocks.chart import BARS
from generator.blocks.layout import Layout
from generator.blocks.table_chart import chart_block, over_years
from generator.figures.derivation import Derivation
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, TableSpec, build_table
from generator.ground.names import Name, slug
from generator.model.association import CostSign, Width
from generator.model.fact import Fact
from generator.model.facts import Facts, in_row
from generator.model.underlag import Underlag
from generator.statements.statement import Kind
from generator.subjects.activities.figures_groups import is_kind
from generator.subjects.overview.rows import NAME, KeyFigure

TABLE = Layout("tabell", "Tabellen.")
WITH_CHARTS = Layout(
    "med diagram",
    "Ovanför tabellen två diagram bredvid varandra: intäkter och kostnader, och årets resultat, år för år.",
)
INCOME_ROWS = ("Verksamhetens intäkter", "Medlemsbidrag")
"""Key figures that are drawn beside the costs, the one that says most first."""
RESULT_ROWS = ("Årets resultat", "Eget kapital")
_BARS_BESIDE = (
    "Två staplar för varje år, intäkterna bredvid kostnaderna så att man ser vilka som är störst, från det äldsta till "
    "det senaste."
)
_ONE_BAR = "En stapel för varje år, uppåt för plus och nedåt för minus, från det äldsta året till det senaste."


def blocks(placement: Placement) -> Iterator[Block]:
    """Place an overview, the latest year first, with the definitions below; costs with a minus only on request."""
    derived = placement.derived
    wanted = placement.name
    rows = [row for row in derived.underlag.rows(KeyFigure) if wanted in ("", row.overview)]
    if not rows:
        return
    year = derived.association.year
    spec = placement.style.spec(
        f"overview_{slug(placement.name)}" if placement.name else "overview",
        NAME,
        rows=tuple(_row(row, derived.facts) for row in rows),
        columns=tuple(
            ColumnSpec(year - back, head=str(year - back), optional=back > 0, beside=".share") for back in range(5)
        ),
        flow=True,
        signed=placement.wishes.cost_sign == CostSign.NEGATIVE,
        notes=tuple(_definitions(rows)),
    )
    if placement.layout == WITH_CHARTS:
        yield from _charts(rows, spec, derived)
    yield Block(table=build_table(spec, derived.figures))


def _charts(rows: Sequence[KeyFigure], spec: TableSpec, derived: Derivation) -> Iterator[Block]:
    """Income beside costs, both upwards so that they are easily compared, and the result; side by side, or alone."""
    income, result = _first(rows, INCOME_ROWS), _first(rows, RESULT_ROWS)
    costs = next((row for row in rows if row.known is not None and row.known.is_cost), None)
    table = build_table(replace(spec, signed=False), derived.figures)
    found = []
    for caption, shown in (("Intäkter och kostnader", (income, costs)), (RESULT_ROWS[0], (result,))):
        titles = [row.title for row in shown if row is not None]
        chart = over_years(table, BARS, f"diagram-{spec.key}-{slug(caption)}", lambda row: row.label in titles)  # noqa: B023
        if chart:
            several = len(titles) > 1
            found.append((chart, caption if several else titles[0], _BARS_BESIDE if several else _ONE_BAR))
    yield from (chart_block(*each, Width.HALF if len(found) > 1 else Width.WHOLE) for each in found)


def _first(rows: Sequence[KeyFigure], keys: Sequence[str]) -> KeyFigure | None:
    return next((row for key in keys for row in rows if row.key == key), None)


def _row(row: KeyFigure, facts: Facts) -> RowSpec:
    if row.is_heading:
        return RowSpec(label=row.title, kind=RowKind.HEADING)
    known_cost = row.known is not None and row.known.is_cost
    own = facts.picked(in_row(row.from_row))
    own_cost = not row.known and any(isinstance(fact, Fact) and is_kind(fact, Kind.COST) for fact in own)
    return RowSpec(row.code, row.title, effect=-1 if known_cost or own_cost else 1, nil=NilPolicy.SHOW)


def names(underlag: Underlag) -> dict[Name, tuple[str, ...]]:
    """The overviews that a block of the outline may show alone, and the key figures in each."""
    found: dict[Name, tuple[str, ...]] = {}
    for row in underlag.rows(KeyFigure):
        if row.overview:
            found[row.overview] = (*found.get(row.overview, ()), f"{row.overview}: {row.key}")
    return found


def _definitions(rows: Sequence[KeyFigure]) -> Iterator[str]:
    for row in rows:
        text = row.definition or (row.known.definition if row.known else "")
        if text:
            yield f"{row.title}: {text.rstrip('.')}."


COMPONENT = Component(
    NAME,
    "Nyckeltalen i fliken Flerårsöversikt, upp till fem år med det senaste först. Namn: en av flera översikter.",
    blocks,
    names=names,
    layouts=(TABLE, WITH_CHARTS),
)
