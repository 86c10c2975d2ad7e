"""The rules of a ledger beside the rest of the underlag: whose it is, of which year, and whether the report agrees."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from generator.blocks.case import Case
from generator.figures.figure import FigureId, Masked
from generator.figures.rounding import leeway
from generator.findings.finding import Finding, Side, Sides
from generator.findings.grouped import grouped
from generator.ground.formatting import capital_first, enumerated, first_of
from generator.ground.names import folded
from generator.ground.source import Source
from generator.ledger.became import Use
from generator.ledger.days import other_days
from generator.ledger.row import Ledger, Measured, is_equity
from generator.ledger.suggestions.fitting import fitting
from generator.model.association import ReportState
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, EQUITY, EQUITY_LINE
from generator.statements.income_statement import NET_RESULT
from generator.statements.lines import LINES, code_of
from generator.subjects.ledger.messages import (
    ACCOUNT_OPENING_DIFFERS,
    ACCOUNTS_WITHOUT_LEDGER,
    EQUITY_DIFFERS,
    LEDGER_OTHER_ASSOCIATION,
    LEDGER_OTHER_NAME,
    LEDGER_OTHER_YEAR,
    LEDGER_UNUSED,
    LEFT_OUT_IS_MISSING,
    LEFT_OUT_WITHOUT_REASON,
    MEMBERS_REMAIN,
    POST_DIFFERS,
)
from generator.subjects.ledger.rows import LEFT_OUT, AccountRow
from generator.subjects.members.rows import CONTRIBUTION_LINE, Member

_MOST_NAMED = 6
"""Accounts that a finding names."""


def ledgers_are_of_the_year(case: Case) -> Iterator[Finding]:
    """A ledger is of the report's year; one of the year before may lie beside it, for its comparatives."""
    entry = case.underlag.association
    year = entry.row.year if entry else 0
    is_there = any(ledger.latest == year for ledger in case.ledger.ledgers)
    for ledger in case.ledger.ledgers if entry else ():
        if ledger.years and ledger.latest not in ({year, year - 1} if is_there else {year}):
            values = {"file": capital_first(ledger.called), "found": ledger.latest, "year": year}
            awaited = case.lacking() if ledger.latest == year - 1 else None
            place = entry.source("year") if entry else Source()
            yield LEDGER_OTHER_YEAR.found(ledger.place, place, **values).graded(awaited)


def ledgers_are_of_the_years_days(case: Case) -> Iterator[Finding]:
    """The financial year is the calendar year, but for the first one of an association that is new (1:5 LKBR)."""
    entry = case.underlag.association
    for ledger in case.ledger.ledgers if entry else ():
        if entry:
            yield from other_days(ledger, entry.row.year, entry.row.first_day, entry.source("year"))


def ledgers_are_the_associations(case: Case) -> Iterator[Finding]:
    """A ledger with an organisation number has the association's."""
    entry = case.underlag.association
    own = entry.row.organisation_number if entry else ""
    for ledger in case.ledger.ledgers:
        found = ledger.organisation_number
        if entry and own and found and _digits(found) != _digits(own):
            values = {"file": capital_first(ledger.called), "found": found, "own": own}
            yield LEDGER_OTHER_ASSOCIATION.found(ledger.place, entry.source("organisation_number"), **values)
        elif entry and not (own and found) and ledger.company and not _share_a_word(ledger.company, entry.row.name):
            values = {"file": capital_first(ledger.called), "found": ledger.company, "own": entry.row.name}
            yield LEDGER_OTHER_NAME.found(ledger.place, entry.source("name"), **values)


_OF_ALL = ("samordning", "finsam", "förbund", "ekonomi")
"""How words begin that the names of many associations have."""
_LETTERS = 4
"""By so many letters two words are taken for one: *Granens* is *Granen*."""


def _share_a_word(one: str, other: str) -> bool:
    """Whether two names have a word in common that tells an association from others; one without any may be all."""
    words = [
        {
            word[:_LETTERS]
            for word in re.findall(r"\w+", folded(name))
            if len(word) >= _LETTERS and not word.startswith(_OF_ALL)
        }
        for name in (one, other)
    ]
    return not all(words) or bool(words[0] & words[1])


def _digits(number: str) -> str:
    """The ten digits; some programs put the century before them."""
    return "".join(letter for letter in number if letter.isdigit())[-10:]


def ledger_and_chart_stand_together(case: Case) -> Iterator[Finding]:
    """A ledger is of use with a chart of accounts only, and the chart with a ledger."""
    rows = case.underlag.of(AccountRow)
    if not rows:
        yield from (LEDGER_UNUSED.found(each.place, file=capital_first(each.called)) for each in case.ledger.ledgers)
    elif not case.ledger.ledgers:
        yield ACCOUNTS_WITHOUT_LEDGER.found(rows[0].place)


def balances_open_as_the_last_year_closed(case: Case) -> Iterator[Finding]:
    """An account opens with what last year's ledger closes with (4 kap. 4 § 6 LKBR); within a file its reader sees.

    Equity takes over the result when the year begins: its sum is held against the report's.
    """
    pairs = permutations(case.ledger.ledgers, 2)
    yield from grouped(each for ledger, before in pairs for each in _opened_otherwise(ledger, before))


