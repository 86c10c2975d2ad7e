"""A SIE file's bytes into a Ledger, and what is wrong in the file by itself."""

from generator.findings.finding import Finding
from generator.findings.limits import too_much
from generator.findings.order import in_workbook_order
from generator.ground.limits import SIE_BYTES, SIE_LINES
from generator.ground.source import Source
from generator.ledger.row import Ledger
from generator.ledger.sie.book import Book
from generator.ledger.sie.decode import decoded
from generator.ledger.sie.grouped import grouped
from generator.ledger.sie.judge_lines import judge_lines
from generator.ledger.sie.judge_sums import judge_sums
from generator.ledger.sie.messages import SIE_NO_YEAR, SIE_NOT_SIE
from generator.ledger.sie.records import read_records
from generator.ledger.sie.rows import Amounts, amounts, rows
from generator.ledger.sie.years import calendar_years


def read_sie(data: bytes, place: Source) -> tuple[Ledger | None, list[Finding]]:
    """Read a SIE file of type 1, 2, 3, 4E or 4I; ``place`` is the file. None where nothing can be read of it.

    The type that the file says it is decides nothing: what is there is read.
    """
    for limit, count in ((SIE_BYTES, len(data)), (SIE_LINES, data.count(b"\n") + data.count(b"\r"))):
        if count > limit.most:
            return None, [too_much(limit, count, place)]
    book = read_records(decoded(data))
    if not book.is_sie:
        return None, [SIE_NOT_SIE.found(place, name=place.file)]
    years = calendar_years(book)
    if not years:
        return None, [SIE_NO_YEAR.found(place, name=place.file)]
    found = amounts(book)
    wrong = grouped((*judge_lines(book, years, place), *judge_sums(book, found, years, place)))
    return _ledger(book, found, years, place), in_workbook_order(wrong)


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
    )
