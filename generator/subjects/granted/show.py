"""Money granted for coming years (*beviljade medel*): what insatser may still draw after the balance day.

Whether it is a contingent liability below the line of the balance sheet, a note alone, or told elsewhere is the
association's choice (RKR R9 on contingent liabilities; 9 kap. LKBR on notes): each row says what it is shown as.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.declaration import Combined, Declaration, Stated, on_line, plus
from generator.figures.notes import NumberedNote
from generator.figures.table import ColumnSpec, RowKind, RowSpec, Table, build_table
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.findings.rulebook import hint
from generator.ground.names import folded, nearest, slug
from generator.model import topics
from generator.model.amounts import NoteName
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, Text
from generator.model.fact import Fact
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.subjects.insatser.rows import Insats, names_of

NAME = "Beviljade medel"
CODE = "granted"
TOTAL = f"{CODE}.total"
LIABILITY, TOLD = "ansvarsförbindelse", "upplysning"
LINE = "other_contingent_liabilities"
BY_YEAR, BY_BALANCE_DAY = "per kommande år", "per balansdag"
COMING = {"first": 1, "second": 2, "third": 3}
"""The fields of the coming years, and how many years after the report's they are."""


class Grant(Row):
    """What is granted to an insats and not yet drawn when the year ends."""

    other_headings: ClassVar = {"name": ("Insats", "Projekt"), "last_year": ("Återstår UB fg år",)}
    rare: ClassVar[frozenset[str]] = frozenset({"decision", "second", "third"})

    name: Text = Field(title="Insats", description="Insatsen eller projektet som medlen är beviljade till.")
    decision: Text = Field(
        "", title="Beslut", description="När och i vilken paragraf styrelsen beslutade. Egen anteckning."
    )
    first: AmountNow = Field(None, title="Nästa år", description="Det som återstår att betala ut under nästa år.")
    second: AmountNow = Field(None, title="Om två år", description="Det som återstår för året därefter.")
    third: AmountNow = Field(None, title="Om tre år", description="Det som återstår för det tredje året.")
    rest: AmountNow = Field(
        None, title="Återstår i år", description="Det som återstår vid årets slut och inte är delat på kommande år."
    )
    last_year: Annotated[AmountLast, Takes("rest", more=("first", "second", "third"))] = Field(
        None, title="Återstår i fjol", description="Det som återstod vid förra årets slut."
    )
    shown_as: Annotated[str, ChoiceColumn(20, allowed=(TOLD, LIABILITY))] = Field(
        TOLD,
        title="Visas som",
        description=f"{LIABILITY}: räknas in under balansräkningen. {TOLD}: visas bara i tabellen.",
    )
    note: NoteName = Field("", title="Not", description="Noten som tabellen står i, om medlen är ansvarsförbindelser.")

    @property
    def code(self) -> str:
        """The code of what remains for the row when the year ends."""
        return f"{CODE}.{slug(self.name)}"

    @property
    def parts(self) -> tuple[str, ...]:
        """The codes of what is typed: by coming year, and what is not divided on years."""
        return tuple(f"{self.code}.{field}" for field in (*COMING, "rest"))

    @staticmethod
    def facts(entry: "Entry[Grant]", year: int) -> Iterator[Fact]:
        """Give what is typed, and the same as contingent liabilities where it is shown as that."""
        row = entry.row
        typed = ((field, year, field) for field in (*COMING, "rest"))
        for field, of_year, part in (*typed, ("last_year", year - 1, "rest")):
            value = getattr(row, field)
            if value is not None:
                yield Fact(f"{row.code}.{part}", of_year, value, entry.source(field))
                if row.shown_as == LIABILITY:
                    yield Fact(LINE, of_year, value, entry.source(field), note=row.note, row=row.name)


TAB = Tab(
    topic=topics.GRANTED,
    name=NAME,
    help="En rad per insats med medel som är beviljade men inte utbetalda. Kostnaden tas upp det år den uppstår.",
    sections=(Section(Grant, prepared=20),),
    in_unit=True,
)


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare what remains for each insats, in all and by coming year, and the sums."""
    del facts
    rows = _rows(underlag)
    for row in rows:
        for code in row.parts:
            yield Stated(code, f"Beviljat, {row.name}", on_line(code), flow=False)
        yield Combined(row.code, f"Beviljade medel, {row.name}", plus(*row.parts), flow=False)
    if rows:
        for field in (*COMING, "rest"):
            codes = plus(*(f"{row.code}.{field}" for row in rows))
            yield Combined(f"{TOTAL}.{field}", "Summa beviljade medel", codes, flow=False)
        yield Combined(TOTAL, "Summa beviljade medel", plus(*(row.code for row in rows)), flow=False)


def _rows(underlag: Underlag) -> list[Grant]:
    """The first row of each name: what is typed twice is added to it."""
    return list({row.code: row for row in reversed(list(underlag.rows(Grant)))}.values())[::-1]


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table; nothing where nothing is granted."""
    if _rows(placement.derived.underlag):
        yield Block(table=_table(placement, CODE, NAME))


