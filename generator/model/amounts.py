"""The tabs of amounts: *Intäkter och kostnader* and *Balansposter*. Every krona is typed here, once."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.findings.rule import Rule
from generator.ground.names import NO_NAME, Name
from generator.model.booked import Booked
from generator.model.columns import (
    AmountBefore,
    AmountLast,
    AmountNow,
    ChoiceColumn,
    EssentialAmount,
    EssentialBefore,
    EssentialLast,
    ReferenceColumn,
    TableName,
    Text,
    Year,
    YesNo,
)
from generator.model.fact import Fact, Measure, Observation
from generator.model.messages import EQUITY_TYPED
from generator.model.next_year import Ended, Kept, Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.statements.balance_sheet import CURRENT_ASSETS, EQUITY_LINE
from generator.statements.lines import BALANCE_LINES, BY_LABEL, INCOME_LINES, code_of
from generator.statements.statement import Line

ACTIVITIES = "Verksamheter"
NOTES = "Noter"
CHART_OF_ACCOUNTS = "Kontoplan"
DIRECT_ADJUSTMENT = "direct_adjustment"
RESTATED = Name("Rättelse")
"""The sub-item of what restates a balance of last year."""
TAKEN_OVER = "taken_over"
"""What stands in a note about a merger."""
PART_OF = "varav"
_PARTS = (("level", PART_OF),)
"""What is contained in the rows above, and is not added."""

_TYPED_BALANCE_LINES = tuple(line for line in BALANCE_LINES if line != EQUITY_LINE)
_RESTATED_LINES = tuple(line for line in _TYPED_BALANCE_LINES if line.sign)
_OPENING_LINES = tuple(line for line in BALANCE_LINES if line.sign)


def _lines(lines: tuple[Line, ...], refused: tuple[tuple[str, Rule], ...] = ()) -> ChoiceColumn:
    aliases = tuple((other, line.label) for line in lines for other in line.other_names)
    return ChoiceColumn(34, allowed=tuple(line.label for line in lines), aliases=aliases, refused=refused)


_DERIVED = (
    ("Eget kapital", EQUITY_TYPED),
    ("Årets resultat", EQUITY_TYPED),
    ("Övrigt eget kapital", EQUITY_TYPED),
)

IncomeLine = Annotated[str, _lines(INCOME_LINES)]
BalanceLine = Annotated[str, _lines(_TYPED_BALANCE_LINES, _DERIVED)]
RestatedLine = Annotated[str, _lines(_RESTATED_LINES, _DERIVED)]
OpeningLine = Annotated[str, _lines(_OPENING_LINES)]
Level = Annotated[str, ChoiceColumn(10, allowed=("rad", PART_OF))]
Liquid = Annotated[str, ChoiceColumn(14, allowed=("ja", "nej"))]
ActivityName = Annotated[Name, ReferenceColumn(register=ACTIVITIES)]
NoteName = Annotated[Name, ReferenceColumn(register=NOTES)]

SUB_ITEM_HELP = "Egen delpost under posten, om den ska visas för sig i räkningen. Annars tomt."
NOTE_HELP = "Noten där raden ska stå: ett namn från fliken Noter."
NOTE_ROW_HELP = "Radens text i noten. Flera rader med samma text slås ihop. Tomt: verksamhetens namn, annars postens."
OPERATING_ROW_HELP = (
    "Raden i driftredovisningen per kostnadsslag, om den ska heta något annat än notraden. Flera rader med samma text "
    "slås ihop. Raderna står i den ordning de skrivs. Tomt: notraden."
)
LEVEL_HELP = "rad räknas med i summan. varav visar en del av raderna ovanför och räknas inte med."
SHOW_NIL_HELP = "ja: raden visas även när beloppet är noll båda åren."
REMARK_HELP = "Egen minnesanteckning. Kommer inte med i rapporten."


class IncomeOrCost(Row):
    """One amount of the income statement (*resultaträkningen*) per year, at the lowest level there is."""

    fed_by: ClassVar = dict.fromkeys(("this_year", "last_year"), CHART_OF_ACCOUNTS)
    awaited: ClassVar = (("this_year",), ("last_year",), ("budget", "budget_revised"))
    other_headings: ClassVar = {
        "line": ("Post i resultaträkningen", "Resultatpost"),
        "last_year": ("Utfall fg år", "Utfall föregående år"),
        "year_before": ("Utfall näst fg år", "Utfall året dessförinnan"),
        "budget": ("Budget", "Budget i år", "Beslutad budget"),
        "budget_revised": ("Reviderad budget",),
        "budget_last_year": ("Budget fg år",),
        "remark": ("Anm.", "Anm"),
    }

    rare: ClassVar[frozenset[str]] = frozenset({"operating_row"})

    line: IncomeLine = Field(title="Post", description="Posten i resultaträkningen. Välj i listan.")
    sub_item: TableName = Field(NO_NAME, title="Delpost", description=SUB_ITEM_HELP)
    note: NoteName = Field(NO_NAME, title="Not", description=NOTE_HELP)
    note_row: TableName = Field(NO_NAME, title="Notrad", description=NOTE_ROW_HELP)
    activity: ActivityName = Field(
        NO_NAME,
        title="Verksamhet",
        description="Verksamheten som beloppet hör till: ett namn från fliken Verksamheter.",
    )
    level: Level = Field("rad", title="Nivå", description=LEVEL_HELP)
    this_year: EssentialAmount = Field(
        None,
        title="Utfall i år",
        description="Bokfört belopp, utan minus för både intäkter och kostnader. Extraordinär kostnad: med minus.",
    )
    last_year: Annotated[EssentialLast, Takes("this_year")] = Field(
        None, title="Utfall i fjol", description="Föregående års belopp, som i fjolårets rapport."
    )
    year_before: Annotated[AmountBefore, Takes("last_year", where_used=True)] = Field(
        None, title="Utfall i förfjol", description="Frivillig: året före föregående år, för treårstabeller."
    )
    budget: AmountNow = Field(
        None, title="Budget beslutad", description="Styrelsens beslutade budget (10 kap. 1 § LKBR)."
    )
    budget_revised: AmountNow = Field(
        None,
        title="Budget reviderad",
        description="Frivillig: budgeten efter beslutade ändringar under året.",
    )
    budget_last_year: Annotated[AmountLast, Takes("budget", carried=True)] = Field(
        None, title="Budget i fjol", description="Frivillig: föregående års beslutade budget."
    )
    show_nil: YesNo = Field(default=False, title="Visa om noll", description=SHOW_NIL_HELP)
    remark: Text = Field("", title="Anmärkning", description=REMARK_HELP)
    operating_row: TableName = Field(NO_NAME, title="Rad i driftredovisningen", description=OPERATING_ROW_HELP)

    booked: ClassVar = (
        Booked("this_year", 0, but=_PARTS),
        Booked("last_year", -1, but=_PARTS),
        Booked("year_before", -2, but=_PARTS),
        Booked("budget", 0, Measure.BUDGET_DECIDED, but=_PARTS),
        Booked("budget_revised", 0, Measure.BUDGET_REVISED, but=_PARTS),
        Booked("budget_last_year", -1, Measure.BUDGET_DECIDED, but=_PARTS),
    )

    @staticmethod
    def facts(entry: "Entry[IncomeOrCost]", year: int) -> Iterator[Fact]:
        """Give the row's amounts as Facts, one per year and measure that is filled in."""
        row = entry.row
        for each, amount in row.booked_amounts():
            yield Fact(
                line=BY_LABEL[row.line],
                year=year + each.shift,
                amount=amount,
                source=entry.source(each.field),
                measure=each.measure,
                sub_item=row.sub_item,
                note=row.note,
                row=row.note_row or row.activity or Name(row.line),
                operating_row=row.operating_row,
                activity=row.activity,
                part_of=row.level == PART_OF,
                show_nil=row.show_nil,
            )


