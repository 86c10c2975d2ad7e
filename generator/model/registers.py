"""The registers that hold no amounts: *Verksamheter*, *Noter* and the report's outline, *Innehåll*."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name
from generator.model.amounts import ACTIVITIES, NOTES
from generator.model.association import IN_BOX, CostSign, Decimals, ShownUnit, Width, one_of
from generator.model.columns import (
    ChoiceColumn,
    ChoicesColumn,
    LongText,
    NameText,
    ReferenceColumn,
    TableName,
    Text,
    TextColumn,
    Whole,
    YesNo,
)
from generator.model.law_parts import PART_NAMES
from generator.model.part_columns import LayoutColumn, PartNameColumn
from generator.model.rows import Row, Section, Tab

COMPONENT_REGISTER = "Innehållsslag"
"""The register that no tab holds: the components that a block of the outline may show."""

NAMED_IN = (
    ("Diagram", "Diagram"),
    ("Egen tabell", "Tabeller"),
    ("Faktablad", "Insatser"),
    ("Insatser", "Insatser"),
)
"""Components that show one of several, and the tab in whose first column those stand once each."""

TEXT_NOTE = "text"
ROWS_NOTE = "belopp"
EVERYBODY, BOARD = "alla", "styrelsen"
"""Who reads a block: what is for the board only is not in a copy for the web."""

GROUPS = ("individinriktad", "strukturövergripande", "administration", "finansiering", "egen")

Marked = Annotated[str, ChoicesColumn(30, allowed=PART_NAMES)]
"""Which of the parts that the law asks for something is, whatever its heading."""

ComponentName = Annotated[str, ReferenceColumn(register=COMPONENT_REGISTER)]


class Activity(Row):
    """An activity (*verksamhet*) that amounts belong to."""

    other_headings: ClassVar = {"key": ("Verksamhet",), "name": ("Namn",)}
    named_by: ClassVar = ("key", "name", "other_names")
    unprinted: ClassVar = frozenset({"other_names"})

    key: NameText = Field(title="Nyckel", description="Ett kort namn som du använder i de andra flikarna.")
    name: TableName = Field(NO_NAME, title="Benämning", description="Namnet som visas i rapporten. Tomt: nyckeln.")
    other_names: Text = Field(
        "", title="Andra namn", description="Andra stavningar som förekommer, åtskilda med semikolon."
    )
    group: Annotated[str, ChoiceColumn(22, allowed=GROUPS)] = Field(
        "egen", title="Grupp", description="Gruppen i kostnadsfördelningen."
    )
    operating_row: Text = Field(
        "",
        title="Rad i driftredovisningen",
        description="Raden som verksamheten räknas till i driftredovisningen. Tomt: en egen rad.",
    )
    is_insats: YesNo = Field(default=False, title="Insats", description="ja om verksamheten är en insats.")
    position: Whole = Field(None, title="Ordning", description="Plats i tabellerna. Tomt: som raderna står här.")


class Note(Row):
    """A note (*not*). Its number follows from the order of the statements' lines (9 kap. 2 § LKBR)."""

    other_headings: ClassVar = {"key": ("Nyckel",)}
    named_by: ClassVar = ("key", "title")
    rare: ClassVar = frozenset({"part", "sum_label", "sign"})
    unprinted: ClassVar = frozenset({"part"})

    key: NameText = Field(title="Not", description="Ett kort namn som du använder i de andra flikarna.")
    title: Text = Field("", title="Rubrik", description="Rubriken i rapporten. Tomt: notens namn.")
    text: LongText = Field("", title="Text", description="Text i noten, före tabellen. Får vara tom.")
    kind: Annotated[str, ChoiceColumn(12, allowed=(ROWS_NOTE, TEXT_NOTE))] = Field(
        ROWS_NOTE,
        title="Slag",
        description="belopp: noten ska ha rader med belopp. text: en not som kan vara bara text.",
    )
    shown_unit: ShownUnit = Field("", title="Visad enhet", description="Annan enhet än rapportens, för noten.")
    sum_label: TableName = Field(
        NO_NAME, title="Summans namn", description="Summaradens text, till exempel Årets kostnader. Tomt: Summa."
    )
    sign: Annotated[str, one_of(CostSign)] = Field(
        CostSign.POSITIVE.value,
        title="Tecken",
        description="med minus: kostnader visas med minus i noten. Du skriver dem alltid utan. Bara för kostnader.",
    )
    part: Marked = Field(
        "",
        title="Del enligt lagen",
        description=(
            "Vilken upplysning som lagen kräver noten är, om rubriken inte säger det. Flera skiljs med semikolon."
        ),
    )


