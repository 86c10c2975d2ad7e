"""The table of what is rolled forward: on its own or as a note."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.blocks.block import Block, Component, Placement
from generator.figures.notes import NumberedNote
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.model.amounts import BalanceItem
from generator.statements.lines import LINES, code_of
from generator.subjects.roll_forward.rows import CODE, NAME, NotePart, parts


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table; nothing where nothing is rolled."""
    own = parts(placement.derived.underlag)
    if own:
        yield Block(table=_table(own, placement, CODE, NAME))


def note_table(note: NumberedNote, placement: Placement) -> Table | None:
    """The table of a note whose amounts are rolled forward; None where it holds anything else."""
    underlag = placement.derived.underlag
    own = [part for part in parts(underlag) if part.note == note.note.key]
    if not own:
        return None
    typed = any(row.note == note.note.key for row in underlag.rows(BalanceItem))
    if typed or set(note.explains) != {part.line for part in own}:
        return None
    return _table(own, placement, note.code, f"Not {note.number} {note.title}")


def _table(own: Sequence[NotePart], placement: Placement, key: str, title: str) -> Table:
    style = placement.style
    spec = style.spec(
        key,
        title,
        rows=tuple(_rows(own)),
        columns=tuple(ColumnSpec(year) for year in style.years),
        flow=False,
    )
    return build_table(spec, placement.derived.figures)


def _rows(own: Sequence[NotePart]) -> Iterator[RowSpec]:
    """Each part from opening to closing, and what the parts of one line come to: the amount of the balance sheet."""
    several = Counter(part.line for part in own)
    for part in own:
        if part.group and len(own) > 1:
            yield RowSpec(label=part.group, kind=RowKind.HEADING, block=part.code)
        yield RowSpec(f"{part.code}.in", nil=NilPolicy.SHOW, block=part.code)
        yield from (RowSpec(code, block=part.code) for code in part.changes)
        yield RowSpec(
            part.code,
            kind=RowKind.SUBTOTAL if len(own) > 1 else RowKind.TOTAL,
            nil=NilPolicy.SHOW,
            block=part.code,
        )
        is_last = [each for each in own if each.line == part.line][-1] is part
        if is_last and several[part.line] > 1:
            label = "Utgående redovisat värde" + (f", {LINES[part.line].label.lower()}" if len(several) > 1 else "")
            yield RowSpec(code_of(LINES[part.line]), label, RowKind.TOTAL, nil=NilPolicy.SHOW)


COMPONENT = Component(
    NAME,
    "Avsättningar eller anläggningstillgångar från ingående till utgående belopp, om de inte står i en not.",
    blocks,
)
