"""The values that go into the messages about control amounts."""

from decimal import Decimal

from generator.figures.figure import Figure, How
from generator.findings.message import as_large_as
from generator.ground.formatting import COUNT, KRONOR, NO_BREAK_SPACE, kronor, number, told_amount, told_difference
from generator.ground.source import places
from generator.model.facts import Facts
from generator.model.printed import Printed
from generator.subjects.control.figures_compared import Comparison

_MOST_PLACES = 8
"""Cells of a sum that are named; of more, the figure's name says enough."""


def as_printed(amount: Printed, unit: str) -> str:
    """Write a control amount as the report prints amounts, with its own decimals; what is counted has no unit."""
    if unit == KRONOR:
        return kronor(amount.number)
    exponent = amount.number.as_tuple().exponent
    digits = number(amount.number, max(0, -exponent) if isinstance(exponent, int) else 0)
    return digits if unit == COUNT else f"{digits}{NO_BREAK_SPACE}{unit}"


def values_of(comparison: Comparison, figure: Figure, source: str, facts: Facts) -> dict[str, object]:
    """The values of a comparison's texts: both amounts, the difference, what rounding explains, and the cells.

    ``facts`` are all typed amounts: one as large as the difference may be what is missing or counted twice.
    """
    cells = sorted({fact.source for fact in figure.leaves()}) if figure.how is not How.RATIO else []
    size = abs(comparison.difference)
    year = figure.key.year
    return {
        "label": figure.label,
        "year": year,
        "source": f" ({source})" if source else "",
        "computed": told_amount(comparison.computed, figure.unit),
        "difference": told_difference(size, figure.unit),
        "half": told_difference(comparison.half, figure.unit),
        "bound": _bound(comparison, figure),
        "lead": _lead(size, year, facts) if figure.unit == KRONOR else "",
        "places": f" Beräknat ur {places(cells)}." if cells and len(cells) <= _MOST_PLACES else "",
    }


def _lead(size: Decimal, year: int, facts: Facts) -> str:
    """A clue: one typed amount of the year that is as large as the difference, if there is just one."""
    same = {fact.source for fact in facts if fact.year == year and size and abs(fact.amount) == size}
    return as_large_as(same.pop()) if len(same) == 1 else ""


def _bound(comparison: Comparison, figure: Figure) -> str:
    """What rounding can explain, where it explains anything."""
    if not comparison.bound or figure.unit != KRONOR:
        return ""
    return f" Avrundningen av de inskrivna beloppen kan ge högst {kronor(comparison.bound)}."
