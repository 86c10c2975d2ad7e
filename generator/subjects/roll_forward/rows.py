"""What a balance opens with and how it changes, as it is typed in the tab *Årets förändringar*."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name, slug
from generator.model import topics
from generator.model.amounts import ActivityName, NoteName
from generator.model.booked import Booked
from generator.model.columns import AmountLast, AmountNow, ChoiceColumn, NameText
from generator.model.fact import Fact, Observation, Typed
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import FIXED_ASSETS, PROVISIONS
from generator.statements.lines import BY_LABEL, LINES

NAME = "Årets förändringar"
CODE = "roll"
OPENING, CHANGE, DEPRECIATION = "ingående", "förändring", "avskrivning"
YEARS_DEPRECIATION = Name("Årets avskrivningar")
DEPRECIATION_LINE = LINES["depreciation"]
_LINES = (*FIXED_ASSETS.lines, *PROVISIONS.lines)


NO_PARTS = ("row", "in", "opening")
"""What stands where a part's name does in the codes of a line of one part."""


class RollRow(Row):
    """An opening amount, or a change of the year, of a balance that is shown from opening to closing."""

    rare: ClassVar[frozenset[str]] = frozenset({"activity"})

    line: Annotated[str, ChoiceColumn(36, allowed=tuple(line.label for line in _LINES))] = Field(
        title="Post", description="Posten i balansräkningen. Den skrivs då inte i fliken Balansposter."
    )
    note: NoteName = Field(NO_NAME, title="Not", description="Noten som tabellen står i.")
    group: NameText = Field(
        NO_NAME,
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
    label: NameText = Field(
        NO_NAME, title="Rad", description="Radens text, till exempel Nyintjänad pension eller Inköp."
    )
    this_year: AmountNow = Field(
        None,
        title="I år",
        description="Årets förändring. Minskning, till exempel utbetalning eller avskrivning, med minus.",
    )
    last_year: Annotated[AmountLast, Takes("this_year", derived=True)] = Field(
        None, title="I fjol", description="Fjolårets förändring; på raden ingående det som fanns när fjolåret började."
    )

    activity: ActivityName = Field(NO_NAME, title="Verksamhet", description="Verksamheten som en avskrivning belastar.")

    @property
    def is_derived(self) -> bool:
        """Whether an amount that is left empty is derived: what a part opens with, and no change."""
        return self.kind == OPENING

    @property
    def text(self) -> Name:
        """The row's text; a depreciation needs none of its own."""
        return self.label or (YEARS_DEPRECIATION if self.kind == DEPRECIATION else NO_NAME)

    @property
    def part(self) -> str:
        """The code of the part that the row belongs to: what it closes with."""
        return f"{CODE}.{BY_LABEL[self.line].code}" + (f".{slug(self.group, but=NO_PARTS)}" if self.group else "")

    @property
    def code(self) -> str:
        """The code of the row's figures; the opening row's is that of its part, which it becomes next year."""
        return self.part if self.kind == OPENING else f"{self.part}.row.{slug(self.text)}"

    booked: ClassVar = (
        Booked("last_year", -2, only=(("kind", OPENING),)),
        Booked("last_year", -1, on=DEPRECIATION_LINE, sign=-1, only=(("kind", DEPRECIATION),)),
        Booked("last_year", -1),
        Booked("last_year", 0),
        Booked("this_year", -2, only=(("kind", OPENING),)),
        Booked("this_year", 0, on=DEPRECIATION_LINE, sign=-1, only=(("kind", DEPRECIATION),)),
        Booked("this_year", 0),
    )

    @staticmethod
    def facts(entry: "Entry[RollRow]", year: int) -> Iterator[Typed]:
        """Give the typed amounts, and the balances of the line that they make up."""
        row = entry.row
        for field, of_year in (("last_year", year - 1), ("this_year", year)):
            value = getattr(row, field)
            if value is None:
                continue
            source, is_opening = entry.source(field), row.kind == OPENING
            if is_opening:
                yield Observation(f"{row.part}.opening", year - 2, value, source, opening=True)
            else:
                yield Observation(row.code, of_year, value, source)
        label = row.text or Name(row.kind)
        for each, amount in row.booked_amounts():
            made = Fact(BY_LABEL[row.line], year + each.shift, amount, entry.source(each.field), rolled=True)
            if each.on is not None:
                yield replace(made, line=each.on, activity=row.activity)
            elif each.only:
                yield replace(made, opening=True)
            else:
                yield replace(made, note=row.note, row=label)


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
class NotePart:
    """A part of a note: its code, name, and its changes by code."""

    code: str
    group: Name
    note: Name
    line: str
    changes: Mapping[str, str]


def parts(underlag: Underlag) -> list[NotePart]:
    """The parts of the notes, in the order that they are first typed."""
    made: dict[str, NotePart] = {}
    for row in underlag.rows(RollRow):
        part = made.get(row.part) or NotePart(row.part, row.group, row.note, BY_LABEL[row.line].code, {})
        changes = part.changes if row.kind == OPENING else {**part.changes, row.code: row.text}
        made[row.part] = NotePart(part.code, part.group, part.note or row.note, part.line, changes)
    return list(made.values())
