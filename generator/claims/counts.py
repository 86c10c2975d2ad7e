"""Counts in sentences: a number before what the registers count, ``nio ledamöter``, held against what they come to.

A smaller number may be of some of them, so it differs only where the sentence speaks of all; a larger one always.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from generator.claims import patterns
from generator.claims.answers import Answer, Lookup
from generator.claims.claim import Claim, Kind
from generator.claims.held_back import is_of_another
from generator.claims.judged import Judged, Verdict
from generator.claims.numbers import WORDS, Quantity
from generator.claims.sentence import Read, words_from
from generator.claims.words import Word, stem
from generator.figures.figure import Figure
from generator.ground.formatting import COUNT

_NOUNS: Mapping[str, tuple[str, ...]] = {
    "insat": ("counts.insatser",),
    "ledamot": ("counts.ledamöter",),
    "ersät": ("counts.ersättare",),
    "medlem": ("counts.medlemmar",),
    "kommun": ("counts.medlemmar.kommun",),
    "medlemskommun": ("counts.medlemmar.kommun",),
    "bilag": ("appendices",),
    "anställd": ("overview.antal_anställda", "overview.anställda"),
    "mål": ("goals.total",),
    "delmål": ("goals.total",),
    "verksamhetsmål": ("goals.total.verksamhet",),
}
"""What is counted, and what the codes of the counts begin with."""
_STEP = "goals.step."
_BETWEEN, _SAME = 2, 5
_OF_ALL = re.compile(
    r"\b(?:sammanlagt|totalt|tillsammans|alla|samtliga|finansier\w+|driv\w+|bedriv\w+|best(?:år|ått|od) av|hör|"
    r"har|hade|de|sitter|länets|förbundets|våra|är)\b",
    re.IGNORECASE,
)
_ALL_AFTER = re.compile(
    r"^(?:hör|ingår|satt|sitter|utgör|finansier|(?:är|var) (?:alla )?(?:medlem|anslut))", re.IGNORECASE
)
_OF_OTHERS = re.compile(
    r"\b(?:budgeterad\w*|planera\w*|nya|ytterligare|minst|högst|upp till|per|nästa|kommande|ska|tidigare|i fjol|"
    r"\w*grupp\w*|\w*utskott\w*|nämnd\w*|kommitté\w*|\w*råd(?:et)?|presidi\w*|"
    r"året före|föregående|av insatserna|varav|andra|målet|vakan\w*|till \w+ av|län(?:et)? har|landet)\b",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    r"\bantalet (?P<noun>\w+)(?: (?:har|i|vid|slut|årets|förbundet|under|året|20\d\d|var|är|blev|uppgick|uppgår|till|"
    r"ökade|ökat|minskade|minskat|sjönk|steg|från|\w+ till))* $",
    re.IGNORECASE,
)
_OF_THE_PLAN = re.compile(r"\b(?:sammanlagt|totalt)\b|^Av |\bav (?:de|planens|förbundets|målen|årets)\b", re.IGNORECASE)
"""What tells that all goals of the plan are meant, and not those of an area."""
_FROM = re.compile(r"\bfrån $", re.IGNORECASE)
_SOME_AFTER = re.compile(
    r"^ (?:(?:är|var) (?:nya|nyvalda|vakanta)|har (?:av|slut|byt|till|val)\w+|avslutades|avgick|tillkom|startade|"
    r"från|till|sedan)\b",
    re.IGNORECASE,
)
_OF_SO_MANY = re.compile(rf"\b(?:(?:\d+|{'|'.join(WORDS)}) av|från) $", re.IGNORECASE)
_NEAR, _CLOSE = 40, 25
"""So many letters after a number tell of its goals, and so many before it whether it is of all."""
_FAR, _MORE = 3, 10
"""So many times what the register has is a count of something else."""


def counts_in(read: Read, taken: Collection[int], figures: Lookup) -> Iterator[Judged]:
    """Judge the counts of a sentence; a number in digits that counts nothing known is left alone.

    ``taken`` are the places of those that have been judged already.
    """
    for number in read.counts:
        if number.start in taken or (number.is_word and number.value == 1):
            continue
        following = [read.words[place] for place in words_from(read, number.end, len(read.text))[: _BETWEEN + 1]]
        place = next((place for place, word in enumerate(following) if word.stem in _NOUNS), None)
        judged = list(_step(read, number, figures))
        if not judged and place is not None and all(_is_adjective(word) for word in following[:place]):
            judged = list(_register(read, number, following[: place + 1], _years(read, number), figures))
        judged = judged or list(_before(read, number, figures))
        alone = [] if number.is_word else [Judged(Claim(number, read.text[number.start : number.end]), Verdict.ALONE)]
        yield from judged or alone


def _before(read: Read, number: Quantity, figures: Lookup) -> Iterator[Judged]:
    """A count of what is named before it: ``antalet anställda har minskat från nio till sex``."""
    match = _NUMBER_OF.search(read.text[: number.start])
    noun = stem(match["noun"].casefold()) if match else ""
    if not match or noun not in _NOUNS:
        return
    is_from = bool(_FROM.search(read.text[: number.start]))
    years = {read.year - 1} if is_from else _years(read, number)
    found = _counts(figures, _NOUNS[noun], years)
    for code in _NOUNS[noun]:
        if code in found:
            claim = Claim(number, read.text[match.start() : number.end], kind=Kind.COUNT, is_firm=True)
            agrees = number.agrees(found[code].amount)
            told = Verdict.AGREES if agrees else Verdict.ALONE if number.is_limit else Verdict.DIFFERS
            other = _other_way(read, number, found[code], figures) if agrees else None
            if other:
                yield Judged(claim, Verdict.DIFFERS, other, is_contrary=True)
                return
            yield Judged(claim, told, Answer(found[code], found[code].amount))
            return


def _other_way(read: Read, number: Quantity, now: Figure, figures: Lookup) -> Answer | None:
    """The change to a count that it is said to have come to, where it went the other way."""
    front = read.text[: number.start]
    way = next((sign for words, sign in patterns.WAYS if words.search(front)), 0)
    base = figures.get(now.key._replace(year=now.key.year - 1))
    if not way or not front.endswith("till ") or base is None or not isinstance(base.value, Decimal):
        return None
    change = now.amount - base.amount
    return Answer(now, change, (now, base)) if change * way < 0 else None


def _years(read: Read, number: Quantity) -> set[int]:
    """The year that is named before a count, else the report's."""
    named = [each.year for each in read.years if not each.is_base and each.end <= number.start]
    after = [each.year for each in read.years if number.end < each.start < number.end + _CLOSE and not each.is_base]
    return set(after[:1] or named[-1:]) or {read.year}