class BalanceItem(Row):
    """One closing balance (*utgående balans, UB*) per year. Equity is never typed: it is derived."""

    fed_by: ClassVar = dict.fromkeys(("this_year", "last_year"), CHART_OF_ACCOUNTS)
    awaited: ClassVar = (("this_year",), ("last_year",))
    other_headings: ClassVar = {
        "line": ("Balanspost",),
        "this_year": ("Utgående balans i år",),
        "last_year": ("Utgående balans i fjol", "UB fg år"),
        "remark": ("Anm.", "Anm"),
    }

    line: BalanceLine = Field(title="Post", description="Posten i balansräkningen. Välj i listan.")
    sub_item: TableName = Field(NO_NAME, title="Delpost", description=SUB_ITEM_HELP)
    note: NoteName = Field(NO_NAME, title="Not", description=NOTE_HELP)
    note_row: TableName = Field(
        NO_NAME, title="Notrad", description=NOTE_ROW_HELP.replace("verksamhetens namn, annars ", "")
    )
    level: Level = Field("rad", title="Nivå", description=LEVEL_HELP)
    this_year: EssentialAmount = Field(
        None, title="UB i år", description="Utgående balans. Tillgångar och skulder skrivs båda utan minus."
    )
    last_year: Annotated[EssentialLast, Takes("this_year")] = Field(
        None, title="UB i fjol", description="Föregående års utgående balans, som i fjolårets rapport."
    )
    liquid: Liquid = Field(
        "",
        title="Likvida medel",
        description="Om beloppet räknas som likvida medel. Tomt: ja för Kassa och bank.",
    )
    show_nil: YesNo = Field(default=False, title="Visa om noll", description=SHOW_NIL_HELP)
    remark: Text = Field("", title="Anmärkning", description=REMARK_HELP)

    booked: ClassVar = (Booked("this_year", 0, but=_PARTS), Booked("last_year", -1, but=_PARTS))

    @staticmethod
    def facts(entry: "Entry[BalanceItem]", year: int) -> Iterator[Fact]:
        """Give the row's closing balances as Facts, one per year that is filled in."""
        row = entry.row
        line = BY_LABEL[row.line]
        for each, amount in row.booked_amounts():
            yield Fact(
                line=line,
                year=year + each.shift,
                amount=amount,
                source=entry.source(each.field),
                sub_item=row.sub_item,
                note=row.note,
                row=row.note_row or Name(row.line),
                part_of=row.level == PART_OF,
                liquid=is_liquid(row.liquid, line),
                show_nil=row.show_nil,
            )


