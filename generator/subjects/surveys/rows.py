"""Surveys (*enkäter*) as they are typed: the answers to a question by group and sex, and who answered.

Answers are typed as per cents, as the national tools give them; how many they are of is typed beside. Who was asked and
answered is typed once for each group, and the response rates follow.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name, slug
from generator.model import topics
from generator.model.columns import ChoiceColumn, NameText, Persons, TableName, TableText, Text, Value
from generator.model.next_year import Emptied, Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.typed_number import share_of
from generator.model.underlag import Underlag

SURVEYS, RATES = "Enkäter", "Svarsfrekvenser"
CODE, RATES_CODE = "survey", "response"
NO_GROUPS = ("total",)
"""What stands where a group's name does in the codes of all that were asked."""

EVERYONE, WOMEN, MEN, OTHER = "samtliga", "kvinnor", "män", "annat/ej uppgett"
ANSWERS = ("negative", "neither", "positive", "clearly")
"""The answers, the last of them a part of the one before."""
SHARES = (*ANSWERS, "rate", "last_year", "country")


ROUNDED = Decimal("0.016")
"""So much may three per cents, each rounded, differ from 100."""


class SurveyAnswer(Row):
    """The answers of one group, or of a sex in it, to one question."""

    told_by_own_rule: ClassVar = True
    awaited: ClassVar = (("positive",),)
    other_headings: ClassVar = {
        "question": ("Fråga/indikator", "Indikator"),
        "sex": ("Kön",),
        "count": ("n",),
        "last_year": ("Fg år",),
        "words": ("Text",),
    }
    rare: ClassVar[frozenset[str]] = frozenset({"rate", "last_year", "country", "words", "clearly"})

    per_cents: ClassVar = dict.fromkeys(SHARES, "alltid")

    question: NameText = Field(title="Fråga", description="Vad som frågades, i korthet. Varje fråga blir en tabell.")
    group: TableName = Field(NO_NAME, title="Grupp", description=f"Vilka som svarade: en grupp i fliken {RATES}.")
    sex: Annotated[str, ChoiceColumn(18, allowed=(EVERYONE, WOMEN, MEN, OTHER), aliases=(("alla", EVERYONE),))] = Field(
        EVERYONE, title="Vilka", description="samtliga, eller kvinnor och män på var sin rad. Tomt: samtliga."
    )
    count: Emptied[Persons] = Field(
        None, title="Antal svar", description="Hur många som svarade på frågan (n). För få svar visas inte."
    )
    negative: Emptied[Value] = Field(None, title="Negativt", description="Andelen negativa svar, i procent.")
    neither: Emptied[Value] = Field(None, title="Varken eller", description="Andelen som svarade varken eller.")
    positive: Emptied[Value] = Field(None, title="Positivt", description="Andelen positiva svar.")
    clearly: Emptied[Value] = Field(
        None, title="Varav klart positivt", description="Den del av de positiva svaren som var klart positiva."
    )
    rate: Emptied[Value] = Field(
        None,
        title="Svarsfrekvens",
        description=f"Andelen som svarade på frågan. Tomt: räknas fram ur antalet svar i fliken {RATES}.",
    )
    last_year: Annotated[Value, Takes("positive")] = Field(
        None, title="Positivt i fjol", description="Andelen positiva svar föregående år."
    )
    country: Emptied[Value] = Field(None, title="Positivt i riket", description="Andelen positiva svar i hela landet.")
    words: Emptied[TableText] = Field(
        "", title="Text i stället", description="Visas i stället för siffror, till exempel varför de saknas."
    )

    @property
    def shares(self) -> dict[str, Decimal]:
        """The per cents that are typed, as shares."""
        return {field: share_of(value) for field in SHARES if (value := getattr(self, field)) is not None}

    def beside(self, field: str) -> tuple[str, ...]:
        """The answers are parts of one whole."""
        return ANSWERS if field in ANSWERS else ()

    @property
    def code(self) -> str:
        """What the codes of the row's figures begin with."""
        group = slug(self.group, but=(slug(""),)) if self.group else slug("")
        return f"{CODE}.{slug(self.question)}.{group}.{slug(self.sex)}"


