"""The result of what was sold (*realisationsvinst*, *realisationsförlust*): the price less what it stood at.

What was sold is one thing in several parts: its cost and its depreciation. A gain is income and a loss a cost, each
for itself (4 kap. 4 § LKBR: no netting).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.fact import Fact
from generator.model.rows import YEARS, Entry
from generator.model.underlag import Underlag
from generator.statements.changes import Change
from generator.statements.lines import BY_LABEL, LINES
from generator.statements.statement import Line
from generator.subjects.roll_forward.rows import FINANCIAL_ASSETS, RollRow

GAINS, LOSSES = Name("Realisationsvinster"), Name("Realisationsförluster")
"""The sub-items that the results of what was sold stand in."""

PRICES = {"this_year": "price", "last_year": "price_last_year"}
"""The column of prices of each column of changes."""

Rows = list[Entry[RollRow]]


@dataclass(frozen=True, slots=True)
class Sold:
    """What was sold a year: its rows, the column of that year, and what is added to the report's year in it."""

    rows: Rows
    field: str
    shift: int

    @property
    def price(self) -> str:
        """The column of what was paid for it."""
        return PRICES[self.field]

    @property
    def first(self) -> RollRow:
        """The row that says what was sold."""
        return self.rows[0].row

    def typed(self, field: str) -> list[tuple[Entry[RollRow], Decimal, Source]]:
        """What is typed in a column of its rows."""
        return [each for entry in self.rows for each in entry.typed({field: entry})]

    @property
    def untold(self) -> Rows:
        """Its rows, where they have several prices and no text says which of the rows each is for."""
        several = self.first.is_unnamed and len(self.typed(self.price)) > 1
        return [each for each in self.rows if any(each.typed({self.field: 0, self.price: 0}))] if several else []


def disposals(underlag: Underlag) -> list[Sold]:
    """What was sold each year: rows of one line and text together, those with prices and no text apart.

    One price without a text is of all rows of its line without one: its cost and its depreciation.
    """
    every = [(rows, field, shift) for rows in _by_text(underlag) for field, shift in YEARS.items()]
    return [Sold(part, field, shift) for rows, field, shift in every for part in _apart(rows, field)]


def _by_text(underlag: Underlag) -> list[Rows]:
    found: dict[str, Rows] = {}
    for entry in underlag.of(RollRow):
        if entry.row.change is Change.SALE:
            found.setdefault(entry.row.disposal, []).append(entry)
    return list(found.values())


def _apart(rows: Rows, field: str) -> list[Rows]:
    """Part the rows of what was sold without a text, if each that has an amount of the year has a price of it too."""
    priced = all(getattr(entry.row, PRICES[field]) is not None for entry in rows if getattr(entry.row, field))
    return [[entry] for entry in rows] if rows[0].row.is_unnamed and priced else [rows]


def facts(underlag: Underlag, year: int) -> Iterator[Fact]:
    """Give the results of what was sold as Facts: each typed price and amount once, on the line of gains or losses."""
    for sold in disposals(underlag):
        typed = [*sold.typed(sold.field), *sold.typed(sold.price)]
        line, name, sign = _line(sold.first, sum((amount for _, amount, _ in typed), start=Decimal(0)))
        for entry, amount, source in typed:
            activity = entry.row.activity or sold.first.activity
            yield Fact(line, year + sold.shift, sign * amount, source, sub_item=name, activity=activity, rolled=True)


def _line(row: RollRow, result: Decimal) -> tuple[Line, Name, int]:
    of = "financial" if BY_LABEL[row.line] in FINANCIAL_ASSETS else "operating"
    return (LINES[f"{of}_income"], GAINS, 1) if result >= 0 else (LINES[f"{of}_costs"], LOSSES, -1)
