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
from generator.claims.held_back import is_held_back
from generator.claims.numbers import TIMES, Quantity
from generator.claims.periods import years_of
from generator.claims.sentence import Read, Zone, words_from, zone
from generator.claims.terms import BUDGET, COST, DEBT, GRANTED, MEN, PLANNED, REACHED, WOMEN
from generator.claims.vocabulary import Mention
from generator.ground.formatting import COUNT, POINTS, SHARE
from generator.ground.names import with_plain_signs

_CLOSE = 2
"""So many words at most from a year to the number that is of it."""
_FROM, _TO, _AGAINST = (
    re.compile(rf"\b(?:{words}) (?:\w+ )?$", re.IGNORECASE)
    for words in ("från", "till", "mot|jämfört med|jämförelse med|än")
)
_THEN_TO = re.compile(r"[^,;]{0,25}\btill\b", re.IGNORECASE)
_WHEN = re.compile(r",? (?:då|när) (?:den|det|de|vi) (?:\w+ ){1,2}$", re.IGNORECASE)
_AGAINST_BUDGET = re.compile(r"\b(?:än|mot|jämf\w*|av)\b", re.IGNORECASE)


def claims_of(read: Read, before: str) -> Iterator[Claim]:
    """Read what each number of a sentence claims; ``before`` is the sentence before."""
    year = read.year
    of_last_year = any(each.year == year - 1 and not each.is_base for each in years_of(with_plain_signs(before), year))
    usual = frozenset({year, year - 1} if of_last_year else {year})
    earlier: Claim | None = None
    for place, number in enumerate(read.numbers):
        claim = _claim(read, place, earlier, usual)
        if number.unit == COUNT and not _is_of_persons(claim):
            continue
        if number.unit:  # what a reference writes is right, but the number after it may have its subject from it
            yield claim
        earlier = claim if claim.is_tied else None


def _claim(read: Read, place: int, earlier: Claim | None, usual: frozenset[int]) -> Claim:
    number, around = read.numbers[place], _with_shared(read, place)
    wholes = tuple(each for each in (*around.before, *around.behind) if _is_whole(read, each, number))
    linked = tuple(each for each in around.behind if each not in wholes and not _is_apart(read, each, number))
    if number.unit == COUNT and linked:
        around = replace(around, before=tuple(each for each in around.before if not each.entry.is_term))
    about = (*reversed([each for each in around.before if each not in wholes]), *linked)
    kind = _kind(around, number)
    claim = Claim(
        number,
        read.text[around.start : number.end].strip(" ,;:."),
        kind,
        tuple(each for each in about if not each.entry.is_term),
        tuple(each for each in about if each.entry.is_term),
        wholes,
        _years(read, place, around, about) or usual,
        _budget(around, read.text[: number.start]),
        _base(around, read.text),
        _base_year(read, around),
        _negative(around.front, number, read.text),
        0 if number.unit == TIMES else _direction(around, kind, about),
        bool(_TO.search(around.front)),
        is_firm(read, number, kind, around, linked),
        is_held_back(read, number, around),
    )
    is_like = earlier is not None and (earlier.quantity.unit == COUNT) is (number.unit == COUNT)
    return _going_on(read, claim, earlier, around) if earlier and is_like else claim


def _with_shared(read: Read, place: int) -> Zone:
    """What belongs to a number, with what stands after the next where they share it: ``från 92 till 103 deltagare``."""
    number, around, following = read.numbers[place], zone(read, place), read.numbers[place + 1 : place + 2]
    is_joined = following and number.unit == following[0].unit == COUNT and _FROM.search(around.front)
    if not is_joined or not patterns.UP_TO.fullmatch(read.text, number.end, following[0].start):
        return around
    return replace(around, behind=(*around.behind, *zone(read, place + 1).behind))


def _is_of_persons(claim: Claim) -> bool:
    """Whether a count is of participants: of a thing's, or of all."""
    aspects = frozenset[str]().union(*(term.entry.aspects for term in claim.terms))
    counted = any(REACHED in sense.aspects for thing in claim.things for sense in thing.entry.senses)
    return counted or bool(aspects & {REACHED, PLANNED, WOMEN, MEN})


