"""What equity opened with a year before a ledger begins: what it closed with then, less that year's result."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.booking.mapped import Piece
from generator.ledger.row import Measured
from generator.model.amounts import OpeningBalance
from generator.model.rows import Entry
from generator.statements.balance_sheet import EQUITY_LINE
from generator.subjects.ledger.rows import LEFT_OUT


def opening_equity(pieces: Sequence[Piece], year: int, unit: Decimal) -> Iterator[Entry[OpeningBalance]]:
    """Give it where the ledger has the results of the year before, and its balances only from that year's end.

    The balances that this year opens with have that year's result in equity: they come to nil together, or nothing is
    said.
    """
    pieces = [each for each in pieces if not (each.says and each.says.row.is_part)]
    equity = [each for each in pieces if each.says and each.says.row.post is EQUITY_LINE]
    openings = [found for each in pieces if (found := each.amount(year, Measured.OPENING))]
    results = [
        found[0]
        for each in pieces
        if each.says and each.says.row.use != LEFT_OUT and (found := each.amount(year - 1, Measured.RESULT))
    ]
    own = [(each, found) for each in equity if (found := each.amount(year, Measured.OPENING))]
    told = any(each.amount(year - 1, Measured.OPENING) for each in equity)
    if told or not own or not results or sum((amount for amount, _ in openings), Decimal(0)):
        return
    amount = -sum((found[0] for _, found in own), Decimal(0)) + sum(results, Decimal(0))
    first, (_, place) = own[0]
    source = replace(place, text=f"konto {first.part.called} och resultatet {year - 1}")
    row = OpeningBalance.model_construct(None, line=EQUITY_LINE.label, amount=amount)
    yield Entry(row, source, {"amount": source}, unit, is_booked=True)
