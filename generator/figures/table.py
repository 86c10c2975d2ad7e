"""The Table: the one type that every table of the report has, and the engine that makes it from a TableSpec.

A TableSpec says which figures stand in which rows; the engine adds the columns' heads, the sign, the rows to
leave out, and the sentence about rounding. Cells keep their Figures; they become text in ``document``, last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate

from generator.figures.adding_up import shares_agree, sums_agree
from generator.figures.figure import (
    Figure,
    FigureId,
    Figures,
    Masked,
    Missing,
    Period,
    calendar_year,
    is_short,
    period_year,
    year_end,
)
from generator.figures.shown import Shown, shown_value
from generator.ground.formatting import in_unit
from generator.model.association import DateStyle
from generator.model.typed_number import NumberForm


class RowKind(StrEnum):
    """What a row is; the name is also its class in HTML."""

    HEADING = "heading"
    ROW = "row"
    PART = "part"
    ROUNDING = "rounding"
    SUBTOTAL = "subtotal"
    TOTAL = "total"


class NilPolicy(StrEnum):
    """When a row of figures without amounts is left out."""

    LEAVE_OUT = "leave_out"
    SHOW = "show"


@dataclass(frozen=True, slots=True)
class RowSpec:
    """A row: the code of its figure, or a heading, or a text instead of figures.

    ``label`` is the figure's own unless another is given.
    ``effect`` is the sign that the figure has in a table that shows effects (costs -1). ``shift`` moves the year,
    for a balance at the year's beginning. A heading is left out when no row of its ``block`` is shown; a
    subtotal when its block shows fewer than two. ``moves``: its figures are movements between balances, and nothing
    where nothing moved (see ``shown_number``). ``ending`` is what the figure's code has after what the column adds.
    """

    code: str = ""
    label: str = ""
    kind: RowKind = RowKind.ROW
    level: int = 0
    effect: int = 1
    shift: int = 0
    nil: NilPolicy = NilPolicy.LEAVE_OUT
    block: str = ""
    refers: tuple[int, ...] = ()
    text: str = ""
    moves: bool = False
    ending: str = ""


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """A column: the year, the measure (a suffix of keys, empty for the outcome), and what is added to a row's code.

    ``head`` replaces the head that follows from the period. ``better``: an amount stands with the effect it has on
    the result in any table, as a deviation does, where + is better than budget; ``natural``: with the figure's own
    sign in any table. ``optional``: left out where it would
    be empty. ``span`` stands above the heads of neighbouring columns that share it. ``beside`` is added to a row's
    code for a second figure, shown in parentheses after the first: an amount with its share. ``effect`` is the sign
    that the column's figures have in a table that shows effects, besides the row's: costs beside income are -1.
    ``blank``: empty, instead of a dash, in the rows that are not of the kind that has such a figure. ``mark`` is a
    word below the head, ``said`` a sentence that stands below the table where the column is shown.
    """

    year: int
    measure: str = ""
    suffix: str = ""
    head: str = ""
    better: bool = False
    natural: bool = False
    optional: bool = False
    span: str = ""
    beside: str = ""
    effect: int = 1
    blank: bool = False
    mark: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A declaration of a table: rows and columns.

    ``flow``: the columns are headed by a period, else by the balances' day. ``signed``: costs stand with the effect
    they have on the result. ``first_day`` is the association's, where it is known; ``since`` its first year, where the
    report is of that: earlier ones have no column, unless something stands in it.
    """

    key: str
    title: str
    rows: tuple[RowSpec, ...]
    columns: tuple[ColumnSpec, ...]
    flow: bool
    signed: bool = False
    unit: str = "kr"
    decimals: int = 0
    nil_sign: str = "–"
    notes: tuple[str, ...] = ()
    date_style: DateStyle = DateStyle.ISO
    share_decimals: int = 0
    first_day: date | None = None
    since: int = 0


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of figures and the period that its head tells, unless ``head`` has a text of its own.

    ``span`` is the head above it, which it shares with its neighbours. ``words``: most of its cells are texts, so that
    it stands to the left. ``mark`` is a word below the head.
    """

    period: Period
    head: str = ""
    span: str = ""
    words: bool = False
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure with the sign it is shown with, or a text; ``beside`` is a second figure in parentheses.

    ``mark`` names a drawn shape before a text and ``tone`` its colour; the text alone tells the same. ``moves``: it is
    a movement, and nothing where no amount behind it is other than nil (see ``shown_number``). ``own_form`` is how its
    number is shown, where it is neither as typed nor as the others.
    """

    of: Figure | str
    sign: int = 1
    beside: Figure | None = None
    mark: str = ""
    tone: str = ""
    moves: bool = False
    own_form: NumberForm | None = None

    @property
    def form(self) -> NumberForm:
        """How its number is shown, where it is not as the others of the table: as it was typed."""
        figure_form = self.of.form if isinstance(self.of, Figure) else None
        return self.own_form or figure_form or NumberForm()


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure in a sentence, in the unit that it is shown in."""

    of: Figure
    unit: str
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the table; ``refers`` are numbers of notes."""

    kind: RowKind
    label: str
    level: int
    cells: tuple[Cell, ...]
    refers: tuple[int, ...] = ()
    block: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A finished table, with its numbers still numbers.

    ``corner`` is the head of the rows' labels, where it is another than the unit.
    """

    key: str
    title: str
    unit: str
    decimals: int
    nil_sign: str
    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    notes: tuple[str, ...] = ()
    date_style: DateStyle = DateStyle.ISO
    share_decimals: int = 0
    count_decimals: int = 1
    corner: str = ""

    @property
    def has_references(self) -> bool:
        """Whether any row refers to a note, so that the table has a column for it."""
        return any(row.refers for row in self.rows)


MASKED = ".."
"""What stands in place of a figure that few persons are behind, as Statistics Sweden (SCB) writes it."""

NO_FIGURE = "–"
"""What stands where no amount can exist, whatever the association shows for nil: never one mark with two meanings."""

_SENTENCE = "{what} är avrundade var för sig. Därför kan en summa skilja sig från sina delar."
ROUNDING_SENTENCE = _SENTENCE.format(what="Beloppen")
SHARES_SENTENCE = _SENTENCE.format(what="Andelarna")
BOTH_SENTENCE = _SENTENCE.format(what="Belopp och andelar")


def build_table(spec: TableSpec, figures: Figures) -> Table:
    """Make a table from its declaration, without the optional columns that would be empty."""
    shown = tuple(column for column in spec.columns if _is_wanted(spec, figures, column))
    spec = replace(spec, columns=shown)
    rows = tuple(_without_lonely_rows([_row(row, spec, figures) for row in _shown(spec, figures)]))
    columns = tuple(
        TableColumn(
            calendar_year(column.year, spec.first_day) if spec.flow else year_end(column.year),
            column.head,
            column.span,
            mark=column.mark,
        )
        for column in spec.columns
    )
    said = dict.fromkeys(column.said for column in spec.columns if column.said)
    notes = (*spec.notes, *said, *_protections(rows), *_short_years(columns))
    table = Table(
        spec.key,
        spec.title,
        spec.unit,
        spec.decimals,
        spec.nil_sign,
        columns,
        rows,
        notes,
        spec.date_style,
        spec.share_decimals,
    )
    return replace(table, notes=(*notes, *rounding_notes(table)))


def _protections(rows: Iterable[TableRow]) -> tuple[str, ...]:
    """What the sign of a masked figure means, said once for each reason."""
    figures = [part for row in rows for cell in row.cells for part in (cell.of, cell.beside)]
    masked = (figure.value for figure in figures if isinstance(figure, Figure) and isinstance(figure.value, Masked))
    return tuple(dict.fromkeys(map(meaning_of, masked)))


def meaning_of(masked: Masked) -> str:
    """The sentence that tells what the sign of a masked figure means."""
    return f"{MASKED} betyder {masked.reason}."


def _figure(row: RowSpec, figures: Figures, column: ColumnSpec) -> Figure | None:
    return figures.get(FigureId(f"{row.code}{column.suffix}{row.ending}", column.year + row.shift, column.measure))


def _is_wanted(spec: TableSpec, figures: Figures, column: ColumnSpec) -> bool:
    if not column.optional and column.year >= spec.since:
        return True
    values = [figure.value for row in spec.rows if row.code and (figure := _figure(row, figures, column))]
    if column.year < spec.since:  # a nought is what a new association opens with
        return any(isinstance(value, Masked) or (isinstance(value, Decimal) and value) for value in values)
    return any(isinstance(value, Decimal | Masked) for value in values)


def _short_years(columns: Iterable[TableColumn]) -> Iterator[str]:
    """What a year means that is no whole one, where no head has its days."""
    yield from short_years(column.period for column in columns if column.head)


def short_years(periods: Iterable[Period]) -> Iterator[str]:
    """Say what days each year has that is no whole one."""
    for period in sorted({period for period in periods if is_short(period)}, key=period_year):
        yield f"{period_year(period)} avser {period}."


def _shown(spec: TableSpec, figures: Figures) -> Iterator[RowSpec]:
    for row in spec.rows:
        if (
            not row.code
            or row.nil is NilPolicy.SHOW
            or any(_is_seen(row, spec, figures, each) for each in spec.columns)
        ):
            yield row


def _is_seen(row: RowSpec, spec: TableSpec, figures: Figures, column: ColumnSpec) -> bool:
    """Whether a row has something to show in a column; a rounding that rounds to nil has not."""
    figure = _figure(row, figures, column)
    if figure is None or not (figure.amount or isinstance(figure.value, Masked)):
        return False
    return row.kind is not RowKind.ROUNDING or in_unit(figure.amount, spec.unit, spec.decimals) != 0


def _row(row: RowSpec, spec: TableSpec, figures: Figures) -> TableRow:
    cells = tuple(_cell(row, spec, figures, column) for column in spec.columns)
    found = (cell.of.label for cell in cells if isinstance(cell.of, Figure))
    return TableRow(row.kind, str(row.label or next(found, row.code)), row.level, cells, row.refers, row.block)


def _cell(row: RowSpec, spec: TableSpec, figures: Figures, column: ColumnSpec) -> Cell:
    """A figure or a text; a dash where the column can have no such figure, as a budget for a balance."""
    if not row.code:
        return Cell(row.text)
    figure = _figure(row, figures, column)
    if figure is None:
        return Cell("" if column.blank else NO_FIGURE)
    beside = _figure(row, figures, replace(column, suffix=f"{column.suffix}{column.beside}")) if column.beside else None
    shows_effect = (spec.signed or column.better) and not column.natural
    return Cell(figure, row.effect * column.effect if shows_effect else 1, beside, moves=row.moves)


def _without_lonely_rows(rows: Sequence[TableRow]) -> Iterator[TableRow]:
    """Leave out headings of nothing, and sums of one row."""
    bearing = [row.block for row in rows if row.kind not in {RowKind.HEADING, RowKind.SUBTOTAL, RowKind.PART}]
    within = Counter(block for each in bearing for block in accumulate(each.split("/"), "{}/{}".format))
    for row in rows:
        needed = {RowKind.HEADING: 1, RowKind.SUBTOTAL: 2}.get(row.kind, 0)
        if not row.block or within[row.block] >= needed:
            yield row


def shown_number(cell: Cell, shown: Shown) -> Decimal | Missing | None:
    """The number that a cell will show, rounded to the unit it is shown in; None for a text.

    A number is shown where there is one: 0 is typed or counted as nil, or rounds to it. Nothing is shown as nothing,
    by the association's sign for it, and where no such number can exist stands always a dash (``NO_FIGURE``). A
    movement of what was nil all the time is nothing, for nothing moved; one that comes to nil is 0.
    """
    if not isinstance(cell.of, Figure):
        return None
    value = cell.of.value
    if isinstance(value, Decimal):
        nothing = cell.moves and not value and not cell.of.is_moved
        return Missing.NOTHING if nothing else shown_value(value * cell.sign, cell.of.unit, shown, cell.form)
    return value if isinstance(value, Missing) else None


def rounding_notes(table: Table) -> tuple[str, ...]:
    """The sentence about rounding, where what is shown as a sum or a difference is not that of its shown parts.

    Down a column, and along a row: outcome, budget and deviation; income, costs and net; shares of one whole.
    """
    columns = [[row.cells[index] for row in table.rows] for index in range(len(table.columns))]
    lines = [_numbers(cells, table) for cells in (*columns, *(row.cells for row in table.rows))]
    amounts, shares = all(map(sums_agree, lines)), all(map(shares_agree, lines))
    if amounts and shares:
        return ()
    return (ROUNDING_SENTENCE if shares else SHARES_SENTENCE if amounts else BOTH_SENTENCE,)


def _numbers(cells: Sequence[Cell], table: Table) -> dict[Figure, Decimal]:
    """The shown numbers of a column or row by their figures, those in parentheses too, with the figures' own sign."""
    beside = [Cell(cell.beside) for cell in cells if cell.beside is not None]
    return {cell.of: _natural(cell, table) for cell in (*cells, *beside) if isinstance(cell.of, Figure)}


def _natural(cell: Cell, table: Table) -> Decimal:
    """The shown number with the figure's own sign again; 0 where none is shown."""
    number = shown_number(cell, table)
    return number * cell.sign if isinstance(number, Decimal) else Decimal(0)
