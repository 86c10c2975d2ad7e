"""An underlag with the rows that its ledger's accounts become, and what became of each account."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.booking.equity import opening_equity
from generator.booking.judged import judged
from generator.booking.made import entries_of, is_on_other_side
from generator.booking.mapped import Piece, mapped
from generator.booking.messages import UNDIVIDED
from generator.booking.placed import placed
from generator.booking.proposed import without_place
from generator.booking.registers import in_registers
from generator.booking.typed import typed_holds
from generator.findings.finding import Finding
from generator.findings.grouped import grouped
from generator.ledger.became import Became, LedgerUse, Use
from generator.ledger.row import Ledger, Measured
from generator.model.fact import ORE
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.statements.statement import Line
from generator.subjects.ledger.rows import COMPARED, LEFT_OUT, AccountRow
from generator.subjects.members.rows import CONTRIBUTION_LINE, Member


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
    made = [entry for piece in booked for entry in entries_of(piece, activities, year, unit)]
    made += opening_equity(found.pieces, year, unit)
    kept, twice = typed_holds(underlag, made, year, ledger.half)
    entries, unknown = in_registers({**underlag.entries, **placed(underlag, kept)}, booked, year, ledger.half)
    became = tuple(each for piece in found.pieces for each in (_became(piece, year), *_on_other_side(piece, year)))
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
    return Became(piece.part, use, says.place, post, words, str(row.reason), amounts, of_member=bool(row.member))


def _on_other_side(piece: Piece, year: int) -> Iterator[Became]:
    """What an account has become in the years when its balance is on the other side."""
    row = piece.says.row if piece.says and _use(piece) is Use.BOOKED and not piece.says.row.is_part else None
    line = row.other_post if row else None
    if row is None or line is None or piece.says is None:
        return
    found = ((each, piece.amount(each, Measured.CLOSING)) for each in (year, year - 1))
    amounts = {each: told[0] * line.sign for each, told in found if told and is_on_other_side(row, told[0])}
    if amounts:
        words = " · ".join(str(each) for each in (row.other_line, row.other_note, row.note_row) if each)
        yield Became(piece.part, Use.BOOKED, piece.says.place, line.code, words, amounts=amounts)


def _natural(piece: Piece, line: Line, year: int) -> Iterator[tuple[int, Decimal]]:
    """What a line gets of a piece in each year, the natural way."""
    for each in (year, year - 1):
        found = piece.amount(each, Measured.RESULT if line.is_flow else Measured.CLOSING)
        if found and not (piece.says and is_on_other_side(piece.says.row, found[0])):
            yield each, found[0] * (-line.effect if line.is_flow else line.sign)
