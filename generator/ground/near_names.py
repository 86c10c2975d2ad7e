"""Near misses: words in a text that look like a registered name but are none of its spellings.

``Motivera mera`` for *Motivera mer* is told; ``Coachingteamets`` for *Coachingteam* is only inflected.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from generator.ground.names import folded

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_ENDINGS = ("", "s", "t", "n", "et", "en", "ts", "ns", "ets", "ens", "na", "nas", "arna", "erna", "orna")
"""How a Swedish name may be inflected: genitive, definite, plural."""

SHORTEST = 6
"""Letters of a name that is looked for; shorter ones resemble too much."""

_LIKENESS = 0.9
"""How alike (``SequenceMatcher.ratio``) two spellings must be: about one letter wrong in ten."""


class NearNames:
    """The registered names to look for. All of one thing's spellings are known; the first is the one to propose."""

    def __init__(self, spellings: Iterable[tuple[str, ...]]) -> None:
        self._meant = {_words(name): names[0] for names in spellings for name in names}
        self._sought: dict[str, list[tuple[str, ...]]] = {}
        for words in self._meant:
            if len("".join(words)) >= SHORTEST:
                self._sought.setdefault(words[0][0], []).append(words)

    def misses(self, text: str) -> Iterator[tuple[str, str]]:
        """Give what stands in the text and the name that may be meant, each pair once."""
        words = _WORD.findall(text)
        found: dict[tuple[str, str], None] = {}
        # Names are written with a capital, and nobody misspells the first letter: that leaves few words to look at.
        for start in (number for number, word in enumerate(words) if word[0].isupper()):
            for sought in self._sought.get(folded(words[start])[:1], ()):
                typed = words[start : start + len(sought)]
                if len(typed) == len(sought) and self._is_near(typed, sought):
                    found[" ".join(typed), self._meant[sought]] = None
        yield from found

    def _is_near(self, typed: list[str], sought: tuple[str, ...]) -> bool:
        """Whether it is written nearly as the name is; numbers tell two names apart."""
        words = tuple(map(folded, typed))
        one, other = " ".join(words), " ".join(sought)
        # Nearly all are nothing alike: what tells that at a glance is asked first.
        if not _may_be_alike(one, other) or _DIGIT.findall(one) != _DIGIT.findall(other):
            return False
        return not self._is_known(words) and SequenceMatcher(None, one, other).ratio() >= _LIKENESS

    def _is_known(self, words: tuple[str, ...]) -> bool:
        """Whether the words are a spelling of any name, inflected perhaps."""
        *first, last = words
        stems = (last.removesuffix(ending) for ending in _ENDINGS if last.endswith(ending))
        if any((*first, stem) in self._meant for stem in stems):
            return True
        return any((*first, f"{last}{ending}") in self._meant for ending in _ENDINGS)


def _may_be_alike(one: str, other: str) -> bool:
    """Whether two spellings can be as alike as ``_LIKENESS``: two bounds on ``SequenceMatcher.ratio``."""
    enough = _LIKENESS * (len(one) + len(other)) / 2
    return min(len(one), len(other)) >= enough and (Counter(one) & Counter(other)).total() >= enough


def _words(name: str) -> tuple[str, ...]:
    return tuple(map(folded, _WORD.findall(name)))
