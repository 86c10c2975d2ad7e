"""The goals (*mål*), as decided in the budget, and how far they were reached (11 kap. 6 and 8 §§ LKBR).

Goals stand in areas (*områden*), numbered in the order typed, so that no number can be printed twice. Each goal is
judged by a step of the association's own scale.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.blocks.named_tables import named_table
from generator.blocks.text_table import (
    TEMPLATE,
    Lines,
    Marked,
    Prose,
    TextCell,
    TextColumn,
    TextTable,
    text_columns,
    text_table,
)
from generator.blocks.text_widths import fitted
from generator.checks.case import Case
from generator.figures.table import Table
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.findings.rulebook import hint
from generator.ground.names import folded, nearest
from generator.ground.source import Source, cells_of
from generator.model import topics
from generator.model.association import State
from generator.model.columns import ChoiceColumn, LongText, LongTextColumn, ReferenceColumn, Text, Whole
from generator.model.fact import Fact
from generator.model.next_year import Emptied, Kept, Takes
from generator.model.rows import Entry, Row, Section, Tab, column_of
from generator.model.underlag import Underlag
from generator.subjects.goals.verdicts import SCALES, TITLE, AreaVerdict, verdict_on

FINANCIAL, OPERATIONAL = "finansiellt", "verksamhet"
DEEPEST = 4
FACT = "goal."
"""What the lines of Facts that count goals begin with; after it stands the goal's type."""

MARKS = {"●": "full", "◕": "most", "◐": "half", "◔": "some", "○": "none", "◎": "ongoing", "◌": "unknown"}
"""The symbols of a scale, and the drawn shapes that they mean."""
TONES = {"grön": "gron", "gul": "gul", "röd": "rod", "blå": "bla", "grå": "gra"}
"""The colours of a scale's symbols, and the classes that they are drawn by."""


class Step(Row):
    """A step of the scale that goals are judged by, in the association's own words."""

    other_headings: ClassVar = {"word": ("Bedömning",)}
    named_by: ClassVar = ("word",)
    rare: ClassVar[frozenset[str]] = frozenset({"colour"})

    word: Text = Field(title="Steg", description="Bedömningen med era egna ord, till exempel delvis uppfyllt.")
    symbol: Annotated[str, ChoiceColumn(12, allowed=tuple(MARKS))] = Field(
        "",
        title="Symbol",
        description="Visas före ordet: ju fullare, desto bättre. ◎ för det som pågår, ◌ för det som inte är mätt.",
    )
    colour: Annotated[str, ChoiceColumn(10, allowed=tuple(TONES), aliases=(("orange", "gul"),))] = Field(
        "", title="Färg", description="Symbolens färg. Tomt: rapportens egen. Ordet säger alltid samma sak."
    )
    position: Whole = Field(
        None, title="Ordning", description="Plats i sammandraget, 1 är först. Tomt: som raden står."
    )


class Goal(Row):
    """A goal (*mål*, *delmål*) with what was done and how far it was reached."""

    other_headings: ClassVar = {
        "area": ("Målområde",),
        "goal": ("Delmål",),
        "last_year": ("Föregående år", "Utfall fg år"),
        "assessment": ("Måluppfyllelse",),
    }
    rare: ClassVar[frozenset[str]] = frozenset({"shown_table"})

    area: Text = Field(
        "",
        title="Område",
        description="Rubriken som målet hör till, utan nummer. Tomt: samma som raden ovanför.",
    )
    kind: Annotated[str, ChoiceColumn(14, allowed=(FINANCIAL, OPERATIONAL))] = Field(
        OPERATIONAL, title="Typ", description="Finansiellt mål eller mål för verksamheten. Tomt: verksamhet."
    )
    goal: Kept[LongText] = Field(title="Mål", description="Målet med samma ord som i budgeten.")
    indicator: Kept[LongText] = Field("", title="Indikator", description="Det som mäts. Får vara tomt.")
    activity: LongText = Field("", title="Aktivitet", description="Vad som gjordes. Får vara tomt.")
    target: Text = Field("", title="Målvärde", description="Värdet som skulle nås. Får vara tomt.")
    outcome: Emptied[Text] = Field("", title="Utfall", description="Värdet som nåddes. Får vara tomt.")
    last_year: Annotated[Text, Takes("outcome")] = Field(
        "", title="Fg år", description="Värdet föregående år. Får vara tomt."
    )
    assessment: Emptied[Annotated[str, ReferenceColumn(register=SCALES)]] = Field(
        "", title="Bedömning", description="Ett steg i fliken Skalor."
    )
    comment: LongText = Field("", title="Kommentar", description="Visas under bedömningen. Får vara tom.")
    shown_table: Text = Field(
        "",
        title="Visa tabell",
        description="Tabeller som visas under kommentaren, skilda med semikolon, till exempel enkätfrågor.",
    )

    @property
    def table_names(self) -> tuple[str, ...]:
        """The names of the tables that are shown."""
        return tuple(name.strip() for name in self.shown_table.split(";") if name.strip())

    @staticmethod
    def facts(entry: "Entry[Goal]", year: int) -> Iterator[Fact]:
        """Yield the goal as one of its type with its assessment, to be counted."""
        yield Fact(f"{FACT}{entry.row.kind}", year, Decimal(1), entry.source("goal"), row=entry.row.assessment)


