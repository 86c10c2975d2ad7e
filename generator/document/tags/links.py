"""Links: one element for each, all that can be clicked hanging on it, and a text to read aloud."""

from collections.abc import Iterable
from typing import Any, TypeAlias

import pydyf

from generator.document.tags.record import NOTE_ELEMENT
from generator.document.tags.tree import LinkArea, Node

CALL_TEXT = "Fotnot {}"
AGAIN = "footnote-again"
"""The class of a call of a note that is written elsewhere."""
PRINTED = 4
"""The flag that says that an annotation is there on paper too; PDF/A and PDF/UA want it."""
SLACK = 1.0
"""Points by which an area may stick out and still be within another."""
Corners: TypeAlias = tuple[float, float, float, float]


def put_links_right(document: Node) -> list[LinkArea]:
    """Gather each link's areas and say its text; returns the areas that lie inside others and are superfluous."""
    superfluous: list[LinkArea] = []
    for link in document.walk():
        if link.kind == "Link":
            areas = _take_areas(link)
            kept = _outermost(areas)
            superfluous.extend(area for area in areas if area not in kept)
            link.kids[:0] = kept
            for area in kept:
                area.annotation["Contents"] = pydyf.String(link_text(link))
                area.annotation["F"] = PRINTED
    return superfluous


def _take_areas(link: Node) -> list[LinkArea]:
    """Take all areas out of the link and what is in it: WeasyPrint makes one for each inline element."""
    areas: list[LinkArea] = []
    for node in link.walk():
        areas.extend(kid for kid in node.kids if isinstance(kid, LinkArea))
        node.kids = [kid for kid in node.kids if not isinstance(kid, LinkArea)]
    return areas


def _outermost(areas: Iterable[LinkArea]) -> list[LinkArea]:
    """Keep the areas that stand for themselves, each grown to cover the ones that it makes superfluous."""
    kept: list[LinkArea] = []
    for area in areas:
        around = next((other for other in kept if _covers(other, area)), None)
        if around:
            around.annotation["Rect"] = pydyf.Array(_union(_corners(around), _corners(area)))
        else:
            kept.append(area)
    return kept


def _covers(area: LinkArea, inner: LinkArea) -> bool:
    """Tell whether ``inner`` is a piece of the same line: within ``area`` across, and mostly beside it in height."""
    left, bottom, right, top = _corners(area)
    inner_left, inner_bottom, inner_right, inner_top = _corners(inner)
    across = left - SLACK <= inner_left and inner_right <= right + SLACK
    shared = min(top, inner_top) - max(bottom, inner_bottom)
    return area.page == inner.page and across and 2 * shared >= min(top - bottom, inner_top - inner_bottom)


def _union(one: Corners, other: Corners) -> Corners:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _corners(area: LinkArea) -> Corners:
    x1, y1, x2, y2 = area.annotation["Rect"]
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def link_text(link: Node) -> str:
    """What is read for a link: its text, the number of the note that it calls, or what its picture shows."""
    call = next((node.made for node in link.nodes() if node.kind == "Reference" and node.made), None)
    html: Any = link.made.html if link.made else None
    text = " ".join("".join(_own_texts(html)).split())
    if text:
        return CALL_TEXT.format(text) if html.get("class") == AGAIN else text
    if call:
        return CALL_TEXT.format(call.text())
    return " ".join(image.get("alt", "") for image in html.iter("img")) or str(html.get("href"))


def _own_texts(html: Any) -> list[str]:
    """The texts of an HTML element without those of the notes in it."""
    texts = [html.text or ""]
    for child in html:
        if child.tag != NOTE_ELEMENT:
            texts.extend(_own_texts(child))
        texts.append(child.tail or "")
    return texts
