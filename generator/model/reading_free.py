"""Reading a number of any kind, with the form that it is typed or shown in; or the words that stand in its place."""

import re
from datetime import date, time, timedelta
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.cell_formats.sections import section_for, sections_of
from generator.cell_formats.show import as_decimal
from generator.ground.formatting import number as number_text
from generator.ground.names import clean, is_nothing, plain
from generator.model.messages import AMOUNT_AMBIGUOUS, AMOUNT_TOO_LARGE
from generator.model.reading import AMBIGUOUS, CURRENCY, LARGEST_AMOUNT, number_from_text, number_of, value_in
from generator.model.refused import broken_rule, refuse
from generator.model.shown_numbers import has_words, tells_its_scale
from generator.model.typed_number import PER_CENT, TypedNumber, as_scaled, from_format, with_form
from generator.model.values import Formatted, shown

_BLANKS = re.compile(r"\s+")
_SIGNS_BEFORE, _SIGNS_BEHIND = "+-\u2212\u2013(", "-\u2212)"


def value_of(raw: object) -> TypedNumber | None:
    """Read a number of any kind; a text with a per cent sign, or a per cent cell, is the share: ``59 %`` is 0.59."""
    value = value_in(raw)
    if isinstance(value, str):
        typed = plain(value)
        said = CURRENCY.search(typed)
        suffix = said[0].strip() if said else ""
        if typed.endswith(PER_CENT):
            typed, suffix = typed.removesuffix(PER_CENT).strip(), PER_CENT
        # Nobody writes a thousand per cent in groups of three: 12,345 % has three decimals.
        exact = f"{typed}0" if suffix == PER_CENT and AMBIGUOUS.fullmatch(typed.lstrip("+-")) else typed
        number = number_from_text(exact)
        if number is not None and exact != typed:
            number = number.quantize(Decimal("0.001"))
        return None if number is None else with_form(_bounded(number), typed, suffix)
    number = number_of(value)
    if number is None:
        return None
    _bounded(number)
    return from_format(raw, number) if isinstance(raw, Formatted) else with_form(number, "")


def _bounded(number: Decimal) -> Decimal:
    """Refuse a number of more digits than can be worked with."""
    if abs(number) >= LARGEST_AMOUNT:
        raise refuse(AMOUNT_TOO_LARGE)
    return number


def free_of(raw: object) -> TypedNumber | str | None:
    """Read what may be a number or words. What has two meanings as a number is refused, any other text is kept.

    A dash is words too: it stands in the table.
    """
    raw = _words_shown(raw)
    if isinstance(raw, str) and is_nothing(raw):
        return clean(raw) or None
    if isinstance(raw, str) and not any(map(str.isdecimal, raw)):
        return clean(raw)  # a unit alone, as % or kr, is a word too
    try:
        number = value_of(raw)
        if number is not None and isinstance(raw, Formatted):
            number = as_scaled(raw, number)
        return clean(shown(raw)) if _shows_more(raw, number) else number
    except PydanticCustomError as error:
        if isinstance(raw, str) and broken_rule(error) is not AMOUNT_AMBIGUOUS:
            return clean(raw)
        if isinstance(value_in(raw), date | time | timedelta):
            return shown(raw)
        raise


def _shows_more(raw: object, number: TypedNumber | None) -> bool:
    """Whether what stands there is no number with a word behind it, but something of its own: *7–12*, *5 (prel.)*."""
    if number is None or not isinstance(raw, str | Formatted):
        return False
    if isinstance(raw, str):
        return _has_other_digits(raw, number)
    section, _ = section_for(raw.code, number)
    if section.thousands and not tells_its_scale(section):
        return False  # it is asked about
    return _has_other_digits(raw, number) or not _is_read_back(str(raw), number)


def _is_read_back(text: str, number: TypedNumber) -> bool:
    """Whether a number and its word are all that a cell shows; its sign may be told in many ways, or by red."""
    exact = number * 100 if number.is_per_cent else Decimal(number)
    bare = [_bare(each) for each in (text, f"{number_text(abs(exact), number.decimals)}{number.suffix}")]
    return bare[0] == bare[1] or bare[0] == ""


def _bare(text: str) -> str:
    """A number with its word, without its sign and without blanks."""
    return _BLANKS.sub("", text).lstrip(_SIGNS_BEFORE).rstrip(_SIGNS_BEHIND)


def _words_shown(raw: object) -> object:
    """The text of a cell that shows words in place of its number, or before it."""
    if not isinstance(raw, Formatted):
        return raw
    if isinstance(raw.value, str):
        return str(raw)
    if isinstance(raw.value, int | float | Decimal):
        section, _ = section_for(raw.code, as_decimal(raw.value))
        if has_words(section) or (not raw.value and not section.is_number):
            return str(raw)
    return raw


def _has_other_digits(raw: str | Formatted, number: TypedNumber) -> bool:
    """Whether what stands there has digits that its number is not written with: noughts before it, a fraction."""
    exact = number * 100 if number.is_per_cent else Decimal(number)
    text = shown(raw)
    told = number_text(exact, number.decimals)
    return text != "" and (_digits(told) != _digits(text) or (_is_divided(raw) and _groups(told) != _groups(text)))


def _is_divided(raw: object) -> bool:
    """Whether a format divides the digits by signs of its own, as *702 10* and *0581-12 34*."""
    return isinstance(raw, Formatted) and any(section.is_divided for section in sections_of(raw.code))


def _groups(text: str) -> list[str]:
    return re.findall(r"\d+|[^\W\d]+|-", text)


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))
