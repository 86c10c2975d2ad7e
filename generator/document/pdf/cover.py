"""A cover that hides its own text is refused: nobody reads what is covered, off the page or as light as its ground.

Where the text stands is known when the page is laid out. What it stands on is measured in the drawn page, as a style
sheet may put anything under it or over it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from generator.document.messages import COVER_TEXT_HIDDEN
from generator.document.tags.boxes import boxes_on, is_a
from generator.files.pdf_ground import SCALE, page_and_ground
from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.ground.source import Source
from generator.look.colour import as_hex, contrast, nearest_readable
from generator.look.contrast import TEXT, ratio

OF_COVER = (
    "color",
    "background",
    "background-color",
    "position",
    "top",
    "left",
    "right",
    "bottom",
    "font",
    "font-size",
)
"""What a style sheet says when it hides the text of a cover."""
COVER, LOGO = "cover", "cover-logo"
SLACK = 1.5
"""Pixels that two may share: lines are set closer than their letters are high."""
POINTS = 0.75
"""Points to a pixel of CSS."""
BAD_SHARE = 0.04
"""The share of what is under a text that may be too like it: the edge of a band, a line that is drawn under."""
CAPITALS = 0.7
"""The height of capitals, in letter sizes: what a text stands on is looked at from there to its base line."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, in CSS pixels from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Area") -> bool:
        """Whether the two share more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > SLACK and down > SLACK

    def within(self, other: "Area") -> bool:
        """Whether it lies in the other, but for a hair."""
        return (
            min(self.left - other.left, self.top - other.top, other.right - self.right, other.bottom - self.bottom)
            >= -SLACK
        )


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of the cover's text: the area of its letters, the size of these and their colour as ``#rrggbb``."""

    text: str
    area: Area
    size: float
    colour: str
    element: Any


@dataclass(frozen=True, slots=True)
class Cover:
    """A page that is a cover: its texts and its logos."""

    index: int
    page: Area
    words: Sequence[Words]
    logos: Sequence[Area]


def covers_of(document: Any) -> Iterator[Cover]:
    """The covers of a laid-out document."""
    for index, page in enumerate(document.pages):
        boxes = [(each, {name for one in around for name in _classes(one)}) for each, around in boxes_on(page)]
        boxes = [(each, around) for each, around in boxes if COVER in around]
        if not boxes:
            return
        sheet = page._page_box  # noqa: SLF001 - WeasyPrint tells no other way
        yield Cover(
            index,
            Area(0, 0, sheet.margin_width(), sheet.margin_height()),
            [words_of(each) for each, _ in boxes if is_a(each, "TextBox") and each.text.strip()],
            [_area(each) for each, around in boxes if LOGO in around and each.element_tag == "img"],
        )


def misplaced(cover: Cover) -> Iterator[tuple[Words, str]]:
    """The texts that are off the page, on the logo or on one another, each with what is wrong."""
    for words in cover.words:
        if not words.area.within(cover.page):
            yield words, "hamnar utanför sidan"
        elif any(words.area.meets(logo) for logo in cover.logos):
            yield words, "står på logotypen"
    for one, other in combinations(cover.words, 2):
        if one.area.meets(other.area):
            yield one, f"står på texten ”{brief(other.text)}”"


def unreadable(cover: Cover, pdf: bytes, needed: float = TEXT) -> Iterator[tuple[Words, str]]:
    """The texts that something lies over or that are too like their ground, in the drawn document."""
    whole, ground = page_and_ground(pdf, cover.index)
    for words in cover.words:
        box = _dots(words.area, whole.size)
        under = ground.crop(box)
        if any(whole.crop(part).tobytes() == ground.crop(part).tobytes() for part in _parts(box, words.size)):
            yield words, "syns inte: den täcks av något annat eller har samma färg som det den står på"
            continue
        colours = under.getcolors(under.width * under.height)
        grounds = [(as_hex([part / 255 for part in colour]), count) for count, colour in colours]
        worst = sorted((contrast(words.colour, each), count, each) for each, count in grounds)
        least, worst_ground = _with_share(worst, under.width * under.height)
        if least < needed:
            told = f"har kontrasten {ratio(least)} mot det som den står på, och {ratio(needed)} behövs"
            near = nearest_readable(words.colour, ((worst_ground, needed),))
            yield words, f"{told} (textens färg är {words.colour}, och {near} räcker)"


def cover_findings(place: Callable[[Words], Source], told: Iterator[tuple[Words, str]]) -> Iterator[Finding]:
    """Say once of each text what hides it; ``place`` gives the line that is to be mended."""
    once = {words.text: (words, wrong) for words, wrong in told}
    for text, (words, wrong) in sorted(once.items()):
        yield COVER_TEXT_HIDDEN.found(place(words), found=brief(text.strip()), wrong=wrong)


def _with_share(worst: Sequence[tuple[float, int, str]], whole: int) -> tuple[float, str]:
    """The contrast that all but a small share of the ground has, and the colour there."""
    passed = 0
    for found, count, ground in worst:
        passed += count
        if passed > whole * BAD_SHARE:
            return found, ground
    return worst[-1][0], worst[-1][2]


def _parts(box: tuple[int, int, int, int], size: float) -> Iterator[tuple[int, int, int, int]]:
    """Parts of a line so wide that each has a letter in it, whatever blanks there are."""
    left, top, right, bottom = box
    width = max(int(size * POINTS * SCALE * 1.2), 4)
    for at in range(left, max(right - width, left) + 1, width):
        yield at, top, min(at + width, right), bottom


def _dots(area: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The dots of an area on a drawn page, at least one."""
    left, top, right, bottom = (int(each * POINTS * SCALE) for each in (area.left, area.top, area.right, area.bottom))
    left, top = min(max(left, 0), size[0] - 1), min(max(top, 0), size[1] - 1)
    return left, top, max(min(right, size[0]), left + 1), max(min(bottom, size[1]), top + 1)


def words_of(box: Any) -> Words:
    """Tell where a text stands, and how it looks."""
    size = box.style["font_size"]
    base = box.position_y + box.baseline
    area = Area(box.position_x, base - CAPITALS * size, box.position_x + box.width, base)
    parts = box.style["color"].to("srgb").coordinates
    return Words(box.text, area, size, as_hex(parts), box.element)


def _area(box: Any) -> Area:
    x, y = box.content_box_x(), box.content_box_y()
    return Area(x, y, x + box.width, y + box.height)


def _classes(box: Any) -> list[str]:
    return box.element.get("class", "").split() if box.element is not None else []
