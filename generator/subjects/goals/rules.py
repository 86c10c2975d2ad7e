"""The rules of goals: each is judged once, in an area that the program numbers, and shows tables that there are."""

import re
from collections.abc import Iterator

from generator.blocks.block import Placement
from generator.blocks.case import Case
from generator.blocks.named_tables import layouts_of, named_table, table_names, wished_table
from generator.checks.told import passages
from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.names import Name, brief, nearest
from generator.ground.source import Source, cells_of
from generator.model.association import ReportState
from generator.subjects.goals.messages import (
    AREA_NUMBERED,
    NO_GOAL,
    NOTHING_ABOVE,
    NOTHING_MORE,
    OF_ONE_KIND,
    TABLE_LAYOUT_UNKNOWN,
    TABLE_UNKNOWN,
    TWICE,
    VERDICT_ALONE,
    VERDICT_TWICE,
    WITHOUT_ASSESSMENT,
)
from generator.subjects.goals.rows import COLUMNS, FINANCIAL, NAME, OPERATIONAL, AreaVerdict, Goal
from generator.subjects.goals.rows_areas import areas, has_own_verdicts, parts_of


def goals_are_judged(case: Case) -> Iterator[Finding]:
    """Every goal has an assessment; what was not measured is a step of the scale too (11 kap. 8 § LKBR)."""
    severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else Severity.NOTE
    every = [entries for area in areas(case.underlag) for entries in parts_of(area.entries)]
    judged = [entry for parts in every for entry in (parts if has_own_verdicts(parts) else parts[:1])]
    lacking = [entry.source("assessment") for entry in judged if not entry.row.assessment]
    if lacking:
        goals = "Ett mål" if len(lacking) == 1 else f"{len(lacking)} mål"
        yield WITHOUT_ASSESSMENT.found(*lacking, goals=goals, cells=cells_of(lacking)).graded(severity)


def rows_have_goals(case: Case) -> Iterator[Finding]:
    """A row without a goal continues the one above, in the same area, with something of its own."""
    for area in areas(case.underlag):
        for number, entry in enumerate(area.entries):
            alone = number == 0
            if not entry.row.goal and (alone or not any(getattr(entry.row, field) for field in COLUMNS)):
                yield NO_GOAL.found(entry.source("goal"), why=NOTHING_ABOVE if alone else NOTHING_MORE)


def verdicts_have_goals(case: Case) -> Iterator[Finding]:
    """An area that is judged as a whole has goals, and is judged once."""
    known = {area.name: area.name for area in areas(case.underlag)}
    seen: dict[Name, Source] = {}
    for entry in case.underlag.of(AreaVerdict):
        place, name = entry.source("area"), entry.row.area
        if name not in known:
            near = hint(nearest(entry.row.area, known.values()))
            yield VERDICT_ALONE.found(place, found=entry.row.area or "utan område", hint=near)
        elif seen.setdefault(name, place) is not place:
            yield VERDICT_TWICE.found(place, seen[name], found=known[name], cell=seen[name].cell)


def goals_stand_once(case: Case) -> Iterator[Finding]:
    """No goal stands twice in its area."""
    for area in areas(case.underlag):
        places: dict[Name, list[Source]] = {}
        for entry in area.entries:
            if entry.row.goal:
                places.setdefault(Name(entry.row.goal), []).append(entry.source("goal"))
        for sources in places.values():
            if len(sources) > 1:
                cells = ", ".join(source.cell for source in sources)
                yield TWICE.found(*sources, found=sources[0].text, cells=cells)


_SAID = {
    OPERATIONAL: (
        "finansiella mål",
        re.compile(
            r"\b(?:finansiell|ekonomisk)\w* mål|\bmål(?:et|en)?\b.*\b(?:eg(?:et|na) kapital|soliditet|ekonomi)"
            r"|\b(?:eg(?:et|na) kapital|soliditet|ekonomi).*\bmål(?:et|en)?\b"
        ),
    ),
    FINANCIAL: ("mål för verksamheten", re.compile(r"\bverksamhetsmål|\bmål\w* (?:för|i) verksamhet")),
}
"""By the kind that all goals have: the other kind, and what tells of it in a paragraph."""


def goals_are_of_both_kinds(case: Case) -> Iterator[Finding]:
    """Financial goals and goals for the activity are told apart (11 kap. 6 § KL, 11 kap. 8 § LKBR), or in a text."""
    goals = case.underlag.of(Goal)
    kinds = {entry.row.kind for entry in goals}
    if len(goals) == 1 or len(kinds) != 1 or not case.underlag.is_whole(Goal):
        return
    kind = next(iter(kinds))
    other, said = _SAID[kind]
    if not any(said.search(text) for passage in passages(case) for text in passage.paragraphs()):
        severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
        yield OF_ONE_KIND.found(goals[0].source("kind"), kind=kind, other=other).graded(severity)


_NUMBERED = re.compile(r"(?i)mål\s+\d{1,2}\b|\d{1,2}\s*[.:)–-]\s")


def areas_have_no_numbers_typed(case: Case) -> Iterator[Finding]:
    """The numbers of areas are the program's: a typed one would stand beside it, and may be wrong."""
    for entry in case.underlag.of(Goal):
        if _NUMBERED.match(entry.row.area):
            yield AREA_NUMBERED.found(entry.source("area"), found=entry.row.area)


def shown_tables_are_there(case: Case) -> Iterator[Finding]:
    """A table that is shown at a goal is one that there is, in a layout that it has."""
    if case.derived is None:
        return
    placement = Placement(case.derived, 1, components=case.components)
    for entry in case.underlag.of(Goal):
        for typed in entry.row.table_names:
            name, layout = wished_table(typed, case.underlag, case.components)
            layouts = layouts_of(name, case.underlag, case.components)
            if named_table(name, placement, but=NAME) is None:
                near = hint(nearest(name, table_names(case.underlag, case.components)))
                yield TABLE_UNKNOWN.found(entry.source("shown_table"), found=brief(name), hint=near)
            elif layout and layout not in layouts:
                values = {"found": layout, "table": name, "hint": hint(nearest(layout, layouts))}
                choices = "; ".join(layouts) or "bara den vanliga"
                yield TABLE_LAYOUT_UNKNOWN.found(entry.source("shown_table"), choices=choices, **values)
