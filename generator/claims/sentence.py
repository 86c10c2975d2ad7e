"""A sentence read: its words, the names, numbers and years in it, and what belongs to each number."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.claims import patterns
from generator.claims.numbers import Quantity, plain, quantities
from generator.claims.periods import Year, years_of
from generator.claims.vocabulary import Mention, Vocabulary
from generator.claims.words import Word, words_of
from generator.ground.formatting import COUNT


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with all that was found in it; ``counts`` are its whole numbers without a unit, in words too.

    ``year`` is the report's, ``own`` the stems of its name.
    """

    text: str
    words: list[Word]
    mentions: list[Mention]
    numbers: list[Quantity]
    counts: list[Quantity]
    years: list[Year]
    year: int
    own: frozenset[str]


def read_sentence(sentence: str, vocabulary: Vocabulary, year: int) -> Read | None:
    """Find all that a sentence holds; None where it has no number."""
    text = patterns.INSERTED.sub(_left_out, plain(sentence))
    found = list(quantities(text))
    numbers = [each for each in found if not (each.is_word and each.unit == COUNT)]
    counts = [each for each in found if each.unit == COUNT and each.value == each.value.to_integral_value()]
    if not numbers and not counts:
        return None
    words = words_of(text)
    years = list(years_of(text, year))
    return Read(text, words, list(vocabulary.mentions(words)), numbers, counts, years, year, vocabulary.own)


def _left_out(match: re.Match[str]) -> str:
    """Spaces in place of what is set within a sentence, where it has no number of its own."""
    within = match[0]
    return within if any(letter.isdigit() for letter in within) else f",{' ' * (len(within) - 2)},"


@dataclass(frozen=True, slots=True)
class Zone:
    """The words around a number that belong to it: those ``front`` and ``after``, and what is named in them.

    ``is_cut``: a clause of its own begins between the number before it and it.
    """

    start: int
    end: int
    front: str
    after: str
    is_cut: bool
    before: tuple[Mention, ...]
    behind: tuple[Mention, ...]


def zone(read: Read, place: int) -> Zone:
    """What belongs to a number: back to the number before it or the clause's beginning, on to where its words end."""
    number = read.numbers[place]
    (start, is_cut), end = _start(read, place), _end(read, place)
    return Zone(
        start,
        end,
        read.text[start : number.start],
        read.text[number.end : end],
        is_cut,
        tuple(each for each in read.mentions if start <= each.start and each.end <= number.start),
        tuple(each for each in read.mentions if number.start <= each.start and number.end < each.end <= end),
    )


def _start(read: Read, place: int) -> tuple[int, bool]:
    number, before = read.numbers[place], _neighbour(read, range(place - 1, -1, -1), place)
    start = 0
    if before:
        start = before.end
        stop = patterns.AFTER_END.search(read.text, start, number.start)
        if stop and not read.text.startswith(", som ", stop.start()):
            start = stop.start()
    cut = [match.end() for match in patterns.CLAUSE_END.finditer(read.text, start, number.start)]
    return (cut[-1], True) if cut else (start, False)


def _end(read: Read, place: int) -> int:
    following = _neighbour(read, range(place + 1, len(read.numbers)), place)
    end = following.start if following else len(read.text)
    for stop in patterns.AFTER_END.finditer(read.text, read.numbers[place].end, end):
        if not any(each.start < stop.start() < each.end for each in read.mentions):
            return stop.start()
    return end


def _neighbour(read: Read, places: Iterable[int], place: int) -> Quantity | None:
    """The next number on one side; a bare one is none where the number itself has a unit."""
    is_count = read.numbers[place].unit == COUNT
    return next((read.numbers[each] for each in places if is_count or read.numbers[each].unit != COUNT), None)


def is_strange(read: Read, word: Word) -> bool:
    """Whether a word may name something that is not known."""
    text = word.text
    if any(number.start <= word.start < number.end for number in read.numbers):
        return False
    return not (text in patterns.LINKS or text.isdigit() or text in patterns.MONTHS or word.stem in read.own)


def named_in(read: Read) -> frozenset[int]:
    """The places of the words that are part of a name."""
    return frozenset(place for each in read.mentions for place in range(each.first, each.last + 1))
