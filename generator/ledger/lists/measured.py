"""From the accounts of a list to rows of a ledger: what a column's amount measures depends on the account."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.ground.source import Source
from generator.ledger.lists.accounts import Account, Amounts, whole
from generator.ledger.lists.amounts import typed
from generator.ledger.lists.heads import Kind
from generator.ledger.lists.lines import Amount
from generator.ledger.row import LedgerRow, Measured, Objects, is_balance

Measures = Mapping[Measured, Amount]


def measured(amounts: Mapping[Kind, Amount], broken: Iterable[Kind], *, balance: bool) -> dict[Measured, Amount]:
    """What amounts say of an account in a year.

    A balance account's outcome is its closing balance, another's its result. What a list leaves out follows where it
    can: the closing balance from the opening one and the change.
    """
    found: dict[Measured, Amount] = {}
    unread = set(broken)
    order = (Kind.CLOSING, Kind.OUTCOME) if balance else (Kind.OUTCOME, Kind.CLOSING)
    ending = None if unread & set(order) else next((amounts[kind] for kind in order if kind in amounts), None)
    if ending is None and not unread:
        ending = _ending(amounts, balance=balance)
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


def rows_of(account: Account) -> Iterator[LedgerRow]:
    """Give the rows of an account, year by year: the whole one first, then those of its objects."""
    broken = {key for line in account.lines for key in line.broken}
    amounts = whole(account)
    years = sorted({year for _, year in amounts}, reverse=True)
    parts = [line for line in account.parts if line.objects]
    for year in years:
        yield from _row(account, (), amounts, broken, year)
        for line in parts:
            yield from _row(account, line.objects, line.amounts, line.broken, year)


def _row(
    account: Account, objects: Objects, amounts: Amounts, broken: Iterable[tuple[Kind, int]], year: int
) -> Iterator[LedgerRow]:
    of_year = {kind: amount for (kind, of), amount in amounts.items() if of == year}
    unread = [kind for kind, of in broken if of == year]
    found = measured(of_year, unread, balance=is_balance(account.number))
    if found:
        sources = {each: _source(amount) for each, amount in found.items()}
        values: dict[Measured, Decimal] = {each: amount.value for each, amount in found.items()}
        place = next(iter(sources.values()))
        yield LedgerRow(account.number, account.name, year, values, place, objects, sources)


def _source(amount: Amount) -> Source:
    """The cell; of an amount of several cells the first one's row."""
    return replace(amount.cell.source, column=0) if amount.several else typed(amount.cell)
