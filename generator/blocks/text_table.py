"""The TextTable: a table whose cells hold words, for what is told rather than counted (goals, people).

Nothing here is HTML: a cell says what it holds, and ``document`` draws it, last. A new kind of cell is a frozen
dataclass here, one of ``view.parts`` and a case in ``templates/base/_cell.html``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.figures.table import Amount, Table
from generator.ground.formatting import amount
from generator.texts.items import AS_IS


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in Markdown, of any length."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Short texts, one to a line, shown as they were typed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A word of a scale with its mark before it and a remark under it.

    The word alone tells everything: ``mark`` names a drawn shape that a screen reader passes over, ``tone`` its colour.
    ``tables`` stand last in the cell, each under its title.
    """

    mark: str
    word: str
    remark: Prose
    tone: str = ""
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Valued:
    """An amount with the words that follow it, and a text under it."""

    amount: Amount
    words: str
    text: Prose


@dataclass(frozen=True, slots=True)
class Above:
    """The cell above goes on here: it stands beside several rows."""


TextCell = Prose | Lines | Marked | Valued | Above


@dataclass(frozen=True, slots=True)
class WordColumn:
    """A column: its head, and its width as a share of the table's, in per cent."""

    head: str
    width: int


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row, the first cell of which is its head. ``lines`` is about how tall it is.

    ``keep``: it is short enough never to be cut by a page's end. ``goes_on``: a cell of it stands beside the next row
    too, and they are not too tall together. ``in_table``: not where it is a number that its template sets beside others
    above the table.
    """

    cells: tuple[TextCell, ...]
    lines: int
    keep: bool
    goes_on: bool = False
    in_table: bool = True


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of words. ``keep``: a short one is never cut; a long one is, and so are its long rows."""

    key: str
    columns: tuple[WordColumn, ...]
    rows: tuple[TextRow, ...]
    keep: bool


TEMPLATE, TOLD_TEMPLATE = "text_table", "told_table"
"""The templates that draw a block whose content is a TextTable: as a table, and over the whole width."""


CHARACTERS_PER_LINE = 95
"""About what a line holds over the whole width of a page."""

ROOM_OF_MARK = "\u25cf\u00a0"
"""What stands for a mark where the room that a cell takes is measured."""

_AROUND_TABLE = 4
"""Lines that a table in a cell takes besides its rows: its title and head."""

TALLEST_ROW = 16
"""Lines of a row that a table has room for; a taller one is told over the whole width."""

LONGEST_KEPT_ROW, LONGEST_KEPT_TABLE = 12, 10
"""Lines of a row, and of a table, that is never cut; a taller one would leave too much of a page empty."""


def text_table(key: str, columns: Sequence[WordColumn], rows: Iterable[Iterable[TextCell]]) -> TextTable:
    """Make a table of words; what is short is kept together."""
    made = tuple(_together([_row(tuple(cells), columns) for cells in rows]))
    keep = sum(row.lines for row in made) <= LONGEST_KEPT_TABLE
    return TextTable(key, tuple(columns), made, keep)


def template_of(table: TextTable) -> str:
    """The template of a table: one with a table in a row, or with a tall row, is told over the whole width."""
    inside = any(isinstance(cell, Marked) and cell.tables for row in table.rows for cell in row.cells)
    return TOLD_TEMPLATE if inside or any(row.lines > TALLEST_ROW for row in table.rows) else TEMPLATE


def _together(rows: Sequence[TextRow]) -> Iterator[TextRow]:
    """Join the rows that a cell stands beside, as long as they are not too tall together."""
    begins = [number for number, row in enumerate(rows) if not any(isinstance(cell, Above) for cell in row.cells)]
    for start, end in pairwise((*begins, len(rows))):
        joined = end - start > 1 and sum(row.lines for row in rows[start:end]) <= LONGEST_KEPT_TABLE
        yield from (
            replace(row, goes_on=joined and place < end - 1) for place, row in enumerate(rows[start:end], start)
        )


def _row(cells: tuple[TextCell, ...], columns: Sequence[WordColumn]) -> TextRow:
    """Make a row, as tall as its tallest cell."""
    lines = max(1, *(_lines(cell, column.width) for cell, column in zip(cells, columns, strict=True)))
    return TextRow(cells, lines, keep=lines <= LONGEST_KEPT_ROW)


def _lines(cell: TextCell, width: int) -> int:
    """About how many lines a cell takes in a column of ``width`` per cent."""
    tables = cell.tables if isinstance(cell, Marked) else ()
    return sum(len(table.rows) + _AROUND_TABLE for table in tables) + sum(
        1 + len(text) * 100 // (CHARACTERS_PER_LINE * width) for text in texts_of(cell)
    )


def texts_of(cell: TextCell) -> tuple[str, ...]:
    """The texts of a cell that begin on a line of their own; a scale's word is better not divided."""
    match cell:
        case Prose():
            return _lines_of(cell)
        case Lines():
            return cell.lines
        case Marked():
            return (f"{ROOM_OF_MARK}{cell.word}".replace(" ", "\u00a0"), *_lines_of(cell.remark))
        case Valued():
            shown = amount(cell.amount.of.amount, cell.amount.unit, cell.amount.decimals)
            return (f"{shown} {cell.words}", *_lines_of(cell.text))
        case Above():
            return ()


def _lines_of(prose: Prose) -> tuple[str, ...]:
    """The lines of a text, as long as they are printed."""
    return tuple(line.removeprefix(AS_IS).rstrip() for line in prose.text.splitlines())


def text_columns(heads: Sequence[str], weights: Sequence[int] = ()) -> tuple[WordColumn, ...]:
    """Make columns that share the table's width by their weights, equally without: whole per cents that make 100."""
    weights = weights or (1,) * len(heads)
    edges = [100 * sum(weights[:count]) // sum(weights) for count in range(len(weights) + 1)]
    return tuple(WordColumn(head, end - start) for head, (start, end) in zip(heads, pairwise(edges), strict=True))
