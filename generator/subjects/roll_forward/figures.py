"""What each part opens with, how it changes, and what it closes with."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, RolledForward, Stated, Term, plus
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.roll_forward.rows import CODE, parts

QUALIFIED = {f"{CODE}.*": "årets_förändringar.*", f"{CODE}.*.*": "årets_förändringar.*.*"}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare each change, and what each part opens and closes with."""
    del facts
    for part in parts(underlag):
        name = part.group or "belopp"
        for code, label in part.changes.items():
            yield Stated(code, label, observed(code), flow=True)
        yield RolledForward(
            part.code, f"Utgående {name.lower()}", observed(f"{part.code}.opening"), plus(*part.changes)
        )
        yield Combined(f"{part.code}.in", f"Ingående {name.lower()}", (Term(1, part.code, -1),), flow=False)