def _going_on(read: Read, claim: Claim, earlier: Claim, around: Zone) -> Claim:
    """A number that has its subject from the one before it: ``från 86 till 59 procent``.

    A share of another thing has only the whole from it: ``staten hälften av medlen, regionen en fjärdedel``.
    """
    same = claim.quantity.unit == earlier.quantity.unit
    wholes = claim.wholes or (earlier.wholes if same else ())
    if any(each.entry.senses for each in around.before):
        other = same and claim.quantity.unit == SHARE and bool(claim.things) and not claim.terms and not claim.wholes
        changed = earlier.kind is Kind.CHANGE and same and around.front.endswith(" med ") and claim.kind is Kind.LEVEL
        claim = replace(claim, kind=Kind.CHANGE, direction=earlier.direction) if changed else claim
        return replace(claim, wholes=wholes, is_firm=earlier.is_firm) if other else claim
    if not _goes_on(read, around):
        return claim
    firm = earlier.is_firm and not _is_named_anew(read, claim, earlier, around)
    things, terms = claim.things or earlier.things, (*claim.terms, *earlier.terms)
    same = bool(patterns.THE_SAME.match(around.front)) and earlier.kind is Kind.CHANGE
    same = same and claim.quantity.unit != earlier.quantity.unit
    kind, way = (earlier.kind, earlier.direction) if same else (claim.kind, claim.direction)
    way = earlier.direction if claim.came_to and not way else way
    return replace(claim, things=things, terms=terms, wholes=wholes, is_firm=firm, kind=kind, direction=way)


def _is_named_anew(read: Read, claim: Claim, earlier: Claim, around: Zone) -> bool:
    """Whether a number may be of something else than the one before it, or keeps from being told by itself."""
    terms = [each for each in claim.terms if each.entry.senses]
    if not claim.things and not terms and _has_only_verb(read, claim, around):
        return is_held_back(read, claim.quantity, around)
    if claim.things or terms or around.is_cut or around.front.endswith("(") or _is_of_its_own(claim, around):
        return True
    if not patterns.TURN.search(around.front):
        return True
    if patterns.TOGETHER.search(around.front) or patterns.OF_IT.search(read.text[: earlier.quantity.start]):
        return True
    return is_held_back(read, claim.quantity, around)


def _is_of_its_own(claim: Claim, around: Zone) -> bool:
    """Whether a number is its own verb's subject, ``och 25 tkr har förts till``, or a share of what is not known."""
    if patterns.OWN_CLAUSE.match(around.front) and patterns.OWN_VERB.match(around.after):
        return True
    return claim.quantity.unit == SHARE and around.after.startswith(" av ") and not claim.wholes


def _has_only_verb(read: Read, claim: Claim, around: Zone) -> bool:
    """Whether a clause begins with its verb, so that its subject is that before it: ``men förbrukade bara``."""
    first = min(claim.terms, key=lambda each: each.start, default=None)
    if first is None or not around.is_cut or first.start != around.start or read.words[first.first].is_capital:
        return False
    follows = [word for word in read.words if first.end <= word.start < claim.quantity.start]
    return all(word.text in patterns.LINKS for word in follows)


def _goes_on(read: Read, around: Zone) -> bool:
    """Whether nothing else is named between two numbers."""
    end = around.start + len(around.front)
    return not any(place in read.strange and place not in read.named for place in words_from(read, around.start, end))


def _kind(around: Zone, number: Quantity) -> Kind:
    changes = patterns.CHANGE_BEFORE.search(around.front) or patterns.CHANGE_AFTER.search(around.after)
    if number.unit in (POINTS, TIMES) or changes:
        return Kind.CHANGE
    return Kind.PART if number.unit == SHARE else Kind.LEVEL


def _is_apart(read: Read, mention: Mention, number: Quantity) -> bool:
    """Whether a number is not of what is named after it: ``105 av planerade``, ``6,1 mnkr stod Coachingteamet för``."""
    before = read.words[mention.first - 1].text if mention.first else ""
    is_subject = not mention.entry.is_term and before in patterns.INVERTED
    return is_subject or (number.unit == COUNT and before == "av")


