"""*Styrelseutkast*: the report as it is, with UTKAST on each page where nothing else stands."""

from collections.abc import Iterator
from typing import Any

from generator.document.draft.overlay import lay_over
from generator.document.draft.sheets import MM, at, laid_out, sheet, sizes
from generator.document.draft.sheets import STYLE as SHEETS
from generator.document.tags.boxes import boxes_on, is_a

_WIDTH, _HEIGHT = 46 * MM, 10 * MM
_EDGE = 5 * MM
"""From the paper's edge, where printers reach."""
_WIDER = 56 * MM
"""How much wider the pages get where one has text at all its edges."""

_STYLE = f"""
.stamp {{ width: {_WIDTH}px; line-height: {_HEIGHT}px; box-sizing: border-box; border: 1.2pt solid #a3180f; \
background: white; color: #a3180f; font-weight: 700; font-size: 17pt; \
font-family: "Source Sans 3"; text-align: center }}
"""


def stamp_pages(weasyprint: Any, document: Any, mark: str) -> None:
    """Print what a draft is on each page. It is read aloud once: on the cover, if that says it, else by the stamp."""
    places = [next(_free(page), None) for page in document.pages]
    wider = 0.0 if all(places) else _WIDER
    said = any(mark.casefold() in text.casefold() for text in _texts(document.pages[0]))
    sheets = []
    for number, (page, place) in enumerate(zip(document.pages, places, strict=True)):
        silent = " data-silent" if number or said else ""
        where = at(*(place or (page.width + _EDGE, _EDGE)))
        sheets.append(sheet(page, [f'<p class="stamp"{silent} style="{where}">{mark.upper()}</p>']))
    style = f"{SHEETS}{_STYLE}{sizes(document.pages, wider)}"
    lay_over(document, laid_out(weasyprint, style, "".join(sheets)), wider)


def _free(page: Any) -> Iterator[tuple[float, float]]:
    """Where on a page there is no text: in the middle of the head, to its right or left, or at the foot."""
    middle, right = (page.width - _WIDTH) / 2, page.width - _WIDTH - 2 * _EDGE
    foot = page.height - _HEIGHT - _EDGE
    taken = list(_lines(page))
    for left, top in ((middle, _EDGE), (right, _EDGE), (2 * _EDGE, _EDGE), (middle, foot), (right, foot)):
        if not any(_meet(left, top, line) for line in taken):
            yield left, top


def _meet(left: float, top: float, line: tuple[float, float, float, float]) -> bool:
    x, y, width, height = line
    return x < left + _WIDTH + MM and x + width > left - MM and y < top + _HEIGHT + MM and y + height > top - MM


def _lines(page: Any) -> Iterator[tuple[float, float, float, float]]:
    """Where the letters of a page are, those of its running heads too."""
    for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001
        if is_a(box, "TextBox") and box.text.strip():
            yield box.position_x, box.position_y, box.width, box.height


def _texts(page: Any) -> Iterator[str]:
    return (box.text for box, _ in boxes_on(page) if is_a(box, "TextBox"))
