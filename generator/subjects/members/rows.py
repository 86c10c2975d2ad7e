"""The register of members: one row per member with its contribution, and the groups that share by a key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.counts import counted
from generator.ground.names import NO_NAME, Name, slug, unique
from generator.model.amounts import ActivityName, NoteName
from generator.model.booked import Booked
from generator.model.columns import ChoiceColumn, EssentialAmount, EssentialLast, NameText, TableName, Value
from generator.model.fact import Fact, Observation, Typed
from generator.model.next_year import Takes
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.typed_number import TypedNumber
from generator.model.underlag import Underlag
from generator.statements.lines import LINES

CONTRIBUTION_LINE = LINES["operating_income"]
"""The line that contributions are income on."""
QUARTER = Decimal("0.25")
STATE, REGION, MUNICIPALITY, OTHER = "staten", "region", "kommun", "övrig"
CATEGORIES = {STATE: "Staten", REGION: "Region", MUNICIPALITY: "Kommuner", OTHER: "Övriga"}
"""The parties of 5 § finsamlagen, as they are typed and as they are shown."""

NO_MEMBERS = ("total", "group", "party")
"""What stands where a member's name does in the codes of the sums."""

COUNT_OF_ALL = "counts.medlemmar"
COUNTS = {COUNT_OF_ALL: "Antal medlemmar"} | {
    f"{COUNT_OF_ALL}.{category}": f"Antal medlemmar, {name.lower()}" for category, name in CATEGORIES.items()
}
"""What is counted of the members, by code."""


class Member(Row):
    """A member (*medlem*) of the association and its contribution (*medlemsbidrag*)."""

    other_headings: ClassVar = {
        "name": ("Huvudman", "Part"),
        "last_year": ("Bidrag fg år",),
        "key": ("Invånare", "Antal invånare"),
        "note_row": ("Text i not",),
    }

    per_cents: ClassVar = {"key": "om nyckeln är en procentsats: 51,2 och 51,2 % är detsamma"}

    name: TableName = Field(title="Medlem", description="Medlemmens namn, till exempel kommunens.")
    category: Annotated[str, ChoiceColumn(14, allowed=tuple(CATEGORIES))] = Field(
        OTHER, title="Kategori", description="Staten ger hälften, region och kommuner var sin fjärdedel."
    )
    key: Value = Field(
        None,
        title="Nyckeltal",
        description="Det som gruppens bidrag delas efter: invånare, eller en överenskommen procentsats.",
    )
    this_year: EssentialAmount = Field(None, title="Bidrag i år", description="Årets bidrag, enligt beslutet.")
    last_year: Annotated[EssentialLast, Takes("this_year")] = Field(
        None, title="Bidrag i fjol", description="Föregående års bidrag."
    )
    activity: ActivityName = Field(
        NO_NAME, title="Verksamhet", description="Verksamheten för finansiering, i fliken Verksamheter."
    )
    note: NoteName = Field(NO_NAME, title="Not", description="Noten som specificerar intäkterna.")
    note_row: TableName = Field(
        NO_NAME, title="Notrad", description="Radens text i noten. Flera medlemmar kan ha samma. Tomt: medlemmens namn."
    )
    paid_by: NameText = Field(
        NO_NAME, title="Betalas av", description="Om någon annan betalar bidraget. Det står då under tabellen."
    )

    @property
    def code(self) -> str:
        """The code of the member's figures."""
        return f"members.{slug(self.name, but=NO_MEMBERS)}"

    def expects_per_cent(self, field: str) -> bool | None:
        """The key may be anything."""
        del field
        return None

    @property
    def key_number(self) -> Decimal | None:
        """The key as a number: of per cents how many, however they are typed."""
        is_per_cent = isinstance(self.key, TypedNumber) and self.key.is_per_cent
        return self.key * 100 if self.key is not None and is_per_cent else self.key

    booked: ClassVar = (Booked("this_year", 0, on=CONTRIBUTION_LINE), Booked("last_year", -1, on=CONTRIBUTION_LINE))

    @staticmethod
    def facts(entry: "Entry[Member]", year: int) -> Iterator[Typed]:
        """Give the contribution as income of the income statement, the key, and the member as one, to be counted."""
        row = entry.row
        for code in (COUNT_OF_ALL, f"{COUNT_OF_ALL}.{row.category}"):
            yield counted(code, year, entry.source("name"))
        for each, amount in row.booked_amounts():
            yield Fact(
                CONTRIBUTION_LINE,
                year + each.shift,
                amount,
                entry.source(each.field),
                note=row.note,
                row=row.note_row or row.name,
                activity=row.activity,
                contribution=True,
            )
        if row.key_number is not None:
            yield Observation(f"{row.code}.key", year, row.key_number, entry.source("key"))


TAB = Tab(
    name="Medlemmar",
    help=(
        "En rad per medlem, med bidraget. Bidrag som står här skrivs inte i fliken Intäkter och kostnader (bara "
        "budgeten för dem): resultaträkningen och noten hämtar dem härifrån."
    ),
    sections=(Section(Member, prepared=20),),
    in_unit=True,
)


@dataclass(frozen=True, slots=True)
class Group:
    """The members of one category, by the codes of their figures; some may stand in another category too."""

    category: str
    members: Mapping[str, Entry[Member]]
    also_elsewhere: frozenset[Name] = frozenset()

    @property
    def title(self) -> str:
        """The group's name in the report."""
        return CATEGORIES[self.category]

    @property
    def name(self) -> str:
        """The group's name within a sentence."""
        return self.title.lower()

    def label(self, member: Member) -> str:
        """What a member is called, told apart from itself in another category."""
        return f"{member.name} ({self.category})" if member.name in self.also_elsewhere else str(member.name)

    @property
    def code(self) -> str:
        """The code of the group's sum."""
        return f"members.group.{self.category}"

    @property
    def party(self) -> str:
        """The code of the group's sum as one party beside the others."""
        return f"members.party.{self.category}"


def groups(underlag: Underlag) -> tuple[Group, ...]:
    """The members by category, both in the order typed; a name that stands twice has a code for each row."""
    entries = underlag.of(Member)
    several = in_several(underlag)
    codes = [f"{row.code}_{row.category}" if row.name in several else row.code for row in underlag.rows(Member)]
    found: dict[str, dict[str, Entry[Member]]] = {}
    told_apart = unique([*several.values(), *codes])[len(several) :]
    for entry, code in zip(entries, told_apart, strict=True):
        found.setdefault(entry.row.category, {})[code] = entry
    return tuple(Group(category, members, frozenset(several)) for category, members in found.items())


def in_several(underlag: Underlag) -> dict[Name, str]:
    """The members that stand in several categories, as a region that is the municipality too: the code of each."""
    categories: dict[Name, set[str]] = {}
    for row in underlag.rows(Member):
        categories.setdefault(row.name, set()).add(row.category)
    return {row.name: row.code for row in underlag.rows(Member) if len(categories[row.name]) > 1}
