"""Diagrams (*diagram*) as they are chosen: which table, which columns and rows of it, and how they are drawn."""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.chart import BARS, KINDS, RING
from generator.ground.names import Name
from generator.model import topics
from generator.model.columns import ChoiceColumn, NameText, TableText, Text, TextColumn, YesNo
from generator.model.next_year import Later
from generator.model.rows import Row, Section, Tab

NAME = "Diagram"
COLUMNS, ROWS = "kolumner", "rader"


class ChartRow(Row):
    """A diagram of a table."""

    named_by: ClassVar[tuple[str, ...]] = ("name",)
    rare: ClassVar[frozenset[str]] = frozenset({"columns", "rows", "series", "reversed", "lead", "source", "numbered"})

    name: NameText = Field(title="Namn", description="Det som diagrammet heter i underlaget.")
    title: Text = Field("", title="Rubrik", description="Det som står över diagrammet. Tomt: namnet.")
    kind: Annotated[str, ChoiceColumn(14, allowed=KINDS, aliases=(("stapel", BARS), ("cirkel", RING)))] = Field(
        BARS,
        title="Slag",
        description=(
            "staplar: stående, bredvid varandra när de är flera. staplade: stående, ovanpå varandra. "
            "liggande: för långa namn. linjer: utveckling över tid. ring: delar av en helhet."
        ),
    )
    table: Annotated[Name, TextColumn(offers="Tabeller")] = Field(
        title="Tabell",
        description="En egen tabell, en deltagartabell, en enkätfråga, eller en av rapportens, som Flerårsöversikt.",
    )
    columns: Later[Text] = Field(
        "", title="Kolumner", description="Vilka kolumner som visas, skilda med semikolon. Tomt: alla."
    )
    rows: Later[Text] = Field(
        "",
        title="Rader",
        description="Vilka rader som visas, skilda med semikolon. Tomt: alla utom summor, och andelar bland antal.",
    )
    series: Annotated[str, ChoiceColumn(12, allowed=(COLUMNS, ROWS))] = Field(
        COLUMNS, title="Serier", description="Vad som får var sin färg: tabellens kolumner eller dess rader."
    )
    reversed: YesNo = Field(
        default=False,
        title="Omvänd ordning",
        description="ja: det sista först. År ritas alltid från det första till det sista.",
    )
    lead: Text = Field(
        "", title="Det diagrammet visar", description="En mening för den som inte ser diagrammet. Siffrorna läggs till."
    )
    source: TableText = Field("", title="Källa", description="Varifrån uppgifterna kommer. Står under diagrammet.")
    numbered: YesNo = Field(
        default=True, title="Numreras", description="ja: diagrammet får ett nummer i den ordning det står i rapporten."
    )


TAB = Tab(
    topic=topics.TABLES,
    name=NAME,
    help="En rad per diagram. Siffrorna hämtas ur en tabell i rapporten, så att diagram och tabell alltid är överens.",
    sections=(Section(ChartRow, prepared=20),),
)
