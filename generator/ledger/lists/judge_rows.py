"""What is told of a list's rows: accounts that stand more than once, totals, and balances that do not follow."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.findings.finding import Finding
from generator.findings.message import LISTED
from generator.findings.rule import Rule
from generator.ground.formatting import enumerated, first_of, so_many
from generator.ground.names import brief
from generator.ground.source import Source, cells_of
from generator.ledger.lists.accounts import Account, summed
from generator.ledger.lists.amounts import typed
from generator.ledger.lists.columns import Columns
from generator.ledger.lists.heads import Kind
from generator.ledger.lists.lines import Amount, Line
from generator.ledger.lists.messages import (
    LIST_ACCOUNT_DOUBLED,
    LIST_ACCOUNT_TWICE,
    LIST_CHANGE_DIFFERS,
    LIST_GROUPS,
    LIST_REST_COUNTED,
    LIST_TOTAL_DIFFERS,
)

_NIL = Decimal(0)
_EACH_TOLD = 3
"""How many accounts are told one by one; more are told together."""


def rows_findings(
    accounts: Sequence[Account], sums: Sequence[Account], columns: Columns, *, rounding: Decimal, is_nil: bool
) -> Iterator[Finding]:
    """Tell of accounts that stand more than once, of totals, and of balances that do not follow from each other."""
    yield from _together(LIST_ACCOUNT_DOUBLED, [(each, pair) for each in accounts for pair in each.doubled])
    yield from _together(LIST_ACCOUNT_TWICE, [(each, pair) for each in accounts for pair in each.clashing])
    yield from _totals(accounts, columns, is_nil=is_nil)
    if sums:
        numbers = enumerated(first_of([each.number for each in sums], LISTED))
        yield LIST_GROUPS.found(*(each.place for each in sums), accounts=numbers)
    yield from _changes(accounts, rounding)


def _together(rule: Rule, found: Sequence[tuple[Account, tuple[Line, Line]]]) -> Iterator[Finding]:
    """Tell of accounts one by one, or together where they are many: then one thing is wrong, and not many."""
    if len({account.number for account, _ in found}) <= _EACH_TOLD:
        of_account: dict[str, list[Line]] = {}
        for account, pair in found:
            of_account.setdefault(_called(account), []).extend(pair)
        for called, lines in of_account.items():
            yield rule.found(*_cells(lines), accounts=called, cells=cells_of(_cells(lines)))
        return
    numbers = list(dict.fromkeys(account.number for account, _ in found))
    first = found[0][1]
    lines = [line for _, pair in found for line in pair]
    yield rule.found(
        *dict.fromkeys(_cells(lines)),
        accounts=f"{len(numbers)} konton ({enumerated(first_of(numbers, 5))})",
        cells=f"för konto {numbers[0]} {cells_of(_cells(first))}",
    )


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
        for account, line, below in rests[:_EACH_TOLD]:
            of_parts = summed(below)
            key = next(
                key
                for key, amount in line.amounts.items()
                if amount.value != (of_parts[key].value if key in of_parts else _NIL)
            )
            yield LIST_TOTAL_DIFFERS.found(
                _cell(line),
                *_cells(below),
                account=account.number,
                total=line.amounts[key].value,
                parts=of_parts[key].value if key in of_parts else _NIL,
                dimension=dimension,
                cell=_cell(line).cell,
                cells=cells_of(_cells(below)),
            )
        return
    numbers = enumerated(first_of([account.number for account, _, _ in rests], LISTED))
    yield LIST_REST_COUNTED.found(*_cells(line for _, line, _ in rests), accounts=numbers, dimension=dimension)


def _changes(accounts: Sequence[Account], rounding: Decimal) -> Iterator[Finding]:
    """Opening balance and change against the closing balance, where a list has all three."""
    found: list[tuple[Account, Line, Decimal, Amount]] = []
    for account in accounts:
        for line in account.lines:
            for year in {of for kind, of in line.amounts if kind is Kind.CHANGE}:
                opening = line.amounts.get((Kind.OPENING, year))
                closing = line.amounts.get((Kind.CLOSING, year)) or line.amounts.get((Kind.OUTCOME, year))
                change = line.amounts[Kind.CHANGE, year]
                if opening and closing and abs(opening.value + change.value - closing.value) > rounding * 3 / 2:
                    found.append((account, line, opening.value + change.value, closing))
    for account, _, total, closing in found[:1]:
        rest = len({each.number for each, *_ in found}) - 1
        more = f" (och {so_many(rest, 'konto', 'konton')} till)" if rest else ""
        cells = (typed(each.cell) for _, _, _, each in found)
        yield LIST_CHANGE_DIFFERS.found(*cells, accounts=f"{_called(account)}{more}", sum=total, amount=closing.value)
