"""Numbers that identify: the check digit of an organisation number, and what looks like a personal number."""

import re
from datetime import date

from generator.ground.names import plain

_ORGANISATION_NUMBER = re.compile(r"(?:16)?(\d{6})-?(\d{4})")
_PERSONAL_NUMBER = re.compile(r"(?<![\d\-])(?:(19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4}))(?![\d\-])")
_COORDINATION = 60
"""What is added to the day in a coordination number (*samordningsnummer*)."""


def luhn_holds(digits: str) -> bool:
    """Whether the last digit is the check digit (modulus 10) of the others."""
    doubled = [int(digit) * (2 if index % 2 == 0 else 1) for index, digit in enumerate(digits)]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def organisation_number(text: str) -> str | None:
    """The ten digits of an organisation number; None when the text has not its form.

    Authorities' systems put 16 before it, where a personal number has its century.
    """
    match = _ORGANISATION_NUMBER.fullmatch("".join(plain(text).split()))
    return match[1] + match[2] if match else None


def holds_personal_number(text: str) -> bool:
    """Whether a text holds a number with a possible birth date and a right check digit.

    A number that begins with 07 is left out: one mobile number in 190 passes both tests.
    """
    for match in _PERSONAL_NUMBER.finditer(plain(text)):
        _, year, month, day, last = match.groups()
        if match[0].startswith("07"):
            continue
        if _is_date(int(year), int(month), int(day)) and luhn_holds(year + month + day + last):
            return True
    return False


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(2000 + year, month, day - _COORDINATION if day > _COORDINATION else day)
    except ValueError:
        return False
    return True