def _is_whole(read: Read, mention: Mention, number: Quantity) -> bool:
    """Whether a share is said to be of this: ``av kostnaderna``, ``av årets erhållna medlemsbidrag``."""
    words = [word.text for word in read.words[max(0, mention.first - 4) : mention.first]]
    if number.unit != SHARE or "av" not in words:
        return False
    between = words[len(words) - words[::-1].index("av") :]
    return all(word in patterns.BEFORE_OK or word.endswith("s") for word in between)


def _years(read: Read, place: int, around: Zone, about: tuple[Mention, ...]) -> frozenset[int]:
    """The years that a number is of; none where the sentence does not say, or tells what is granted for years ahead."""
    found = _named_years(read, place, around)
    is_granted = any(GRANTED in each.entry.aspects for each in about if not each.entry.is_term or each.entry.senses)
    is_told = any(f"{year}" in read.text for year in found)
    return frozenset() if is_granted and not is_told and found and min(found) > read.year else found


def _named_years(read: Read, place: int, around: Zone) -> frozenset[int]:
    number = read.numbers[place]
    after = [each for each in read.years if number.end <= each.start < around.end and not each.is_base]
    if after:
        return frozenset({after[0].year})
    front = [each for each in read.years if around.start <= each.start < number.start]
    if front and (not front[-1].is_base or _leads_on(read.text[front[-1].end : number.start])):
        return frozenset({front[-1].year})
    if _FROM.search(around.front) and _THEN_TO.match(read.text, number.end):
        return frozenset([each.year for each in read.years if each.is_base][:1] or [read.year - 1])
    ahead = [each.year for each in read.years if each.end <= number.start and each.year > read.year]
    if place and _TO.search(around.front):
        return frozenset(ahead[-1:] or [read.year])
    if _AGAINST.search(around.front):
        return frozenset({read.year - 1, read.year})
    earlier = [each.year for each in read.years if each.end <= number.start and not each.is_base]
    return frozenset(earlier[-1:])


def _leads_on(between: str) -> bool:
    """Whether the words from a year to a number make the number that year's."""
    return len(between.split()) <= _CLOSE or _WHEN.match(between) is not None


def _budget(around: Zone, text: str) -> bool | None:
    """Whether a number is budgeted; None where the words leave either open."""
    if patterns.BUDGET_AFTER.search(around.after):
        return True
    words = list(patterns.BUDGETED.finditer(around.front))
    if not words:
        left_open = patterns.BUDGETED.search(around.after) and not _AGAINST_BUDGET.search(around.after)
        against = _AGAINST.search(around.front) and patterns.BUDGETED.search(text)
        return None if left_open or against else False
    follows = around.front[words[-1].end() :]
    is_close = len(follows.split()) < _CLOSE and "," not in follows
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


def _direction(around: Zone, kind: Kind, about: tuple[Mention, ...]) -> int:
    """Which way a change went, and a level that something has come to; 0 where the words do not say."""
    after = patterns.CHANGE_AFTER.search(around.after)
    words = after[0] if after else around.front
    found = [
        (match.end(), sign)
        for pattern, sign in (*patterns.WAYS, *(patterns.QUALITIES if _is_better_higher(about) else ()))
        for match in pattern.finditer(words)
    ]
    end, sign = max(found, default=(0, 0))
    if kind is not Kind.CHANGE and (after or not patterns.MOVED_TO.fullmatch(around.front, end)):
        return 0
    return -sign if about and about[0].entry.negative else sign


def _is_better_higher(about: tuple[Mention, ...]) -> bool:
    """Whether more of what is named is better: a result of the year."""
    return bool(about) and about[0].entry.is_term and not about[0].entry.aspects & {COST, DEBT, BUDGET}


def _negative(front: str, number: Quantity, text: str) -> bool | None:
    """What the words say of the sign: the nearest of them before the number; None where they stand elsewhere."""
    if number.negative:
        return True
    minus, plus = (max((each.start() for each in words.finditer(front)), default=-1) for words in patterns.SIGNS)
    if minus != plus:
        return minus > plus
    return None if any(words.search(text) for words in patterns.SIGNS) else False
