"""A number format taken apart: its sections, which of them shows a value, and the marks that each is made of.

Source: ECMA-376 part 1, 18.8.31 (*numFmts*). A format that breaks its rules is read as a spreadsheet reads it: what is
no mark stands as it is.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cached_property, lru_cache
from operator import eq, ge, gt, le, lt, ne
from typing import NamedTuple


class Mark(Enum):
    """What a part of a section is."""

    WORDS = "text that stands as it is"
    BLANK = "a blank as wide as a letter"
    DIGIT = "a place for a digit"
    POINT = "the decimal point"
    COMMA = "a comma: groups of three, or thousands left out"
    PERCENT = "per cent"
    EXPONENT = "an exponent"
    SLASH = "a fraction, or between the parts of a date"
    TEXT = "the text of the cell"
    GENERAL = "the number as it is"
    DATE = "a part of a date or of a time of day"
    ELAPSED = "hours, minutes or seconds, counted past a day"


class Part(NamedTuple):
    """A mark with what stood there, without quotes and brackets."""

    mark: Mark
    text: str


_TOKENS = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | \\(?P<escaped>.) | _(?P<blank>.?) | \*(?P<fill>.?) |
    \[(?P<bracket>[^\]]*)\] |
    (?P<general>general|standard) | (?P<half>am/pm|a/p) |
    (?P<exponent>e[+-]) | (?P<digit>[0#?]) | (?P<date>y+|m+|d+|h+|s+) | (?P<text>@) |
    (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<slash>/) | (?P<other>.)
    """,
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_MARKS = {
    "quoted": Mark.WORDS,
    "escaped": Mark.WORDS,
    "blank": Mark.BLANK,
    "general": Mark.GENERAL,
    "half": Mark.DATE,
    "exponent": Mark.EXPONENT,
    "digit": Mark.DIGIT,
    "date": Mark.DATE,
    "text": Mark.TEXT,
    "point": Mark.POINT,
    "comma": Mark.COMMA,
    "percent": Mark.PERCENT,
    "slash": Mark.SLASH,
    "other": Mark.WORDS,
}
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:[.,]\d+)?)")
_CURRENCY = re.compile(r"\$(?P<sign>[^-]*)(?:-(?P<language>[0-9a-f]+))?", re.IGNORECASE)
_RED = re.compile(r"red|röd|color ?3|färg ?3", re.IGNORECASE)
_ENGLISH = frozenset({0x409, 0x809, 0xC09, 0x1009, 0x1409, 0x1809})
_OPERATORS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "=": eq,
    "<>": ne,
}
_MOST_SECTIONS = 4
_SPLIT = re.compile(r'((?:"[^"]*"?|\\.|[_*].|\[[^\]]*\]|[^;])*)(;|$)', re.DOTALL)


class Condition(NamedTuple):
    """Which numbers a section is for, where it says so itself."""

    operator: str
    limit: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether the section is for a number."""
        return _OPERATORS[self.operator](value, self.limit)

    @property
    def only_negative(self) -> bool:
        """Whether no number from nought up is the section's, so that the minus goes without saying."""
        return (self.limit < 0 and self.operator in {"<=", "="}) or (self.limit <= 0 and self.operator == "<")


@dataclass(frozen=True)
class Section:
    """One section: its parts in order, whether it is red, its condition, and whether months are told in English."""

    parts: tuple[Part, ...]
    red: bool = False
    condition: Condition | None = None
    english: bool = False

    def has(self, *marks: Mark) -> bool:
        """Whether any part is one of these marks."""
        return any(part.mark in marks for part in self.parts)

    @cached_property
    def is_duration(self) -> bool:
        """Whether it shows a length of time."""
        return self.has(Mark.ELAPSED)

    @cached_property
    def is_date(self) -> bool:
        """Whether it shows a date, a time of day or a length of time."""
        return self.has(Mark.DATE, Mark.ELAPSED)

    @cached_property
    def is_number(self) -> bool:
        """Whether it shows the digits of a number."""
        return not self.is_date and self.has(Mark.DIGIT, Mark.GENERAL)

    @cached_property
    def words(self) -> str:
        """The text that stands there whatever the number is."""
        return "".join(part.text for part in self.parts if part.mark is Mark.WORDS)

    @cached_property
    def before(self) -> str:
        """The text before the first digit."""
        return _words(self.parts[: self._digits[0]] if self._digits else self.parts)

    @cached_property
    def after(self) -> str:
        """The text after the last digit."""
        return _words(self.parts[self._digits[-1] + 1 :]) if self._digits else ""

    @cached_property
    def is_divided(self) -> bool:
        """Whether signs that are no mark stand between its digits."""
        inside = self.parts[self._digits[0] : self._digits[-1]] if self._digits else ()
        return any(part.mark is Mark.WORDS for part in inside)

    @cached_property
    def _digits(self) -> list[int]:
        return [at for at, part in enumerate(self.parts) if part.mark in {Mark.DIGIT, Mark.GENERAL}]

    @cached_property
    def per_cents(self) -> int:
        """How often the number is multiplied by a hundred."""
        return 0 if self.is_date else sum(part.mark is Mark.PERCENT for part in self.parts)

    @cached_property
    def thousands(self) -> int:
        """How often a thousand is left out of the number, by commas behind its digits or its whole ones."""
        if self.is_date:
            return 0
        left_out, run, digits = 0, 0, False
        for part in self.parts:
            if part.mark is Mark.COMMA:
                run += digits
            elif part.mark is Mark.DIGIT:
                digits, run = True, 0
            elif part.mark is Mark.POINT:
                left_out, run = left_out + run, 0
        return left_out + run


