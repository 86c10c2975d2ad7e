"""What each part opens with, how it changes, and what it closes with."""

from collections.abc import Iterator, Sequence

from generator.figures.declaration import Combined, Declaration, RolledForward, Stated, Term, on_line, plus
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.roll_forward.rows import CODE, parts

QUALIFIED = {f"{CODE}.*": "årets_förändringar.*", f"{CODE}.*.*": "årets_förändringar.*.*"}


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each change, and what each part opens and closes with."""
    del facts
    for part in parts(underlag):
        name = part.group or "belopp"
        for code, label in part.changes.items():
            yield Stated(code, label, on_line(code), flow=True)
        yield RolledForward(part.code, f"Utgående {name.lower()}", on_line(f"{part.code}.opening"), plus(*part.changes))
        yield Combined(f"{part.code}.in", f"Ingående {name.lower()}", (Term(1, part.code, -1),), flow=False)
