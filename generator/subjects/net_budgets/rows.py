"""The tab *Nettobudget*: a budget that is decided as one number, for an activity or for the whole year."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from generator.figures.netted import NET_BUDGET, NET_COST, NET_RESULT
from generator.ground.names import NO_NAME
from generator.model import topics
from generator.model.amounts import ActivityName
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, Text
from generator.model.fact import Measure, Observation
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab

_BUDGETS = {
    "budget": (0, Measure.BUDGET_DECIDED),
    "budget_revised": (0, Measure.BUDGET_REVISED),
    "budget_last_year": (-1, Measure.BUDGET_DECIDED),
}


class NetBudget(Row):
    """A budget that no line of the income statement has."""

    other_headings: ClassVar = {"budget": ("Budget", "Budget i år"), "budget_revised": ("Reviderad budget",)}

    activity: ActivityName = Field(
        NO_NAME, title="Verksamhet", description="Verksamheten som budgeten gäller. Tomt: hela förbundet."
    )
    kind: Annotated[str, ChoiceColumn(16, allowed=(NET_COST, NET_RESULT))] = Field(
        "",
        title="Avser",
        description=(
            "nettokostnad: kostnader minus intäkter, utan minus när kostnaderna är störst. resultat: intäkter minus "
            "kostnader, underskott med minus. Tomt: nettokostnad för en verksamhet, resultat för hela förbundet."
        ),
    )
    budget: AmountNow = Field(None, title="Budget beslutad", description="Styrelsens beslutade budget, netto.")
    budget_revised: AmountNow = Field(
        None, title="Budget reviderad", description="Frivillig: budgeten efter beslutade ändringar under året."
    )
    budget_last_year: Annotated[AmountLast, Takes("budget")] = Field(
        None, title="Budget i fjol", description="Frivillig: föregående års beslutade budget."
    )
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")

    @property
    def meant(self) -> str:
        """What the amount is: as typed, else a net cost of an activity and a result of the whole."""
        return self.kind or (NET_COST if self.activity else NET_RESULT)

    @staticmethod
    def facts(entry: "Entry[NetBudget]", year: int) -> Iterator[Observation]:
        """Give each budget."""
        for (shift, measure), amount, source in entry.typed(_BUDGETS):
            row = entry.row
            yield Observation(NET_BUDGET, year + shift, amount, source, measure, kind=row.meant, row=row.activity)


TAB = Tab(
    topic=topics.NET_BUDGETS,
    name="Nettobudget",
    help=(
        "Bara för en budget som är beslutad netto, som en enda siffra: för en verksamhet, eller för hela förbundet. "
        "Budgeten för intäkter och kostnader var för sig skrivs i fliken Intäkter och kostnader."
    ),
    sections=(Section(NetBudget, prepared=20),),
    in_unit=True,
)
