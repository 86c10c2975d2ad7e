"""All numbers of a sentence, each with its verdict."""

from collections.abc import Iterator

from generator.claims.answers import Lookup
from generator.claims.counts import counts_in
from generator.claims.judged import Judged, judge
from generator.claims.reading import claims_of
from generator.claims.sentence import read_sentence
from generator.claims.vocabulary import Vocabulary


def judged_in(sentence: str, before: str, vocabulary: Vocabulary, year: int, figures: Lookup) -> Iterator[Judged]:
    """Judge the numbers of a sentence in their order; ``before`` is the sentence before, ``year`` the report's."""
    read = read_sentence(sentence, vocabulary, year)
    if read:
        claimed = [judge(claim, figures) for claim in claims_of(read, before)]
        taken = {each.claim.quantity.start for each in claimed}
        found = [*claimed, *counts_in(read, taken, vocabulary.counts)]
        yield from sorted(found, key=lambda each: each.claim.quantity.start)
