"""Finding the head row of a list among its first rows, and the column where the accounts stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.ledger.lists.columns import Cells, Columns, Rows, columns_of, columns_with, heads_in
from generator.ledger.lists.heads import Part, head_of
from generator.model.values import RawCell

FIRST_ROWS = 100
"""How many filled rows are looked through for the heads: titles stand above them."""
_ACCOUNT = re.compile(r"'?([1-9]\d{2,7})(?![\d.,])")
_LIKE_A_HEAD = re.compile(r"^(?:19|20)\d\d|^[^\W\d]")
_FEWEST = 2
_SUMS = 4
"""At most so many rows of amounts for each account: the others are sums."""


def find_columns(rows: Rows, *, headed: bool = False) -> Columns | None:
    """Find the first head row of a list, the one of the first rows in which most heads are known; None: no list.

    Some programs print no head above the accounts: their numbers are known as such, unless ``headed`` asks for one.
    """
    found = list(_found(rows))
    if found or headed:
        best = max(found, key=_weight, default=None)
        return _settled(_with_row_below(best, rows), rows) if best else None
    return max(_without_head(rows), key=_weight, default=None)


def _found(rows: Rows) -> Iterator[Columns]:
    above: Cells = {}
    for row in list(rows)[:FIRST_ROWS]:
        found = columns_of(row, rows[row], above)
        if found:
            yield found
        above = rows[row]


def _weight(columns: Columns) -> int:
    return len(columns.amounts) + len(columns.objects) + bool(columns.name)


def _with_row_below(columns: Columns, rows: Rows) -> Columns:
    """Heads on two rows: what stands under them, *2025* under *Utfall*, belongs to them."""
    row = next((each for each in list(rows)[: 2 * FIRST_ROWS] if each > columns.row), 0)
    below = heads_in(rows.get(row, {}))
    over_amounts = {column for column, head in columns.heads.items() if head.part is Part.AMOUNT}
    if (
        not below
        or not below.keys() <= over_amounts
        or not all(_LIKE_A_HEAD.search(each.text) for each in below.values())
    ):
        return columns
    if any(head.part is not Part.AMOUNT for head in below.values()):
        return columns
    both = {
        column: head_of(f"{head.text} {below[column].text}")
        for column, head in columns.heads.items()
        if column in below
    }
    return columns_with(row, {**columns.heads, **both}, columns.account, {}) or columns


def _settled(columns: Columns, rows: Rows) -> Columns:
    """Of several columns that are headed as the accounts' take the one where their numbers stand."""
    headed = [column for column, head in columns.heads.items() if head.part in {Part.ACCOUNT, Part.ACCOUNT_NAME}]
    if len(headed) == 1:
        return columns
    numbers = {column: _numbers(_below(columns.row, rows), column) for column in headed}
    filled = [column for column in headed if any(numbers[column])]
    account = filled[0] if filled else columns.account
    others = tuple(column for column in filled[1:] if numbers[column] != numbers[account])
    names = [column for column in headed if column not in filled and column != account]
    return replace(columns, account=account, name=columns.name or (names[0] if names else 0), other_accounts=others)


def _below(row: int, rows: Rows) -> list[Cells]:
    return [rows[each] for each in list(rows)[: 2 * FIRST_ROWS] if each > row]


def _numbers(below: Sequence[Cells], column: int) -> list[str]:
    return [_number(cells.get(column)) for cells in below]


def _number(cell: RawCell | None) -> str:
    """The number of an account in a cell; empty where there is none."""
    match = _ACCOUNT.match(cell.text.strip()) if cell else None
    return match[1] if match else ""


def _without_head(rows: Rows) -> Iterator[Columns]:
    """Heads of amounts alone, above rows of which most have the number of an account in one column without a head."""
    above: Cells = {}
    for row in list(rows)[:FIRST_ROWS]:
        heads = heads_in(rows[row])
        amounts = [column for column, head in heads.items() if head.part is Part.AMOUNT and not head.loose]
        below = [cells for cells in _below(row, rows) if amounts and any(each in cells for each in amounts)]
        account = _column_of_accounts(below, min(amounts, default=0))
        if account and account not in heads:
            found = columns_with(row, heads, account, above)
            if found:
                yield found if found.name else replace(found, name=account + 1 if account + 1 not in heads else 0)
        above = rows[row]


def _column_of_accounts(below: Sequence[Cells], before: int) -> int:
    """The column before the amounts where most rows of amounts have the number of an account; 0: none."""
    counts = {column: sum(map(bool, _numbers(below, column))) for column in range(1, before)}
    best = max(counts, key=lambda column: counts[column], default=0)
    return best if best and counts[best] >= _FEWEST and counts[best] * _SUMS >= len(below) else 0
