"""The engine: turns declarations and Facts into Figures, for every year, with operands.

A declaration says what a figure is, once; the years, the comparison, the budget and the treatment of what is not
stated come from here. Declarations refer to each other by code, in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.figures.figure import (
    Figure,
    Figures,
    How,
    Missing,
    Operand,
    Period,
    Value,
    calendar_year,
    key_of,
    year_end,
)
from generator.figures.rounding import tolerance
from generator.model.fact import Fact, Measure
from generator.model.lines import LINES


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
    """The sum of the typed amounts that ``where`` picks. ``flow``: a period's, else a day's.

    ``part_of`` (*varav*): of the amounts that are contained in others, which no other figure sees.
    """

    code: str
    label: str
    where: Callable[[Fact], bool]
    flow: bool
    part_of: bool = False


@dataclass(frozen=True, slots=True)
class Combined:
    """A sum of other figures, each with its sign.

    ``from_flows``: a balance that follows from the year's flows, so that the opening day has none.
    """

    code: str
    label: str
    terms: tuple[Term, ...]
    flow: bool
    from_flows: bool = False


@dataclass(frozen=True, slots=True)
class RolledForward:
    """A balance that is typed only when the first year opens, and then follows from its changes.

    ``opening`` picks the typed opening amount; each later year's balance is the year before's and the changes.
    """

    code: str
    label: str
    opening: Callable[[Fact], bool]
    changes: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class RoundingOf:
    """The part of a difference that the rounding of typed amounts explains: all of it, or none."""

    code: str
    label: str
    difference: str
    flow: bool


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure divided by another; missing where the denominator is nil."""

    code: str
    label: str
    numerator: str
    denominator: str


Declaration = Stated | Combined | RolledForward | RoundingOf | Ratio


@dataclass(frozen=True, slots=True)
class Years:
    """The years that the Facts cover: the report's, the one compared with, and the one that opened it.

    A flow exists for ``flows``, a balance also for the day before the first of them.
    """

    report: int

    @property
    def flows(self) -> tuple[int, int]:
        """The report's year and the comparison year."""
        return (self.report, self.report - 1)

    @property
    def balances(self) -> tuple[int, int, int]:
        """The closing days of the flows' years, and of the year before them."""
        return (self.report, self.report - 1, self.report - 2)


