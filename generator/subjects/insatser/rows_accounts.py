"""What the insatser have accounted for, by kind of cost, and what is known to differ from the books.

Kinds of cost are free. Amounts are unsigned: a minus is a correction.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name, slug
from generator.model import topics
from generator.model.amounts import ActivityName
from generator.model.columns import AmountNow, EssentialAmount, LongTextColumn, TableName
from generator.model.fact import Observation
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.text_kinds import IN_TABLE
from generator.subjects.insatser.rows import InsatsName

ONE_KIND = Name("Kostnader")
"""The kind of cost of what is typed without one."""


def bridge_code(activity: str, part: str) -> str:
    """The code of a part of what is between the accounts of an activity's insatser and what is booked on it."""
    return f"insats_bridge.{slug(activity)}.{part}"


class InsatsCost(Row):
    """A kind of cost in an insats's own accounts."""

    other_headings: ClassVar = {"reported": ("Utfall", "Belopp"), "kind": ("Kostnad",)}

    insats: InsatsName = Field(title="Insats", description="Insatsen, med ett namn från fliken Insatser.")
    kind: TableName = Field(
        NO_NAME,
        title="Kostnadsslag",
        description=f"Insatsens egna kostnadsslag, till exempel Löner. Tomt: {ONE_KIND}.",
    )
    budget: AmountNow = Field(
        None,
        title="Budget",
        description="Budget för kostnadsslaget. Tomt om insatsens hela budget står i fliken Insatser.",
    )
    reported: EssentialAmount = Field(
        None,
        title="Redovisat",
        description="Det som insatsen själv har redovisat för året. Skriv 0 om raden ska visas.",
    )

    @staticmethod
    def facts(entry: "Entry[InsatsCost]", year: int) -> Iterator[Observation]:
        """Give the reported cost and its budget."""
        row = entry.row
        for line, amount, source in entry.typed({"reported": "reported", "budget": "budget_of_kind"}):
            yield Observation(f"insats.{slug(row.insats)}.{line}", year, amount, source, row=row.kind or ONE_KIND)


class BookedDifference(Row):
    """A known difference between the booked cost of an activity and what its insatser have accounted for."""

    activity: ActivityName = Field(title="Verksamhet", description="Verksamheten som kostnaden är bokförd på.")
    amount: EssentialAmount = Field(
        None,
        title="Bokfört minus redovisat",
        description="Utan tecken om mer är bokfört än redovisat, med minus om mindre är bokfört.",
    )
    reason: Annotated[str, LongTextColumn(text_kind=IN_TABLE)] = Field(
        "",
        title="Förklaras av",
        description="Till exempel upplupen kostnad, återbetalning eller en kostnad hos ägaren. Visas i rapporten.",
    )

    @staticmethod
    def facts(entry: "Entry[BookedDifference]", year: int) -> Iterator[Observation]:
        """Give the difference; without a reason nothing is explained."""
        row = entry.row
        if row.amount is not None and row.reason:
            yield Observation(
                bridge_code(row.activity, "reason"), year, row.amount, entry.source("amount"), row=Name(row.reason)
            )


TAB = Tab(
    topic=topics.INSATSER,
    name="Insatsernas ekonomi",
    help=(
        "En rad per kostnadsslag ur insatsens egen redovisning. Den jämförs med det som är bokfört på insatsens "
        "verksamhet. Skriv kostnader utan minus."
    ),
    sections=(
        Section(InsatsCost, prepared=80),
        Section(
            BookedDifference,
            title="Skillnader mot bokfört",
            help="En rad per känd skillnad, med skälet. Annars tomt.",
            prepared=8,
            yearly=True,
        ),
    ),
    in_unit=True,
)
