"""Words of a sentence with their stems, so that a name is found in every form that Swedish gives it."""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[-’'&][^\W_]+)*|[;:,()–]")
_ENDINGS = (
    *("arnas", "ernas", "ornas", "enas", "arna", "erna", "orna", "ena", "ens", "ets", "ers", "ars", "ors", "ans"),
    *("nas", "na", "en", "et", "er", "ar", "or", "an", "as", "es", "e", "a", "s"),
)
_SHORTEST = 3
_IRREGULAR = {
    **dict.fromkeys(("medlen", "medlens", "medels"), "medel"),
    **dict.fromkeys(("ledamöter", "ledamöterna", "ledamöternas"), "ledamot"),
    **dict.fromkeys(("fordran", "fordrans", "fordringar", "fordringarna"), "fordring"),
    **dict.fromkeys(("staten", "statens", "staterna", "statlig", "statliga", "statligt"), "staten"),
    **dict.fromkeys(("medel", "tillgodo"), "medel"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark of a sentence, in small letters: its stem, its place, and whether it has a capital."""

    text: str
    stem: str
    start: int
    end: int
    is_capital: bool


def words_of(text: str) -> list[Word]:
    """Divide a text into words and marks."""
    return [
        Word(match[0].casefold(), stem(match[0].casefold()), match.start(), match.end(), match[0][0].isupper())
        for match in _WORD.finditer(text)
    ]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A word in small letters less its endings: ``kostnaderna`` and ``kostnads`` are ``kostnad``."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("medlen"):
        return f"{word[:-6]}medel"
    for _ in range(2):
        ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST), "")
        if not ending:
            break
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiouyåäö" else word


@lru_cache(maxsize=20_000)
def stems(name: str) -> tuple[str, ...]:
    """The stems of a name's words, without its marks."""
    return tuple(word.stem for word in words_of(name) if word.text[0].isalnum())
