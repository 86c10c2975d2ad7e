"""The tab *Fördelning av kostnader*: a cost that is booked on one activity and belongs in part to others.

A manager's salary is often booked whole and shared between administration and the work on structures. The share is
typed in per cent or as an amount; what is printed is always computed from the amount that was moved.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import slug
from generator.model import topics
from generator.model.amounts import ActivityName
from generator.model.columns import AmountBefore, AmountLast, AmountNow, Text, Value
from generator.model.fact import Observation
from generator.model.next_year import Takes
from generator.model.rows import YEARS, Entry, Row, Section, Tab
from generator.model.typed_number import share_of

MOVED = "cost_split"
"""What the codes of moved costs begin with; after it stand the activities that it is moved from and to."""

AMOUNTS = {**YEARS, "year_before": -2}


class CostSplit(Row):
    """A part of an activity's booked costs that is shown on another activity."""

    told_by_own_rule: ClassVar = True
    per_cents: ClassVar = {"share": "alltid"}

    from_activity: ActivityName = Field(
        title="Från verksamhet", description="Verksamheten som kostnaden är bokförd på: ett namn ur Verksamheter."
    )
    to_activity: ActivityName = Field(
        title="Till verksamhet", description="Verksamheten som delen ska visas på i stället."
    )
    share: Value = Field(
        None,
        title="Procent",
        description="Delen av det bokförda, lika alla år. Eller skriv belopp i stället.",
    )
    this_year: AmountNow = Field(None, title="Belopp i år", description="Beloppet som flyttas, utan minus.")
    last_year: Annotated[AmountLast, Takes("this_year")] = Field(
        None, title="Belopp i fjol", description="Beloppet som flyttas, utan minus."
    )
    year_before: Annotated[AmountBefore, Takes("last_year", where_used=True)] = Field(
        None, title="Belopp i förfjol", description="Bara om tabeller över tre år ska visas."
    )
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")

    @property
    def code(self) -> str:
        """The code of the moved cost: one of all amounts that are moved the same way."""
        return f"{MOVED}.{slug(self.from_activity)}.{slug(self.to_activity)}"

    @property
    def factor(self) -> Decimal | None:
        """The share as a fraction."""
        return None if self.share is None else share_of(self.share)

    @property
    def has_amounts(self) -> bool:
        """Whether any amount is typed."""
        return any(getattr(self, field) is not None for field in AMOUNTS)

    @staticmethod
    def facts(entry: "Entry[CostSplit]", year: int) -> Iterator[Observation]:
        """Give the typed amounts of the moved cost."""
        for shift, amount, source in entry.typed(AMOUNTS) if entry.row.share is None else ():
            yield Observation(entry.row.code, year + shift, amount, source)


TAB = Tab(
    topic=topics.SHARED_COSTS,
    name="Fördelning av kostnader",
    help=(
        "Behövs bara om en kostnad är bokförd på en verksamhet men till en del ska visas på en annan i "
        "kostnadsfördelningen och driftredovisningen. Noterna och resultaträkningen påverkas inte."
    ),
    sections=(Section(CostSplit, prepared=8),),
    in_unit=True,
)
