"""Declarations: what each figure is, said once. The engine makes Figures of them, for every year.

They refer to each other by code, in any order.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.ground.formatting import KRONOR, SHARE
from generator.model.fact import Measure
from generator.model.facts import Pick

SUFFIXES = {Measure.OUTCOME: "", Measure.BUDGET_DECIDED: "budget", Measure.BUDGET_REVISED: "budget_revised"}
DEVIATIONS = {Measure.BUDGET_DECIDED: "deviation", Measure.BUDGET_REVISED: "deviation_revised"}
"""What is added to a figure's key for a measure, and for the deviation from it."""


class Term(NamedTuple):
    """A part of a sum: the sign, the code of the figure, and the year counted from the sum's own."""

    sign: int
    code: str
    shift: int = 0


def plus(*codes: str) -> tuple[Term, ...]:
    """Make terms that are added."""
    return tuple(Term(1, code) for code in codes)


def minus(*codes: str) -> tuple[Term, ...]:
    """Make terms that are subtracted."""
    return tuple(Term(-1, code) for code in codes)


def increase(code: str) -> tuple[Term, ...]:
    """Make the terms of a balance's increase during the year."""
    return (Term(1, code), Term(-1, code, -1))


def decrease(code: str) -> tuple[Term, ...]:
    """Make the terms of a balance's decrease during the year."""
    return (Term(-1, code), Term(1, code, -1))


@dataclass(frozen=True, slots=True)
class Stated:
    """The sum of what was typed where ``where`` says. ``flow``: a period's, else a day's.

    ``part_of`` (*varav*): of the amounts that are contained in others, which no other figure sees. ``unit`` is what
    was typed, where that is no kronor (andel, antal). ``budgeted``: the budgets may have it too.
    ``older`` are years besides the report's two that it is wanted for, for tables of several years.
    """

    code: str
    label: str
    where: Pick
    flow: bool
    part_of: bool = False
    unit: str = KRONOR
    budgeted: bool = True
    older: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Combined:
    """A sum of other figures, each with its sign.

    ``from_flows``: a balance that follows from the year's flows, so that the opening day has none. ``older`` are
    years besides the report's two.
    """

    code: str
    label: str
    terms: tuple[Term, ...]
    flow: bool
    from_flows: bool = False
    unit: str = KRONOR
    older: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RolledForward:
    """A balance that is typed only when the first year opens, and then follows from its changes.

    ``opening`` picks the typed opening amount; each later year's balance is the year before's and the changes.
    """

    code: str
    label: str
    opening: Pick
    changes: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class YearSeries:
    """A row of several years: another figure in the report's two years, typed amounts in the ``older`` ones.

    ``recent`` is that figure's code; empty where the two years are typed as well.
    """

    code: str
    label: str
    recent: str
    typed: Pick
    older: tuple[int, ...]
    unit: str = KRONOR


@dataclass(frozen=True, slots=True)
class RoundingOf:
    """The part of a difference that the rounding of typed amounts explains: all of it, or none."""

    code: str
    label: str
    difference: str
    flow: bool


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure divided by another; missing where the denominator is nil.

    ``unit`` is kronor for a cost per unit of something. ``older`` are years besides the report's two.
    """

    code: str
    label: str
    numerator: str
    denominator: str
    unit: str = SHARE
    older: tuple[int, ...] = ()


class Band(NamedTuple):
    """What of a figure lies above an amount has another factor."""

    above: Decimal
    factor: Decimal


@dataclass(frozen=True, slots=True)
class Scaled:
    """A share of another figure: a ceiling of 20 % is the factor 0.20.

    ``bands``, in order, are the factors of what lies above their amounts: a staircase. ``budgeted``: the budgets have
    it too, where they have the other figure. ``older`` are years besides the report's two.
    """

    code: str
    label: str
    of: str
    factor: Decimal
    budgeted: bool = False
    older: tuple[int, ...] = ()
    bands: tuple[Band, ...] = ()

    def share_of(self, value: Decimal) -> Decimal:
        """Count the share of an amount, band by band."""
        share, factor = value * self.factor, self.factor
        for band in self.bands:
            share += max(value - band.above, Decimal(0)) * (band.factor - factor)
            factor = band.factor
        return share


@dataclass(frozen=True, slots=True)
class Protected:
    """A stated count that few persons may be behind (see ``figures.masking``).

    In the years ``masked`` it may not be told, for ``reason``; in those ``closed`` it may, but not what it is made of.
    """

    of: Stated
    masked: frozenset[int]
    closed: frozenset[int]
    reason: str

    @property
    def code(self) -> str:
        """The code of what is protected."""
        return self.of.code

    @property
    def label(self) -> str:
        """The label of what is protected."""
        return self.of.label


Declaration = Protected | Scaled | Stated | Combined | RolledForward | YearSeries | RoundingOf | Ratio
