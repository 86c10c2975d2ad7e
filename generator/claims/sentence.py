"""A sentence read: its words, the names, numbers and years in it, and what belongs to each number."""

from dataclasses import dataclass

from generator.claims import patterns
from generator.claims.numbers import Quantity
from generator.claims.periods import Year
from generator.claims.vocabulary import Mention
from generator.claims.words import Word


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with all that was found in it; ``year`` is the report's, ``own`` the stems of its name."""

    text: str
    words: list[Word]
    mentions: list[Mention]
    numbers: list[Quantity]
    years: list[Year]
    year: int
    own: frozenset[str]


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
        tuple(each for each in read.mentions if number.end <= each.start and each.end <= end),
    )


def _start(read: Read, place: int) -> tuple[int, bool]:
    start = 0
    if place:
        start = read.numbers[place - 1].end
        stop = patterns.AFTER_END.search(read.text, start, read.numbers[place].start)
        start = stop.start() if stop else start
    cut = [match.end() for match in patterns.CLAUSE_END.finditer(read.text, start, read.numbers[place].start)]
    return (cut[-1], True) if cut else (start, False)


def _end(read: Read, place: int) -> int:
    end = read.numbers[place + 1].start if place + 1 < len(read.numbers) else len(read.text)
    stop = patterns.AFTER_END.search(read.text, read.numbers[place].end, end)
    return stop.start() if stop else end
