"""Text that a style sheet of the association's moves off the paper: refused, as nobody would see that it is gone."""

from collections.abc import Iterator
from typing import Any

from generator.document.tags.boxes import boxes_on, is_a
from generator.ground.formatting import enumerated
from generator.ground.names import brief

SLACK = 1.0
"""Pixels that a line may be outside: letters and blanks are rounded."""
OFF_PAGE = "Text hamnar utanför papperet på sida {pages}, först ”{text}”. Se efter {look_at}."


def told_off_page(document: Any, look_at: str) -> str:
    """Say on which pages of a laid-out document text is off the paper, and the first of it; empty where none is."""
    found = {number: text for number, page in enumerate(document.pages, start=1) if (text := next(_off(page), ""))}
    if not found:
        return ""
    pages = enumerated([str(number) for number in found])
    return OFF_PAGE.format(pages=pages, text=brief(next(iter(found.values()))), look_at=look_at)


def _off(page: Any) -> Iterator[str]:
    width, height = page._page_box.margin_width(), page._page_box.margin_height()  # noqa: SLF001 - WeasyPrint tells no other way
    for box, _ in boxes_on(page):
        if is_a(box, "TextBox") and box.text.strip():
            x, y = box.position_x, box.position_y
            is_on = x >= -SLACK and y >= -SLACK and x + box.width <= width + SLACK and y + box.height <= height + SLACK
            if not is_on:
                yield box.text
