"""From the accounts of a list to rows of a ledger: what a column's amount measures depends on the account."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.ground.source import Source
from generator.ledger.lists.accounts import Account, Amounts, whole
from generator.ledger.lists.amounts import typed
from generator.ledger.lists.heads import Kind
from generator.ledger.lists.lines import Amount, Key
from generator.ledger.row import LedgerRow, Measured, Objects, is_balance

Measures = Mapping[Measured, Amount]


def measured(amounts: Mapping[Kind, Amount], broken: Collection[Kind], *, balance: bool) -> dict[Measured, Amount]:
    """What amounts say of an account in a year.

    A balance account's outcome is its closing balance, another's its result. What a list leaves out follows where it
    can: the closing balance from the opening one and the change.
    """
    found: dict[Measured, Amount] = {}
    first, second = (Kind.CLOSING, Kind.OUTCOME) if balance else (Kind.OUTCOME, Kind.CLOSING)
    ending = None if first in broken or second in broken else amounts.get(first) or amounts.get(second)
    if ending is None and not broken:
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
    broken = frozenset(key for line in account.lines for key in line.broken)
    said: list[tuple[Objects, dict[int, dict[Kind, Amount]], frozenset[Key]]] = [((), _by_year(whole(account)), broken)]
    said += [(line.objects, _by_year(line.amounts), line.broken) for line in account.parts if line.objects]
    number, name, balance = account.number, account.name, is_balance(account.number)
    for year in sorted(said[0][1], reverse=True):
        for objects, by_year, unread in said:
            if year in by_year:
                found = measured(by_year[year], [kind for kind, of in unread if of == year], balance=balance)
                if found:
                    yield _row(number, name, year, objects, found)


def _by_year(amounts: Amounts) -> dict[int, dict[Kind, Amount]]:
    found: dict[int, dict[Kind, Amount]] = {}
    for (kind, year), amount in amounts.items():
        found.setdefault(year, {})[kind] = amount
    return found


def _row(number: str, name: str, year: int, objects: Objects, found: Measures) -> LedgerRow:
    sources = {each: _source(amount) for each, amount in found.items()}
    amounts: dict[Measured, Decimal] = {each: amount.value for each, amount in found.items()}
    return LedgerRow(number, name, year, amounts, next(iter(sources.values())), objects, sources)


def _source(amount: Amount) -> Source:
    """The cell; of an amount of several cells the first one's row."""
    return replace(amount.cell.source, column=0) if amount.several else typed(amount.cell)
