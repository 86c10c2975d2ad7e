"""Accepted deviations, as they are typed in the tab *Godtagna avvikelser*."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import Name
from generator.model import topics
from generator.model.columns import LongText, MaybeDay, Text, TextColumn
from generator.model.rows import Row, Section, Tab

NAME = "Godtagna avvikelser"


class AcceptedDeviation(Row):
    """A warning that is accepted for what it is about."""

    other_headings: ClassVar = {"rule": ("Varning",), "subject": ("Avser",), "who": ("Godtagen av",), "day": ("Datum",)}
    unprinted: ClassVar = frozenset({"rule", "subject", "reason", "who"})

    rule: Annotated[Name, TextColumn(44)] = Field(
        title="Regel", description="Varningens regel, som kontrollen skriver den efter ”Regel:”."
    )
    subject: Text = Field(
        "",
        title="Gäller",
        description="Det som varningen gäller, som kontrollen skriver det efter ”Gäller:”. Tomt: den enda som finns.",
    )
    reason: LongText = Field("", title="Skäl", description="Varför det är rätt som det är.")
    who: Text = Field("", title="Vem", description="Den som har godtagit avvikelsen.")
    day: MaybeDay = Field(None, title="När", description="Dagen då avvikelsen godtogs.")


TAB = Tab(
    topic=topics.ACCEPTED,
    name=NAME,
    help=(
        "Frivillig. En rad per varning som är rätt som den är. Ett fel kan inte godtas. Fliken börjar om på nytt varje "
        "år och kommer inte med i rapporten."
    ),
    sections=(Section(AcceptedDeviation, prepared=20, yearly=True),),
    other_names=("Godtagna varningar",),
)
