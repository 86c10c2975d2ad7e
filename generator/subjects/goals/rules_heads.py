"""The rules of the association's own heads in the tables of goals: of an area, a column and years that there are."""

import re
from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.formatting import enumerated
from generator.ground.names import Name, nearest
from generator.ground.source import Source
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry
from generator.subjects.goals.messages import (
    COLUMN_EMPTY,
    HEAD_AREA_UNKNOWN,
    HEAD_OLD,
    HEAD_TWICE,
    HEAD_UNUSED,
)
from generator.subjects.goals.rows import COLUMNS, NAME, Goal, GoalHead
from generator.subjects.goals.rows_areas import areas

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ALWAYS = frozenset({COLUMNS["goal"], COLUMNS["assessment"]})
"""The columns that every table has."""


_OF_ANY_YEAR = frozenset({COLUMNS["last_year"], COLUMNS["indicator"]})
"""The columns whose heads may well name an earlier year alone: last year's outcome, and where one began."""


def heads_are_of_tables(case: Case) -> Iterator[Finding]:
    """A head is of an area with goals, of a column that is shown, said once, and of the report's years."""
    known = {area.name: area.name for area in areas(case.underlag)}
    seen: dict[tuple[Name, str], Source] = {}
    for entry in case.underlag.of(GoalHead):
        row, place = entry.row, entry.source("column")
        if row.area and row.area not in known:
            near = hint(nearest(row.area, known.values()))
            yield HEAD_AREA_UNKNOWN.found(entry.source("area"), found=row.area, hint=near)
        elif (first := seen.setdefault((row.area, row.column), place)) is not place:
            yield HEAD_TWICE.found(place, first, column=row.column, cell=first.cell)
        elif not _is_filled(row.column, case):
            yield HEAD_UNUSED.found(place, head=row.head, column=row.column)
        yield from _years(entry, case)


def listed_columns_are_filled(case: Case) -> Iterator[Finding]:
    """A column that a layout lists has something in it."""
    for entry in case.underlag.of(OutlineBlock):
        listed = (Name(word.strip()) for word in entry.row.layout.split(",")) if entry.row.content == NAME else ()
        empty = [word for word in listed if word in COLUMNS.values() and not _is_filled(word, case)]
        if empty and case.underlag.rows(Goal) and "," in entry.row.layout:
            yield COLUMN_EMPTY.found(entry.source("layout"), columns=enumerated(empty))


def _is_filled(column: str, case: Case) -> bool:
    field = next(field for field, name in COLUMNS.items() if name == column)
    return column in _ALWAYS or any(getattr(goal, field) for goal in case.underlag.rows(Goal))


def _years(entry: Entry[GoalHead], case: Case) -> Iterator[Finding]:
    """A head that has last year's as its latest is likely to be last year's."""
    head, place = entry.row.head, entry.source("head")
    year = case.underlag.association.row.year if case.underlag.association else 0
    latest = max(map(int, _YEAR.findall(head)), default=0)
    if latest and latest == year - 1 and entry.row.column not in _OF_ANY_YEAR:
        yield HEAD_OLD.found(place, head=head, found=str(latest), year=str(year))
