"""The investments, as they are typed in the tab *Investeringar*."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import Name, slug
from generator.model import topics
from generator.model.columns import AmountLast, AmountNow, EssentialAmount, TableName, Text
from generator.model.fact import Measure, Observation
from generator.model.next_year import Takes
from generator.model.rows import YEARS, Entry, Row, Section, Tab

CODE = "investments"


class Investment(Row):
    """An investment with its cost and the board's budget for it."""

    other_headings: ClassVar = {"this_year": ("Utfall",), "budget": ("Budget",)}

    name: TableName = Field(
        title="Investering",
        description="Vad förbundet har köpt. Samma namn som i kolumnen Rad i Årets förändringar, om köpet står där.",
    )
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")
    this_year: EssentialAmount = Field(
        None,
        title="Utfall i år",
        description="Anskaffningsvärdet, utan minus. Tomt om köpet står i Årets förändringar med radslaget inköp.",
    )
    last_year: Annotated[AmountLast, Takes("this_year")] = Field(
        None, title="Utfall i fjol", description="Föregående års belopp."
    )
    budget: AmountNow = Field(None, title="Budget i år", description="Styrelsens beslutade budget för investeringen.")

    @property
    def code(self) -> str:
        """The code of the investment's figures."""
        return code_of(self.name)

    @staticmethod
    def facts(entry: "Entry[Investment]", year: int) -> Iterator[Observation]:
        """Give the cost of each year and the budget."""
        for shift, amount, source in entry.typed(YEARS):
            yield Observation(entry.row.code, year + shift, amount, source)
        for measure, amount, source in entry.typed({"budget": Measure.BUDGET_DECIDED}):
            yield Observation(entry.row.code, year, amount, source, measure)


def code_of(name: Name) -> str:
    """The code of the figures of an investment of some name."""
    return f"{CODE}.row.{slug(name)}"


TAB = Tab(
    topic=topics.ASSETS,
    name="Investeringar",
    help=(
        "En rad per investering. Köp med radslaget inköp i Årets förändringar kommer med av sig själva; här skrivs då "
        "bara budgeten. Lämnas tom om förbundet inte investerar; då säger rapporten det."
    ),
    sections=(Section(Investment, prepared=8),),
    in_unit=True,
)
