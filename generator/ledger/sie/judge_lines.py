"""What is wrong on single lines of a SIE file: what cannot be read, stands twice or outside its place."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from generator.findings.finding import Finding
from generator.ground.formatting import iso_date, kronor
from generator.ground.formatting import number as as_text
from generator.ground.source import Source
from generator.ledger.sie.book import Book, Trouble, Verification
from generator.ledger.sie.fields import day_in
from generator.ledger.sie.messages import (
    SIE_ACCOUNT_KEY,
    SIE_AMOUNT,
    SIE_BRACES,
    SIE_CUT,
    SIE_EMPTY,
    SIE_LOOSE,
    SIE_NAMELESS,
    SIE_NO_VERIFICATIONS,
    SIE_OUTSIDE,
    SIE_RECKONED,
    SIE_REPEATED,
    SIE_SHORT,
    SIE_TWICE,
    SIE_TWO_YEARS,
    SIE_UNTIL,
    SIE_VERIFICATION,
    SIE_YEAR_NUMBER,
    SIE_YEAR_RECKONED,
    SIE_YEARS_APART,
    SIE_YEARS_REVERSED,
)
from generator.ledger.sie.sums import Sums

_OF_A_LINE = {
    "braces": SIE_BRACES,
    "short": SIE_SHORT,
    "amount": SIE_AMOUNT,
    "year": SIE_YEAR_NUMBER,
    "twice": SIE_TWICE,
    "repeated": SIE_REPEATED,
    "loose": SIE_LOOSE,
}


def judge_lines(sums: Sums, years: dict[int, int], place: Source) -> Iterator[Finding]:
    """What is wrong line by line; ``years`` are the calendar years by their numbers."""
    book = sums.book
    for trouble in book.troubles:
        yield _trouble(trouble, place)
    if not (book.balances or book.periods or book.verifications or book.loose):
        yield SIE_EMPTY.found(place, name=place.file)
    elif book.said_once("SIETYP") == "4" and not (book.verifications or book.loose):
        yield SIE_NO_VERIFICATIONS.found(replace(place, row=book.lines_of["SIETYP"]), name=place.file)
    yield from _reckoned(sums, place)
    yield from _years(book, years, place)
    yield from _order(book, place)
    yield from _until(book, place)
    yield from _accounts(book, place)
    for verification in book.verifications:
        yield from _verification(sums, verification, place)


def _trouble(trouble: Trouble, place: Source) -> Finding:
    at = replace(place, row=trouble.line)
    if trouble.what == "cut":
        return SIE_CUT.found(at, name=place.file, what=trouble.found)
    account = f" konto {trouble.account}" if trouble.account and trouble.what != "loose" else trouble.account
    return _OF_A_LINE[trouble.what].found(
        at,
        label=trouble.label,
        account=account,
        found=trouble.found,
        value=kronor(trouble.value),
        first=kronor(trouble.first.value) if trouble.first else "",
        line=trouble.first.line if trouble.first else 0,
    )


def _reckoned(sums: Sums, place: Source) -> Iterator[Finding]:
    """What is reckoned from the verifications, where the file has them but not what they lead to."""
    book = sums.book
    if not sums.booked:
        return
    if not book.has("RES", 0):
        instead = "resultatkontona är summerade ur verifikationerna."
        yield SIE_RECKONED.found(place, missing="resultat (#RES)", instead=instead)
    if not book.has("UB", 0):
        from_openings = "balanskontona är ingående balans och verifikationer tillsammans."
        instead = from_openings if book.has("IB", 0) else "balanskontona har inget saldo."
        yield SIE_RECKONED.found(place, missing="utgående balanser (#UB)", instead=instead)


def _years(book: Book, years: dict[int, int], place: Source) -> Iterator[Finding]:
    used = {key.year for key in book.balances} | {period.year for period in book.periods}
    for number in sorted(used | {0}, reverse=True):
        if number not in years:
            ends = book.years[number].end.year if number in book.years else ""
            at = replace(place, row=book.lines_of.get(f"RAR {number}", 0))
            yield SIE_TWO_YEARS.found(at, number=number, year=ends)
        elif number not in book.years:
            at = replace(place, row=book.lines_of.get(f"RAR {number}", 0))
            yield SIE_YEAR_RECKONED.found(at, number=number, year=years[number])


def _order(book: Book, place: Source) -> Iterator[Finding]:
    """Financial years of which the one before does not end the day before."""
    for number, year in sorted(book.years.items(), reverse=True):
        before = book.years.get(number - 1)
        if before is None or before.end.year == year.end.year or year.start == before.end + timedelta(days=1):
            continue  # two that end in one year are told by themselves
        at, line = replace(place, row=book.lines_of[f"RAR {number}"]), book.lines_of[f"RAR {number - 1}"]
        places = (at, replace(place, row=line))
        values = {"number": number, "before": as_text(Decimal(number - 1)), "line": line}
        if before.end > year.end:
            end, later = iso_date(year.end), iso_date(before.end)
            yield SIE_YEARS_REVERSED.found(*places, **values, end=end, later=later)
        else:
            start, end = iso_date(year.start), iso_date(before.end)
            yield SIE_YEARS_APART.found(*places, **values, start=start, end=end)


def _until(book: Book, place: Source) -> Iterator[Finding]:
    """Balances of an earlier day than the year's last; a day of no year in the file is one that nobody has chosen."""
    until, year = day_in(book.said_once("OMFATTN")), book.years.get(0)
    if until and year and min(each.start for each in book.years.values()) <= until < year.end:
        at = replace(place, row=book.lines_of["OMFATTN"])
        yield SIE_UNTIL.found(at, until=iso_date(until), end=iso_date(year.end))


def _accounts(book: Book, place: Source) -> Iterator[Finding]:
    for account, line in book.first_lines().items():
        at = replace(place, row=line)
        if not (account.isascii() and account.isdigit()):
            yield SIE_ACCOUNT_KEY.found(at, account=account)
        if not book.names.get(account):
            yield SIE_NAMELESS.found(at, account=account)


def _verification(sums: Sums, verification: Verification, place: Source) -> Iterator[Finding]:
    difference, year = sum(each.value for each in verification.transactions), sums.book.years.get(0)
    at = replace(place, row=verification.line)
    if difference and verification.line not in sums.book.damaged:
        yield SIE_VERIFICATION.found(at, called=_called(verification), difference=kronor(abs(difference)))
    if year and sums.book.is_outside(verification):
        yield SIE_OUTSIDE.found(
            at,
            called=_called(verification),
            start=iso_date(year.start),
            end=iso_date(year.end),
            counted="Den räknas med." if sums.counts_outside else "Den räknas inte med, för utan den stämmer kontona.",
        )


def _called(verification: Verification) -> str:
    """What a verification is called: ``A 12 den 2025-03-01``; its line where it has no number."""
    day = f"den {iso_date(verification.day)}" if verification.day else ""
    number = verification.number if verification.number != "0" else ""
    return " ".join(filter(None, (verification.series, number, day))) or f"på rad {verification.line}"
