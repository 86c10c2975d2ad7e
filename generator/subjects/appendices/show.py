"""The appendices (*bilagor*): numbered in the order typed, so that no number is ever typed or used twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.figures.declaration import Declaration, Stated
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.findings.rulebook import hint
from generator.ground.formatting import COUNT
from generator.ground.names import folded, nearest
from generator.model import topics
from generator.model.columns import ReferenceColumn, Text
from generator.model.fact import Fact
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag
from generator.texts.targets import APPENDIX, Target

FACT = "appendix"
COUNT_OF_APPENDICES = "appendices"
ON_REQUEST = "på begäran"


class Appendix(Row):
    """An appendix (*bilaga*): its name, and where it is to be had."""

    other_headings: ClassVar = {"file": ("Fil", "På begäran")}
    named_by: ClassVar = ("name",)

    name: Text = Field(title="Namn", description="Bilagans rubrik, utan nummer.")
    file: Text = Field(
        "",
        title="Fil / på begäran",
        description="Filens namn i samma mapp som arbetsboken, eller orden på begäran. Tomt: bilagan följer efteråt.",
    )
    insats: Annotated[str, ReferenceColumn(register="Insatser")] = Field(
        "", title="Insats", description="Insatsen som bilagan hör till, om den hör till en."
    )

    @property
    def on_request(self) -> bool:
        """Whether one must ask for the appendix."""
        return folded(self.file) == ON_REQUEST

    @staticmethod
    def facts(entry: "Entry[Appendix]", year: int) -> Iterator[Fact]:
        """Yield the appendix as one, to be counted."""
        yield Fact(FACT, year, Decimal(1), entry.source("name"))


APPENDICES_TAB = Tab(
    topic=topics.APPENDICES,
    name="Bilagor",
    help="En rad per bilaga, i den ordning de ska stå. Numren sätts av programmet.",
    sections=(Section(Appendix, prepared=20),),
)


@dataclass(frozen=True, slots=True)
class NumberedAppendix:
    """An appendix with its number, from 1, and the mark that tells where it is to be had."""

    number: int
    name: str
    anchor: str
    mark: str


def numbered(underlag: Underlag) -> tuple[NumberedAppendix, ...]:
    """Number the appendices in the order typed."""
    return tuple(
        NumberedAppendix(number, row.name, f"bilaga-{number}", ON_REQUEST if row.on_request else "")
        for number, row in enumerate(underlag.rows(Appendix), start=1)
    )


def numbers_of(underlag: Underlag, insats: str) -> tuple[int, ...]:
    """The numbers of the appendices that belong to an insats."""
    rows = enumerate(underlag.rows(Appendix), start=1)
    return tuple(number for number, row in rows if row.insats and folded(row.insats) == folded(insats))


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the number of appendices, for texts that mention it."""
    del underlag
    if any(fact.line == FACT for fact in facts):
        yield Stated(COUNT_OF_APPENDICES, "Antal bilagor", lambda fact: fact.line == FACT, flow=True, unit=COUNT)


@dataclass(frozen=True, slots=True)
class Appendices:
    """What the template shows."""

    appendices: tuple[NumberedAppendix, ...]


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the list of appendices."""
    underlag = placement.derived.underlag
    appendices = numbered(underlag)
    if appendices:
        targets = tuple(map(_target, underlag.rows(Appendix), appendices))
        yield Block(content=Appendices(appendices), template="appendices", targets=targets)


def _target(row: Appendix, appendix: NumberedAppendix) -> Target:
    """A text may call an appendix by its name or by the insats that it belongs to."""
    return Target(APPENDIX, (row.name, row.insats), f"bilaga {appendix.number}", appendix.anchor)


def files_are_there(case: Case) -> Iterator[Finding]:
    """A file that is named lies in the association's folder; it is not part of the PDF, so it stops nothing."""
    for entry in case.underlag.of(Appendix):
        row = entry.row
        if row.file and not row.on_request and not (case.folder / row.file).is_file():
            near = nearest(row.file, (path.name for path in case.folder.iterdir() if path.is_file()))
            values = {"found": row.file, "folder": case.folder.resolve().name, "hint": hint(near)}
            yield Finding("appendix_missing", (entry.source("file"),), values)


TEXTS = (
    Rule(
        "appendix_missing",
        Severity.WARNING,
        "Bilagan finns inte",
        "Filen {found} finns inte i mappen {folder}.{hint}",
        "Lägg filen där eller rätta namnet. Lämnas bilagan ut till den som frågar, skriv på begäran.",
    ),
)

COMPONENT = Component(
    "Bilagor",
    "Numrerad lista över bilagorna.",
    blocks,
    tabs=(APPENDICES_TAB,),
    declarations=declarations,
    qualified={"appendices": "antal.bilagor"},
    rules=(files_are_there,),
    texts=TEXTS,
)
