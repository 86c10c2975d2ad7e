"""A cell as the file holds it, made into the value that stood there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.model.values import ErrorValue, NeverCalculated, RawValue
from generator.workbook.moments import EPOCH, duration, from_iso, from_serial
from generator.workbook.number_formats import NumberFormat
from generator.workbook.package import tags
from generator.workbook.strings import decoded, text_of, unless_blank

_VALUE, _FORMULA, _INLINE = tags("v"), tags("f"), tags("is")
_GENERAL = NumberFormat()
_LETTERS = 26
_LAST_COLUMN_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Shared:
    """What the cells of all tabs refer to by number: texts, None for a blank one, and formats; and dates' first day."""

    strings: Sequence[str | None] = ()
    formats: Sequence[NumberFormat] = ()
    epoch: datetime = EPOCH
    styles: dict[str, NumberFormat] = field(default_factory=dict)
    """The formats by what cells call them, as they have been looked up."""
    used: dict[int, str | None] = field(default_factory=dict)
    """The texts that have been looked up."""


class Filled(NamedTuple):
    """A cell that holds something; ``format`` is the code of its number format, empty for *General*."""

    row: int
    column: int
    value: RawValue
    format: str


def row_number(row: Element, before: int) -> int:
    """The number of a row; one that has none follows the row ``before``."""
    number = row.get("r")
    return int(float(number)) if number else before + 1


def filled_cells(row: Element, number: int, shared: Shared) -> Iterator[Filled]:
    """The cells of a row that hold something. A cell that does not say where it stands follows the one before it."""
    column, of_row = 0, str(number)
    digits = len(of_row)
    for cell in row:
        place = cell.get("r", "")
        if place.endswith(of_row) and (letters := place[:-digits]).isalpha():  # as nearly all are
            at_row, column = number, _column(letters)
        else:
            at_row, column = place_of(place) if place else (number, column + 1)
        if at_row < 1:  # what stands nowhere would be read and never be seen
            raise ValueError(place)
        if len(cell):
            shown_by = _format(cell, shared)
            value = _value(cell, shown_by, shared)
            if value is not None:
                yield Filled(at_row, column, value, shown_by.code)


def place_of(name: str) -> tuple[int, int]:
    """The row and column of a cell's name: ``C14`` is (14, 3). Raises ``ValueError`` where it names none."""
    letters = name.rstrip("0123456789")
    return int(name[len(letters) :]), _column(letters)


@lru_cache
def _column(letters: str) -> int:
    if not (letters.isascii() and letters.isalpha() and len(letters) <= _LAST_COLUMN_LETTERS):
        raise ValueError(letters)
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def _format(cell: Element, shared: Shared) -> NumberFormat:
    style = cell.get("s", "0")
    found = shared.styles.get(style)
    if found is None:
        found = shared.styles[style] = _format_of(style, shared)
    return found


def _format_of(style: str, shared: Shared) -> NumberFormat:
    number = int(style) if style.isdecimal() else len(shared.formats)
    return shared.formats[number] if number < len(shared.formats) else _GENERAL


def _value(cell: Element, shown_by: NumberFormat, shared: Shared) -> RawValue | None:
    """What stands in a cell; None for nothing, or only blanks."""
    if len(cell) == 1 and (only := cell[0]).tag in _VALUE and only.text:  # as most are
        return _stored_value(only.text, cell.get("t", "n"), shown_by, shared)
    stored: str | None = None
    formula: Element | None = None
    inline: Element | None = None
    for child in cell:
        if child.tag in _VALUE:
            stored = child.text
        elif child.tag in _FORMULA:
            formula = child
        elif child.tag in _INLINE:
            inline = child
    if stored:
        return _stored_value(stored, cell.get("t", "n"), shown_by, shared)
    if inline is not None:
        return unless_blank(text_of(inline))
    # A formula that gave an empty text is calculated; it is marked as a text.
    if formula is not None and cell.get("t") != "str":
        return NeverCalculated(f"={formula.text}" if formula.text else "")
    return None


def _stored_value(stored: str, kind: str, shown_by: NumberFormat, shared: Shared) -> RawValue | None:
    match kind:
        case "n":
            return _number(stored, shown_by, shared.epoch)
        case "s":
            number = int(stored)
            text = shared.used[number] = shared.strings[number]
            return text
        case "b":
            return stored.strip().lower() in {"1", "true"}
        case "e":
            return ErrorValue(stored)
        case "d":
            return _moment(stored)
        case _:
            return unless_blank(decoded(stored))


def _number(stored: str, shown_by: NumberFormat, epoch: datetime) -> RawValue | None:
    try:
        number = float(stored) if "." in stored or "E" in stored or "e" in stored else int(stored)
    except ValueError:
        return unless_blank(decoded(stored))
    if not shown_by.is_date:
        return number
    try:
        return duration(number) if shown_by.is_duration else from_serial(number, epoch)
    except (OverflowError, ValueError):
        return ErrorValue("#VALUE!")


def _moment(stored: str) -> RawValue:
    try:
        return from_iso(stored)
    except ValueError:
        return stored
