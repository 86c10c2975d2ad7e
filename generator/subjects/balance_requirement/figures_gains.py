"""The gains that the accounts hold: those of what was sold, which the changes of balances tell of.

All gains are taken out of the result (11 kap. 10 § LKBR); where nobody has typed by how much, by what the sales say.
"""

from collections.abc import Iterator

from generator.model.fact import Fact, Observation
from generator.model.rows import YEARS
from generator.model.underlag import Underlag
from generator.subjects.balance_requirement.rows import CODE, Adjustment
from generator.subjects.roll_forward import figures_disposals

GAINS = "capital_gains"


def gains(underlag: Underlag, year: int) -> list[Fact]:
    """The prices and amounts that gains are made of, of the year and the one before."""
    return [fact for fact in figures_disposals.facts(underlag, year) if fact.sub_item == figures_disposals.GAINS]


def facts(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give the reduction by the gains of each year that none is typed of."""
    typed = {
        year + shift
        for row in underlag.rows(Adjustment)
        for field, shift in YEARS.items()
        if row.kind == GAINS and getattr(row, field) is not None
    }
    for fact in gains(underlag, year):
        if fact.year not in typed:
            yield Observation(f"{CODE}.{GAINS}", fact.year, -fact.amount, fact.source)
