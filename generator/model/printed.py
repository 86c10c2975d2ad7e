"""The Printed amount: a number as it stands in a printed report, with the unit and the decimals that it has there.

What was rounded away in print cannot be known, so the last digit decides how exactly the number can be compared.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.ground.formatting import COUNT, MILLIONS
from generator.ground.money_words import SPELLINGS
from generator.ground.names import plain
from generator.model.messages import AMOUNT_TOO_LARGE
from generator.model.reading import LARGEST_AMOUNT, number_of, text_of
from generator.model.refused import refuse
from generator.model.values import Formatted

PER_CENT = "%"
_SPELLINGS = {
    **SPELLINGS,
    MILLIONS: (*SPELLINGS[MILLIONS], "miljoner"),
    PER_CENT: ("%", "procent"),
    COUNT: ("st", "st.", "antal", "personer"),
}
UNIT_SPELLINGS = tuple((spelling, unit) for unit, spellings in _SPELLINGS.items() for spelling in spellings)
_LONGEST_FIRST = sorted((re.escape(spelling) for spelling, _ in UNIT_SPELLINGS), key=len, reverse=True)
_UNIT = re.compile(rf"(?i)(?<=[\d)\s-])\s*({'|'.join(_LONGEST_FIRST)})$")
_THREE_DECIMALS = re.compile(r"[^,.]*[,.]\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed number: ``number`` with its decimals as typed, ``unit`` empty where none was typed with it.

    ``text`` is what stood in the cell. ``from_number``: it was no text, so that a per cent cell may hold a fraction.
    """

    text: str
    number: Decimal
    unit: str = ""
    from_number: bool = False

    def __str__(self) -> str:
        """Give what was typed."""
        return self.text


def printed_of(raw: object) -> Printed | None:
    """Read an amount as printed: ``2,5 mnkr``, ``59 %``, ``−3 971``, or a number; None when nothing stands there.

    ``1,234`` has two meanings, except in millions and per cent, which nobody prints with three groups of digits.

    Raises:
        PydanticCustomError: as ``reading.number_from_text``.

    """
    if isinstance(raw, Formatted) and not isinstance(raw.value, date):
        raw = str(raw)
    typed = text_of(raw)
    unit, rest = "", plain(typed)
    if isinstance(raw, str) and (match := _UNIT.search(rest)):
        unit = dict(UNIT_SPELLINGS)[match[1].lower()]
        rest = rest[: match.start()]
        if unit in {MILLIONS, PER_CENT} and _THREE_DECIMALS.fullmatch(rest.strip()):
            return _with_three_decimals(typed, rest.strip(), unit)
    number = number_of(rest if isinstance(raw, str) else raw)
    if number is None:
        return None
    return _bounded(Printed(typed, number, unit, from_number=not isinstance(raw, str)))


def _with_three_decimals(typed: str, number: str, unit: str) -> Printed | None:
    """Read a number whose comma can only be a decimal comma; a nought more makes that clear to the reader."""
    value = number_of(f"{number}0")
    return None if value is None else _bounded(Printed(typed, value.quantize(Decimal("0.001")), unit))


def _bounded(printed: Printed) -> Printed:
    if abs(printed.number) >= LARGEST_AMOUNT:
        raise refuse(AMOUNT_TOO_LARGE)
    return printed
