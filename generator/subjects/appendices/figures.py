"""How many appendices there are."""

from collections.abc import Iterator, Sequence

from generator.figures.declaration import Declaration, Stated
from generator.ground.formatting import COUNT
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.appendices.rows import FACT

TOTAL = "appendices"
QUALIFIED = {TOTAL: "antal.bilagor"}


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the number of appendices, for texts that mention it."""
    del underlag
    if any(fact.line == FACT for fact in facts):
        yield Stated(TOTAL, "Antal bilagor", lambda fact: fact.line == FACT, flow=True, unit=COUNT)
