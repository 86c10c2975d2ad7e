"""Names as people type them: how two spellings are found to be the same, and which known name lies nearest."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Self

from generator.ground.word_notes import without_notes

_SPACES = re.compile(r"[\s\u2800\u3164]+")
_UNWANTED = re.compile(r"[^\w]+")
_DASHES = re.compile(r"-*")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad"  # control codes, and the soft hyphen
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u061c\ufeff"  # widthless spaces, joiners, and marks of direction
    r"\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\uffa0\ufff0-\ufffb\ufdd0-\ufdef"  # fillers, and what is no letter
    r"\ufe00-\ufe0f\U000e0000-\U000e0fff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a]"  # variants and tags
)
"""What stands in a text and cannot be seen: control codes, and all that Unicode says is to be ignored."""
APOSTROPHES, QUOTES = "’‘‚‛′ʼʹʻ´`＇", "”“„‟″«»‹›＂"
_HYPHENS, _OTHER_DASHES = "\u2010\u2011\u2043\u2212\u02d7\ufe63\uff0d", "\u2012\u2013\u2014\u2015\ufe58"
_ALIKE = str.maketrans(
    dict.fromkeys(_HYPHENS + _OTHER_DASHES, "-") | dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTES, '"')
)
"""Kinds of one sign, which no reader tells apart: dashes, apostrophes and quotes."""
_HYPHENS_ALIKE = str.maketrans(dict.fromkeys(_HYPHENS, "-"))
_TO_WRITE_PLAIN = re.compile(r"[^ -_a-~åäöÅÄÖéÉ]|  ")
"""What ``plain`` may change in a text, besides blanks at its ends: most texts have none."""
_BLANK = re.compile(r"[^\S\n ]")
_WIDTHS, _MORE_THAN_LETTERS = ("<wide>", "<narrow>"), ("<super>", "<sub>", "<fraction>", "<circle>", "<square>")
"""Unicode's forms of other signs: as wide as a Chinese letter; and those that say more than a letter, as ``²`` does."""
_CLEARLY_LESS = 0.15
_LONGEST_QUOTE = 60
_AFTER_QUOTED = 16
_REMEMBERED = 20_000
"""Spellings whose folded form is kept: the same few names are compared with each other again and again."""


