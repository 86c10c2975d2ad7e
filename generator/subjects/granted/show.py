"""The table of money granted: by coming year or by balance day, on its own or as a note."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.blocks.layout import Layout
from generator.figures.notes import NumberedNote
from generator.figures.table import ColumnSpec, RowKind, RowSpec, Table, build_table
from generator.subjects.granted.figures import TOTAL
from generator.subjects.granted.rows import CODE, COMING, LINE, NAME, Grant, grants

BY_YEAR = Layout("per kommande år", "En kolumn för varje kommande år, och summan.")
BY_BALANCE_DAY = Layout("per balansdag", "Summan vid årets slut, i år och i fjol.")


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table; nothing where nothing is granted."""
    if grants(placement.derived.underlag):
        yield Block(table=_table(placement, CODE, NAME))


def note_table(note: NumberedNote, placement: Placement) -> Table | None:
    """The table of a note that is about granted money alone; None where it is about anything else."""
    ours = [entry.row for entry in placement.derived.underlag.of(Grant)]
    of_note = {row.name for row in ours if row.note == note.note.key}
    if not of_note or note.explains != (LINE,) or {row.label for row in note.rows} != of_note:
        return None
    return _table(placement, note.code, f"Not {note.number} {note.title}")


def _table(placement: Placement, key: str, title: str) -> Table:
    derived, style = placement.derived, placement.style
    year = derived.association.year
    rows = grants(derived.underlag)
    by_year = placement.layout != BY_BALANCE_DAY and any(
        getattr(row, field) is not None for row in rows for field in COMING
    )
    if by_year:
        columns = (
            *(
                ColumnSpec(year, suffix=f".{field}", head=f"År {year + ahead}", optional=True)
                for field, ahead in COMING.items()
            ),
            ColumnSpec(year, suffix=".rest", head="Ej delat på år", optional=True),
            ColumnSpec(year, head="Totalt"),
        )
    else:
        columns = tuple(ColumnSpec(shown) for shown in style.years)
    spec = style.spec(
        key,
        title,
        rows=(
            *(RowSpec(row.code, row.name) for row in rows),
            RowSpec(TOTAL, kind=RowKind.TOTAL),
        ),
        columns=columns,
        flow=False,
    )
    return build_table(spec, derived.figures)


COMPONENT = Component(
    NAME,
    "Medel som är beviljade för kommande år. Utformning: per kommande år, eller per balansdag.",
    blocks,
    layouts=(BY_YEAR, BY_BALANCE_DAY),
)
