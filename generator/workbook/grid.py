"""The Grid: a tab as raw cells."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.ground.source import Source
from generator.model.values import RawCell


@dataclass(frozen=True, slots=True)
class Grid:
    """The filled cells of a tab by row and column."""

    order: int
    name: str
    rows: Mapping[int, Mapping[int, RawCell]]

    def source(self, row: int = 0, column: int = 0) -> Source:
        """Make the Source of a place in the tab."""
        return Source(self.order, self.name, row, column)
