"""What is contrary to itself in how accounts are mapped: a cost that is income, a rest that turns an account's sign."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.booking.mapped import OUTCOMES, Piece
from generator.booking.messages import (
    ACCOUNT_AGAINST_POST,
    ACCOUNT_OF_OTHER_GROUP,
    BUDGET_AGAINST_OUTCOME,
    MEMBER_AND_POST,
    SHARES_TOO_LARGE,
)
from generator.findings.finding import Finding
from generator.ground.formatting import enumerated, first_of
from generator.ground.names import folded
from generator.ground.source import Source
from generator.ledger.became import AccountPart
from generator.ledger.row import Ledger, Measured
from generator.ledger.suggestions.charts import posts_of
from generator.ledger.suggestions.which import chart_of
from generator.statements.balance_sheet import EQUITY_LINE
from generator.statements.statement import Kind
from generator.subjects.ledger.rows_shares import REST

_MOST_NAMED = 6
"""Accounts that a finding names."""
_INCOME, _COSTS = "3", "4567"
"""The first digits of accounts of income and of costs, in BAS and in Kommun-Bas; those of 8 are both."""


def is_rounding(name: str) -> bool:
    """Whether an account is of öre that are rounded away, which may have either sign."""
    return any(word in folded(name) for word in ("avrundning", "utjämning", "öresavr"))


def against_their_posts(pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """An account of costs, in debit, is no income, nor one of income a cost: the two are not set off."""
    for piece in pieces:
        post = piece.says.row.post if piece.says and not piece.says.row.member else None
        found = piece.amount(year, Measured.RESULT) or piece.amount(year - 1, Measured.RESULT)
        if piece.says is None or post is None or not found or not found[0]:
            continue
        first, is_debit = piece.part.account[:1], found[0] > 0
        wrong = (Kind.INCOME, _COSTS, True) if is_debit else (Kind.COST, _INCOME, False)
        if post.kind is wrong[0] and first in wrong[1] and not is_rounding(piece.part.name):
            values = {"account": piece.part.called, "post": post.label, "amount": abs(found[0])}
            values |= {"kind": "en kostnad" if is_debit else "en intäkt"}
            shown = year if piece.amount(year, Measured.RESULT) else year - 1
            yield ACCOUNT_AGAINST_POST.found(piece.says.source("line"), piece.part.place, **values, year=shown)


_APART = frozenset({"depreciation", EQUITY_LINE.code})
"""Posts that change more than where a sum stands: depreciation is no payment, and equity is rolled forward."""


def against_their_groups(pieces: Iterable[Piece], ledger: Ledger, year: int) -> Iterator[Finding]:
    """What is depreciated, and equity, have account groups of their own in BAS and in Kommun-Bas."""
    chart = chart_of(ledger.names, ledger.chart)
    for piece in () if chart.own else pieces:
        post = piece.says.row.post if piece.says and not piece.says.row.member else None
        usual = posts_of(piece.part.account, chart.charts)
        amount = piece.amount(year, *OUTCOMES) or piece.amount(year - 1, *OUTCOMES)
        if piece.says is None or post is None or not usual or post in usual or not amount or not amount[0]:
            continue
        if _APART & {post.code, *(each.code for each in usual)}:
            values = {"account": piece.part.called, "post": post.label, "amount": abs(amount[0])}
            values["usual"] = enumerated([each.label for each in usual], "eller")
            yield ACCOUNT_OF_OTHER_GROUP.found(piece.says.source("line"), piece.part.place, **values)


def budgets_against_outcomes(pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """An account of income or costs has a budget of the sign that its kind has, as its outcome has."""
    wrong: dict[str, tuple[tuple[Decimal, Source], tuple[Decimal, Source]]] = {}
    for piece in pieces:
        budget, outcome = piece.amount(year, Measured.BUDGET), piece.amount(year, Measured.RESULT)
        first = piece.part.account[:1]
        usual = -1 if first in _INCOME else 1 if first in _COSTS else 0
        if budget and outcome and budget[0] * usual < 0 < outcome[0] * usual:
            wrong.setdefault(piece.part.called, (budget, outcome))
    if wrong:
        accounts = enumerated(first_of(list(wrong), _MOST_NAMED))
        places = [place for both in wrong.values() for _, place in both]
        budget, outcome = next(iter(wrong.values()))
        values = {"accounts": accounts, "budget": budget[0], "outcome": outcome[0], "year": year}
        yield BUDGET_AGAINST_OUTCOME.found(*places, **values)


def members_with_posts(pieces: Iterable[Piece]) -> Iterator[Finding]:
    """What a member gives is income by itself: another post beside it is a slip."""
    for piece in pieces:
        post = piece.says.row.post if piece.says and piece.says.row.member else None
        if piece.says and post and post.kind is not Kind.INCOME:
            values = {"account": piece.part.called, "member": piece.says.row.member, "post": post.label}
            yield MEMBER_AND_POST.found(piece.says.source("line"), piece.says.source("member"), **values)


def too_large_shares(pieces: Iterable[Piece], year: int) -> Iterator[Finding]:
    """The rest of an account has the account's sign, or the shares in kronor are more than all of it."""
    for piece in pieces:
        for shown in (year, year - 1):
            rest = piece.amount(shown, *OUTCOMES) if piece.shares.get(shown) == REST else None
            whole = _whole(piece.part, shown)
            if piece.says and rest and whole and rest[0] * whole < 0:
                values = {"account": piece.part.called, "amount": abs(whole), "year": shown}
                place = piece.says.source("share")
                yield SHARES_TOO_LARGE.found(place, rest[1], **values, rest=-abs(rest[0]))


def _whole(part: AccountPart, year: int) -> Decimal | None:
    return next((amount for each in OUTCOMES if (amount := part.amount(year, each)) is not None), None)
