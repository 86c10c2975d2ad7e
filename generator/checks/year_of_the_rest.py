"""The year of *Uppgifter om förbundet* against the year that all the rest speaks of: dates, periods, counts and texts.

One of them alone may be wrong itself, or lie outside the year; two that agree, and none that speaks for the typed year,
tell that the year is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.blocks.case import Case
from generator.checks.messages_content import OTHER_YEAR, YEAR_LATER
from generator.checks.sentences import printed_lines
from generator.findings.finding import Finding
from generator.ground.dates import PartialDate, lies_within
from generator.ground.formatting import enumerated
from generator.ground.source import Source, cells_of
from generator.model.association import Association
from generator.model.columns import FreeColumn, YearColumn
from generator.model.rows import Entry, Row, columns
from generator.model.underlag import Underlag

_YEAR = re.compile(r"(?<![\d:–-])(20\d\d)(?![\d:–-])")
"""A year in a text, but not the number of a law (2003:1210), nor one end of a span."""
_ENOUGH, _ENOUGH_TEXTS = 2, 3
_DECIDED_BY = 8
"""The month by which the board has decided on the year before."""


@dataclass(frozen=True, slots=True)
class _Witness:
    """What speaks of years: words for it, a place to look, and the years that it may well be of."""

    words: str
    place: Source
    years: frozenset[int]


def the_year_is_that_of_the_rest(case: Case) -> Iterator[Finding]:
    """The rest of the workbook does not speak of another year than the one typed."""
    entry = case.underlag.association
    if entry is None:
        return
    year = entry.row.year
    witnesses = [each for each in _witnesses(case, entry) if each.years]
    others = Counter(other for each in witnesses if year not in each.years for other in each.years)
    for other in sorted(others, key=lambda each: (-others[each], abs(each - year))):
        speaking = [each for each in witnesses if other in each.years and year not in each.years]
        against = [each for each in witnesses if year in each.years and other not in each.years]
        if len(speaking) >= _ENOUGH and len(speaking) > 2 * len(against):
            values = {"year": year, "other": other, "speaking": enumerated([each.words for each in speaking])}
            yield OTHER_YEAR.found(entry.source("year"), *(each.place for each in speaking), **values)
            return


def rows_are_not_of_later_years(case: Case) -> Iterator[Finding]:
    """What is counted or booked is of the report's year or an earlier one, in every column of years."""
    if case.underlag.association is None:
        return
    year = case.underlag.association.row.year
    for model, entries in case.underlag.entries.items():
        for column in columns(model) if model is not Association else ():
            if isinstance(column.kind, YearColumn):
                later = [entry for entry in entries if (getattr(entry.row, column.name) or 0) > year]
                places = [entry.source(column.name) for entry in later]
                found = sorted({getattr(entry.row, column.name) for entry in later})
                if later:
                    values = {"found": enumerated([str(each) for each in found]), "cells": cells_of(places)}
                    yield YEAR_LATER.found(*places, year=year, tab=places[0].tab, **values)


def _witnesses(case: Case, association: Entry[Association]) -> Iterator[_Witness]:
    yield from _decision(association)
    for model, entries in case.underlag.entries.items():
        if model is not Association and entries:
            yield from _periods(entries, association.row.year)
            yield from _counted(model, entries, association.row.year)
    yield from _headed(case.underlag)
    yield from _texts(case)
    yield from _folder(case)


def _decision(association: Entry[Association]) -> Iterator[_Witness]:
    day = association.row.decision_date
    if day:
        years = {day.year - 1} if day.month <= _DECIDED_BY else {day.year - 1, day.year}
        yield _Witness(f"beslutsdatumet {day}", association.source("decision_date"), frozenset(years))


def _periods(entries: tuple[Entry[Row], ...], year: int) -> Iterator[_Witness]:
    """Rows with a beginning and an end: the years that most of them have a day in, unless the typed year does too."""
    periods = [(entry, span) for entry in entries if (span := _period(entry.row))]
    covered = Counter(
        each for _, (start, end) in periods for each in range(start.year, end.year + 1) if lies_within(start, end, each)
    )
    most = max(covered.values(), default=0)
    if most < _ENOUGH or 2 * covered[year] > most:
        return
    first, tab = periods[0][0], periods[0][0].place.tab
    years = frozenset(each for each, count in covered.items() if count == most)
    yield _Witness(f"{most} av {len(periods)} perioder i fliken {tab}", first.source("end"), years)


def _period(row: Row) -> tuple[PartialDate, PartialDate] | None:
    start, end = (_partial(getattr(row, field, None)) for field in ("start", "end"))
    return (start, end) if start and end else None


def _partial(day: object) -> PartialDate | None:
    if isinstance(day, date):
        return PartialDate(day.year, day.month, day.day)
    return day if isinstance(day, PartialDate) else None


def _counted(model: type[Row], entries: tuple[Entry[Row], ...], year: int) -> Iterator[_Witness]:
    """Rows that are each of a year: none is of a later one than the report, and of many the last is the report's."""
    fields = [column.name for column in columns(model) if isinstance(column.kind, YearColumn)]
    for field in fields:
        typed = {value: entry for entry in entries if (value := getattr(entry.row, field))}
        last = max(typed, default=0)
        if last > year or len(typed) > _ENOUGH:
            words = f"åren i fliken {entries[0].place.tab}"
            yield _Witness(words, typed[last].source(field), frozenset({last}))


def _headed(underlag: Underlag) -> Iterator[_Witness]:
    """Years typed as heads in tables of the association's own: the last of them."""
    for model, entries in underlag.entries.items():
        fields = [column.name for column in columns(model) if isinstance(column.kind, FreeColumn)]
        heads = {
            int(text): entry.source(field)
            for entry in entries
            for field in fields
            if _YEAR.fullmatch(text := str(getattr(entry.row, field)).strip())
        }
        if len(heads) >= _ENOUGH:
            place = heads[max(heads)]
            yield _Witness(f"rubrikerna i fliken {place.tab}", place, frozenset({max(heads)}))


def _texts(case: Case) -> Iterator[_Witness]:
    """The year that the texts name most, where they name it more than once and more than others."""
    named = [(int(year), place) for line, place in printed_lines(case) for year in _YEAR.findall(line)]
    counts = Counter(year for year, _ in named).most_common(2)
    if counts and counts[0][1] >= _ENOUGH_TEXTS and (len(counts) == 1 or counts[0][1] > counts[1][1]):
        year, count = counts[0]
        place = next(place for each, place in named if each == year)
        yield _Witness(f"texterna (nämner {year} {count} gånger)", place, frozenset({year}))


def _folder(case: Case) -> Iterator[_Witness]:
    years = _YEAR.findall(case.folder.name.replace("-", " ").replace("_", " "))
    if len(years) == 1:
        yield _Witness(f"mappens namn, ”{case.folder.name}”", Source(), frozenset({int(years[0])}))
