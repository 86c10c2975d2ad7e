"""The Cause: one cell, or two, that would explain a difference, and what may have happened there."""

from dataclasses import dataclass
from decimal import Decimal

from generator.ground.source import Source


@dataclass(frozen=True, slots=True)
class Cause:
    """What may have made a difference: the cells, the first of which is where to look, and the words that say it.

    ``kind`` is one word for other programs, ``name`` what the row is called; empty where the words name the places.
    ``found`` is the amount that stands in the first cell and ``wanted`` the one that would explain the difference,
    both in kronor; None where not known.
    ``certain``: the amounts themselves show it, not only their likeness to others.
    """

    kind: str
    places: tuple[Source, ...]
    name: str
    words: str
    found: Decimal | None = None
    wanted: Decimal | None = None
    certain: bool = False

    def __str__(self) -> str:
        """Say it as a sentence after ``Trolig orsak: ``."""
        return f"{self.places[0]} ({self.name}): {self.words}" if self.name else f"{self.words}."
