"""Indicators (*indikatorer*): each against the country and against last year, with a mark and a word for how it stands.

The word alone tells everything; the mark's shape tells higher and lower, its colour what is better.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.declaration import Declaration, Stated, on_line
from generator.figures.figure import Figure, FigureId, calendar_year
from generator.figures.table import Cell, Column, RowKind, Table, TableRow
from generator.findings.finding import Finding
from generator.findings.rule import FEL, VARNING, Rule
from generator.ground.formatting import COUNT, SHARE
from generator.ground.names import brief, folded, slug
from generator.model import topics
from generator.model.columns import ChoiceColumn, ReferenceColumn, Text, Value
from generator.model.fact import Fact
from generator.model.next_year import Emptied, Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.subjects.free_tables.show import SERIES
from generator.subjects.goals.rows import SCALES, scale
from generator.subjects.surveys.rows import as_share

NAME, CODE, COUNTRY = "Indikatorer", "indicator", "country"
PER_CENT, NUMBER = "%", "tal"
HIGHER_IS_BETTER, LOWER_IS_BETTER = "högre", "lägre"
AGAINST_COUNTRY, ASSESSED = "Mot riket", "Bedömning"
TOGETHER, APART = "ett värde i år", "två jämförelser"
WITH_COUNTRY = "Jämfört med riket"
LEGEND = "Pilen visar om värdet är högre eller lägre. Grön pil: bättre. Röd pil: sämre."
_WORDS = {1: "högre", 0: "lika", -1: "lägre"}
_SHAPES = {1: "up", 0: "level", -1: "down"}
_TONES = {1: "gron", 0: "gra", -1: "rod"}


class Indicator(Row):
    """An indicator with its value this year, last year and in the country."""

    other_headings: ClassVar = {
        "this_year": ("Utfall",),
        "last_year": ("Fg år",),
        "words": ("Text i stället för värde",),
    }
    rare: ClassVar[frozenset[str]] = frozenset({"area", "unit", "better", "words", "assessment"})

    area: Text = Field("", title="Område", description="En rubrik i tabellen. Tomt: samma som raden ovanför.")
    number: Text = Field("", title="Nr", description="Indikatorns nummer, om det finns något.")
    name: Text = Field(title="Indikator", description="Vad som mäts.")
    this_year: Emptied[Value] = Field(None, title="I år", description="Värdet i år: 83 betyder 83 procent.")
    last_year: Annotated[Value, Takes("this_year")] = Field(None, title="I fjol", description="Värdet i fjol.")
    country: Emptied[Value] = Field(None, title="Riket", description="Värdet i hela landet i år.")
    unit: Annotated[str, ChoiceColumn(10, allowed=(PER_CENT, NUMBER), aliases=(("procent", PER_CENT),))] = Field(
        PER_CENT, title="Enhet", description="% eller tal. Tomt: %."
    )
    better: Annotated[str, ChoiceColumn(12, allowed=(HIGHER_IS_BETTER, LOWER_IS_BETTER))] = Field(
        HIGHER_IS_BETTER, title="Bättre är", description="Om ett högre eller ett lägre värde är bättre. Tomt: högre."
    )
    words: Text = Field("", title="Text i stället", description="Visas i stället för värden, till exempel mäts 2026.")
    assessment: Emptied[Annotated[str, ReferenceColumn(register=SCALES)]] = Field(
        "", title="Bedömning", description="Ett steg i fliken Skalor, om indikatorn bedöms. Får vara tomt."
    )

    @property
    def code(self) -> str:
        """The code of the indicator's value."""
        return f"{CODE}.{slug(self.name)}"

    @property
    def label(self) -> str:
        """The number and the name."""
        return f"{self.number.rstrip('.')}. {self.name}" if self.number else self.name

    def value(self, field: str) -> Decimal | None:
        """A typed value in the unit's own terms: a share of one for per cents."""
        typed: Decimal | None = getattr(self, field)
        return typed if typed is None or self.unit == NUMBER else as_share(typed)

    @staticmethod
    def facts(entry: "Entry[Indicator]", year: int) -> Iterator[Fact]:
        """Give the values that are typed."""
        row = entry.row
        for field, code, of in (
            ("this_year", row.code, year),
            ("last_year", row.code, year - 1),
            ("country", f"{row.code}.{COUNTRY}", year),
        ):
            value = row.value(field)
            if value is not None:
                yield Fact(code, of, value, entry.source(field))


