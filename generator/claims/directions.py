"""Words of direction in a sentence: what is said to have risen or fallen, and against what.

Only what can be tested is read: one thing or term that the report has a figure of, one direction, no denial, no plan,
no other year (``lägre 2019`` is said of 2019; ``lägre än 2019`` of the year after), and no part of the whole
(``kostnaderna för insatserna``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.claims import patterns
from generator.claims.firmness import is_free
from generator.claims.periods import years_of
from generator.claims.placed import is_general
from generator.claims.sentence import Read, words_from
from generator.claims.terms import ASKED_FOR, BUDGET, GRANTED
from generator.claims.vocabulary import Entry, Mention
from generator.ground.names import with_plain_signs
from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import LIQUID
from generator.statements.income_statement import INCOME, NET_RESULT

_TESTED = frozenset(
    {
        *(f"{INCOME}.operating_costs", f"{INCOME}.operating_income", NET_RESULT, EQUITY, LIQUID),
        *("operating_statement.net_cost", "operating_statement.member_contributions", "balance_sheet.equity_ratio"),
    }
)
"""What a term of the trade means where it is said to have risen; of its other figures nobody says so."""

_BROKEN = re.compile(
    r"\b(?:trend\w*|utveckling\w*)\b.*\b(?:växande|ökande|stigande|(?P<down>minskande|sjunkande|krympande))\b"
    r".*\b(?:bruten|brutits|bröts|bryts|brott)\b",
    re.IGNORECASE,
)
"""A trend that is said to be broken: this year went the other way."""

_NOT_TESTED = re.compile(r"\b(?:andel(?:en)?|procentenhet(?:er)?|senaste)\b", re.IGNORECASE)
_COMPARATIVES = frozenset({"högre", "lägre", "större", "mindre"})
_SAME = re.compile(r"^ (?:är|var|blev|vilket)\b", re.IGNORECASE)
"""How a clause begins that is of the same as the one before it."""
_BALANCES = ("balance_sheet.", "cash_flow.liquid", "note.")
_DURING = re.compile(r"\b(?:under (?:hela )?(?:året|(?:19|20)\d\d)|på ett år|vid årets slut)\b", re.IGNORECASE)
"""What a balance went up or down during: since it began."""
_LEADS_ON = frozenset({"i", "inom", "hos", "vid", "av", "till", "från", "med"})
"""Words before what is named that make it only where or of what something else is."""
_PART_AFTER, _OF_ALL = frozenset({"i", "för", "av", "hos", "per", "inom"}), frozenset({"året", "verksamheten"})
"""Words after what is named by which a part of it is told, and what is no part."""


@dataclass(frozen=True, slots=True)
class Direction:
    """What a sentence says of a figure, or of several that it may mean.

    ``against_budget``: of its budget; ``is_told``: the sentence says so itself.
    """

    words: str
    codes: tuple[str, ...]
    up: bool
    against_budget: bool
    is_told: bool


def tells_direction(sentence: str) -> bool:
    """Whether a sentence has a word of direction at all: most have none."""
    return any(words.search(sentence) for words, _ in (*patterns.WAYS, *patterns.QUALITIES)) or (
        _BROKEN.search(sentence) is not None
    )


def directions(read: Read, before: str, here: Entry | None = None) -> Iterator[Direction]:
    """Read what a sentence says that can be tested, clause by clause.

    ``before`` may tell against what, ``here`` is what the text is about, if it is not the association.
    """
    budget, last_year = _bases(read.text, read.year)
    is_expected = patterns.EXPECTED.search(read.unnamed) is not None
    is_planned = patterns.PLANNED.search(_without_expected(read.unnamed))
    if is_planned or ((budget or is_expected) and last_year) or not _is_of_this_year(read):
        return
    is_told = not is_expected and (budget or last_year or any(_bases(with_plain_signs(before), read.year)))
    broken = _BROKEN.search(read.text)
    if broken:
        kinds = {codes for each in read.mentions if (codes := _codes(each))}
        if len(kinds) == 1 and not budget and not _is_open(read.unnamed):
            yield Direction(_told(read.text), kinds.pop(), bool(broken["down"]), against_budget=False, is_told=True)
        return
    codes_before: tuple[str, ...] = ()
    for start, end in _clauses(read.text):
        if _is_open(read.unnamed[start:end]):
            continue
        clause = read.text[start:end]
        codes, ways = _moved(read, start, end, here)
        codes = codes or (codes_before if _SAME.match(clause) else ())
        codes_before = codes
        if codes and len(ways) == 1:
            during = codes[0].startswith(_BALANCES) and _DURING.search(clause)
            said = is_told or " från " in clause or bool(during)
            yield Direction(_told(clause), codes, ways == {1}, budget or is_expected, said and not is_expected)


def _told(words: str) -> str:
    return words.strip(" ,.")


def _bases(text: str, year: int) -> tuple[bool, bool]:
    """Whether a text names the budget, and last year."""
    return bool(patterns.BUDGETED.search(text)), any(each.year == year - 1 for each in years_of(text, year))


def _is_of_this_year(read: Read) -> bool:
    """Whether a sentence tells of the report's year, and at most compares it with the year before."""
    return all(each.year == read.year or (each.is_base and each.year == read.year - 1) for each in read.years)


