"""Accounts that become an amount in a row that is there: a member's contribution, a change of a balance."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.booking.mapped import Piece
from generator.booking.messages import CHANGE_UNKNOWN, FED_TWICE, LEDGER_DIFFERS, MEMBER_UNKNOWN
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import Name, nearest
from generator.ground.source import Source
from generator.ledger.row import Measured
from generator.model.fact import ORE
from generator.model.rows import Entry, Row
from generator.statements.lines import BY_LABEL
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.members.rows import Member
from generator.subjects.roll_forward.rows import OPENING, RollRow

Entries = Mapping[type[Row], tuple[Entry[Any], ...]]
_YEARS = {"this_year": 0, "last_year": -1}
Found = tuple[Decimal, Source] | None
"""An amount with its place, where it is told."""


def in_registers(entries: Entries, booked: Sequence[Piece], year: int) -> tuple[Entries, list[Finding]]:
    """Give members and changes of balances the amounts that accounts have for them. What is typed holds."""
    made, findings = dict(entries), list[Finding]()
    for model, wanted, take in ((Member, "member", _contribution), (RollRow, "change", _change)):
        pieces = [piece for piece in booked if piece.says and getattr(piece.says.row, wanted)]
        if pieces:
            rows = list(made.get(model, ()))
            findings += take(rows, pieces, year)
            made[model] = tuple(rows)
    return made, findings


def _contribution(rows: list[Entry[Any]], pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """Income is credit: turned, it is what the member has given."""
    for said, own in _grouped(pieces):
        places = [number for number, each in enumerate(rows) if Name(each.row.name) == said.row.member]
        if not places:
            near = hint(nearest(said.row.member, [each.row.name for each in rows]))
            yield MEMBER_UNKNOWN.found(said.source("member"), found=said.row.member, hint=near)
            continue
        found = {field: _contributed(own, year + shift) for field, shift in _YEARS.items()}
        rows[places[0]], wrong = _filled(rows[places[0]], found, str(said.row.member), year)
        yield from wrong


def _contributed(pieces: Sequence[Piece], year: int) -> Found:
    return _sum(pieces, year, -1, lambda piece: piece.amount(year, Measured.RESULT))


def _change(rows: list[Entry[Any]], pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """The change of a balance in the year; its part's opening amount is what the accounts opened with a year before.

    A list seldom tells what last year opened with: its change is then not known.
    """
    pieces = tuple(pieces)
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
        rows[place], wrong = _filled(rows[place], found, str(said.row.change), year)
        yield from wrong
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
        if each.row.kind == OPENING and each.row.part == changed.part and found:
            typed = "last_year" in each.sources and each.sources["last_year"].tab == each.place.tab
            if not (typed and not each.sources["last_year"].file and each.row.last_year is not None):
                amount = (each.row.last_year or Decimal(0)) + found[0]
                row = each.row.model_copy(update={"last_year": amount})
                rows[number] = replace(each, row=row, sources={**each.sources, "last_year": found[1]})


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
    amount = (sum((each[0] for _, each in found), Decimal(0)) * sign + 0).quantize(ORE)
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


def _filled(entry: Entry[Any], found: Mapping[str, Found], called: str, year: int) -> tuple[Entry[Any], list[Finding]]:
    """A row with the amounts that were found in the fields that are empty."""
    findings, row, sources = [], entry.row, dict(entry.sources)
    for field, each in found.items():
        typed = getattr(row, field)
        if each is None:
            continue
        if typed is None:
            row, sources[field] = row.model_copy(update={field: each[0]}), each[1]
        elif field == "this_year":
            findings.append(FED_TWICE.found(entry.source(field), each[1], post=called, typed=typed, booked=each[0]))
        elif typed != each[0]:
            values = {"post": called, "year": year + _YEARS[field], "one": "inskrivet", "typed": typed}
            different = LEDGER_DIFFERS.found(
                entry.source(field), each[1], **values, booked=each[0], difference=typed - each[0]
            )
            findings.append(different)
    return replace(entry, row=row, sources=sources), findings
