"""The cells that amounts are typed in, filled or empty, and what stands around each: its row, and those beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from generator.causes.budgets import Budget, Budgets, budgets_elsewhere
from generator.ground.formatting import kronor, number
from generator.ground.once import once
from generator.ground.source import Source
from generator.model.columns import AmountColumn, FreeColumn, ValueColumn
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, column_of, heading, rolls
from generator.model.underlag import Underlag

_CALLED_BY = ("note_row", "label", "name", "kind", "activity", "sub_item", "key", "insats", "line")
"""The fields that a row of amounts may be called by, the most telling first."""


_NUMBERS = (AmountColumn, ValueColumn, FreeColumn)
"""The columns of amounts, and of other numbers than counts of persons."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell for an amount, in kronor; None where the cell is empty. ``number`` counts the rows of its section.

    ``years`` are the amounts of the same row and kind in other years, ``others`` of another kind (the budgets): each
    with its cell, ``elsewhere`` the budgets of the same thing in another tab, ``planned`` what tells of these.
    ``is_fed``: amounts of its kind come from a ledger.
    """

    source: Source
    model: type[Row]
    attribute: str
    number: int
    entry: Entry[Row]
    amount: Decimal | None
    years: Mapping[Source, Decimal] = field(default_factory=dict)
    others: Mapping[Source, Decimal] = field(default_factory=dict)
    planned: Sequence[Budget] = ()
    is_fed: bool = False

    def __hash__(self) -> int:
        """By the place, which no two cells share."""
        return hash(self.source)

    @property
    def typed(self) -> Decimal:
        """The amount; nothing is nil."""
        return self.amount or Decimal(0)

    @property
    def name(self) -> str:
        """What the row is called."""
        return next((str(value) for each in _CALLED_BY if (value := getattr(self.entry.row, each, ""))), "")

    @property
    def elsewhere(self) -> dict[Source, Decimal]:
        """The budgets of the same thing in another tab, each with its cell."""
        return {budget.source: budget.amount for budget in self.planned}

    @property
    def headings(self) -> dict[Source, str]:
        """The headings of the cells that it may be held against."""
        typed = _typed(self.entry, _amount_fields(self.model))
        own = {source: heading(self.model, field) for field, (source, _) in typed.items() if field != self.attribute}
        return own | {budget.source: budget.heading for budget in self.planned}

    @property
    def column(self) -> str:
        """The heading of the cell's column."""
        return heading(self.model, self.attribute)

    @property
    def is_to_be_empty(self) -> bool:
        """Whether nothing is typed where the amount is derived or booked, and an amount there would be refused."""
        return self.amount is None and (self.is_fed or self._is_derived)

    @property
    def _is_derived(self) -> bool:
        return self.entry.row.is_derived and self.attribute in _derived(self.model)

    @property
    def is_amount(self) -> bool:
        """Whether it holds kronor, whatever the row says."""
        return isinstance(column_of(self.model.model_fields[self.attribute]), AmountColumn)

    @property
    def is_yearly(self) -> bool:
        """Whether the row has the same number of several years."""
        return len(_chain(self.model, self.attribute)) > 1

    @property
    def budgets(self) -> dict[Source, Decimal]:
        """The amounts of another kind for the same thing, in the row and in other tabs."""
        return {**self.others, **self.elsewhere}

    def told(self, amount: Decimal) -> str:
        """Say an amount as the cell would hold it."""
        if self.is_amount:
            return kronor(amount)
        return number(amount, max(0, -int(amount.normalize().as_tuple().exponent)))

    @property
    def likes(self) -> tuple[Decimal, ...]:
        """What this amount may be expected to be like: the other years' amounts, else the budgets; none that is nil.

        What has another sign in the same year is no budget, as the price of what was sold is not.
        """
        return tuple(each for each in self.years.values() if each) or tuple(
            each for each in self.others.values() if each and self.typed * each >= 0
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """All cells for amounts of an underlag, by place, and by the column that they stand in."""

    cells: Mapping[Source, Cell]
    columns: Mapping[tuple[type[Row], str], tuple[Cell, ...]]

    def name_of(self, entry: Entry[Row]) -> str:
        """What a row of amounts is called; empty for a row without a cell for one."""
        return next((self.cells[source].name for source in entry.sources.values() if source in self.cells), "")

    def beside(self, cell: Cell) -> Iterator[Cell]:
        """The cells of the same column in the rows above and below."""
        column = self.columns[cell.model, cell.attribute]
        yield from (column[number] for number in (cell.number - 1, cell.number + 1) if 0 <= number < len(column))

    def row(self, cell: Cell) -> Iterator[Cell]:
        """The other cells of the cell's row."""
        for (model, other), column in self.columns.items():
            if model is cell.model and other != cell.attribute:
                yield column[cell.number]

    def is_used(self, cell: Cell) -> bool:
        """Whether any row has an amount in the cell's column."""
        return any(each.typed for each in self.columns[cell.model, cell.attribute])

    def years(self, cell: Cell) -> Iterator[Cell]:
        """The cells of the row that hold the same kind of amount in other years, filled or empty."""
        yield from (each for each in self.row(cell) if each.attribute in _chain(cell.model, cell.attribute))


@once
def sheet(underlag: Underlag) -> Sheet:
    """Find all cells for amounts; what a ledger says nobody has mistyped."""
    budgets = budgets_elsewhere(underlag)
    typed = {model: [each for each in entries if not each.is_booked] for model, entries in underlag.entries.items()}
    fed = {model for model, entries in underlag.entries.items() if len(entries) > len(typed[model])}
    columns: dict[tuple[type[Row], str], tuple[Cell, ...]] = {}
    for model, entries in typed.items():
        fields = _amount_fields(model)
        rows = [_Row(number, entry, _typed(entry, fields)) for number, entry in enumerate(entries)] if fields else []
        for name in fields if entries else ():
            is_fed = model in fed and name in model.fed_by
            columns[model, name] = tuple(_cell(name, row, budgets, is_fed=is_fed) for row in rows)
    return Sheet({cell.source: cell for column in columns.values() for cell in column}, columns)


@cache
def _amount_fields(model: type[Row]) -> tuple[str, ...]:
    return tuple(name for name, info in model.model_fields.items() if isinstance(column_of(info), _NUMBERS))


class _Row(NamedTuple):
    """A row with its number in its section, and its amounts by field, each with its cell."""

    number: int
    entry: Entry[Row]
    typed: Mapping[str, tuple[Source, Decimal]]


def _typed(entry: Entry[Row], fields: Iterable[str]) -> Mapping[str, tuple[Source, Decimal]]:
    return {
        field: (entry.source(field), amount)
        for field in fields
        if isinstance(amount := getattr(entry.row, field), Decimal)
    }


def _cell(name: str, row: _Row, budgets: Budgets, *, is_fed: bool) -> Cell:
    number, entry, typed = row
    model = type(entry.row)
    chain = _chain(model, name)
    years, others = dict[Source, Decimal](), dict[Source, Decimal]()
    for each, (source, amount) in typed.items():
        if each != name:
            (years if each in chain else others)[source] = amount
    place = entry.source(name)
    kept = typed[name][1] if name in typed else None
    return Cell(place, model, name, number, entry, kept, years, others, budgets.get(place, ()), is_fed)


@cache
def _derived(model: type[Row]) -> frozenset[str]:
    """The fields of which a derived row's amounts are derived: those that become a derived amount in a later year."""
    ways = {field: way for field, info in model.model_fields.items() if isinstance(way := rolls(info), Takes)}
    found = {way.field for way in ways.values() if way.derived}
    for _ in ways:
        found |= {ways[each].field for each in found & ways.keys()}
    return frozenset(found)


@cache
def _chain(model: type[Row], name: str) -> frozenset[str]:
    """The fields that hold one amount in different years: each takes over what the one before it held."""
    taken = {
        field: rolled.field for field, info in model.model_fields.items() if isinstance(rolled := rolls(info), Takes)
    }
    found = {name}
    for _ in taken:
        found |= {taken[each] for each in found & taken.keys()} | {each for each in taken if taken[each] in found}
    return frozenset(found)
