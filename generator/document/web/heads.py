"""Where a line ends in a table's heads: a screen may be so narrow that each word has a line of its own."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.document.web.tree import made

_DATE = re.compile(r"(\d{4}-\d\d-\d\d–?)")
_SLASH = re.compile(r"(?<=[^\W\d]/)(?=[^\W\d])")


def divide_heads(table: Element) -> None:
    """Let a line in a head end after a slash between two words, which no browser does by itself, and within no date."""
    for head in table.iter("th"):
        pieces = list(_pieces(head))
        for each in list(head):
            head.remove(each)
        head.text, last = "", None
        for piece in pieces:
            if not isinstance(piece, str):
                head.append(piece)
                last, piece.tail = piece, ""
            elif last is None:
                head.text += piece
            else:
                last.tail = f"{last.tail}{piece}"


def _pieces(head: Element) -> Iterator[str | Element]:
    """The texts and elements of a head in their order, with what is to be whole and where a line may end among them."""
    yield from _divided(head.text or "")
    for each in list(head):
        tail = each.tail or ""
        yield each
        yield from _divided(tail)


def _divided(text: str) -> Iterator[str | Element]:
    for number, part in enumerate(_DATE.split(text)):
        if number % 2:
            yield made("span", part, class_="whole")
        else:
            first, *more = _SLASH.split(part)
            yield first
            for each in more:
                yield made("wbr")
                yield each
