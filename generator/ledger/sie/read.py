"""A SIE file's bytes into a Ledger, and what is wrong in the file by itself."""

from generator.figures.figure import Span
from generator.findings.finding import Finding
from generator.findings.grouped import grouped
from generator.findings.limits import TooMuchError, hold, too_much
from generator.findings.order import in_workbook_order
from generator.ground.limits import SIE_AMOUNTS, SIE_BYTES, SIE_LINES
from generator.ground.source import Source
from generator.ledger.row import Ledger
from generator.ledger.sie.book import Book
from generator.ledger.sie.decode import decoded
from generator.ledger.sie.judge_lines import judge_lines
from generator.ledger.sie.judge_sums import judge_sums
from generator.ledger.sie.messages import SIE_NO_YEAR, SIE_NOT_SIE
from generator.ledger.sie.records import read_records
from generator.ledger.sie.rows import Amounts, amounts, rows
from generator.ledger.sie.sums import Sums
from generator.ledger.sie.years import calendar_years


def read_sie(data: bytes, place: Source) -> tuple[Ledger | None, list[Finding]]:
    """Read a SIE file of type 1, 2, 3, 4E or 4I; ``place`` is the file. None where nothing can be read of it.

    The type that the file says it is decides nothing: what is there is read.
    """
    try:
        book = _book(data, place)
    except TooMuchError as error:
        return None, [error.finding]
    if not book.is_sie:
        return None, [SIE_NOT_SIE.found(place, name=place.file)]
    years = calendar_years(book)
    if not years:
        return None, [SIE_NO_YEAR.found(place, name=place.file)]
    sums = Sums(book)
    found = amounts(sums)
    if len(found) > SIE_AMOUNTS.most:
        return None, [too_much(SIE_AMOUNTS, len(found), place)]
    wrong = grouped((*judge_lines(sums, years, place), *judge_sums(sums, found, years, place)))
    return _ledger(book, found, years, place), in_workbook_order(wrong)


def _book(data: bytes, place: Source) -> Book:
    """The file's records.

    Raises:
        TooMuchError: there is more of it than is read.

    """
    hold(SIE_BYTES, len(data), place)
    hold(SIE_LINES, max(data.count(b"\n"), data.count(b"\r")), place)
    return read_records(decoded(data), place)


def _ledger(book: Book, amounts: Amounts, years: dict[int, int], place: Source) -> Ledger:
    found = tuple(rows(book, amounts, years, place))
    said = {row.year for row in found}
    return Ledger(
        place,
        found,
        {account: name for account, name in book.names.items() if name},
        tuple(sorted(said, reverse=True)),
        organisation_number=book.said_once("ORGNR"),
        company=book.said_once("FNAMN"),
        program=" ".join(filter(None, book.head.get("PROGRAM", ())[:2])),
        chart=book.said_once("KPTYP"),
        days={years[number]: Span(*days) for number, days in book.years.items() if number in years},
    )
