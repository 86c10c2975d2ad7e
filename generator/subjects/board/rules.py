"""The rules of the board: terms, seats, and who signs."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from generator.blocks.case import Case
from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.names import Name, nearest
from generator.model.association import Association, ReportState
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry
from generator.subjects.board.messages import (
    DEPUTY_ALONE,
    NOBODY_SIGNS,
    PERSON_TWICE,
    SIGNED_EARLY,
    SIGNED_LATE,
    SIGNED_UNSEEN,
    SIGNER_NOT_IN_OFFICE,
    TERM_BACKWARDS,
)
from generator.subjects.board.rows import DEPUTY, ORDINARY, SIGNATURES, SIGNS, BoardMember, has_line, signs
from generator.subjects.board.rows_terms import overlap, sits_at_decision

MOST_DAYS_TO_SIGN = 90
"""A signature later than this after the decision is more likely a wrong date."""


def terms_run_forwards(case: Case) -> Iterator[Finding]:
    """Nobody leaves the board before joining it."""
    return backward_terms(case.underlag.of(BoardMember))


def backward_terms(entries: Iterable[Entry[Any]]) -> Iterator[Finding]:
    """Find the terms, of board members or auditors, that end before they begin."""
    for entry in entries:
        start, end = entry.row.start, entry.row.end
        if start and end and end < start:
            yield TERM_BACKWARDS.found(entry.source("end"), start=start, end=end)


def people_stand_once(case: Case) -> Iterator[Finding]:
    """Nobody holds two seats at a time; a vacant seat is nobody, and two terms in turn are two rows."""
    seen: dict[Name, list[Entry[BoardMember]]] = {}
    for entry in case.underlag.of(BoardMember):
        if entry.row.is_vacant:
            continue
        for other in seen.setdefault(entry.row.name, []):
            if overlap(entry.row, other.row):
                place = other.source("name")
                yield PERSON_TWICE.found(entry.source("name"), place, name=entry.row.name, other=place.cell)
                break
        seen[entry.row.name].append(entry)


def deputies_have_seats(case: Case) -> Iterator[Finding]:
    """A deputy's seat, where one is typed, is one that an ordinary member has too."""
    entries = case.underlag.of(BoardMember)
    seats = {(e.row.appointed_by, e.row.seat): e.row.seat for e in entries if e.row.kind == ORDINARY}
    for entry in entries:
        row = entry.row
        if row.kind == DEPUTY and row.seat and (row.appointed_by, row.seat) not in seats:
            near = hint(nearest(row.seat, seats.values()))
            yield DEPUTY_ALONE.found(entry.source("seat"), name=row.name, seat=row.seat, hint=near)


def signers_sit_at_decision(case: Case) -> Iterator[Finding]:
    """Who is said to sign sits on the board when it decides; asked when the report is final."""
    entry = case.underlag.association
    if entry is None or entry.row.decision_date is None or case.state is not ReportState.FINAL:
        return
    for member in case.underlag.of(BoardMember):
        if member.row.signs == SIGNS and not sits_at_decision(member.row, entry.row):
            place, day = member.source("signs"), entry.row.decision_date
            yield SIGNER_NOT_IN_OFFICE.found(place, name=member.row.name, day=day)


def signatures_follow_the_decision(case: Case) -> Iterator[Finding]:
    """Nobody has signed before the board decided or the year was over, nor long after; a day that is typed is shown."""
    if case.underlag.association is None:
        return
    association = case.underlag.association.row
    for member in case.underlag.of(BoardMember):
        row, place = member.row, member.source("signed")
        if row.signed is None:
            continue
        if not (signs(row, association) and has_line(row)):
            yield SIGNED_UNSEEN.found(place, name=row.name)
        elif row.signed.year <= association.year:
            yield SIGNED_EARLY.found(place, name=row.name, day=row.signed, what="årets slut")
        elif association.decision_date and row.signed < association.decision_date:
            decided = f"beslutet {association.decision_date}"
            yield SIGNED_EARLY.found(place, name=row.name, day=row.signed, what=decided)
        elif how := _late(row.signed, association):
            yield SIGNED_LATE.found(place, name=row.name, day=row.signed, how=how)


def _late(signed: date, association: Association) -> str:
    """How much too late a day is to be that of the signature, as a sentence's end; empty where it may be right."""
    decided = association.decision_date
    if decided and (signed - decided).days > MOST_DAYS_TO_SIGN:
        return f"{(signed - decided).days} dagar efter beslutet {decided}"
    return "" if decided or signed.year <= association.year + 1 else f"men rapporten gäller {association.year}"


def somebody_signs(case: Case) -> Iterator[Finding]:
    """A page to sign has someone to sign it."""
    association = case.underlag.association
    placed = [entry for entry in case.underlag.of(OutlineBlock) if entry.row.content == SIGNATURES]
    if association is None or not placed:
        return
    members = case.underlag.rows(BoardMember)
    if not any(signs(member, association.row) and has_line(member) for member in members):
        yield NOBODY_SIGNS.found(case.underlag.place(BoardMember)).graded(_lacking(case.state))


def _lacking(state: ReportState) -> Severity:
    """Who signs is known at the meeting, so that a draft may lack it."""
    return {
        ReportState.IN_PROGRESS: Severity.REMAINING,
        ReportState.DRAFT: Severity.NOTE,
        ReportState.FINAL: Severity.ERROR,
    }[state]
