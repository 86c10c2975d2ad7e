"""The board (*styrelsen*): who sat in it during the year, by member and seat (10, 12 and 17 §§ finsamlagen)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.blocks.counts import counted, counts
from generator.blocks.text_table import TEMPLATE, Lines, TextTable, text_columns, text_table
from generator.checks.case import Case
from generator.figures.declaration import Declaration
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.findings.rulebook import hint
from generator.ground.names import folded, nearest
from generator.model.association import Association
from generator.model.columns import ChoiceColumn, Day, Text, Whole
from generator.model.fact import Fact
from generator.model.next_year import Emptied
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.subjects.people.terms import TEXTS as TERM_TEXTS
from generator.subjects.people.terms import backward_terms, overlap, part_of_year, sat_during, sits_on

ORDINARY, DEPUTY = "ordinarie", "ersättare"
HEADS = {ORDINARY: "Ordinarie", DEPUTY: "Ersättare"}
VACANT = "vakant"
ORDINARY_COUNT, DEPUTY_COUNT = "counts.ledamöter", "counts.ersättare"
SIGNS, SIGNS_NOT, NO_LINE = "ja", "nej", "utan linje"


class BoardMember(Row):
    """A person on the board, ordinary (*ledamot*) or deputy (*ersättare*), or a seat that nobody holds."""

    other_headings: ClassVar = {"kind": ("Ordinarie eller ersättare",), "appointed_by": ("Medlem",)}

    name: Text = Field(title="Namn", description="Vakant om ingen har platsen.")
    party: Text = Field("", title="Parti", description="Visas bara om du har valt det i Uppgifter om förbundet.")
    role: Text = Field(
        "", title="Roll", description="Till exempel ordförande eller vice ordförande. Tomt: ledamot eller ersättare."
    )
    kind: Annotated[str, ChoiceColumn(20, allowed=(ORDINARY, DEPUTY), aliases=(("suppleant", DEPUTY),))] = Field(
        ORDINARY, title="Ordinarie/ersättare", description="Tomt: ordinarie."
    )
    appointed_by: Text = Field("", title="Utsedd av", description="Medlemmen som har utsett personen.")
    seat: Text = Field(
        "", title="Plats", description="Skiljer platserna åt om samma medlem har flera, till exempel 1 och 2."
    )
    start: Day = Field(None, title="Från", description="Första dagen i styrelsen. Tomt: sedan före året.")
    end: Day = Field(None, title="Till", description="Sista dagen i styrelsen. Tomt: sitter kvar.")
    attendance: Emptied[Whole] = Field(None, title="Närvaro", description="Antal möten under året. Får vara tomt.")
    signs: Emptied[Annotated[str, ChoiceColumn(16, allowed=(SIGNS, SIGNS_NOT, NO_LINE))]] = Field(
        "",
        title="Undertecknar",
        description=(
            "Tomt: ordinarie som sitter i styrelsen på beslutsdagen. ja: även en tjänstgörande ersättare. "
            "nej: inte med. utan linje: namnet eller den vakanta platsen visas utan plats för underskrift."
        ),
    )
    position: Whole = Field(None, title="Ordning", description="Plats i tabellen, 1 är först. Tomt: som raden står.")

    @staticmethod
    def facts(entry: "Entry[BoardMember]", year: int) -> Iterator[Fact]:
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
        return folded(self.name) == VACANT

    @property
    def duty(self) -> str:
        """The function on the board: the role typed, else ledamot or ersättare."""
        return self.role or ("ledamot" if self.kind == ORDINARY else DEPUTY)


BOARD_TAB = Tab(
    name="Styrelse",
    help="En rad per person: ledamöter och ersättare under året, och de som undertecknar.",
    sections=(Section(BoardMember, prepared=30),),
)


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare how many members and deputies the board has."""
    del underlag
    labels = {
        ORDINARY_COUNT: "Antal ledamöter vid årets slut",
        DEPUTY_COUNT: "Antal ersättare vid årets slut",
    }
    yield from counts(labels, facts)


