"""The guesses that only the difference tells the right amount of: what speaks for each, in weights.

A cell is empty, or holds what another cell should, or its digits are not the right ones. Several cells may do; which
is the likeliest, the row's other amounts tell.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.causes.cells import Cell, Sheet
from generator.causes.digits import are_swapped, differ_by_a_slip, is_thousands
from generator.causes.guess import Guess
from generator.causes.likeness import nearer, unlikeness
from generator.ground.source import Source

_LIKE = Decimal(5)
"""How many times larger or smaller than the row's other amounts an amount may be that is taken for the right one."""
_TELLING = 100
"""An amount of so many thousands is another, rounded, hardly by chance."""
_NEAR = Decimal(2)
_CLEAR = Decimal("1.5")
_MOST_NEARER = Decimal(5)
_MOST_SUCH_ROWS = 2
"""Of a column in which more rows than these have the same amount as another column, one says nothing."""

EMPTY, NOUGHT, COPIED, SAME_AS_BEFORE = Decimal("1.5"), Decimal("0.5"), Decimal("1.2"), Decimal("0.6")
CONFIRMED = Decimal(2)
"""How many times likelier a slip is that the row's own amounts confirm."""
LEFT_EMPTY = Decimal("0.3")
SWAPPED, THOUSANDS, SLIPPED, UNLIKE = Decimal(1), Decimal(2), Decimal("0.4"), Decimal("0.2")


def solved(cell: Cell, change: Decimal, sheet: Sheet) -> Iterator[Guess]:
    """Guess what happened in a cell, given the ``change`` of its amount that would explain the difference."""
    wanted = cell.typed + change
    if is_thousands(cell.typed, wanted):
        yield Guess("thousands", {cell: change}, None, THOUSANDS if abs(cell.typed) >= _TELLING else SLIPPED)
        return
    if cell.is_to_be_empty or not wanted or (unlikeness(wanted, cell) > _LIKE and cell.amount is not None):
        return
    if cell.typed:
        yield from _copied(cell, change, sheet)
        yield from _misspelled(cell, change)
    elif any(cell.years.values()):
        source = next(source for source, amount in cell.years.items() if amount)
        weight = (EMPTY if cell.amount is None else NOUGHT) / unlikeness(wanted, cell)
        if (amount := cell.years[source]) and (amount > 0) is (wanted > 0):
            yield Guess("forgotten", {cell: change}, source, max(weight, LEFT_EMPTY) if cell.amount is None else weight)
    elif cell.amount is None and (not cell.others or (wanted > 0 and all(each < 0 for each in cell.others.values()))):
        yield Guess("no_amount", {cell: change}, None, EMPTY)


def _copied(cell: Cell, change: Decimal, sheet: Sheet) -> Iterator[Guess]:
    """The amount of another row, year or column stands in the cell, where that is no habit of the column's."""
    likeness = unlikeness(cell.typed + change, cell)
    other = _twin(cell, sheet)
    if other is not None:
        yield Guess("other_row", {cell: change}, other, COPIED / likeness)
    for kind, amounts in (("other_year", cell.years), ("other_column", cell.others)):
        for source, amount in amounts.items():
            if amount == cell.typed and _alike(cell, source, sheet) <= _MOST_SUCH_ROWS and _is_odd(cell, source):
                yield Guess(kind, {cell: change}, source, SAME_AS_BEFORE / likeness)


def _is_odd(cell: Cell, other: Source) -> bool:
    """Whether an amount that stands in another column too looks copied: what follows the budget is as it should be.

    So is last year's amount where it is the budget's too, and the budget's where last year's is near.
    """
    if other in cell.years:
        return cell.typed not in cell.budgets.values()
    return bool(cell.likes) and any(cell.years.values()) and unlikeness(cell.typed, cell) > _CLEAR


def _twin(cell: Cell, sheet: Sheet) -> Source | None:
    """The nearest row of the column with the same amount: the one above or below, or one of the same post."""
    post = getattr(cell.entry.row, "line", "")
    twins = [
        (abs(each.number - cell.number), each.source)
        for each in sheet.columns[cell.model, cell.attribute]
        if each is not cell and each.typed == cell.typed
        if abs(each.number - cell.number) == 1 or (post and getattr(each.entry.row, "line", "") == post)
    ]
    return min(twins)[1] if twins else None


def _alike(cell: Cell, other: Source, sheet: Sheet) -> int:
    """How many rows have the same amount in the cell's column and in that of another cell of its row."""
    attribute = sheet.cells[other].attribute
    pairs = zip(sheet.columns[cell.model, cell.attribute], sheet.columns[cell.model, attribute], strict=True)
    return sum(1 for one, two in pairs if one.typed and one.typed == two.typed)


def _misspelled(cell: Cell, change: Decimal) -> Iterator[Guess]:
    """Two digits have changed places, one is wrong, lost or too many; or the amount is unlike the row's others."""
    wanted = cell.typed + change
    nearness = min(nearer(cell, wanted), _MOST_NEARER)
    if wanted in (*cell.budgets.values(), *cell.years.values()):
        nearness *= CONFIRMED
    if are_swapped(cell.typed, wanted):
        yield Guess("swapped", {cell: change}, None, SWAPPED * nearness)
    elif differ_by_a_slip(cell.typed, wanted):
        yield Guess("digit", {cell: change}, None, SLIPPED * nearness)
    elif cell.likes and nearness > _CLEAR and unlikeness(wanted, cell) <= _NEAR:
        source = next(source for source, amount in (*cell.years.items(), *cell.others.items()) if amount)
        yield Guess("unlike", {cell: change}, source, UNLIKE * nearness)
