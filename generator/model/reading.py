"""Reading a typed value: lenient where one meaning is possible, refusing where two are.

Every function takes what the reader found in the cell and gives a clean value, or raises the error of a
rule (see ``model.refused``); its Swedish text is written later.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.cell_formats.show import as_decimal
from generator.ground.dates import PartialDate
from generator.ground.formatting import UNIT_FACTORS, enumerated
from generator.ground.money_words import IN_WORDS, UNIT_OF
from generator.ground.names import Name, clean, folded, is_nothing, nearest, plain
from generator.model.messages import (
    AMOUNT_AMBIGUOUS,
    AMOUNT_IS_DATE,
    AMOUNT_IS_TIME,
    AMOUNT_NOT_A_NUMBER,
    AMOUNT_OTHER_UNIT,
    AMOUNT_TOO_LARGE,
    AMOUNT_TOO_MANY_DECIMALS,
    CELL_ERROR_VALUE,
    CELL_MERGED,
    CELL_NEVER_CALCULATED,
    CHOICE_UNKNOWN,
    DATE_AMBIGUOUS,
    DATE_NOT_A_DATE,
    DATE_WITH_TIME,
    NUMBER_NOT_WHOLE,
    PARTIAL_DATE_UNCLEAR,
    TOTAL_TYPED,
    YEAR_IS_DATE,
    YEAR_NOT_A_YEAR,
    YES_NO_UNCLEAR,
)
from generator.model.refused import broken_rule, refuse
from generator.model.shown_moments import as_partial
from generator.model.values import CoveredByMerge, ErrorValue, Formatted, NeverCalculated, shown

CURRENCY = re.compile(rf"(?i)\s*({'|'.join(map(re.escape, UNIT_OF))})$")
"""A unit of money behind a number."""
_GROUPED = re.compile(r"\d{1,3}([ ]\d{3})+", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_WITH_COLON = re.compile(r"(?<=\d):(?=\d\d\)?-?$)", re.ASCII)
AMBIGUOUS = re.compile(r"\d{1,3}([.,])\d{3}", re.ASCII)
_DOTTED_GROUPS = re.compile(r"\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3}){2,}", re.ASCII)
_TOTAL = re.compile(r"(del)?summ(a|or|ering)\b|total(t|er|a|summa)?\b|s:a\b")

_UNREADABLE = (CELL_ERROR_VALUE, CELL_MERGED, CELL_NEVER_CALCULATED)
"""What no column can hold."""

_FEW_CHOICES = 6
LARGEST_AMOUNT = Decimal(10) ** 12

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"),
            ("februari", "feb"),
            ("mars", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("augusti", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
_WRITTEN_DATE = re.compile(r"(?:den )?(\d{1,2}) ([a-zåäö]+)\.? (\d{4})")
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_DIGITS_DATE = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_SLASHED_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/. ](\d{4})", re.ASCII)
_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_ISO_MONTH = re.compile(rf"({_YEAR.pattern})[-/.](0?[1-9]|1[0-2])", re.ASCII)
_WRITTEN_MONTH = re.compile(rf"([a-zåäö]+)\.? ({_YEAR.pattern})")


def _readable(raw: object) -> object:
    """Refuse what no column can hold, whatever its kind."""
    if isinstance(raw, ErrorValue):
        raise refuse(CELL_ERROR_VALUE)
    if isinstance(raw, NeverCalculated):
        raise refuse(CELL_NEVER_CALCULATED)
    if isinstance(raw, CoveredByMerge):
        raise refuse(CELL_MERGED, area=raw.area)
    return raw


def value_in(raw: object) -> object:
    """The value of a cell, without what its format makes of it; a text as the cell shows it."""
    raw = _readable(raw)
    if isinstance(raw, Formatted):
        return str(raw) if isinstance(raw.value, str) else raw.value
    return raw


def _whole_part(text: str) -> str | None:
    """The digits of a whole number that may be grouped by spaces or twice by points; None if it is none."""
    if _DIGITS.fullmatch(text):
        return text
    if _GROUPED.fullmatch(text):
        return text.replace(" ", "")
    if _DOTTED_GROUPS.fullmatch(text):
        return text.replace(".", "").replace(",", "")
    return None


def number_from_text(typed: str, unit: Decimal = Decimal(1)) -> Decimal | None:
    """Read a number as Swedes type it; None when nothing stands there.

    Understood: ``1 234,50``, ``1234.50``, ``1.234,50``, ``1,234.50``, ``1.234.567``, U+2212 and other dashes,
    ``(405)``, ``405-``, ``+14``, ``unit`` behind. Prices end as ``405:-`` or ``405,-``, or are written ``405:50``.
    Refused: ``1.234`` and ``1,234``, which have two meanings, and another unit than ``unit`` (in kronor) behind.
    The number keeps the decimals that were typed.

    Raises:
        PydanticCustomError: ``amount_ambiguous``, ``amount_other_unit`` or ``amount_not_a_number``.

    """
    text = plain(typed)
    if is_nothing(text):
        return None
    said = None
    if match := CURRENCY.search(text):
        said, text = UNIT_FACTORS[UNIT_OF[match[1].casefold()]], text[: match.start()]
    text = _WITH_COLON.sub(",", text.strip())
    negative = False
    if text.startswith("(") and text.endswith(")"):
        negative, text = True, text[1:-1].strip()
    elif text.startswith(("-", "+")):
        negative, text = text[0] == "-", text[1:].strip()
    elif text.endswith("-"):
        negative, text = True, text[:-1].strip()
    if AMBIGUOUS.fullmatch(text) and not text.startswith("0"):
        sign = "\u2212" if negative else ""
        thousands = sign + text.replace(".", " ").replace(",", " ")
        raise refuse(AMOUNT_AMBIGUOUS, thousands=thousands, decimal=sign + text.replace(".", ","))
    cut = max(text.rfind("."), text.rfind(","))
    whole = _whole_part(text)
    decimals = ""
    if whole is None and cut >= 0 and _DIGITS.fullmatch(text[cut + 1 :]):
        other = "," if text[cut] == "." else "."
        front = text[:cut]
        whole = _whole_part(front.replace(other, " ")) if text[cut] not in front else None
        decimals = text[cut + 1 :]
    if whole is None:
        raise refuse(AMOUNT_NOT_A_NUMBER)
    if said not in {None, unit}:
        raise refuse(AMOUNT_OTHER_UNIT, said=IN_WORDS[said], unit=IN_WORDS[unit])
    value = Decimal(f"{whole}.{decimals}" if decimals else whole)
    return -value if negative else value


def number_of(raw: object, unit: Decimal = Decimal(1)) -> Decimal | None:
    """Read a finite number, None for nothing; what a cell can hold besides (a time, an infinite number) is refused."""
    raw = value_in(raw)
    if isinstance(raw, date):
        raise refuse(AMOUNT_IS_DATE)
    if isinstance(raw, time | timedelta):
        raise refuse(AMOUNT_IS_TIME)
    if isinstance(raw, str):
        return number_from_text(raw, unit)
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
        raise refuse(AMOUNT_NOT_A_NUMBER)
    value = as_decimal(raw)
    if value.is_nan():
        raise refuse(AMOUNT_NOT_A_NUMBER)
    if value.is_infinite():
        raise refuse(AMOUNT_TOO_LARGE)
    return value


def amount_of(raw: object, unit: Decimal = Decimal(1)) -> Decimal | None:
    """Read an amount typed in ``unit`` kronor and give kronor, to the öre."""
    value = number_of(raw, unit)
    if value is None:
        return None
    kronor = value * unit
    # The size first: a number of more digits than Decimal works with cannot be rounded.
    if abs(kronor) >= LARGEST_AMOUNT:
        raise refuse(AMOUNT_TOO_LARGE)
    if kronor != kronor.quantize(Decimal("0.01")):
        raise refuse(AMOUNT_TOO_MANY_DECIMALS)
    return kronor.quantize(Decimal("0.01"))


def whole_of(raw: object) -> int | None:
    """Read a whole number."""
    try:
        value = number_of(raw)
    except PydanticCustomError as error:
        raise error if broken_rule(error) in _UNREADABLE else refuse(NUMBER_NOT_WHOLE) from None
    if value is None:
        return None
    if abs(value) >= LARGEST_AMOUNT or value != value.to_integral_value():
        raise refuse(NUMBER_NOT_WHOLE)
    return int(value)


def year_of(raw: object) -> int:
    """Read a year between 1990 and 2100."""
    first, last = 1990, 2100
    if isinstance(raw, Formatted) and _YEAR.fullmatch(str(raw)):
        raw = str(raw)
    if isinstance(value_in(raw), date):
        raise refuse(YEAR_IS_DATE)
    try:
        value = whole_of(raw)
    except PydanticCustomError as error:
        if broken_rule(error) in _UNREADABLE:
            raise
        raise refuse(YEAR_NOT_A_YEAR) from None
    if value is None or not first <= value <= last:
        raise refuse(YEAR_NOT_A_YEAR)
    return value


def date_of(raw: object) -> date:
    """Read a date: a date cell, ``2021-03-05``, ``20210305``, ``5 mars 2021`` or ``25/3 2021``.

    ``5/3 2021`` has two meanings, March and May, and is refused.
    """
    raw = value_in(raw)
    if isinstance(raw, datetime):
        if (raw.hour, raw.minute, raw.second, raw.microsecond) != (0, 0, 0, 0):
            raise refuse(DATE_WITH_TIME)
        return raw.date()
    if isinstance(raw, date):
        return raw
    return _date_from_text(folded(text_of(raw)))


def _date_from_text(text: str) -> date:
    if match := _ISO_DATE.fullmatch(text) or _DIGITS_DATE.fullmatch(text):
        found = _day(int(match[1]), int(match[2]), int(match[3]))
    elif match := _WRITTEN_DATE.fullmatch(text):
        found = _day(int(match[3]), MONTHS.get(match[2], 0), int(match[1]))
    elif match := _SLASHED_DATE.fullmatch(text):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        found, other = _day(year, second, first), _day(year, first, second)
        if found and other and found != other:
            raise refuse(DATE_AMBIGUOUS, first=found.isoformat(), second=other.isoformat())
        found = found or other
    else:
        found = None
    if found is None:
        raise refuse(DATE_NOT_A_DATE)
    return found


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def partial_date_of(raw: object) -> PartialDate:
    """Read a date, or a month or year alone: ``2021-06-30``, ``2021-06``, ``juni 2021`` or ``2021``."""
    if isinstance(raw, Formatted) and (part := as_partial(raw)):
        return part
    raw = value_in(raw)
    text = "" if isinstance(raw, date) else folded(text_of(raw))
    if _YEAR.fullmatch(text):
        return PartialDate(int(text))
    if match := _ISO_MONTH.fullmatch(text):
        return PartialDate(int(match[1]), int(match[2]))
    if (match := _WRITTEN_MONTH.fullmatch(text)) and match[1] in MONTHS:
        return PartialDate(int(match[2]), MONTHS[match[1]])
    try:
        day = date_of(raw)
    except PydanticCustomError as error:
        raise (refuse(PARTIAL_DATE_UNCLEAR) if broken_rule(error) is DATE_NOT_A_DATE else error) from None
    return PartialDate(day.year, day.month, day.day)


def text_of(raw: object) -> str:
    """Read a text; a number becomes its digits, as in ``Not 4`` typed as 4."""
    raw = _readable(raw)
    return clean(shown(raw))


_YES = {"ja", "j", "x", "sant", "yes", "y", "1"}
_NO = {"nej", "n", "falskt", "no", "0"}


def yes_no_of(raw: object) -> bool:
    """Read ja or nej in its usual spellings."""
    text = folded(text_of(raw))
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise refuse(YES_NO_UNCLEAR)


def choice_of(raw: object, spellings: Mapping[Name, str], choices: tuple[str, ...]) -> str:
    """Read one of ``choices``; ``spellings`` maps the accepted spellings to them."""
    text = text_of(raw)
    if Name(text) in spellings:
        return spellings[Name(text)]
    if is_total(text):
        raise refuse(TOTAL_TYPED)
    raise refuse(CHOICE_UNKNOWN, choices=_listed(choices), nearest=nearest(text, choices))


def _listed(choices: tuple[str, ...]) -> str:
    """Name the choices in a sentence; many of them are better seen in the cell's own list."""
    if len(choices) > _FEW_CHOICES:
        return "i listan som öppnas i cellen"
    return enumerated(choices, "eller")


def is_total(text: str) -> bool:
    """Whether a label says that its row is a total, which is never typed."""
    return _TOTAL.match(folded(text)) is not None
