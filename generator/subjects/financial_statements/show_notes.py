"""The notes (*noter*), in the order of the lines they explain."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.blocks.block import Block, Component, Placement
from generator.figures.notes import NumberedNote
from generator.figures.table import Table, build_table
from generator.subjects.granted import show as granted
from generator.subjects.roll_forward import show as roll_forward
from generator.texts.cells import markdown_of
from generator.texts.targets import NOTE, Target

DEEPEST = 4
OWN_TABLES: tuple[Callable[[NumberedNote, Placement], Table | None], ...] = (
    granted.note_table,
    roll_forward.note_table,
)
"""What gives a note another table than rows of two years: None where the note is none of theirs."""


def blocks(placement: Placement) -> Iterator[Block]:
    """Place every note under a heading of its own, one level below the block that asks for them."""
    derived = placement.derived
    for note in derived.notes:
        unit, label = placement.wishes.unit or note.note.shown_unit, f"Not {note.number}"
        yield Block(
            heading=f"{label} {note.title}",
            label=label,
            level=min(placement.level + 1, DEEPEST),
            anchor=f"not-{note.number}",
            text=markdown_of(note.note.text),
            table=_table(note, replace(placement, wishes=replace(placement.wishes, unit=unit))),
            template="note",
            targets=(Target(NOTE, (note.note.key, note.title), f"not\u00a0{note.number}", f"not-{note.number}"),),
        )


def _table(note: NumberedNote, placement: Placement) -> Table | None:
    """The note's own kind of table where a component gives one, else its rows with their sum."""
    if not note.rows:
        return None
    own = next(filter(None, (make(note, placement) for make in OWN_TABLES)), None)
    return own or build_table(placement.derived.layouts(placement.wishes).note(note), placement.derived.figures)


COMPONENT = Component(
    "Noter", "Alla noter i fliken Noter, i samma ordning som posterna i räkningarna.", blocks, in_series=False
)
