"""The adjustments of the result, as they are typed in the tab *Balanskravsutredning*."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model import topics
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, Text
from generator.model.fact import Observation
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab

NAME = "Balanskravsutredning"
CODE = "balance_requirement"

ADJUSTMENTS = {
    "capital_gains": "Reducering av samtliga realisationsvinster",
    "allowed_gains": "Återläggning av realisationsvinster enligt undantagsmöjlighet",
    "allowed_losses": "Återläggning av realisationsförluster enligt undantagsmöjlighet",
    "unrealised": "Orealiserade vinster och förluster i värdepapper",
    "reversed_unrealised": "Återföring av orealiserade vinster och förluster i värdepapper",
}
RESERVES = {
    "to_reserve": "Reservering av medel till resultatreserv",
    "from_reserve": "Användning av medel från resultatreserv",
    "from_equalisation_reserve": "Användning av medel från resultatutjämningsreserv",
}
LABELS = ADJUSTMENTS | RESERVES
_BY_LABEL = {label: code for code, label in LABELS.items()}


class Adjustment(Row):
    """One adjustment between the year's result and the balance requirement's, with its effect on the result."""

    line: Annotated[str, ChoiceColumn(52, allowed=tuple(_BY_LABEL))] = Field(
        title="Post", description="Justeringen enligt 11 kap. 10 § LKBR."
    )
    this_year: AmountNow = Field(
        None, title="I år", description="Minus om posten sänker resultatet, annars utan tecken."
    )
    last_year: Annotated[AmountLast, Takes("this_year")] = Field(
        None, title="I fjol", description="Minus om posten sänker resultatet."
    )
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")

    @staticmethod
    def facts(entry: "Entry[Adjustment]", year: int) -> Iterator[Observation]:
        """Give the adjustment's effect on the result, per year."""
        for field, shift in (("this_year", 0), ("last_year", -1)):
            value = getattr(entry.row, field)
            if value is not None:
                code = f"{CODE}.{_BY_LABEL[entry.row.line]}"
                yield Observation(of=code, year=year + shift, amount=value, source=entry.source(field))


TAB = Tab(
    topic=topics.BALANCE_REQUIREMENT,
    name=NAME,
    help="Behövs bara om årets resultat ska justeras enligt 11 kap. 10 § LKBR. Annars lämnas fliken tom.",
    sections=(Section(Adjustment, prepared=8),),
)
