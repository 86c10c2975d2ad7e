"""The adjustments of the result, and earlier years' deficits, as they are typed in the tab *Balanskravsutredning*.

The sign of an adjustment follows from its kind: a reduction lowers the result however it was typed. Only what may go
either way, unrealised gains and losses, is taken with the sign that was typed.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from generator.model import topics
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, EssentialAmount, Text, Year
from generator.model.fact import Observation
from generator.model.next_year import Ended, Kept, Takes
from generator.model.rows import YEARS, Entry, Row, Section, Tab

NAME = "Balanskravsutredning"
CODE = "balance_requirement"
EARLIER = f"{CODE}.earlier"
RESULT = f"{CODE}.result"

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
    "to_equalisation_reserve": "Reservering av medel till resultatutjämningsreserv",
    "from_equalisation_reserve": "Användning av medel från resultatutjämningsreserv",
}
LABELS = ADJUSTMENTS | RESERVES
SIGNS = {
    "capital_gains": -1,
    "allowed_gains": 1,
    "allowed_losses": 1,
    "to_reserve": -1,
    "from_reserve": 1,
    "to_equalisation_reserve": -1,
    "from_equalisation_reserve": 1,
}
"""What a kind does to the result, whatever sign was typed; the others go either way."""
_BY_LABEL = {label: code for code, label in LABELS.items()}


class Adjustment(Row):
    """One adjustment between the year's result and the balance requirement's."""

    line: Annotated[str, ChoiceColumn(52, allowed=tuple(_BY_LABEL))] = Field(
        title="Post", description="Justeringen enligt 11 kap. 10 § LKBR."
    )
    this_year: AmountNow = Field(
        None,
        title="I år",
        description=(
            "Beloppet utan tecken: posten avgör om det höjer eller sänker resultatet. Bara orealiserade vinster och "
            "återföringar som sänker resultatet skrivs med minus."
        ),
    )
    last_year: Annotated[AmountLast, Takes("this_year")] = Field(
        None, title="I fjol", description="Föregående års belopp, på samma sätt."
    )
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")

    @property
    def kind(self) -> str:
        """Which of the law's adjustments it is."""
        return _BY_LABEL[self.line]

    @property
    def sign(self) -> int | None:
        """What the adjustment does to the result: 1 raises it, -1 lowers it, None: either, as typed."""
        return SIGNS.get(self.kind)

    def effect(self, amount: Decimal) -> Decimal:
        """The effect of a typed amount on the result."""
        return amount if self.sign is None else self.sign * abs(amount)

    @staticmethod
    def facts(entry: "Entry[Adjustment]", year: int) -> Iterator[Observation]:
        """Give the adjustment's effect on the result, per year."""
        for shift, amount, source in entry.typed(YEARS):
            yield Observation(f"{CODE}.{entry.row.kind}", year + shift, entry.row.effect(amount), source)


DEFICIT, SETTLED_BEFORE, SETTLED, WAIVED = "deficit", "settled_before", "settled", "waived"
MEASURES = (DEFICIT, SETTLED_BEFORE, SETTLED, WAIVED)


class EarlierDeficit(Row):
    """An earlier year's negative result of the balance requirement, and what has become of it (11 kap. 11 § LKBR)."""

    year: Year = Field(title="År", description="Året då balanskravsresultatet var negativt.")
    deficit: Kept[EssentialAmount] = Field(
        None, title="Underskott", description="Årets negativa balanskravsresultat, utan tecken."
    )
    settled_before: Annotated[AmountNow, Takes("settled_before", more=("settled",))] = Field(
        None, title="Reglerat tidigare år", description="Det som reglerats till och med förra året."
    )
    settled: AmountNow = Field(None, title="Reglerat i år", description="Det som årets resultat har reglerat.")
    waived: Kept[AmountNow] = Field(
        None, title="Regleras inte", description="Det som styrelsen har beslutat att inte reglera, med sina skäl."
    )

    @staticmethod
    def facts(entry: "Entry[EarlierDeficit]", year: int) -> Iterator[Observation]:
        """Give what is typed of an earlier year, as it stands when the report's year ends."""
        for measure, amount, source in entry.typed({each: each for each in MEASURES}):
            yield Observation(f"{EARLIER}.{entry.row.year}.{measure}", year, abs(amount), source)

    @classmethod
    def derived_next_year(cls, ended: Ended) -> Iterator[Mapping[str, object]]:
        """Give the years that have something left to settle, and the year that ended if it was negative itself."""
        every = [fact for fact in ended.facts if isinstance(fact, Observation) and fact.of.startswith(f"{EARLIER}.")]
        for year in dict.fromkeys(fact.of.split(".")[2] for fact in every):
            typed = {
                field: sum((fact.amount for fact in every if fact.of == f"{EARLIER}.{year}.{field}"), Decimal(0))
                for field in MEASURES
            }
            before = typed[SETTLED_BEFORE] + typed[SETTLED]
            if typed[DEFICIT] > before + typed[WAIVED]:
                yield _row(int(year), typed[DEFICIT], before, typed[WAIVED])
        result = ended.amount(RESULT, ended.year)
        if result is not None and result < 0:
            yield _row(ended.year, -result)


def _row(year: int, deficit: Decimal, before: Decimal = Decimal(0), waived: Decimal = Decimal(0)) -> dict[str, object]:
    values = {"year": year, DEFICIT: deficit, SETTLED_BEFORE: before, WAIVED: waived}
    return {name: value for name, value in values.items() if value}


TAB = Tab(
    topic=topics.BALANCE_REQUIREMENT,
    name=NAME,
    help="Behövs bara om årets resultat ska justeras enligt 11 kap. 10 § LKBR, eller om tidigare år var negativa.",
    sections=(
        Section(Adjustment, prepared=8),
        Section(
            EarlierDeficit,
            title="Tidigare års negativa balanskravsresultat",
            help="En rad per år som inte är reglerat, och hur det har gått (11 kap. 11 § LKBR). Annars tomt.",
            prepared=5,
            rare=True,
        ),
    ),
)
