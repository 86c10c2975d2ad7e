"""The styles of a Word file, each with what it takes over from the style that it is based on."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from xml.etree.ElementTree import Element

from generator.ground.names import folded

_HEADING = re.compile(r"(?:heading|rubrik|überschrift|overskrift|otsikko|titre)\s*([1-9])$")
_TITLES = ("title", "titel", "rubrik")
_QUOTES = ("quote", "intense quote", "citat", "starkt citat")
_CAPTIONS = ("caption", "beskrivning")
_CONTENTS = re.compile(r"(?:(?:toc|innehåll) ?(?:[1-9]|heading)|innehållsförteckningsrubrik|contents heading)$")
_DEEPEST, _BODY = 6, 9
_OFF = ("0", "false", "off", "none")


def child(element: Element | None, *names: str) -> Element | None:
    """The element at the end of a path of children; None where it breaks off."""
    for name in names:
        element = None if element is None else element.find(name)
    return element


def value(element: Element | None, *path: str) -> str:
    """The ``w:val`` at the end of a path of children; empty where there is none."""
    found = child(element, *path)
    return "" if found is None else found.get("w:val", "")


def switch(properties: Element | None, name: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said of it."""
    found = child(properties, name)
    return None if found is None else found.get("w:val", "on").casefold() not in _OFF


def whole(text: str) -> int | None:
    """Read a number of the file's XML; None for what is none."""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else None


class Styles:
    """The styles by their keys. A key that is not defined is taken for the style's name, as ``Rubrik1`` is."""

    def __init__(self, root: Element) -> None:
        self._styles: dict[str, Element] = {}
        for style in root.findall("w:style"):
            self._styles.setdefault(style.get("w:styleId", ""), style)
        self._root = root
        self.chain = lru_cache(maxsize=None)(self._chain)
        self.heading_level = lru_cache(maxsize=None)(self._heading_level)

    @cached_property
    def usual(self) -> str:
        """The key of the style of paragraphs that name none."""
        marked = (
            key
            for key, style in self._styles.items()
            if style.get("w:type") == "paragraph" and style.get("w:default", "0") not in _OFF
        )
        return next(marked, "")

    def _chain(self, key: str) -> tuple[Element, ...]:
        """A style and those it is based on, the nearest first; it may be based on itself in a faulty file."""
        found: dict[str, Element] = {}
        while key in self._styles and key not in found:
            found[key] = self._styles[key]
            key = value(found[key], "w:basedOn")
        return tuple(found.values())

    def names(self, key: str) -> Iterator[str]:
        """What a style and those below it are called, folded."""
        chain = self.chain(key)
        yield from (folded(value(style, "w:name")) for style in chain)
        if not chain and key:
            yield folded(key)

    def switch(self, key: str, name: str) -> bool:
        """Whether a style sets a property of letters, itself or by what it is based on."""
        said = (switch(child(style, "w:rPr"), name) for style in self.chain(key))
        return next((each for each in said if each is not None), False)

    def letters(self, key: str, name: str) -> Element | None:
        """The nearest setting of letters of that name."""
        found = (child(style, "w:rPr", name) for style in self.chain(key))
        return next((each for each in found if each is not None), None)

    def setting(self, key: str, *path: str) -> str:
        """The nearest ``w:val`` that a style sets for paragraphs at a path."""
        found = (value(style, "w:pPr", *path) for style in self.chain(key))
        return next((each for each in found if each), "")

    def numbering(self, key: str) -> tuple[str, str]:
        """The list that a style belongs to, and the key of the style that says so."""
        for style in self.chain(key):
            number = value(style, "w:pPr", "w:numPr", "w:numId")
            if number:
                return number, style.get("w:styleId", "")
        return "", ""

    def _heading_level(self, key: str) -> int:
        """The level of a style for headings, from 1; 0 for other styles. The nearest style that says anything holds."""
        for style in self.chain(key):
            level = whole(value(style, "w:pPr", "w:outlineLvl"))
            if level is not None:
                return outline_level(level)
            named = _named_level(folded(value(style, "w:name")))
            if named:
                return named
        return 0 if self.chain(key) else _named_level(folded(key))

    def is_contents(self, key: str) -> bool:
        """Whether a style is that of a line in Word's own list of contents."""
        return any(_CONTENTS.match(name) for name in self.names(key))

    def is_quote(self, key: str) -> bool:
        """Whether a style is one for quotations."""
        return not set(_QUOTES).isdisjoint(self.names(key))

    def is_caption(self, key: str) -> bool:
        """Whether a style is that of the words below a picture."""
        return not set(_CAPTIONS).isdisjoint(self.names(key))


def outline_level(level: int) -> int:
    """Word's level in the outline, from 0, as one from 1; 9 is the level of body text."""
    return min(level + 1, _DEEPEST) if 0 <= level < _BODY else 0


def _named_level(name: str) -> int:
    found = _HEADING.match(name)
    return min(int(found[1]), _DEEPEST) if found else int(name in _TITLES)
