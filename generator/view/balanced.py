"""A long name in lines that are about as long as one another, however wide its place is.

The name is divided in two where that is best, and each half again. A style sheet lets a half stay whole
(``.in-halves span``): where the name has no room on a line, it is divided between its halves, and never leaves a last
short word alone.
"""

from markupsafe import Markup

_SHORT_WORD, _AWKWARD, _JOINS = 3, 12, 6
"""A word of so few letters leads on to the next; what that costs, and what a word that joins gives, in letters."""
_JOINING = frozenset({"och", "&", "samt"})
_HALF = Markup("<span>{}</span>")


def in_halves(name: str) -> Markup:
    """The name as HTML, each half of it an element."""
    words = name.split(" ")
    if len(words) == 1:
        return Markup("{}").format(name)
    place = min(range(1, len(words)), key=lambda place: _cost(words, place))
    halves = (" ".join(part) for part in (words[:place], words[place:]))
    return Markup(" ").join(_HALF.format(in_halves(half)) for half in halves)


def _cost(words: list[str], place: int) -> int:
    """How ill a name is divided before a word."""
    before, after = " ".join(words[:place]), " ".join(words[place:])
    awkward = _AWKWARD if len(words[place - 1]) <= _SHORT_WORD else 0
    return abs(len(before) - len(after)) + awkward - (_JOINS if words[place] in _JOINING else 0)
