"""Footnotes that no page's foot can hold: they are set in the text instead, after what calls them.

There they break over pages. WeasyPrint 70 never divides a note at the foot: a tall one leaves the page, in silence.
"""

from typing import Any
from xml.etree.ElementTree import Element

from generator.document.tags.boxes import is_a

SLACK = 0.5
"""Pixels that the notes of a page may reach above it: measures are rounded."""
TALL = 0.5
"""The share of the tallest note's height that makes a note tall as well, where notes have no room together."""
BLOCKS = frozenset({"section", "div", "main", "body"})
"""What holds blocks, so that a text may be put between them."""
LEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
FOLLOWS = frozenset({"table-note"})


def notes_without_room(document: Any) -> list[Any]:
    """The elements of the tall notes of each page whose notes reach above it."""
    found: dict[int, Any] = {}
    for page in document.pages:
        paper = page._page_box  # noqa: SLF001
        for area in paper.children:
            if is_a(area, "FootnoteAreaBox") and area.position_y < paper.content_box_y() - SLACK:
                tallest = max((note.height for note in area.children), default=0)
                tall = (note.element for note in area.children if note.height >= TALL * tallest)
                found |= {id(note): note for note in tall if note.get("id")}
    return list(found.values())


def set_in_text(root: Any, notes: list[Any]) -> None:
    """Put each of ``notes`` in a block of its own after the text that calls it; the call keeps its number."""
    parents = {kid: parent for parent in root.iter() for kid in parent}
    after: dict[Any, int] = {}
    for note in notes:
        call = parents[note] if parents[note].tag == "a" else note
        block = call
        while parents[block].tag not in BLOCKS:
            block = parents[block]
        holder = parents[block]
        _replace(parents[call], call, _again(note, call.tail))
        at = _end(holder, block) + 1 + after.get(block, 0)
        holder.insert(at, _set(note))
        after[block] = after.get(block, 0) + 1


def _replace(parent: Any, old: Any, new: Any) -> None:
    parent[list(parent).index(old)] = new


def _again(note: Any, tail: str | None) -> Any:
    """A call that counts as the note's own, so that the notes after it keep their numbers."""
    name = note.get("id", "")
    call = Element("a", {"class": "footnote-again", "href": f"#{name}", "style": "counter-increment: footnote"})
    call.text, call.tail = name.removeprefix("n"), tail
    return call


def _end(holder: Any, block: Any) -> int:
    """Where what belongs to a block ends: a table's notes come first, and what a heading or caption leads to."""
    kids = list(holder)
    at = kids.index(block)
    while at + 1 < len(kids) and (_leads(kids[at]) or set(_classes(kids[at + 1])) & FOLLOWS):
        at += 1
    return at


def _leads(element: Any) -> bool:
    return element.tag in LEADS or "caption" in _classes(element)


def _classes(element: Any) -> list[str]:
    return str(element.get("class", "")).split()


def _set(note: Any) -> Any:
    """The note as a block, its number first."""
    block = Element("div", {"class": "long-note", "id": note.get("id", "")})
    text = Element("p")
    number = Element("span", {"class": "long-note-number"})
    number.text, number.tail = note.get("id", "").removeprefix("n"), f" {note.text or ''}"
    text.append(number)
    text.extend(list(note))
    block.append(text)
    return block