def note_table(note: NumberedNote, placement: Placement) -> Table | None:
    """The table of a note that is about granted money alone; None where it is about anything else."""
    ours = [entry.row for entry in placement.derived.underlag.of(Grant)]
    of_note = {folded(row.name) for row in ours if folded(row.note) == folded(note.note.key)}
    if not of_note or note.explains != (LINE,) or {folded(row.label) for row in note.rows} != of_note:
        return None
    return _table(placement, note.code, f"Not {note.number} {note.title}")


def _table(placement: Placement, key: str, title: str) -> Table:
    derived, style = placement.derived, placement.style
    year = derived.association.year
    rows = _rows(derived.underlag)
    by_year = placement.layout != BY_BALANCE_DAY and any(
        getattr(row, field) is not None for row in rows for field in COMING
    )
    if by_year:
        columns = (
            *(
                ColumnSpec(year, suffix=f".{field}", head=f"År {year + ahead}", optional=True)
                for field, ahead in COMING.items()
            ),
            ColumnSpec(year, suffix=".rest", head="Ej delat på år", optional=True),
            ColumnSpec(year, head="Totalt"),
        )
    else:
        columns = tuple(ColumnSpec(shown) for shown in style.years)
    spec = style.spec(
        key,
        title,
        rows=(
            *(RowSpec(row.code, row.name) for row in rows),
            RowSpec(TOTAL, kind=RowKind.TOTAL),
        ),
        columns=columns,
        flow=False,
    )
    return build_table(spec, derived.figures)


def grants_are_of_insatser(case: Case) -> Iterator[Finding]:
    """What is granted is granted to an insats of the register, or to one that begins later."""
    known = {folded(name): name for row in case.underlag.rows(Insats) for name in names_of(row)}
    for entry in case.underlag.of(Grant) if known else ():
        if entry.row.first is not None and folded(entry.row.name) not in known:
            values = {"name": entry.row.name, "hint": hint(nearest(entry.row.name, known.values()))}
            yield Finding("granted_unknown_insats", (entry.source("name"),), values)


def grants_lie_in_the_period(case: Case) -> Iterator[Finding]:
    """Money is granted for years that the insats runs in."""
    if case.derived is None:
        return
    year = case.derived.association.year
    insatser = {folded(name): row for row in case.underlag.rows(Insats) for name in names_of(row)}
    for entry in case.underlag.of(Grant):
        insats = insatser.get(folded(entry.row.name))
        for field, ahead in COMING.items() if insats else ():
            if insats and getattr(entry.row, field) and not insats.runs_in(year + ahead):
                values = {"name": entry.row.name, "year": year + ahead, "period": insats.period}
                yield Finding("granted_outside_period", (entry.source(field),), values)


COMPONENT = Component(
    NAME,
    "Medel som är beviljade för kommande år. Utformning: per kommande år, eller per balansdag.",
    blocks,
    layouts=(BY_YEAR, BY_BALANCE_DAY),
    tabs=(TAB,),
    declarations=declarations,
    qualified={"granted.*": "beviljade_medel.*", TOTAL: "beviljade_medel.summa"}
    | {
        f"{code}.{field}": f"{name}.{word}"
        for code, name in (("granted.*", "beviljade_medel.*"), (TOTAL, "beviljade_medel.summa"))
        for field, word in (
            ("first", "nästa_år"),
            ("second", "om_två_år"),
            ("third", "om_tre_år"),
            ("rest", "ej_delat_på_år"),
        )
    },
    rules=(grants_are_of_insatser, grants_lie_in_the_period),
    texts=(
        Rule(
            "granted_unknown_insats",
            Severity.NOTE,
            "Beviljade medel till en okänd insats",
            "{name} finns inte i fliken Insatser.{hint}",
            "Skriv samma namn som i fliken Insatser. Börjar insatsen senare behöver inget göras.",
            about="{name}",
        ),
        Rule(
            "granted_outside_period",
            Severity.WARNING,
            "Beviljade medel utanför insatsens period",
            "{name} har beviljade medel för {year}, men insatsen pågår {period}.",
            "Rätta beloppet eller insatsens period.",
            about="{name} {year}",
        ),
    ),
)
