"""Which calendar year each financial year of a SIE file ends in."""

from collections import Counter

from generator.ledger.sie.book import Book
from generator.ledger.sie.fields import day_in


def calendar_years(book: Book) -> dict[int, int]:
    """The calendar year of each year number that the file says anything of, the latest first; empty: none is known.

    A year that no ``#RAR`` tells is reckoned from one that is told, else from the day that the balances are of or from
    the verifications. Of two that end in one calendar year, the later one keeps it.
    """
    numbers = {0, *(key.year for key in book.balances), *(period.year for period in book.periods), *book.years}
    known = {number: years.end.year for number, years in book.years.items()} or _otherwise(book)
    if not known:
        return {}
    found: dict[int, int] = {}
    for number in sorted(numbers, reverse=True):
        nearest = min(known, key=lambda each: (abs(each - number), -each))
        year = known[nearest] + number - nearest
        if year not in found.values() and year > 0:
            found[number] = year
    return found


def _otherwise(book: Book) -> dict[int, int]:
    """The calendar year of the file's year 0, where no ``#RAR`` says it; nothing where it is not known."""
    if until := day_in(book.said_once("OMFATTN")):
        return {0: until.year}
    months = (period.month[:4] for period in book.periods if period.year == 0)
    years = Counter(each.day.year for each in book.verifications if each.day)
    years.update(int(year) for year in months if year.isdecimal())
    return {0: years.most_common(1)[0][0]} if years else {}
