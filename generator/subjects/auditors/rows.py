"""The auditors, as they are typed in the tab *Revisorer*."""

from typing import ClassVar

from pydantic import Field

from generator.ground.formatting import capital_first
from generator.model import topics
from generator.model.columns import MaybeDay, Text, YesNo
from generator.model.rows import Row, Section, Tab
from generator.subjects.board.rows_terms import sat_during


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
    start: MaybeDay = Field(None, title="Från", description="Första dagen som revisor. Tomt: sedan före året.")
    end: MaybeDay = Field(None, title="Till", description="Sista dagen som revisor. Tomt: tills vidare.")

    def stays(self, year: int) -> bool:
        """Whether the auditor goes on in the year after."""
        return sat_during(self, year + 1)

    @property
    def functions(self) -> tuple[str, ...]:
        """What the auditor is, line by line: role and title, firm."""
        role = self.role or ("sakkunnigt biträde" if self.is_expert else "revisor")
        duty = ", ".join(part for part in (role, self.title) if part)
        return tuple(part for part in (capital_first(duty), self.firm) if part)


TAB = Tab(
    topic=topics.AUDITORS,
    name="Revisorer",
    help="En rad per revisor. Sakkunniga biträden står med men undertecknar inte.",
    sections=(Section(Auditor, prepared=15),),
)
