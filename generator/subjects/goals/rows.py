"""The goals as they are typed: each by itself, the verdicts on areas, and the scale that they are judged by.

Goals stand in areas (*områden*), numbered in the order typed, so that no number can be printed twice. Each goal is
judged by a step of the association's own scale (11 kap. 6 and 8 §§ LKBR).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name
from generator.model import topics
from generator.model.columns import ChoiceColumn, LongText, NameText, ReferenceColumn, TableText, Text, Whole
from generator.model.fact import Observation
from generator.model.next_year import Emptied, Kept, Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag

NAME, SCALES = "Mål", "Skalor"
FINANCIAL, OPERATIONAL = "finansiellt", "verksamhet"

GOAL = "goal"
"""What the codes of Observations that count goals begin with; after it stands the goal's type."""

MARKS = {"●": "full", "◕": "most", "◐": "half", "◔": "some", "○": "none", "◎": "ongoing", "◌": "unknown"}
"""The symbols of a scale, and the drawn shapes that they mean."""

TONES = {"grön": "gron", "gul": "gul", "röd": "rod", "blå": "bla", "grå": "gra"}
"""The colours of a scale's symbols, and the classes that they are drawn by."""


class Step(Row):
    """A step of the scale that goals are judged by, in the association's own words."""

    other_headings: ClassVar = {"word": ("Bedömning",)}
    named_by: ClassVar = ("word",)
    rare: ClassVar[frozenset[str]] = frozenset({"colour"})

    word: NameText = Field(title="Steg", description="Bedömningen med era egna ord, till exempel delvis uppfyllt.")
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

    awaited: ClassVar = (("assessment",),)
    other_headings: ClassVar = {
        "area": ("Målområde",),
        "goal": ("Delmål",),
        "last_year": ("Föregående år", "Utfall fg år"),
        "assessment": ("Måluppfyllelse",),
    }
    rare: ClassVar[frozenset[str]] = frozenset({"shown_table"})
    per_cents: ClassVar = dict.fromkeys(
        ("target", "outcome", "last_year"), "när det står % eller procent; 0,475 på en rad med procenttal frågas om"
    )

    area: NameText = Field(
        NO_NAME,
        title="Område",
        description="Rubriken som målet hör till, utan nummer. Tomt: samma som raden ovanför.",
    )
    kind: Annotated[str, ChoiceColumn(14, allowed=(FINANCIAL, OPERATIONAL))] = Field(
        OPERATIONAL, title="Typ", description="Finansiellt mål eller mål för verksamheten. Tomt: verksamhet."
    )
    goal: Kept[LongText] = Field(title="Mål", description="Målet med samma ord som i budgeten.")
    indicator: Kept[LongText] = Field("", title="Indikator", description="Det som mäts. Får vara tomt.")
    activity: LongText = Field("", title="Aktivitet", description="Vad som gjordes. Får vara tomt.")
    target: TableText = Field("", title="Målvärde", description="Värdet som skulle nås. Får vara tomt.")
    outcome: Emptied[TableText] = Field("", title="Utfall", description="Värdet som nåddes. Får vara tomt.")
    last_year: Annotated[TableText, Takes("outcome")] = Field(
        "", title="Fg år", description="Värdet föregående år. Får vara tomt."
    )
    assessment: Emptied[Annotated[Name, ReferenceColumn(register=SCALES)]] = Field(
        NO_NAME, title="Bedömning", description="Ett steg i fliken Skalor."
    )
    comment: LongText = Field("", title="Kommentar", description="Visas under bedömningen. Får vara tom.")
    shown_table: Text = Field(
        "",
        title="Visa tabell",
        description="Tabeller som visas under kommentaren, skilda med semikolon, till exempel enkätfrågor.",
    )

    @property
    def table_names(self) -> tuple[Name, ...]:
        """The names of the tables that are shown."""
        return tuple(Name(name.strip()) for name in self.shown_table.split(";") if name.strip())

    @staticmethod
    def facts(entry: "Entry[Goal]", year: int) -> Iterator[Observation]:
        """Yield the goal as one of its type with its assessment, to be counted."""
        yield Observation(GOAL, year, Decimal(1), entry.source("goal"), kind=entry.row.kind, row=entry.row.assessment)


class AreaVerdict(Row):
    """How far an area's goals were reached taken together."""

    other_headings: ClassVar = {"area": ("Målområde",), "assessment": ("Måluppfyllelse",)}

    area: NameText = Field(
        NO_NAME, title="Område", description="Området som bedömningen gäller. Tomt: målen utan område."
    )
    assessment: Annotated[Name, ReferenceColumn(register=SCALES)] = Field(
        title="Bedömning", description="Ett steg i fliken Skalor."
    )
    comment: LongText = Field("", title="Kommentar", description="Visas under bedömningen. Får vara tom.")


GOALS_TAB = Tab(
    topic=topics.GOALS,
    name=NAME,
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


def scale(underlag: Underlag) -> dict[Name, tuple[str, str]]:
    """The shape and the colour's class that each step is drawn by, by its word."""
    return {step.word: (MARKS.get(step.symbol, ""), TONES.get(step.colour, "")) for step in underlag.rows(Step)}


def verdict_on(area: Name, underlag: Underlag) -> AreaVerdict | None:
    """The verdict on an area; the first, where there are several."""
    return next((row for row in underlag.rows(AreaVerdict) if row.area == area), None)
