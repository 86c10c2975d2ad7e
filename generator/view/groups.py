"""Which heading rows of a table a row stands under: what who hears the row alone must be told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.figures.table import RowKind, TableRow

_WORDS = 2
"""The level from which a heading row heads nothing, but tells something of what stands around it."""


@dataclass(frozen=True, slots=True)
class RowGroups:
    """A heading row's number in its table, or 0; and the numbers of the heading rows that a row stands under."""

    number: int
    under: tuple[int, ...]


def is_words(row: TableRow) -> bool:
    """Whether a row of one text is no heading, but words about the rows around it."""
    return row.kind is RowKind.HEADING and row.level >= _WORDS


def row_groups(rows: Sequence[TableRow]) -> Iterator[RowGroups]:
    """The groups of each row of a table."""
    heads: list[tuple[int, TableRow]] = []
    count = 0
    for row in rows:
        if row.kind is RowKind.HEADING and not is_words(row):
            heads = [(number, head) for number, head in heads if head.level < row.level]
            count += 1
            yield RowGroups(count, tuple(number for number, _ in heads))
            heads.append((count, row))
            continue
        if row.kind is RowKind.TOTAL:  # what is summed up ends there
            heads = [(number, head) for number, head in heads if head.block or head.level < row.level]
        yield RowGroups(0, tuple(number for number, head in heads if is_words(row) or _belongs(row.block, head.block)))


def _belongs(block: str, head: str) -> bool:
    """Whether a row is of what a heading is over; a heading of no block is over all rows of none that follow it."""
    return block == head or (bool(head) and block.startswith(f"{head}/"))
