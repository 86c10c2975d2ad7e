"""The one Swedish formatter: the only place where a number or a date becomes text.

U+2212 as minus, U+00A0 between thousands and before units, a decimal comma, half-up rounding, never a negative
zero. Sources: CLDR for ``sv`` (grouping, minus, comma), Myndigheternas skrivregler (no points in thousands).
"""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from generator.ground.dates import MONTHS, PartialDate

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
EN_DASH = "\u2013"

KRONOR = "kr"
SHARE = "andel"
COUNT = "antal"
POINTS = "procentenheter"
"""Units of figures; amounts may be shown in thousands or millions. Points are the difference between two shares."""

THOUSANDS = "tkr"
MILLIONS = "mnkr"
UNIT_FACTORS = {KRONOR: Decimal(1), THOUSANDS: Decimal(1000), MILLIONS: Decimal(1_000_000)}
UNIT_NAMES = {KRONOR: "Belopp i kr", THOUSANDS: "Belopp i tkr", MILLIONS: "Belopp i mnkr", COUNT: "Antal"}


def rounded(value: Decimal, decimals: int = 0) -> Decimal:
    """Round half up, away from zero: 2.5 is 3 and -2.5 is -3."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def in_unit(value: Decimal, unit: str, decimals: int = 0) -> Decimal:
    """Scale kronor to ``unit`` and round once."""
    return rounded(value / UNIT_FACTORS[unit], decimals)


def number(value: Decimal, decimals: int = 0) -> str:
    """Write a number with ``decimals`` decimals: ``−1 234,50``."""
    exact = rounded(value, decimals)
    text = f"{abs(exact):,.{decimals}f}".replace(",", NO_BREAK_SPACE).replace(".", ",")
    return f"{MINUS if exact < 0 else ''}{text}"


def exact(value: Decimal) -> str:
    """Write a number for other programs, with all its decimals, a point and no exponent: ``-1791165.00``."""
    return f"{value:f}"


def kronor(value: Decimal) -> str:
    """Write an amount for a message: whole kronor when it is whole, else with öre; always with ``kr``."""
    decimals = 0 if value == value.to_integral_value() else 2
    return f"{number(value, decimals)}{NO_BREAK_SPACE}kr"


def amount(value: Decimal, unit: str, decimals: int = 0) -> str:
    """Write an amount in kronor in another unit, with its name: ``1 235 tkr``; a share as per cent, a count bare."""
    if unit == SHARE:
        return percent(value, decimals)
    if unit == COUNT:
        return number(value, decimals)
    return f"{number(in_unit(value, unit, decimals), decimals)}{NO_BREAK_SPACE}{unit}"


def percent(value: Decimal, decimals: int = 0) -> str:
    """Write a share as per cent: 0.59 is ``59 %``."""
    return f"{number(value * 100, decimals)}{NO_BREAK_SPACE}%"


def told_amount(value: Decimal, unit: str) -> str:
    """Write an amount as a message tells it: kronor to the öre, a share with one decimal, another number as it is."""
    if unit == KRONOR:
        return kronor(value)
    if unit == SHARE:
        return percent(value, 1)
    if unit == POINTS:
        return f"{number(value * 100, 1)}{NO_BREAK_SPACE}{POINTS}"
    return number(value, 0 if value == value.to_integral_value() else 1)


def told_difference(size: Decimal, unit: str) -> str:
    """Write how much two amounts differ, as a message tells it: two shares differ by percentage points."""
    return told_amount(size, POINTS if unit == SHARE else unit)


def in_words(value: int, one: str = "en") -> str:
    """Write a count from one to twelve in words, as in running text, any other with digits; ``one`` is en or ett.

    Source: Myndigheternas skrivregler, on numbers in running text.
    """
    words = (one, "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")
    return words[value - 1] if 1 <= value <= len(words) else number(Decimal(value))


def iso_date(day: date) -> str:
    """Write a date as in a table: ``2020-12-31``."""
    return day.isoformat()


def short_date(day: date) -> str:
    """Write a date with six digits, as in narrow tables: ``201231``."""
    return f"{day:%y%m%d}"


def long_date(day: date) -> str:
    """Write a date as in running text: ``5 mars 2021``."""
    return f"{day_and_month(day)}{NO_BREAK_SPACE}{day.year}"


def day_and_month(day: date) -> str:
    """Write a date within a year that is known: ``5 mars``."""
    return f"{day.day}{NO_BREAK_SPACE}{MONTHS[day.month - 1]}"


def partial_date(day: PartialDate, *, with_year: bool = True) -> str:
    """Write a date as far as it is known: ``5 mars 2021``, ``mars 2021`` or ``2021``."""
    if day.month is None:
        return str(day.year)
    written = day_and_month(day.first) if day.day else MONTHS[day.month - 1]
    return f"{written}{NO_BREAK_SPACE}{day.year}" if with_year else written


def span(start: PartialDate | None, end: PartialDate | None) -> str:
    """Write a period that may be open: ``1 januari–31 mars 2020``, ``2013–30 juni 2021``, ``från 2013``."""
    if start is None or end is None:
        known = start or end
        word = "från" if start else "till och med"
        return f"{word}{NO_BREAK_SPACE}{partial_date(known)}" if known else ""
    if start == end:
        return partial_date(start)
    told = start.month is None or end.month is None or start.year != end.year
    return f"{partial_date(start, with_year=told)}{EN_DASH}{partial_date(end)}"


def short_span(start: PartialDate | None, end: PartialDate | None) -> str:
    """Write a period with dates as in a table's head: ``2020-01-01–2022-12-31``, ``2013–2021-06-30``, ``2020–``."""
    return f"{iso_partial(start)}{EN_DASH}{iso_partial(end)}" if start or end else ""


def iso_partial(day: PartialDate | None) -> str:
    """Write a date as far as it is known, with digits: ``2021-06-30``, ``2021-06`` or ``2021``."""
    if day is None:
        return ""
    return day.first.isoformat()[: 10 if day.day else 7 if day.month else 4]


def capital_first(text: str) -> str:
    """Begin a text with a capital letter, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def small_first(text: str) -> str:
    """Begin a text with a small letter, and leave the rest as it is: a name of the association's own stays one."""
    return text[:1].lower() + text[1:]


def enumerated(words: Sequence[str], last: str = "och") -> str:
    """Put words in a row: ``a, b och c``; ``last`` is the word before the last of them."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def so_many(count: int, one: str, many: str) -> str:
    """Say how many there are of something: ``1 rad``, ``3 rader``."""
    return f"{count} {one if count == 1 else many}"


def first_of(words: Sequence[str], most: int) -> list[str]:
    """Keep the first of many words, with how many more there are: ``a``, ``b``, ``3 till``."""
    return [*words[:most], *([f"{len(words) - most} till"] if len(words) > most else [])]
