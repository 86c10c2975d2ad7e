"""Words of direction in a sentence: what is said to have risen or fallen, and against what.

Only what can be tested is read: one term that the report has a figure of, one direction, no denial, no plan, no other
year (``lägre 2019`` is said of 2019; ``lägre än 2019`` of the year after), and no part of the whole (``kostnaderna för
insatserna``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.claims.firmness import is_free
from generator.claims.patterns import QUALITIES, SIGNS, SPAN, WAYS
from generator.claims.sentence import is_strange, read_of
from generator.claims.terms import ASKED_FOR, BUDGET, COST, GRANTED, NET, RESULT, REVENUE
from generator.claims.vocabulary import Entry, Mention, Vocabulary
from generator.claims.words import Word
from generator.statements.balance_sheet import EQUITY
from generator.statements.cash_flow import LIQUID
from generator.statements.income_statement import INCOME, NET_RESULT

_TERMS = {
    r"(?:verksamhetens |de totala |förbundets |årets )?kostnader(?:na)?": f"{INCOME}.operating_costs",
    r"(?:verksamhetens |de totala |förbundets |årets )?intäkter(?:na)?": f"{INCOME}.operating_income",
    r"nettokostnad(?:en|erna|er)?": "operating_statement.net_cost",
    r"(?:årets |förbundets )?resultat(?:et)?": NET_RESULT,
    r"(?:eget|det egna|förbundets egna) kapital(?:et)?": EQUITY,
    r"soliditet(?:en)?": "balance_sheet.equity_ratio",
    r"(?:de )?likvida med(?:el|len)": LIQUID,
    r"(?:bidragen|medlemsbidragen)": "operating_statement.member_contributions",
}
"""What a sentence may be about, and the code of the figure."""

_BROKEN = re.compile(
    r"\b(?:trend\w*|utveckling\w*)\b.*\b(?:växande|ökande|stigande|(?P<down>minskande|sjunkande|krympande))\b"
    r".*\b(?:bruten|brutits|bröts|bryts|brott)\b",
    re.IGNORECASE,
)
"""A trend that is said to be broken: this year went the other way."""

_PLANNED = re.compile(
    r"\b(?:ska|skall|skulle|väntas|förväntas|beräknas|planeras|kommer att|målet|bör|om|räkna\w* med|bedömer)\b",
    re.IGNORECASE,
)
_NOT_TESTED = re.compile(
    r"\b(?:inte|utan|ej|kan|andel(?:en)?|procentenhet(?:er)?|under perioden|senaste|kvartal\w*|"
    r"än (?!(?:den |vad som var |vi hade )?budget|\w*året|(?:19|20)\d\d|i fjol|föregående|förra|planera)\w+)\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"\bbudget\w*", re.IGNORECASE)
_LAST_YEAR = r"\b(?:året före|året innan|året dessförinnan|föregående år|fg år|i fjol|fjolåret\w*|förra året|{year})\b"
_COMPARED = (
    r"(?:\b(?:än|jämfört|jämförelse|jämförs|mot(?! slutet)|gentemot|från(?! och med)|sedan|förhållande|relation|"
    r"förändring)\b|\()[^;:.]*?"
)
"""What stands before last year where the sentence compares with it; without it the sentence speaks of last year."""

_COMPARATIVE = re.compile(rf"\b(?:högre|lägre|större|mindre) (?:{'|'.join(_TERMS)})(?![\w-])", re.IGNORECASE)
_SEVERAL = 2
_SAME = re.compile(r"^ (?:är|var|blev|vilket)\b", re.IGNORECASE)
"""How a clause begins that is of the same as the one before it."""
_BALANCES = ("balance_sheet.", "cash_flow.liquid", "note.")
_DURING = re.compile(r"\b(?:under (?:hela )?(?:året|(?:19|20)\d\d)|på ett år|vid årets slut)\b", re.IGNORECASE)
"""What a balance went up or down during: since it began."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLAUSES = re.compile(
    r"[;:]|, (?:men|medan|och|vilket|så att)|\b(?:men|medan|beror (?:delvis )?på|eftersom|trots att|även om)\b|"
    r"\boch\b(?= \w+(?:en|et|na)\b)"
)


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


_OF_A_PART = {
    f"{INCOME}.operating_costs": COST,
    f"{INCOME}.operating_income": REVENUE,
    "operating_statement.net_cost": NET,
    NET_RESULT: RESULT,
}
"""What an insats has too, by the code of all of it."""


def _here(codes: tuple[str, ...], here: Entry | None) -> tuple[str, ...]:
    """What codes of the whole mean in a text about ``here``: the same of it, or nothing that is known."""
    aspect = _OF_A_PART.get(codes[0]) if codes and here else None
    if here is None or aspect is None:
        return codes
    return tuple(each.code for each in here.senses if aspect in each.aspects and BUDGET not in each.aspects)


