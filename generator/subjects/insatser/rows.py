"""The insatser as the register *Insatser* has them: kind, owner, period, activity, budget and participants.

An insats runs over years and is known by a key; what it costs is typed in *Insatsernas ekonomi* and in the books.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.counts import counted
from generator.ground.dates import lies_within
from generator.ground.formatting import span
from generator.ground.names import NO_NAME, Name, slug
from generator.ground.once import once
from generator.look.values import Point
from generator.model import topics
from generator.model.amounts import ActivityName
from generator.model.columns import (
    AmountNow,
    ChoiceColumn,
    DayMonthOrYear,
    LongText,
    NameText,
    PersonsOrWords,
    Picture,
    PictureText,
    ReferenceColumn,
    SuggestionColumn,
    TableText,
    Text,
)
from generator.model.fact import Observation
from generator.model.next_year import Emptied, Kept
from generator.model.registers import Activity
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.text_kinds import IN_TABLE
from generator.model.underlag import Underlag

REGISTER = "Insatser"
INDIVIDUAL, STRUCTURAL = "individinriktad", "strukturövergripande"
GOING_ON, ENDED = Name("pågående"), Name("avslutade")
"""What the insatser may be grouped by besides their kind; it follows from the last day."""

COUNT_OF_ALL = "counts.insatser"
COUNT_OF_ENDED, COUNT_OF_GOING_ON = f"{COUNT_OF_ALL}.{ENDED}", f"{COUNT_OF_ALL}.{GOING_ON}"
COUNTS = {
    COUNT_OF_ALL: "Antal insatser under året",
    f"{COUNT_OF_ALL}.{INDIVIDUAL}": "Antal individinriktade insatser under året",
    f"{COUNT_OF_ALL}.{STRUCTURAL}": "Antal strukturövergripande insatser under året",
    COUNT_OF_ENDED: "Antal insatser som avslutades under året",
    COUNT_OF_GOING_ON: "Antal insatser som pågår vid årets slut",
}
"""What is counted of the insatser, by code."""

_KIND_SPELLINGS = (
    ("individinriktat", INDIVIDUAL),
    ("individ", INDIVIDUAL),
    ("strukturinriktad", STRUCTURAL),
    ("strukturinriktat", STRUCTURAL),
    ("struktur", STRUCTURAL),
)

_COUNTED = ("unika personer", "deltaganden")
"""What participants are usually counted as."""

InsatsName = Annotated[Name, ReferenceColumn(register=REGISTER)]


class Insats(Row):
    """An insats: something that the association finances, for persons or for how the members work together."""

    other_headings: ClassVar = {
        "key": ("Insats",),
        "owner": ("Projektägare",),
        "parties": ("Samverkande parter",),
        "start": ("Start", "Startdatum"),
        "end": ("Slut", "Slutdatum"),
        "budget": ("Budget",),
    }
    named_by: ClassVar = ("key", "name", "other_names")

    key: NameText = Field(title="Nyckel", description="Ett kort namn som du använder i de andra flikarna.")
    name: NameText = Field(NO_NAME, title="Namn", description="Namnet som visas i rapporten. Tomt: nyckeln.")
    other_names: Text = Field(
        "", title="Andra namn", description="Andra stavningar som förekommer, åtskilda med semikolon."
    )
    kind: Annotated[str, ChoiceColumn(22, allowed=(INDIVIDUAL, STRUCTURAL), aliases=_KIND_SPELLINGS)] = Field(
        "", title="Slag", description="individinriktad eller strukturövergripande. Visas efter namnet."
    )
    owner: TableText = Field("", title="Ägare", description="Parten som driver insatsen.")
    parties: TableText = Field("", title="Parter", description="De som deltar, åtskilda med komma.")
    start: DayMonthOrYear = Field(
        None, title="Från", description="Första dagen: 2020-01-01, 2020-01 eller 2020, så noga som du vet."
    )
    end: DayMonthOrYear = Field(None, title="Till", description="Sista dagen. Tomt: pågår tills vidare.")
    activity: ActivityName = Field(
        NO_NAME,
        title="Verksamhet",
        description=(
            "Verksamheten som insatsens kostnad är bokförd på. Flera insatser kan ha samma. "
            "Tomt: verksamheten med samma namn."
        ),
    )
    budget: AmountNow = Field(
        None,
        title="Budget i år",
        description=(
            "Insatsens budget för räkenskapsåret. Tomt: summan av budgeten per kostnadsslag i fliken "
            "Insatsernas ekonomi, eller budgeten för verksamheten om insatsen är ensam om den. Skriv den bara på "
            "ett ställe."
        ),
    )
    budget_whole: Kept[AmountNow] = Field(
        None, title="Budget hela perioden", description="Bara om insatsen löper över flera år. Visas i faktabladet."
    )
    planned: Emptied[TableText] = Field(
        "", title="Deltagare planerat", description="Ett antal eller ord, till exempel alla nya."
    )
    reached: Emptied[PersonsOrWords] = Field(
        "", title="Deltagare utfall", description="Ett antal eller ord. Ett litet antal skyddas, om det står ensamt."
    )
    counted: Annotated[str, SuggestionColumn(text_kind=IN_TABLE, suggested=_COUNTED)] = Field(
        "", title="Vad som räknas", description="Till exempel unika personer eller deltaganden. Visas efter antalet."
    )
    assessment: LongText = Field("", title="Bedömning", description="Styrelsens eller förbundets bedömning i korthet.")
    picture: Picture = Field(
        "",
        title="Bild",
        description=(
            "Namnet på en bildfil (png, jpg eller svg) i samma mapp som arbetsboken. Visas på insatsens kort, beskuren "
            "till ett band."
        ),
    )
    picture_text: PictureText = Field(
        "",
        title="Bildens beskrivning",
        description="Vad bilden visar, för den som inte ser den. Ett ensamt streck (–): bilden är bara utsmyckning.",
    )
    picture_centre: Point = Field(
        "50% 50%",
        title="Bildens mittpunkt",
        description=(
            "Det som alltid ska synas när bilden beskärs: mitten, uppe till höger, eller procent från vänster och "
            "uppifrån, 50 % 30 %."
        ),
    )

    def stays(self, year: int) -> bool:
        """Whether the insats goes on after the year: one that ended on its last day does not."""
        return self.end is None or self.end.last > date(year, 12, 31)

    @property
    def label(self) -> Name:
        """The name in the report."""
        return self.name or self.key

    @property
    def code(self) -> str:
        """What the codes of the insats's figures begin with."""
        return f"insats.{slug(self.key)}"

    @property
    def period(self) -> str:
        """From when to when, as it is written in the report."""
        return span(self.start, self.end)

    def ended_by(self, year: int) -> bool:
        """Whether the insats was over when the year was."""
        return self.end is not None and self.end.last.year <= year

    def runs_in(self, year: int) -> bool:
        """Whether any day of the insats lies in the year."""
        return lies_within(self.start, self.end, year)

    def counted_as(self, year: int) -> Iterator[str]:
        """The codes of what the insats is counted as in a year."""
        if self.runs_in(year):
            yield COUNT_OF_ALL
            if self.kind:
                yield f"{COUNT_OF_ALL}.{self.kind}"
            yield COUNT_OF_ENDED if self.ended_by(year) else COUNT_OF_GOING_ON

    @staticmethod
    def facts(entry: "Entry[Insats]", year: int) -> Iterator[Observation]:
        """Give the budgets, the participants where they are a number, and the insats itself as one, to be counted."""
        source = entry.source("key")
        for code in entry.row.counted_as(year):
            yield counted(code, year, source)
        for field in ("planned", "reached"):
            number = whole_number(getattr(entry.row, field))
            if number is not None:
                yield Observation(f"{entry.row.code}.{field}", year, number, entry.source(field))
        for part, amount, source in entry.typed({each: each for each in ("budget", "budget_whole")}):
            yield Observation(f"{entry.row.code}.{part}", year, amount, source)