def _opened_otherwise(ledger: Ledger, before: Ledger) -> Iterator[Finding]:
    for row in ledger.rows:
        opening = row.amounts.get(Measured.OPENING)
        if opening is None or row.objects or is_equity(row.account):
            continue
        for last in before.of(row.account, row.year - 1):
            closing = last.amounts.get(Measured.CLOSING)
            if closing is not None and not last.objects and abs(closing - opening) > ledger.half + before.half:
                account = f"{row.account} {row.name}".rstrip()
                values = {"account": account, "opening": opening, "closing": closing}
                places = row.place(Measured.OPENING), last.place(Measured.CLOSING)
                yield ACCOUNT_OPENING_DIFFERS.found(*places, **values, difference=opening - closing)


def what_is_left_out_has_a_reason(case: Case) -> Iterator[Finding]:
    """An account that is not counted has a reason, for whoever looks for its amount."""
    left_out = (each for each in case.underlag.of(AccountRow) if each.row.use == LEFT_OUT and not each.row.reason)
    yield from grouped(
        LEFT_OUT_WITHOUT_REASON.found(each.source("reason"), account=each.row.accounts) for each in left_out
    )


def what_is_left_out_is_not_missed(case: Case) -> Iterator[Finding]:
    """Where the two sides differ by just what an account has that is not counted, that is why."""
    if case.derived is None:
        return
    year = case.derived.association.year
    told: set[str] = set()
    for shown in (year, year - 1):
        gap = case.derived.figures.get(FigureId(BALANCE_DIFFERENCE, shown))
        for each in case.ledger.became if gap is not None and gap.amount else ():
            amount = each.part.amount(shown, Measured.CLOSING) or each.part.amount(shown, Measured.RESULT)
            if each.use is Use.LEFT_OUT and amount and gap and abs(amount) == abs(gap.amount) and each.says:
                values = {"account": each.part.called, "amount": amount, "day": gap.period}
                values["fitting"] = fitting(each.part, year)
                if each.part.called not in told:
                    yield LEFT_OUT_IS_MISSING.found(each.says, each.part.place, **values)
                told.add(each.part.called)


def posts_agree_with_the_ledger(case: Case) -> Iterator[Finding]:
    """A post with accounts that are only compared is what the ledger says, with those that are booked on it."""
    if case.derived is None:
        return
    year = case.derived.association.year
    posts = {each.post for each in case.ledger.became if each.use is Use.COMPARED and each.post}
    for post in sorted(posts - {EQUITY_LINE.code}):
        own = [each for each in case.ledger.became if each.post == post]
        for shown in (year, year - 1):
            figure = case.derived.figures.get(FigureId(code_of(LINES[post]), shown))
            amounts = [(each, each.amounts[shown]) for each in own if shown in each.amounts]
            if figure is None or not amounts or isinstance(figure.value, Masked):
                continue
            value = figure.value if isinstance(figure.value, Decimal) else Decimal(0)
            booked = sum((amount for _, amount in amounts), Decimal(0))
            places = [each.part.place for each, _ in amounts]
            bound = leeway(figure) + case.ledger.half * len(amounts)
            sides = Sides(Side("i rapporten", value), Side("enligt huvudboken", booked, tuple(places)), bound)
            if not sides.is_rounding:
                values = {"post": LINES[post].label, "year": shown, "typed": value, "booked": booked}
                values["accounts"] = ", ".join(dict.fromkeys(each.part.account for each, _ in amounts))
                yield POST_DIFFERS.found(*places, **values, difference=sides.difference).between(sides)


def equity_agrees_with_the_ledger(case: Case) -> Iterator[Finding]:
    """The equity that is rolled forward is what the ledger closes with, the result booked to it or not yet."""
    if case.derived is None:
        return
    year = case.derived.association.year
    own = [each for each in case.ledger.became if each.post == EQUITY_LINE.code]
    for shown in (year, year - 1):
        told = [each for each in own if shown in each.amounts]
        equity, result = (case.derived.figures.get(FigureId(code, shown)) for code in (EQUITY, NET_RESULT))
        if not told or equity is None or not isinstance(equity.value, Decimal):
            continue
        booked = sum((each.amounts[shown] for each in told), Decimal(0))
        before = result.value if result and isinstance(result.value, Decimal) else Decimal(0)
        bound = leeway(equity) + case.ledger.half * len(told)
        if min(abs(equity.value - booked), abs(equity.value - before - booked)) > bound:
            places = [each.part.place for each in told]
            sides = Sides(Side("i rapporten", equity.value), Side("enligt huvudboken", booked, tuple(places)), bound)
            values = {"when": f"vid utgången av {shown}", "typed": equity.value, "booked": booked}
            yield EQUITY_DIFFERS.found(*places, **values, difference=sides.difference).between(sides)


def contributions_have_members(case: Case) -> Iterator[Finding]:
    """Accounts that are called contributions of the members are some member's, where there is none yet.

    A finished report may show its contributions otherwise.
    """
    own = [each for each in case.ledger.became if each.use is Use.BOOKED and each.post == CONTRIBUTION_LINE.code]
    if not own or case.underlag.rows(Member) or case.state is not ReportState.IN_PROGRESS:
        return
    from generator.ledger.suggestions.parties import is_contribution  # noqa: PLC0415 - only where there is a ledger
    from generator.ledger.suggestions.suggestion import Asked  # noqa: PLC0415

    called = [each for each in own if is_contribution(Asked(each.part.account, each.part.name))]
    if called:
        accounts = list(dict.fromkeys(f"{each.part.account} {each.part.name}" for each in called))
        places = (each.says for each in called if each.says)
        yield MEMBERS_REMAIN.found(*places, accounts=f"konto {enumerated(first_of(accounts, _MOST_NAMED))}")
