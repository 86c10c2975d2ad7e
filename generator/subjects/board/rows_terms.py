"""Terms of office (*mandatperioder*) of those who sit on the board or audit: from a day to a day, either left open."""

from datetime import date
from typing import Protocol

from generator.ground.formatting import day_and_month
from generator.model.association import Association


class TermOfOffice(Protocol):
    """What has a first and a last day; None is open."""

    @property
    def start(self) -> date | None:
        """The first day."""

    @property
    def end(self) -> date | None:
        """The last day."""


def overlap(one: TermOfOffice, other: TermOfOffice) -> bool:
    """Whether two terms have a day in common."""
    return _begins_by(one, other.end) and _begins_by(other, one.end)


def _begins_by(term: TermOfOffice, day: date | None) -> bool:
    return term.start is None or day is None or term.start <= day


def sat_during(term: TermOfOffice, year: int) -> bool:
    """Whether a term covers any day of a year."""
    return _begins_by(term, date(year, 12, 31)) and (term.end is None or term.end >= date(year, 1, 1))


def sits_at_decision(term: TermOfOffice, association: Association) -> bool:
    """Whether a term covers the day when the board decides on the report; while it is unknown, whether it goes on.

    Those who sit at the decision sign, also if they joined after the year (finsam.se, ”Årsredovisning”).
    """
    day = association.decision_date
    if day is None:
        return term.end is None or term.end.year > association.year
    return sits_on(term, day)


def sits_on(term: TermOfOffice, day: date) -> bool:
    """Whether a term covers a day."""
    return _begins_by(term, day) and (term.end is None or day <= term.end)


def part_of_year(term: TermOfOffice, year: int) -> str:
    """Tell which part of the year a term covers: ``, från 1 mars``; nothing for the whole of it."""
    since = f", från {day_and_month(term.start)}" if term.start and term.start > date(year, 1, 1) else ""
    until = f", till och med {day_and_month(term.end)}" if term.end and term.end < date(year, 12, 31) else ""
    return f"{since}{until}"
