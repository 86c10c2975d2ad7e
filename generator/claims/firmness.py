"""Whether a sentence ties a number to what it names so closely that nothing else can be meant."""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.claims import patterns
from generator.claims.claim import Kind
from generator.claims.held_back import is_held_back
from generator.claims.numbers import Quantity
from generator.claims.sentence import Read, Zone, is_strange, words_from
from generator.claims.terms import BUDGET, COST, MEN, PART, RATE, REACHED, REVENUE, WOMEN
from generator.claims.vocabulary import Mention
from generator.claims.words import Word, stems, words_of
from generator.ground.formatting import COUNT, SHARE

_WITHIN = frozenset({"i", "inom", "hos", "vid"})
"""Prepositions by which what is named is only where something else is: ``försörjningsstödet i Älvstad``."""
_SEVERAL = frozenset(map(stems, ("skuld", "fordring", "kostnad", "intäkt", "bidrag", "avsättning", "utgift")))
"""Of what there may be several: ``en skuld på 1,1 mnkr`` is one of them."""
_LEADING = frozenset(
    (
        "i",
        "av",
        "för",
        "till",
        "från",
        "på",
        "om",
        "avser",
        "avsåg",
        "gäller",
        "gällde",
        "åt",
        "som",
        "den",
        "det",
        "de",
    )
)
"""Words after an amount that lead to what it is of: ``kr i eget kapital``."""
_NEAR = 30
"""Letters from a number to what stands after it and is still tied to it."""
_SHARED, _PERSONS = frozenset({PART, BUDGET, RATE, COST, REVENUE}), frozenset({REACHED, WOMEN, MEN})
_OF_ALL = re.compile(
    r"\b(?:i sus|sammanlagt|totalt|registrer\w*|alla|antalet|(?:deltog|deltagit) under)\b", re.IGNORECASE
)
"""Where participants are counted without saying of what, the words that tell that all are meant."""
_GENITIVES = ("ns", "ts", "nas", "rs")
_FEW = 3
"""Words after a number that tell whether it is of a part."""


def is_firm(read: Read, number: Quantity, kind: Kind, zone: Zone, linked: tuple[Mention, ...]) -> bool:
    """Whether nothing else than what is named can be meant; ``linked`` is what is named after the number."""
    if is_held_back(read, number, zone) or _is_of_several(read, zone):
        return False
    if kind is Kind.PART and not any(_tells_of_money(each) for each in (*zone.before, *zone.behind)):
        return False
    of_persons = number.unit == COUNT or any(each.entry.aspects & _PERSONS for each in zone.before)
    if of_persons and not _counts_all(read, number, zone, linked):
        return False
    if zone.before:
        return _leads(read, zone.before, number) and not _is_qualified_after(read, number, zone.end)
    near = bool(linked) and linked[0].start - number.end < _NEAR and is_free(read, linked[0])
    return near and (number.unit in (COUNT, SHARE) or read.words[linked[0].first - 1].text in _LEADING)


def _tells_of_money(mention: Mention) -> bool:
    """Whether a share beside a term is of what the figures tell of: money, or answers to a survey."""
    entry = mention.entry
    return entry.is_term and (bool(entry.aspects & _SHARED) or (bool(entry.senses) and not entry.aspects & _PERSONS))


def _counts_all(read: Read, number: Quantity, zone: Zone, linked: tuple[Mention, ...]) -> bool:
    """Whether a count is of all of a thing's participants, or of all, and of no kind of them."""
    of_thing = any(not each.entry.is_term for each in zone.before)
    at = patterns.AT_SOMETHING.search(zone.after)
    if not of_thing and at and is_strange(words_of(at["what"])[0], read.own):
        return False
    if linked and not read.strange.isdisjoint(words_from(read, number.end, linked[0].start)):
        return False
    return of_thing or _OF_ALL.search(read.text) is not None


def _is_of_several(read: Read, zone: Zone) -> bool:
    """Whether several things are named together: ``Hallsberg och Kumla``."""
    things = [each for each in (*zone.before, *zone.behind) if not each.entry.is_term]
    joined = any(read.text[one.end : other.start].strip() in ("och", ",", "samt") for one, other in pairwise(things))
    return joined or (len(things) > 1 and bool(patterns.TOGETHER.search(read.text)))


