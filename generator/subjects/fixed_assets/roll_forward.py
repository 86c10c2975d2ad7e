"""Balances shown from opening to closing (*från ingående till utgående*): provisions and fixed assets in their notes.

The opening amount and the year's changes are typed; the closing one is derived and is what stands in the balance sheet,
so that note, balance sheet and cash flow are one (9 kap. 10 § and 12 § LKBR on provisions and fixed assets).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.declaration import Combined, Declaration, RolledForward, Stated, Term, on_line, plus
from generator.figures.notes import NumberedNote
from generator.figures.table import ColumnSpec, NilPolicy, RowKind, RowSpec, Table, build_table
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.ground.names import folded, slug
from generator.model import topics
from generator.model.amounts import ROLLED, ActivityName, BalanceItem, IncomeOrCost, NoteName
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, Text
from generator.model.fact import Fact
from generator.model.lines import BALANCE_LINES, BY_LABEL, LINES, Kind
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag

NAME = "Årets förändringar"
CODE = ROLLED.removesuffix(".")
OPENING, CHANGE, DEPRECIATION = "ingående", "förändring", "avskrivning"
DEPRECIATION_LINE = "depreciation"
_LINES = tuple(line for line in BALANCE_LINES if line.kind is Kind.PROVISION or line.group == "fixed_assets")


class RollRow(Row):
    """An opening amount, or a change of the year, of a balance that is shown from opening to closing."""

    rare: ClassVar[frozenset[str]] = frozenset({"activity"})

    line: Annotated[str, ChoiceColumn(36, allowed=tuple(line.label for line in _LINES))] = Field(
        title="Post", description="Posten i balansräkningen. Den skrivs då inte i fliken Balansposter."
    )
    note: NoteName = Field("", title="Not", description="Noten som tabellen står i.")
    group: Text = Field(
        "",
        title="Del",
        description="Delens namn, om noten har flera: Anskaffningsvärde, Ackumulerade avskrivningar. Tomt: en enda.",
    )
    kind: Annotated[str, ChoiceColumn(14, allowed=(CHANGE, OPENING, DEPRECIATION))] = Field(
        CHANGE,
        title="Radslag",
        description=(
            "ingående: beloppet när fjolåret började, en rad per del. förändring: det som hände under året. "
            "avskrivning: årets avskrivning, som också blir kostnaden i resultaträkningen."
        ),
    )
    label: Text = Field("", title="Rad", description="Radens text, till exempel Nyintjänad pension eller Inköp.")
    this_year: AmountNow = Field(
        None,
        title="I år",
        description="Årets förändring. Minskning, till exempel utbetalning eller avskrivning, med minus.",
    )
    last_year: Annotated[AmountLast, Takes("this_year", derived=True)] = Field(
        None, title="I fjol", description="Fjolårets förändring; på raden ingående det som fanns när fjolåret började."
    )

    activity: ActivityName = Field("", title="Verksamhet", description="Verksamheten som en avskrivning belastar.")

    @property
    def text(self) -> str:
        """The row's text; a depreciation needs none of its own."""
        return self.label or ("Årets avskrivningar" if self.kind == DEPRECIATION else "")

    @property
    def part(self) -> str:
        """The code of the part that the row belongs to: what it closes with."""
        return f"{CODE}.{BY_LABEL[self.line].code}" + (f".{slug(self.group)}" if self.group else "")

    @property
    def code(self) -> str:
        """The code of the row's figures; the opening row's is that of its part, which it becomes next year."""
        return self.part if self.kind == OPENING else f"{self.part}.row.{slug(self.text)}"

    @staticmethod
    def facts(entry: "Entry[RollRow]", year: int) -> Iterator[Fact]:
        """Give the typed amounts, and the balances of the line that they make up."""
        row, line = entry.row, BY_LABEL[entry.row.line].code
        for field, of_year in (("last_year", year - 1), ("this_year", year)):
            value = getattr(row, field)
            if value is None:
                continue
            source, is_opening = entry.source(field), row.kind == OPENING
            if is_opening:
                yield Fact(f"{row.part}.opening", year - 2, value, source, opening=True)
                yield Fact(line, year - 2, value, source, opening=True)
            else:
                yield Fact(row.code, of_year, value, source)
            if row.kind == DEPRECIATION:
                yield Fact(DEPRECIATION_LINE, of_year, -value, source, activity=row.activity)
            for balance_year in range(of_year, year + 1):
                yield Fact(line, balance_year, value, source, note=row.note, row=row.text or row.kind)


