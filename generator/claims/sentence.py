"""A sentence read: its words, the names, numbers and years in it, and what belongs to each number."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.claims import patterns
from generator.claims.numbers import Quantity, quantities
from generator.claims.periods import Year, years_of
from generator.claims.vocabulary import Mention, Vocabulary
from generator.claims.words import Word, words_of
from generator.ground.formatting import COUNT
from generator.ground.names import with_plain_signs

_LONGEST = 2000
"""A text of more letters without a full stop is a list or a table: nothing in it belongs surely to a number."""


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with all that was found in it; ``counts`` are its whole numbers without a unit, in words too.

    ``year`` is the report's, ``own`` the stems of its name. ``named`` are the places of the words that are part of a
    name, ``strange`` of those that may name something that is not known, and ``unnamed`` is the text with stars in
    place of the things named in it: their words mean nothing else.
    From ``other_time`` on it has told of a month, or of several years.
    """

    text: str
    words: list[Word]
    mentions: list[Mention]
    numbers: list[Quantity]
    counts: list[Quantity]
    years: list[Year]
    year: int
    own: frozenset[str]
    named: frozenset[int]
    strange: frozenset[int]
    unnamed: str
    other_time: int


def read_sentence(sentence: str, vocabulary: Vocabulary, year: int) -> Read:
    """Find all that a sentence holds, with what is asked of it for every number; ``year`` is the report's."""
    text = patterns.INSERTED.sub(_left_out, with_plain_signs(sentence))
    found = list(quantities(text))
    numbers = [each for each in found if not (each.is_word and each.unit == COUNT)]
    words, own = words_of(text), vocabulary.own
    mentions = list(vocabulary.mentions(words))
    in_numbers = {place for each in numbers for place in _places(words, each.start, each.end)}
    strange = {place for place, word in enumerate(words) if place not in in_numbers and is_strange(word, own)}
    return Read(
        text,
        words,
        mentions,
        numbers,
        [each for each in found if each.unit == COUNT and each.value == each.value.to_integral_value()],
        list(years_of(text, year)),
        year,
        own,
        _named(mentions),
        frozenset(strange),
        _unnamed(text, mentions),
        _other_time(text),
    )


def is_readable(sentence: str) -> bool:
    """Whether a text is short enough for a sentence."""
    return len(sentence) <= _LONGEST


def with_mentions(read: Read, mentions: list[Mention]) -> Read:
    """Let a sentence name something else."""
    return replace(read, mentions=mentions, named=_named(mentions), unnamed=_unnamed(read.text, mentions))


def words_from(read: Read, start: int, end: int) -> range:
    """The places of the words that begin in a part of the text."""
    return _places(read.words, start, end)


def _places(words: list[Word], start: int, end: int) -> range:
    first, last = (bisect_left(words, each, key=lambda word: word.start) for each in (start, end))
    return range(first, last)


def _other_time(text: str) -> int:
    """The place from which a text has told of another time than a year; a month is that of all of it."""
    if patterns.OF_A_MONTH.search(text):
        return 0
    span = patterns.SPAN.search(text)
    return span.end() if span else len(text)


def _named(mentions: list[Mention]) -> frozenset[int]:
    return frozenset(place for each in mentions for place in range(each.first, each.last + 1))


def _unnamed(text: str, mentions: list[Mention]) -> str:
    letters = list(text)
    for each in mentions:
        if not each.entry.is_term:
            letters[each.start : each.end] = "*" * (each.end - each.start)
    return "".join(letters)


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


def is_strange(word: Word, own: frozenset[str]) -> bool:
    """Whether a word may name something that is not known; ``own`` are the stems of the association's name."""
    text = word.text
    return not (text in patterns.LINKS or text.isdigit() or text in patterns.MONTHS or word.stem in own)
