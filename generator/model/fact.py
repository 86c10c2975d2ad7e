"""What is typed in numbers. Everything in the report that is a number is derived from these.

An amount on a line of the law is a Fact; any other number - a goal reached, a count, a share, an amount that stands on
no line - is an Observation. The one is money in the accounts, the other is told of something.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import ClassVar

from generator.ground.names import NO_NAME, Name
from generator.ground.source import Source
from generator.model.typed_number import NumberForm
from generator.statements.statement import Line

ORE = Decimal("0.01")


class Measure(Enum):
    """What an amount measures; the value is its Swedish name."""

    OUTCOME = "utfall"
    BUDGET_DECIDED = "beslutad budget"
    BUDGET_REVISED = "reviderad budget"


@dataclass(frozen=True, slots=True)
class Fact:
    """One typed amount on a line of the law (*belopp på en post*), in kronor.

    Entered the natural way: income, costs, assets and debts positive. ``note`` and ``activity`` are keys of those
    registers, ``row`` the label of the note's row, ``operating_row`` that of the operating statement by kind, where it
    is another. ``part_of`` (*varav*) tells that the amount is contained in the rows above and is not added, ``rolled``
    that it follows from a tab where the line's balance is typed as its changes, ``restated`` that it corrects what was
    printed of last year, ``contribution`` that the register of members has it. ``precision`` is the unit that the
    amount was rounded to when typed: one öre, a krona or a thousand.
    ``home`` is the place of its row, where the amounts of one row stand on several lines, as a ledger's do.
    """

    line: Line
    year: int
    amount: Decimal
    source: Source
    measure: Measure = Measure.OUTCOME
    sub_item: Name = NO_NAME
    note: Name = NO_NAME
    row: Name = NO_NAME
    operating_row: Name = NO_NAME
    activity: Name = NO_NAME
    part_of: bool = False
    liquid: bool = False
    opening: bool = False
    rolled: bool = False
    restated: bool = False
    contribution: bool = False
    show_nil: bool = False
    precision: Decimal = ORE
    home: Source | None = None
    form: ClassVar[None] = None

    @property
    def row_of(self) -> tuple[str, int, str, int]:
        """The row that it stands in together with its budget and its other years."""
        place = self.home or self.source
        return place.file, place.order, place.tab, place.row

    def __hash__(self) -> int:
        """By the cell, which tells nearly all apart: a sum's leaves are found by it, again and again."""
        return hash(self.source)


@dataclass(frozen=True, slots=True)
class Observation:
    """Another typed number (*uppgift*): how many, which share, or an amount in kronor that no line of the law has.

    ``of`` is the code of what it tells of, most often of the figure that states it; ``kind`` and ``row`` tell several
    of one thing apart: which kind of goal, which kind of cost. Its unit stands in the declaration that states it.
    ``form`` is how it was typed, where it is shown again so.
    """

    of: str
    year: int
    amount: Decimal
    source: Source
    measure: Measure = Measure.OUTCOME
    kind: str = ""
    note: Name = NO_NAME
    row: Name = NO_NAME
    opening: bool = False
    precision: Decimal = ORE
    form: NumberForm | None = None

    def __hash__(self) -> int:
        """By the cell, which tells nearly all apart: a sum's leaves are found by it, again and again."""
        return hash(self.source)


Typed = Fact | Observation


def with_precision(facts: Iterable[Typed], unit_of: Callable[[Typed], Decimal]) -> tuple[Typed, ...]:
    """Give each typed number the precision of the column it stood in.

    A column with öre anywhere was typed from the ledger to the öre; one without was rounded to its unit, or to the
    decimals of it that are used. That is why one decides per column and not per amount: 405,00 kr among amounts
    with öre is exact.
    """
    facts = tuple(facts)
    finest: dict[object, Decimal] = {}
    for fact in facts:
        column = _column(fact)
        finest[column] = min(finest.get(column, unit_of(fact)), precision(fact.amount, unit_of(fact)))
    return tuple(replace(fact, precision=finest[_column(fact)]) for fact in facts)


def _column(fact: Typed) -> object:
    return fact.source.file, fact.source.tab, fact.source.column, fact.opening


def precision(amount: Decimal, unit: Decimal) -> Decimal:
    """The unit that one amount shows it was rounded to: a krona without öre, or a part of the thousand."""
    if amount != amount.to_integral_value():
        return ORE
    shown = unit
    while shown > 1 and amount % shown:
        shown /= 10
    return shown
