"""Where on the pages of a laid-out report the points of a draft belong: beside the row or block that they concern."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.document.draft.tree import Tree
from generator.document.tags.boxes import boxes_on
from generator.report.points import Point


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a page, from 0: how far down on it and how high, in pixels; ``element`` is what stands there."""

    page: int
    down: float
    high: float
    element: Any


def spots(root: Any, document: Any, points: Iterable[Point]) -> list[Spot | None]:
    """Where each point belongs in a document laid out of ``root``; None for one that belongs to no place there is.

    The page's own HTML is asked, as the association may have made templates of its own.
    """
    tree = Tree(root)
    meant = [list(tree.elements(point)) for point in points]
    found = _laid_out(document, {id(element) for elements in meant for element in elements})
    return [next((found[id(each)] for each in elements if id(each) in found), None) for elements in meant]


def _laid_out(document: Any, wanted: set[int]) -> dict[int, Spot]:
    """Where the boxes of elements begin, by the elements' ids in memory."""
    found: dict[int, Spot] = {}
    for number, page in enumerate(document.pages):
        for box, _ in boxes_on(page):
            element = id(box.element)
            if element in wanted and element not in found and "::" not in (box.element_tag or ""):
                margin = box.margin_top if isinstance(box.margin_top, int | float) else 0
                found[element] = Spot(number, box.position_y + margin, box.height, box.element)
    return found
