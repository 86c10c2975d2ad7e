"""What of each line of the income statement is on no row of its note, so that the statement by kind adds up."""

from collections.abc import Iterator, Sequence

from generator.figures.declaration import Combined, Declaration, minus, plus
from generator.figures.notes import NumberedNote, number_notes
from generator.model.facts import Facts
from generator.model.registers import Note
from generator.model.underlag import Underlag
from generator.statements.lines import INCOME_LINES, code_of
from generator.statements.statement import Line

UNDISTRIBUTED = "operating_statement.undistributed"
"""What the code of a line's rest begins with: what no row of its note has, as a budget decided for the whole."""

QUALIFIED = {f"{UNDISTRIBUTED}.*": "driftredovisning.ofördelat.*"}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare what of each line is on no row of its note."""
    if underlag.association is None:
        return
    notes = number_notes(underlag.rows(Note), facts, underlag.association.row.year)
    for line in INCOME_LINES:
        own = notes_of(line, notes)
        if own:
            terms = (*plus(code_of(line)), *minus(*(note.code for note in own)))
            yield Combined(f"{UNDISTRIBUTED}.{line.code}", f"{line.label}, ej fördelat", terms, flow=True)


def notes_of(line: Line, notes: Sequence[NumberedNote]) -> list[NumberedNote]:
    """The notes that explain a line and nothing else, so that they can stand in its place."""
    return [note for note in notes if note.explains == (line.code,) and any(not row.part_of for row in note.rows)]