TAB = Tab(
    topic=topics.SURVEYS,
    name=NAME,
    help="En rad per indikator. Jämförelserna med riket och med i fjol räknas fram.",
    sections=(Section(Indicator, prepared=20),),
)


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each indicator's values."""
    del facts
    for row in {row.code: row for row in reversed(underlag.rows(Indicator))}.values():
        unit = SHARE if row.unit == PER_CENT else COUNT
        for code, label in ((row.code, row.label), (f"{row.code}.{COUNTRY}", f"{row.label}, riket")):
            yield Stated(code, label, on_line(code), flow=True, unit=unit, budgeted=False)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table of an area, or of all; the columns that nothing is typed for are left out."""
    rows = tuple(
        row for area, row in by_area(placement.derived.underlag) if folded(placement.name) in ("", folded(area))
    )
    if rows:
        table = _table(rows, placement)
        yield Block(table=table, template="free_table", caption=table.title, series=SERIES, called=(table.title,))


def by_area(underlag: Underlag) -> Iterator[tuple[str, Indicator]]:
    """The indicators with their areas; an empty area is that of the row above."""
    area = ""
    for row in underlag.rows(Indicator):
        area = row.area or area
        yield area, row


@dataclass(frozen=True, slots=True)
class _Shown:
    """A column: its heads, and the cell of each indicator."""

    head: str
    span: str
    cell: Callable[[Indicator], Cell]
    words: bool = False


def _table(rows: Sequence[Indicator], placement: Placement) -> Table:
    derived = placement.derived
    year = derived.association.year
    shown = tuple(_columns(rows, placement))
    lines: list[TableRow] = []
    areas = {id(row): area for area, row in by_area(derived.underlag)}
    for area, group in groupby(rows, key=lambda row: areas[id(row)]):
        if area and not placement.name:
            lines.append(TableRow(RowKind.HEADING, area, 0, tuple(Cell("") for _ in shown)))
        for row in group:
            label = f"{row.label}: {row.words}" if row.words else row.label
            lines.append(TableRow(RowKind.ROW, label, 0, tuple(each.cell(row) for each in shown)))
    columns = tuple(Column(calendar_year(year), each.head, each.span, words=each.words) for each in shown)
    title = f"{NAME}, {placement.name}" if placement.name else NAME
    return Table(
        slug(title),
        title,
        COUNT,
        0,
        placement.style.nil_sign,
        columns,
        tuple(lines),
        (LEGEND,) if any(each.words and each.head != ASSESSED for each in shown) else (),
        count_decimals=1,
        corner="Indikator",
    )


def _columns(rows: Sequence[Indicator], placement: Placement) -> Iterator[_Shown]:
    """This year's values, then the country's and last year's, each with how they compare; and the verdicts."""
    derived = placement.derived
    year, figures = derived.association.year, derived.figures

    def own(row: Indicator, of: int) -> Figure | None:
        return figures.get(FigureId(row.code, of))

    def country(row: Indicator) -> Figure | None:
        return figures.get(FigureId(f"{row.code}.{COUNTRY}", year))

    apart = folded(placement.layout) == folded(APART)
    this_year = _Shown(str(year), "", lambda row: _cell(own(row, year)))
    has_country = any(row.country is not None for row in rows)
    has_last_year = any(row.last_year is not None for row in rows)
    if not apart or not (has_country or has_last_year):
        yield this_year
    if has_country:
        span = WITH_COUNTRY if apart else ""
        yield _Shown("Riket", span, lambda row: _cell(country(row)))
        yield from ([replace(this_year, span=span)] if apart else ())
        yield _Shown(AGAINST_COUNTRY, span, words=True, cell=lambda row: _compared(row, own(row, year), country(row)))
    if has_last_year:
        span = f"Jämfört med {year - 1}" if apart else ""
        yield from ([replace(this_year, span=span)] if apart else ())
        yield _Shown(str(year - 1), span, lambda row: _cell(own(row, year - 1)))
        yield _Shown(
            f"Mot {year - 1}", span, words=True, cell=lambda row: _compared(row, own(row, year), own(row, year - 1))
        )
    if any(row.assessment for row in rows):
        steps = scale(derived.underlag)
        yield _Shown(
            ASSESSED,
            "",
            lambda row: Cell(row.assessment, 1, None, *steps.get(folded(row.assessment), ("", ""))),
            words=True,
        )