def directions(
    sentence: str, before: str, vocabulary: Vocabulary, year: int, here: Entry | None = None
) -> Iterator[Direction]:
    """Read what a sentence says that can be tested, clause by clause.

    ``before`` may tell against what, ``here`` is what the text is about, if it is not the association.
    """
    if not (_moved(sentence) or _BROKEN.search(sentence)):
        return
    budget, last_year = _bases(sentence, year)
    other_years = set(_YEAR.findall(sentence)) - {str(year), str(year - 1)}
    if _PLANNED.search(sentence) or other_years or (budget and last_year) or _is_of_last_year(sentence, year):
        return
    broken = _BROKEN.search(sentence)
    if broken and not _NOT_TESTED.search(sentence):
        found = [code for pattern, code in _TERMS.items() if _names(pattern, sentence)]
        if len(found) == 1 and not budget:
            yield Direction(
                sentence.strip(" ,."), (found[0],), bool(broken["down"]), against_budget=False, is_told=True
            )
        return
    before_it: tuple[str, ...] = ()
    for clause in () if broken else _CLAUSES.split(sentence):
        if _NOT_TESTED.search(clause) or SPAN.search(clause):
            continue
        found = [code for pattern, code in _TERMS.items() if _names(pattern, clause)]
        ways = {way for way, _ in _moved(_without_others(clause))}
        own = _thing(clause, vocabulary, year)
        codes = own if own and len(found) < _SEVERAL else (found[0],) if len(found) == 1 else ()
        codes = codes if own else _here(codes, here)
        codes = codes or (before_it if not found and _SAME.match(clause) else ())
        before_it = codes
        if codes and len(ways) == 1:
            during = codes[0].startswith(_BALANCES) and _DURING.search(clause)
            is_told = budget or last_year or any(_bases(before, year)) or " från " in clause or bool(during)
            yield Direction(clause.strip(" ,."), codes, ways == {1}, budget, is_told)


def _thing(clause: str, vocabulary: Vocabulary, year: int) -> tuple[str, ...]:
    """The codes of the one thing that a clause names by a name of its own; none where it names several, or a part."""
    read = read_of(clause, vocabulary, year)
    words, mentions = read.words, read.mentions
    things = [each for each in mentions if not each.entry.is_term]
    moved = next((match for _, match in _moved(clause)), None)
    if len(things) != 1 or moved is None or not is_free(read, things[0]) or _is_of_part(words, things[0]):
        return ()
    between = [word for word in words if things[0].end <= word.start < moved.start()]
    if moved.start() < things[0].end or any(is_strange(word, vocabulary.own) for word in between):
        return ()
    wanted = frozenset[str]().union(*(each.entry.aspects for each in mentions if each.entry.is_term)) - {BUDGET}
    senses = [each for each in things[0].entry.senses if not each.aspects & (ASKED_FOR | {GRANTED, BUDGET})]
    return tuple(each.code for each in senses if not wanted or not each.aspects or each.aspects & wanted)


def _is_of_part(words: list[Word], thing: Mention) -> bool:
    """Whether what is meant is something of the thing: ``i Steget``, ``Stegets lokaler``."""
    before = words[thing.first - 1].text if thing.first else ""
    after = words[thing.last + 1].text if thing.last + 1 < len(words) else ""
    return before in ("i", "inom", "hos", "vid", "av", "till", "från", "med") or after in ("i", "för", "av", "hos")


_SUBJECT = re.compile(
    r"^(?:(?:för )?(?:19|20)\d\d |i år |under året )?(?:årets resultat|resultatet|året|verksamheten|verksamhetsåret|"
    r"förbundet|vi|det ekonomiska resultatet|förbundets resultat)(?: (?:19|20)\d\d)?\b[^,;]*$",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:är|blev|visar|visade|slutade|slutar|gick|redovisar|redovisade|gav|ger|landade|innebar|uppvisar|gör|gjorde)\b",
    re.IGNORECASE,
)


_IS_TOLD = re.compile(r"\d{3}(?<!20\d\d)|\d,\d|…| av ")
"""An amount, which is held against the figures itself, or a part of something."""


def result_sign(sentence: str, year: int) -> int:
    """What a sentence without an amount says of the year's result: 1 more than nothing, -1 less, 0 nothing."""
    if not any(words.search(sentence) for words in SIGNS) or _IS_TOLD.search(sentence):
        return 0
    years = {int(each) for each in _YEAR.findall(sentence)} - {year}
    if years or any(words.search(sentence) for words in (_PLANNED, _NOT_TESTED)) or any(_bases(sentence, year)):
        return 0
    for clause in _CLAUSES.split(sentence):
        if _SUBJECT.match(clause.strip()) and _OUTCOME.search(clause):
            minus, plus = (bool(words.search(clause)) for words in SIGNS)
            return int(plus) - int(minus)
    return 0


def _names(pattern: str, clause: str) -> bool:
    """Whether a term stands there and means the whole: nobody's own (``insatsens``), not ``för`` or ``i`` something."""
    match = re.search(rf"(?<![\w-])(?:{pattern})(?![\w-])", clause, re.IGNORECASE)
    if match is None:
        return False
    before, after = clause[: match.start()].rstrip(), clause[match.end() :].lstrip()
    somebodys = re.search(r"(?i)(?:s|\b(?:den|det|de|deras|högre|lägre|större|mindre|av))$", before)
    return not somebodys and not re.match(r"(?:för(?! (?:året|verksamheten|\d))|i|av|hos|per|inom)\b", after)


def _moved(text: str) -> list[tuple[int, re.Match[str]]]:
    """The words of a text that say which way something went: 1 up, or better; -1 down, or worse."""
    return [(way, match) for words, way in (*WAYS, *QUALITIES) if (match := words.search(text))]


def _bases(text: str, year: int) -> tuple[bool, bool]:
    """Whether a text names the budget, and last year."""
    return bool(_BUDGET.search(text)), bool(_last_year(year).search(text))


def _last_year(year: int, before: str = "") -> re.Pattern[str]:
    """What names last year in a text, with what has to stand ``before`` it."""
    return re.compile(before + _LAST_YEAR.format(year=year - 1), re.IGNORECASE)


def _is_of_last_year(sentence: str, year: int) -> bool:
    """Whether a sentence tells how last year was, and does not only compare with it."""
    compared = _last_year(year, _COMPARED).sub("", sentence)
    return bool(_last_year(year).search(compared))


def _without_others(clause: str) -> str:
    """A clause less what is said of another term than its own: ``gav lägre resultat``."""
    return _COMPARATIVE.sub("", clause)