def _leads(read: Read, mentions: tuple[Mention, ...], number: Quantity) -> bool:
    """Whether the words lead from what is named to the number, and name nothing else on the way."""
    if not is_free(read, mentions[0]) or any(_is_of_other(read, each) for each in mentions):
        return False
    between = list(_between(read, mentions[0], number))
    is_row = not any(each.entry.is_term for each in mentions) and not patterns.VERBS.search(read.text)
    if is_row and not any(word.text[0].isalpha() for _, word in between):
        return False  # a row of a list, which may tell of anything
    strange = [place for place, _ in between if place in read.strange]
    if len(strange) > 1 or any(read.words[place - 1].text in patterns.QUALIFIES for place in strange):
        return False
    last = read.text[: number.start].rstrip().rpartition(" ")[2].casefold()
    is_verb = bool(strange) and strange[0] == mentions[-1].last + 1
    is_named = any(read.text[each.end : number.start].isspace() for each in mentions)
    return last in patterns.LINKS or not between or is_verb or is_named or last.endswith((":", "(", ","))


def _is_of_other(read: Read, mention: Mention) -> bool:
    """Whether what is named only tells whose something else is, or is itself somebody else's."""
    return _owns(read, mention) or _is_thing_of_thing(read, mention) or _is_somebodys(read, mention)


def _is_somebodys(read: Read, mention: Mention) -> bool:
    """Whether what is named is that of somebody who is not known: ``revisorns arvode``."""
    place = mention.first - 1
    if mention.entry.is_term or place < 0 or place in read.named:
        return False
    word = read.words[place]
    is_genitive = word.text.endswith(_GENITIVES) and word.text not in patterns.BEFORE_OK
    return is_genitive and place in read.strange


def _owns(read: Read, mention: Mention) -> bool:
    """Whether what follows is what is meant, and is not known: ``lokalernas städning``."""
    place = mention.last + 1
    if not read.words[mention.last].text.endswith("s") or place >= len(read.words):
        return False
    word = read.words[place].text
    return place not in read.named and word.isalpha() and word not in patterns.LINKS | patterns.BEFORE_OK


def _between(read: Read, first: Mention, number: Quantity) -> Iterator[tuple[int, Word]]:
    """The words from what is named to a number that are no other name, no year and not set in between."""
    left_out = [(year.start, year.end) for year in read.years]
    left_out += [match.span() for match in patterns.INSERTED.finditer(read.text, first.end, number.start)]
    for place in words_from(read, first.end, number.start):
        word = read.words[place]
        is_out = any(start <= word.start < end for start, end in left_out)
        if word.end <= number.start and place not in read.named and not is_out:
            yield place, word


def is_free(read: Read, mention: Mention) -> bool:
    """Whether what is named is the whole thing: nobody else's, and no kind of it that an adjective tells."""
    place = mention.first - 1
    if read.words[mention.first].text in patterns.ONE_OF_THEM:
        return False
    if place < 0 or place in read.named:
        return True
    word = read.words[place].text
    if (word in ("en", "ett") and mention.entry.phrase in _SEVERAL) or _is_place(read, place):
        return False
    if word in patterns.BEFORE_OK or word in patterns.LINKS or word.isdigit():
        return True
    is_definite = read.text[mention.start : mention.end].casefold().endswith(("n", "na", "t"))
    articles = {read.words[each].text for each in (place - 1, place - 2) if each >= 0}
    owned = word.endswith("s") and word != "hos"
    return is_definite and not owned and not articles & {"den", "det", "de", "dessa"}


def _is_thing_of_thing(read: Read, mention: Mention) -> bool:
    """Whether what is named is another thing's: ``förbundschefens lön``."""
    owner = next((each for each in read.mentions if each.last == mention.first - 1), None)
    both = owner is not None and not owner.entry.is_term and not mention.entry.is_term
    return both and read.words[mention.first - 1].text.endswith("s")


def _is_place(read: Read, place: int) -> bool:
    """Whether a preposition makes what follows only where something else is: ``försörjningsstödet i Älvstad``."""
    if read.words[place].text not in _WITHIN or not place or place - 1 in read.named:
        return False
    return place - 1 in read.strange


def _is_qualified_after(read: Read, number: Quantity, end: int) -> bool:
    """Whether the words after a number tell a part: ``kr för lokaler``, ``kr till Röda korset``."""
    after = [place for place in words_from(read, number.end, end) if read.words[place].end <= end]
    for place in after[:_FEW]:
        if read.words[place].text in ("för", "till", "av", "hos", "inom") and place + 1 in after:
            return place + 1 not in read.named and place + 1 in read.strange
    return False
