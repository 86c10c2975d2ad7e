"""Which amounts of a row stand in the statements, declared once: for the figures, and for live formulas of the same."""

from dataclasses import dataclass

from generator.model.fact import Measure
from generator.statements.statement import Line

Having = tuple[tuple[str, str], ...]
"""Fields of a row, each with a value that it has."""


@dataclass(frozen=True, slots=True)
class Booked:
    """An amount that a row has on a line of the law: the field it is typed in, and what it is added to.

    ``shift`` is added to the report's year. ``on`` is the line where the row's field ``line`` does not name it;
    ``sign`` turns what is typed as a change of another line. ``only`` are the values that a row's fields have if the
    amount stands there at all, ``but`` those by which it is shown and not added.
    """

    field: str
    shift: int
    measure: Measure = Measure.OUTCOME
    on: Line | None = None
    sign: int = 1
    only: Having = ()
    but: Having = ()
