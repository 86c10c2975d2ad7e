"""The notes (*noter*), in the order of the lines they explain."""

from collections.abc import Iterator
from dataclasses import replace

from generator.components.block import Block, Component, Placement
from generator.figures.table import build_table
from generator.texts.targets import NOTE, Target

DEEPEST = 4


def blocks(placement: Placement) -> Iterator[Block]:
    """Place every note under a heading of its own, one level below the block that asks for them."""
    derived = placement.derived
    for note in derived.notes:
        unit = placement.wishes.unit or note.note.shown_unit
        layouts = derived.layouts(replace(placement.wishes, unit=unit))
        yield Block(
            heading=f"Not {note.number} {note.title}",
            level=min(placement.level + 1, DEEPEST),
            anchor=f"not-{note.number}",
            text=note.note.text,
            table=build_table(layouts.note(note), derived.figures) if note.rows else None,
            template="note",
            targets=(Target(NOTE, (note.note.key, note.title), f"not\u00a0{note.number}", f"not-{note.number}"),),
        )


COMPONENT = Component("Noter", "Alla noter i fliken Noter, i samma ordning som posterna i räkningarna.", blocks)
