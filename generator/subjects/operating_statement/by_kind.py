"""The operating statement by kind of income and cost: the rows of the notes against the budget, the two years."""

from collections.abc import Iterator, Sequence

from generator.blocks.block import Placement
from generator.figures.declaration import DEVIATIONS, SUFFIXES, Combined, Declaration, minus, plus
from generator.figures.notes import NumberedNote, number_notes
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.model.association import Association
from generator.model.fact import Fact, Measure
from generator.model.registers import Note
from generator.model.underlag import Underlag
from generator.statements.income_statement import NET_RESULT
from generator.statements.lines import INCOME_LINES, code_of
from generator.statements.statement import Line
from generator.subjects.activities.groups import budget_suffixes

LAYOUT = "per kostnadsslag"
UNDISTRIBUTED = "operating_statement.undistributed"
"""What the code of a line's rest begins with: what no row of its note has, as a budget decided for the whole."""


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare what of each line is on no row of its note."""
    if underlag.association is None:
        return
    notes = number_notes(underlag.rows(Note), facts, underlag.association.row.year)
    for line in INCOME_LINES:
        own = _notes_of(line, notes)
        if own:
            terms = (*plus(code_of(line)), *minus(*(note.code for note in own)))
            yield Combined(f"{UNDISTRIBUTED}.{line.code}", f"{line.label}, ej fördelat", terms, flow=True)


def _notes_of(line: Line, notes: Sequence[NumberedNote]) -> list[NumberedNote]:
    """The notes that explain a line and nothing else, so that they can stand in its place."""
    return [note for note in notes if note.explains == (line.code,) and any(not row.part_of for row in note.rows)]


def table(placement: Placement) -> Table:
    """Make the table: outcome, budget and deviation of both years, line by line with the rows of its note."""
    derived, style = placement.derived, placement.style
    rows = [row for line in INCOME_LINES for row in _rows(line, derived.notes)]
    total = RowSpec(NET_RESULT, kind=RowKind.TOTAL, nil=NilPolicy.SHOW)
    columns = [column for year in style.years for column in _columns(placement, year)]
    title = "Driftredovisning per kostnadsslag"
    spec = style.spec(
        "operating_by_kind",
        title,
        (*rows, total),
        columns,
        flow=True,
        signed=style.signed,
        notes=(style.deviation_sentence,),
    )
    return build_table(spec, derived.figures)


def _rows(line: Line, notes: Sequence[NumberedNote]) -> Iterator[RowSpec]:
    own = _notes_of(line, notes)
    if not own:
        yield RowSpec(code_of(line), effect=line.effect, block=line.code)
        return
    yield RowSpec(label=line.label, kind=RowKind.HEADING, block=line.code)
    for note in own:
        for row in note.rows:
            if not row.part_of:
                yield RowSpec(row.code, level=1, effect=line.effect, block=line.code)
    yield RowSpec(f"{UNDISTRIBUTED}.{line.code}", "Ej fördelat", level=1, effect=line.effect, block=line.code)
    yield RowSpec(code_of(line), f"Summa {_lower(line.label)}", RowKind.SUBTOTAL, effect=line.effect, block=line.code)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


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
