"""What leaves its place on paper: asked of the laid-out boxes, and independently of the finished PDF.

``left`` and ``left_in_pdf`` give one sentence for each thing that is outside its page, column or cell, cut, or on top
of something else. Nothing is right.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pymupdf

from generator.document.tags.boxes import boxes_on, is_a

SLACK = 0.75
"""Pixels that a box may be outside: letters and rules are rounded."""
EVERYWHERE = (-1e6, -1e6, 1e6, 1e6)
TOUCHING = 1.0
"""Points that two words may overlap in a PDF: some letters lean over the next."""


def left(document: Any) -> list[str]:
    """What is outside its place in a laid-out document of WeasyPrint's."""
    return [f"sida {number}: {told}" for number, page in enumerate(document.pages, 1) for told in _of_page(page)]


def _of_page(page: Any) -> Iterator[str]:
    paper = page._page_box
    for box in paper.descendants(placeholders=True):
        if is_a(box, "MarginBox"):
            yield from _of_margin(box, paper)
    for box, around in boxes_on(page):
        if _is_seen(box):
            where = (*_outside_page(box, paper), *_outside_others(box, around))
            yield from (f"{each}: {_what(box)}" for each in where)


def _outside_page(box: Any, paper: Any) -> Iterator[str]:
    (start, end), (top, foot) = _across(box), _down(box)
    if not (_within(start, end, 0, paper.margin_width()) and _within(top, foot, 0, paper.margin_height())):
        yield "utanför papperet"
    elif not _within(start, end, paper.content_box_x(), paper.content_box_x() + paper.width):
        yield "utanför spalten"
    elif not _within(top, foot, paper.content_box_y(), paper.content_box_y() + paper.height):
        yield "ovanför eller nedanför sidans text"


def _outside_others(box: Any, around: tuple[Any, ...]) -> Iterator[str]:
    cell = next((each for each in reversed(around) if is_a(each, "TableCellBox")), None)
    if cell is not None and not _within(*_across(box), cell.position_x, cell.position_x + cell.border_width()):
        yield "utanför sin cell"
    for each in around:
        edge = each.border_box_x() if each.style["overflow"] != "visible" else None
        if edge is not None and not _within(*_across(box), edge, edge + each.border_width()):
            yield "avklippt"


def _across(box: Any) -> tuple[float, float]:
    return box.position_x, box.position_x + box.width


def _down(box: Any) -> tuple[float, float]:
    return box.position_y, box.position_y + box.height


def _of_margin(margin: Any, paper: Any) -> Iterator[str]:
    low, high = paper.content_box_y(), paper.content_box_y() + paper.height
    for box in margin.descendants(placeholders=True):
        if not _is_seen(box):
            continue
        top, foot = _down(box)
        if not _within(*_across(box), 0, paper.margin_width()) or not _within(top, foot, 0, paper.margin_height()):
            yield f"sidhuvud eller sidfot utanför papperet: {_what(box)}"
        elif foot > low + SLACK and top < high - SLACK:
            yield f"sidhuvud eller sidfot på texten: {_what(box)}"


def _within(start: float, end: float, low: float, high: float) -> bool:
    return start >= low - SLACK and end <= high + SLACK


def _is_seen(box: Any) -> bool:
    return (is_a(box, "TextBox") and bool(box.text.strip())) or is_a(box, "ReplacedBox")


def _what(box: Any) -> str:
    return repr(box.text[:40]) if is_a(box, "TextBox") else f"<{box.element_tag}>"


def left_in_pdf(pdf: bytes) -> list[str]:
    """What is outside the paper, or drawn upon another word, in a finished PDF."""
    found: list[str] = []
    opened: Any = pymupdf.open
    with opened(stream=pdf) as document:
        for number, page in enumerate(document, 1):
            words = [(tuple(word[:4]), word[4]) for word in page.get_text("words", clip=EVERYWHERE)]
            found += (f"sida {number}: utanför papperet: {text!r}" for box, text in words if not _on(box, page.rect))
            found += (f"sida {number}: på varandra: {one!r} {two!r}" for one, two in _overlapping(words))
    return found


def _on(box: tuple[float, ...], paper: Any) -> bool:
    return bool(box[0] >= -TOUCHING and box[2] <= paper.width + TOUCHING and box[3] > 0 and box[1] < paper.height)


def _overlapping(words: list[tuple[tuple[float, ...], str]]) -> Iterator[tuple[str, str]]:
    """Words of one line that lie upon each other. Boxes of letters are high: most of the higher one must be shared."""
    rows = sorted(words, key=lambda word: (round(word[0][3]), word[0][0]))
    for (one, text), (two, other) in pairwise(rows):
        height = min(one[3], two[3]) - max(one[1], two[1])
        if (
            height > 0.6 * max(one[3] - one[1], two[3] - two[1])
            and min(one[2], two[2]) - max(one[0], two[0]) > TOUCHING
        ):
            yield text, other
