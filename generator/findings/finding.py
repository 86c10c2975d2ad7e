"""The Finding: one thing that is wrong, worth knowing or still to do, with the places it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING

from generator.findings.cause import Cause
from generator.ground.source import Source

if TYPE_CHECKING:
    from generator.findings.rule import Rule


class Severity(IntEnum):
    """How grave a finding is. Only FEL stops a render.

    ÅTERSTÅR is what a report under way still lacks, GODTAGEN a warning that somebody has accepted with a reason.
    """

    ERROR = 4
    WARNING = 3
    NOTE = 2
    REMAINING = 1
    ACCEPTED = 0

    @property
    def word(self) -> str:
        """The severity's Swedish name."""
        return ("Godtagen", "Återstår", "Notera", "Varning", "Fel")[self.value]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what it is, its amount, and the cells that the amount comes from."""

    name: str
    amount: Decimal
    cells: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Sides:
    """Both sides of a comparison that did not come out equal. ``bound`` is what rounding can explain, in ``unit``.

    kr, andel or antal, as in the figures.
    """

    one: Side
    other: Side
    bound: Decimal = Decimal(0)
    unit: str = "kr"

    @property
    def difference(self) -> Decimal:
        """How much the one side is above the other."""
        return self.one.amount - self.other.amount

    @property
    def is_rounding(self) -> bool:
        """Whether the rounding of typed or printed amounts can explain the whole difference."""
        return abs(self.difference) <= self.bound


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a warning was accepted (*godtagen avvikelse*), by whom and when; ``place`` is where that stands."""

    reason: str
    who: str
    day: str
    place: Source


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding of ``rule`` at the places ``subjects``, the first of which is where to begin.

    ``values`` fill the rule's text; the text is written late, by ``findings.message``. ``severity`` None is the
    rule's own. ``sides`` are the amounts that were compared, where there are two; ``causes`` what may explain their
    difference, the likeliest first. ``rests_on`` are all cells behind the figures that it compares, where they are
    known. ``follows`` is the finding that it probably follows from. ``besides`` is a sentence that is added to what the
    rule says. ``stops``: by itself it is less grave, but errors follow from it. ``more``: so many others of its kind
    are told in it. Made by ``Rule.found``.
    """

    rule: Rule
    subjects: tuple[Source, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    sides: Sides | None = None
    accepted: Acceptance | None = None
    causes: tuple[Cause, ...] = ()
    follows: Finding | None = None
    rests_on: frozenset[Source] = frozenset()
    besides: str = ""
    stops: bool = False
    more: int = 0

    @property
    def place(self) -> Source:
        """Where to begin."""
        return self.subjects[0] if self.subjects else Source()

    @property
    def code(self) -> str:
        """The code of the rule, as other programs read it."""
        return self.rule.code

    def graded(self, severity: Severity | None) -> Finding:
        """Make it as grave as that; None is as grave as the rule says."""
        return replace(self, severity=severity)

    def between(self, sides: Sides) -> Finding:
        """Tell the two amounts that were compared."""
        return replace(self, sides=sides)

    def resting_on(self, cells: Iterable[Source]) -> Finding:
        """Tell the cells behind what was compared."""
        return replace(self, rests_on=frozenset(cells))

    @property
    def behind(self) -> frozenset[Source]:
        """The cells that what it compares is made of; none where that is not known."""
        sides = (self.sides.one, self.sides.other) if self.sides else ()
        return self.rests_on or frozenset(cell for side in sides for cell in side.cells)

    def because(self, causes: tuple[Cause, ...]) -> Finding:
        """Tell what may explain the difference, the likeliest first."""
        return replace(self, causes=causes)
