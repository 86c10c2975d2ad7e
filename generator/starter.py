"""A new underlag: what a fresh workbook holds before anyone has typed in it."""

from datetime import date

from generator.components.registry import all_tabs, component_names
from generator.model.association import Association
from generator.workbook.write import write_workbook

_LAST_MONTH_OF_LAST_YEARS_WORK = 6


def likely_year(today: date) -> int:
    """The year that a report begun today is about: last year until the summer, then this year."""
    return today.year - 1 if today.month <= _LAST_MONTH_OF_LAST_YEARS_WORK else today.year


def new_workbook(name: str, year: int) -> bytes:
    """Make an empty workbook for an association and a year."""
    return write_workbook(all_tabs(), {Association: ({"name": name, "year": year},)}, component_names())
