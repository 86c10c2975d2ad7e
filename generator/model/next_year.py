"""What becomes of a field in next year's workbook. Each kind of column has its usual way; a field may declare another.

``last_year: Annotated[EssentialLast, Takes("this_year")]`` says that next year's cell gets what stood in the row's
column *Utfall i år*; ``decision_date: Emptied[MaybeDay]`` that it begins empty. Nothing else knows how a field rolls.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Annotated, TypeVar

from generator.model.facts import Facts

T = TypeVar("T")


class NextYear(Enum):
    """The ways that look at the cell alone.

    ``KEPT``: the same. ``EMPTIED``: nothing, it belongs to the year. ``MARKED``: the same text, marked *från i fjol*
    until somebody changes it. ``LATER``: a year later, also the years that a text mentions.
    """

    KEPT = "behålls"
    EMPTIED = "töms"
    MARKED = "märks"
    LATER = "ett år senare"


@dataclass(frozen=True, slots=True)
class Takes:
    """Next year's cell gets what stood in another ``field`` of the row, with what stood in ``more`` added to it.

    ``derived``: where nothing stood there because the program derives it, the row's own figure (its ``code``), of the
    year before the one that ended. ``where_used``: only if anything stood in this column: not all want it.
    ``carried``: also of what a ledger told, for next year's does not tell it.
    """

    field: str
    derived: bool = False
    where_used: bool = False
    more: tuple[str, ...] = ()
    carried: bool = False


Rolls = NextYear | Takes

Emptied = Annotated[T, NextYear.EMPTIED]
Kept = Annotated[T, NextYear.KEPT]
Later = Annotated[T, NextYear.LATER]


@dataclass(frozen=True, slots=True)
class Ended:
    """The year that ended, as the rows that are wholly derived from it may ask.

    ``amount`` gives a figure by code and year, None where it has no number.
    """

    year: int
    facts: Facts
    amount: Callable[[str, int], Decimal | None]
