"""All that a sentence says of the figures: its numbers, each with its verdict, and what it says to have moved."""

from collections.abc import Iterator
from typing import Protocol

from generator.claims import patterns
from generator.claims.answers import Lookup
from generator.claims.claim import Claim
from generator.claims.counts import counts_in
from generator.claims.directions import Direction, directions, result_sign, tells_direction, tells_sign
from generator.claims.judged import Judged, Verdict, judged_after
from generator.claims.numbers import may_hold_numbers
from generator.claims.placed import judged_at, named_here
from generator.claims.reading import claims_of
from generator.claims.sentence import Read, is_readable, read_sentence, with_mentions
from generator.claims.vocabulary import Entry, Vocabulary


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
    if not may_hold_numbers(told.text) or not is_readable(told.text):
        return
    read, here = read_told(told, vocabulary, year)
    claimed: list[Judged] = []
    for claim in claims_of(read, told.before):
        judged = judged_at(claim, read, here, figures)
        if (
            claimed
            and judged.verdict is Verdict.ALONE
            and patterns.UP_TO.fullmatch(read.text, *_between(claimed[-1], claim))
        ):
            judged = judged_after(claim, claimed[-1], figures) or judged
        claimed.append(judged)
    taken = {each.claim.quantity.start for each in claimed}
    found = [*claimed, *counts_in(read, taken, vocabulary.counts)]
    yield from sorted(found, key=lambda each: each.claim.quantity.start)


def _between(earlier: Judged, claim: Claim) -> tuple[int, int]:
    return earlier.claim.quantity.end, claim.quantity.start


def directions_in(told: Told, vocabulary: Vocabulary, year: int) -> Iterator[Direction]:
    """What a sentence says to have risen or fallen."""
    if tells_direction(told.text):
        read, here = read_told(told, vocabulary, year)
        yield from directions(read, told.before, here)


def sign_in(told: Told, vocabulary: Vocabulary, year: int) -> int:
    """What a sentence says of the sign of the year's result; nothing where its text is about something else."""
    if not tells_sign(told.text) or vocabulary.place(told.under):
        return 0
    return result_sign(read_told(told, vocabulary, year)[0])


def read_told(told: Told, vocabulary: Vocabulary, year: int) -> tuple[Read, Entry | None]:
    """Read a sentence where it stands; with what its text is about, if that is not the association."""
    read, here = read_sentence(told.text, vocabulary, year), vocabulary.place(told.under)
    return (with_mentions(read, named_here(read.mentions, read.words, here)) if here else read), here