class OpeningBalance(Row):
    """The balance of a line when the comparison year began (*ingående balans, IB*)."""

    fed_by: ClassVar = {"amount": CHART_OF_ACCOUNTS}
    awaited: ClassVar = (("amount",),)

    line: OpeningLine = Field(title="Post", description="Posten i balansräkningen, eller Eget kapital.")
    amount: EssentialBefore = Field(
        None,
        title="Ingående belopp",
        description="Beloppet när jämförelseåret började, ur fjolårets rapport.",
    )
    liquid: Liquid = Field(
        "",
        title="Likvida medel",
        description="Om beloppet räknas som likvida medel. Tomt: ja för Kassa och bank.",
    )
    remark: Text = Field("", title="Anmärkning", description=REMARK_HELP)

    booked: ClassVar = (Booked("amount", -2),)

    @staticmethod
    def facts(entry: "Entry[OpeningBalance]", year: int) -> Iterator[Fact]:
        """Give the balance at the end of the year before the comparison year."""
        line = BY_LABEL[entry.row.line]
        for each, amount in entry.row.booked_amounts():
            yield Fact(
                line=line,
                year=year + each.shift,
                amount=amount,
                source=entry.source(each.field),
                liquid=is_liquid(entry.row.liquid, line),
                opening=True,
            )

    @classmethod
    def derived_next_year(cls, ended: Ended) -> Iterator[Mapping[str, object]]:
        """Give the closing balances of the year that is the comparison year no longer, of each line; equity as derived.

        A line has two rows where some of it was liquid and some was not. One that is rolled forward has its own tab.
        """
        rolled = {fact.line for fact in ended.facts.amounts if fact.rolled}
        for line in _OPENING_LINES:
            if line in rolled:
                continue
            for liquid, amount in _closing(line, ended).items():
                if amount:
                    yield {"line": line.label, "amount": amount, "liquid": liquid}


