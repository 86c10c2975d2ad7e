"""The steps of the national council's staircase for equity, as they are typed in the tab *Trappan för eget kapital*.

Nationella rådets staircase (2013-10-02) was not found in print. The steps here are derived from what associations have
published, so that the report shows them only where somebody says that they are checked against the decision.
"""

from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import topics
from generator.model.association import EquityLevel
from generator.model.columns import AmountNow, ValueColumn
from generator.model.next_year import Kept
from generator.model.rows import Row, Section, Tab
from generator.model.typed_number import share_of
from generator.model.underlag import Underlag

NAME = "Trappan för eget kapital"
DERIVED_UP_TO = Decimal(12_800_000)
"""The largest contributions that the derived steps were tried against; above them there may be a third step."""


class Step(Row):
    """A step: which share of the contributions up to a limit equity may be."""

    per_cents: ClassVar = {"share": "alltid; frågas det om bara när trappan är vald"}

    share: Annotated[Decimal, ValueColumn()] = Field(
        title="Andel", description="Andelen av bidragen som det egna kapitalet får vara, till exempel 20 %."
    )
    up_to: Kept[AmountNow] = Field(
        None,
        title="Bidrag upp till",
        description="Gränsen för årets bidrag från alla, i kronor. Tomt: det som är över.",
    )

    @property
    def factor(self) -> Decimal:
        """The share as a fraction."""
        return share_of(self.share)

    def expects_per_cent(self, field: str) -> bool | None:
        """The steps are asked about by their own rule, where the staircase is chosen."""
        del field
        return None


TAB = Tab(
    topic=topics.EQUITY_LEVEL,
    name=NAME,
    help=(
        "Stegen i Nationella rådets rekommendation. De som står här är härledda ur tryckta rapporter: jämför dem med "
        "rådets beslut, rätta dem, och svara sedan ja i fliken Uppgifter om förbundet."
    ),
    sections=(
        Section(
            Step,
            prepared=6,
            standing=True,
            starters=({"share": "20 %", "up_to": Decimal(7_000_000)}, {"share": "15 %"}),
        ),
    ),
)


def steps(underlag: Underlag) -> tuple[Step, ...]:
    """The steps, lowest limit first and the open one last."""
    return tuple(sorted(underlag.rows(Step), key=lambda row: (row.up_to is None, row.up_to or 0)))


def shows_staircase(underlag: Underlag) -> bool:
    """Whether the staircase is chosen, and somebody has checked it."""
    entry = underlag.association
    return entry is not None and entry.row.equity_level == EquityLevel.STAIRCASE and entry.row.equity_level_checked
