"""The title on the cover: the first heading, for those who hear the report and in the outline of its pages."""

from typing import Any

from generator.document.pdf.line_ends import end_with_space
from generator.document.tags.boxes import boxes_on, is_a
from generator.document.tags.record import SPOKEN, TITLE

_PANEL = "cover-panel"
_IN_OUTLINE = f"bookmark-level: 1; bookmark-label: attr({SPOKEN})"


def name_cover(root: Any) -> None:
    """Let the title on the cover of ``root``, an HTML document as a tree, be read as a heading of one line."""
    for element in root.iter():
        if _PANEL in str(element.get("class", "")).split():
            words = " ".join(" ".join(element.itertext()).split())
            if words:
                element.set(SPOKEN, words)
                element.set(TITLE, "")
                element.set("style", f"{element.get('style', '')}; {_IN_OUTLINE}".lstrip("; "))


def part_title(document: Any) -> None:
    """Let the lines of the title of a finished layout have spaces between them, as they are one heading."""
    last: tuple[Any, Any] | None = None
    for box, around in boxes_on(document.pages[0]):
        if is_a(box, "TextBox") and box.text.strip() and any(_is_title(each) for each in around):
            block = next(each for each in reversed(around) if is_a(each, "BlockContainerBox"))
            if last and last[1] is not block:
                end_with_space(last[0])
            last = box, block


def _is_title(box: Any) -> bool:
    return box.element is not None and box.element.get(TITLE) is not None
