"""The report's year in a head that is typed once and holds for every year: ``Resultat {{ år }} ({{ fg år }})``."""

import re

from generator.ground.names import folded

YEAR_MARK, LAST_YEAR_MARK = "{{ år }}", "{{ fg år }}"

_MARK = re.compile(r"\{\{\s*(.*?)\s*\}\}")
_YEARS = {"år": 0, "året": 0, "i år": 0, "fg år": 1, "i fjol": 1, "föregående år": 1, "förra året": 1}
"""What may stand in a mark, and how many years it is before the report's."""


def with_years(text: str, year: int) -> str:
    """Write years in place of the marks of a head; a mark that is none stands as it is typed."""
    return _MARK.sub(lambda mark: str(year - _YEARS[key]) if (key := _key(mark[1])) in _YEARS else mark[0], text)


def without_years(text: str) -> str:
    """A head without the marks that mean a year."""
    return _MARK.sub(lambda mark: "" if _key(mark[1]) in _YEARS else mark[0], text)


def _key(typed: str) -> str:
    return folded(typed.replace("_", " "))
