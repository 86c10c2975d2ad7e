"""The appendices (*bilagor*) as they are typed, numbered in that order: no number is ever typed or used twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.content import Content
from generator.ground.names import NO_NAME, Name
from generator.model import topics
from generator.model.columns import NameText, ReferenceColumn, YesNo
from generator.model.fact import Observation
from generator.model.next_year import Emptied
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.texts.targets import APPENDIX, Target

NAME = "Bilagor"
FACT = "appendix"
ON_REQUEST = "på begäran"


class Appendix(Row):
    """An appendix (*bilaga*): its name, and where it is to be had."""

    other_headings: ClassVar = {"file": ("Fil", "På begäran")}
    named_by: ClassVar = ("name",)
    rare: ClassVar = frozenset({"inserted"})
    unprinted: ClassVar = frozenset({"inserted"})

    name: NameText = Field(title="Namn", description="Bilagans rubrik, utan nummer.")
    file: NameText = Field(
        NO_NAME,
        title="Fil / på begäran",
        description="Filens namn i samma mapp som arbetsboken, eller orden på begäran. Tomt: bilagan följer efteråt.",
    )
    inserted: Emptied[YesNo] = Field(
        default=False,
        title="Sätts in sist",
        description=(
            "ja: filen kommer sist i rapporten, med sidnummer i följd. En text (docx eller md) blir ett kapitel, en "
            "PDF visas sida för sida."
        ),
    )
    insats: Annotated[Name, ReferenceColumn(register="Insatser")] = Field(
        NO_NAME, title="Insats", description="Insatsen som bilagan hör till, om den hör till en."
    )

    @property
    def on_request(self) -> bool:
        """Whether one must ask for the appendix."""
        return self.file == ON_REQUEST

    @staticmethod
    def facts(entry: "Entry[Appendix]", year: int) -> Iterator[Observation]:
        """Yield the appendix as one, to be counted."""
        yield Observation(FACT, year, Decimal(1), entry.source("name"))


TAB = Tab(
    topic=topics.APPENDICES,
    name=NAME,
    help="En rad per bilaga, i den ordning de ska stå. Numren sätts av programmet.",
    sections=(Section(Appendix, prepared=20),),
)


@dataclass(frozen=True, slots=True)
class NumberedAppendix(Content):
    """An appendix with its number."""

    kind: ClassVar[str] = "NumberedAppendix"

    number: Annotated[int, "bilagans nummer, från 1"]
    name: Annotated[str, "bilagans namn"]
    anchor: Annotated[str, "ankaret, för id"]
    mark: Annotated[str, "var den finns, som på begäran; oftast tomt"]


def numbered(underlag: Underlag) -> tuple[NumberedAppendix, ...]:
    """Number the appendices in the order typed."""
    return tuple(
        NumberedAppendix(number, row.name, f"bilaga-{number}", ON_REQUEST if row.on_request else "")
        for number, row in enumerate(underlag.rows(Appendix), start=1)
    )


def targets_of(underlag: Underlag) -> tuple[Target, ...]:
    """A text may call an appendix by its name or by the insats that it belongs to."""
    named = zip(underlag.rows(Appendix), numbered(underlag), strict=True)
    return tuple(Target(APPENDIX, (row.name, row.insats), f"bilaga {each.number}", each.anchor) for row, each in named)


def numbers_of(underlag: Underlag, insats: Name) -> tuple[int, ...]:
    """The numbers of the appendices that belong to an insats."""
    rows = enumerate(underlag.rows(Appendix), start=1)
    return tuple(number for number, row in rows if row.insats and row.insats == insats)
