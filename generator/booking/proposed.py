"""The findings of accounts without a place, each with what it most likely becomes."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.booking.known import known_of
from generator.booking.mapped import Piece, is_budget, of_year, telling
from generator.booking.messages import ACCOUNT_UNMAPPED, ACCOUNT_WITHOUT_POST, ACCOUNTS_UNMAPPED, ACCOUNTS_WITHOUT_POST
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import capital_first
from generator.ledger.became import AccountPart
from generator.ledger.row import Ledger, Measured
from generator.ledger.suggestions.fitting import fitting, is_result
from generator.ledger.suggestions.suggest import suggestions
from generator.ledger.suggestions.suggestion import Asked, Suggestion, beside_members
from generator.ledger.suggestions.which import chart_of
from generator.model.underlag import Underlag

MOST_TOLD = 12
"""Of more accounts than these, the rest are told together."""
MOST_LISTED = 24
"""Of the rest, as many are named."""


def suggested(pieces: Sequence[Piece], ledger: Ledger, underlag: Underlag, year: int) -> tuple[Suggestion, ...]:
    """What each piece most likely becomes, by the whole ledger and by what the underlag has."""
    asked = [Asked(each.part.account, each.part.name, _amounts(each, year), each.part.objects) for each in pieces]
    made = suggestions(asked, known_of(underlag), chart_of(ledger.names, ledger.chart))
    of_members = {each.part.account for each in pieces if each.says and each.says.row.member}
    return tuple(
        beside_members(one) if each.part.account in of_members else one for each, one in zip(pieces, made, strict=True)
    )


def _amounts(piece: Piece, year: int) -> tuple[Decimal, ...]:
    return tuple(amount for each in (year, year - 1) if (amount := of_year(piece.part, each)))


def without_place(pieces: Sequence[Piece], ledger: Ledger, underlag: Underlag, year: int) -> Iterator[Finding]:
    """Tell of each account that has an amount and no place in the report, the largest first, with a proposal."""
    left = [each for each in pieces if each.is_unmapped and not each.is_told and _amount(each, year)]
    if not left:
        return
    proposals = dict(zip(map(id, pieces), suggested(pieces, ledger, underlag, year), strict=True))
    left.sort(key=lambda each: -abs(_amount(each, year)))
    for own in ([each for each in left if each.says], [each for each in left if not each.says]):
        few = own if len(own) <= MOST_TOLD else own[: MOST_TOLD - 1]
        yield from (_told(piece, proposals[id(piece)], year) for piece in few)
        yield from _rest(own[len(few) :], year)


def _rest(pieces: Sequence[Piece], year: int) -> Iterator[Finding]:
    """Tell of many accounts together: those with a row that says nothing yet, or those without a row."""
    if not pieces:
        return
    accounts = list(dict.fromkeys(each.part.account for each in pieces))
    words = ", ".join(accounts[:MOST_LISTED]) + (" med flera" if len(accounts) > MOST_LISTED else "")
    total = sum((abs(_amount(each, year)) for each in pieces), Decimal(0))
    says = [each.says.source("line") for each in pieces if each.says]
    rule = ACCOUNTS_WITHOUT_POST if says else ACCOUNTS_UNMAPPED
    places = (*says, *(each.part.place for each in pieces))
    yield rule.found(*places, count=len(pieces), accounts=words, amount=total)


def _told(piece: Piece, proposal: Suggestion, year: int) -> Finding:
    values = {"account": piece.part.called, "amount": _amount(piece, year), "of": _of(piece.part, year)}
    rule, places = ACCOUNT_UNMAPPED, [piece.part.place]
    if piece.says is not None:
        rule, places = ACCOUNT_WITHOUT_POST, [piece.says.source("line"), *places]
    values["fitting"] = fitting(piece.part, year, named=proposal.line is None)
    values["member"] = ", en medlem" if _may_be_a_members(piece, year) else ""
    values["since"] = min((each for each, row in piece.part.rows.items() if not row.is_nil), default=year)
    found = rule.found(*places, **values, proposal=_sentence(proposal))
    return found if telling(piece.part, year) else found.graded(Severity.NOTE)


def _of(part: AccountPart, year: int) -> str:
    """What the amount is of, where it is not the year's outcome."""
    if is_budget(part, year):
        return " i budget"
    shown = next((each for each in (year, year - 1) if of_year(part, each)), year - 2)
    return "" if shown == year else f" år {shown}"


def _may_be_a_members(piece: Piece, year: int) -> bool:
    """Whether a piece may be what a member gives: income, which is credit."""
    return is_result(piece.part, year) and _amount(piece, year) < 0


def _sentence(proposal: Suggestion) -> str:
    if proposal.words:
        return f" Förslag: {proposal.words} ({proposal.certainty.word}: {proposal.why})."
    return f" {capital_first(proposal.why)}."


def _amount(piece: Piece, year: int) -> Decimal:
    """What a part is told by; of two years ago its result alone, which a table of three years would show."""
    return telling(piece.part, year) or piece.part.amount(year - 2, Measured.RESULT) or Decimal(0)
