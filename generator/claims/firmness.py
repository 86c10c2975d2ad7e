"""Whether a sentence ties a number to what it names so closely that nothing else can be meant."""

from collections.abc import Iterator

from generator.claims import patterns
from generator.claims.numbers import Quantity
from generator.claims.sentence import Read, Zone
from generator.claims.vocabulary import Mention
from generator.claims.words import Word, stem, stems
from generator.ground.formatting import SHARE

_SEVERAL = frozenset(map(stems, ("skuld", "fordring", "kostnad", "intäkt", "bidrag", "avsättning", "utgift")))
"""Of what there may be several: ``en skuld på 1,1 mnkr`` is one of them."""
_NEAR = 30
"""Letters from a number to what stands after it and is still tied to it."""
_FEW = 3
"""Words after a number that tell whether it is of a part."""


def is_firm(read: Read, number: Quantity, zone: Zone, linked: tuple[Mention, ...]) -> bool:
    """Whether nothing else than what is named can be meant; ``linked`` is what is named after the number."""
    if number.is_limit or any(patterns.NOT_FIRM.search(words) for words in (zone.front, zone.after)):
        return False
    if patterns.OTHER_THAN.search(zone.after) or (number.unit == SHARE and patterns.MADE_OF.search(zone.front)):
        return False
    if _is_of_another(read, number, zone) or (_is_of_several(zone) and patterns.TOGETHER.search(read.text)):
        return False
    if number.unit == SHARE and not any(each.entry.is_term for each in (*zone.before, *zone.behind)):
        return False
    if zone.before:
        return _leads(read, zone.before, number) and not _is_qualified_after(read, number, zone.end)
    return bool(linked) and linked[0].start - number.end < _NEAR and is_free(read, linked[0])


def _is_of_several(zone: Zone) -> bool:
    return len([each for each in (*zone.before, *zone.behind) if not each.entry.is_term]) > 1


def _is_of_another(read: Read, number: Quantity, zone: Zone) -> bool:
    """Whether somebody is named who is none of the association's: a word with a capital that nothing here is called."""
    association = patterns.SOMEBODY.search(read.text)
    if association and stem(association["name"].casefold()) not in read.own:
        return True
    named = _named(read)
    return any(
        place and place not in named and zone.start <= word.start < zone.end and read.text[word.start].isupper()
        for place, word in enumerate(read.words)
        if word.stem not in read.own and word.text not in patterns.LINKS
        if not number.start <= word.start < number.end
    )


def _leads(read: Read, mentions: tuple[Mention, ...], number: Quantity) -> bool:
    """Whether the words lead from what is named to the number, and name nothing else on the way."""
    if not is_free(read, mentions[0]) or any(_owns(read, each) for each in mentions):
        return False
    between = list(_between(read, mentions[0], number))
    strange = [place for place, word in between if word.text not in patterns.LINKS]
    if len(strange) > 1 or any(read.words[place - 1].text in patterns.QUALIFIES for place in strange):
        return False
    last = read.text[: number.start].rstrip().rpartition(" ")[2].casefold()
    return last in patterns.LINKS or not between or last.endswith((":", "(", ","))


def _owns(read: Read, mention: Mention) -> bool:
    """Whether what follows is what is meant, and is not known: ``lokalernas städning``."""
    place = mention.last + 1
    if not read.words[mention.last].text.endswith("s") or place >= len(read.words):
        return False
    word = read.words[place].text
    return place not in _named(read) and word not in patterns.LINKS and word not in patterns.BEFORE_OK


def _between(read: Read, first: Mention, number: Quantity) -> Iterator[tuple[int, Word]]:
    """The words from what is named to a number that are no other name and no year, with their places."""
    named = _named(read)
    for place, word in enumerate(read.words):
        is_year = any(year.start <= word.start < year.end for year in read.years)
        if first.end <= word.start and word.end <= number.start and place not in named and not is_year:
            yield place, word


def is_free(read: Read, mention: Mention) -> bool:
    """Whether what is named is the whole thing: nobody else's, and no kind of it that an adjective tells."""
    place = mention.first - 1
    if read.words[mention.first].text in patterns.ONE_OF_THEM:
        return False
    if place < 0 or place in _named(read):
        return True
    word = read.words[place].text
    if word in ("en", "ett") and mention.entry.phrase in _SEVERAL:
        return False
    if word in patterns.BEFORE_OK or word in patterns.LINKS or word.isdigit():
        return True
    if word.endswith("s") and word != "hos":
        return False
    is_definite = read.text[mention.start : mention.end].casefold().endswith(("n", "na", "t"))
    article = read.words[place - 1].text if place else ""
    return is_definite and article not in ("den", "det", "de", "dessa")


def _is_qualified_after(read: Read, number: Quantity, end: int) -> bool:
    """Whether the words after a number tell a part: ``kr för lokaler``, ``kr till Röda korset``."""
    after = [place for place, word in enumerate(read.words) if number.end <= word.start and word.end <= end]
    for place in after[:_FEW]:
        if read.words[place].text in ("för", "till", "av", "hos", "inom") and place + 1 in after:
            return place + 1 not in _named(read) and read.words[place + 1].text not in patterns.LINKS
    return False


def _named(read: Read) -> frozenset[int]:
    """The places of the words that are part of a name."""
    return frozenset(place for each in read.mentions for place in range(each.first, each.last + 1))
