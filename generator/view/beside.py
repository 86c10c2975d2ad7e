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


CAPTION_LINE = {Width.WHOLE: 88, Width.HALF: 42, Width.THIRD: 26}
"""About so many letters of a caption fit on a line."""
MOST_LINES = 3


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
    told = [Beside(f"{CLASSES[block.width]}{' box' if block.boxed else ''}".strip()) for block in blocks]
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
    return f"beside filled-{int(taken * 100)}{_captions(blocks, row)}{page}"


def _captions(blocks: Sequence[Block], row: Sequence[Sequence[int]]) -> str:
    """The class that gives all captions of a row room for as many lines as the longest has."""
    captions = [(blocks[place].caption, blocks[place].width) for column in row for place in column]
    lines = max(-(-len(caption) // CAPTION_LINE[width]) for caption, width in captions)
    return f" captions-{min(lines, MOST_LINES)}" if lines > 1 and len(row) > 1 else ""


def _rows(blocks: Sequence[Block]) -> Iterator[list[list[int]]]:
    """The rows of columns, each column the places of its blocks."""
    row: list[list[int]] = []
    left = Fraction(1)
    for place, block in enumerate(blocks):
        if block.width is Width.WHOLE and not block.boxed:
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