def _cell(figure: Figure | None) -> Cell:
    return Cell(figure) if figure is not None and isinstance(figure.value, Decimal) else Cell("")


def _compared(row: Indicator, one: Figure | None, other: Figure | None) -> Cell:
    """How one value stands against another: a word, with an arrow in the colour of better or worse."""
    if one is None or other is None or not (isinstance(one.value, Decimal) and isinstance(other.value, Decimal)):
        return Cell("")
    way = (one.value > other.value) - (one.value < other.value)
    tone = _TONES[way if row.better == HIGHER_IS_BETTER else -way]
    return Cell(_WORDS[way], mark=_SHAPES[way], tone=tone)


def names(underlag: Underlag) -> Mapping[str, Sequence[str]]:
    """What the outline's column *Namn* may say: the areas."""
    found: dict[str, list[str]] = {}
    for area, row in by_area(underlag):
        if area:
            found.setdefault(area, []).append(row.name)
    return found


def indicators_are_told_once(case: Case) -> Iterator[Finding]:
    """An indicator stands once, with values or with words in their place."""
    seen: dict[str, Entry[Indicator]] = {}
    for entry in case.underlag.of(Indicator):
        row = entry.row
        values = {"name": brief(row.label)}
        if row.code in seen:
            yield Finding("indicator_twice", (entry.source("name"), seen[row.code].source("name")), values)
        seen.setdefault(row.code, entry)
        if row.words and row.this_year is not None:
            yield Finding("indicator_words_and_value", (entry.source("words"),), values)
        for field in ("this_year", "last_year", "country"):
            value = row.value(field)
            if row.unit == PER_CENT and value is not None and not 0 <= value <= 1:
                yield Finding("indicator_share", (entry.source(field),), values)


COMPONENT = Component(
    NAME,
    "Indikatorerna mot riket och mot i fjol, ur fliken Indikatorer. Namn: ett område; tomt visar alla.",
    blocks,
    names=names,
    layouts=(TOGETHER, APART),
    tabs=(TAB,),
    declarations=declarations,
    qualified={f"{CODE}.*": "indikator.*", f"{CODE}.*.{COUNTRY}": "indikator.*.riket"},
    rules=(indicators_are_told_once,),
    texts=(
        Rule(
            "indicator_twice",
            FEL,
            "Indikatorn står två gånger",
            "Indikatorn ”{name}” står på två rader.",
            "Ta bort den ena, eller ge den ett annat namn.",
        ),
        Rule(
            "indicator_words_and_value",
            FEL,
            "Både text och värde",
            "Indikatorn ”{name}” har både ett värde i år och Text i stället.",
            "Töm texten eller värdet.",
        ),
        Rule(
            "indicator_share",
            VARNING,
            "Ingen andel",
            "Värdet för ”{name}” är ingen andel mellan 0 och 100 procent.",
            "Rätta värdet, eller välj enheten tal.",
            about="{name}",
        ),
    ),
)
