"""The result of what was sold (*realisationsvinst*, *realisationsförlust*): the price less what it stood at.

What was sold is one thing in several parts: its cost and its depreciation. A gain is income and a loss a cost, each
for itself (4 kap. 4 § LKBR: no netting).
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.fact import Fact
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.statements.changes import Change
from generator.statements.lines import BY_LABEL, LINES
from generator.statements.statement import Line
from generator.subjects.roll_forward.rows import FINANCIAL_ASSETS, RollRow

GAINS, LOSSES = Name("Realisationsvinster"), Name("Realisationsförluster")
"""The sub-items that the results of what was sold stand in."""

_FIELDS = ((0, ("this_year", "price")), (-1, ("last_year", "price_last_year")))

Rows = list[Entry[RollRow]]


def disposals(underlag: Underlag) -> list[Rows]:
    """The rows of what was sold, put together by line and text; those with prices and no text apart.

    One price without a text is of all rows of its line without one: its cost and its depreciation.
    """
    return [rows for each in _by_text(underlag) for rows in _apart(each)]


def untold_disposals(underlag: Underlag) -> Iterator[Rows]:
    """The rows with prices, of a year and line, that without a text may be what any other row of it was sold for."""
    for rows in _by_text(underlag):
        for _, fields in _FIELDS:
            if rows[0].row.is_unnamed and not _have_prices(rows, *fields):
                priced = [entry for entry in rows if getattr(entry.row, fields[1]) is not None]
                if len(priced) > 1:
                    yield [entry for entry in rows if getattr(entry.row, fields[0]) or entry in priced]


def _by_text(underlag: Underlag) -> list[Rows]:
    found: dict[str, Rows] = {}
    for entry in underlag.of(RollRow):
        if entry.row.change is Change.SALE:
            found.setdefault(entry.row.disposal, []).append(entry)
    return list(found.values())


def _apart(rows: Rows) -> Iterator[Rows]:
    """Part the rows of what was sold without a text, if each that has an amount of a year has a price of it too."""
    if rows[0].row.is_unnamed and all(_have_prices(rows, *fields) for _, fields in _FIELDS):
        yield from ([entry] for entry in rows)
    else:
        yield rows


def _have_prices(rows: Rows, amount: str, price: str) -> bool:
    return all(getattr(entry.row, price) is not None for entry in rows if getattr(entry.row, amount))


def facts(underlag: Underlag, year: int) -> Iterator[Fact]:
    """Give the results of what was sold as Facts: each typed price and amount once, on the line of gains or losses."""
    for rows in disposals(underlag):
        for shift, fields in _FIELDS:
            typed = list(_typed(rows, fields))
            result = sum((amount for _, _, amount in typed), start=Decimal(0))
            line, name, sign = _line(rows[0].row, result)
            for entry, source, amount in typed:
                activity = entry.row.activity or rows[0].row.activity
                yield Fact(line, year + shift, sign * amount, source, sub_item=name, activity=activity, rolled=True)


def _typed(rows: Rows, fields: tuple[str, ...]) -> Iterator[tuple[Entry[RollRow], Source, Decimal]]:
    for entry in rows:
        for field in fields:
            amount = getattr(entry.row, field)
            if amount is not None:
                yield entry, entry.source(field), amount


def _line(row: RollRow, result: Decimal) -> tuple[Line, Name, int]:
    of = "financial" if BY_LABEL[row.line] in FINANCIAL_ASSETS else "operating"
    return (LINES[f"{of}_income"], GAINS, 1) if result >= 0 else (LINES[f"{of}_costs"], LOSSES, -1)
