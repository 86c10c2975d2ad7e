"""The tab *Uppgifter om förbundet*: the association, its year, and the choices that hold for the whole report."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME
from generator.model.columns import ChoiceColumn, MaybeDay, NameText, Persons, Picture, Text, Year, YesNo
from generator.model.next_year import Emptied, Later
from generator.model.rows import Row, Section, Tab


class ReportState(StrEnum):
    """How far the report has come (*läge*); decides what may be missing."""

    IN_PROGRESS = "under arbete"
    DRAFT = "utkast"
    FINAL = "slutlig"


class EquityLayout(StrEnum):
    """How equity stands in the balance sheet (6 kap. 2 § LKBR, with the wording before and from 2024)."""

    BY_YEAR = "enligt lagen för året"
    ONE_ROW = "en rad"
    OPENING_RESULT_CLOSING = "ingående, årets resultat, utgående"
    RESULT_AND_OTHER = "årets resultat och övrigt eget kapital"


class EquityLevel(StrEnum):
    """What equity is held against in the table *Eget kapital mot bidragen*."""

    SHARE = "20 procent av bidragen"
    STAIRCASE = "nationella rådets trappa"


class CostSign(StrEnum):
    """How costs stand in the income statement."""

    NEGATIVE = "med minus"
    POSITIVE = "utan minus"


class NilSign(StrEnum):
    """What stands in the cell where nothing is stated."""

    DASH = "streck"
    ZERO = "nolla"
    EMPTY = "tomt"


class DateStyle(StrEnum):
    """How the head of a column tells its period or day: 2020-12-31, 201231 or 2020."""

    ISO = "datum"
    SHORT = "kort datum"
    YEAR = "år"


class BudgetShown(StrEnum):
    """Which budget the outcome is compared with (10 kap. 1 § LKBR: the one decided)."""

    DECIDED = "beslutad"
    REVISED = "reviderad"


class DeviationSign(StrEnum):
    """What plus means in a deviation from the budget; one meaning in the whole report."""

    BETTER = "plus är bättre än budget"
    MORE = "plus är mer än budget"


class Numbered(StrEnum):
    """Which tables are numbered; diagrams are with any of them but none."""

    OWN = "ja"
    NONE = "nej"
    ALL = "alla tabeller"


class Width(StrEnum):
    """How much of the page's width a block takes; neighbours that have room for each other stand side by side."""

    WHOLE = "hel"
    HALF = "halv"
    THIRD = "tredjedel"


IN_BOX = " i ruta"
"""What follows a width where a box is drawn around the block."""


class BoardOrder(StrEnum):
    """In which order the members of the board stand."""

    AS_TYPED = "som i fliken"
    PRESIDIUM_FIRST = "presidiet först"
    PRESIDIUM_SIGNS_FIRST = "presidiet först i underskrifterna"


def one_of(enum: type[StrEnum], width: float = 18) -> ChoiceColumn:
    """Make the column of a choice between an enumeration's values."""
    return ChoiceColumn(width, allowed=tuple(member.value for member in enum))


_UNIT_SPELLINGS = (("kronor", "kr"), ("tusental kronor", "tkr"), ("mkr", "mnkr"), ("miljoner kronor", "mnkr"))
Decimals = Annotated[str, ChoiceColumn(11, allowed=("0", "1", "2"))]
ShownUnit = Annotated[str, ChoiceColumn(12, allowed=("kr", "tkr", "mnkr"), aliases=_UNIT_SPELLINGS)]


