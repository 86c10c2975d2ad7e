"""The rows of the operating statement by kind, of the notes or as they are named for it, and what is on no row."""

from collections.abc import Iterator, Sequence
from functools import partial

from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.figures.notes import NumberedNote, number_notes
from generator.ground.names import NO_NAME, Name, slug, unique
from generator.model.fact import Fact
from generator.model.facts import Facts, on_line
from generator.model.registers import Note
from generator.model.underlag import Underlag
from generator.statements.lines import INCOME_LINES, code_of
from generator.statements.statement import Line

KIND = "operating_statement.kind"
"""What the code of a row begins with that is named for this statement, before its line and its name."""
UNDISTRIBUTED = "operating_statement.undistributed"
"""What the code of a line's rest begins with: what no row has, as a budget decided for the whole."""

QUALIFIED = {f"{UNDISTRIBUTED}.*": "driftredovisning.ofördelat.*", f"{KIND}.*.*": "driftredovisning.*"}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the rows that are named for the statement, and what of each line is on no row."""
    if underlag.association is None:
        return
    notes = number_notes(underlag.rows(Note), facts, underlag.association.row.year)
    for line in INCOME_LINES:
        own = rows_named(line, facts)
        for code, label in own.items():
            yield Stated(code, label, on_line(line, also=partial(_is_in, label)), flow=True)
        codes = [*own] or [note.code for note in notes_of(line, notes)]
        if codes:
            terms = (*plus(code_of(line)), *minus(*codes))
            yield Combined(f"{UNDISTRIBUTED}.{line.code}", f"{line.label}, ej fördelat", terms, flow=True)


def notes_of(line: Line, notes: Sequence[NumberedNote]) -> list[NumberedNote]:
    """The notes that explain a line and nothing else, so that they can stand in its place."""
    return [note for note in notes if note.explains == (line.code,) and any(not row.part_of for row in note.rows)]


def rows_named(line: Line, facts: Facts) -> dict[str, Name]:
    """The rows of a line, by code in the order typed, where any amount on it is named for this statement."""
    own = [fact for fact in facts.on(line) if not fact.part_of]
    if not any(fact.operating_row for fact in own):
        return {}
    labels = [label for label in dict.fromkeys(map(_label, own)) if label]
    codes = unique([f"{KIND}.{line.code}.{slug(str(label))}" for label in labels])
    return dict(zip(codes, labels, strict=True))


def _label(fact: Fact) -> Name:
    """What an amount is called in this statement; nothing where it has neither a row for it nor one in a note."""
    return fact.operating_row or (fact.row if fact.note else NO_NAME)


def _is_in(label: Name, fact: Fact) -> bool:
    return _label(fact) == label
