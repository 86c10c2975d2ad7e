"""Free tables (*egna tabeller*): their register, and the rows that stand in them.

A table of the association's own is typed row by row, as everything else is: a row tells which table it belongs to and
what kind of row it is. What can be computed - sums, shares, differences - is left empty and derived.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.formatting import COUNT, KRONOR, MILLIONS, POINTS, SHARE, THOUSANDS
from generator.ground.names import NO_NAME, Name
from generator.model import topics
from generator.model.columns import ChoiceColumn, Free, NameText, ReferenceColumn, TableText, Text, TextColumn, YesNo
from generator.model.rows import Row, Section, Tab
from generator.model.text_kinds import IN_TABLE

TABLES, ROWS = "Tabeller", "Tabellrader"
UNITS: Mapping[str, str] = {
    "antal": COUNT,
    "kr": KRONOR,
    "tkr": THOUSANDS,
    "mnkr": MILLIONS,
    "%": SHARE,
    POINTS: POINTS,
}
"""The units that may be chosen, and what each is in the report's own terms."""
MONEY = frozenset({KRONOR, THOUSANDS, MILLIONS})

HEADS, SPANS, COLUMN_UNITS, COMPUTED = "kolumner", "rubrik över", "enhet", "beräknas"
HEADING, PART, SUBTOTAL, TOTAL = "rubrik", "varav", "delsumma", "summa"
SHARE_ROW = "andel av"
"""A row of what some rows are of another, in each column."""
LAYOUT_KINDS = (SPANS, HEADS, COLUMN_UNITS, COMPUTED)
"""Rows that tell of the columns; the others stand in the table."""
SUM, SHARE_OF, DIFFERENCE = "summa", "andel", "skillnad"
SHARE_OF_FIRST, REPEATED = "andel av första", "upprepas"
SHARE_OF_NAMED, SIGNED = "andel av", "skillnad med tecken"
LATER, EARLIER = "den senare jämförd", "den tidigare jämförd"
COMPARED = frozenset({LATER, EARLIER})
COMPUTATIONS = (SUM, SHARE_OF, DIFFERENCE, SIGNED, SHARE_OF_FIRST, REPEATED, LATER, EARLIER)
"""How a column may be computed.

From the columns before it: their sum; the share of the nearest in that one's sum; the difference of the two nearest,
as it is or with + before what is more; the share of the nearest in the row's first number; the same as the one with the
same head; the word (högre, lika, lägre) for how the later of the two nearest stands against the earlier, or the earlier
against the later. ``SHARE_OF_NAMED`` is followed by the head of another column: the share of the nearest in that one.
"""
VALUE_COUNT = 16

_UNIT_ALIASES = (("procent", "%"), ("st", "antal"), ("personer", "antal"), ("mkr", "mnkr"))


class FreeTable(Row):
    """A table of the association's own."""

    named_by: ClassVar[tuple[str, ...]] = ("name",)
    rare: ClassVar[frozenset[str]] = frozenset({"source", "note", "numbered", "decimals"})

    name: NameText = Field(title="Namn", description="Det som tabellen heter i underlaget, till exempel Deltagare.")
    title: Text = Field("", title="Rubrik", description="Det som står över tabellen. Tomt: namnet.")
    unit: Annotated[str, ChoiceColumn(10, allowed=tuple(UNITS), aliases=_UNIT_ALIASES)] = Field(
        "antal",
        title="Enhet",
        description=(
            "Enheten som talen skrivs i och visas i. En enskild kolumn kan ha en annan: se radslaget enhet. Ett "
            "enskilt tal kan vara ett procenttal: skriv 23 % eller ge cellen procentformat."
        ),
    )
    decimals: Annotated[str, ChoiceColumn(10, allowed=("0", "1", "2"))] = Field(
        "",
        title="Decimaler",
        description="Hur många decimaler talen visas med. Tomt: så många som de är skrivna med, eller cellen visar.",
    )
    numbered: YesNo = Field(
        default=True, title="Numreras", description="ja: tabellen får ett nummer i den ordning den står i rapporten."
    )
    source: TableText = Field("", title="Källa", description="Varifrån uppgifterna kommer. Står under tabellen.")
    note: TableText = Field("", title="Förklaring", description="En mening under tabellen.")


