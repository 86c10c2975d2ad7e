"""From the lines of a list to rows of a ledger: what a column's amount measures depends on the account."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from generator.ground.source import Source
from generator.ledger.lists.amounts import typed
from generator.ledger.lists.heads import Kind
from generator.ledger.lists.lines import Amount, Line
from generator.ledger.row import LedgerRow, Measured, is_balance

Measures = Mapping[Measured, Amount]


def measured(line: Line, year: int) -> dict[Measured, Amount]:
    """What a line says of its account in a year.

    A balance account's outcome is its closing balance, another's its result. What a list leaves out follows where it
    can: the closing balance from the opening one and the change.
    """
    amounts = {kind: amount for (kind, of), amount in line.amounts.items() if of == year}
    broken = {kind for kind, of in line.broken if of == year}
    found: dict[Measured, Amount] = {}
    balance = is_balance(line.account)
    order = (Kind.CLOSING, Kind.OUTCOME) if balance else (Kind.OUTCOME, Kind.CLOSING)
    if not broken & set(order):
        ending = next((amounts[kind] for kind in order if kind in amounts), None)
        ending = ending or (None if broken else _ending(amounts, balance=balance))
        if ending:
            found[Measured.CLOSING if balance else Measured.RESULT] = ending
    if balance and Kind.OPENING in amounts:
        found[Measured.OPENING] = amounts[Kind.OPENING]
    if Kind.BUDGET in amounts:
        found[Measured.BUDGET] = amounts[Kind.BUDGET]
    return found


def _ending(amounts: Mapping[Kind, Amount], *, balance: bool) -> Amount | None:
    opening, change = amounts.get(Kind.OPENING), amounts.get(Kind.CHANGE)
    if opening and change:
        return Amount(opening.value + change.value, change.cell)
    return None if balance else change


def rows_of(lines: Iterable[Line]) -> Iterator[LedgerRow]:
    """Give the rows of a ledger, year by year for each line."""
    for line in lines:
        for year in sorted({year for _, year in line.amounts}, reverse=True):
            found = measured(line, year)
            if found:
                yield row_of(line, year, found)


def row_of(line: Line, year: int, found: Measures) -> LedgerRow:
    """Make a row of a line's amounts."""
    sources: dict[Measured, Source] = {each: typed(amount.cell) for each, amount in found.items()}
    amounts: dict[Measured, Decimal] = {each: amount.value for each, amount in found.items()}
    return LedgerRow(line.account, line.name, year, amounts, next(iter(sources.values())), line.objects, sources)
