"""The tab *Huvudbok*: where a list of the ledger's accounts may be pasted, with whatever columns it has.

It is read by ``generator.ledger.lists``, not as rows of this model: the columns are what a new workbook begins with.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model import topics
from generator.model.columns import AmountLast, AmountNow, TextColumn
from generator.model.rows import Row, Section, Tab

NAME = "Huvudbok"


class LedgerListRow(Row):
    """An account in the list that is pasted."""

    unprinted: ClassVar[frozenset[str]] = frozenset({"name", "responsibility", "project", "remark"})
    repeats: ClassVar[bool] = True

    account: Annotated[str, TextColumn(10)] = Field(title="Konto", description="Kontots nummer i bokföringen.")
    name: Annotated[str, TextColumn(34)] = Field("", title="Benämning", description="Kontots namn i bokföringen.")
    responsibility: Annotated[str, TextColumn(12)] = Field(
        "", title="Ansvar", description="Bara om kontot är uppdelat på ansvar eller kostnadsställen."
    )
    project: Annotated[str, TextColumn(12)] = Field(
        "", title="Projekt", description="Bara om kontot är uppdelat på projekt, aktiviteter eller insatser."
    )
    opening: AmountNow = Field(None, title="IB", description="Ingående balans, för konton som börjar på 1 eller 2.")
    this_year: AmountNow = Field(
        None,
        title="Utfall i år",
        description="Utgående balans för konton som börjar på 1 eller 2, annars årets resultat.",
    )
    last_year: AmountLast = Field(None, title="Utfall i fjol", description="Detsamma i fjol.")
    budget: AmountNow = Field(None, title="Budget i år", description="Årets budget, där den är lagd per konto.")


TAB = Tab(
    topic=topics.LEDGER,
    name=NAME,
    other_names=("Saldolista", "Balanslista", "Råbalans", "Saldobalans"),
    help=(
        "Bara om beloppen hämtas ur en lista ur bokföringen. Klistra in saldolistan som den är, med sina rubriker, "
        "över allt i fliken: kolumnerna får stå i vilken ordning som helst, och summor räknas inte. Ligger listan "
        "som fil bredvid arbetsboken, eller en SIE-fil, behövs inte fliken."
    ),
    sections=(Section(LedgerListRow, prepared=60, yearly=True),),
    in_unit=True,
    pasted=True,
)
