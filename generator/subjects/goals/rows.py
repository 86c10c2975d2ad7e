"""The goals as they are typed: each by itself, the verdicts on areas, and the scale that they are judged by.

Goals stand in areas (*områden*), numbered in the order typed, so that no number can be printed twice. Each goal is
judged by a step of the association's own scale (11 kap. 6 and 8 §§ LKBR).
"""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name
from generator.ground.year_marks import LAST_YEAR_MARK, YEAR_MARK
from generator.model import topics
from generator.model.columns import (
    ChoiceColumn,
    LongText,
    LongTextColumn,
    NameText,
    ReferenceColumn,
    TableText,
    Text,
    TextColumn,
    Whole,
)
from generator.model.next_year import Emptied, Kept, Takes
from generator.model.rows import Row, Section, Tab
from generator.model.text_kinds import COLUMN_HEAD

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

    told_by_own_rule: ClassVar = True
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
    goal: Kept[Annotated[str, LongTextColumn(essential=True)]] = Field(
        "",
        title="Mål",
        description="Målet med samma ord som i budgeten. Tomt: raden fortsätter målet ovanför, med en egen indikator, "
        "ett eget målvärde eller ett eget utfall.",
    )
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
        description="Tabeller som visas under kommentaren, skilda med semikolon, till exempel enkätfrågor. En annan "
        "utformning än den vanliga skrivs inom parentes: Deltagare efter ålder (bara totalt).",
    )

    @property
    def table_names(self) -> tuple[Name, ...]:
        """The names of the tables that are shown, as they are typed: with a layout in parentheses or without."""
        return tuple(Name(name.strip()) for name in self.shown_table.split(";") if name.strip())


class AreaVerdict(Row):
    """How far an area's goals were reached taken together."""

    told_by_own_rule: ClassVar = True
    other_headings: ClassVar = {"area": ("Målområde",), "assessment": ("Måluppfyllelse",)}

    area: NameText = Field(
        NO_NAME, title="Område", description="Området som bedömningen gäller. Tomt: målen utan område."
    )
    assessment: Annotated[Name, ReferenceColumn(register=SCALES)] = Field(
        title="Bedömning", description="Ett steg i fliken Skalor."
    )
    comment: LongText = Field("", title="Kommentar", description="Visas under bedömningen. Får vara tom.")


COLUMNS = {
    "goal": "mål",
    "indicator": "indikator",
    "activity": "aktivitet",
    "target": "målvärde",
    "outcome": "utfall",
    "last_year": "fg år",
    "assessment": "bedömning",
    "comment": "kommentar",
}
"""The columns that a table of goals may have, and what each is called where it is chosen."""


class GoalHead(Row):
    """The association's own head of a column in the tables of goals."""

    other_headings: ClassVar = {"area": ("Målområde",)}

    area: NameText = Field(
        NO_NAME, title="Område", description="Området vars tabell rubriken gäller. Tomt: alla tabeller."
    )
    column: Annotated[str, ChoiceColumn(14, allowed=tuple(COLUMNS.values()))] = Field(
        title="Kolumn", description="Kolumnen som får en annan rubrik."
    )
    head: Annotated[str, TextColumn(text_kind=COLUMN_HEAD)] = Field(
        title="Rubrik",
        description=f"Det som ska stå över kolumnen, till exempel Resultat {YEAR_MARK} ({LAST_YEAR_MARK}). "
        f"{YEAR_MARK} blir rapportens år och {LAST_YEAR_MARK} året före.",
    )


GOALS_TAB = Tab(
    topic=topics.GOALS,
    name=NAME,
    help="En rad per mål, i den ordning de ska stå. Områdena numreras av programmet. Längre ned i fliken: samlad "
    "bedömning av ett område, och egna kolumnrubriker.",
    sections=(
        Section(Goal, prepared=40),
        Section(
            AreaVerdict,
            title="Samlad bedömning av ett område",
            help="Frivillig: en rad per område som också bedöms som helhet. Den visas sist i områdets tabell.",
            prepared=6,
            yearly=True,
        ),
        Section(
            GoalHead,
            title="Kolumnernas rubriker",
            help="Frivillig: en rad per kolumn i måltabellerna som ska ha en annan rubrik än den vanliga.",
            prepared=6,
            rare=True,
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
