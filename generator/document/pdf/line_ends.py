"""What the ends of lines take from a text, given back: the space between two words, and the whole of a divided word.

A layout drops the space where it breaks a line, and the space alone between two inline elements. On paper nobody
misses it; read aloud or copied, two words become one. PDF asks for real spaces between words in a tagged file, and for
a soft hyphen where a word is divided (ISO 32000-1, 14.8.2.2.3 and 14.8.2.5). The text of the HTML tells which is which:
a line that ends in "2019–" or in a hyphen of its own is followed by no space.
"""

from dataclasses import dataclass
from typing import Any

from generator.document.tags.boxes import boxes_of, is_a

CHILD, BREAK = "\ufffc", "\n"
"""Stand for elements inside an element's own text; a line break parts words."""
SOFT = "\u00ad\u200b"


def mend_line_ends(document: Any) -> None:
    """Give lost spaces back to the texts before them, and set ``is_divided`` on texts that end inside a word."""
    read: dict[int, _OwnText] = {}
    last: dict[tuple[int, str], _Piece] = {}
    for box, around in boxes_of(document):
        if not is_a(box, "TextBox"):
            continue
        block = _block(around)
        if box.text.strip() and not getattr(around[-1], "is_leader", False):
            _mend(box, block, read, last)
        elif block in last:
            # A space alone is placed but never drawn, and dots that lead the eye to a number are never read.
            last[block].after = True


def _block(around: tuple[Any, ...]) -> tuple[int, str]:
    """What tells the block whose lines a text stands in, on whatever pages they are."""
    block = next(box for box in reversed(around) if is_a(box, "BlockContainerBox"))
    return id(block.element), block.element_tag or ""


@dataclass(slots=True)
class _Piece:
    """A text that is drawn in one go, and whether the HTML has a space right before and after it."""

    box: Any
    before: bool = False
    after: bool = False


def _mend(box: Any, block: tuple[int, str], read: dict[int, "_OwnText"], last: dict[tuple[int, str], _Piece]) -> None:
    previous = last.get(block)
    piece = _Piece(box)
    if box.element is not None and "::" not in (box.element_tag or ""):
        piece = read.setdefault(id(box.element), _OwnText(box.element)).take(box)
    if previous and (previous.after or piece.before) and not box.text[0].isspace():
        end_with_space(previous.box)
    last[block] = piece


def end_with_space(box: Any) -> None:
    """Draw a space last; it takes no room, as what follows has a place of its own."""
    if not box.pango_layout.text[-1].isspace():
        box.pango_layout.text += " "


@dataclass(slots=True)
class _OwnText:
    """The text right in an HTML element, read piece by piece in the order in which the layout has placed it."""

    element: Any
    text: str = ""
    at: int = 0

    def __post_init__(self) -> None:
        """Gather the text, with a sign for each element in it."""
        parts = ((BREAK if kid.tag == "br" else CHILD) + (kid.tail or "") for kid in self.element)
        self.text = (self.element.text or "") + "".join(parts)

    def take(self, box: Any) -> _Piece:
        """Read past the letters of ``box``; letters that CSS has changed count as the ones that stand there."""
        start = self._next_letter(self.at)
        if start == len(self.text):  # the head of a table, shown again on the next page
            self.at, start = 0, self._next_letter(0)
        before = any(sign.isspace() for sign in self.text[self.at : start].rpartition(CHILD)[2])
        at = start
        letters = [letter for letter in box.text if not (letter.isspace() or letter in SOFT)]
        for number, letter in enumerate(letters, 1):
            at = self._next_letter(at)
            same = self.text[at : at + 1].casefold() == letter.casefold()
            if not same and number == len(letters) and box.text.endswith(box.style["hyphenate_character"]):
                box.is_divided = True
            else:
                at = min(at + 1, len(self.text))
        self.at = at
        return _Piece(box, before, self.text[at : at + 1].isspace())

    def _next_letter(self, at: int) -> int:
        while at < len(self.text) and (self.text[at].isspace() or self.text[at] in SOFT + CHILD):
            at += 1
        return at
