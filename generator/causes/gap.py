"""The Gap: what remains of an identity that does not hold, and what one krona more in a cell would do to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.causes.cells import Cell

Effect = tuple[Decimal, ...]
"""What one krona more in a cell adds to each of several gaps."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A difference in kronor that should be nil, and what rounding may leave of it."""

    difference: Decimal
    bound: Decimal = Decimal(0)

    @property
    def is_open(self) -> bool:
        """Whether the difference is more than rounding explains."""
        return abs(self.difference) > self.bound

    def closed_by(self, change: Decimal) -> bool:
        """Whether a change of the difference leaves no more than rounding, or than was left before where it held."""
        rest = abs(self.difference + change)
        return rest <= self.bound or (not self.is_open and rest <= abs(self.difference))


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: gaps that one mistake may have made, and the cells that it may stand in."""

    gaps: Sequence[Gap]
    effects: Mapping[Cell, Effect]

    def explains(self, changes: Mapping[Cell, Decimal]) -> bool:
        """Whether changes of some cells close every gap."""
        return all(
            gap.closed_by(sum((change * self._effect(cell)[number] for cell, change in changes.items()), Decimal(0)))
            for number, gap in enumerate(self.gaps)
        )

    def rest(self, changes: Mapping[Cell, Decimal]) -> Decimal:
        """What changes of some cells leave of all gaps together."""
        return sum(
            (
                abs(
                    gap.difference
                    + sum((change * self._effect(cell)[i] for cell, change in changes.items()), Decimal(0))
                )
                for i, gap in enumerate(self.gaps)
            ),
            Decimal(0),
        )

    def change(self, cell: Cell) -> Decimal | None:
        """The change of one cell that would close the gaps; None where none does."""
        for gap, effect in zip(self.gaps, self._effect(cell), strict=True):
            if gap.is_open and effect:
                change = -gap.difference / effect
                return change if self.explains({cell: change}) else None
        return None

    def _effect(self, cell: Cell) -> Effect:
        return self.effects.get(cell) or (Decimal(0),) * len(self.gaps)