def _without_expected(words: str) -> str:
    """The words but for those of what was expected, which is no plan of what will come."""
    return patterns.EXPECTED.sub(" ", words)


def _is_open(words: str) -> bool:
    words = _without_expected(words)
    return any(each.search(words) for each in (patterns.NOT_FIRM, patterns.OTHER_THAN, _NOT_TESTED))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in patterns.NEW_CLAUSE.finditer(text):
        yield start, stop.start()
        start = stop.end()
    yield start, len(text)


def _codes(term: Mention) -> tuple[str, ...]:
    """The codes that are tested of what a term means."""
    return tuple(each.code for each in term.entry.senses if each.code in _TESTED) if term.entry.is_term else ()


def _moved(read: Read, start: int, end: int, here: Entry | None) -> tuple[tuple[str, ...], set[int]]:
    """What a clause is of, and which ways it went; ``gav lägre resultat`` is said of another than that."""
    mentions = [each for each in read.mentions if start <= each.start and each.end <= end]
    others = [each for each in mentions if each.entry.is_term and _before(read, each) in _COMPARATIVES]
    mentions = [each for each in mentions if each not in others]
    left_out = {read.words[each.first - 1].start for each in others}
    moved = {
        match.start(): way
        for words, way in (*patterns.WAYS, *patterns.QUALITIES)
        for match in words.finditer(read.unnamed, start, end)
        if match.start() not in left_out
    }
    codes, is_negative = _what(read, mentions, min(moved, default=0), here)
    return codes, {-way if is_negative else way for way in moved.values()}


def _what(read: Read, mentions: list[Mention], moved: int, here: Entry | None) -> tuple[tuple[str, ...], bool]:
    """The codes of the one thing or term that is named, ``moved`` being where it is said; whether it is a minus."""
    things = [each for each in mentions if not each.entry.is_term]
    terms = [each for each in mentions if _codes(each)]
    kinds = {_codes(each) for each in terms}
    if len(kinds) <= 1 and len(things) == 1 and _leads(read, things[0], moved):
        return _of(things[0].entry, mentions), False
    if len(kinds) != 1 or not _is_whole(read, terms[0]) or any(each.end <= terms[0].start for each in things):
        return (), False
    if here and is_general(terms[0]):
        return _of(here, mentions), False
    return _codes(terms[0]), terms[0].entry.negative


def _of(thing: Entry, mentions: list[Mention]) -> tuple[str, ...]:
    """The codes of a thing that the terms beside it choose."""
    wanted = frozenset[str]().union(*(each.entry.aspects for each in mentions if each.entry.is_term)) - {BUDGET}
    senses = [each for each in thing.senses if not each.aspects & (ASKED_FOR | {GRANTED, BUDGET})]
    return tuple(each.code for each in senses if not wanted or not each.aspects or each.aspects & wanted)


def _leads(read: Read, thing: Mention, to: int) -> bool:
    """Whether a thing is what moved: the whole of it, with nothing else named between it and the word that says so."""
    between = words_from(read, thing.end, to)
    return thing.end <= to and _is_whole(read, thing) and read.strange.isdisjoint(between)


def _is_whole(read: Read, mention: Mention) -> bool:
    """Whether what is named is the whole of it, and not where or of what something else is: ``i Steget``."""
    return is_free(read, mention) and _before(read, mention) not in _LEADS_ON and not _is_part(read, mention)


def _is_part(read: Read, mention: Mention) -> bool:
    """Whether what follows tells a part of it: ``för lokaler``, but not ``för året`` or ``i år``."""
    after = read.words[mention.last + 1 : mention.last + 3]
    years = {each.start for each in read.years}
    is_of_time = any(word.text in _OF_ALL or word.start in years for word in after)
    return bool(after) and after[0].text in _PART_AFTER and not is_of_time


def _before(read: Read, mention: Mention) -> str:
    return read.words[mention.first - 1].text if mention.first else ""


_SUBJECT = re.compile(
    r"^(?:(?:för )?(?:19|20)\d\d |i år |under året )?(?:årets resultat|resultatet|året|verksamheten|verksamhetsåret|"
    r"förbundet|vi|det ekonomiska resultatet|förbundets resultat)(?: (?:19|20)\d\d)?\b[^,;]*$",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:är|blev|visar|visade|slutade|slutar|gick|redovisar|redovisade|gav|ger|landade|innebar|uppvisar|gör|gjorde)\b",
    re.IGNORECASE,
)


def tells_sign(sentence: str) -> bool:
    """Whether a sentence has a word of the sign of a result."""
    return any(words.search(sentence) for words in patterns.SIGNS)


def result_sign(read: Read) -> int:
    """What a sentence without an amount says of the year's result: 1 more than nothing, -1 less, 0 nothing."""
    if _is_open(read.unnamed) or any(_bases(read.text, read.year)) or not _is_of_this_year(read):
        return 0
    for start, end in _clauses(read.text):
        clause = read.text[start:end]
        if _SUBJECT.match(clause.strip()) and _OUTCOME.search(clause):
            has_amount = any(start <= each.start < end for each in read.numbers)  # which is held against the figures
            minus, plus = (bool(words.search(clause)) for words in patterns.SIGNS)
            return 0 if has_amount or " av " in clause else int(plus) - int(minus)
    return 0
