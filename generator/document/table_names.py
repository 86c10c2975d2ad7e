"""What a report's tables are called by those who hear them: the caption that is seen, else the heading above.

A name is found in the finished HTML, so that each table has one: those of texts and of an association's own templates
too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.ground.formatting import UNIT_NAMES, small_first

BELOW = "below"
"""The class of a caption that stands under its table."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOTE, _AGAIN = "note", "footnote-again"
_MOST = 4
"""Of the columns' heads, how many a name tells."""
_UNITS = frozenset(UNIT_NAMES.values())


@dataclass(frozen=True, slots=True)
class TableName:
    """What a table is called; ``seen`` is the paragraph beside it that says so, or None."""

    words: str
    seen: Any


def names_of_tables(root: Any) -> dict[Any, TableName]:
    """Name the tables below ``root``, an HTML document as a tree, that have no caption of their own."""
    beside = {table: caption for parent in root.iter() for table, caption in _beside(list(parent))}
    names: dict[Any, TableName] = {}
    heading, count = "", 0
    for element in root.iter():
        if element.tag in _HEADINGS:
            heading, count = _words(element), 0
        elif element.tag == "table" and element.find("caption") is None:
            seen = beside.get(element)
            count += seen is None
            words = _words(seen) if seen is not None else _unseen(element, heading, count)
            names[element] = TableName(words, seen)
    return names


def _beside(kids: list[Any]) -> Iterator[tuple[Any, Any]]:
    """The tables among the elements in another, each with the caption right before it or right after it."""
    for first, second in pairwise(kids):
        if second.tag == "table" and _is_caption(first) and BELOW not in _classes(first):
            yield second, first
        if first.tag == "table" and _is_caption(second) and BELOW in _classes(second):
            yield first, second


def _unseen(table: Any, heading: str, count: int) -> str:
    """The heading, and what it has not said: that it is a second table below it, the unit, or else what is told."""
    heads = [_words(head) for head in table.iterfind("thead/tr/th")]
    unit = heads[0].partition(",")[0] if heads else ""
    again = f"tabell {count}" if count > 1 else ""
    name = ", ".join(filter(None, (heading or "Tabell", again, small_first(unit) if unit in _UNITS else "")))
    more = [_amid(head) for head in heads if head not in ("", heading)] if name == heading else []
    told = ", ".join(more[:_MOST]) + (" med mera" if len(more) > _MOST else "")
    return f"{name}: {told}" if told else name


def _amid(head: str) -> str:
    """A head amid other words; an abbreviation keeps its capitals."""
    return head if head[1:2].isupper() else small_first(head)


def _is_caption(element: Any) -> bool:
    return element.tag == "p" and "caption" in _classes(element)


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()


def _words(element: Any) -> str:
    return " ".join("".join(_texts(element)).split())


def _texts(element: Any) -> Iterator[str]:
    """The texts in an element, without notes and their calls, and without a number before a heading."""
    yield element.text or ""
    for kid in element:
        is_number = element.tag in _HEADINGS and "number" in _classes(kid)
        if isinstance(kid.tag, str) and kid.tag != _NOTE and _AGAIN not in _classes(kid) and not is_number:
            yield from _texts(kid)
        yield kid.tail or ""