GOALS_TAB = Tab(
    topic=topics.GOALS,
    name="Mål",
    help="En rad per mål, i den ordning de ska stå. Områdena numreras av programmet.",
    sections=(
        Section(Goal, prepared=40),
        Section(
            AreaVerdict,
            title="Samlad bedömning av ett område",
            help="Frivillig: en rad per område som också bedöms som helhet. Den visas sist i områdets tabell.",
            prepared=6,
            yearly=True,
        ),
    ),
)

SCALES_TAB = Tab(
    topic=topics.GOALS,
    name=SCALES,
    help="Stegen som målen bedöms med, bäst först. Ändra orden till era egna. Är fliken tom gäller stegen här.",
    sections=(
        Section(
            Step,
            prepared=12,
            standing=True,
            starters=(
                {"word": "uppfyllt", "symbol": "●"},
                {"word": "delvis uppfyllt", "symbol": "◐"},
                {"word": "ej uppfyllt", "symbol": "○"},
                {"word": "pågår", "symbol": "◎"},
                {"word": "ej mätt", "symbol": "◌"},
            ),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Area:
    """An area of goals and its number, from 1. ``name`` is empty for goals without an area."""

    number: int
    name: str
    entries: tuple[Entry[Goal], ...]


def areas(underlag: Underlag) -> tuple[Area, ...]:
    """Gather the goals by area, in the order typed; an empty area is that of the row above."""
    gathered: dict[str, list[Entry[Goal]]] = {}
    names: dict[str, str] = {}
    current = ""
    for entry in underlag.of(Goal):
        current = entry.row.area or current
        names.setdefault(folded(current), current)
        gathered.setdefault(folded(current), []).append(entry)
    return tuple(
        Area(number, names[key], tuple(entries)) for number, (key, entries) in enumerate(gathered.items(), start=1)
    )


def scale(underlag: Underlag) -> dict[str, tuple[str, str]]:
    """The shape and the colour's class that each step is drawn by, by its word, folded."""
    return {folded(step.word): (MARKS.get(step.symbol, ""), TONES.get(step.colour, "")) for step in underlag.rows(Step)}


def area_names(underlag: Underlag) -> dict[str, tuple[str, ...]]:
    """The areas that a block of the outline may show alone."""
    return {area.name: (area.name,) for area in areas(underlag) if area.name}


def blocks(placement: Placement) -> Iterator[Block]:
    """Place each area's goals under the area's heading, or those of one area alone."""
    underlag = placement.derived.underlag
    every = areas(underlag)
    tables = _tables(every, scale(underlag), placement)
    for area in every:
        if folded(placement.name) in ("", folded(area.name)):
            heading = f"Mål {area.number} – {area.name}" if area.name and len(every) > 1 else area.name
            yield Block(
                heading=heading,
                level=min(placement.level + 1, DEEPEST) if heading else 0,
                content=tables[area.number],
                template=TEMPLATE,
            )


PARTS = {
    "goal": ("Delmål", 6),
    "indicator": ("Indikator", 5),
    "activity": ("Aktivitet", 7),
    "target": ("Målvärde", 3),
    "outcome": ("Utfall", 3),
    "last_year": ("Fg år", 3),
}
"""The columns that a table of goals may have beside the assessment: head and weight."""

SHORT = ("indicator", "target", "outcome", "last_year")
"""What is led in by its name where it stands beneath the goal."""

USUAL, TWO = "en kolumn för varje uppgift", "två kolumner"
ASSESSMENT = "Måluppfyllelse"
ASSESSMENT_WEIGHT, ALONE = 6, 12
"""The weight of the assessment's column; wider where it stands alone beside the goal and tells everything."""


def _tables(every: Iterable[Area], marks: Mapping[str, tuple[str, str]], placement: Placement) -> dict[int, TextTable]:
    """Make a table of each area, by its number. Those that have the same columns have them of the same widths."""
    alike: dict[tuple[str, ...], list[Area]] = {}
    two = folded(placement.layout) == folded(TWO)
    for area in every:
        alike.setdefault(("goal",) if two else _shown(area), []).append(area)
    tables = {}
    for shown, group in alike.items():
        rows = {area.number: tuple(_rows(area, shown, marks, placement)) for area in group}
        columns = fitted(_columns(shown), [row for area in group for row in rows[area.number]])
        for area in group:
            heads = columns if area.name else (replace(columns[0], head="Mål"), *columns[1:])
            tables[area.number] = text_table(f"goals-{area.number}", heads, rows[area.number])
    return tables


def _rows(
    area: Area, shown: Sequence[str], marks: Mapping[str, tuple[str, str]], placement: Placement
) -> Iterator[tuple[TextCell, ...]]:
    """The area's goals, and last the verdict on all of them."""
    for entry in area.entries:
        goal = _in_one(entry.row) if folded(placement.layout) == folded(TWO) else entry.row
        tables = filter(None, (named_table(name, placement, but=COMPONENT.name) for name in goal.table_names))
        yield (*_texts(goal, shown), _assessment(goal, marks, tuple(tables)))
    verdict = verdict_on(area.name, placement.derived.underlag)
    if verdict:
        judged = Goal(goal=TITLE, assessment=verdict.assessment, comment=verdict.comment)
        yield (Prose(f"**{TITLE}**"), *(Lines(("",)) for _ in shown[1:]), _assessment(judged, marks))


def _in_one(goal: Goal) -> Goal:
    """The goal with what else is told of it beneath, for a table of two columns."""
    told = (
        f"{PARTS[field][0]}: {text}" if field in SHORT else text
        for field in PARTS
        if field != "goal" and (text := getattr(goal, field))
    )
    return goal.model_copy(update={"goal": "\n\n".join((goal.goal, *told))})


def _shown(area: Area) -> tuple[str, ...]:
    """The columns that something is typed in."""
    goals = [entry.row for entry in area.entries]
    return tuple(field for field in PARTS if field == "goal" or any(getattr(goal, field) for goal in goals))


def _columns(shown: Sequence[str]) -> tuple[TextColumn, ...]:
    weights = (*(PARTS[field][1] for field in shown), ASSESSMENT_WEIGHT if len(shown) > 1 else ALONE)
    return text_columns((*(PARTS[field][0] for field in shown), ASSESSMENT), weights)


def _texts(goal: Goal, fields: Sequence[str]) -> Iterator[TextCell]:
    """Long texts are Markdown, values of a few words stand as they were typed."""
    for field in fields:
        text = getattr(goal, field)
        yield Prose(text) if isinstance(column_of(Goal.model_fields[field]), LongTextColumn) else Lines((text,))


def _assessment(goal: Goal, marks: Mapping[str, tuple[str, str]], tables: tuple[Table, ...] = ()) -> Marked:
    word = goal.assessment[:1].upper() + goal.assessment[1:]
    mark, tone = marks.get(folded(goal.assessment), ("", ""))
    return Marked(mark, word, Prose(goal.comment), tone, tables)


def verdicts_have_goals(case: Case) -> Iterator[Finding]:
    """An area that is judged as a whole has goals, and is judged once."""
    known = {folded(area.name): area.name for area in areas(case.underlag)}
    seen: dict[str, Source] = {}
    for entry in case.underlag.of(AreaVerdict):
        place, name = entry.source("area"), folded(entry.row.area)
        if name not in known:
            values = {"found": entry.row.area or "utan område", "hint": hint(nearest(entry.row.area, known.values()))}
            yield Finding("goal_verdict_alone", (place,), values)
        elif seen.setdefault(name, place) is not place:
            yield Finding("goal_verdict_twice", (place, seen[name]), {"found": known[name], "cell": seen[name].cell})


def goals_are_judged(case: Case) -> Iterator[Finding]:
    """Every goal has an assessment; what was not measured is a step of the scale too (11 kap. 8 § LKBR)."""
    severity = Severity.REMAINING if case.state is State.IN_PROGRESS else Severity.NOTE
    lacking = [entry.source("assessment") for entry in case.underlag.of(Goal) if not entry.row.assessment]
    if lacking:
        values = {"goals": "Ett mål" if len(lacking) == 1 else f"{len(lacking)} mål", "cells": cells_of(lacking)}
        yield Finding("goal_without_assessment", tuple(lacking), values, severity)


def goals_stand_once(case: Case) -> Iterator[Finding]:
    """No goal stands twice in its area."""
    for area in areas(case.underlag):
        places: dict[str, list[Source]] = {}
        for entry in area.entries:
            places.setdefault(folded(entry.row.goal), []).append(entry.source("goal"))
        for sources in places.values():
            if len(sources) > 1:
                cells = ", ".join(source.cell for source in sources)
                yield Finding("goal_twice", tuple(sources), {"found": sources[0].text, "cells": cells})


_NUMBERED = re.compile(r"(?i)mål\s+\d{1,2}\b|\d{1,2}\s*[.:)–-]\s")


def areas_have_no_numbers_typed(case: Case) -> Iterator[Finding]:
    """The numbers of areas are the program's: a typed one would stand beside it, and may be wrong."""
    for entry in case.underlag.of(Goal):
        if _NUMBERED.match(entry.row.area):
            yield Finding("goal_area_numbered", (entry.source("area"),), {"found": entry.row.area})


TEXTS = (
    Rule(
        "goal_without_assessment",
        Severity.NOTE,
        "Mål utan bedömning",
        "{goals} har ingen bedömning: {cells}.",
        "Välj ett steg i skalan. Har målet inte mätts finns steget ej mätt.",
        source="11 kap. 8 § LKBR",
    ),
    Rule(
        "goal_twice",
        Severity.WARNING,
        "Samma mål två gånger",
        "Målet ”{found}” står på flera rader i samma område ({cells}).",
        "Ta bort den rad som inte gäller.",
        about="{found}",
    ),
    Rule(
        "goal_verdict_alone",
        Severity.WARNING,
        "Samlad bedömning av ett område utan mål",
        "Inget mål hör till området ”{found}”.{hint}",
        "Skriv området som det står i kolumnen Område för målen.",
    ),
    Rule(
        "goal_verdict_twice",
        Severity.WARNING,
        "Området bedöms två gånger",
        "Området ”{found}” har en samlad bedömning även i cell {cell}.",
        "Ta bort den ena.",
    ),
    Rule(
        "goal_area_numbered",
        Severity.WARNING,
        "Området har ett eget nummer",
        "Området ”{found}” börjar med ett nummer. Programmet numrerar områdena, så numret skrivs ut två gånger.",
        "Ta bort numret i kolumnen Område.",
        about="{found}",
    ),
)

COMPONENT = Component(
    "Mål",
    "Målen område för område: mål, aktivitet och måluppfyllelse. Namn: ett område; tomt visar alla.",
    blocks,
    names=area_names,
    layouts=(USUAL, TWO),
    tabs=(GOALS_TAB, SCALES_TAB),
    rules=(
        goals_are_judged,
        verdicts_have_goals,
        goals_stand_once,
        areas_have_no_numbers_typed,
    ),
    texts=TEXTS,
)
