"""Whether a cell shows the date that it holds: a day that Excel made of what was no date, or a date told in part."""

from datetime import date

from generator.cell_formats.sections import Mark, sections_of
from generator.ground.dates import PartialDate
from generator.model.messages_formats import DATE_OF_A_TEXT, DATE_PARTLY_SHOWN, FORMAT_HIDES
from generator.model.shown_numbers import Difference
from generator.model.values import Formatted

_WHOLE_YEAR = 3
"""So many letters, at least, tell all digits of a year."""


def shown_parts(code: str) -> frozenset[str]:
    """What a format shows of a date: y, m and d; Y where all digits of the year are shown."""
    parts = [part.text.lower() for part in sections_of(code)[0].parts if part.mark is Mark.DATE]
    letters = {text[0] for text in parts if text[0] in "ymd"}
    return frozenset(letters | {"Y" for text in parts if text.startswith("y" * _WHOLE_YEAR)})


def made_of_a_text(cell: Formatted) -> Difference | None:
    """Ask whether what a cell of words shows is a date at all: *7-12* becomes 7 December, *12-24* December 2024.

    A date that is told in full is one that somebody meant.
    """
    if not isinstance(cell.value, date):
        found = str(cell)
        hidden = not found and cell.value and str(cell.value).strip()
        return Difference(FORMAT_HIDES, {"stored": f"”{cell.value}”", "found": "ingenting"}) if hidden else None
    shows, day = shown_parts(cell.code), cell.value
    if {"m", "d"} <= shows and "y" not in shows:
        example = f"{day.day}-{day.month}"
    elif {"m", "y"} <= shows and not shows & {"d", "Y"}:
        example = f"{day.month}-{day:%y}"
    else:
        return None
    values = {"stored": f"{day:%Y-%m-%d}", "found": str(cell), "example": example}
    return Difference(DATE_OF_A_TEXT, values)


def told_in_part(cell: Formatted, needed: frozenset[str]) -> Difference | None:
    """Ask about a day that the cell does not show, where the column needs it."""
    if not isinstance(cell.value, date) or needed <= shown_parts(cell.code):
        return None
    return Difference(DATE_PARTLY_SHOWN, {"stored": f"{cell.value:%Y-%m-%d}", "found": str(cell)})


def as_partial(cell: Formatted) -> PartialDate | None:
    """The month or the year that a cell shows of its date; None where it shows the day, or holds no date."""
    if not isinstance(cell.value, date):
        return None
    shows, day = shown_parts(cell.code), cell.value
    if "y" not in shows or "d" in shows:
        return None
    return PartialDate(day.year, day.month if "m" in shows else None)
