"""What a folder's name says of the association and the year that it is for: ``Björkdalen 2025``."""

import re
import unicodedata
from datetime import date
from pathlib import Path

from generator.ground.limits import NAME_LETTERS
from generator.workbook.load import WORKBOOK_NAME

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""The years that a report may be about."""
NO_NAME = "Skriv vad förbundet heter."
NO_YEAR = f"Skriv ett år mellan {FIRST_YEAR} och {LAST_YEAR}."
"""What is told where a form lacks them."""
_LAST_MONTH_OF_LAST_YEARS_WORK = 6
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NO_NAME = re.compile(r"\b(?:årsredovisning(?:en)?|bokslut(?:et)?|underlag(?:et)?)\b", re.IGNORECASE)
"""Words of such names that are about the work, not about whose it is."""
_BETWEEN = " \t_-–—.,()"


def folder_of(given: Path) -> Path:
    """The folder that a workbook is made in: the one given, or that of the workbook given."""
    return given.parent if given.suffix.lower() == ".xlsx" else given


def workbook_of(given: Path) -> Path:
    """The workbook to make."""
    return given if given.suffix.lower() == ".xlsx" else given / WORKBOOK_NAME


def year_in(name: str) -> int | None:
    """The year that a folder's name says, where it says one and no other."""
    years = {int(digits) for digits in _YEAR.findall(name) if FIRST_YEAR <= int(digits) <= LAST_YEAR}
    return years.pop() if len(years) == 1 else None


def of_later_year(name: str, year: int) -> str:
    """What a folder is called a year later: the year before it replaced, or the year put last where it is not told."""
    before = str(year - 1)
    told = _YEAR.sub(lambda found: str(year) if found[0] == before else found[0], name)
    return told if told != name else f"{name} {year}"


def association_in(name: str) -> str:
    """The association that a folder's name says: its words without the year."""
    words = re.split(rf"[{re.escape(_BETWEEN)}]+", _NO_NAME.sub(" ", _YEAR.sub(" ", name)))
    return " ".join(filter(None, words))


def likely_year(today: date) -> int:
    """The year that a report begun today is about: last year until the summer, then this year."""
    return today.year - 1 if today.month <= _LAST_MONTH_OF_LAST_YEARS_WORK else today.year


def unprintable(typed: str) -> str:
    """Why an association's name cannot stand in a cell and on the cover; nothing where it can."""
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in typed):
        return "Namnet har tecken som inte kan skrivas ut. Skriv det med bokstäver, siffror och mellanslag."
    if len(typed) > NAME_LETTERS.most:
        return f"Namnet har {len(typed)} tecken, och högst {NAME_LETTERS.most} läses. {NAME_LETTERS.remedy}"
    return ""
