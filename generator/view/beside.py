"""Blocks side by side: rows of narrow columns, in the order in which they were typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.blocks.block import Block
from generator.model.association import Width

TAKES = {Width.WHOLE: Fraction(1), Width.HALF: Fraction(1, 2), Width.THIRD: Fraction(1, 3)}
"""The share of the page's width that a column takes."""

CLASSES = {Width.WHOLE: "", Width.HALF: "half", Width.THIRD: "third"}
"""The class of a column."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Of a block, the class of the column that it stands in, or nothing, and whether it begins and ends it.

    ``row`` has the classes of the row of columns that begins at the block; ``ends_row``: it ends after it.
    """

    width: str = ""
    row: str = ""
    begins_column: bool = False
    ends_column: bool = False
    ends_row: bool = False


def beside(blocks: Sequence[Block]) -> tuple[Beside, ...]:
    """Tell of each block where in a row of columns it stands; nothing of those that have the whole width."""
    told = [Beside(CLASSES[block.width]) for block in blocks]
    for row in _rows(blocks):
        told[row[0][0]] = replace(told[row[0][0]], row=_row_classes(blocks, row))
        told[row[-1][-1]] = replace(told[row[-1][-1]], ends_row=True)
        for column in row:
            told[column[0]] = replace(told[column[0]], begins_column=True)
            told[column[-1]] = replace(told[column[-1]], ends_column=True)
    return tuple(told)


def _row_classes(blocks: Sequence[Block], row: Sequence[Sequence[int]]) -> str:
    taken = sum(TAKES[blocks[column[0]].width] for column in row)
    page = " new-page" if blocks[row[0][0]].new_page else ""
    return f"beside filled-{int(taken * 100)}{page}"


def _rows(blocks: Sequence[Block]) -> Iterator[list[list[int]]]:
    """The rows of columns, each column the places of its blocks."""
    row: list[list[int]] = []
    left = Fraction(1)
    for place, block in enumerate(blocks):
        if block.width is Width.WHOLE:
            yield from [row] if row else ()
            row, left = [], Fraction(1)
        elif block.joined and row:
            row[-1].append(place)
        else:
            if row and (TAKES[block.width] > left or block.new_page):
                yield row
                row, left = [], Fraction(1)
            row.append([place])
            left -= TAKES[block.width]
    yield from [row] if row else ()
