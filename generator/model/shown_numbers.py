"""Whether a cell shows the number that it holds: what its format adds, leaves out or hides, told by a Rule.

Fewer decimals, groups of three, a minus told by parentheses or in red, a dash for nought and the tab's own unit say
nothing else than the number does. All else that a reader of the sheet sees is told.
"""

import re
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import NamedTuple

from generator.cell_formats.numbers import as_general
from generator.cell_formats.sections import Section, section_for
from generator.cell_formats.show import as_decimal
from generator.findings.rule import Rule
from generator.ground.formatting import UNIT_FACTORS
from generator.ground.formatting import number as write
from generator.ground.money_words import IN_WORDS, UNIT_OF
from generator.ground.names import folded
from generator.ground.source import NOT_QUOTED
from generator.model.asked import Asked
from generator.model.messages_formats import FORMAT_CHANGES, FORMAT_HIDES, FORMAT_PER_CENT, FORMAT_UNIT
from generator.model.values import Formatted

_MONEY: Mapping[str, Decimal] = {
    **{word: UNIT_FACTORS[unit] for word, unit in UNIT_OF.items()},
    **dict.fromkeys(("tusen", "k"), Decimal(1000)),
    **dict.fromkeys(("miljoner", "m"), Decimal(1_000_000)),
}
"""What words around a number mean in kronor; a format may have the short ones, which nobody types."""
_CURRENCIES = re.compile(r"[€$£]|\b(?:eur|euro|usd|nok|dkk|gbp)\b", re.IGNORECASE)
_DIGITS = 15
_SIGNS = re.compile(r"[\s\u00a0()+\u2212\u2013-]+")
_COMPARES = re.compile("[<>\u2264\u2265\u00b1~\u2248]")
_MINUS = re.compile(r"[-\u2212\u2013\u25bc\u2193]|\(|minus", re.IGNORECASE)


class Difference(NamedTuple):
    """What differs between a number and what its cell shows: the rule, and the values of its texts."""

    rule: Rule
    values: Mapping[str, str]


def difference(cell: Formatted, asked: Asked) -> Difference | None:
    """Find what a number's format says that the number does not; None where both say the same."""
    if not isinstance(cell.value, int | float | Decimal) or not as_decimal(cell.value).is_finite():
        return None
    number = as_decimal(cell.value)
    section, without_minus = section_for(cell.code, number)
    if asked.free and has_words(section):
        return None
    if not section.is_number:
        return _hidden(number, section, _told(cell, number, asked))
    found = _shown(number, section, asked, without_minus=without_minus) if number else None
    return found and Difference(found.rule, {**_told(cell, number, asked), **found.values})


def _told(cell: Formatted, number: Decimal, asked: Asked) -> Mapping[str, str]:
    """What is told of any difference: the number, and what its cell shows."""
    told = {"stored": written(number), "found": str(cell)}
    return {"stored": NOT_QUOTED, "found": told["found"] and NOT_QUOTED} if asked.private else told


def has_words(section: Section) -> bool:
    """Whether a format shows words in place of its number or before it, or a sign that says something: *< 5*, *€ 5*."""
    if not section.is_number:
        return any(map(str.isalnum, section.words))
    return _SIGNS.sub("", section.before) != ""


def tells_its_scale(section: Section) -> bool:
    """Whether a section leaves out thousands and has words behind the number, which tell what it is in: *1 200 tkr*."""
    return bool(section.thousands) and any(map(str.isalpha, section.after))


def is_of_money(section: Section) -> bool:
    """Whether the words around a number tell a unit of money."""
    return _money(section)[0] is not None


def written(number: Decimal) -> str:
    """All digits of a number, as messages have it; no more of them than a spreadsheet keeps."""
    if len(number.as_tuple().digits) > _DIGITS:
        number = Context(prec=_DIGITS).normalize(number)
    exponent = number.as_tuple().exponent
    short = isinstance(exponent, int) and exponent > -_DIGITS and number.adjusted() < _DIGITS
    return write(number, max(-int(exponent), 0)) if short else as_general(number)


def _shown(number: Decimal, section: Section, asked: Asked, *, without_minus: bool) -> Difference | None:
    """What a number that is shown differs in: the rule, and what it tells besides the number."""
    if is_per_cent(section) and not asked.per_cents:
        return Difference(FORMAT_PER_CENT, {})
    said, alien = _money(section)
    if not asked.free and (alien or said not in {None, asked.unit * Decimal(1000) ** section.thousands}):
        return Difference(FORMAT_UNIT, {"unit": IN_WORDS[asked.unit]})
    if asked.free and tells_its_scale(section):
        return None  # the number is read as it is shown
    words = asked.words or asked.free or is_per_cent(section)
    how = _changed(number, section, without_minus=without_minus, has_unit=said is not None, words=words)
    return Difference(FORMAT_CHANGES, {"how": how}) if how else None


def is_per_cent(section: Section) -> bool:
    """Whether a section shows a per cent, by its mark or by a word."""
    return bool(section.per_cents) or "%" in section.words


def _hidden(number: Decimal, section: Section, told: Mapping[str, str]) -> Difference | None:
    """A number that is not shown. Nought may be shown as nothing, or by a dash."""
    words = "" if section.is_date else section.words.strip()
    if not number and (not any(map(str.isalnum, words)) or _money(section)[0]):
        return None
    found = f"”{told['found']}”" if told["found"] else "ingenting"
    return Difference(FORMAT_HIDES, {**told, "found": found})


def _money(section: Section) -> tuple[Decimal | None, bool]:
    """The unit of money that the words around a number tell, in kronor, and whether they tell another currency."""
    words = [folded(_SIGNS.sub(" ", each.replace(":-", "kr")).strip()) for each in (section.before, section.after)]
    said = next((_MONEY[each] for each in words if each in _MONEY), None)
    return said, any(_CURRENCIES.search(each) for each in words)


def _changed(number: Decimal, section: Section, *, without_minus: bool, has_unit: bool, words: bool) -> str:
    """How the number that is shown is another, in words; empty where it is not."""
    if section.thousands and not has_unit:
        return "i tusental" if section.thousands == 1 else "i miljoner"
    around = f"{section.before} {section.after}".replace(":-", "")
    has_minus = _MINUS.search(around) is not None
    if number < 0 and without_minus and not has_minus and not section.red:
        return "utan minus"
    if (number > 0 or not without_minus) and has_minus and _is_sign(section):
        return "med omvänt tecken"
    if any(map(str.isdecimal, section.words)):
        return "med siffror som formatet lägger till"
    extra = (section.before, *(() if words or has_unit else (section.after,)))
    if any(map(str.isalpha, " ".join(extra))) and not has_unit:
        return "med ord som formatet lägger till"
    return "med ett tecken som formatet lägger till" if _COMPARES.search(section.before) else ""


def _is_sign(section: Section) -> bool:
    """Whether a minus or parentheses stand beside the digits, with no words between."""
    return section.before.endswith(("-", "\u2212", "\u2013", "(", "\u25bc")) or section.after.startswith(
        ("-", "\u2212")
    )
