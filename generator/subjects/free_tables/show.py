"""Free tables (*egna tabeller*): tables of the association's own, numbered in the order in which they stand."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.blocks.block import TABLES, Block, Component, Placement
from generator.figures.figure import Figure, FigureId, Figures, calendar_year
from generator.figures.table import Cell, RowKind, Table, TableColumn, TableRow, rounding_notes
from generator.ground.formatting import COUNT, KRONOR, NO_BREAK_SPACE, POINTS, SHARE, number
from generator.ground.names import Name
from generator.model.typed_number import NumberForm, TypedNumber
from generator.model.underlag import Underlag
from generator.subjects.free_tables.figures import compared
from generator.subjects.free_tables.rows import COMPARED, EARLIER, HEADING, MONEY, PART, SUBTOTAL, TOTAL
from generator.subjects.free_tables.rows_layout import FreeLayout, FreeLine, FreeTableColumn, head_of, layouts

HIGHER, EQUAL, LOWER = "högre", "lika", "lägre"
_KINDS = {HEADING: RowKind.HEADING, PART: RowKind.PART, SUBTOTAL: RowKind.SUBTOTAL, TOTAL: RowKind.TOTAL}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the tables that the placement names; all of them where it names none."""
    derived = placement.derived
    for layout in layouts(derived.underlag):
        if placement.name in ("", layout.table.name) and layout.columns:
            table = table_of(layout, derived.figures, derived.association.year, placement.style.nil_sign)
            yield Block(
                table=table,
                template="free_table",
                caption=layout.table.title or layout.table.name,
                series=TABLES if layout.table.numbered else "",
                called=(layout.table.name,),
            )


def table_of(layout: FreeLayout, figures: Figures, year: int, nil_sign: str) -> Table:
    """Make a free table of the figures derived for it and of the words typed in it."""
    money = any(column.unit in MONEY for column in layout.columns)
    unit, corner = layout.money or COUNT, layout.corner
    if money:
        corner = f"{layout.corner}, {unit}" if layout.corner else ""
    table = Table(
        f"{layout.code}".replace(".", "-"),
        layout.table.title or layout.table.name,
        unit,
        layout.decimals(KRONOR),
        nil_sign,
        tuple(
            TableColumn(
                calendar_year(year), head_of(column) or "\u00a0", column.span, words=_is_of_words(layout, column)
            )
            for column in layout.columns
        ),
        tuple(_row(layout, line, figures, year) for line in layout.lines),
        tuple(_notes(layout)),
        share_decimals=int(layout.table.decimals or 0),
        count_decimals=layout.decimals(COUNT),
        corner=corner or ("" if money else "\u00a0"),
    )
    return replace(table, notes=(*table.notes, *rounding_notes(table)))


def _row(layout: FreeLayout, line: FreeLine, figures: Figures, year: int) -> TableRow:
    cells = tuple(_cell(layout, line, column, figures, year) for column in layout.columns)
    kind = _KINDS.get(line.kind, RowKind.ROW)
    return TableRow(kind, str(line.entry.row.label), 1 if line.kind == PART else 0, cells)


def _cell(layout: FreeLayout, line: FreeLine, column: FreeTableColumn, figures: Figures, year: int) -> Cell:
    figure = figures.get(FigureId(layout.cell(line, column), year))
    if isinstance(figure, Figure):
        return Cell(figure, own_form=_form(layout, column, figure))
    if column.computed in COMPARED and (pair := compared(layout, line, column)):
        one, other = (figures[FigureId(code, year)] for code in pair)
        return Cell(_word(one, other) if column.computed == EARLIER else _word(other, one))
    typed, raw = layout.typed(line, column), getattr(line.entry.row, column.field)
    if isinstance(typed, str) or line.kind == HEADING:
        return Cell(typed if isinstance(typed, str) else "")
    # A number that is typed where one is computed, and cannot be, stands as it is typed.
    return Cell(_as_typed(raw) if isinstance(raw, TypedNumber) else "")


def _as_typed(value: TypedNumber) -> str:
    text = number(value * 100 if value.is_per_cent else value, value.decimals)
    return f"{'+' if value.plus and value > 0 else ''}{text}{value.suffix and NO_BREAK_SPACE + value.suffix}"


def _form(layout: FreeLayout, column: FreeTableColumn, figure: Figure) -> NumberForm | None:
    """How a computed number is shown: with the decimals of those that it is made of, and its sign if that is wished."""
    if figure.form or layout.table.decimals or figure.unit in (SHARE, COUNT):
        return NumberForm(plus=True) if column.signed else None
    if figure.unit == POINTS:
        return NumberForm(layout.decimals(SHARE), plus=column.signed)
    return NumberForm(layout.decimals(figure.unit, None if column.computed else column), plus=column.signed)


def _word(one: Figure, other: Figure) -> str:
    """Whether one figure is higher or lower than another; nothing where either is no number."""
    if not (isinstance(one.value, Decimal) and isinstance(other.value, Decimal)):
        return ""
    return EQUAL if one.value == other.value else HIGHER if one.value > other.value else LOWER


def _is_of_words(layout: FreeLayout, column: FreeTableColumn) -> bool:
    """Whether most of what stands in a column are words, which stand to the left."""
    typed = [layout.typed(line, column) for line in layout.lines]
    words = sum(1 for each in typed if isinstance(each, str) and any(letter.isalpha() for letter in each))
    return not column.computed and words * 2 > sum(1 for each in typed if each is not None)


def _notes(layout: FreeLayout) -> Iterator[str]:
    if layout.table.note:
        yield layout.table.note
    if layout.table.source:
        yield f"Källa: {layout.table.source}"


def names(underlag: Underlag) -> Mapping[Name, Sequence[str]]:
    """What the outline's column *Namn* may say."""
    return {layout.table.name: (layout.table.name,) for layout in layouts(underlag)}


COMPONENT = Component(
    "Egen tabell",
    "En tabell ur flikarna Tabeller och Tabellrader. Vilken skrivs i kolumnen Namn; tomt ger alla.",
    blocks,
    names=names,
)
