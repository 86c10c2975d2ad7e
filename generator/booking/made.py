"""What a piece of the ledger becomes: rows of amounts as if typed, each amount with the ledger's line as its place."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.booking.mapped import Found, Piece
from generator.ground.names import NO_NAME, Name
from generator.ground.source import Source
from generator.ledger.row import Measured
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.rows import Entry, Row
from generator.statements.balance_sheet import EQUITY_LINE
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.members.rows import CONTRIBUTION_LINE

_KEPT = ("sub_item", "note", "note_row", "activity", "level", "show_nil", "operating_row")
_BUDGETS = ("budget", "budget_last_year")
"""What a member's row has no column for: it becomes a row of its own, without note, as one is told to type it."""
_CLOSING, _OPENING = Measured.CLOSING, Measured.OPENING
Told = Mapping[str, tuple[Decimal, Source]]
"""The amounts of a row by field, each with its place."""


def entries_of(piece: Piece, activities: Mapping[Name, Name], year: int, unit: Decimal) -> Iterator[Entry[Any]]:
    """The rows that a piece becomes; what a member or a row of changes gets is filled in there."""
    if piece.says is None or piece.says.row.change:
        return
    if member := piece.says.row.member:
        budgets = {field: each for field, each in _results(piece, year).items() if field in _BUDGETS}
        words = {"line": CONTRIBUTION_LINE.label, "activity": activities.get(member, NO_NAME)}
        yield from _made(IncomeOrCost, piece, _turned(budgets, -CONTRIBUTION_LINE.effect), unit, **words)
    else:
        yield from _rows(piece, year, unit)


def _rows(piece: Piece, year: int, unit: Decimal) -> Iterator[Entry[Any]]:
    """The rows of amounts that a piece becomes."""
    if piece.says is None or piece.says.row.post is None:
        return
    line = piece.says.row.post
    if line.is_flow:
        yield from _made(IncomeOrCost, piece, _turned(_results(piece, year), -line.effect), unit)
        return
    if line is not EQUITY_LINE:
        yield from _on_their_sides(BalanceItem, piece, _closings(piece, year), unit)
    if not piece.says.row.is_part:
        opening = piece.amount(year - 1, _OPENING) or piece.amount(year - 2, _CLOSING)
        told = opening if opening and opening[0] else None
        yield from _on_their_sides(OpeningBalance, piece, {"amount": told}, unit)


def _on_their_sides(model: type[Row], piece: Piece, found: Mapping[str, Found], unit: Decimal) -> Iterator[Entry[Any]]:
    """A row of balances; those on the other side have a row of the other post, where *Kontoplan* says one."""
    row = piece.says.row if piece.says else None
    if row is None or row.post is None:
        return
    other = {field: each for field, each in found.items() if each and is_on_other_side(row, each[0])}
    usual = {field: each for field, each in found.items() if field not in other}
    yield from _made(model, piece, _turned(usual, row.post.sign), unit)
    if row.other_post:
        own = {"line": row.other_line, "sub_item": NO_NAME}
        own |= {"note": row.other_note} if "note" in model.model_fields else {}
        words = {name: word for name, word in own.items() if name in model.model_fields}
        yield from _made(model, piece, _turned(other, row.other_post.sign), unit, **words)


def is_on_other_side(row: AccountRow, amount: Decimal) -> bool:
    """Whether a balance, with the ledger's sign, belongs to the post that the row has for the other side."""
    return row.other_post is not None and row.post is not None and amount * row.post.sign < 0


def _results(piece: Piece, year: int) -> Mapping[str, Found]:
    return {
        "this_year": piece.amount(year, Measured.RESULT),
        "last_year": piece.amount(year - 1, Measured.RESULT),
        "year_before": piece.amount(year - 2, Measured.RESULT),
        "budget": piece.amount(year, Measured.BUDGET),
        "budget_last_year": piece.amount(year - 1, Measured.BUDGET),
    }


def _closings(piece: Piece, year: int) -> Mapping[str, Found]:
    return {
        "this_year": piece.amount(year, _CLOSING),
        "last_year": piece.amount(year - 1, _CLOSING) or piece.amount(year, _OPENING),
    }


def _made(model: type[Row], piece: Piece, told: Told, unit: Decimal, **own: object) -> Iterator[Entry[Any]]:
    """A row of ``model`` with amounts, each with the ledger's line as its place; ``own`` words are no account's."""
    if not told or piece.says is None:
        return
    says = piece.says
    words = {name: getattr(says.row, name) for name in (*_KEPT, "line", "liquid") if name in model.model_fields}
    row = model.model_construct(None, **words | own, **{field: amount for field, (amount, _) in told.items()})
    places = {field: place for field, (_, place) in told.items()}
    cells = {name: says.sources[name] for name in words if name in says.sources}
    yield Entry(row, next(iter(places.values())), {**cells, **places}, unit, is_booked=True)


def _turned(found: Mapping[str, Found], sign: int) -> Told:
    """What was found, the natural way, as typed amounts are."""
    return {field: (each[0] * sign + 0, each[1]) for field, each in found.items() if each}
