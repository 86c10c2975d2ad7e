"""Control amounts, as they are typed in the tab *Avstämning*."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.formatting import COUNT, KRONOR, MILLIONS, THOUSANDS
from generator.model import topics
from generator.model.columns import AsPrinted, ChoiceColumn, MaybeYear, SuggestionColumn, Text
from generator.model.printed import PER_CENT, UNIT_SPELLINGS
from generator.model.rows import Row, Section, Tab
from generator.subjects.control.rows_proposed import USUAL

NAME = "Avstämning"
UNITS = (KRONOR, THOUSANDS, MILLIONS, PER_CENT, COUNT)

OUTCOME, BUDGET, DECIDED, REVISED, DEVIATION = (
    "utfall",
    "budget",
    "beslutad budget",
    "reviderad budget",
    "avvikelse",
)
MEASURES = (OUTCOME, BUDGET, DEVIATION, DECIDED, REVISED)
"""What a control amount measures; a budget and a deviation are those that the report shows."""

AUTOMATIC, COSTS_NEGATIVE, LEDGER = "", "kostnader med minus", "som i huvudboken"
"""How the source of a control amount writes signs."""


class ControlAmount(Row):
    """An amount from the ledger or from print, to be compared with the figure that the program derives."""

    other_headings: ClassVar = {
        "figure": ("Siffra", "Kontroll", "Post"),
        "amount": ("Kontrollbelopp", "Tryckt belopp", "Värde"),
        "remark": ("Anm.", "Anm"),
    }
    unprinted: ClassVar = frozenset({"figure", "source", "remark"})

    figure: Annotated[str, SuggestionColumn(38, suggested=USUAL)] = Field(
        title="Uppgift",
        description=(
            "Siffran som kontrolleras. Välj i listan, eller skriv ett annat namn eller en nyckel: en notrad, en "
            "insats, ett nyckeltal."
        ),
    )
    year: MaybeYear = Field(None, title="År", description="Året som beloppet gäller. Tomt: räkenskapsåret.")
    measure: Annotated[str, ChoiceColumn(18, allowed=MEASURES)] = Field(
        OUTCOME,
        title="Mått",
        description=(
            "utfall, budget eller avvikelse från budgeten, med rapportens tecken för avvikelse. budget och avvikelse "
            "gäller den budget som rapporten visar. Tomt: utfall."
        ),
    )
    amount: AsPrinted = Field(
        None,
        title="Belopp",
        description=(
            "Som det är tryckt, gärna med enheten: 3 970 640, 2,5 mnkr, 59 %. Sista siffran avgör hur noga det "
            "jämförs: 2,5 mnkr får skilja 50 000 kr."
        ),
    )
    unit: Annotated[str, ChoiceColumn(10, allowed=UNITS, aliases=UNIT_SPELLINGS)] = Field(
        "", title="Enhet", description="Om den inte står i beloppet: kr, tkr, mnkr, % eller antal. Tomt: kr."
    )
    sign: Annotated[str, ChoiceColumn(22, allowed=(COSTS_NEGATIVE, LEDGER))] = Field(
        AUTOMATIC,
        title="Tecken",
        description=(
            "Tomt: som i rapporten. kostnader med minus: även i noter. som i huvudboken: intäkter, skulder, eget "
            "kapital och överskott med minus."
        ),
    )
    source: Text = Field("", title="Källa", description="Till exempel huvudbok, eller tryckt rapport s. 12.")
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")


TAB = Tab(
    topic=topics.CONTROL,
    name=NAME,
    help=(
        "Frivillig. Belopp ur huvudboken eller en tryckt rapport, att jämföra med det som programmet räknar fram. "
        "Kommer inte med i rapporten."
    ),
    sections=(Section(ControlAmount, prepared=60, yearly=True),),
    other_names=("Kontrollbelopp", "Avstämningar"),
)
