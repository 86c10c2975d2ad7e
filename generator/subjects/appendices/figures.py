"""How many appendices there are."""

from collections.abc import Iterator

from generator.figures.declaration import Declaration, Stated
from generator.ground.formatting import COUNT
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.appendices.rows import FACT

TOTAL = "appendices"
QUALIFIED = {TOTAL: "antal.bilagor"}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the number of appendices, for texts that mention it."""
    del underlag
    if facts.of(FACT):
        yield Stated(TOTAL, "Antal bilagor", observed(FACT), flow=True, unit=COUNT)
