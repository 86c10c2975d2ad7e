"""Text that a look's own style sheets make unseen is refused: hidden, too small, or too like its ground.

What is laid out is walked through once. A text is suspected by the colours that its style and those around it state;
what it really stands on is measured in the drawn page, and only there where one is suspected.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from generator.document.messages import TEXT_UNSEEN
from generator.document.pdf.cover import POINTS, Area, Cover, unreadable, words_of
from generator.document.pdf.style_place import place_in_styles
from generator.document.tags.boxes import is_a
from generator.document.tags.record import SPOKEN
from generator.findings.finding import Finding
from generator.ground.formatting import number
from generator.ground.names import brief
from generator.look.chosen import ChosenLook
from generator.look.colour import as_hex, contrast
from generator.look.contrast import GRAPHICS, TEXT

SMALLEST_LETTERS = 7.5
"""Points of the smallest letters that are printed, but for the numbers of notes."""
_HAIR = 0.05
_LARGE, _LARGE_BOLD, _BOLD = 18.0, 14.0, 700
"""Points from which letters are large, and those that are bold; WCAG then asks for less contrast."""
_CALLS = ("::footnote-call", "::footnote-marker")
_RAISED = frozenset({"sup", "sub"})
_AGAIN = "footnote-again"
_NO_TEXT = frozenset({"style", "script", "title", "template"})
_HIDING = ("display", "visibility", "overflow", "height", "max-height", "width", "max-width")
_SIZES = ("font-size", "font")
_COLOURS = ("color", "background", "background-color")
_OPAQUE = 0.99


class Text(NamedTuple):
    """A piece of text that is laid out, its page (from 1), and the colour that is stated around it."""

    page: int
    box: Any
    ground: str
    of_cover: bool


@dataclass(slots=True)
class Seen:
    """What was found of the texts of a laid-out document."""

    elements: set[Any] = field(default_factory=set)
    small: list[Text] = field(default_factory=list)
    faint: list[Text] = field(default_factory=list)


def seen(document: Any) -> Seen:
    """Walk through a laid-out document."""
    found = Seen()
    contrasts: dict[tuple[str, str], float] = {}
    for text in _texts(document):
        box = text.box
        if "::" not in (box.element_tag or ""):
            found.elements.add(box.element)
        if not any(map(str.isalnum, box.text)) or _is_raised(box) or box.element.get(SPOKEN):
            continue
        if box.style["font_size"] * POINTS < SMALLEST_LETTERS - _HAIR:
            found.small.append(text)
        colours = _over(box.style["color"], text.ground), text.ground
        if colours not in contrasts:
            contrasts[colours] = contrast(*colours)
        if not text.of_cover and contrasts[colours] < TEXT and contrasts[colours] < _needed(box):
            found.faint.append(text)
    return found


def hidden_findings(found: Seen, root: Any, chosen: ChosenLook) -> Iterator[Finding]:
    """Say what of the report in ``root``, an HTML document as a tree, is nowhere in the document or is too small."""
    lost = next(_not_in(root, found.elements), None)
    if lost:
        element, words = lost
        source = place_in_styles(chosen, root, element, _HIDING)
        yield TEXT_UNSEEN.found(source, wrong="som hör till rapporten visas inte", found=brief(words))
    if found.small:
        first = found.small[0]
        wrong = f"är mindre än {number(Decimal(str(SMALLEST_LETTERS)), 1)} punkter {_pages(found.small)}"
        source = place_in_styles(chosen, root, first.box.element, _SIZES)
        yield TEXT_UNSEEN.found(source, wrong=wrong, found=brief(first.box.text.strip()))


def faint_findings(found: Seen, root: Any, chosen: ChosenLook, document: Any, pdf: bytes) -> Iterator[Finding]:
    """Say what is too like its ground, as measured in the drawn document: once for each colour and kind of element."""
    kinds: dict[tuple[str, ...], list[Text]] = {}
    for text in found.faint:
        box = text.box
        kind = _over(box.style["color"], text.ground), text.ground, str(box.element.tag), box.element.get("class", "")
        kinds.setdefault(kind, []).append(text)
    told: set[Any] = set()
    for texts in kinds.values():
        first = texts[0]
        page = document.pages[first.page - 1]._page_box  # noqa: SLF001 - WeasyPrint tells no other way
        whole = Area(0, 0, page.margin_width(), page.margin_height())
        wrong = next(unreadable(Cover(first.page - 1, whole, [words_of(first.box)], ()), pdf, _needed(first.box)), None)
        source = place_in_styles(chosen, root, first.box.element, _COLOURS)
        if wrong and source not in told:
            told.add(source)
            yield TEXT_UNSEEN.found(source, wrong=f"{wrong[1]}, {_pages(texts)}", found=brief(first.box.text.strip()))


def _texts(document: Any) -> Iterator[Text]:
    """The texts that are drawn, but for those of running heads."""
    for number_of_page, page in enumerate(document.pages, start=1):
        waiting: list[tuple[Any, str, Area | None, bool]] = [(page._page_box, "#ffffff", None, False)]  # noqa: SLF001
        while waiting:
            box, ground, window, of_cover = waiting.pop()
            if is_a(box, "TextBox"):
                if box.text.strip() and box.style["visibility"] == "visible" and _is_within(box, window):
                    yield Text(number_of_page, box, ground, of_cover)
                continue
            kids = [getattr(kid, "_box", kid) for kid in getattr(box, "children", ())]
            if not kids:
                continue
            ground = _over(box.style["background_color"], ground)
            if box.style["overflow"] != "visible" and not is_a(box, "PageBox"):
                window = _window(box)
            of_cover = of_cover or (box.element is not None and "cover" in box.element.get("class", "").split())
            waiting.extend((kid, ground, window, of_cover) for kid in reversed(kids) if not is_a(kid, "MarginBox"))


def _window(box: Any) -> Area:
    left, top = box.padding_box_x(), box.padding_box_y()
    return Area(left, top, left + box.padding_width(), top + box.padding_height())


def _is_within(box: Any, window: Area | None) -> bool:
    """Whether the middle of a text is in the window that it is shown through, if any."""
    if window is None:
        return True
    across, down = box.position_x + box.width / 2, box.position_y + box.height / 2
    return bool(window.left <= across <= window.right and window.top <= down <= window.bottom)


def _is_raised(box: Any) -> bool:
    """Whether a text is a sign beside others: the number of a note."""
    element = box.element
    classes: list[str] = element.get("class", "").split()
    return str(box.element_tag).endswith(_CALLS) or element.tag in _RAISED or _AGAIN in classes


def _needed(box: Any) -> float:
    size, weight = box.style["font_size"] * POINTS, box.style["font_weight"]
    return GRAPHICS if size >= _LARGE or (size >= _LARGE_BOLD and weight >= _BOLD) else TEXT


def _over(colour: Any, ground: str) -> str:
    """A colour laid over another, as ``#rrggbb``."""
    if isinstance(colour, str):  # currentcolor: what is then written on it cannot be read, and is measured
        return ground
    alpha = colour.alpha
    if alpha <= 1 - _OPAQUE:
        return ground
    parts = colour.to("srgb").coordinates
    if alpha >= _OPAQUE:
        return as_hex(parts)
    below = [int(ground[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return as_hex([alpha * one + (1 - alpha) * other for one, other in zip(parts, below, strict=True)])


def _not_in(root: Any, elements: set[Any]) -> Iterator[tuple[Any, str]]:
    """The elements of the report that have words of their own, none of which is laid out; and the words."""
    for main in root.iter("main"):
        waiting = [main]
        while waiting:
            element = waiting.pop()
            if not isinstance(element.tag, str) or element.tag in _NO_TEXT or element.tag.endswith("svg"):
                continue
            words = " ".join(filter(None, (element.text, *(kid.tail for kid in element))))
            if element not in elements and any(map(str.isalnum, words)) and not element.get(SPOKEN):
                yield element, " ".join(words.split())
            waiting.extend(reversed(element))


def _pages(texts: Sequence[Text]) -> str:
    pages = list(dict.fromkeys(text.page for text in texts))
    return f"på sida {pages[0]}" if len(pages) == 1 else f"på {len(pages)} sidor, den första sida {pages[0]}"
