"""The order of rows that may be given a place of their own, in a column *Ordning*."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A row with the place that is typed for it, 1 for the first; None where it stands as the rows do."""

    @property
    def position(self) -> int | None:
        """The place typed."""


P = TypeVar("P", bound=Placed)


def in_order(rows: Sequence[P]) -> tuple[P, ...]:
    """Lay rows in order: those with a position at that place among all, the others round them as they stand.

    Of two with one position the first typed is first; a position after the last is the last.
    """
    ordered = [row for row in rows if row.position is None]
    free = 0
    for row in sorted((row for row in rows if row.position is not None), key=lambda row: row.position or 0):
        free = max(free, (row.position or 0) - 1)
        ordered.insert(free, row)
        free += 1
    return tuple(ordered)
