"""Indicators (*indikatorer*) as they are typed: each with its value this year, last year and in the country."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name, slug
from generator.model import topics
from generator.model.columns import ChoiceColumn, NameText, ReferenceColumn, TableName, TableText, Value
from generator.model.fact import Observation
from generator.model.next_year import Emptied, Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.typed_number import form_of, share_of
from generator.model.underlag import Underlag
from generator.subjects.goals.rows import SCALES

NAME, CODE, COUNTRY = "Indikatorer", "indicator", "country"
PER_CENT, NUMBER = "%", "tal"
VALUES = ("this_year", "last_year", "country")
HIGHER_IS_BETTER, LOWER_IS_BETTER = "högre", "lägre"


class Indicator(Row):
    """An indicator with its value this year, last year and in the country."""

    told_by_own_rule: ClassVar = True
    other_headings: ClassVar = {
        "this_year": ("Utfall",),
        "last_year": ("Fg år",),
        "words": ("Text i stället för värde",),
    }
    rare: ClassVar[frozenset[str]] = frozenset({"area", "unit", "better", "words", "assessment"})

    per_cents: ClassVar = dict.fromkeys(VALUES, "när Enhet är % eller tom")

    area: NameText = Field(NO_NAME, title="Område", description="En rubrik i tabellen. Tomt: samma som raden ovanför.")
    number: TableText = Field("", title="Nr", description="Indikatorns nummer, om det finns något.")
    name: TableName = Field(title="Indikator", description="Vad som mäts.")
    this_year: Emptied[Value] = Field(None, title="I år", description="Värdet i år: 83 betyder 83 procent.")
    last_year: Annotated[Value, Takes("this_year")] = Field(None, title="I fjol", description="Värdet i fjol.")
    country: Emptied[Value] = Field(None, title="Riket", description="Värdet i hela landet i år.")
    unit: Annotated[str, ChoiceColumn(10, allowed=(PER_CENT, NUMBER), aliases=(("procent", PER_CENT),))] = Field(
        PER_CENT, title="Enhet", description="% eller tal. Tomt: %."
    )
    better: Annotated[str, ChoiceColumn(12, allowed=(HIGHER_IS_BETTER, LOWER_IS_BETTER))] = Field(
        HIGHER_IS_BETTER, title="Bättre är", description="Om ett högre eller ett lägre värde är bättre. Tomt: högre."
    )
    words: Emptied[TableText] = Field(
        "", title="Text i stället", description="Visas i stället för värden, till exempel mäts 2026."
    )
    assessment: Emptied[Annotated[Name, ReferenceColumn(register=SCALES)]] = Field(
        NO_NAME, title="Bedömning", description="Ett steg i fliken Skalor, om indikatorn bedöms. Får vara tomt."
    )

    @property
    def code(self) -> str:
        """The code of the indicator's value."""
        return f"{CODE}.{slug(self.name)}"

    @property
    def label(self) -> str:
        """The number and the name."""
        return f"{self.number.rstrip('.')}. {self.name}" if self.number else self.name

    def value(self, field: str) -> Decimal | None:
        """A typed value in the unit's own terms: a share of one for per cents."""
        typed: Decimal | None = getattr(self, field)
        return typed if typed is None or self.unit == NUMBER else share_of(typed)

    def expects_per_cent(self, field: str) -> bool | None:
        """The unit says whether the values are per cents."""
        return self.unit == PER_CENT if field in self.per_cents else None

    @staticmethod
    def facts(entry: "Entry[Indicator]", year: int) -> Iterator[Observation]:
        """Give the values that are typed."""
        row = entry.row
        for field, code, of in (
            ("this_year", row.code, year),
            ("last_year", row.code, year - 1),
            ("country", f"{row.code}.{COUNTRY}", year),
        ):
            value = row.value(field)
            if value is not None:
                typed = getattr(row, field)
                yield Observation(code, of, value, entry.source(field), form=form_of(typed))


TAB = Tab(
    topic=topics.SURVEYS,
    name=NAME,
    help="En rad per indikator. Jämförelserna med riket och med i fjol räknas fram.",
    sections=(Section(Indicator, prepared=20),),
)


def by_area(underlag: Underlag) -> Iterator[tuple[Name, Indicator]]:
    """The indicators with their areas; an empty area is that of the row above."""
    area = NO_NAME
    for row in underlag.rows(Indicator):
        area = row.area or area
        yield area, row
