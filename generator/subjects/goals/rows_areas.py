"""The goals as a reader takes them: by area, each with the rows that continue it, its heads, its scale and verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.ground.names import NO_NAME, Name
from generator.ground.year_marks import with_years
from generator.model.fact import Observation
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.subjects.goals.rows import COLUMNS, GOAL, MARKS, TONES, AreaVerdict, Goal, GoalHead, Step


@dataclass(frozen=True, slots=True)
class Area:
    """An area of goals and its number, from 1. ``name`` is empty for goals without an area."""

    number: int
    name: Name
    entries: tuple[Entry[Goal], ...]


def areas(underlag: Underlag) -> tuple[Area, ...]:
    """Gather the goals by area, in the order typed; an empty area is that of the row above."""
    gathered: dict[Name, list[Entry[Goal]]] = {}
    current = NO_NAME
    for entry in underlag.of(Goal):
        current = entry.row.area or current
        gathered.setdefault(current, []).append(entry)
    return tuple(Area(number, name, tuple(entries)) for number, (name, entries) in enumerate(gathered.items(), start=1))


def parts_of(entries: Sequence[Entry[Goal]]) -> Iterator[tuple[Entry[Goal], ...]]:
    """The rows of each goal: the one that names it, and those that continue it."""
    gathered: list[Entry[Goal]] = []
    for entry in entries:
        if entry.row.goal and gathered:
            yield tuple(gathered)
            gathered = []
        gathered.append(entry)
    if gathered:
        yield tuple(gathered)


def has_own_verdicts(entries: Sequence[Entry[Goal]]) -> bool:
    """Whether the rows of a goal are judged each by itself; else the first one's verdict is of all."""
    return any(entry.row.assessment for entry in entries[1:])


def told_goals(underlag: Underlag) -> Iterator[Entry[Goal]]:
    """The rows as a reader takes them: one that continues a goal has its words and type, and its indicator if none."""
    for area in areas(underlag):
        for first, *others in parts_of(area.entries):
            yield first
            above = first.row
            for entry in others:
                indicator = entry.row.indicator or above.indicator
                above = entry.row.model_copy(
                    update={"goal": above.goal, "kind": above.kind, "indicator": indicator, "area": above.area}
                )
                yield replace(entry, row=above)


def facts(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give each goal as one of its type with its assessment, to be counted; one judged part by part as several."""
    for area in areas(underlag):
        for entries in parts_of(area.entries):
            for entry in entries if has_own_verdicts(entries) else entries[:1]:
                kind, source = entries[0].row.kind, entry.source("goal" if entry.row.goal else "assessment")
                yield Observation(GOAL, year, Decimal(1), source, kind=kind, row=entry.row.assessment)


def scale(underlag: Underlag) -> dict[Name, tuple[str, str]]:
    """The shape and the colour's class that each step is drawn by, by its word."""
    return {step.word: (MARKS.get(step.symbol, ""), TONES.get(step.colour, "")) for step in underlag.rows(Step)}


def heads_of(area: Name, underlag: Underlag) -> dict[str, str]:
    """The heads of an area's columns that are the association's own, by field: the area's before those of all."""
    fields = {name: field for field, name in COLUMNS.items()}
    year = underlag.association.row.year if underlag.association else 0
    own = [row for row in reversed(underlag.rows(GoalHead)) if row.area in ("", area)]
    return {fields[row.column]: with_years(row.head, year) for row in sorted(own, key=lambda row: bool(row.area))}


def verdict_on(area: Name, underlag: Underlag) -> AreaVerdict | None:
    """The verdict on an area; the first, where there are several."""
    return next((row for row in underlag.rows(AreaVerdict) if row.area == area), None)
