"""The operating statement by activity: income, cost and net against the budget, as RKR R14 shows it.

Several activities may make one row (the column *Rad i driftredovisningen*). The sum's net is the year's result.
"""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Placement
from generator.figures.declaration import Combined, Declaration, plus
from generator.figures.table import ColumnSpec, RowKind, RowSpec, Table, build_table
from generator.ground.names import slug
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.activities.figures import COSTS, INCOME, NET, UNPLACED, code_of_activity, in_order, label_of
from generator.subjects.activities.groups import NO_ACTIVITY, activities_used, budget_suffixes

LAYOUT = "per verksamhet"
ROW, ALL = "operating_statement.row", "operating_statement.all"
_PARTS = {"": (NET, "nettokostnad"), ".income": (INCOME, "intäkter"), ".costs": (COSTS, "kostnader")}
"""What follows on a row's code: the activities' part that it adds, and the word for it."""

NET_SENTENCES = {True: "Netto är intäkt minus kostnad.", False: "Netto är kostnad minus intäkt."}


def rows_of(underlag: Underlag) -> dict[str, tuple[str, list[str]]]:
    """The rows in order: the code of each, its label, and the codes of the activities that it adds."""
    rows: dict[str, tuple[str, list[str]]] = {}
    for activity in in_order(underlag):
        label = activity.operating_row or label_of(activity)
        _, codes = rows.setdefault(f"{ROW}.{slug(label)}", (label, []))
        codes.append(code_of_activity(activity.key))
    rows[f"{ROW}.{slug(NO_ACTIVITY)}"] = (NO_ACTIVITY.capitalize(), [UNPLACED])
    return rows


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each row's income, cost and net cost, and the sums of all rows."""
    if underlag.association is None or not activities_used(facts):
        return
    rows = rows_of(underlag)
    for suffix, (part, word) in _PARTS.items():
        for code, (label, activities) in rows.items():
            terms = plus(*(f"{activity}.{part}" for activity in activities))
            yield Combined(f"{code}{suffix}", f"{label}, {word} i driftredovisningen", terms, flow=True)
        terms = plus(*(f"{code}{suffix}" for code in rows))
        yield Combined(f"{ALL}{suffix}", f"Summa {word} i driftredovisningen", terms, flow=True)


def table(placement: Placement) -> Table | None:
    """Make the table: outcome, budget and deviation of the year, and last year's outcome; None without activities."""
    derived, style = placement.derived, placement.style
    if not activities_used(derived.facts):
        return None
    year = derived.association.year
    budget, deviation, name = budget_suffixes(derived.association)
    rows = (
        *(RowSpec(code, label) for code, (label, _) in rows_of(derived.underlag).items()),
        RowSpec(ALL, "Summa", RowKind.TOTAL),
    )
    columns = (
        *_outcome(year),
        ColumnSpec(year, budget, head="Netto", span=f"{name} {year}", optional=True, effect=-1),
        style.deviation(year, deviation, "Netto", span="Avvikelse", optional=True, effect=-1),
        *(column for earlier in style.years[1:] for column in _outcome(earlier)),
    )
    notes = (NET_SENTENCES[style.signed], style.deviation_sentence)
    title = "Driftredovisning per verksamhet"
    spec = style.spec("operating_by_activity", title, rows, columns, flow=True, signed=style.signed, notes=notes)
    return build_table(spec, derived.figures)


def _outcome(year: int) -> Iterator[ColumnSpec]:
    span = f"Utfall {year}"
    yield ColumnSpec(year, suffix=".income", head="Intäkt", span=span, optional=True)
    yield ColumnSpec(year, suffix=".costs", head="Kostnad", span=span, optional=True, effect=-1)
    yield ColumnSpec(year, head="Netto", span=span, optional=True, effect=-1)
