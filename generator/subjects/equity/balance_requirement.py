"""The balance requirement (*balanskravsutredning*), 11 kap. 10 § LKBR, which applies through 24 § finsamlagen.

Rows without amounts are left out. 21 § finsamlagen does not list 11 kap. 12-13 §§ KL: the report never asserts that a
deficit must be restored within three years; on a negative result the board's own words are asked for.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.declaration import Combined, Declaration, Stated, on_line, plus
from generator.figures.figure import key_of
from generator.figures.statements import NET_RESULT
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, build_table
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.ground.names import folded
from generator.model import topics
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, Text
from generator.model.fact import Fact
from generator.model.next_year import Takes
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag

NAME = "Balanskravsutredning"
CODE = "balance_requirement"
ADJUSTED = f"{CODE}.adjusted_result"
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
    "from_equalisation_reserve": "Användning av medel från resultatutjämningsreserv",
}
_ROWS = ADJUSTMENTS | RESERVES
USUAL, EVERY_ROW, ONE_YEAR = "poster med belopp, två år", "alla poster, två år", "alla poster, ett år"
_BY_LABEL = {label: code for code, label in _ROWS.items()}


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
    def facts(entry: "Entry[Adjustment]", year: int) -> Iterator[Fact]:
        """Give the adjustment's effect on the result, per year."""
        for field, shift in (("this_year", 0), ("last_year", -1)):
            value = getattr(entry.row, field)
            if value is not None:
                code = f"{CODE}.{_BY_LABEL[entry.row.line]}"
                yield Fact(line=code, year=year + shift, amount=value, source=entry.source(field))


TAB = Tab(
    topic=topics.BALANCE_REQUIREMENT,
    name=NAME,
    help="Behövs bara om årets resultat ska justeras enligt 11 kap. 10 § LKBR. Annars lämnas fliken tom.",
    sections=(Section(Adjustment, prepared=8),),
)


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the adjustments and the two results that follow."""
    del underlag, facts
    for code, label in _ROWS.items():
        yield Stated(f"{CODE}.{code}", label, on_line(f"{CODE}.{code}"), flow=True)
    adjustments = plus(NET_RESULT, *(f"{CODE}.{code}" for code in ADJUSTMENTS))
    yield Combined(ADJUSTED, "Årets resultat efter balanskravsjusteringar", adjustments, flow=True)
    reserves = plus(ADJUSTED, *(f"{CODE}.{code}" for code in RESERVES))
    yield Combined(RESULT, "Balanskravsresultat", reserves, flow=True)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table of the balance requirement: two years or one, with all adjustments or those with amounts.

    The reserves are shown only where they are used: not all associations have any.
    """
    derived = placement.derived
    style = placement.style
    layout = folded(placement.layout)
    nil = NilPolicy.SHOW if layout in (folded(EVERY_ROW), folded(ONE_YEAR)) else NilPolicy.LEAVE_OUT
    years = style.years[:1] if layout == folded(ONE_YEAR) else style.years
    rows = (
        RowSpec(NET_RESULT, "Årets resultat enligt resultaträkningen", nil=NilPolicy.SHOW),
        *(RowSpec(f"{CODE}.{code}", nil=nil) for code in ADJUSTMENTS),
        RowSpec(ADJUSTED, kind=RowKind.SUBTOTAL, nil=NilPolicy.SHOW),
        *(RowSpec(f"{CODE}.{code}") for code in RESERVES),
        RowSpec(RESULT, kind=RowKind.TOTAL, nil=NilPolicy.SHOW),
    )
    spec = style.spec(CODE, NAME, rows, (ColumnSpec(year) for year in years), flow=True)
    yield Block(table=build_table(spec, derived.figures))


def deficit_is_commented(case: Case) -> Iterator[Finding]:
    """On a negative balance requirement the board tells how it is settled, or why not (11 kap. 11 § LKBR)."""
    if case.derived is None:
        return
    result = case.derived.figures[key_of(RESULT, case.derived.association.year)].amount
    placed = [entry for entry in case.underlag.of(OutlineBlock) if folded(entry.row.content) == folded(NAME)]
    said = any(row.text for row in case.outline if folded(row.content) == folded(NAME))
    if result < 0 and not said and not any(entry.row.text for entry in placed):
        place = placed[0].source("text") if placed else case.underlag.place(OutlineBlock)
        yield Finding("deficit_without_words", (place,), {"result": result})


COMPONENT = Component(
    NAME,
    "Årets resultat, justeringar och balanskravsresultat (11 kap. 10 § LKBR).",
    blocks,
    layouts=(USUAL, EVERY_ROW, ONE_YEAR),
    tabs=(TAB,),
    declarations=declarations,
    qualified={"balance_requirement": "balanskravsutredning"},
    rules=(deficit_is_commented,),
    texts=(
        Rule(
            "deficit_without_words",
            Severity.WARNING,
            "Negativt balanskravsresultat utan styrelsens ord",
            "Balanskravsresultatet är {result}, och i rapporten står inte hur styrelsen ser på det.",
            "Skriv i kolumnen Text på raden Balanskravsutredning i fliken Innehåll: planerad användning av eget "
            "kapital, hur underskottet regleras, eller skälen för att inte göra det.",
            source="11 kap. 11 § LKBR",
        ),
    ),
)