class _Engine:
    """Derives each figure once, when something first asks for it."""

    def __init__(
        self, declarations: Iterable[Declaration], facts: Sequence[Fact], years: Years, *, show_rounding: bool
    ) -> None:
        self._declared: Mapping[str, Declaration] = {each.code: each for each in declarations}
        self._facts = [fact for fact in facts if fact.measure is Measure.OUTCOME]
        self._years = years
        self._show_rounding = show_rounding
        self._figures: dict[str, Figure] = {}
        self._stated_years = {(LINES[fact.line].is_flow, fact.year) for fact in self._facts if fact.line in LINES}
        earlier = {(True, years.report - 1), (False, years.report - 1), (False, years.report - 2)}
        self._first_year = not self._stated_years & earlier

    def all(self) -> Figures:
        for declaration in self._declared.values():
            for year in _years_of(declaration, self._years):
                self.figure(declaration.code, year)
        return Figures(self._figures)

    def figure(self, code: str, year: int) -> Figure:
        key = key_of(code, year)
        if key not in self._figures:
            self._figures[key] = self._derive(self._declared[code], year)
        return self._figures[key]

    def _derive(self, declared: Declaration, year: int) -> Figure:
        match declared:
            case Stated():
                return self._stated(declared, year)
            case Combined():
                return self._combined(declared, year, declared.terms, flow=declared.flow)
            case RolledForward():
                return self._rolled_forward(declared, year)
            case RoundingOf():
                return self._rounding(declared, year)
            case Ratio():
                return self._ratio(declared, year)

    def _stated(self, declared: Stated, year: int) -> Figure:
        chosen = [
            fact
            for fact in self._facts
            if fact.year == year and fact.part_of is declared.part_of and declared.where(fact)
        ]
        operands = tuple(Operand(1, fact) for fact in chosen)
        how = How.SUM if len(operands) > 1 else How.STATED
        total = sum((fact.amount for fact in chosen), start=Decimal(0))
        value = total if chosen else self._absence(year, flow=declared.flow)
        return self._make(declared, year, value, how, operands, flow=declared.flow)

    def _absence(self, year: int, *, flow: bool) -> Missing:
        """Nothing, where the year's other amounts are there; unknown, where none of them is."""
        stated = (flow, year) in self._stated_years or self._first_year
        return Missing.NOTHING if stated else Missing.UNKNOWN

    def _combined(self, declared: Declaration, year: int, terms: Sequence[Term], *, flow: bool) -> Figure:
        operands = tuple(Operand(sign, self.figure(code, year + shift)) for sign, code, shift in terms)
        how = How.DIFFERENCE if any(sign < 0 for sign, _ in operands) else How.SUM
        return self._make(declared, year, _total(operands), how, operands, flow=flow)

    def _rolled_forward(self, declared: RolledForward, year: int) -> Figure:
        if year <= self._years.balances[-1]:
            stated = Stated(declared.code, declared.label, declared.opening, flow=False)
            return self._stated(stated, year)
        terms = (Term(1, declared.code, -1), *declared.changes)
        return self._combined(declared, year, terms, flow=False)

    def _rounding(self, declared: RoundingOf, year: int) -> Figure:
        difference = self.figure(declared.difference, year)
        explained = self._show_rounding and abs(difference.amount) <= tolerance(difference).bound
        value = difference.value if explained and difference.amount else Missing.NOTHING
        operands = (Operand(1, difference),) if value is not Missing.NOTHING else ()
        return self._make(declared, year, value, How.SUM, operands, flow=declared.flow)

    def _ratio(self, declared: Ratio, year: int) -> Figure:
        above, below = (self.figure(code, year) for code in (declared.numerator, declared.denominator))
        known = isinstance(above.value, Decimal) and isinstance(below.value, Decimal) and below.value
        value = above.amount / below.amount if known else Missing.NOTHING
        operands = (Operand(1, above), Operand(-1, below))
        return Figure(key_of(declared.code, year), declared.label, value, "andel", above.period, How.RATIO, operands)

    def _make(  # noqa: PLR0913 - the parts of a Figure
        self,
        declared: Declaration,
        year: int,
        value: Value,
        how: How,
        operands: tuple[Operand, ...],
        *,
        flow: bool,
    ) -> Figure:
        period: Period = calendar_year(year) if flow else year_end(year)
        return Figure(key_of(declared.code, year), declared.label, value, "kr", period, how, operands)


def _years_of(declared: Declaration, years: Years) -> tuple[int, ...]:
    match declared:
        case RolledForward() | Stated(flow=False) | RoundingOf(flow=False):
            return years.balances
        case Combined(flow=False, from_flows=False):
            return years.balances
        case _:
            return years.flows


def _total(operands: Iterable[Operand]) -> Decimal | Missing:
    """Add the operands. Nothing adds nothing; one unknown makes the sum unknown; only nothing is nothing."""
    total: Decimal | Missing = Missing.NOTHING
    for sign, part in operands:
        value = part.value if isinstance(part, Figure) else part.amount
        if value is Missing.UNKNOWN:
            return Missing.UNKNOWN
        if isinstance(value, Decimal):
            total = (total if isinstance(total, Decimal) else Decimal(0)) + sign * value
    return total


def derive(
    declarations: Iterable[Declaration],
    facts: Sequence[Fact],
    report_year: int,
    *,
    show_rounding: bool = True,
) -> Figures:
    """Derive all declared figures from the Facts.

    Raises:
        KeyError: a declaration refers to a code that nothing declares: a fault of the declarations.
        RecursionError: declarations refer to each other in a circle: likewise.

    """
    return _Engine(declarations, facts, Years(report_year), show_rounding=show_rounding).all()