class ResponseRate(Row):
    """A group that was asked: how many they are, how many were asked, and how many answered."""

    awaited: ClassVar = (("answers",),)
    named_by: ClassVar = ("group",)
    other_headings: ClassVar = {
        "group": ("Respondentgrupp",),
        "asked": ("Antal tillfrågade",),
        "answers": ("Antal svar",),
    }
    rare: ClassVar[frozenset[str]] = frozenset({"members", "population"})

    group: TableName = Field(title="Grupp", description="Vilka som tillfrågades, till exempel Deltagare inför avslut.")
    members: Text = Field("", title="Ingår", description="Insatserna som ingår. Visas inom parentes efter gruppen.")
    population: Emptied[Persons] = Field(
        None, title="Population", description="Hur många som hör till gruppen. Tomt: alla tillfrågades."
    )
    asked: Emptied[Persons] = Field(None, title="Tillfrågade", description="Hur många som fick enkäten.")
    answers: Emptied[Persons] = Field(None, title="Svar", description="Hur många som svarade.")

    @property
    def code(self) -> str:
        """What the codes of the group's figures begin with."""
        return f"{RATES_CODE}.{slug(self.group, but=NO_GROUPS)}"


SURVEYS_TAB = Tab(
    topic=topics.SURVEYS,
    name=SURVEYS,
    help=(
        "En rad per fråga, grupp och kön. Andelar skrivs i procent. Könen visas inte var för sig om något av dem har "
        "färre svar än gränsen i fliken Uppgifter om förbundet."
    ),
    sections=(Section(SurveyAnswer, prepared=60),),
)
RATES_TAB = Tab(
    topic=topics.SURVEYS,
    name=RATES,
    help="En rad per grupp som har fått en enkät. Bortfall och svarsfrekvens räknas fram.",
    sections=(Section(ResponseRate, prepared=12),),
)


@dataclass(frozen=True, slots=True)
class Answers:
    """A group's answers to a question, in the order typed. ``rate`` is who the group are, where that is known."""

    group: str
    rate: ResponseRate | None
    entries: tuple[Entry[SurveyAnswer], ...]

    @property
    def name(self) -> str:
        """The group with what it holds."""
        return f"{self.group} ({self.rate.members})" if self.rate and self.rate.members else self.group

    def are_too_few(self, limit: int) -> bool:
        """Whether so few of a sex have answered that the sexes are not told apart."""
        counts = [entry.row.count for entry in self.entries if entry.row.sex != EVERYONE]
        return any(count is not None and 0 < count < limit for count in counts)

    def is_hidden(self, row: SurveyAnswer, limit: int) -> bool:
        """Whether a row's answers are not told, because too few are behind them."""
        if row.sex != EVERYONE:
            return self.are_too_few(limit)
        return row.count is not None and 0 < row.count < limit

    @property
    def left_over(self) -> int:
        """How many of those who answered are in none of the sexes that are told; 0 where that is not known."""
        whole = next((entry.row.count for entry in self.entries if entry.row.sex == EVERYONE), None)
        counts = [entry.row.count for entry in self.entries if entry.row.sex != EVERYONE]
        return whole - sum(count or 0 for count in counts) if whole is not None and counts and all(counts) else 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question with each group's answers."""

    title: Name
    groups: tuple[Answers, ...]


def questions(underlag: Underlag) -> tuple[Question, ...]:
    """Gather the answers by question and group, in the order typed."""
    rates = {row.group: row for row in reversed(underlag.rows(ResponseRate))}
    gathered: dict[Name, dict[Name, list[Entry[SurveyAnswer]]]] = {}
    for entry in underlag.of(SurveyAnswer):
        gathered.setdefault(entry.row.question, {}).setdefault(entry.row.group, []).append(entry)
    return tuple(
        Question(title, tuple(Answers(group, rates.get(group), tuple(entries)) for group, entries in of.items()))
        for title, of in gathered.items()
    )
