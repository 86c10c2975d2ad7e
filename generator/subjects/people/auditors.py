"""The auditors (*revisorer*): one for each member, and one auktoriserad revisor for the state (25 § finsamlagen)."""

from collections.abc import Iterator
from typing import ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.blocks.text_table import TEMPLATE, Lines, text_columns, text_table
from generator.checks.case import Case
from generator.findings.finding import Finding
from generator.model.columns import Day, Text, YesNo
from generator.model.rows import Row, Section, Tab
from generator.subjects.people.terms import backward_terms, part_of_year, sat_during


class Auditor(Row):
    """A person who audits, or an expert (*sakkunnigt biträde*) who assists and does not sign."""

    other_headings: ClassVar = {"is_expert": ("Sakkunnigt biträde",)}

    name: Text = Field(title="Namn", description="Revisorns namn.")
    role: Text = Field("", title="Roll", description="Till exempel auktoriserad revisor eller förtroendevald revisor.")
    title: Text = Field("", title="Titel", description="Till exempel ordförande eller certifierad kommunal revisor.")
    firm: Text = Field("", title="Byrå", description="Revisionsbyrån, om det finns en.")
    appointed_by: Text = Field(
        "", title="Utsedd av", description="Medlemmen eller medlemmarna som har utsett revisorn."
    )
    is_expert: YesNo = Field(
        default=False, title="Sakkunnig", description="ja: sakkunnigt biträde, som inte undertecknar."
    )
    start: Day = Field(None, title="Från", description="Första dagen som revisor. Tomt: sedan före året.")
    end: Day = Field(None, title="Till", description="Sista dagen som revisor. Tomt: tills vidare.")

    def stays(self, year: int) -> bool:
        """Whether the auditor goes on in the year after."""
        return sat_during(self, year + 1)

    @property
    def functions(self) -> tuple[str, ...]:
        """What the auditor is, line by line: role and title, firm."""
        role = self.role or ("sakkunnigt biträde" if self.is_expert else "revisor")
        duty = ", ".join(part for part in (role, self.title) if part)
        return tuple(part for part in (duty[:1].upper() + duty[1:], self.firm) if part)


AUDITORS_TAB = Tab(
    name="Revisorer",
    help="En rad per revisor. Sakkunniga biträden står med men undertecknar inte.",
    sections=(Section(Auditor, prepared=15),),
)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the auditors of the year: name, what they are, and who appointed them."""
    derived = placement.derived
    year = derived.association.year
    auditors = [auditor for auditor in derived.underlag.rows(Auditor) if sat_during(auditor, year)]
    if not auditors:
        return
    heads = ("Revisor", "Uppdrag", "Utsedd av")[: 3 if any(auditor.appointed_by for auditor in auditors) else 2]
    rows = (_cells(auditor, year)[: len(heads)] for auditor in auditors)
    yield Block(content=text_table("auditors", text_columns(heads), rows), template=TEMPLATE)


def _cells(auditor: Auditor, year: int) -> tuple[Lines, Lines, Lines]:
    name = f"{auditor.name}{part_of_year(auditor, year)}"
    return Lines((name,)), Lines(auditor.functions), Lines((auditor.appointed_by,))


def terms_run_forwards(case: Case) -> Iterator[Finding]:
    """Nobody ends as an auditor before beginning."""
    return backward_terms(case.underlag.of(Auditor))


COMPONENT = Component(
    "Revisorer",
    "Tabell över revisorerna: namn, uppdrag och vem som har utsett dem.",
    blocks,
    tabs=(AUDITORS_TAB,),
    rules=(terms_run_forwards,),
)
