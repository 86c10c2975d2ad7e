"""Participants (*deltagare*) as they are typed: one row is a category and a year, with women, men and others.

Each count is typed once: the total follows from the sexes, and where the total is typed as well what is left of it are
those whose sex is not stated. A table's own choices stand in the second part of the tab; a table without any has the
usual ones.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name
from generator.model import topics
from generator.model.columns import ChoiceColumn, NameText, Persons, TableName, TableText, Text, Year, YesNo
from generator.model.rows import Row, Section, Tab

NAME = "Deltagare"
CODE = "participants"
WOMEN, MEN, OTHER, TOTAL, BASE, SHARE = "women", "men", "other", "total", "base", "share"
SEXES = (WOMEN, MEN, OTHER)
SHARES = "shares_"
"""What the codes of a table's own shares have before their names: no category's part ends so."""
PERSONS, ATTENDANCES = "unika personer", "deltaganden"
ALL = None
"""Stands for all categories together: no category that can be typed does."""
UNNAMED = "Ej angiven"
"""What a category without a name is called in a table of several."""


class Participants(Row):
    """How many took part, in one category and one year."""

    told_by_own_rule: ClassVar = True
    awaited: ClassVar = (("year",),)
    other_headings: ClassVar = {
        "other": ("Annat", "Ej uppgett", "Okänt"),
        "base": ("Bas",),
        "total": ("Totalt om kön saknas", "Antal"),
    }
    rare: ClassVar[frozenset[str]] = frozenset({"other", "total", "base"})

    table: NameText = Field(title="Tabell", description="Tabellens namn, till exempel Deltagare efter ålder.")
    category: TableName = Field(
        NO_NAME, title="Kategori", description="Radens text, till exempel 16–29 år. Tomt: tabellen visar år för år."
    )
    year: Year = Field(title="År", description="Året som antalen gäller.")
    women: Persons = Field(None, title="Kvinnor", description="Antal kvinnor.")
    men: Persons = Field(None, title="Män", description="Antal män.")
    other: Persons = Field(
        None, title="Annat/ej uppgett", description="Antal med annat eller okänt kön. Tomt: det som är kvar av Totalt."
    )
    total: Persons = Field(
        None, title="Totalt", description="Bara om könen saknas, eller om alla inte har uppgett kön."
    )
    base: Persons = Field(
        None,
        title="Bas för andel",
        description="Antalet som andelarna räknas på, på en av tabellens rader per år. Tomt: tabellens summa.",
    )

    @property
    def by_sex(self) -> dict[str, int]:
        """The counts of each sex that are known; what a typed total leaves over is of no stated sex."""
        known = {sex: count for sex in SEXES if (count := getattr(self, sex)) is not None}
        left = self.total - sum(known.values()) if self.total is not None and known else 0
        if OTHER not in known and left > 0:
            known[OTHER] = left
        return known

    @property
    def number(self) -> int | None:
        """How many they are together; None where nothing is typed."""
        sexes = self.by_sex
        return sum(sexes.values()) if sexes else self.total


class ParticipantTable(Row):
    """How a table of participants is shown, where it is not as usual."""

    rare: ClassVar[frozenset[str]] = frozenset({"added", "shares", "numbered", "source", "note"})

    name: NameText = Field(title="Tabell", description="Samma namn som i raderna ovan.")
    title: Text = Field("", title="Rubrik", description="Det som står över tabellen. Tomt: namnet.")
    counted: Annotated[str, ChoiceColumn(16, allowed=(PERSONS, ATTENDANCES))] = Field(
        PERSONS, title="Räknas", description="unika personer, eller deltaganden där en person kan räknas flera gånger."
    )
    added: YesNo = Field(
        default=True,
        title="Summeras",
        description="nej: en person kan finnas i flera kategorier, så att de inte går att lägga ihop.",
    )
    shares: YesNo = Field(default=False, title="Visa andelar", description="ja: varje antal visas också som andel.")
    numbered: YesNo = Field(default=True, title="Numreras", description="ja: tabellen får ett nummer i rapporten.")
    source: TableText = Field("", title="Källa", description="Varifrån uppgifterna kommer. Står under tabellen.")
    note: TableText = Field("", title="Förklaring", description="En mening under tabellen.")


class ParticipantShare(Row):
    """A share of some participants in others, of each sex: how many of those who ended went to work."""

    rare: ClassVar[frozenset[str]] = frozenset({"base", "after"})

    table: NameText = Field(title="Tabell", description="Samma namn som i raderna ovan.")
    name: TableName = Field(title="Andel", description="Radens eller kolumnens text, till exempel Andel till arbete.")
    parts: Text = Field(
        title="Kategorier",
        description="De kategorier som är delen. Flera skiljs med semikolon och läggs ihop. Eller kvinnor, eller män: "
        "könets andel i varje kategori.",
    )
    base: Text = Field(
        "",
        title="Av",
        description="De kategorier som andelen räknas på, till exempel Avslutade. Tomt: Bas för andel, eller summan.",
    )
    after: TableName = Field(
        NO_NAME, title="Står efter", description="Kategorin som andelen står efter. Tomt: sist i tabellen."
    )

    @staticmethod
    def named(text: str) -> tuple[Name, ...]:
        """The categories that a cell names."""
        return tuple(Name(part.strip()) for part in text.split(";") if part.strip())


TAB = Tab(
    topic=topics.PARTICIPANTS,
    name=NAME,
    help=(
        "En rad per tabell, kategori och år. Summor och andelar räknas fram. Små antal skyddas i allt som programmet "
        "skriver: välj gränsen i fliken Uppgifter om förbundet. Längre ned i fliken: tabellernas rubriker, och andelar."
    ),
    sections=(
        Section(Participants, prepared=60),
        Section(
            ParticipantTable,
            title="Om tabellerna",
            help="Frivillig: en rad per tabell som ska ha en egen rubrik, andelar, en källa eller en förklaring.",
            prepared=10,
        ),
        Section(
            ParticipantShare,
            title="Andelar av en viss kategori",
            help="Frivillig: en rad per andel, till exempel hur många av de avslutade som fick arbete. Den räknas fram "
            "för kvinnor, män och totalt, och står sist i tabellen.",
            prepared=6,
            rare=True,
        ),
    ),
)
