"""The mark of a text that came along from last year: ``[från i fjol 3f2a]``.

The letters after the words are made of the text itself, so that a text that has been changed is known from one that has
not, without anybody taking the mark away. The mark is never printed.
"""

import re
from hashlib import blake2s

from generator.ground.names import normalised

MARK_WORDS = "[från i fjol"
"""How the mark begins."""
_MARK = re.compile(r"\s*\\?\[\s*från i fjol\s*([0-9a-f]{4})?\s*\\?\]\s*", re.IGNORECASE)


def mark_for(text: str) -> str:
    """Make the mark that tells that this text is last year's."""
    words = " ".join(normalised(without_mark(text)).split())
    return f"{MARK_WORDS} {blake2s(words.encode(), digest_size=2).hexdigest()}]"


def marked(text: str) -> str:
    """Put the mark on a line of its own before a text."""
    own = without_mark(text)
    return f"{mark_for(own)}\n{own}"


def without_mark(text: str) -> str:
    """Take the mark off a text; one without it stays as it is."""
    found = _MARK.match(text)
    return text[found.end() :] if found else text


def has_mark(text: str) -> bool:
    """Whether a text begins with a mark, whatever has become of the text."""
    return _MARK.match(text) is not None


def is_unchanged(text: str) -> bool:
    """Whether a text has the mark and is what it was then; a mark without its letters holds until it is removed."""
    found = _MARK.match(text)
    return found is not None and (not found[1] or mark_for(text) == f"[från i fjol {found[1].lower()}]")
