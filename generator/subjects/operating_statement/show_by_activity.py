"""The operating statement by activity: income, cost and net against the budget, as RKR R14 shows it.

Several activities may make one row (the column *Rad i driftredovisningen*). The sum's net is the year's result.
"""

from collections.abc import Iterator

from generator.blocks.block import Placement
from generator.blocks.layout import Layout
from generator.figures.deviations import Compared
from generator.figures.table import ColumnSpec, RowKind, RowSpec, Table, build_table
from generator.subjects.activities.figures_groups import activities_used, budget_suffixes
from generator.subjects.operating_statement.figures_by_activity import ALL_ACTIVITIES, rows_of

LAYOUT = Layout("per verksamhet", "En rad per verksamhet: intäkt, kostnad och netto mot budget, och fjolåret.")
NET_SENTENCES = {True: "Netto är intäkt minus kostnad.", False: "Netto är kostnad minus intäkt."}


def table(placement: Placement) -> Table | None:
    """Make the table: outcome, budget and deviation of the year, and last year's outcome; None without activities."""
    derived, style = placement.derived, placement.style
    if not activities_used(derived.facts):
        return None
    year = derived.association.year
    budget, deviation, name = budget_suffixes(derived.association)
    rows = (
        *(RowSpec(code, label) for code, (label, _) in rows_of(derived.underlag).items()),
        RowSpec(ALL_ACTIVITIES, "Summa", RowKind.TOTAL),
    )
    columns = (
        *_outcome(year),
        ColumnSpec(year, budget, head="Netto", span=f"{name} {year}", optional=True, effect=-1),
        style.deviation(year, deviation, "Netto", Compared.NET, span="Avvikelse", optional=True, effect=-1),
        *(column for earlier in style.years[1:] for column in _outcome(earlier)),
    )
    notes = (NET_SENTENCES[style.signed],)
    title = "Driftredovisning per verksamhet"
    spec = style.spec("operating_by_activity", title, rows, columns, flow=True, signed=style.signed, notes=notes)
    return build_table(spec, derived.figures)


def _outcome(year: int) -> Iterator[ColumnSpec]:
    span = f"Utfall {year}"
    yield ColumnSpec(year, suffix=".income", head="Intäkt", span=span, optional=True)
    yield ColumnSpec(year, suffix=".costs", head="Kostnad", span=span, optional=True, effect=-1)
    yield ColumnSpec(year, head="Netto", span=span, optional=True, effect=-1)
