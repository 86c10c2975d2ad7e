"""What is told of a list's rows: accounts that stand more than once, totals, and balances that do not follow."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain

from generator.findings.finding import Finding
from generator.findings.grouped import grouped
from generator.findings.message import LISTED
from generator.findings.rule import Rule
from generator.ground.formatting import enumerated, first_of
from generator.ground.names import brief
from generator.ground.source import Source, cells_of
from generator.ledger.lists.accounts import Account, summed
from generator.ledger.lists.amounts import typed
from generator.ledger.lists.columns import Columns
from generator.ledger.lists.heads import Kind
from generator.ledger.lists.lines import Line
from generator.ledger.lists.messages import (
    LIST_ACCOUNT_DOUBLED,
    LIST_ACCOUNT_TWICE,
    LIST_CHANGE_DIFFERS,
    LIST_GROUPS,
    LIST_REST_COUNTED,
    LIST_TOTAL_DIFFERS,
)

_NIL = Decimal(0)


def rows_findings(
    accounts: Sequence[Account], sums: Sequence[Account], columns: Columns, *, rounding: Decimal, is_nil: bool
) -> Iterator[Finding]:
    """Tell of accounts that stand more than once, of totals, and of balances that do not follow from each other."""
    doubled = (_on_rows(LIST_ACCOUNT_DOUBLED, each, each.doubled) for each in accounts)
    clashing = (_on_rows(LIST_ACCOUNT_TWICE, each, each.clashing) for each in accounts)
    totals, changes = _totals(accounts, columns, is_nil=is_nil), _changes(accounts, rounding)
    yield from grouped(chain(*doubled, *clashing, totals, changes))
    if sums:
        numbers = enumerated(first_of([each.number for each in sums], LISTED))
        yield LIST_GROUPS.found(*(each.place for each in sums), accounts=numbers)


def _on_rows(rule: Rule, account: Account, pairs: Iterable[tuple[Line, Line]]) -> Iterator[Finding]:
    """Tell of an account with all the rows that it stands on."""
    cells = list(dict.fromkeys(cell for pair in pairs for cell in _cells(pair)))
    if cells:
        yield rule.found(*cells, account=account.number, accounts=_called(account), cells=cells_of(cells))


def _called(account: Account) -> str:
    return f"Konto {account.number}{account.name and ' '}{brief(account.name)}"


def _cells(lines: Iterable[Line]) -> list[Source]:
    """The first cell with an amount of each line."""
    return [_cell(line) for line in lines]


def _cell(line: Line) -> Source:
    amount = next((each for each in line.amounts.values() if each.value and each.cell.source.row == line.row), None)
    return typed(amount.cell) if amount else line.place


def _totals(accounts: Sequence[Account], columns: Columns, *, is_nil: bool) -> Iterator[Finding]:
    """Rows without an object beside rows with one: a part of their own, or a total that is wrong.

    ``is_nil``: with them all accounts are nil together, so that they are parts. Else the list's other totals tell.
    """
    rests = [(each, line, below) for each in accounts for line, below in each.rest]
    if not rests:
        return
    with_total = [each for each in accounts if each.totals]
    dimension = next((each.head for each in columns.objects), "objekt")
    if with_total and not is_nil:
        for account, line, below in rests:
            parts = {key: amount.value for key, amount in summed(below).items()}
            key = next(key for key, amount in line.amounts.items() if amount.value != parts.get(key, _NIL))
            yield LIST_TOTAL_DIFFERS.found(
                _cell(line),
                *_cells(below),
                account=account.number,
                total=line.amounts[key].value,
                parts=parts.get(key, _NIL),
                dimension=dimension,
                cell=_cell(line).cell,
                cells=cells_of(_cells(below)),
            )
        return
    numbers = enumerated(first_of([account.number for account, _, _ in rests], LISTED))
    yield LIST_REST_COUNTED.found(*_cells(line for _, line, _ in rests), accounts=numbers, dimension=dimension)


def _changes(accounts: Sequence[Account], rounding: Decimal) -> Iterator[Finding]:
    """Opening balance and change against the closing balance, where a list has all three."""
    for account in accounts:
        for line in account.lines:
            for year in {of for kind, of in line.amounts if kind is Kind.CHANGE}:
                opening = line.amounts.get((Kind.OPENING, year))
                closing = line.amounts.get((Kind.CLOSING, year)) or line.amounts.get((Kind.OUTCOME, year))
                change = line.amounts[Kind.CHANGE, year]
                total = opening.value + change.value if opening else _NIL
                if opening and closing and abs(total - closing.value) > rounding * 3 / 2:
                    values = {"account": account.number, "accounts": _called(account)}
                    yield LIST_CHANGE_DIFFERS.found(typed(closing.cell), **values, sum=total, amount=closing.value)
