"""Accounts that become an amount in a row that is there: a member's contribution, a change of a balance."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.booking.mapped import Found, Piece
from generator.booking.messages import CHANGE_UNKNOWN, MEMBER_UNKNOWN
from generator.booking.typed import BOOKED, TYPED, half_of, told_twice
from generator.findings.finding import Finding, Side, Sides
from generator.findings.message import hint
from generator.ground.names import Name, nearest
from generator.ground.source import Source
from generator.ledger.row import Measured
from generator.model.rows import Entry, Row
from generator.statements.lines import BY_LABEL
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.members.rows import TAB as MEMBERS
from generator.subjects.members.rows import Member
from generator.subjects.roll_forward.rows import OPENING, RollRow

Entries = Mapping[type[Row], tuple[Entry[Any], ...]]
_YEARS = {"this_year": 0, "last_year": -1}


def in_registers(entries: Entries, booked: Iterable[Piece], year: int, half: Decimal) -> tuple[Entries, list[Finding]]:
    """Give members and changes of balances the amounts that accounts have for them, each ``half`` from the true one.

    What is typed holds. A part (*varav*) adds nothing.
    """
    made, findings = dict(entries), list[Finding]()
    whole = [piece for piece in booked if piece.says and not piece.says.row.is_part]
    for model, wanted, take in ((Member, "member", _contribution), (RollRow, "change", _change)):
        pieces = [piece for piece in whole if piece.says and getattr(piece.says.row, wanted)]
        if pieces:
            rows = list(made.get(model, ()))
            findings += take(rows, pieces, year, half)
            made[model] = tuple(rows)
    return made, findings


def _contribution(rows: list[Entry[Any]], pieces: Iterable[Piece], year: int, half: Decimal) -> Iterator[Finding]:
    """Income is credit: turned, it is what the member has given."""
    for said, own in _grouped(pieces):
        places = [number for number, each in enumerate(rows) if Name(each.row.name) == said.row.member]
        if not places:
            near = hint(nearest(said.row.member, [each.row.name for each in rows]))
            unknown = MEMBER_UNKNOWN.found(said.source("member"), found=said.row.member, hint=near)
            yield unknown.resting_on(() if rows else [Source(tab=MEMBERS.name)])
            continue
        found = {field: _contributed(own, year + shift) for field, shift in _YEARS.items()}
        entry, bound = rows[places[0]], half * len(own)
        yield from _told_twice(entry, found, str(said.row.member), year, bound)
        rows[places[0]] = _filled(entry, found)


def _contributed(pieces: Sequence[Piece], year: int) -> Found:
    return _sum(pieces, year, -1, lambda piece: piece.amount(year, Measured.RESULT))


def _change(rows: list[Entry[Any]], pieces: Sequence[Piece], year: int, half: Decimal) -> Iterator[Finding]:
    """The change of a balance in the year; its part's opening amount is what the accounts opened with a year before.

    A list seldom tells what last year opened with: its change is then not known.
    """
    last_opened = any(piece.opening(year - 1) for piece in pieces)
    for said, own in _grouped(pieces):
        place = _row_of(rows, said.row)
        if place is None:
            texts = [str(each.row.text) for each in rows if each.row.line == said.row.line]
            near = hint(nearest(said.row.change, texts))
            values = {"found": said.row.change, "post": said.row.line, "hint": near}
            yield CHANGE_UNKNOWN.found(said.source("change"), **values)
            continue
        sign = BY_LABEL[said.row.line].sign
        told = {field: year + shift for field, shift in _YEARS.items() if not shift or last_opened}
        found = {field: _moved(own, each, sign) for field, each in told.items()}
        entry, bound = rows[place], half * 2 * len(own)
        yield from _told_twice(entry, found, str(said.row.change), year, bound)
        rows[place] = _filled(entry, found)
        _open(rows, rows[place].row, _sum(own, year - 1, sign, lambda piece: piece.opening(year - 1)))


def _row_of(rows: Sequence[Entry[Any]], said: AccountRow) -> int | None:
    """The row of *Årets förändringar* that is meant, by its text, or by its part's name and its text."""
    for number, each in enumerate(rows):
        row = each.row
        names = {Name(row.text), Name(f"{row.group}: {row.text}")}
        if row.line == said.line and row.kind != OPENING and said.change in names:
            return number
    return None


def _open(rows: list[Entry[Any]], changed: Any, found: Found) -> None:
    """Give the part's opening row its amount, where none is typed; several accounts of one part add up."""
    for number, each in enumerate(rows):
        if each.row.kind == OPENING and each.row.part == changed.part and found and not _is_typed(each, "last_year"):
            amount = (each.row.last_year or Decimal(0)) + found[0]
            row = each.row.model_copy(update={"last_year": amount})
            rows[number] = replace(each, row=row, sources={**each.sources, "last_year": found[1]})


def _is_typed(entry: Entry[Any], field: str) -> bool:
    place = entry.source(field)
    return getattr(entry.row, field) is not None and (place.file, place.tab) == (entry.place.file, entry.place.tab)


def _grouped(pieces: Iterable[Piece]) -> Iterator[tuple[Entry[AccountRow], list[Piece]]]:
    """The pieces that become one row, by what they become."""
    found: dict[tuple[object, ...], list[Piece]] = {}
    for piece in pieces:
        if piece.says:
            row = piece.says.row
            found.setdefault((row.line, row.member, row.change), []).append(piece)
    for own in found.values():
        if own[0].says:
            yield own[0].says, own


def _sum(pieces: Sequence[Piece], year: int, sign: int, told: Callable[[Piece], Found]) -> Found:
    """What is told of some accounts of a year together, the natural way, with the first of their places."""
    found = [(piece, each) for piece in pieces if (each := told(piece))]
    if not found:
        return None
    amount = sum((each[0] for _, each in found), Decimal(0)) * sign + 0
    called = ", ".join(piece.called(year) for piece, _ in found)
    return amount, replace(found[0][1][1], text=f"konto {called}")


def _moved(pieces: Sequence[Piece], year: int, sign: int) -> Found:
    """What accounts moved in a year. One that opened with nothing may be left out by a ledger that tells the others."""
    closing = _sum(pieces, year, sign, lambda piece: piece.amount(year, Measured.CLOSING))
    opening = _sum(pieces, year, sign, lambda piece: piece.opening(year))
    place = closing or opening
    if place is None:
        return None
    return (closing[0] if closing else Decimal(0)) - (opening[0] if opening else Decimal(0)), place[1]


def _told_twice(
    entry: Entry[Any], found: Mapping[str, Found], called: str, year: int, bound: Decimal
) -> Iterator[Finding]:
    """Tell of what was found for fields that are typed; it may lie ``bound`` from the true amount."""
    for field, each in found.items():
        typed = getattr(entry.row, field)
        if each is not None and typed is not None:
            sides = Sides(
                Side(TYPED, typed, (entry.source(field),)),
                Side(BOOKED, each[0], (each[1],)),
                bound + half_of(typed, entry.unit),
            )
            yield from told_twice(sides, field, called, str(year + _YEARS[field]))


def _filled(entry: Entry[Any], found: Mapping[str, Found]) -> Entry[Any]:
    """A row with the amounts that were found in the fields that are empty."""
    new = {field: each for field, each in found.items() if each and getattr(entry.row, field) is None}
    row = entry.row.model_copy(update={field: amount for field, (amount, _) in new.items()})
    return replace(entry, row=row, sources={**entry.sources, **{field: place for field, (_, place) in new.items()}})
