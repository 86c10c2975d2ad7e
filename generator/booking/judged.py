"""What is wrong with how accounts are mapped, though each has a place: what the place cannot hold, or has undivided."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.booking.mapped import Chart, Piece
from generator.booking.messages import ACCOUNT_OF_OTHER_KIND, LAST_YEAR_UNDIVIDED, OBJECT_NOT_THERE
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.ledger.row import Ledger, LedgerObject, Measured

_BALANCES = (Measured.CLOSING, Measured.OPENING)


def judged(pieces: Sequence[Piece], chart: Chart, ledger: Ledger, year: int) -> Iterator[Finding]:
    """Tell of it; ``pieces`` are those that are booked or compared."""
    yield from of_other_kind(pieces, year)
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
            }
            yield ACCOUNT_OF_OTHER_KIND.found(piece.says.source("line"), piece.part.place, **values)


def _largest(piece: Piece, measured: Iterable[Measured], year: int) -> Decimal | None:
    amounts = [piece.amounts.get((shown, each)) for shown in (year, year - 1) for each in measured]
    return max((amount for amount in amounts if amount), key=abs, default=None)


def undivided(pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """An account that is told apart by objects this year, and not last year, has all of last year's in one place."""
    accounts: dict[str, list[Piece]] = {}
    for piece in pieces:
        if piece.says and not piece.says.row.is_part:
            accounts.setdefault(piece.part.account, []).append(piece)
    for account, own in accounts.items():
        now = {piece.part.objects for piece in own if piece.part.objects and year in piece.part.rows}
        before = [piece for piece in own if year - 1 in piece.part.rows]
        whole = [piece for piece in before if not piece.part.objects and _last_years(piece, year)]
        rows = {piece.says.place for piece in own if piece.says}
        if now and whole and len(rows) > 1 and all(not piece.part.objects for piece in before):
            place = whole[0].part.rows[year - 1].place(Measured.RESULT)
            values = {"account": f"{account} {own[0].part.name}".rstrip(), "year": year, "before": year - 1}
            yield LAST_YEAR_UNDIVIDED.found(place, **values, amount=_last_years(whole[0], year))


def _last_years(piece: Piece, year: int) -> Decimal | None:
    found = piece.amount(year - 1, Measured.RESULT, Measured.CLOSING)
    return found[0] if found and found[0] else None


def objects_not_there(chart: Chart, ledger: Ledger) -> Iterator[Finding]:
    """An object that is named and that the ledger does not have is misspelt, or ended: nothing comes of its row."""
    objects = {each for row in ledger.rows for each in row.objects}
    for entry in chart:
        wanted = [pattern for together in entry.row.told_apart_by for pattern in together]
        lacking = [each for each in wanted if not any(each.matches(one) for one in objects)]
        if lacking:
            near = hint(nearest(lacking[0].key, sorted(_names(objects))))
            yield OBJECT_NOT_THERE.found(entry.source("objects"), found=lacking[0].key, hint=near)


def _names(objects: Iterable[LedgerObject]) -> set[str]:
    return {name for each in objects for name in (each.key, each.name) if name}
