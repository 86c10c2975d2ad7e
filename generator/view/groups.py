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
    """The groups of each row of a table: the headings above it, and the row that it is a part of."""
    heads: list[tuple[int, TableRow]] = []
    whole: tuple[RowGroups, int] | None = None
    count = 0
    for row, following in zip(rows, (*rows[1:], None), strict=True):
        if row.kind is RowKind.HEADING and not is_words(row):
            heads = [(number, head) for number, head in heads if head.level < row.level]
            count += 1
            yield RowGroups(count, tuple(number for number, _ in heads))
            heads.append((count, row))
            whole = None
            continue
        if row.kind is RowKind.TOTAL:  # what is summed up ends there
            heads = [(number, head) for number, head in heads if head.block or head.level < row.level]
        under = tuple(number for number, head in heads if is_words(row) or _belongs(row.block, head.block))
        if whole and row.level > whole[1]:
            under = (*whole[0].under, whole[0].number)
        else:
            whole = None
        if following and following.kind is not RowKind.HEADING and following.level > row.level and not is_words(row):
            count += 1
            whole = RowGroups(count, under), row.level
            yield whole[0]
        else:
            yield RowGroups(0, under)


def _belongs(block: str, head: str) -> bool:
    """Whether a row is of what a heading is over; a heading of no block is over all rows of none that follow it."""
    return block == head or (bool(head) and block.startswith(f"{head}/"))
