"""The Grid: a tab as raw cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.ground.names import folded
from generator.ground.source import Source
from generator.model.values import RawCell
from generator.workbook.marks import NO_MARKS, Marks

_OWN_MARK = "_"


def is_own(name: str) -> bool:
    """Whether a tab or column is the user's own, which nobody else reads: its name begins with an underscore."""
    return folded(name).startswith(_OWN_MARK)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Grid:
    """The filled cells of a tab by row and column; ``file`` is the name of another file than the workbook.

    A tab is known by itself, so that what follows from it is found once.
    """

    order: int
    name: str
    rows: Mapping[int, Mapping[int, RawCell]]
    marks: Marks = NO_MARKS
    file: str = ""

    def source(self, row: int = 0, column: int = 0) -> Source:
        """Make the Source of a place in the tab."""
        return Source(self.order, self.name, row, column, file=self.file)
