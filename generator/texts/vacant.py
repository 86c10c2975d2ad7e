"""Headings of the outline under which nothing stands."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.model.registers import OutlineBlock


def vacant(rows: Sequence[OutlineBlock], shows: Sequence[bool] = ()) -> Iterator[int]:
    """The blocks, counted from 0, with a heading and neither text nor part, whose heading has none below it either.

    ``shows`` tells of each block whether its part shows anything; without it, each does.
    """
    for block, (row, below) in enumerate(zip_longest(rows, rows[1:])):
        goes_on = below is not None and (not below.heading or (below.level or 1) > (row.level or 1))
        has_part = bool(row.content) and (not shows or shows[block])
        if row.heading and not (has_part or row.text.strip() or goes_on):
            yield block