def _words(parts: tuple[Part, ...]) -> str:
    shown = (" " if part.mark is Mark.BLANK else part.text for part in parts if part.mark in {Mark.WORDS, Mark.BLANK})
    return "".join(shown).strip()


@lru_cache
def sections_of(code: str) -> tuple[Section, ...]:
    """Take a format apart; a code of nothing is *General*."""
    found = [each[1] for each in _SPLIT.finditer(code)]
    if found[-1] == "" and code and not code.endswith(";"):
        found.pop()  # what the pattern finds of nothing, after the last section
    return tuple(_section(each) for each in found[:_MOST_SECTIONS]) or (_section(""),)


def _section(code: str) -> Section:
    parts: list[Part] = []
    red, english = False, False
    condition: Condition | None = None
    for token in _TOKENS.finditer(code):
        kind = token.lastgroup or ""
        if kind != "bracket":
            if kind != "fill":
                parts.append(Part(_MARKS[kind], token[kind]))
            continue
        inside = token["bracket"].strip()
        if _ELAPSED.fullmatch(inside):
            parts.append(Part(Mark.ELAPSED, inside.lower()))
        elif said := _CONDITION.fullmatch(inside):
            condition = Condition(said[1], Decimal(said[2].replace(",", ".")))
        elif said := _CURRENCY.fullmatch(inside):
            english = english or (int(said["language"] or "0", 16) & 0xFFFF) in _ENGLISH
            parts += [Part(Mark.WORDS, said["sign"])] if said["sign"] else []
        red = red or _RED.fullmatch(inside) is not None
    return Section(tuple(_settled(parts)), red, condition, english)


def _settled(parts: list[Part]) -> Iterator[Part]:
    """Make words of the letters that only look like a part of a date: in *0 st* the s is no second."""
    digits = [at for at, part in enumerate(parts) if part.mark is Mark.DIGIT]
    is_date = any(part.mark in {Mark.DATE, Mark.ELAPSED} for part in parts)
    if digits and is_date and not _is_fraction_of_second(parts, digits[0]):
        is_date = False
    for part in parts:
        if (part.mark is Mark.DATE and not is_date) or (part.mark in {Mark.PERCENT, Mark.COMMA} and is_date):
            yield Part(Mark.WORDS, part.text)
        else:
            yield part


def _is_fraction_of_second(parts: list[Part], first: int) -> bool:
    """Whether the first place for a digit tells a fraction of a second: ``ss.0``."""
    before = [part.text.casefold() for part in parts[max(first - 2, 0) : first]]
    return before[-1:] in ([","], ["."]) and before[:1] != before[-1:] and set(before[0]) == {"s"}


def section_for(code: str, value: Decimal) -> tuple[Section, bool]:
    """The section that shows a number, and whether the number stands there without its minus."""
    sections = sections_of(code)
    numbers = sections[:3]
    if any(each.condition for each in numbers):
        return _by_conditions(numbers, value)
    if len(numbers) == 1:
        return numbers[0], False
    if value < 0:
        return numbers[1], True
    return numbers[2 if value == 0 and len(numbers) > 2 else 0], False  # noqa: PLR2004 - the third is for nought


def _by_conditions(numbers: tuple[Section, ...], value: Decimal) -> tuple[Section, bool]:
    """The first section whose condition holds; the last has none, and is for all that is left."""
    for at, each in enumerate(numbers):
        condition = each.condition
        if condition is None and at == 1 and len(numbers) > 2:  # noqa: PLR2004 - negative ones, by rule
            condition = Condition("<", Decimal(0))
        if condition is None or condition.holds(value):
            return each, condition is not None and condition.only_negative
    return numbers[-1], False


def section_for_text(code: str) -> Section | None:
    """The section that shows a text; None where a text stands as it is."""
    sections = sections_of(code)
    if len(sections) == _MOST_SECTIONS:
        return sections[-1]
    return sections[-1] if sections[-1].has(Mark.TEXT) and not sections[-1].is_number else None
