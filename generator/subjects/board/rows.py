"""The board, as it is typed in the tab *Styrelse*: a row for each person or vacant seat."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.counts import counted
from generator.ground.names import NO_NAME, Name
from generator.model.association import Association
from generator.model.columns import ChoiceColumn, MaybeDay, NameText, Text, TextColumn, Whole
from generator.model.fact import Observation
from generator.model.next_year import Emptied
from generator.model.rows import Entry, Row, Section, Tab
from generator.subjects.board.rows_terms import sat_during, sits_at_decision, sits_on

SIGNATURES = "Underskrifter"
"""The part of the report where the board signs."""

ORDINARY, DEPUTY = "ordinarie", "ersättare"
VACANT = "vakant"
_VACANT = frozenset(map(Name, (VACANT, "vakans", "vakant plats", "vakant post", "ej utsedd", "ej tillsatt")))
ORDINARY_COUNT, DEPUTY_COUNT = "counts.ledamöter", "counts.ersättare"
COUNTS = {ORDINARY_COUNT: "Antal ledamöter vid årets slut", DEPUTY_COUNT: "Antal ersättare vid årets slut"}
"""What is counted of the board, by code."""

SIGNS, SIGNS_NOT, NO_LINE = "ja", "nej", "utan linje"


class BoardMember(Row):
    """A person on the board, ordinary (*ledamot*) or deputy (*ersättare*), or a seat that nobody holds."""

    told_by_own_rule: ClassVar = True
    awaited: ClassVar = (("name",),)
    other_headings: ClassVar = {"kind": ("Ordinarie eller ersättare",), "appointed_by": ("Medlem",)}
    rare: ClassVar = frozenset({"signed"})

    name: NameText = Field(
        title="Namn", description="Vakant om ingen har platsen. Platsen står då i tabellen, men inte i underskrifterna."
    )
    party: Text = Field("", title="Parti", description="Visas bara om du har valt det i Uppgifter om förbundet.")
    role: NameText = Field(
        NO_NAME,
        title="Roll",
        description="Till exempel ordförande eller 2:e vice ordförande. Tomt: ledamot eller ersättare.",
    )
    kind: Annotated[str, ChoiceColumn(20, allowed=(ORDINARY, DEPUTY), aliases=(("suppleant", DEPUTY),))] = Field(
        ORDINARY, title="Ordinarie/ersättare", description="Tomt: ordinarie."
    )
    appointed_by: Annotated[Name, TextColumn(offers="Medlemmar")] = Field(
        NO_NAME, title="Utsedd av", description="Medlemmen som har utsett personen."
    )
    seat: NameText = Field(
        NO_NAME, title="Plats", description="Skiljer platserna åt om samma medlem har flera, till exempel 1 och 2."
    )
    start: MaybeDay = Field(None, title="Från", description="Första dagen i styrelsen. Tomt: sedan före året.")
    end: MaybeDay = Field(None, title="Till", description="Sista dagen i styrelsen. Tomt: sitter kvar.")
    attendance: Emptied[Whole] = Field(None, title="Närvaro", description="Antal möten under året. Får vara tomt.")
    signs: Emptied[Annotated[str, ChoiceColumn(16, allowed=(SIGNS, SIGNS_NOT, NO_LINE))]] = Field(
        "",
        title="Undertecknar",
        description=(
            "Tomt: ordinarie som sitter i styrelsen på beslutsdagen. ja: även en tjänstgörande ersättare. "
            "nej: inte med. utan linje: namnet eller den vakanta platsen visas utan plats för underskrift."
        ),
    )
    signed: Emptied[MaybeDay] = Field(
        None, title="Undertecknat", description="Dagen då personen skrev under, om den ska stå vid underskriften."
    )
    position: Whole = Field(None, title="Ordning", description="Plats i tabellen, 1 är först. Tomt: som raden står.")

    @staticmethod
    def facts(entry: "Entry[BoardMember]", year: int) -> Iterator[Observation]:
        """Give a person who sits on the board when the year ends as one, to be counted."""
        row = entry.row
        if not row.is_vacant and sits_on(row, date(year, 12, 31)):
            yield counted(ORDINARY_COUNT if row.kind == ORDINARY else DEPUTY_COUNT, year, entry.source("name"))

    def stays(self, year: int) -> bool:
        """Whether anybody holds the seat in the year after."""
        return sat_during(self, year + 1)

    @property
    def is_vacant(self) -> bool:
        """Whether nobody holds the seat."""
        return self.name in _VACANT

    @property
    def duty(self) -> Name:
        """The function on the board: the role typed, else ledamot or ersättare."""
        return self.role or Name("ledamot" if self.kind == ORDINARY else DEPUTY)


TAB = Tab(
    name="Styrelse",
    help="En rad per person: ledamöter och ersättare under året, och de som undertecknar.",
    sections=(Section(BoardMember, prepared=30),),
    asked_by=("Underskrifter",),
)


def signs(member: BoardMember, association: Association) -> bool:
    """Whether a person stands on the page: as typed, else who is ordinary and sits at the decision."""
    if member.signs:
        return member.signs != SIGNS_NOT
    return member.kind == ORDINARY and not member.is_vacant and sits_at_decision(member, association)


def has_line(member: BoardMember) -> bool:
    """Whether a person on the page signs: who only stands there has no line to do it on."""
    return member.signs != NO_LINE and not member.is_vacant
