"""What the JSON edition holds. These models are the only description of it: writing, reading and the guide use them.

A change that makes an older file unreadable, or gives a field another meaning, gives ``VERSION`` a new number. A new
field with a default does not.
"""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, WithJsonSchema

from generator.figures.figure import FigureId, How
from generator.figures.table import RowKind
from generator.ground.formatting import exact
from generator.model.association import Association
from generator.model.rows import Row

FORMAT: Literal["arsredovisning"] = "arsredovisning"
VERSION = 1

Exact = Annotated[Decimal, PlainSerializer(exact, return_type=str)]
"""A number as a text with all its decimals, because a JSON number would lose some in most programs."""

Key = Annotated[
    FigureId,
    PlainValidator(lambda key: key if isinstance(key, FigureId) else FigureId.parsed(str(key))),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string"}),
]
"""A figure's id as it is written."""


class State(StrEnum):
    """What is known of a figure's value."""

    KNOWN = "known"
    NOTHING = "nothing"
    UNKNOWN = "unknown"
    MASKED = "masked"


class TableKind(StrEnum):
    """Whether a table holds figures or words."""

    FIGURES = "figures"
    WORDS = "words"


class _Part(BaseModel):
    """A part of the edition. What a later program has added is passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True)


def _as_in(model: type[Row], field: str) -> str:
    """The description of a field of the workbook, which the edition only repeats."""
    return model.model_fields[field].title or field


class AssociationPart(_Part):
    """The facts about the association, as in the tab *Uppgifter om förbundet*; a text is empty where none is given."""

    name: str = Field("", description=_as_in(Association, "name"))
    short_name: str = Field("", description=_as_in(Association, "short_name"))
    organisation_number: str = Field("", description=_as_in(Association, "organisation_number"))
    seat: str = Field("", description=_as_in(Association, "seat"))
    year: int = Field(description=_as_in(Association, "year"))
    state: str = Field(description=f"{_as_in(Association, 'state')}: under arbete, utkast eller slutlig")
    decision_date: date | None = Field(None, description=_as_in(Association, "decision_date"))
    decision_place: str = Field("", description=_as_in(Association, "decision_place"))
    diary_number: str = Field("", description=_as_in(Association, "diary_number"))
    website: str = Field("", description=_as_in(Association, "website"))


class PeriodPart(_Part):
    """What time a figure or a column is about."""

    start: date | None = Field(description="första dagen; null när det gäller en enda dag, som balansdagen")
    end: date = Field(description="sista dagen")


class CellPart(_Part):
    """A cell of the workbook, or a place in a ledger beside it."""

    tab: str = Field(description="fliken; för ett belopp ur bokföringen filen, och dess flik om den har flera")
    cell: str = Field(description="cellen, till exempel E14; i en SIE-fil raden, till exempel rad 120")


class OperandPart(_Part):
    """What a figure was made of: another figure, or an amount that was typed in a cell."""

    sign: Literal[1, -1] = Field(description="1: läggs till, −1: dras ifrån. I en kvot: 1 är täljaren, −1 nämnaren")
    figure: Key | None = Field(description="nyckeln för en annan siffra, eller null")
    source: CellPart | None = Field(description="cellen där beloppet är inskrivet, eller null")


class FigurePart(_Part):
    """A derived figure."""

    key: Key = Field(description="nyckeln, unik och lika från år till år sånär som på året")
    name: str = Field(description="siffrans namn på svenska; en posts är lagens, vad den än heter i tabellerna")
    state: State = Field(
        description=(
            "known: värdet är känt. nothing: det finns inget belopp. unknown: uppgift saknas. masked: värdet är "
            "skyddat, eftersom få personer finns bakom det"
        )
    )
    value: Exact | None = Field(
        description=(
            "det exakta värdet som text med decimalpunkt, null när state inte är known; kostnader utan minus, en "
            "avvikelse med det tecken som rapporten visar"
        )
    )
    unit: str = Field(description="kr, andel (0.59 är 59 %), procentenheter (0.05 är 5) eller antal")
    rounding: Exact = Field(
        Decimal(0), description="så mycket kan avrundningen av de inskrivna beloppen ändra värdet, i samma enhet"
    )
    period: PeriodPart = Field(description="tiden som siffran gäller")
    how: How = Field(description="hur den är gjord: angivet, summa, skillnad eller kvot")
    operands: tuple[OperandPart, ...] = Field((), description="vad den är gjord av; tomt när värdet är skyddat")


class ColumnPart(_Part):
    """A column of a table."""

    head: str = Field(description="kolumnens rubrik, som den visas")
    span: str = Field("", description="rubriken ovanför, som kolumnen delar med sina grannar; annars tom")
    period: PeriodPart | None = Field(description="tiden som kolumnen gäller; null i en tabell med ord")


class TableCellPart(_Part):
    """A cell of a table."""

    text: str = Field(description="det som visas")
    figure: Key | None = Field(description="nyckeln för siffran som visas, eller null")
    beside: Key | None = Field(None, description="nyckeln för siffran som visas inom parentes efter den, eller null")


class RowPart(_Part):
    """A row of a table."""

    kind: RowKind = Field(
        description=(
            "heading: rubrik. row: rad. part: varav-rad. rounding: avrundning. subtotal: delsumma. total: slutsumma"
        )
    )
    level: int = Field(description="hur långt raden är indragen, från 0")
    label: str = Field(description="radens text; i en tabell med ord står den i första cellen i stället")
    notes: tuple[int, ...] = Field((), description="numren på noterna som raden hänvisar till")
    cells: tuple[TableCellPart, ...] = Field((), description="cellerna, en per kolumn")


class TablePart(_Part):
    """A table as the report shows it."""

    key: str = Field(description="tabellens nyckel; samma tabell kan visas flera gånger")
    kind: TableKind = Field(description="figures: siffror. words: ord")
    title: str = Field(description="tabellens titel")
    heading: str = Field(description="rubriken som tabellen står under i rapporten")
    unit: str = Field(description="enheten som beloppen visas i: kr, tkr, mnkr eller antal; tomt i en tabell med ord")
    columns: tuple[ColumnPart, ...] = Field(description="kolumnerna")
    rows: tuple[RowPart, ...] = Field(description="raderna")
    notes: tuple[str, ...] = Field((), description="förklaringarna under tabellen")


class Edition(_Part):
    """The whole file."""

    format: Literal["arsredovisning"] = Field(FORMAT, description="alltid arsredovisning")
    version: int = Field(VERSION, description="beskrivningens version")
    program: str = Field(description="programmets version")
    association: AssociationPart = Field(description="uppgifterna om förbundet")
    figures: tuple[FigurePart, ...] = Field(description="alla siffror, i nycklarnas ordning")
    tables: tuple[TablePart, ...] = Field(description="alla tabeller, i rapportens ordning")