class Association(Row):
    """The facts about the association (*samordningsförbundet*) and the year."""

    awaited: ClassVar = (("name",), ("organisation_number",), ("decision_date",))

    name: NameText = Field(NO_NAME, title="Förbundets namn", description="Hela namnet, som det ska stå på omslaget.")
    year: Later[Year] = Field(title="Räkenskapsår", description="Året som rapporten gäller, till exempel 2025.")
    first_day: MaybeDay = Field(
        None,
        title="Förbundets första dag",
        description="Bara för ett nytt förbund: dagen då det första räkenskapsåret började, till exempel 2025-09-01.",
    )
    short_name: Text = Field(
        "", title="Kortnamn", description="Kort namn eller förkortning för sidhuvudet. Tomt: hela namnet."
    )
    organisation_number: Text = Field(
        "", title="Organisationsnummer", description="Tio siffror med bindestreck, 222000-0000."
    )
    seat: Text = Field("", title="Säte", description="Kommunen där förbundet har sitt säte.")
    state: Emptied[Annotated[str, one_of(ReportState)]] = Field(
        ReportState.IN_PROGRESS.value,
        title="Läge",
        description=(
            "under arbete: allt får saknas. utkast: det som bestäms på styrelsemötet får saknas. "
            "slutlig: namn, beslutsdatum och alla belopp ska finnas."
        ),
    )
    decision_date: Emptied[MaybeDay] = Field(
        None,
        title="Beslutsdatum",
        description="Dagen då styrelsen fastställer rapporten. Behövs först när rapporten görs slutlig.",
    )
    decision_place: Text = Field(
        "", title="Beslutsort", description="Orten där styrelsen undertecknar rapporten. Tomt: sätet."
    )
    diary_number: Emptied[Text] = Field(
        "", title="Diarienummer", description="Ärendets nummer i diariet, om det finns."
    )
    website: Text = Field("", title="Webbadress", description="Förbundets webbplats, om den ska stå på omslaget.")
    logo: Picture = Field(
        "",
        title="Logotyp",
        description="Namnet på en bildfil (png, jpg eller svg) i samma mapp som arbetsboken.",
    )
    shown_unit: ShownUnit = Field(
        "kr",
        title="Visad enhet",
        description="Enheten som beloppen visas i. Du skriver in belopp i flikens enhet, vanligen kronor.",
    )
    decimals: Decimals = Field(
        "",
        title="Decimaler",
        description="Antal decimaler i visad enhet, 0 till 2. Tomt: inga i kr och tkr, en i mnkr.",
    )
    date_style: Annotated[str, one_of(DateStyle)] = Field(
        DateStyle.ISO.value,
        title="Datum i tabellhuvuden",
        description=(
            "Hur räkningarnas kolumner visar perioden eller dagen: 2020-12-31, 201231 eller 2020. "
            "Med datum skrivs ett helt år 2020, och dagarna en gång efter enheten."
        ),
    )
    cost_sign: Annotated[str, one_of(CostSign)] = Field(
        CostSign.NEGATIVE.value,
        title="Kostnader i resultaträkningen",
        description="Om kostnader visas med eller utan minus. Du skriver alltid in kostnader utan minus.",
    )
    nil_sign: Annotated[str, one_of(NilSign)] = Field(
        NilSign.DASH.value,
        title="Tecken för inget belopp",
        description="Vad som visas där inget belopp finns: streck (–), nolla (0) eller tomt.",
    )
    show_net_costs: YesNo = Field(
        default=True,
        title="Visa Verksamhetens nettokostnader",
        description="Summaraden i resultaträkningen enligt 5 kap. 2 § LKBR. Nej utelämnar den.",
    )
    equity_layout: Annotated[str, one_of(EquityLayout, 30)] = Field(
        EquityLayout.BY_YEAR.value,
        title="Eget kapital i balansräkningen",
        description=(
            "enligt lagen för året: från 2024 ingående, årets resultat och utgående; före 2024 årets resultat "
            "och övrigt eget kapital."
        ),
    )
    equity_level: Annotated[str, one_of(EquityLevel, 26)] = Field(
        EquityLevel.SHARE.value,
        title="Nivå för eget kapital",
        description=(
            "Vad tabellen Eget kapital mot bidragen jämför med. Trappans steg står i fliken Trappan för eget kapital."
        ),
    )
    equity_level_checked: YesNo = Field(
        default=False,
        title="Trappan kontrollerad mot rådets beslut",
        description="ja när du har jämfört stegen med Nationella rådets beslut. Först då visas trappan i rapporten.",
    )
    budget_shown: Annotated[str, one_of(BudgetShown)] = Field(
        BudgetShown.DECIDED.value,
        title="Budget att jämföra med",
        description="beslutad: styrelsens budget. reviderad: budgeten efter beslutade ändringar.",
    )
    deviation_sign: Annotated[str, one_of(DeviationSign, 26)] = Field(
        DeviationSign.BETTER.value,
        title="Tecken för avvikelse",
        description=(
            "plus är bättre än budget: högre intäkter eller lägre kostnader. plus är mer än budget: högre intäkter "
            "eller högre kostnader. Gäller i hela rapporten."
        ),
    )
    show_parties: YesNo = Field(
        default=False,
        title="Visa parti",
        description="Om partibeteckningar ska stå i tabellen Styrelse.",
    )
    sign_with_parties: YesNo = Field(
        default=False,
        title="Visa parti i underskrifterna",
        description=(
            "ja: partibeteckningen står efter namnet. nej är det vanliga: styrelsen skriver under för förbundet."
        ),
    )
    board_order: Annotated[str, one_of(BoardOrder, 30)] = Field(
        BoardOrder.AS_TYPED.value,
        title="Styrelsens ordning",
        description=(
            "som i fliken: som raderna står i fliken Styrelse, eller som kolumnen Ordning säger. presidiet först: "
            "ordförande och vice ordförande före de andra, i tabellen Styrelse och i underskrifterna."
        ),
    )
    number_tables: Annotated[str, one_of(Numbered)] = Field(
        Numbered.OWN.value,
        title="Numrera tabeller och diagram",
        description=(
            "ja: egna tabeller, deltagare, enkäter, indikatorer och diagram får nummer. alla tabeller: också styrelse, "
            "översikt, mål och andra, utom räkningarna, noterna och faktabladen. nej: inga får det."
        ),
    )
    smallest_count: Persons = Field(
        5,
        title="Skydda antal under",
        description=(
            "Antal deltagare och svarande som är färre än så visas aldrig, inte heller antal som skulle röja dem. "
            "0: alla visas."
        ),
    )
    show_rounding: YesNo = Field(
        default=True,
        title="Visa rad för avrundning",
        description="Om belopp i hela kronor inte går ihop på grund av avrundning visas raden Avrundning.",
    )


ASSOCIATION_TAB = Tab(
    name="Uppgifter om förbundet",
    help="Förbundet, året och det som gäller för hela rapporten. Fyll i kolumn B.",
    sections=(Section(Association, form=True),),
    required=True,
    other_names=("Förbund", "Förbundet", "Uppgifter"),
)
