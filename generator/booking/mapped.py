"""Each account of a ledger with the rows of *Kontoplan* that say what it becomes: the most exact ones."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from generator.booking.messages import ACCOUNT_TWICE, OBJECTS_OF_SEVERAL_DIMENSIONS, SHARES_NOT_WHOLE
from generator.booking.parts import SeveralDimensionsError, matching, parts_of
from generator.findings.finding import Finding
from generator.ground.formatting import enumerated, rounded
from generator.ground.source import Source, cells_of
from generator.ledger.became import AccountPart
from generator.ledger.row import Ledger, Measured
from generator.model.rows import Entry
from generator.subjects.ledger.rows import AccountRow
from generator.subjects.ledger.rows_patterns import Accounts
from generator.subjects.ledger.rows_shares import Share, are_whole, divided

Chart = Sequence[Entry[AccountRow]]
Amounts = Mapping[tuple[int, Measured], Decimal]
"""The amounts of a part, with the ledger's signs, by year and by what they measure."""
OUTCOMES = (Measured.RESULT, Measured.CLOSING)
"""What an account comes to in a year: a result account the one, a balance account the other."""
Found = tuple[Decimal, Source] | None
"""An amount with its place, where the ledger tells it."""
_AFTER_ALL = "~"
"""A sign that is sorted after digits and letters."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the ledger, or a share of it, and the row of *Kontoplan* that says what it becomes, if any.

    ``is_told``: it is told already why none does. ``shares`` is what *Kontoplan* says of it in each year, where it
    is a share.
    """

    part: AccountPart
    amounts: Amounts
    says: Entry[AccountRow] | None = None
    is_told: bool = False
    shares: Mapping[int, str] = field(default_factory=dict)

    @property
    def is_unmapped(self) -> bool:
        """Whether no row says what it becomes."""
        return self.says is None or self.says.row.says_nothing

    def amount(self, year: int, *measured: Measured) -> Found:
        """The first of some amounts of a year that the ledger tells, with its place."""
        for each in measured:
            if (year, each) in self.amounts:
                place = self.part.rows[year].place(each)
                return self.amounts[year, each], replace(place, text=f"konto {self.called(year)}{self._placed_by}")
        return None

    def opening(self, year: int) -> Found:
        """What it opened a year with, or closed the year before with, where the ledger tells either."""
        return self.amount(year, Measured.OPENING) or self.amount(year - 1, Measured.CLOSING)

    @property
    def _placed_by(self) -> str:
        """The row of *Kontoplan* that says what it becomes, in words."""
        return f" (rad {self.says.place.row} i {self.says.place.tab})" if self.says else ""

    def called(self, year: int) -> str:
        """The account, and the share of it in a year: ``6011 Lokalhyra, andel 80 %``."""
        share = self.shares.get(year)
        return self.part.called + (f", andel {share}" if share else "")


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
    about = _about(ledger.accounts, chart)
    for account in ledger.accounts:
        for level in (False, True):
            rows = [each for each in about.get(account, ()) if each.row.is_part is level]
            if rows or not level:
                made, wrong = _account(ledger, account, rows, year)
                pieces += [piece for piece in made if piece.says or not level]
                findings += wrong
    order = {each.place: number for number, each in enumerate(chart)}
    pieces.sort(key=lambda piece: order[piece.says.place] if piece.says else len(order))
    return Mapped(tuple(pieces), tuple(findings))


def _about(accounts: Iterable[str], chart: Chart) -> Mapping[str, Chart]:
    """The rows of *Kontoplan* that are about each account, in its order."""
    ordered = sorted(accounts)
    found: dict[str, list[Entry[AccountRow]]] = {}
    for entry in chart:
        for account in {account for each in entry.row.meant for account in _among(ordered, each)}:
            found.setdefault(account, []).append(entry)
    return found


def _among(ordered: Sequence[str], meant: Accounts) -> Iterator[str]:
    """Those of some ordered accounts that are meant: they stand together, for all begin alike."""
    start, end = bisect_left(ordered, meant.first), bisect_right(ordered, meant.last + _AFTER_ALL)
    return filter(meant.has, ordered[start:end])


def _account(ledger: Ledger, account: str, rows: Chart, year: int) -> tuple[list[Piece], list[Finding]]:
    try:
        parts = parts_of(ledger, account, rows)
    except SeveralDimensionsError as error:
        dimensions = enumerated(error.args)
        places = (each.source("objects") for each in rows if each.row.objects)
        return [], [OBJECTS_OF_SEVERAL_DIMENSIONS.found(*places, account=account, dimensions=dimensions)]
    pieces: list[Piece] = []
    findings: list[Finding] = []
    for part in parts:
        fitting = matching(part, rows)
        wrong = _wrong(part, fitting) if fitting else None
        findings += [wrong] if wrong else []
        if wrong or not fitting:
            pieces.append(Piece(part, _amounts(part), is_told=wrong is not None))
        else:
            pieces += _pieces(part, fitting, year)
    return pieces, findings


def _wrong(part: AccountPart, fitting: Chart) -> Finding | None:
    """Why a part cannot be mapped, though rows are about it."""
    account = part.called
    shares = [share for each in fitting if (share := each.row.share_of(0))]
    alike = {each.row.model_copy(update={"name": "", "remark": ""}) for each in fitting}
    if len(fitting) > 1 and (len(shares) < len(fitting) or len(alike) < len(fitting)):
        places = [each.source("accounts") for each in fitting]
        values = {"account": account, "count": len(fitting), "cells": cells_of(places)}
        return ACCOUNT_TWICE.found(*places, **values)
    for shift, field_name in ((0, "share"), (-1, "share_last")):
        told = [each.row.share_of(shift) or Share() for each in fitting] if shares else []
        if told and not are_whole(told):
            words = ", ".join(each.row.told_share(shift) for each in fitting)
            return SHARES_NOT_WHOLE.found(*(each.source(field_name) for each in fitting), account=account, shares=words)
    return None


def telling(part: AccountPart, year: int) -> Decimal | None:
    """The amount by which a part is told: the year's, else that of the year before; None where all is nil."""
    return next((amount for each in (year, year - 1) if (amount := of_year(part, each))), None)


_TELLING = (*OUTCOMES, Measured.OPENING, Measured.BUDGET)


def of_year(part: AccountPart, year: int) -> Decimal | None:
    """What a part comes to in a year: its result, its closing balance, the one that it opened with, or its budget."""
    found = (part.amount(year, each) for each in _TELLING)
    return next((amount for amount in found if amount), None)


def is_budget(part: AccountPart, year: int) -> bool:
    """Whether a part has nothing but a budget."""
    rest = ((shown, each) for shown in (year, year - 1) for each in _TELLING if each is not Measured.BUDGET)
    return telling(part, year) is not None and not any(part.amount(*each) for each in rest)


def _amounts(part: AccountPart) -> Amounts:
    """The part's amounts to the öre, as those that are typed."""
    return {(year, of): rounded(amount, 2) for year, row in part.rows.items() for of, amount in row.amounts.items()}


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
    for own, entry in zip(made, fitting, strict=True):
        yield Piece(part, own, entry, shares={each: entry.row.told_share(min(each - year, 0)) for each in part.rows})
