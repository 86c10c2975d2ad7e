"""What keeps a number from being told as wrong, whatever it is of: plans, denials, parts, other times, others."""

import re

from generator.claims import patterns
from generator.claims.numbers import TIMES, Quantity
from generator.claims.sentence import Read, Zone, words_from
from generator.claims.terms import MEN, RESULT, WOMEN
from generator.claims.words import stem
from generator.ground.formatting import COUNT, KRONOR, SHARE

_SINCE = re.compile(r"\b(?:sedan|från och med|mellan|åren) (?:19|20)\d\d\b", re.IGNORECASE)
"""What was summed over several years."""


def is_held_back(read: Read, number: Quantity, zone: Zone) -> bool:
    """Whether the words around a number keep it from being told as wrong, whatever it is of."""
    front, after = read.unnamed[zone.start : number.start], read.unnamed[number.end : zone.end]
    front = front.removesuffix("varav ") if _is_of_one_sex(zone) else front
    if number.is_limit or patterns.NOT_FIRM.search(front) or patterns.NOT_FIRM_AFTER.search(after):
        return True
    return (
        _is_of_a_part(read, number, zone)
        or _is_of_other_time(read, number, zone)
        or _is_against_other(read, number, zone)
        or _is_of_a_sale(read, zone)
        or is_of_another(read, zone.start, zone.end)
    )


def _is_of_a_sale(read: Read, zone: Zone) -> bool:
    """Whether a gain or a loss is that of something sold, and not the year's."""
    results = any(RESULT in each.entry.aspects for each in (*zone.before, *zone.behind))
    return results and patterns.SOLD.search(read.text) is not None


def _is_of_a_part(read: Read, number: Quantity, zone: Zone) -> bool:
    """Whether a number is of a part of what is named: ``varav``, ``100 av de 200``, ``består till 92 procent av``."""
    if "varav " in read.text[: number.start] and not _is_of_one_sex(zone):
        return True
    if number.unit == SHARE and patterns.MADE_OF.search(zone.front):
        return True
    if number.unit == KRONOR and patterns.OUT_OF.match(zone.front):
        return True
    if number.unit == COUNT and (_is_of_some(read, number, zone) or patterns.NUMBER_OF_OTHERS.search(zone.front)):
        return True
    answers = patterns.ANSWERS.search(zone.front)
    return number.unit == COUNT and (patterns.OF_MORE.match(zone.after) or answers) is not None


def _is_of_some(read: Read, number: Quantity, zone: Zone) -> bool:
    """Whether a count is of some of those counted before it: ``av de 105 har 34 avslutats``."""
    before = [each for each in read.counts if each.end <= number.start]
    return bool(before) and not _is_of_one_sex(zone) and bool(patterns.OF_IT.search(read.text[: before[0].start]))


def _is_of_other_time(read: Read, number: Quantity, zone: Zone) -> bool:
    """Whether a number is of a month, of several years, or summed since a year."""
    ahead = any(zone.start <= each.start < zone.end and each.year > read.year for each in read.years)
    if patterns.WAS_GRANTED.search(zone.front) and not ahead:
        return True
    if read.other_time <= number.start:
        return True
    return bool(_SINCE.search(zone.front)) and not patterns.CHANGE_BEFORE.search(zone.front)


def _is_against_other(read: Read, number: Quantity, zone: Zone) -> bool:
    """Whether a number is counted from something else than a budget or a year."""
    if patterns.ABOVE_OTHER.search(zone.front):
        return True
    if patterns.OTHER_THAN.search(zone.after) or patterns.OVER_OTHER.search(zone.after):
        return True
    year_after = any(number.end <= each.start < zone.end for each in read.years)
    return number.unit == TIMES and " som " in zone.after and not year_after


def is_of_another(read: Read, start: int, end: int) -> bool:
    """Whether somebody is named who is none of the association's: a word with a capital that nothing here is called."""
    association = patterns.SOMEBODY.search(read.text)
    if association and stem(association["name"].casefold()) not in read.own:
        return True
    return any(
        place and place in read.strange and place not in read.named and read.words[place].is_capital
        for place in words_from(read, start, end)
    )


def _is_of_one_sex(zone: Zone) -> bool:
    return any(each.entry.aspects & {WOMEN, MEN} for each in zone.behind)