class DirectAdjustment(Row):
    """A change of equity that does not pass through the result: a corrected error or a changed principle (RKR R12)."""

    rare: ClassVar = frozenset({"line"})

    year: Year = Field(title="År", description="Räkenskapsåret vars ingående eget kapital ändras.")
    amount: Kept[EssentialAmount] = Field(
        None, title="Belopp", description="Ökning av eget kapital utan minus, minskning med minus."
    )
    reason: Text = Field("", title="Skäl", description="Vad som rättas eller ändras, och varför.")
    note: NoteName = Field(NO_NAME, title="Not", description="Noten som förklarar ändringen.")
    line: RestatedLine = Field(
        "",
        title="Post som räknas om",
        description=(
            "Posten vars belopp i fjol var fel. Med fjolåret i kolumnen År räknas fjolårets kolumn om med beloppet och "
            "märks omräknad. Låt UB i fjol stå som i fjolårets rapport."
        ),
    )

    booked: ClassVar = tuple(
        Booked("amount", -1, on=line, sign=line.sign, only=(("line", line.label),)) for line in _RESTATED_LINES
    )

    @staticmethod
    def facts(entry: "Entry[DirectAdjustment]", year: int) -> Iterator[Fact | Observation]:
        """Give the adjustment as an Observation of the year it belongs to, and what it restates in the year before."""
        for each, amount in entry.row.booked_amounts():
            if each.on is not None:
                source, liquid = entry.source("amount"), is_liquid("", each.on)
                yield Fact(
                    each.on,
                    year + each.shift,
                    amount,
                    source,
                    sub_item=RESTATED,
                    row=RESTATED,
                    liquid=liquid,
                    restated=True,
                )
        if entry.row.amount is not None:
            yield Observation(
                of=DIRECT_ADJUSTMENT,
                year=entry.row.year,
                amount=entry.row.amount,
                source=entry.source("amount"),
                note=entry.row.note,
                row=Name(entry.row.reason),
            )

    def stays(self, year: int) -> bool:
        """Keep those that change a balance which next year's report shows: older ones are in its opening balances."""
        return self.year >= year


def _closing(line: Line, ended: Ended) -> dict[str, Decimal | None]:
    """A line's balance at the end of the comparison year, by the answer in *Likvida medel* (empty: the usual)."""
    if line is EQUITY_LINE:
        return {"": ended.amount(code_of(line), ended.year - 1)}
    found: dict[str, Decimal | None] = {}
    for fact in ended.facts.on(line):
        if fact.year == ended.year - 1 and not fact.part_of and not fact.opening:
            answer = "" if fact.liquid == line.liquid else "ja" if fact.liquid else "nej"
            found[answer] = (found.get(answer) or Decimal(0)) + fact.amount
    return found


def is_liquid(answer: str, line: Line) -> bool:
    """Whether an amount counts as cash: as its row answers, else as its line usually does.

    Only current assets can be cash; a ``ja`` elsewhere is a finding of its own.
    """
    return line in CURRENT_ASSETS.lines and (line.liquid if not answer else answer == "ja")


INCOME_TAB = Tab(
    name="Intäkter och kostnader",
    help=(
        "En rad per belopp, på den lägsta nivå du har: kostnadsslag för en verksamhet. Noter, resultaträkning och "
        "driftredovisning räknas fram ur raderna. Skriv både intäkter och kostnader utan minus."
    ),
    sections=(Section(IncomeOrCost, prepared=120),),
    required=True,
    in_unit=True,
    other_names=("Resultat", "Resultaträkning"),
)

BALANCE_TAB = Tab(
    name="Balansposter",
    help=(
        "En rad per utgående balans. Eget kapital skrivs inte in här: det räknas fram ur ingående eget kapital och "
        "resultaten, så att balansräkningen verkligen prövar det du har skrivit."
    ),
    sections=(
        Section(BalanceItem, prepared=60),
        Section(
            OpeningBalance,
            title="Ingående balanser för jämförelseåret",
            help="Det som fjolårets rapport visar som utgången av året dessförinnan, en rad per post.",
            prepared=12,
            starters=(
                {"line": "Eget kapital"},
                {"line": "Fordringar"},
                {"line": "Kassa och bank"},
                {"line": "Kortfristiga skulder"},
            ),
        ),
        Section(
            DirectAdjustment,
            title="Direktförda justeringar av eget kapital",
            help="Bara om ett fel rättas eller en princip ändras direkt mot eget kapital. Annars tomt.",
            prepared=4,
        ),
    ),
    required=True,
    in_unit=True,
    other_names=("Balans", "Balansräkning"),
)
