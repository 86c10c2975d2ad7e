"""What there is in a drawing of Word's: pictures, text boxes, charts and figures, each with what it is called."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_KINDS = {
    "c:chart": "ett diagram",
    "cx:chart": "ett diagram",
    "dgm:relIds": "en SmartArt-bild",
    "o:OLEObject": "ett inbäddat objekt",
    "w:control": "en kontroll",
    "w:contentPart": "handskrift",
    "v:textpath": "WordArt",
    "a:t": "en text i en figur",
}
_READ = frozenset(("w:txbxContent", "a:blip", "v:imagedata", "m:oMath"))
_WORDS = frozenset(("w:t", "w:delText", "a:t", "m:t"))
_NAMED = frozenset(("wp:docPr", "pic:cNvPr", "v:shape", "v:rect", "v:line", "v:oval", "v:roundrect"))
_RULER = "o:hr"
_CROPPED = 1_000
"""Thousandths of a per cent of a side that may be cut off: what programs write for nothing at all."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something in a drawing. ``alternative`` is the text for those who do not see it, ``words`` those in it."""

    element: Element
    alternative: str = ""
    words: str = ""
    cropped: bool = False


def drawn(drawing: Element) -> Iterator[Drawn]:
    """Give what is in a drawing, in order; the drawing itself where it is a mere figure."""
    found = list(_within(drawing, ""))
    yield from found
    shapes = [each for each in drawing.iter() if each.tag in _NAMED]
    if not found and shapes and not any(each.get(_RULER) for each in shapes):
        names = (each.get("descr") or each.get("alt") or each.get("name") or "" for each in shapes)
        yield Drawn(drawing, next(filter(None, names), ""))


def _within(element: Element, alternative: str) -> Iterator[Drawn]:
    if element.tag in _READ or element.tag in _KINDS:
        words = element.get("string", "") if element.tag == "v:textpath" else plain_words(element)
        if element.tag != "v:textpath" or words:
            yield Drawn(element, alternative, words)
        return
    own = ""
    cropped = any(_is_cropped(each) for each in element if each.tag in ("a:srcRect", "v:imagedata"))
    for each in element:
        if each.tag in _NAMED or each.tag == "pic:nvPicPr":
            named = next((inner for inner in each.iter() if inner.tag in _NAMED), each)
            own = _alternative(named) or own
        for inner in _within(each, own or alternative):
            yield Drawn(inner.element, inner.alternative, inner.words, inner.cropped or cropped)


def _alternative(element: Element) -> str:
    return element.get("descr") or element.get("alt") or element.get("title") or ""


def _is_cropped(element: Element) -> bool:
    sides = (element.get(side, "0") for side in ("l", "t", "r", "b"))
    vml = any(element.get(f"crop{side}") for side in ("left", "top", "right", "bottom"))
    return vml or any(side.isdecimal() and int(side) > _CROPPED for side in sides)


def what_is(element: Element) -> str:
    """What an element that is not read is, in words."""
    return _KINDS.get(element.tag, "")


def plain_words(element: Element) -> str:
    """All words within an element, and what its pictures are called."""
    words: list[str] = []
    for each in element.iter():
        if each.tag in _WORDS:
            words.append(each.text or "")
        elif each.tag in ("w:p", "a:p"):
            words.append(" ")
        elif each.tag in _NAMED or each.tag == "v:textpath":
            words.append(f" {_alternative(each) or each.get('string') or ''} ")
    return " ".join("".join(words).split())
