"""The multi-year overview (*flerårsöversikt*) as it is typed: key figures of up to five years, the two latest derived.

A known key figure is derived for the report's two years, so that it cannot differ from the statements; the years
before are typed from earlier reports. Other rows are the association's own: taken from a row of a note, or typed for
all years. A report may have several overviews; a key figure that stands in more than one is typed once.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from generator.ground.formatting import COUNT, KRONOR, SHARE
from generator.ground.names import NO_NAME, slug
from generator.model.columns import ChoiceColumn, NameText, TableName, TableText, ValueColumn
from generator.model.fact import Observation
from generator.model.next_year import Emptied, Takes
from generator.model.per_cents import as_typed_share, is_small
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.typed_number import form_of, share_of

NAME = "Flerårsöversikt"
PER_CENT, HEADING = "%", "rubrik"

VALUES = ("this_year", "last_year", "third_year", "fourth_year", "fifth_year")
"""The fields of the years' values, the latest first."""


class Known(NamedTuple):
    """A key figure that the program derives: its unit and its definition. ``figures.CODES`` says which figure it is."""

    unit: str = KRONOR
    definition: str = ""
    is_cost: bool = False


KNOWN = {
    "Verksamhetens intäkter": Known(),
    "Verksamhetens kostnader": Known(definition="utan avskrivningar och finansiella kostnader", is_cost=True),
    "Kostnader inklusive finansiella kostnader": Known(
        definition="verksamhetens kostnader, avskrivningar och finansiella kostnader", is_cost=True
    ),
    "Finansnetto": Known(definition="finansiella intäkter minus finansiella kostnader"),
    "Årets resultat": Known(),
    "Eget kapital": Known(),
    "Summa tillgångar": Known(),
    "Likvida medel": Known(),
    "Medlemsbidrag": Known(),
    "Soliditet": Known(SHARE, "eget kapital i procent av summa tillgångar"),
    "Eget kapital i förhållande till medlemsbidragen": Known(SHARE, "eget kapital i procent av årets medlemsbidrag"),
}

NO_KEY_FIGURES = ("all_costs", "net_financial_items", "equity_to_contributions")
"""What stands where a row's name does in the codes of what is derived for the overview alone."""

_UNITS = {"kr": KRONOR, PER_CENT: SHARE, "antal": COUNT, HEADING: ""}


class KeyFigure(Row):
    """A row of the overview: a known key figure, or one of the association's own."""

    other_headings: ClassVar = {"last_year": ("Föregående år",)}
    rare: ClassVar = frozenset({"overview", "label", "share_of", "from_row"})

    per_cents: ClassVar = dict.fromkeys(VALUES, "när Enhet är %, och för Soliditet och andra andelar")
    calculated: ClassVar = dict.fromkeys(VALUES[:2], (("key", tuple(KNOWN)), ("from_row", ())))

    key: TableName = Field(
        title="Nyckeltal",
        description=f"Ett nyckeltal som programmet räknar fram ({', '.join(KNOWN)}) eller ett eget.",
    )
    unit: Annotated[str, ChoiceColumn(10, allowed=tuple(_UNITS), aliases=(("procent", "%"), ("st", "antal")))] = Field(
        "kr",
        title="Enhet",
        description="kr, % eller antal. Behövs bara för egna nyckeltal. rubrik: en rad som delar tabellen.",
    )
    this_year: Emptied[Annotated[Decimal | None, ValueColumn(year=0)]] = Field(
        None, title="I år", description="Bara för egna nyckeltal. De som programmet känner till räknas fram."
    )
    last_year: Annotated[Decimal | None, ValueColumn(year=-1), Takes("this_year")] = Field(
        None, title="I fjol", description="Bara för egna nyckeltal. De som programmet känner till räknas fram."
    )
    third_year: Annotated[Decimal | None, ValueColumn(year=-2), Takes("last_year", derived=True)] = Field(
        None, title="För två år sedan", description="Ur tidigare årsredovisningar."
    )
    fourth_year: Annotated[Decimal | None, ValueColumn(year=-3), Takes("third_year")] = Field(
        None, title="För tre år sedan", description="Ur tidigare årsredovisningar."
    )
    fifth_year: Annotated[Decimal | None, ValueColumn(year=-4), Takes("fourth_year")] = Field(
        None, title="För fyra år sedan", description="Ur tidigare årsredovisningar."
    )
    definition: TableText = Field(
        "", title="Definition", description="Hur ett eget nyckeltal räknas. Visas under tabellen."
    )
    overview: NameText = Field(
        NO_NAME,
        title="Översikt",
        description=(
            "Bara om rapporten har flera översikter: vilken raden hör till. Samma namn skrivs i kolumnen Namn i "
            "fliken Innehåll. Ett nyckeltal som står i två översikter fylls i på den ena raden."
        ),
    )
    label: TableText = Field("", title="Visas som", description="Radens text i tabellen. Tomt: nyckeltalets namn.")
    share_of: NameText = Field(
        NO_NAME,
        title="Andel av",
        description="Ett annat nyckeltal i fliken: andelen av det visas inom parentes efter beloppet.",
    )
    from_row: NameText = Field(
        NO_NAME,
        title="Ur notrad",
        description="Bara för egna nyckeltal: raden i en not som beloppet i år och i fjol hämtas ur.",
    )

    @property
    def twice_is_told(self) -> bool:
        """A rule of its own tells of it."""
        return any(getattr(self, field) is not None for field in VALUES)

    @property
    def known(self) -> Known | None:
        """The derived key figure that the row names, if it names one."""
        return next((known for name, known in KNOWN.items() if name == self.key), None)

    @property
    def is_derived(self) -> bool:
        """Whether the report's two years are derived."""
        return self.known is not None or bool(self.from_row)

    @property
    def is_heading(self) -> bool:
        """Whether the row parts the table and has no figures."""
        return self.unit == HEADING

    @property
    def title(self) -> str:
        """The row's text in the table."""
        return self.label or self.key

    @property
    def figure_unit(self) -> str:
        """The unit of the row's figures."""
        return self.known.unit if self.known else _UNITS[self.unit]

    @property
    def code(self) -> str:
        """The code of the row's figures."""
        return f"overview.{slug(self.key, but=NO_KEY_FIGURES)}"

    @staticmethod
    def facts(entry: "Entry[KeyFigure]", year: int) -> Iterator[Observation]:
        """Give the typed values as Observations; the two latest years only for the association's own key figures."""
        row = entry.row
        for back, value, source in entry.typed({field: back for back, field in enumerate(VALUES)}):
            if (back > 1 or not row.is_derived) and not row.is_heading:
                if row.figure_unit != SHARE:
                    yield Observation(row.code, year - back, value, source)
                    continue
                share = as_typed_share(value) if row.known and is_small(value) else value
                yield Observation(row.code, year - back, share_of(share), source, form=form_of(share))

    def expects_per_cent(self, field: str) -> bool | None:
        """The unit says whether the values are per cents; of a known key figure its derived years tell it."""
        if field not in self.per_cents or self.is_heading or (self.known and self.figure_unit == SHARE):
            return None
        return self.figure_unit == SHARE


TAB = Tab(
    name=NAME,
    help=(
        "En rad per nyckeltal. Det som programmet kan räkna fram för i år och i fjol skriver du inte in; "
        "äldre år hämtar du ur tidigare årsredovisningar. En procentsats skrivs 59 %."
    ),
    sections=(
        Section(
            KeyFigure,
            prepared=20,
            starters=tuple({"key": key} for key in ("Verksamhetens intäkter", "Årets resultat", "Soliditet")),
        ),
    ),
)
