"""What is granted and not yet drawn, as it is typed in the tab *Beviljade medel*.

Whether it is a contingent liability below the line of the balance sheet, a note alone, or told elsewhere is the
association's choice (RKR R9 on contingent liabilities; 9 kap. LKBR on notes): each row says what it is shown as.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, slug
from generator.model import topics
from generator.model.amounts import NoteName
from generator.model.columns import AmountColumn, AmountLast, AmountNow, ChoiceColumn, TableName, TableText
from generator.model.fact import Fact, Observation, Typed
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.statements.lines import LINES

NAME = "Beviljade medel"
CODE = "granted"
LIABILITY, TOLD = "ansvarsförbindelse", "upplysning"
NO_GRANTS = ("total",)
"""What stands where a grant's name does in the codes of the sums."""

LINE = "other_contingent_liabilities"
COMING = {"first": 1, "second": 2, "third": 3}
"""The fields of the coming years, and how many years after the report's they are."""


ComingOne = Annotated[Decimal | None, AmountColumn(year=1)]
ComingTwo = Annotated[Decimal | None, AmountColumn(year=2)]
ComingThree = Annotated[Decimal | None, AmountColumn(year=3)]


class Grant(Row):
    """What is granted to an insats and not yet drawn when the year ends."""

    other_headings: ClassVar = {"name": ("Insats", "Projekt"), "last_year": ("Återstår UB fg år",)}
    rare: ClassVar[frozenset[str]] = frozenset({"decision", "second", "third"})

    name: TableName = Field(title="Insats", description="Insatsen eller projektet som medlen är beviljade till.")
    decision: TableText = Field(
        "", title="Beslut", description="När och i vilken paragraf styrelsen beslutade. Egen anteckning."
    )
    first: ComingOne = Field(None, title="Nästa år", description="Det som återstår att betala ut under nästa år.")
    second: ComingTwo = Field(None, title="Om två år", description="Det som återstår för året därefter.")
    third: ComingThree = Field(None, title="Om tre år", description="Det som återstår för det tredje året.")
    rest: AmountNow = Field(
        None, title="Återstår i år", description="Det som återstår vid årets slut och inte är delat på kommande år."
    )
    last_year: Annotated[AmountLast, Takes("rest", more=("first", "second", "third"))] = Field(
        None, title="Återstår i fjol", description="Det som återstod vid förra årets slut."
    )
    shown_as: Annotated[str, ChoiceColumn(20, allowed=(TOLD, LIABILITY))] = Field(
        TOLD,
        title="Visas som",
        description=f"{LIABILITY}: räknas in under balansräkningen. {TOLD}: visas bara i tabellen.",
    )
    note: NoteName = Field(
        NO_NAME, title="Not", description="Noten som tabellen står i, om medlen är ansvarsförbindelser."
    )

    @property
    def code(self) -> str:
        """The code of what remains for the row when the year ends."""
        return f"{CODE}.{slug(self.name, but=NO_GRANTS)}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The codes of what is typed: by coming year, and what is not divided on years."""
        return tuple(f"{self.code}.{field}" for field in (*COMING, "rest"))

    @property
    def remains(self) -> bool:
        """Whether anything is typed that remains when the year ends; not where only last year's is."""
        return any(getattr(self, field) is not None for field in (*COMING, "rest"))

    @staticmethod
    def facts(entry: "Entry[Grant]", year: int) -> Iterator[Typed]:
        """Give what is typed, and the same as contingent liabilities where it is shown as that."""
        row = entry.row
        remaining = {field: (year, field) for field in (*COMING, "rest")}
        for (of_year, part), amount, source in entry.typed({**remaining, "last_year": (year - 1, "rest")}):
            yield Observation(f"{row.code}.{part}", of_year, amount, source)
            if row.shown_as == LIABILITY:
                yield Fact(LINES[LINE], of_year, amount, source, note=row.note, row=row.name)


TAB = Tab(
    topic=topics.GRANTED,
    name=NAME,
    help="En rad per insats med medel som är beviljade men inte utbetalda. Kostnaden tas upp det år den uppstår.",
    sections=(Section(Grant, prepared=20),),
    in_unit=True,
)


def grants(underlag: Underlag) -> list[Grant]:
    """The first row of each name: what is typed twice is added to it."""
    return list({row.code: row for row in reversed(list(underlag.rows(Grant)))}.values())[::-1]
