"""Where two versions of a text differ: the sentences that changed, cut to the words that did."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.compare.change import Change
from generator.ground.names import normalised

_ENDS = re.compile(r"(?<=[.!?])\s+|\n+")
_AROUND = 3
"""Words that are shown before and after those that changed."""
_MOST_WORDS = 30


def differences(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Give each place where the texts differ: what stood there and what stands there, either of them empty."""
    before, after = _sentences(old), _sentences(new)
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            yield _cut(" ".join(before[start:end]).split(), " ".join(after[first:last]).split())


def text_change(heading: str, place: str, what: str, old: str, new: str) -> Change:
    """Make the Change of one such place, which says itself whether something was added or struck."""
    if old and new:
        return Change(heading, place, what, old, new)
    return Change(heading, place, what, f"struket {old}" if old else "", f"tillagt {new}" if new else "")


def _sentences(text: str) -> list[str]:
    pieces = (" ".join(piece.split()) for piece in _ENDS.split(normalised(text)))
    return [piece for piece in pieces if piece]


def _cut(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Leave out the words that both begin and end with, but for a few around the change."""
    front = _same(old, new)
    back = min(_same(old[::-1], new[::-1]), min(len(old), len(new)) - front)
    start = max(0, front - _AROUND)
    after = max(0, back - _AROUND)
    return _quoted(old, start, after), _quoted(new, start, after)


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _quoted(words: Sequence[str], start: int, after: int) -> str:
    shown = words[start : len(words) - after]
    if not shown:
        return ""
    rest = len(shown) > _MOST_WORDS
    told = " ".join(shown[:_MOST_WORDS])
    return f"”{'… ' if start else ''}{told}{' …' if rest or after else ''}”"
