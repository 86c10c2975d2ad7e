"""The posts that fit an account, in words: of the statement that its amounts belong to, on their side."""

from decimal import Decimal

from generator.ground.formatting import enumerated
from generator.ledger.became import AccountPart
from generator.ledger.row import Measured, is_balance
from generator.statements.lines import LINES
from generator.statements.statement import Kind, Line

_RESULTS = frozenset({Measured.RESULT, Measured.BUDGET})
_BALANCES = frozenset({Measured.OPENING, Measured.CLOSING})
_MOST_NAMED = 5
"""Posts that are named; of more, it is said where they stand."""
_DEBIT = frozenset({Kind.COST, Kind.ASSET})


def fitting(part: AccountPart, year: int, *, named: bool = True) -> str:
    """Say where the posts stand that fit an account, and which they are: ``i resultaträkningen (Avskrivningar …)``."""
    is_flow, sides = is_result(part, year), frozenset(amount > 0 for _, amount in _told(part, year))
    labels = [line.label for line in LINES.values() if line.is_flow == is_flow and _stands_on(line, sides)]
    names = f" ({enumerated(labels, 'eller')})" if named and len(labels) <= _MOST_NAMED else ""
    if is_flow:
        return f"i resultaträkningen{names}"
    among = {frozenset({True}): "bland tillgångarna ", frozenset({False}): "bland eget kapital och skulder "}
    return f"{among.get(sides, '')}i balansräkningen{names}"


def is_result(part: AccountPart, year: int) -> bool:
    """Whether an account is of the income statement: by what the ledger tells of it, else by its number."""
    told = {measured for measured, _ in _told(part, year)}
    results, balances = bool(told & _RESULTS), bool(told & _BALANCES)
    return results if results != balances else not is_balance(part.account)


def _told(part: AccountPart, year: int) -> list[tuple[Measured, Decimal]]:
    rows = [part.rows[each] for each in (year, year - 1) if each in part.rows]
    return [(measured, amount) for row in rows for measured, amount in row.amounts.items() if amount]


def _stands_on(line: Line, sides: frozenset[bool]) -> bool:
    return line.kind is not Kind.MEMORANDUM and (line.either_sign or not sides or (line.kind in _DEBIT) in sides)
