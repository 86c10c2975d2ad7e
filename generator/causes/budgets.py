"""The budgets that stand in another tab than the outcomes, as those of the members' contributions do."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.ground.source import Source
from generator.model.fact import Fact, Measure
from generator.model.rows import Row, heading
from generator.model.underlag import Underlag

_ANY_YEAR = 2000
"""Only how the years follow on each other matters."""


class Budget(NamedTuple):
    """A budget's cell, its amount in kronor and the heading of its column."""

    source: Source
    amount: Decimal
    heading: str


Budgets = Mapping[Source, Sequence[Budget]]
"""The budgets in other tabs, by the cell of the outcome."""


def budgets_elsewhere(underlag: Underlag) -> Budgets:
    """Find what is budgeted in another tab on the same line and row and for the same year, where that is one cell."""
    outcomes: dict[object, list[Fact]] = {}
    budgets: dict[object, list[Budget]] = {}
    for model, field, fact in _facts(underlag):
        key = fact.line, fact.row, fact.year
        if fact.measure is Measure.OUTCOME:
            outcomes.setdefault(key, []).append(fact)
        else:
            budgets.setdefault(key, []).append(Budget(fact.source, fact.amount, heading(model, field)))
    return {
        given[0].source: planned
        for key, given in outcomes.items()
        if len(given) == len(planned := budgets.get(key, [])) == 1 and given[0].source.tab != planned[0].source.tab
    }


def _facts(underlag: Underlag) -> Iterator[tuple[type[Row], str, Fact]]:
    """All typed amounts of rows that have a name, with the column that each stands in."""
    for model, entries in underlag.entries.items():
        make = getattr(model, "facts", None)
        for entry in entries if make else ():
            fields = {source: field for field, source in entry.sources.items()}
            for fact in make(entry, _ANY_YEAR) if make else ():
                if isinstance(fact, Fact) and fact.row and not fact.opening and fact.source in fields:
                    yield model, fields[fact.source], fact