def in_order(members: Sequence[BoardMember]) -> list[BoardMember]:
    """Sort by the position typed, which stands in place of the row's own; 1 is the first."""
    rows = sorted(enumerate(members, start=1), key=lambda each: each[1].position or each[0])
    return [member for _, member in rows]


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the board: a row for each seat, with the ordinary member and the deputy."""
    association = placement.derived.association
    members = [
        member
        for member in in_order(placement.derived.underlag.rows(BoardMember))
        if sat_during(member, association.year)
    ]
    if not members:
        return
    kinds = [kind for kind in HEADS if any(member.kind == kind for member in members)]
    if not any(member.appointed_by or member.seat for member in members):
        yield Block(content=_by_duty(members, association), template=TEMPLATE)
        return
    heads = ("Medlem", *(HEADS[kind] for kind in kinds))
    rows = ((Lines((label,)), *(_people(seat, kind, association) for kind in kinds)) for label, seat in _seats(members))
    yield Block(content=text_table("board", text_columns(heads), rows), template=TEMPLATE)


def _by_duty(members: Sequence[BoardMember], association: Association) -> TextTable:
    """The people and their duties, where nobody's member is told."""
    rows = (
        (Lines((_described(member, association, role=False),)), Lines((member.duty[:1].upper() + member.duty[1:],)))
        for member in members
    )
    return text_table("board", text_columns(("Namn", "Uppdrag")), rows)


def _seats(members: Sequence[BoardMember]) -> Iterator[tuple[str, list[BoardMember]]]:
    """Gather the people by the member that appointed them and the seat; one without either stands alone."""
    seats: dict[tuple[str, str, str], list[BoardMember]] = {}
    for member in members:
        alone = "" if member.appointed_by or member.seat else member.name
        seats.setdefault((folded(member.appointed_by), folded(member.seat), alone), []).append(member)
    for seat in seats.values():
        yield seat[0].appointed_by or seat[0].seat or "–", seat


def _people(seat: Sequence[BoardMember], kind: str, association: Association) -> Lines:
    return Lines(tuple(_described(member, association) for member in seat if member.kind == kind))


def _described(member: BoardMember, association: Association, *, role: bool = True) -> str:
    """A person with role, party, part of the year and attendance, as far as they are told, wanted and not plain."""
    if member.is_vacant:
        return f"Vakant{part_of_year(member, association.year)}"
    party = f" ({member.party})" if association.show_parties and member.party else ""
    duty = f", {member.role}" if role and member.role and folded(member.role) not in ("ledamot", DEPUTY) else ""
    meetings = f", {_meetings(member.attendance)}" if member.attendance is not None else ""
    return f"{member.name}{party}{duty}{part_of_year(member, association.year)}{meetings}"


def _meetings(count: int) -> str:
    return "1 möte" if count == 1 else f"{count} möten"


def terms_run_forwards(case: Case) -> Iterator[Finding]:
    """Nobody leaves the board before joining it."""
    return backward_terms(case.underlag.of(BoardMember))


def people_stand_once(case: Case) -> Iterator[Finding]:
    """Nobody holds two seats at a time; a vacant seat is nobody, and two terms in turn are two rows."""
    seen: dict[str, list[Entry[BoardMember]]] = {}
    for entry in case.underlag.of(BoardMember):
        if entry.row.is_vacant:
            continue
        for other in seen.setdefault(folded(entry.row.name), []):
            if overlap(entry.row, other.row):
                places = (entry.source("name"), other.source("name"))
                yield Finding(
                    "board_member_twice", places, {"name": entry.row.name, "other": other.source("name").cell}
                )
                break
        seen[folded(entry.row.name)].append(entry)


def deputies_have_seats(case: Case) -> Iterator[Finding]:
    """A deputy's seat, where one is typed, is one that an ordinary member has too."""
    entries = case.underlag.of(BoardMember)
    seats = {(folded(e.row.appointed_by), folded(e.row.seat)): e.row.seat for e in entries if e.row.kind == ORDINARY}
    for entry in entries:
        row = entry.row
        if row.kind == DEPUTY and row.seat and (folded(row.appointed_by), folded(row.seat)) not in seats:
            values = {"name": row.name, "seat": row.seat, "hint": hint(nearest(row.seat, seats.values()))}
            yield Finding("board_deputy_alone", (entry.source("seat"),), values)


TEXTS = (
    *TERM_TEXTS,
    Rule(
        "board_member_twice",
        Severity.WARNING,
        "Samma person två gånger",
        "{name} står på två rader samtidigt (även cell {other}).",
        "Ta bort den ena raden, eller skriv i Från och Till när personen bytte plats.",
    ),
    Rule(
        "board_deputy_alone",
        Severity.NOTE,
        "Ersättare utan ordinarie",
        "Ersättaren {name} har platsen {seat}, som ingen ordinarie ledamot har.{hint}",
        "Rätta platsen, eller lägg till en rad med namnet Vakant om den ordinarie platsen är tom.",
        source="10 § finsamlagen",
    ),
)

COMPONENT = Component(
    "Styrelse",
    "Tabell över styrelsen under året: medlem, ordinarie och ersättare.",
    blocks,
    tabs=(BOARD_TAB,),
    declarations=declarations,
    rules=(terms_run_forwards, people_stand_once, deputies_have_seats),
    texts=TEXTS,
)
