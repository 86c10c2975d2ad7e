"""The numbers and letters that Word shows before the points of a list, counted as Word counts them."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from generator.ground.formatting import in_words
from generator.texts.word_styles import Styles, child, switch, value, whole
from generator.texts.word_symbols import symbol

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_LARGEST_ROMAN = 3999
_MEANING = frozenset("☐☑☒✓✔✗✘→⇒➔➜▸►▶➢➤")
"""Signs before a point that are kept: they say that a task is done, or are arrows. All others are plain bullets."""


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list: its level, from 0, and the label that Word shows; an empty one is a bullet."""

    level: int
    label: str


class Numbering:
    """Counts the points of all lists, in the document's order."""

    def __init__(self, root: Element, styles: Styles) -> None:
        self._lists = {each.get("w:numId", ""): each for each in root.findall("w:num")}
        self._kinds = {each.get("w:abstractNumId", ""): each for each in root.findall("w:abstractNum")}
        self._styles = styles
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.unknown: set[str] = set()
        """Forms of numbers that Word knows and this does not; they are written with digits."""

    def item(self, properties: Element | None, style: str) -> Item | None:
        """Count a paragraph with its ``w:pPr`` and its style; None where it is no point of a list."""
        number, level = self._place(child(properties, "w:numPr"), style)
        kind = self._kind(number)
        shape = self._shape(number, kind, level)
        if shape is None:
            return None
        counts = self._count(number, kind, level)
        label = self._label(number, kind, level, counts)
        return None if label is None else Item(level, label)

    def _place(self, own: Element | None, style: str) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else those of its style."""
        number, by_style = value(own, "w:numId"), ""
        if not number:
            number, by_style = self._styles.numbering(style)
        level = whole(value(own, "w:ilvl"))
        if level is None and by_style:
            level = self._level_of_style(self._kind(number), by_style)
        if level is None:
            level = whole(self._styles.setting(style, "w:numPr", "w:ilvl")) if by_style else 0
        return number, min(max(level or 0, 0), _LEVELS - 1)

    def _level_of_style(self, kind: str, style: str) -> int | None:
        levels = self._kinds[kind].findall("w:lvl") if kind in self._kinds else []
        return next((whole(each.get("w:ilvl", "")) for each in levels if value(each, "w:pStyle") == style), None)

    def _kind(self, number: str) -> str:
        """The definition that a list is of; one that is only a link to a style is that style's."""
        seen = set()
        while number in self._lists and number not in seen:
            seen.add(number)
            kind = value(self._lists[number], "w:abstractNumId")
            link = value(self._kinds.get(kind), "w:numStyleLink")
            if not link:
                return kind
            number = self._styles.setting(link, "w:numPr", "w:numId")
        return ""

    def _shape(self, number: str, kind: str, level: int) -> Element | None:
        """How a level is written: as the list has it for itself, else as its kind has."""
        override = self._override(number, level)
        own = child(override, "w:lvl")
        levels = self._kinds[kind].findall("w:lvl") if kind in self._kinds else []
        shared = next((each for each in levels if whole(each.get("w:ilvl", "0")) == level), None)
        return shared if own is None else own

    def _override(self, number: str, level: int) -> Element | None:
        overrides = self._lists[number].findall("w:lvlOverride") if number in self._lists else []
        return next((each for each in overrides if whole(each.get("w:ilvl", "0")) == level), None)

    def _start(self, number: str, kind: str, level: int) -> int:
        override = whole(value(self._override(number, level), "w:startOverride"))
        start = whole(value(self._shape(number, kind, level), "w:start"))
        return next((each for each in (override, start) if each is not None), 1)

    def _count(self, number: str, kind: str, level: int) -> list[int | None]:
        """Count one more at a level, let those below begin anew, and those above begin where they have not."""
        counts = self._counts.setdefault(kind, [None] * _LEVELS)
        for above in range(level + 1):
            restarts = value(self._override(number, above), "w:startOverride")
            if restarts and (number, above) not in self._begun:
                counts[above] = None
            self._begun.add((number, above))
            if counts[above] is None:
                counts[above] = self._start(number, kind, above) - (above == level)
        counts[level] = (counts[level] or 0) + 1
        for below in range(level + 1, _LEVELS):
            if self._restarts(number, kind, below, level):
                counts[below] = None
        return counts

    def _restarts(self, number: str, kind: str, below: int, level: int) -> bool:
        limit = whole(value(self._shape(number, kind, below), "w:lvlRestart"))
        return limit is None or level < limit

    def _label(self, number: str, kind: str, level: int, counts: list[int | None]) -> str | None:
        """Write a point's label; None where Word shows nothing at all."""
        shape = self._shape(number, kind, level)
        pattern = value(shape, "w:lvlText")
        if value(shape, "w:numFmt") == "bullet":
            fonts = child(shape, "w:rPr", "w:rFonts")
            sign, _ = symbol(pattern, "" if fonts is None else fonts.get("w:ascii", ""))
            return sign if sign in _MEANING else ""
        digits = bool(switch(shape, "w:isLgl"))

        def written(found: re.Match[str]) -> str:
            each = int(found[1]) - 1
            form = value(self._shape(number, kind, each), "w:numFmt") or "decimal"
            count = counts[each]
            start = self._start(number, kind, each) if count is None else count
            return self._number(start, "decimal" if digits and form != "none" else form)

        return " ".join(_PLACE.sub(written, pattern).split()) or None

    def _number(self, count: int, form: str) -> str:
        if form not in _FORMS:
            self.unknown.add(form)
        return _FORMS.get(form, str)(count)


def _letters(count: int) -> str:
    """Word goes on after z with aa, bb, cc."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count <= 780 else str(count)  # noqa: PLR2004


def _roman(count: int) -> str:
    if not 0 < count <= _LARGEST_ROMAN:
        return str(count)
    text = ""
    for size, sign in _ROMAN:
        times, count = divmod(count, size)
        text += sign * times
    return text


def _ordinal(count: int) -> str:
    return f"{count}:{'a' if count % 10 in (1, 2) and count % 100 not in (11, 12) else 'e'}"


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda count: str(count).zfill(2),
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda count: in_words(count).capitalize(),
    "none": lambda _: "",
    "bullet": lambda _: "",
}
