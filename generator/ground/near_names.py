"""Near misses: words in a text that look like a registered name but are none of its spellings.

``Motivera mera`` for *Motivera mer* is told; ``Coachingteamets`` for *Coachingteam* is only inflected.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from generator.ground.names import folded, with_plain_signs

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_DEFINITE = ("t", "n", "et", "en")
_PLURAL = ("or", "ar", "er", "na", "orna", "arna", "erna")
_ENDINGS = ("", "s", *(f"{ending}{genitive}" for ending in (*_DEFINITE, *_PLURAL) for genitive in ("", "s")))
"""How a Swedish name may be inflected: genitive, definite, plural."""

SHORTEST = 6
"""Letters of a name that is looked for; shorter ones resemble too much."""

_REMEMBERED_LINES, _REMEMBERED_REGISTERS = 8192, 16
"""Lines of which it is remembered what they nearly name, some reports' all; and lists of names."""

_Shared = tuple[str, int, str]
"""The first letter, the number of words and the digits."""

_LIKENESS = 0.9
"""How alike (``SequenceMatcher.ratio``) two spellings must be: about one letter wrong in ten."""


class _Sought(NamedTuple):
    """A spelling that is looked for: its place among all, its words, and how often each letter is in it."""

    place: int
    words: tuple[str, ...]
    letters: Counter[str]


class NearNames:
    """The registered names to look for. All of one thing's spellings are known; the first is the one to propose."""

    def __init__(self, spellings: Iterable[tuple[str, ...]]) -> None:
        self._meant = {_words(name): names[0] for names in spellings for name in names}
        # Whatever two near spellings must share tells where to look: a text is not held against all names.
        self._sought: dict[_Shared, dict[int, list[_Sought]]] = {}
        for place, words in enumerate(self._meant):
            if len("".join(words)) >= SHORTEST:
                written = " ".join(words)
                alike = self._sought.setdefault(_shared(words, written), {}).setdefault(len(written), [])
                alike.append(_Sought(place, words, Counter(written)))
        self._longest = max((len(words) for words in self._meant), default=0)

    def misses(self, text: str) -> Sequence[tuple[str, str]]:
        """Give what stands in the text and the name that may be meant, each pair once."""
        return _misses(self, str(text)) if text else ()

    def _misses(self, text: str) -> Iterator[tuple[str, str]]:
        words = _WORD.findall(with_plain_signs(text))
        found: dict[tuple[str, str], None] = {}
        # Names are written with a capital, and nobody misspells the first letter: that leaves few words to look at.
        for start in (number for number, word in enumerate(words) if word[0].isupper()):
            following = words[start : start + self._longest]
            for near in sorted(self._near(following), key=lambda each: each.place):
                found[" ".join(following[: len(near.words)]), self._meant[near.words]] = None
        yield from found

    def _near(self, following: list[str]) -> Iterator[_Sought]:
        """The spellings that the words nearly are, or as many of them as a spelling has.

        Not within a name that is known: its first word may well be nearly another's.
        """
        folded_words = tuple(map(folded, following))
        near: list[_Sought] = []
        for count in range(1, len(following) + 1):
            words = folded_words[:count]
            written = " ".join(words)
            alike = [each for each in self._alike(words, written) if _is_near(written, " ".join(each.words))]
            # Few words are near any name: only of those is it asked whether they are a known one.
            near = [] if (near or alike) and self._is_known(words) else [*near, *alike]
        yield from near

    def _alike(self, words: tuple[str, ...], written: str) -> Iterator[_Sought]:
        """The spellings that may be near: those of about the same length that have nearly the same letters."""
        of_the_same = self._sought.get(_shared(words, written))
        if of_the_same is None:
            return
        letters = Counter(written)
        for length, each in of_the_same.items():
            least = _LIKENESS * (length + len(written))
            if 2 * min(length, len(written)) >= least:
                yield from (sought for sought in each if 2 * (letters & sought.letters).total() >= least)

    def _is_known(self, words: tuple[str, ...]) -> bool:
        """Whether the words are a spelling of any name, inflected perhaps."""
        *first, last = words
        stems = (last.removesuffix(ending) for ending in _ENDINGS if last.endswith(ending))
        if any((*first, stem) in self._meant for stem in stems):
            return True
        return any((*first, f"{last}{ending}") in self._meant for ending in _ENDINGS)


@lru_cache(maxsize=_REMEMBERED_LINES)
def _misses(names: NearNames, text: str) -> tuple[tuple[str, str], ...]:
    """What a line nearly names: the same lines are read again whenever a workbook is saved."""
    return tuple(names._misses(text))  # noqa: SLF001 - its own


def near_names(spellings: Iterable[Iterable[str]]) -> NearNames:
    """The names to look for; those that were asked for a moment ago are not gathered again."""
    # As plain texts: a Name is equal to its other spellings, and the one that is written here is proposed.
    return _near_names(tuple(tuple(map(str, names)) for names in spellings))


@lru_cache(maxsize=_REMEMBERED_REGISTERS)
def _near_names(spellings: tuple[tuple[str, ...], ...]) -> NearNames:
    return NearNames(spellings)


def may_be_same(one: str, other: str) -> bool:
    """Whether two short texts may name one thing: but for an ending (*Projektor*, *Projektorer*) or a misspelling."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs or _DIGIT.findall(one) != _DIGIT.findall(other):
        return False
    inflected = {" ".join((*mine[:-1], f"{mine[-1]}{ending}")) for ending in _ENDINGS}
    turned = {" ".join((*theirs[:-1], f"{theirs[-1]}{ending}")) for ending in _ENDINGS}
    return " ".join(theirs) in inflected or " ".join(mine) in turned or _is_near(" ".join(mine), " ".join(theirs))


def _is_near(one: str, other: str) -> bool:
    return SequenceMatcher(None, one, other).ratio() >= _LIKENESS


def _shared(words: tuple[str, ...], written: str) -> _Shared:
    """What a name and a misspelling of it have in common; numbers tell two names apart."""
    return words[0][:1], len(words), "".join(_DIGIT.findall(written))


def _words(name: str) -> tuple[str, ...]:
    return tuple(map(folded, _WORD.findall(name)))
