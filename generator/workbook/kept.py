"""Tabs that were opened a moment ago and are as they were: what follows from one is then as it was, too.

Nothing is held here. A tab is found again for as long as somebody has it, as whoever has an Examination does.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import NamedTuple
from weakref import WeakKeyDictionary, WeakValueDictionary

from generator.ground.source import Source
from generator.model.values import RawCell
from generator.workbook.grid import Grid


class Asked(NamedTuple):
    """All that decides what is read of a tab, besides the texts that tabs share; the XML by its digest.

    ``struck`` are the numbers of the shared texts that are struck out.
    """

    place: Source
    hidden: bool
    xml: bytes
    styles: bytes
    epoch: datetime
    struck: frozenset[str]


class Kept(NamedTuple):
    """A tab that was read; ``texts`` are those that its cells refer to by number, ``cells`` is how many it has."""

    grid: Grid
    texts: Mapping[int, str | None]
    cells: int


_GRIDS: WeakValueDictionary[Asked, Grid] = WeakValueDictionary()
_LATEST: WeakValueDictionary[Source, Grid] = WeakValueDictionary()
_READ: WeakKeyDictionary[Grid, tuple[Mapping[int, str | None], int]] = WeakKeyDictionary()


def digest(xml: bytes) -> bytes:
    """What stands for some XML that is too long to keep."""
    return sha256(xml).digest()


def kept(asked: Asked, strings: Sequence[str | None]) -> Kept | None:
    """Find a tab that was read of the same bytes, and whose shared texts still are what they were."""
    grid = _GRIDS.get(asked)
    read = _READ.get(grid) if grid is not None else None
    if grid is None or read is None:
        return None
    texts, cells = read
    last = len(strings)
    is_same = all(number < last and strings[number] == text for number, text in texts.items())
    return Kept(grid, texts, cells) if is_same else None


def keep(asked: Asked, read: Kept) -> Grid:
    """Let a tab be found again. Returns it; the one before it where that holds the same in other bytes.

    A program that saves a workbook may give all texts other numbers, though one cell has changed.
    """
    before = _LATEST.get(asked.place)
    grid = before if before is not None and _are_alike(before, read.grid) else read.grid
    _GRIDS[asked] = _LATEST[asked.place] = grid
    _READ[grid] = (read.texts, read.cells)
    return grid


def _are_alike(one: Grid, other: Grid) -> bool:
    """Whether two tabs hold the same in every cell, to the sign and the kind of value: 1, 1.0 and SANT are three."""
    return (
        one.marks == other.marks
        and list(one.rows) == list(other.rows)
        and all(_are_alike_rows(mine, other.rows[row]) for row, mine in one.rows.items())
    )


def _are_alike_rows(one: Mapping[int, RawCell], other: Mapping[int, RawCell]) -> bool:
    return list(one) == list(other) and all(
        cell.format == other[column].format and _is_same(cell.value, other[column].value)
        for column, cell in one.items()
    )


def _is_same(one: object, other: object) -> bool:
    return one == other if isinstance(one, str) and isinstance(other, str) else repr(one) == repr(other)
