"""The Finding: one thing that is wrong, worth knowing or still to do, with the places it concerns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from generator.model.source import Source


class Severity(IntEnum):
    """How grave a finding is. Only FEL stops a render; ÅTERSTÅR is what a report under way still lacks."""

    ERROR = 4
    WARNING = 3
    NOTE = 2
    REMAINING = 1

    @property
    def word(self) -> str:
        """The severity's Swedish name."""
        return {4: "Fel", 3: "Varning", 2: "Notera", 1: "Återstår"}[self.value]


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of rule ``rule`` at the places ``subjects``, the first of which is where to begin.

    ``values`` fill the rule's text; the text is written late, by ``checks.rulebook``. ``severity`` None is the
    rule's own.
    """

    rule: str
    subjects: tuple[Source, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None

    @property
    def place(self) -> Source:
        """Where to begin."""
        return self.subjects[0] if self.subjects else Source()