class OutlineBlock(Row):
    """One block of the report's outline: a heading, a text, a statement, or several of these together."""

    other_headings: ClassVar = {"content": ("Komponent",)}
    rare: ClassVar = frozenset({"decimals", "cost_sign", "layout", "width", "caption", "part", "readers"})
    unprinted: ClassVar = frozenset({"part", "readers"})

    level: Whole = Field(None, title="Nivå", description="Rubrikens nivå, 1 till 4. Tomt: ingen egen rubrik.")
    numbered: YesNo = Field(default=False, title="Numrerad", description="ja: rubriken får nummer, 1 eller 1.1.")
    heading: Text = Field("", title="Rubrik", description="Rubriken i rapporten. Får vara tom.")
    contents_heading: Annotated[str, TextColumn(keeps_dash=True)] = Field(
        "",
        title="Rubrik i innehållsförteckningen",
        description="Om den ska vara en annan än rubriken. Ett ensamt streck (–) utelämnar rubriken där.",
    )
    content: ComponentName = Field("", title="Innehåll", description="Vad som visas här. Välj i listan.")
    name: Annotated[Name, PartNameColumn(of="content", registers=NAMED_IN)] = Field(
        NO_NAME,
        title="Namn",
        description="Vilken av flera som visas, till exempel målområdet för innehållet Mål. Tomt: alla.",
    )
    text: LongText = Field(
        "",
        title="Text",
        description="Kort text. Tomma rader skiljer stycken åt. Längre skrivs i filen texter.docx eller texter.md.",
    )
    new_page: YesNo = Field(default=False, title="Ny sida", description="ja: blocket börjar på en ny sida.")
    shown_unit: ShownUnit = Field("", title="Visad enhet", description="Annan enhet än rapportens, här.")
    decimals: Decimals = Field("", title="Decimaler", description="Annat antal decimaler än rapportens, här.")
    cost_sign: Annotated[str, one_of(CostSign)] = Field(
        "", title="Kostnader", description="Om kostnader visas på annat sätt här än i resultaträkningen."
    )
    layout: Annotated[Name, LayoutColumn(of="content")] = Field(
        NO_NAME,
        title="Utformning",
        description="Hur innehållet visas. Listan har de utformningar som radens innehåll har. Tomt: den första.",
    )
    caption: Text = Field(
        "",
        title="Överskrift",
        description="I fetstil över tabellen eller diagrammet, i stället för dess egen. Utan dem: över texten.",
    )
    width: Annotated[str, ChoiceColumn(16, allowed=(*Width, *(f"{width}{IN_BOX}" for width in Width)))] = Field(
        "",
        title="Bredd",
        description=(
            "halv eller tredjedel: blocket står bredvid de block intill som också är smala, till exempel två diagram. "
            "i ruta: med en ram omkring. Tomt eller hel: hela bredden."
        ),
    )
    part: Marked = Field(
        "",
        title="Del enligt lagen",
        description=(
            "Vilken del som lagen kräver blocket är, om rubriken inte säger det. Gäller före rubriken. "
            "Flera skiljs med semikolon."
        ),
    )
    readers: Annotated[str, ChoiceColumn(12, allowed=(EVERYBODY, BOARD))] = Field(
        EVERYBODY,
        title="Läsare",
        description=(
            "styrelsen: blocket är inte med i en webbkopia. På en rad med rubrik gäller det allt under rubriken."
        ),
    )

    @property
    def twice_is_told(self) -> bool:
        """A rule of its own tells of it."""
        return bool(self.content) or not self.text


ACTIVITIES_TAB = Tab(
    name=ACTIVITIES,
    help="Förbundets verksamheter: insatser, styrelse, kansli och finansiering. Inga belopp.",
    sections=(Section(Activity, prepared=40),),
)

NOTES_TAB = Tab(
    name=NOTES,
    help="En rad per not. Numren sätts av programmet, i samma ordning som posterna i räkningarna.",
    sections=(Section(Note, prepared=30),),
)

OUTLINE_TAB = Tab(
    name="Innehåll",
    help="Rapporten uppifrån och ned, en rad per block. Flytta, ta bort och lägg till rader som du vill.",
    sections=(
        Section(
            OutlineBlock,
            prepared=60,
            starters=(
                {
                    "level": 1,
                    "heading": "Innehåll",
                    "contents_heading": "–",
                    "content": "Innehållsförteckning",
                },
                {
                    "level": 1,
                    "numbered": True,
                    "heading": "Resultaträkning",
                    "content": "Resultaträkning",
                },
                {"level": 1, "numbered": True, "heading": "Balansräkning", "content": "Balansräkning"},
                {
                    "level": 1,
                    "numbered": True,
                    "heading": "Kassaflödesanalys",
                    "content": "Kassaflödesanalys",
                },
                {"level": 1, "numbered": True, "heading": "Noter", "content": "Noter"},
            ),
        ),
    ),
    required=True,
    other_names=("Disposition",),
)