class FreeRow(Row):
    """A row of a free table, or a row that tells what the table's columns are."""

    repeats: ClassVar[bool] = True

    per_cents: ClassVar = dict.fromkeys(
        (f"value_{number}" for number in range(1, VALUE_COUNT + 1)),
        "när enheten är % i tabellen eller i kolumnens rad enhet, eller kolumnens rubrik säger % eller procent; ett "
        "enskilt tal med procenttecken eller i en procentcell är det alltid, och 0,8 i en kolumn eller rad av "
        "sådana frågas om",
    )
    rare: ClassVar[frozenset[str]] = frozenset(
        {"kind", "base", *(f"value_{number}" for number in range(1, VALUE_COUNT + 1))}
    )

    table: Annotated[Name, ReferenceColumn(register=TABLES)] = Field(
        title="Tabell", description=f"Tabellens namn i fliken {TABLES}."
    )
    kind: Annotated[
        str,
        ChoiceColumn(
            14, allowed=(*LAYOUT_KINDS, HEADING, PART, SUBTOTAL, TOTAL, SHARE_ROW), aliases=(("total", TOTAL),)
        ),
    ] = Field(
        "",
        title="Radslag",
        description=(
            f"Tomt: en vanlig rad. {HEADS}: kolumnernas rubriker. {SPANS}: en rubrik över flera kolumner; den gäller "
            f"till nästa, och ett streck avslutar den. {COLUMN_UNITS}: enheten i en kolumn. {COMPUTED}: kolumner som "
            f"räknas fram ur kolumnerna före: {', '.join(COMPUTATIONS)}. {SHARE_OF_NAMED} och en kolumns rubrik, som "
            f"{SHARE_OF_NAMED} Totalt: talet före i förhållande till den kolumnen, eller {SHARE_OF_NAMED} Kvinnor / "
            f"Totalt. {SIGNED}: +5 och −5. "
            f"{SHARE_OF_FIRST}: i förhållande till radens första tal. {REPEATED}: som kolumnen med samma rubrik. "
            f"{LATER}: högre, lika eller lägre. {HEADING}: en rubrik i tabellen. {PART}: ingår i raden ovanför. "
            f"{SUBTOTAL} och {TOTAL}: räknas fram om de lämnas tomma. {SHARE_ROW}: i procent av den rad som kolumnen "
            "Av rad säger; värdena lämnas tomma."
        ),
    )
    label: Annotated[Name, TextColumn(36, text_kind=IN_TABLE)] = Field(
        NO_NAME, title="Rad", description="Radens text, till vänster i tabellen."
    )
    base: Annotated[str, TextColumn(16)] = Field(
        "",
        title="Av rad",
        description=(
            f"Bara för radslaget {SHARE_ROW}: raden som är 100 procent, till exempel Samtliga. Delen är raden ovanför, "
            "eller det som skrivs före ett snedstreck: Arbete; Studier / Avslutade."
        ),
    )
    value_1: Free = Field(None, title="Värde 1", description="Första kolumnens värde: ett tal eller en text.")
    value_2: Free = Field(None, title="Värde 2", description="Andra kolumnens värde.")
    value_3: Free = Field(None, title="Värde 3", description="Tredje kolumnens värde.")
    value_4: Free = Field(None, title="Värde 4", description="Fjärde kolumnens värde.")
    value_5: Free = Field(None, title="Värde 5", description="Femte kolumnens värde.")
    value_6: Free = Field(None, title="Värde 6", description="Sjätte kolumnens värde.")
    value_7: Free = Field(None, title="Värde 7", description="Sjunde kolumnens värde.")
    value_8: Free = Field(None, title="Värde 8", description="Åttonde kolumnens värde.")
    value_9: Free = Field(None, title="Värde 9", description="Nionde kolumnens värde.")
    value_10: Free = Field(None, title="Värde 10", description="Tionde kolumnens värde.")
    value_11: Free = Field(None, title="Värde 11", description="Elfte kolumnens värde.")
    value_12: Free = Field(None, title="Värde 12", description="Tolfte kolumnens värde.")
    value_13: Free = Field(None, title="Värde 13", description="Trettonde kolumnens värde.")
    value_14: Free = Field(None, title="Värde 14", description="Fjortonde kolumnens värde.")
    value_15: Free = Field(None, title="Värde 15", description="Femtonde kolumnens värde.")
    value_16: Free = Field(None, title="Värde 16", description="Sextonde kolumnens värde.")

    def expects_per_cent(self, field: str) -> bool | None:
        """The table tells what its numbers are."""
        del field
        return None

    def values(self) -> Iterator[tuple[str, Decimal | str]]:
        """The filled cells from left to right: the field and what stands in it."""
        for number in range(1, VALUE_COUNT + 1):
            field = f"value_{number}"
            value = getattr(self, field)
            if value is not None:
                yield field, value


TABLES_TAB = Tab(
    topic=topics.TABLES,
    name=TABLES,
    help=f"En rad per egen tabell. Tabellens innehåll skrivs i fliken {ROWS}, och den placeras i fliken Innehåll.",
    sections=(Section(FreeTable, prepared=20),),
)
ROWS_TAB = Tab(
    topic=topics.TABLES,
    name=ROWS,
    help=(
        "De egna tabellernas rader, uppifrån och ned. Varje tabell börjar med en rad av slaget kolumner. Summor, "
        "andelar och skillnader lämnas tomma: de räknas fram."
    ),
    sections=(Section(FreeRow, prepared=120),),
)
