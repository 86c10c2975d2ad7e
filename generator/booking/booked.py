"""What accounts become as rows: the same as those that are typed in the tabs of amounts, with the ledger's places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.booking.equity import opening_equity
from generator.booking.judged import judged
from generator.booking.mapped import Found, Piece, mapped
from generator.booking.messages import UNDIVIDED
from generator.booking.proposed import without_place
from generator.booking.registers import in_registers
from generator.booking.typed import typed_holds
from generator.findings.finding import Finding
from generator.findings.grouped import grouped
from generator.ground.names import NO_NAME, Name
from generator.ground.source import Source
from generator.ledger.became import Became, LedgerUse, Use
from generator.ledger.row import Ledger, Measured
from generator.model.amounts import BalanceItem, IncomeOrCost, OpeningBalance
from generator.model.fact import ORE
from generator.model.rows import Entry, Row
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY_LINE
from generator.statements.statement import Line
from generator.subjects.ledger.rows import COMPARED, LEFT_OUT, AccountRow
from generator.subjects.members.rows import CONTRIBUTION_LINE, Member

Made = tuple[Entry[Any], Piece]
"""A row made of a piece of the ledger."""

_KEPT = ("sub_item", "note", "note_row", "activity", "level", "show_nil", "operating_row")
_BUDGETS = ("budget", "budget_last_year")
"""What a member's row has no column for: it becomes a row of its own, without note, as one is told to type it."""
_CLOSING, _OPENING = Measured.CLOSING, Measured.OPENING


def with_ledger(underlag: Underlag, ledger: Ledger, ledgers: tuple[Ledger, ...] = ()) -> tuple[Underlag, LedgerUse]:
    """Give an underlag the rows that follow from ``ledger``, one of its ``ledgers``; say what became of each account.

    The rows are put among those that are typed, in the order of *Kontoplan*. Where an amount is typed too, that holds.
    """
    every = ledgers or (ledger,)
    if underlag.association is None or not underlag.of(AccountRow):
        return underlag, LedgerUse(every)
    year = underlag.association.row.year
    found = mapped(ledger, underlag.of(AccountRow), year)
    booked = [piece for piece in found.pieces if _use(piece) is Use.BOOKED and piece.says]
    activities = {each.row.name: each.row.activity for each in underlag.of(Member)}
    unit = 2 * ledger.half or ORE
    made = [entry for piece in booked for entry in _entries(piece, activities, year, unit)]
    made += opening_equity(found.pieces, year, unit)
    kept, twice = typed_holds(underlag, made, year, ledger.half)
    entries, unknown = in_registers({**underlag.entries, **_placed(underlag, kept)}, booked, year, ledger.half)
    became = tuple(_became(piece, year) for piece in found.pieces)
    lacking = without_place(found.pieces, ledger, underlag, year)
    used = [piece for piece in found.pieces if _use(piece) in {Use.BOOKED, Use.COMPARED}]
    wrong = _mattering(judged(used, underlag.of(AccountRow), ledger, year), kept)
    findings = (*grouped((*found.findings, *wrong)), *lacking, *twice, *unknown)
    return replace(underlag, entries=entries), LedgerUse(every, became, findings, ledger.half)


def _mattering(findings: Iterable[Finding], kept: Iterable[Entry[Any]]) -> Iterator[Finding]:
    """What concerns the report: that amounts are undivided does not, where they are typed."""
    fields = ("last_year", "budget")
    places = {replace(e.sources[each], text="") for e in kept for each in fields if each in e.sources}
    return (each for each in findings if each.rule is not UNDIVIDED or replace(each.place, text="") in places)


def _use(piece: Piece) -> Use:
    if piece.says is None or piece.is_unmapped:
        return Use.UNMAPPED
    return {LEFT_OUT: Use.LEFT_OUT, COMPARED: Use.COMPARED}.get(piece.says.row.use, Use.BOOKED)


def _placed(underlag: Underlag, made: Iterable[Entry[Any]]) -> Mapping[type[Row], tuple[Entry[Any], ...]]:
    """The typed rows of each model with those that were made among them.

    One is put after the typed row of the same post, note and activity, where there is one, else after the one made
    before it: so the order is that of *Kontoplan*, and of what is typed.
    """
    by_model: dict[type[Row], list[Entry[Any]]] = {}
    for entry in made:
        by_model.setdefault(type(entry.row), []).append(entry)
    return {model: tuple(_in_order(underlag.of(model), own)) for model, own in by_model.items()}


def _in_order(typed: Sequence[Entry[Any]], made: Sequence[Entry[Any]]) -> Iterator[Entry[Any]]:
    places = {_identity(each): number for number, each in reversed(list(enumerate(typed, start=1)))}
    place = 0 if any(_identity(each) in places for each in made) else len(typed)
    after: dict[int, list[Entry[Any]]] = {}
    for each in made:
        place = places.get(_identity(each), place)
        after.setdefault(place, []).append(each)
    yield from after.get(0, ())
    for number, each in enumerate(typed, start=1):
        yield each
        yield from after.get(number, ())


def _identity(entry: Entry[Any]) -> tuple[object, ...]:
    return tuple(
        getattr(entry.row, name, None) for name in ("line", "sub_item", "note", "note_row", "activity", "level")
    )


def _entries(piece: Piece, activities: Mapping[Name, Name], year: int, unit: Decimal) -> Iterator[Entry[Any]]:
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
        yield from _made(BalanceItem, piece, _turned(_closings(piece, year), line.sign), unit)
    if not piece.says.row.is_part:
        opening = piece.amount(year - 1, _OPENING) or piece.amount(year - 2, _CLOSING)
        told = opening if opening and opening[0] else None
        yield from _made(OpeningBalance, piece, _turned({"amount": told}, line.sign), unit)


Told = Mapping[str, tuple[Decimal, Source]]
"""The amounts of a row by field, each with its place."""


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


def _became(piece: Piece, year: int) -> Became:
    use, says = _use(piece), piece.says
    if says is None:
        return Became(piece.part, use)
    row = says.row
    counted = CONTRIBUTION_LINE if row.member else row.post
    line = counted if use is not Use.LEFT_OUT else None
    parts = (row.line, row.sub_item, row.note, row.note_row, row.activity, row.change)
    words = f"medlemsbidrag från {row.member}" if row.member else " · ".join(str(each) for each in parts if each)
    if row.is_part:
        return Became(piece.part, use, says.place, words=f"varav {words}", is_part=True)
    amounts = dict(_natural(piece, line, year)) if line else {}
    post = line.code if line else ""
    return Became(piece.part, use, says.place, post, words, str(row.reason), amounts)


def _natural(piece: Piece, line: Line, year: int) -> Iterator[tuple[int, Decimal]]:
    """What a line gets of a piece in each year, the natural way."""
    for each in (year, year - 1):
        found = piece.amount(each, Measured.RESULT if line.is_flow else _CLOSING)
        if found:
            yield each, found[0] * (-line.effect if line.is_flow else line.sign)
