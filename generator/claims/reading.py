"""What each number of a sentence claims: of which things, of which years, outcome or budget, level, change or share.

A claim is firm where the sentence ties the number to what it is of so closely that nothing else can be meant. What is
not firm is never told as wrong.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.claims import patterns
from generator.claims.claim import Base, Claim, Kind
from generator.claims.firmness import is_firm
from generator.claims.numbers import TIMES, Quantity, plain, quantities
from generator.claims.periods import years_of
from generator.claims.sentence import Read, Zone, zone
from generator.claims.vocabulary import Mention, Vocabulary
from generator.claims.words import words_of
from generator.ground.formatting import COUNT, POINTS, SHARE

_CLOSE = 2
"""So many words at most from a year to the number that is of it."""
_FROM, _TO, _AGAINST = (
    re.compile(rf"\b(?:{words}) (?:\w+ )?$", re.IGNORECASE)
    for words in ("från", "till", "mot|jämfört med|jämförelse med|än")
)
_THEN_TO = re.compile(r"[^,;]{0,25}\btill\b", re.IGNORECASE)
_AGAINST_BUDGET = re.compile(r"\b(?:än|mot|jämf\w*|av)\b", re.IGNORECASE)


def claims_of(sentence: str, before: str, vocabulary: Vocabulary, year: int) -> Iterator[Claim]:
    """Read what each number of a sentence claims; ``before`` is the sentence before, ``year`` the report's."""
    text = plain(sentence)
    numbers = [each for each in quantities(text) if not (each.is_word and each.unit == COUNT)]
    if not any(each.unit for each in numbers):
        return
    words = words_of(text)
    read = Read(
        text, words, list(vocabulary.mentions(words)), numbers, list(years_of(text, year)), year, vocabulary.own
    )
    of_last_year = any(each.year == year - 1 and not each.is_base for each in years_of(plain(before), year))
    usual = frozenset({year, year - 1} if of_last_year else {year})
    earlier: Claim | None = None
    for place, number in enumerate(numbers):
        if number.unit in ("", COUNT):
            earlier = earlier if number.unit else None
            continue
        claim = _claim(read, place, earlier, usual)
        yield claim
        earlier = claim if claim.is_tied else None


def _claim(read: Read, place: int, earlier: Claim | None, usual: frozenset[int]) -> Claim:
    number, around = read.numbers[place], zone(read, place)
    wholes = tuple(each for each in (*around.before, *around.behind) if _is_whole(read, each, number))
    linked = tuple(each for each in around.behind if each not in wholes)
    about = (*reversed([each for each in around.before if each not in wholes]), *linked)
    claim = Claim(
        number,
        read.text[around.start : number.end].strip(" ,;:."),
        _kind(around, number),
        tuple(each for each in about if not each.entry.is_term),
        tuple(each for each in about if each.entry.is_term),
        wholes,
        _years(read, place, around) or usual,
        _budget(around),
        _base(around, read.text),
        _base_year(read, around),
        _negative(around.front, number, read.text),
        is_firm(read, number, around, linked),
    )
    return _going_on(read, claim, earlier, around) if earlier else claim


def _going_on(read: Read, claim: Claim, earlier: Claim, around: Zone) -> Claim:
    """A number that has its subject from the one before it: ``från 86 till 59 procent``.

    A share of another thing has only the whole from it: ``staten hälften av medlen, regionen en fjärdedel``.
    """
    same = claim.quantity.unit == earlier.quantity.unit
    wholes = claim.wholes or (earlier.wholes if same else ())
    if around.before:
        other = same and claim.quantity.unit == SHARE and bool(claim.things) and not claim.terms and not claim.wholes
        return replace(claim, wholes=wholes, is_firm=earlier.is_firm) if other else claim
    if not patterns.GOES_ON.match(around.front):
        return claim
    named_anew = claim.things or claim.terms or around.is_cut or around.front.endswith("(")
    is_part = patterns.OF_IT.search(read.text[: earlier.quantity.start])
    firm = earlier.is_firm and not named_anew and not is_part and not patterns.NOT_FIRM.search(around.front)
    things, terms = claim.things or earlier.things, (*claim.terms, *earlier.terms)
    kind = earlier.kind if patterns.THE_SAME.match(around.front) and earlier.kind is Kind.CHANGE else claim.kind
    return replace(claim, things=things, terms=terms, wholes=wholes, is_firm=firm, kind=kind)


def _kind(around: Zone, number: Quantity) -> Kind:
    changes = patterns.CHANGE_BEFORE.search(around.front) or patterns.CHANGE_AFTER.search(around.after)
    if number.unit in (POINTS, TIMES) or changes:
        return Kind.CHANGE
    return Kind.PART if number.unit == SHARE else Kind.LEVEL


def _is_whole(read: Read, mention: Mention, number: Quantity) -> bool:
    """Whether a share is said to be of this: ``av kostnaderna``, ``av årets erhållna medlemsbidrag``."""
    words = [word.text for word in read.words[max(0, mention.first - 4) : mention.first]]
    if number.unit != SHARE or "av" not in words:
        return False
    between = words[len(words) - words[::-1].index("av") :]
    return all(word in patterns.BEFORE_OK or word.endswith("s") for word in between)


def _years(read: Read, place: int, around: Zone) -> frozenset[int]:
    """The years that a number is of; none where the sentence does not say."""
    number = read.numbers[place]
    after = [each for each in read.years if number.end <= each.start < around.end and not each.is_base]
    if after:
        return frozenset({after[0].year})
    front = [each for each in read.years if around.start <= each.start < number.start]
    if front and (not front[-1].is_base or len(read.text[front[-1].end : number.start].split()) <= _CLOSE):
        return frozenset({front[-1].year})
    if _FROM.search(around.front) and _THEN_TO.match(read.text, number.end):
        return frozenset([each.year for each in read.years if each.is_base][:1] or [read.year - 1])
    if place and _TO.search(around.front):
        return frozenset({read.year})
    if _AGAINST.search(around.front):
        return frozenset({read.year - 1, read.year})
    earlier = [each.year for each in read.years if each.end <= number.start and not each.is_base]
    return frozenset(earlier[-1:])


def _budget(around: Zone) -> bool | None:
    """Whether a number is budgeted; None where the words leave either open."""
    if patterns.BUDGET_AFTER.search(around.after):
        return True
    words = list(patterns.BUDGETED.finditer(around.front))
    if not words:
        left_open = patterns.BUDGETED.search(around.after) and not _AGAINST_BUDGET.search(around.after)
        return None if left_open else False
    is_close = len(around.front[words[-1].end() :].split()) < _CLOSE
    is_compared = patterns.COMPARED.search(around.front[: words[-1].start()])
    return True if is_close or not is_compared else None


def _base(around: Zone, text: str) -> Base:
    if patterns.BUDGETED.search(around.front) or patterns.BUDGETED.search(around.after):
        return Base.BUDGET
    return Base.ANY if patterns.BUDGETED.search(text) else Base.YEAR


def _base_year(read: Read, around: Zone) -> int:
    bases = [each for each in read.years if each.is_base]
    near = [each.year for each in bases if around.start <= each.start < around.end]
    return next(iter((*near, *(each.year for each in bases))), read.year - 1)


def _negative(front: str, number: Quantity, text: str) -> bool | None:
    """What the words say of the sign: the nearest of them before the number; None where they stand elsewhere."""
    if number.negative:
        return True
    minus, plus = (max((each.start() for each in words.finditer(front)), default=-1) for words in patterns.SIGNS)
    if minus != plus:
        return minus > plus
    return None if any(words.search(text) for words in patterns.SIGNS) else False