def _is_adjective(word: Word) -> bool:
    return word.text.endswith(("de", "a", "e")) and word.text not in ("de", "båda", "andra")


def _register(read: Read, number: Quantity, words: list[Word], years: set[int], figures: Lookup) -> Iterator[Judged]:
    *adjectives, noun = words
    codes = _NOUNS[noun.stem]
    found = _counts(figures, codes, years)
    kind = {code for code in found if any(code.rpartition(".")[2][:_SAME] == word.stem[:_SAME] for word in adjectives)}
    found = {code: figure for code, figure in found.items() if code in kind} if kind else found
    if not found:
        return
    whole = next((found[code] for code in codes if code in found), next(iter(found.values())))
    claim = Claim(number, read.text[number.start : noun.end], kind=Kind.COUNT, is_firm=True)
    yield Judged(claim, _verdict(read, number, noun, found, whole), _answer(number, found, whole))


def _verdict(read: Read, number: Quantity, noun: Word, found: Mapping[str, Figure], whole: Figure) -> Verdict:
    if number.agrees(whole.amount):
        return Verdict.AGREES
    words = [stem(word.text)[:_SAME] for word in read.words]
    if any(number.agrees(figure.amount) and code.rpartition(".")[2][:_SAME] in words for code, figure in found.items()):
        return Verdict.AGREES
    is_far = number.value > max(whole.amount * _FAR, whole.amount + _MORE)
    some = _OF_SO_MANY.search(read.text[: number.start]) or _SOME_AFTER.search(read.text[noun.end :])
    if (
        some
        or number.is_limit
        or is_far
        or _OF_OTHERS.search(read.text[: noun.end])
        or is_of_another(read, 0, number.start)
    ):
        return Verdict.ALONE
    near = read.text[max(0, number.start - _CLOSE) : number.start]
    if noun.stem == "mål" and number.value <= whole.amount:
        return Verdict.ALONE  # an area may be called a goal too
    is_of_all = _OF_ALL.search(near) or _ALL_AFTER.search(read.text[noun.end :].lstrip())
    return Verdict.DIFFERS if number.value > whole.amount or is_of_all else Verdict.ALONE


def _answer(number: Quantity, found: Mapping[str, Figure], whole: Figure) -> Answer:
    figure = next((figure for figure in found.values() if number.agrees(figure.amount)), whole)
    return Answer(figure, figure.amount)


def _counts(figures: Lookup, codes: tuple[str, ...], years: set[int]) -> Mapping[str, Figure]:
    """The counts of the years whose codes begin with any of ``codes``, by code; none that nobody has counted."""
    return {
        key.code: figure
        for key, figure in figures.items()
        if key.year in years and figure.unit == COUNT and isinstance(figure.value, Decimal) and figure.amount
        if any(f"{key.code}.".startswith(f"{code}.") for code in codes)
    }


def _step(read: Read, number: Quantity, figures: Lookup) -> Iterator[Judged]:
    """A number of goals that have come so far: ``sju är uppfyllda``."""
    text, words, year = read.text, read.words, read.year
    if not any(word.stem in ("mål", "delmål") for word in words):
        return
    after = [stem(word.text)[:_SAME] for word in words if number.end <= word.start < number.end + _NEAR]
    steps = {
        tuple(stem(part)[:_SAME] for part in key.code.removeprefix(_STEP).split("_")): figure
        for key, figure in figures.items()
        if key.code.startswith(_STEP) and "." not in key.code.removeprefix(_STEP) and key.year == year
        if isinstance(figure.value, Decimal)
    }
    for step in sorted(steps, key=len, reverse=True):
        place = next((place for place in range(len(after)) if tuple(after[place : place + len(step)]) == step), None)
        if place is not None and place <= _BETWEEN:
            figure = steps[step]
            claim = Claim(
                number, text[number.start : number.end + _NEAR].rpartition(" ")[0], kind=Kind.COUNT, is_firm=True
            )
            told = Verdict.DIFFERS if _OF_THE_PLAN.search(text) or _is_more(read, number, figure) else Verdict.ALONE
            verdict = Verdict.AGREES if number.agrees(figure.amount) else told
            yield Judged(claim, verdict, Answer(figure, figure.amount))
            return


def _is_more(read: Read, number: Quantity, figure: Figure) -> bool:
    """Whether more goals are said to have come so far than have in all: then they are no area's."""
    is_of_others = _OF_OTHERS.search(read.text) or _OF_SO_MANY.search(read.text[: number.start])
    return (
        number.value > figure.amount and not (number.is_limit or is_of_others) and _years(read, number) == {read.year}
    )
