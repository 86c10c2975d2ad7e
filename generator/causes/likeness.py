"""How like an amount is to the others of its row: of other years, or of the budget."""

from decimal import Decimal

from generator.causes.cells import Cell

_UNLIKE = Decimal(100)
"""How many times larger or smaller is not alike at all, as an amount of another sign is not."""


def unlikeness(amount: Decimal, cell: Cell) -> Decimal:
    """How many times larger or smaller an amount is than the one of the cell's row that it is most like; 1 is alike.

    Where the row has no other amount, nothing is unlike.
    """
    return min((_times(amount, other) for other in cell.likes), default=Decimal(1))


def nearer(cell: Cell, wanted: Decimal) -> Decimal:
    """How many times nearer to the row's other amounts ``wanted`` is than what stands in the cell."""
    return unlikeness(cell.typed, cell) / unlikeness(wanted, cell)


def _times(one: Decimal, other: Decimal) -> Decimal:
    if not one or (one > 0) is not (other > 0):
        return _UNLIKE
    return min(max(abs(one), abs(other)) / min(abs(one), abs(other)), _UNLIKE)