def whole_number(text: str) -> Decimal | None:
    """The number that a text is nothing but, spaces between thousands allowed; None for words."""
    digits = "".join(text.split())
    return Decimal(digits) if digits.isdecimal() else None


TAB = Tab(
    topic=topics.INSATSER,
    name=REGISTER,
    help="En rad per insats som pågick under året. Kostnaderna skrivs i fliken Insatsernas ekonomi.",
    sections=(Section(Insats, prepared=30),),
    in_unit=True,
)


def names_of(insats: Insats) -> tuple[Name, ...]:
    """All that an insats may be called, its key first."""
    others = (Name(name.strip()) for name in insats.other_names.split(";"))
    return tuple(name for name in (insats.key, insats.name, *others) if name)


def selections(underlag: Underlag) -> Mapping[Name, tuple[Name, ...]]:
    """What may stand in the outline's column *Namn*, and the keys of the insatser that it means.

    A name, a kind, or the insatser that go on or have ended.
    """
    found: dict[Name, dict[Name, None]] = {}
    for insats in underlag.rows(Insats):
        for name in (*names_of(insats), *_groups_of(insats, underlag)):
            found.setdefault(name, {})[insats.key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def _groups_of(insats: Insats, underlag: Underlag) -> Iterator[Name]:
    if insats.kind:
        yield Name(insats.kind)
    if underlag.association:
        yield ENDED if insats.ended_by(underlag.association.row.year) else GOING_ON


def selected(underlag: Underlag, name: Name) -> tuple[Insats, ...]:
    """The insatser that a placement's name means; all where it is empty, none where it is unknown."""
    wanted = selections(underlag).get(name, ())
    return tuple(insats for insats in underlag.rows(Insats) if not name or insats.key in wanted)


@once
def activities_of(underlag: Underlag) -> Mapping[Name, Name]:
    """The key of the activity that each insats's cost is booked on, by the insats's key; those without are left out.

    Where the tab of activities is missing none has any.
    """
    known = {activity.key for activity in underlag.rows(Activity)}
    by_name = {name: activity.key for activity in underlag.rows(Activity) for name in _activity_names(activity)}
    found: dict[Name, Name] = {}
    for insats in underlag.named(Insats):
        same = (by_name[name] for name in names_of(insats) if name in by_name)
        activity = insats.activity if insats.activity in known else next(same, NO_NAME)
        if activity:
            found[insats.key] = activity
    return found


def _activity_names(activity: Activity) -> Iterator[Name]:
    yield from (activity.key, activity.name or activity.key)
    yield from (Name(name.strip()) for name in activity.other_names.split(";") if name.strip())
