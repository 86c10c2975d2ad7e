"""What a cell shows of a value by its number format."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from generator.cell_formats.moments import moment_text
from generator.cell_formats.numbers import as_general, number_text
from generator.cell_formats.sections import Mark, Section, section_for, section_for_text, sections_of
from generator.ground.formatting import NO_BREAK_SPACE

_BLANKS_BEFORE_PER_CENT = re.compile(r"\s+%")
_DIGITS = 15
_LARGEST = 308
"""The exponent of the largest number that a spreadsheet has."""


def shown_text(value: str | float | Decimal | datetime | date | time | timedelta, code: str) -> str:
    """Write what a Swedish Excel shows of a value in a cell with the format ``code``, however narrow the cell is.

    A comma before decimals, no-break spaces between thousands, months in Swedish; a blank as wide as a letter is a
    space, and what fills a cell out is nothing. Blanks at the ends are left out.
    """
    if isinstance(value, str):
        return _text(value, code)
    if isinstance(value, datetime | date | time | timedelta):
        return moment_text(value, sections_of(code)[0]).strip()
    number = as_decimal(value)
    if not code or not number.is_finite() or number.adjusted() > _LARGEST:
        return as_general(number)
    section, without_minus = section_for(code, number)
    if section.is_number:
        text = _BLANKS_BEFORE_PER_CENT.sub(f"{NO_BREAK_SPACE}%", number_text(abs(number), section))
        minus = "-" if number < 0 and not without_minus and any(map(str.isdecimal, text.strip("0,"))) else ""
        return f"{minus}{text.strip()}"
    return _words(section, as_general(number))


def as_decimal(value: float | Decimal) -> Decimal:
    """Give the number that a spreadsheet has: 15 digits, the rest is the binary form's own."""
    return Decimal(f"{value:.{_DIGITS}g}") if isinstance(value, float) else Decimal(value)


def _text(value: str, code: str) -> str:
    section = section_for_text(code)
    return value if section is None else _words(section, value)


def _words(section: Section, value: str) -> str:
    """What a section without digits shows: its words, with the cell's text where it asks for it."""
    shown = {Mark.TEXT: value, Mark.GENERAL: value, Mark.BLANK: " "}
    return "".join(shown.get(part.mark, part.text if part.mark is Mark.WORDS else "") for part in section.parts).strip()
