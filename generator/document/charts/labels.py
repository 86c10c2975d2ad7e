"""The texts of a chart: how much room they take, and how they are broken so that none leaves the picture."""

import math
from collections.abc import Iterator, Sequence
from html import escape

SIZE = 11.0
"""Points of the letters."""
LETTER = 0.56
"""How wide most letters and figures are at most in the fonts of the looks, of their size; the others by the letter."""
_WIDTHS = {
    **dict.fromkeys("ijltfrI.,:;'|()!/-\u2013", 0.4),
    **dict.fromkeys(" \u00a0\u202f", 0.24),
    **dict.fromkeys("mwMW%", 0.87),
    **dict.fromkeys("ABCDEFGHJKLNOPQRSTUVXYZÅÄÖ", 0.65),
}
LINE = SIZE * 1.3
MOST_LINES = 3
"""Lines of a label below the scale; one that needs more is turned on its side."""
GIVE = 1.25
"""How much wider than its room a word may be reckoned: most letters are narrower than reckoned."""
LENGTHS = (90.0, 130.0, 180.0, 240.0, 320.0)
"""Points that a turned label may be long, before it stands on one line whatever its length."""


def wide(text: str) -> float:
    """About how wide a text is, in points, and hardly wider."""
    return sum(_WIDTHS.get(letter, LETTER) for letter in text) * SIZE


def wrapped(text: str, width: float, give: float = 1.0) -> list[str]:
    """Break a label into lines of about ``width`` points; a word that is wider, by ``give`` times, is divided."""
    lines = [""]
    for word in (part for each in text.split(" ") for part in _divided(each, width * give)):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and wide(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _divided(word: str, width: float) -> Iterator[str]:
    most = max(int(min(width, wide(word)) / SIZE / LETTER), 2)
    while wide(word) > width and len(word) > most:
        yield f"{word[: most - 1]}-"
        word = word[most - 1 :]
    yield word


def fit_below(labels: Sequence[str], width: float) -> bool:
    """Whether labels stand well beside one another below the scale, each in ``width`` points."""
    words = (word for label in labels for word in label.split(" "))
    return all(len(wrapped(label, width, GIVE)) <= MOST_LINES for label in labels) and all(
        wide(word) <= width * GIVE for word in words
    )


def turned(labels: Sequence[str], middles: Sequence[float], band: float, y: float, ink: str) -> tuple[list[str], float]:
    """Labels on their side below the scale, each about its middle; and how far down they reach.

    Letters have one size: where bands are narrower than they are high only every other category, or so, is named.
    """
    most = max(int(band / LINE), 1)
    words = max(wide(word) for label in labels for word in label.split(" "))
    long = (each for each in LENGTHS if words <= each and all(len(wrapped(text, each)) <= most for text in labels))
    length = next(long, math.inf)
    lines = [wrapped(label, length) for label in labels]
    every = math.ceil(SIZE / band)
    drawn = []
    for middle, each in list(zip(middles, lines, strict=True))[::every]:
        for row, text in enumerate(each):
            x = middle + (row - (len(each) - 1) / 2) * LINE + SIZE * 0.35
            drawn.append(
                f'<text transform="translate({x:.1f} {y + 6:.1f}) rotate(-90)" fill="{ink}" '
                f'text-anchor="end">{escape(text)}</text>'
            )
    longest = max(wide(text) for each in lines for text in each)
    return drawn, y + longest + 14
