"""The Guess: what may have happened in a cell, told by what stands there, beside it and in the row's other years.

Each kind of mistake is one small function that gives what should have stood in a cell; whether that would explain a
difference is for the search. The kinds here are exact: the amounts that stand in the workbook make the difference, to
the öre. They stand in the order of how usual they are. Some do so by chance where amounts are round: these have a
weight. Of the others, in ``solved``, the difference gives the amount.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.causes.cells import Cell, Sheet
from generator.causes.likeness import unlikeness
from generator.ground.source import Source

_HABIT, _PERHAPS, _CHANCE = Decimal(3), Decimal("0.4"), Decimal("0.15")
"""The weights of what the column's other rows speak for, of what nothing does, and of what the row speaks against."""
_LEAST_OF_HABIT = 2
_ORDINARY = Decimal(3)
"""An amount that is no more times larger or smaller than the row's others, of the same sign, has the right sign."""
_FACTORS = tuple(Decimal(10) ** power for power in (3, -3, 1, -1, 2, -2))


@dataclass(frozen=True, slots=True)
class Guess:
    """What may have happened: the kind, and the changes of cells that would undo it. ``other`` is a cell to name.

    ``weight`` is how much speaks for it beside others that explain as much; None where it is exact.
    """

    kind: str
    changes: Mapping[Cell, Decimal]
    other: Source | None = None
    weight: Decimal | None = None

    @property
    def cell(self) -> Cell:
        """The cell to look at first."""
        return next(iter(self.changes))

    @property
    def wanted(self) -> Decimal:
        """What should stand in that cell."""
        return self.cell.typed + self.changes[self.cell]


Maker = Callable[[Cell, Sheet], Iterator[Guess]]


def _to(kind: str, cell: Cell, wanted: Decimal, other: Source | None = None, weight: Decimal | None = None) -> Guess:
    return Guess(kind, {cell: wanted - cell.typed}, other, weight)


def doubled(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """The amount stands in a row above too, in the same column; where all of the row's do, the row is there twice."""
    for twin in sheet.columns[cell.model, cell.attribute][: cell.number]:
        if cell.typed and twin.amount == cell.amount:
            row, other = ([each.amount for each in (one, *sheet.row(one))] for one in (cell, twin))
            changes = {each: -each.typed for each in (cell, *sheet.row(cell)) if each.typed}
            if row == other and len(changes) > 1:
                yield Guess("doubled_row", changes, twin.source)
            yield _to("doubled", cell, Decimal(0), twin.source)
            return


def sign(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """The amount has the other sign, or stands on the other side: all of the row's then do."""
    if cell.typed:
        usual = _PERHAPS if cell.likes and unlikeness(cell.typed, cell) <= _ORDINARY else None
        yield _to("sign", cell, -cell.typed, weight=usual)
        row = {each: -2 * each.typed for each in (cell, *sheet.row(cell)) if each.typed}
        if len(row) > 1:
            yield Guess("sign_row", row)


def too_much(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """The amount should not be there at all, or none of the row's."""
    same = [each for each in sheet.columns[cell.model, cell.attribute] if each.amount == cell.amount]
    if cell.typed and len(same) == 1:
        yield _to("excess", cell, Decimal(0), weight=_PERHAPS if cell.likes or cell.budgets else Decimal(1))
        row = {each: -each.typed for each in (cell, *sheet.row(cell)) if each.typed}
        if any(cell.years.values()):
            yield Guess("excess_row", row)


def exchanged(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """Two amounts have changed places: with the row above or below, or with another year of the row."""
    for kind, others in (("exchanged", sheet.beside(cell)), ("exchanged_years", sheet.years(cell))):
        for other in others:
            if cell.typed and other.typed and other.typed != cell.typed:
                changes = {cell: other.typed - cell.typed, other: cell.typed - other.typed}
                yield Guess(kind, changes, other.source)


def moved(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """The amount belongs to the row above or below, or to another year of the row, where nothing stands."""
    for kind, others in (("moved", sheet.beside(cell)), ("moved_year", sheet.years(cell))):
        for other in others:
            if cell.typed and not other.typed and sheet.is_used(other):
                yield Guess(kind, {cell: -cell.typed, other: cell.typed}, other.source)


def change_typed(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """The change since last year is typed in place of the amount."""
    del sheet
    for source, before in cell.years.items():
        if cell.typed and before and source.column > cell.source.column:
            yield _to("change", cell, cell.typed + before, source)


def factor(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """The amount is ten, a hundred or a thousand times too large or too small."""
    del sheet
    if cell.typed:
        yield from (_to("factor", cell, cell.typed * each) for each in _FACTORS)


def as_beside(cell: Cell, sheet: Sheet) -> Iterator[Guess]:
    """What should stand there is the budget or another year's amount: by chance, unless the column's other rows do so.

    Of a cell that has its budget's amount already, nothing says that it should have another year's.
    """
    for source, amount in (*cell.budgets.items(), *cell.years.items()):
        if cell.typed and amount and amount != cell.typed:
            chance = _CHANCE if cell.typed in cell.budgets.values() else _PERHAPS
            yield _to("as_beside", cell, amount, source, _HABIT if is_habit(cell, source, sheet) else chance)


def is_habit(cell: Cell, other: Source, sheet: Sheet) -> bool:
    """Whether most other rows have the same amount in the cell's column as in that of ``other``."""
    pairs = [
        pair
        for each in sheet.columns[cell.model, cell.attribute]
        if each is not cell and (pair := _pair(each, cell, other, sheet))
    ]
    equal = sum(1 for one, two in pairs if one == two)
    return equal >= _LEAST_OF_HABIT and 2 * equal >= len(pairs)


def _pair(each: Cell, cell: Cell, other: Source, sheet: Sheet) -> tuple[Decimal, Decimal] | None:
    """A row's amount and the one that is to it as ``other`` is to the cell, where it has both."""
    if other in cell.elsewhere:
        there = next(iter(each.elsewhere.values()), Decimal(0))
    else:
        there = sheet.columns[cell.model, sheet.cells[other].attribute][each.number].typed
    return (each.typed, there) if each.typed and there else None


GIVEN: tuple[Maker, ...] = (
    doubled,
    sign,
    moved,
    exchanged,
    change_typed,
    factor,
    as_beside,
    too_much,
)
"""The kinds whose amount is given, in the order of how usual they are."""