def normalised(text: str) -> str:
    """Normalise a text: composed letters (NFC), one kind of line end, and nothing that cannot be seen."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_ENDS.sub("\n", text)))


def clean(text: str) -> str:
    """Normalise a typed text: composed letters (NFC), nothing that cannot be seen, no space at the ends."""
    return normalised(text).strip()


def plain(text: str) -> str:
    """Write a typed text with one kind of blank, dash, apostrophe and quote, to be read by its signs.

    Letters that are other letters in another form are those: a ligature, or a digit as wide as a Chinese letter.
    """
    if _TO_WRITE_PLAIN.search(text) is None:
        return text.strip(" ")
    text = _SPACES.sub(" ", clean(text).translate(_ALIKE)).strip()
    if not unicodedata.is_normalized("NFKC", text):
        text = "".join(sign if sign.isascii() else _plain_letter(sign) for sign in text)
    return text


def with_plain_signs(text: str) -> str:
    """Write prose with one kind of blank and of hyphen, each letter where it was; a dash is another sign there."""
    return _BLANK.sub(" ", text).translate(_HYPHENS_ALIKE)


@lru_cache(maxsize=_REMEMBERED)
def _plain_letter(sign: str) -> str:
    kind = unicodedata.decomposition(sign).partition(" ")[0]
    same = kind in _WIDTHS or (sign.isalnum() and kind.startswith("<") and kind not in _MORE_THAN_LETTERS)
    return unicodedata.normalize("NFKC", sign) if same else sign


@lru_cache(maxsize=_REMEMBERED)
def folded(text: str) -> str:
    """Fold a name for comparison: case, a note in it, and what ``plain`` writes in one way do not tell names apart."""
    return plain(without_notes(text)).casefold()


def slug(text: str, *, but: Collection[str] = ()) -> str:
    """Make a name into the part of a key: ``Likvida medel`` is ``likvida_medel``; å, ä and ö stay.

    A name that has been told apart from others (see ``told_apart``) has a part of its own. ``but`` are the parts that
    mean something else where it is to stand, ``total``: no name's part ends in the underscore that then follows.
    """
    part = text.part if isinstance(text, Name) and text.part else _slug(str(text))
    return f"{part}_" if part in but else part


@lru_cache(maxsize=_REMEMBERED)
def _slug(text: str) -> str:
    return _UNWANTED.sub("_", folded(text)).strip("_") or "namnlös"


def unique(parts: Sequence[str]) -> list[str]:
    """Tell the parts of keys apart that different names gave, as ``< 1 år`` and ``> 1 år`` do: the first keeps its own.

    The others get a number, and none that is another's own: ``a, a, a_2`` is ``a, a_3, a_2``.
    """
    taken, seen, told = set(parts), set[str](), []
    for part in parts:
        own = part
        if part in seen:
            own = next(each for each in (f"{part}_{number}" for number in count(2)) if each not in taken)
        seen.add(part)
        taken.add(own)
        told.append(own)
    return told


class Name(str):
    """A name as somebody typed it: equal to, and found by, every other spelling of the same name (see ``folded``).

    Everywhere else it is the text that was typed, so that a template, JSON and a cell write it as it stands. What
    keeps names as keys (a dict, a set) keeps them as Names: a plain text is equal to a Name but is not found by it.

    ``part`` is what the name is in a key where its letters alone would give another name's; see ``told_apart``.
    """

    __slots__ = ("_folded", "part")

    _folded: str
    part: str

    def __new__(cls, text: str = "", part: str = "") -> Self:
        """Make a text a name; what is a name already keeps its part."""
        name = super().__new__(cls, text)
        name._folded = folded(str(text))
        name.part = part or (text.part if isinstance(text, Name) else "")
        return name

    def __eq__(self, other: object) -> bool:
        """Whether another text is this name."""
        if isinstance(other, Name):
            return self._folded == other._folded
        return isinstance(other, str) and self._folded == folded(other)

    def __ne__(self, other: object) -> bool:
        """Whether another text is not this name; str has a way of its own, which looks at the spelling."""
        return not self == other

    def __hash__(self) -> int:
        """Let every spelling of the name find the same."""
        return hash(self._folded)


def told_apart(names: Iterable[Name]) -> Mapping[Name, Name]:
    """Give those names a part of their own that differ from an earlier one only in signs, as *Team 1* and *Team-1* do.

    Returns them alone: of most names nothing needs to be said.
    """
    different = tuple(dict.fromkeys(names))
    own = unique([slug(name) for name in different])
    return {name: Name(name, part) for name, part in zip(different, own, strict=True) if part != slug(name)}


NO_NAME = Name()
"""The empty name, which nothing has: where none was typed."""


def nearest(name: str, known: Iterable[str], most: int = 3, likeness: float = 0.6) -> tuple[str, ...]:
    """Give the known names that ``name`` may be a misspelling of, the nearest first; ``likeness`` 1 is equality."""
    return _nearest(str(name), tuple(map(str, known)), most, likeness)


@lru_cache(maxsize=_REMEMBERED)
def _nearest(name: str, known: tuple[str, ...], most: int, likeness: float) -> tuple[str, ...]:
    by_folded = {folded(candidate): candidate for candidate in known}
    matches = difflib.get_close_matches(folded(name), by_folded, n=most, cutoff=likeness)
    ratios = {match: difflib.SequenceMatcher(None, match, folded(name)).ratio() for match in matches}
    # Where one name is nearly right, the others would only make the question longer.
    return tuple(by_folded[match] for match in matches if ratios[match] > max(ratios.values()) - _CLEARLY_LESS)


def is_nothing(text: str) -> bool:
    """Whether a text means that nothing stands there: empty, only spaces, or only a dash."""
    return _DASHES.fullmatch(plain(text)) is not None


def brief(text: str) -> str:
    """Make a text fit for quoting in a message: on one line, and cut where it is long."""
    line = _SPACES.sub(" ", clean(text)).strip()
    return line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 2].rstrip() + " …"


def brief_around(text: str, at: str) -> str:
    """Make a text fit for quoting, cut so that what it is quoted for, the last ``at`` in it, still stands there."""
    line, kept = _SPACES.sub(" ", clean(text)).strip(), _SPACES.sub(" ", clean(at)).strip()
    place = line.rfind(kept)
    end = place + len(kept)
    if len(line) <= _LONGEST_QUOTE or place < 0 or end <= _LONGEST_QUOTE - 2:
        return brief(text)
    after = line[end : end + _AFTER_QUOTED]
    after = line[end:] if len(line) - end <= len(after) else f"{after.rpartition(' ')[0]} …"
    room = max(0, _LONGEST_QUOTE - len(kept) - len(after) - 2)
    before = line[max(0, place - room) : place]
    return f"… {before.partition(' ')[2]}{kept}{after}"
