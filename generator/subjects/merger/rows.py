"""What was taken over at a merger, as it is typed in the tab *Sammanläggning*, and what stands in its note."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from generator.ground.names import NO_NAME, Name
from generator.model import topics
from generator.model.amounts import TAKEN_OVER, BalanceLine, Liquid, NoteName, is_liquid
from generator.model.booked import Booked
from generator.model.columns import AmountLast, EssentialAmount
from generator.model.fact import Observation
from generator.model.next_year import Takes
from generator.model.rows import YEARS, Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY_LINE
from generator.statements.changes import LIQUID_ASSETS, Change
from generator.statements.lines import BALANCE_LINES, BY_LABEL
from generator.subjects.roll_forward.rows import RollRow

NAME = "Sammanläggning"


class TakenOver(Row):
    """The balance of a line that was taken over from another association."""

    line: BalanceLine = Field(
        title="Post",
        description="Posten i balansräkningen. Övertaget eget kapital räknas fram: tillgångar minus skulder.",
    )
    note: NoteName = Field(NO_NAME, title="Not", description="Noten som berättar om sammanläggningen.")
    this_year: EssentialAmount = Field(
        None, title="I år", description="Beloppet som togs över i år, utan minus för både tillgångar och skulder."
    )
    last_year: Annotated[AmountLast, Takes("this_year")] = Field(
        None, title="I fjol", description="Beloppet som togs över i fjol."
    )
    liquid: Liquid = Field(
        "", title="Likvida medel", description="Om beloppet räknas som likvida medel. Tomt: ja för Kassa och bank."
    )

    booked_together: ClassVar = tuple(
        Booked(field, shift, on=EQUITY_LINE, sign=line.sign, only=(("line", line.label),))
        for field, shift in (("last_year", -1), ("this_year", 0))
        for line in BALANCE_LINES
        if line.sign and line != EQUITY_LINE
    )

    @staticmethod
    def facts(entry: "Entry[TakenOver]", year: int) -> Iterator[Observation]:
        """Give what was taken over each year: cash together, all else by its line."""
        line = BY_LABEL[entry.row.line]
        code = Change.TAKEN_OVER.of(LIQUID_ASSETS if is_liquid(entry.row.liquid, line) else line.code)
        for shift, amount, source in entry.typed(YEARS):
            yield Observation(code, year + shift, amount, source)


def in_note(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give the note's rows: what was taken over in both tabs, debts with minus, so that their sum is the equity."""
    taken = underlag.of(TakenOver)
    first = next((entry.row.note for entry in taken if entry.row.note), NO_NAME)
    rolled = [entry for entry in underlag.of(RollRow) if entry.row.change is Change.TAKEN_OVER]
    noted: list[tuple[Entry[TakenOver] | Entry[RollRow], Name]] = [(each, each.row.note or first) for each in taken]
    for entry, note in (*noted, *((each, first) for each in rolled)):
        line = BY_LABEL[entry.row.line]
        for shift, amount, source in entry.typed(YEARS):
            yield Observation(TAKEN_OVER, year + shift, line.sign * amount, source, note=note, row=Name(line.label))


TAB = Tab(
    topic=topics.MERGER,
    name=NAME,
    help=(
        "Bara det år förbundet tog över ett annat förbund, eller bildades av flera. Skriv vad som togs över, post för "
        "post. Eget kapital och likvida medel tas in utan att bli resultat eller kassaflöde. En post som står i fliken "
        "Årets förändringar skrivs där, med radslaget övertaget vid sammanläggning."
    ),
    sections=(Section(TakenOver, prepared=12),),
    in_unit=True,
)
