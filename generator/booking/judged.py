"""What is wrong with how accounts are mapped, though each has a place: what the place cannot hold, or has undivided."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.booking.contrary import (
    against_their_groups,
    against_their_posts,
    budgets_against_outcomes,
    members_with_posts,
    too_large_shares,
)
from generator.booking.mapped import OUTCOMES, Chart, Piece
from generator.booking.messages import ACCOUNT_OF_OTHER_KIND, BUDGET_ON_BALANCE, NO_OBJECTS, OBJECT_NOT_THERE, UNDIVIDED
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.ground.source import cells_of
from generator.ledger.row import Ledger, LedgerObject, Measured, is_balance
from generator.ledger.suggestions.fitting import fitting
from generator.model.amounts import BALANCE_TAB, INCOME_TAB

_BALANCES = (Measured.CLOSING, Measured.OPENING)
_UNDIVIDED = (
    (-1, OUTCOMES, "fjolårets belopp", "Lägg fjolårets huvudbok med objekt bredvid, eller dela upp fjolårets belopp"),
    (0, (Measured.BUDGET,), "budgeten", "Lägg budgeten på objekten i bokföringen, eller dela upp den"),
)
"""What may be undivided: the year and amounts, what they are called, and what to do."""


def judged(pieces: Sequence[Piece], chart: Chart, ledger: Ledger, year: int) -> Iterator[Finding]:
    """Tell of it; ``pieces`` are those that are booked or compared."""
    yield from of_other_kind(pieces, year)
    yield from against_their_posts(pieces, year)
    yield from against_their_groups(pieces, ledger, year)
    yield from budgets_against_outcomes(pieces, year)
    yield from members_with_posts(pieces)
    yield from too_large_shares(pieces, year)
    yield from undivided(pieces, year)
    yield from objects_not_there(chart, ledger)


def of_other_kind(pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """An account of the balance sheet has no result that an income or cost could be, nor the other way round."""
    for piece in pieces:
        if piece.says is None:
            continue
        row = piece.says.row
        wants_result = bool(row.member) or (row.post is not None and row.post.is_flow)
        results, balances = _largest(piece, (Measured.RESULT,), year), _largest(piece, _BALANCES, year)
        lost, other = (balances, results) if wants_result else (results, balances)
        if lost and not other:
            values = {
                "account": piece.part.called,
                "kind": "ett balanskonto" if wants_result else "ett resultatkonto",
                "post": row.line or f"bidraget från {row.member}",
                "amount": lost,
                "fitting": fitting(piece.part, year),
            }
            yield ACCOUNT_OF_OTHER_KIND.found(piece.says.source("line"), piece.part.place, **values)
        budget = piece.amount(year, Measured.BUDGET)
        if budget and budget[0] and not wants_result:
            values = {"account": piece.part.called, "amount": budget[0], "post": row.line}
            yield BUDGET_ON_BALANCE.found(budget[1], piece.says.source("line"), **values)


def _largest(piece: Piece, measured: Iterable[Measured], year: int) -> Decimal | None:
    amounts = [piece.amounts.get((shown, each)) for shown in (year, year - 1) for each in measured]
    return max((amount for amount in amounts if amount), key=abs, default=None)


def undivided(pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """An account told apart by objects has all of a budget, or of last year, in one place where those have none."""
    accounts: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.says and not piece.says.row.is_part:
            accounts.setdefault(piece.part.account, []).append(piece)
    for account, own in accounts.items():
        rows = {piece.says.place for piece in own if piece.says}
        now = [piece for piece in own if piece.part.objects and _has(piece, year, OUTCOMES)]
        if not now or len(rows) == 1:
            continue
        for shown, measured, what, remedy in _UNDIVIDED:
            told = [piece for piece in own if _has(piece, year + shown, measured)]
            if told and not any(piece.part.objects for piece in told):
                amount, place = told[0].amount(year + shown, *measured) or (Decimal(0), told[0].part.place)
                tab = (BALANCE_TAB if is_balance(account) else INCOME_TAB).name
                values = {
                    "account": f"{account} {own[0].part.name}".rstrip(),
                    "year": year,
                    "remedy": remedy,
                    "tab": tab,
                }
                yield UNDIVIDED.found(place, **values, what=what, amount=amount)


def _has(piece: Piece, year: int, measured: Sequence[Measured]) -> bool:
    found = piece.amount(year, *measured)
    return bool(found and found[0])


def objects_not_there(chart: Chart, ledger: Ledger) -> Iterator[Finding]:
    """An object that is named and that the ledger does not have is misspelt, or ended: nothing comes of its row."""
    objects = {each for row in ledger.rows for each in row.objects}
    divided = [entry.source("objects") for entry in chart if entry.row.told_apart_by]
    if divided and not objects:
        yield NO_OBJECTS.found(*divided, cells=cells_of(divided))
        return
    for entry in chart:
        wanted = [pattern for together in entry.row.told_apart_by for pattern in together]
        lacking = [each for each in wanted if not any(each.matches(one) for one in objects)]
        if lacking:
            found, by_dimension = str(lacking[0]), bool(lacking[0].dimension)
            near = hint(nearest(found, sorted(_names(objects, by_dimension=by_dimension))))
            yield OBJECT_NOT_THERE.found(entry.source("objects"), found=found, hint=near)


def _names(objects: Iterable[LedgerObject], *, by_dimension: bool) -> set[str]:
    if by_dimension:
        return {f"{each.dimension}: {each.key}" for each in objects}
    return {name for each in objects for name in (each.key, each.name) if name}
