"""The widths of a table of words: where the words are, so that the table is low and no word must be cut."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from math import ceil

from generator.blocks.text_table import CHARACTERS_PER_LINE, Marked, TextCell, WordColumn, texts_of
from generator.figures.table import Table
from generator.texts.typed_amounts import amounts_set

LONGEST_WHOLE_WORD = 16
"""Letters of a word that a column should have room for; longer ones are divided by the style sheet."""

PADDING = 3
"""Characters that the space between two columns takes."""

_COLUMN, _LONGEST_LABEL = 6.7, 15
"""Characters that a column of a table in a cell takes, by the style sheet; and letters of a word before its rows."""

STEP = 2
"""Per cent of the table's width that are moved at a time."""


def fitted(columns: Sequence[WordColumn], rows: Iterable[Sequence[TextCell]]) -> tuple[WordColumn, ...]:
    """Move width from column to column, from the widths given, as long as the table becomes lower by it.

    Each keeps room for its longest word, as far as they all fit. Give the rows of all tables that stand in one grid.
    """
    rows = tuple(rows)
    texts = tuple(tuple(tuple(map(amounts_set, texts_of(cell))) for cell in row) for row in rows)
    least = tuple(_least(column.head, [row[place] for row in texts]) for place, column in enumerate(columns))
    least = tuple(max(need, *(_least_of_tables(row[place]) for row in rows)) for place, need in enumerate(least))
    lengths = tuple(tuple(tuple(map(len, cell)) for cell in row) for row in texts)
    widths = _roomy([column.width for column in columns], least)
    while better := _better(widths, least, lengths):
        widths = better
    return tuple(WordColumn(column.head, width) for column, width in zip(columns, widths, strict=True))


def _least(head: str, cells: Iterable[Iterable[str]]) -> int:
    """The width in per cent that holds a column's head and its longest word; an amount is one word."""
    words = [head, *(word for texts in cells for text in texts for word in text.split(" "))]
    longest = max(min(len(word), LONGEST_WHOLE_WORD) for word in words)
    return -(-100 * (longest + PADDING) // CHARACTERS_PER_LINE)


def _least_of_tables(cell: TextCell) -> int:
    """The width in per cent that holds the tables in a cell: their longest words beside each other."""
    tables = cell.tables if isinstance(cell, Marked) else ()
    return max((ceil(100 * _room_of(table) / CHARACTERS_PER_LINE) for table in tables), default=0)


def _room_of(table: Table) -> float:
    """The characters that a table of figures in a cell takes at least: its rows' longest word, and its columns."""
    longest = max((len(word) + 1 for row in table.rows for word in row.label.split()), default=0)
    return min(longest, _LONGEST_LABEL) + _COLUMN * len(table.columns)


def _roomy(widths: list[int], least: Sequence[int]) -> list[int]:
    """Give each column what it needs at least, from those that have most to spare."""
    widths = list(widths)
    while True:
        spare = [width - need for width, need in zip(widths, least, strict=True)]
        if min(spare) >= 0 or max(spare) <= 0:
            return widths
        widths[spare.index(max(spare))] -= 1
        widths[spare.index(min(spare))] += 1


Lengths = Sequence[Sequence[Sequence[int]]]
"""Of each row's cells, the length of each paragraph in characters."""


def _better(widths: Sequence[int], least: Sequence[int], lengths: Lengths) -> list[int] | None:
    """The widths after the one move that lowers the table most; None where no move does."""
    moved = list(_moves(widths, least))
    lowest = min(moved, key=lambda each: _height(each, lengths), default=None)
    return lowest if lowest and _height(lowest, lengths) < _height(widths, lengths) else None


def _moves(widths: Sequence[int], least: Sequence[int]) -> Iterator[list[int]]:
    for giver, taker in permutations(range(len(widths)), 2):
        if widths[giver] - STEP >= least[giver]:
            moved = list(widths)
            moved[giver] -= STEP
            moved[taker] += STEP
            yield moved


def _height(widths: Sequence[int], lengths: Lengths) -> float:
    """About how many lines the table takes; parts of lines count, so that a small move shows."""
    return sum(max(map(_lines, row, widths), default=0) for row in lengths)


def _lines(paragraphs: Iterable[int], width: int) -> float:
    """A paragraph takes one line at least, and about half a line more than its letters fill."""
    room = width * CHARACTERS_PER_LINE / 100 - PADDING
    return sum(1.0 if length <= room else length / max(room, 1) + 0.5 for length in paragraphs)
