"""All numbers of a sentence, each with its verdict."""

from collections.abc import Iterator
from typing import Protocol

from generator.claims.answers import Lookup
from generator.claims.counts import counts_in
from generator.claims.judged import Judged
from generator.claims.placed import judged_at, named_here
from generator.claims.reading import claims_of
from generator.claims.sentence import read_sentence, with_mentions
from generator.claims.vocabulary import Vocabulary


class Told(Protocol):
    """A sentence, the one before it, and what it stands under, the nearest first."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def before(self) -> str:
        """The sentence before it."""

    @property
    def under(self) -> tuple[str, ...]:
        """The names of what its text is about."""


def judged_in(told: Told, vocabulary: Vocabulary, year: int, figures: Lookup) -> Iterator[Judged]:
    """Judge the numbers of a sentence in their order; ``year`` is the report's."""
    read = read_sentence(told.text, vocabulary, year)
    here = vocabulary.place(told.under) if read else None
    if read and here:
        read = with_mentions(read, named_here(read.mentions, read.words, here))
    if read:
        claimed = [judged_at(claim, read, here, figures) for claim in claims_of(read, told.before)]
        taken = {each.claim.quantity.start for each in claimed}
        found = [*claimed, *counts_in(read, taken, vocabulary.counts)]
        yield from sorted(found, key=lambda each: each.claim.quantity.start)