TAB = Tab(
    topic=topics.ASSETS,
    name=NAME,
    help=(
        "Frivillig. För avsättningar och anläggningstillgångar som visas från ingående till utgående belopp i en not. "
        "Utgående belopp räknas fram och står i balansräkningen."
    ),
    sections=(Section(RollRow, prepared=20),),
    in_unit=True,
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a note: its code, name, and its changes by code."""

    code: str
    group: str
    note: str
    line: str
    changes: Mapping[str, str]


def _parts(underlag: Underlag) -> list[_Part]:
    made: dict[str, _Part] = {}
    for row in underlag.rows(RollRow):
        part = made.get(row.part) or _Part(row.part, row.group, row.note, BY_LABEL[row.line].code, {})
        changes = part.changes if row.kind == OPENING else {**part.changes, row.code: row.text}
        made[row.part] = _Part(part.code, part.group, part.note or row.note, part.line, changes)
    return list(made.values())


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare each change, and what each part opens and closes with."""
    del facts
    for part in _parts(underlag):
        name = part.group or "belopp"
        for code, label in part.changes.items():
            yield Stated(code, label, on_line(code), flow=True)
        yield RolledForward(part.code, f"Utgående {name.lower()}", on_line(f"{part.code}.opening"), plus(*part.changes))
        yield Combined(f"{part.code}.in", f"Ingående {name.lower()}", (Term(1, part.code, -1),), flow=False)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the table; nothing where nothing is rolled."""
    parts = _parts(placement.derived.underlag)
    if parts:
        yield Block(table=_table(parts, placement, CODE, NAME))


def note_table(note: NumberedNote, placement: Placement) -> Table | None:
    """The table of a note whose amounts are rolled forward; None where it holds anything else."""
    underlag = placement.derived.underlag
    parts = [part for part in _parts(underlag) if folded(part.note) == folded(note.note.key)]
    typed = any(folded(row.note) == folded(note.note.key) for row in underlag.rows(BalanceItem))
    if not parts or typed or set(note.explains) != {part.line for part in parts}:
        return None
    return _table(parts, placement, note.code, f"Not {note.number} {note.title}")


def _table(parts: Sequence[_Part], placement: Placement, key: str, title: str) -> Table:
    style = placement.style
    spec = style.spec(
        key,
        title,
        rows=tuple(_rows(parts)),
        columns=tuple(ColumnSpec(year) for year in style.years),
        flow=False,
    )
    return build_table(spec, placement.derived.figures)


def _rows(parts: Sequence[_Part]) -> Iterator[RowSpec]:
    for part in parts:
        if part.group and len(parts) > 1:
            yield RowSpec(label=part.group, kind=RowKind.HEADING, block=part.code)
        yield RowSpec(f"{part.code}.in", nil=NilPolicy.SHOW, block=part.code)
        yield from (RowSpec(code, block=part.code) for code in part.changes)
        yield RowSpec(
            part.code,
            kind=RowKind.SUBTOTAL if len(parts) > 1 else RowKind.TOTAL,
            nil=NilPolicy.SHOW,
            block=part.code,
        )


def balances_stand_once(case: Case) -> Iterator[Finding]:
    """A balance that is rolled forward is not typed among the balances too."""
    rolled = {row.line: entry for entry in case.underlag.of(RollRow) for row in (entry.row,)}
    for entry in case.underlag.of(BalanceItem):
        other = rolled.get(entry.row.line)
        if other is not None and (entry.row.this_year or entry.row.last_year):
            values = {"line": entry.row.line, "cell": other.source("line")}
            yield Finding("roll_twice", (entry.source("line"), other.source("line")), values)


def parts_open_once(case: Case) -> Iterator[Finding]:
    """A part has one opening amount, and no change without words."""
    seen: dict[str, Entry[RollRow]] = {}
    for entry in case.underlag.of(RollRow):
        if entry.row.kind == OPENING:
            first = seen.setdefault(entry.row.part, entry)
            if first is not entry:
                values = {"cell": first.source("kind").cell}
                yield Finding("roll_opens_twice", (entry.source("kind"), first.source("kind")), values)
            if entry.row.this_year is not None:
                yield Finding("roll_opening_this_year", (entry.source("this_year"),))
        elif not entry.row.text:
            yield Finding("roll_without_words", (entry.source("label"),))


def depreciations_stand_once(case: Case) -> Iterator[Finding]:
    """A depreciation that is rolled forward is not typed among the costs too, and lowers its asset."""
    rolled = [entry for entry in case.underlag.of(RollRow) if entry.row.kind == DEPRECIATION]
    for entry in rolled:
        for field in ("this_year", "last_year"):
            if (getattr(entry.row, field) or 0) > 0:
                yield Finding("roll_depreciation_sign", (entry.source(field),))
    label = LINES[DEPRECIATION_LINE].label
    for cost in case.underlag.of(IncomeOrCost) if rolled else ():
        if cost.row.line == label and (cost.row.this_year or cost.row.last_year):
            values = {"line": label, "cell": rolled[0].source("kind")}
            yield Finding("roll_depreciation_twice", (cost.source("line"), rolled[0].source("kind")), values)


TEXTS = (
    Rule(
        "roll_depreciation_twice",
        Severity.ERROR,
        "Avskrivningen står på två ställen",
        "{line} står både här och i {cell}. Kostnaden räknas då två gånger.",
        "Ta bort beloppen här: kostnaden hämtas ur fliken Årets förändringar. Budgeten får stå kvar.",
    ),
    Rule(
        "roll_depreciation_sign",
        Severity.ERROR,
        "Avskrivning utan minus",
        "En avskrivning minskar tillgången och skrivs med minus i fliken Årets förändringar.",
        "Sätt minus före beloppet.",
    ),
    Rule(
        "roll_twice",
        Severity.ERROR,
        "Balansposten står på två ställen",
        "{line} står både här och i {cell}. Beloppet räknas då två gånger.",
        "Ta bort det ena. En post som visas från ingående till utgående står bara i fliken Årets förändringar.",
    ),
    Rule(
        "roll_opens_twice",
        Severity.ERROR,
        "Två ingående belopp",
        "Delen har ett ingående belopp även i cell {cell}.",
        "Behåll det ena, eller skriv olika namn i kolumnen Del.",
    ),
    Rule(
        "roll_opening_this_year",
        Severity.ERROR,
        "Ingående belopp i år",
        "Årets ingående belopp räknas fram ur fjolårets.",
        "Ta bort beloppet. Bara det som fanns när fjolåret började skrivs, i kolumnen I fjol.",
    ),
    Rule(
        "roll_without_words",
        Severity.ERROR,
        "Förändring utan text",
        "Raden säger inte vad som har förändrats.",
        "Skriv det i kolumnen Rad, till exempel Årets utbetalningar.",
    ),
)

COMPONENT = Component(
    NAME,
    "Avsättningar eller anläggningstillgångar från ingående till utgående belopp, om de inte står i en not.",
    blocks,
    tabs=(TAB,),
    declarations=declarations,
    qualified={"roll.*": "årets_förändringar.*", "roll.*.*": "årets_förändringar.*.*"},
    rules=(balances_stand_once, parts_open_once, depreciations_stand_once),
    texts=TEXTS,
)
