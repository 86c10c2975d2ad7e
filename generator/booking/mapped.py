"""Each account of a ledger with the rows of *Kontoplan* that say what it becomes: the most exact ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.booking.messages import (
    ACCOUNT_TWICE,
    ACCOUNT_UNMAPPED,
    ACCOUNT_WITHOUT_POST,
    OBJECTS_OF_SEVERAL_DIMENSIONS,
    SHARES_NOT_WHOLE,
)
from generator.booking.parts import SeveralDimensionsError, matching, parts_of
from generator.findings.finding import Finding
from generator.ground.source import Source, cells_of
from generator.ledger.became import AccountPart
from generator.ledger.row import Ledger, Measured
from generator.model.rows import Entry
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.ledger.rows_shares import Share, are_whole, divided

Chart = Sequence[Entry[AccountRow]]
Amounts = Mapping[tuple[int, Measured], Decimal]
"""The amounts of a part, with the ledger's signs, by year and by what they measure."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the ledger, or a share of it, and the row of *Kontoplan* that says what it becomes, if any."""

    part: AccountPart
    amounts: Amounts
    says: Entry[AccountRow] | None = None

    def amount(self, year: int, *measured: Measured) -> tuple[Decimal, Source] | None:
        """The first of some amounts of a year that the ledger tells, with its place."""
        for each in measured:
            if (year, each) in self.amounts:
                return self.amounts[year, each], self.part.rows[year].place(each)
        return None


@dataclass(frozen=True, slots=True)
class Mapped:
    """What the ledger's parts become, in the order of *Kontoplan*, and what is wrong with how that is said."""

    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]


def mapped(ledger: Ledger, chart: Chart, year: int) -> Mapped:
    """Say what each part of a ledger becomes in the report of a year; parts of nothing but nil may lack a row.

    Rows that show a part (*varav*) are matched by themselves: what they show is in other rows too.
    """
    pieces: list[Piece] = []
    findings: list[Finding] = []
    for account in ledger.accounts:
        for level in (False, True):
            rows = [each for each in chart if each.row.is_part is level and _is_about(each.row, account)]
            if rows or not level:
                made, wrong = _account(ledger, account, rows, year)
                pieces += [piece for piece in made if piece.says or not level]
                findings += [each for each in wrong if not (level and each.rule is ACCOUNT_UNMAPPED)]
    order = {each.place: number for number, each in enumerate(chart)}
    pieces.sort(key=lambda piece: order[piece.says.place] if piece.says else len(order))
    return Mapped(tuple(pieces), tuple(findings))


def _is_about(row: AccountRow, account: str) -> bool:
    return any(each.has(account) for each in row.meant)


def _account(ledger: Ledger, account: str, rows: Chart, year: int) -> tuple[list[Piece], list[Finding]]:
    try:
        parts = parts_of(ledger, account, rows)
    except SeveralDimensionsError as error:
        dimensions = " och ".join(error.args)
        places = (each.source("objects") for each in rows if each.row.objects)
        return [], [OBJECTS_OF_SEVERAL_DIMENSIONS.found(*places, account=account, dimensions=dimensions)]
    pieces: list[Piece] = []
    findings: list[Finding] = []
    for part in parts:
        fitting = matching(part, rows)
        wrong = _wrong(part, fitting, year)
        findings += [wrong] if wrong else []
        pieces += [Piece(part, _amounts(part))] if wrong or not fitting else _pieces(part, fitting, year)
    return pieces, findings


def _wrong(part: AccountPart, fitting: Chart, year: int) -> Finding | None:
    """Why a part cannot be mapped, where it has anything to map."""
    account, largest = part.called, _telling(part, year)
    if not fitting:
        return ACCOUNT_UNMAPPED.found(part.place, account=account, amount=largest, proposal="") if largest else None
    shares = [share for each in fitting if (share := each.row.share_of(0))]
    if len(fitting) > 1 and len(shares) < len(fitting):
        places = [each.source("accounts") for each in fitting]
        values = {"account": account, "count": len(fitting), "cells": cells_of(places)}
        return ACCOUNT_TWICE.found(*places, **values)
    if shares and not are_whole(shares):
        words = ", ".join(each.row.share for each in fitting)
        return SHARES_NOT_WHOLE.found(*(each.source("share") for each in fitting), account=account, shares=words)
    if fitting[0].row.says_nothing and largest:
        return ACCOUNT_WITHOUT_POST.found(fitting[0].source("line"), part.place, account=account, proposal="")
    return None


def _telling(part: AccountPart, year: int) -> Decimal | None:
    """The amount by which an account without a place is told: this year's, else last year's; None where all is nil."""
    for each in (year, year - 1):
        for measured in (Measured.RESULT, Measured.CLOSING, Measured.OPENING):
            if amount := part.amount(each, measured):
                return amount
    return None


def _amounts(part: AccountPart) -> Amounts:
    return {(year, measured): amount for year, row in part.rows.items() for measured, amount in row.amounts.items()}


def _pieces(part: AccountPart, fitting: Chart, year: int) -> Iterator[Piece]:
    amounts = _amounts(part)
    if len(fitting) == 1:
        yield Piece(part, amounts, fitting[0])
        return
    made: list[dict[tuple[int, Measured], Decimal]] = [{} for _ in fitting]
    for (each, measured), amount in amounts.items():
        shares = [entry.row.share_of(min(each - year, 0)) or Share() for entry in fitting]
        for own, share in zip(made, divided(amount, shares), strict=True):
            own[each, measured] = share
    yield from (Piece(part, own, entry) for own, entry in zip(made, fitting, strict=True))
