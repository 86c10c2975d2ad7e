"""The Figure: a derived number with its unit, its period and the operands it was made of."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.ground.source import Source
    from generator.model.fact import Typed
    from generator.model.typed_number import NumberForm


class Missing(Enum):
    """A value that is no number. Nothing is not zero, and what nobody has stated is not nothing."""

    NOTHING = "inget belopp"
    UNKNOWN = "uppgift saknas"


class Masked(NamedTuple):
    """A value that may not be shown, because few persons are behind it."""

    reason: str


FigureValue = Decimal | Missing | Masked


@dataclass(frozen=True, slots=True)
class Day:
    """The day of a balance."""

    date: date

    def __str__(self) -> str:
        """Write the day: ``2020-12-31``."""
        return self.date.isoformat()


@dataclass(frozen=True, slots=True)
class Span:
    """The period of a flow, both days included."""

    start: date
    end: date

    def __str__(self) -> str:
        """Write the period: ``2020-01-01-2020-12-31`` with an en dash."""
        return f"{self.start.isoformat()}\u2013{self.end.isoformat()}"


Period = Day | Span


def calendar_year(year: int, first_day: date | None = None) -> Span:
    """The financial year, which is the calendar year (1 kap. 5 § LKBR).

    The year of an association's ``first_day`` begins on that day.
    """
    start = first_day if first_day is not None and first_day.year == year else date(year, 1, 1)
    return Span(start, date(year, 12, 31))


def is_short(period: Period) -> bool:
    """Whether a period is no whole calendar year."""
    return isinstance(period, Span) and period != calendar_year(period.end.year)


def year_end(year: int) -> Day:
    """The closing day of a financial year (*balansdagen*)."""
    return Day(date(year, 12, 31))


def period_year(period: Period) -> int:
    """The financial year that a period is, or that a day closes."""
    return period.end.year if isinstance(period, Span) else period.date.year


class How(Enum):
    """How a Figure was made; the value is the word for it."""

    STATED = "angivet"
    SUM = "summa"
    DIFFERENCE = "skillnad"
    RATIO = "kvot"


class FigureId(NamedTuple):
    """What a figure is known by: its code, its year and its measure, which is empty for the outcome.

    Written ``income_statement.net_result@2020/budget``. A figure that is made of others for one text has them all in
    its code (see ``figures.made``).
    """

    code: str
    year: int
    measure: str = ""

    def __str__(self) -> str:
        """Write the id as the JSON edition and the lists of figures have it."""
        return f"{self.code}@{self.year}/{self.measure}" if self.measure else f"{self.code}@{self.year}"

    @classmethod
    def parsed(cls, written: str) -> FigureId:
        """Read an id as it is written.

        Raises:
            ValueError: it has no year.

        """
        front, _, year_and_measure = written.rpartition("@")
        year, _, measure = year_and_measure.partition("/")
        return cls(front, int(year), measure)

    def after(self, text: str) -> FigureId:
        """The id that is written as this one with ``text`` before it."""
        return self._replace(code=f"{text}{self.code}")


class Operand(NamedTuple):
    """What a Figure was made of, with the sign it was added with (a ratio has +1 above the line, -1 below)."""

    sign: int
    of: Figure | Typed


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """One derived number.

    ``key`` is stable and unique, ``label`` its Swedish name, ``unit`` kr,
    andel or antal. Amounts are exact kronor with their natural sign: income, costs, assets and debts positive.
    """

    key: FigureId
    label: str
    value: FigureValue
    unit: str
    period: Period
    how: How
    operands: tuple[Operand, ...] = ()

    @property
    def amount(self) -> Decimal:
        """The number, or 0 where there is none: for sums and comparisons, never for print."""
        return self.value if isinstance(self.value, Decimal) else Decimal(0)

    @property
    def form(self) -> NumberForm | None:
        """How the number was typed, where it is the number of one cell; None where it was made of others."""
        match self.operands:
            case (Operand(1, of),) if of.amount == self.value:
                return of.form
            case _:
                return None

    def cells(self) -> frozenset[Source]:
        """The cells that were typed in behind the Figure."""
        return frozenset(typed.source for typed in self.leaves())

    @property
    def is_moved(self) -> bool:
        """Whether any cell behind it moves it: an amount that is cost and balance in one takes itself out."""
        moved: dict[Source, Decimal] = {}
        for fact, times in self.leaves().items():
            moved[fact.source] = moved.get(fact.source, Decimal(0)) + times * fact.amount
        return any(moved.values())

    def leaves(self) -> dict[Typed, int]:
        """What was typed behind the Figure, with the number of times each is added."""
        found: dict[Typed, int] = {}
        for operand in self.operands:
            parts = operand.of.leaves() if isinstance(operand.of, Figure) else {operand.of: 1}
            for fact, times in parts.items():
                found[fact] = found.get(fact, 0) + operand.sign * times
        return found


def typed_behind(figures: Iterable[Figure]) -> set[Typed]:
    """What was typed behind any of several Figures, each of which is gone through once, however many are made of it."""
    typed: set[Typed] = set()
    left = list(figures)
    seen = set(left)
    while left:
        for operand in left.pop().operands:
            if not isinstance(operand.of, Figure):
                typed.add(operand.of)
            elif operand.of not in seen:
                seen.add(operand.of)
                left.append(operand.of)
    return typed


class Figures(Mapping[FigureId, Figure]):
    """The namespace of the report: a read-only mapping from key to Figure."""

    def __init__(self, figures: Mapping[FigureId, Figure]) -> None:
        """Keep the figures in the order in which they were derived."""
        self._figures = dict(figures)

    def __getitem__(self, key: FigureId) -> Figure:
        """Look a Figure up."""
        return self._figures[key]

    def __iter__(self) -> Iterator[FigureId]:
        """Go through the keys in order."""
        return iter(self._figures)

    def __len__(self) -> int:
        """Count the figures."""
        return len(self._figures)

    def __contains__(self, key: object) -> bool:
        """Whether there is a Figure of a key; the dict's, as what follows, as Mapping's own look each key up."""
        return key in self._figures

    def items(self) -> ItemsView[FigureId, Figure]:
        """Go through keys and Figures in order."""
        return self._figures.items()

    def values(self) -> ValuesView[Figure]:
        """Go through the Figures in order."""
        return self._figures.values()

    def __or__(self, other: Mapping[FigureId, Figure]) -> dict[FigureId, Figure]:
        """Put figures together in a new mapping."""
        return self._figures | dict(other)
