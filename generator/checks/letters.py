"""Whether a text can be printed with the bundled fonts, told without drawing it."""

import unicodedata
from functools import cache

from generator.checks.letters_in_fonts import RANGES

_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}
"""Categories of what leaves no mark: spaces, marks of direction, joiners."""
_VARIATION_SELECTORS = {chr(number) for number in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}


@cache
def _in_fonts() -> frozenset[str]:
    ends = [tuple(int(end, 16) for end in each.split("-")) for each in RANGES.split()]
    return frozenset(chr(number) for end in ends for number in range(end[0], end[-1] + 1))


def unprintable(text: str) -> tuple[str, ...]:
    """The signs of a text that no bundled font has, each once; a letter and its accent may stand apart in a font."""
    if text.isascii():
        return ()
    return tuple(
        sign
        for sign in dict.fromkeys(text)
        if sign not in _in_fonts()
        and unicodedata.category(sign) not in _UNSEEN
        and sign not in _VARIATION_SELECTORS
        and not set(unicodedata.normalize("NFD", sign)) <= _in_fonts()
    )


def code_point(sign: str) -> str:
    """Name a sign as Unicode does: ``U+6F22``."""
    return f"U+{ord(sign):04X}"
