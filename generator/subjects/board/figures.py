"""How many sit on the board when the year ends."""

from collections.abc import Iterator

from generator.blocks.counts import counts
from generator.figures.declaration import Declaration
from generator.model.facts import Facts
from generator.model.underlag import Underlag
from generator.subjects.board.rows import COUNTS


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare how many members and deputies the board has."""
    del underlag
    yield from counts(COUNTS, facts)
