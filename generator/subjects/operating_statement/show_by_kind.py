"""The operating statement by kind of income and cost: the rows of the notes against the budget, the two years."""

from collections.abc import Iterator

from generator.blocks.block import Placement
from generator.blocks.layout import Layout
from generator.figures.declaration import DEVIATIONS, SUFFIXES
from generator.figures.derivation import Derivation
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.ground.formatting import small_first
from generator.model.association import Association
from generator.model.fact import Measure
from generator.model.facts import Facts
from generator.statements.income_statement import INCOME_STATEMENT
from generator.statements.lines import code_of
from generator.statements.statement import Line, LineGroup
from generator.subjects.activities.figures_groups import budget_suffixes
from generator.subjects.operating_statement.figures_by_kind import UNDISTRIBUTED, notes_of, rows_named

LAYOUT = Layout("per kostnadsslag", "Noternas rader, post för post: utfall, budget och avvikelse båda åren.")


def table(placement: Placement) -> Table:
    """Make the table: outcome, budget and deviation of both years, line by line with the rows of its note."""
    derived, style = placement.derived, placement.style
    rows = [row for group in INCOME_STATEMENT.groups for row in _group(group, placement)]
    columns = [column for year in style.years for column in _columns(placement, year)]
    title = "Driftredovisning per kostnadsslag"
    spec = style.spec(
        "operating_by_kind",
        title,
        rows,
        columns,
        flow=True,
        signed=style.signed,
    )
    return build_table(spec, derived.figures)


def _group(group: LineGroup, placement: Placement) -> Iterator[RowSpec]:
    """The rows of a group of lines and its result, which is left out where the group has no amount."""
    derived = placement.derived
    for line in group.lines:
        yield from _rows(line, derived)
    if group is INCOME_STATEMENT.groups[-1]:
        yield RowSpec(group.total.code, kind=RowKind.TOTAL, nil=NilPolicy.SHOW)
    elif (placement.style.show_net_costs or not group.total.optional) and _has_amounts(group, derived.facts):
        yield RowSpec(group.total.code, kind=RowKind.SUBTOTAL, nil=NilPolicy.SHOW)


def _has_amounts(group: LineGroup, facts: Facts) -> bool:
    return any(fact.amount for fact in facts.on(*group.lines))


def _rows(line: Line, derived: Derivation) -> Iterator[RowSpec]:
    named = rows_named(line, derived.facts)
    own_name = derived.own_names.get(line.code, "")
    name = own_name or line.label
    own = [row.code for note in notes_of(line, derived.notes) for row in note.rows if not row.part_of]
    if not (named or own):
        yield RowSpec(code_of(line), own_name, effect=line.effect, block=line.code)
        return
    yield RowSpec(label=name, kind=RowKind.HEADING, block=line.code)
    for code in named or own:
        yield RowSpec(code, level=1, effect=line.effect, block=line.code)
    yield RowSpec(f"{UNDISTRIBUTED}.{line.code}", "Ej fördelat", level=1, effect=line.effect, block=line.code)
    yield RowSpec(code_of(line), f"Summa {small_first(name)}", RowKind.SUBTOTAL, effect=line.effect, block=line.code)


def _columns(placement: Placement, year: int) -> Iterator[ColumnSpec]:
    """Outcome, budget and deviation; last year's budget is the one that the board decided."""
    budget, deviation, name = _budget(placement.derived.association, year)
    yield ColumnSpec(year, head="Utfall", span=str(year))
    yield ColumnSpec(year, budget, head=name, span=str(year), optional=True)
    yield placement.style.deviation(year, deviation, span=str(year), optional=True)


def _budget(association: Association, year: int) -> tuple[str, str, str]:
    if year == association.year:
        return budget_suffixes(association)
    decided = Measure.BUDGET_DECIDED
    return SUFFIXES[decided], DEVIATIONS[decided], "Budget"
