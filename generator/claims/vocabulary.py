"""The vocabulary of a report: which figures the words of a sentence may mean. Made once; words are looked up in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.claims.terms import BEFORE_NAMES, DEBT, LABELS, MEN, REACHED, REVENUE, SYNONYMS, TERMS, WOMEN, Term
from generator.claims.words import Word, stem, stems
from generator.figures.figure import Figure, FigureId
from generator.ground.formatting import COUNT
from generator.ground.names import folded

_NOT_IN_PROSE = re.compile(
    r"(?:survey|cash_flow\.(?:disposal_results|scrappings)|indicator|charts?|equity_level|counts|goals|appendices|free|chart)\b"
    r"|.*(?:not_liquid|undistributed|rounding|difference|unexplained|\.group\.|reason|from_row|members\.party\.[^.]+\.quarter)"
)
"""Codes of what no sentence calls by its name, or whose numbers are told as counts."""
_PARTS = re.compile(r"[,:] ")
_CATEGORIES = "participants."
"""What the codes of participants begin with: they are named by their categories."""
_OF_ALL = re.compile(r"participants\.[^.]+\.(?:total|women|men)")
_LONGEST = 8
_TELLING = 4
"""A name of several words has one of so many letters without its ending: *Per år* is none."""
_WHOLE = 5
"""Or else two of so many with it: *Vägen vidare* is one."""
_SHORT = 5
OWN_NAMES = ("members.", "insats.", "granted.", "activity.")
_DISTINCT = 6
"""So long is the first word of a name that stands for all of it: ``EU-medel`` of ``EU-medel och andra bidrag``."""
_EMPTY = frozenset(
    ("övrigt", "övriga", "totalt", "ingående", "summa", "avrundning", "pågår", "alla insatser", "n", "")
) | {"ökning", "minskning", "förändring", "avvikelse", "skillnad"}
_COMPOUND = re.compile(r"(?P<first>\w{4,}?)s?(?P<last>kostnad|intäkt|bidrag|budget)")


@dataclass(frozen=True, slots=True)
class Sense:
    """A figure that a name may mean, with the aspects of the thing that it tells; none: the thing itself."""

    code: str
    aspects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase may mean. ``aspects`` are those that it chooses among another's senses; a thing has none.

    ``is_term``: a word of the trade; else the name of something of the association's own.
    """

    phrase: tuple[str, ...]
    senses: tuple[Sense, ...]
    aspects: frozenset[str] = frozenset()
    is_term: bool = False
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase of the vocabulary that stands in a sentence, as places among its words and in its text."""

    entry: Entry
    first: int
    last: int
    start: int
    end: int


class Vocabulary:
    """The phrases by which a report's figures are known, by their first stem, the longest first."""

    def __init__(
        self, figures: Mapping[FigureId, Figure], names: Iterable[tuple[str, ...]] = (), own: Iterable[str] = ()
    ) -> None:
        """Gather them of the figures that have a number.

        ``names`` are groups of names of one thing, ``own`` what the association itself is called.
        """
        self.own = frozenset(stem for name in own for stem in stems(name))
        senses = _senses(figures)
        names = tuple(names)
        self._registered = frozenset(phrase for group in names for name in group if (phrase := stems(name)))
        for group in (*SYNONYMS, *names, *(term.phrases for term in TERMS)):
            _shared(senses, group)
        terms = {stems(phrase): term for term in TERMS for phrase in term.phrases}
        codes = {key.code: None for key, figure in figures.items() if isinstance(figure.value, Decimal)}
        totals = [code for code in codes if _OF_ALL.fullmatch(code)]
        self.counts = {key: figure for key, figure in figures.items() if figure.unit == COUNT}
        self._entries: dict[str, list[Entry]] = {}
        for phrase in dict.fromkeys((*senses, *terms)):
            term = terms.get(phrase)
            meant = senses.get(phrase, {})
            if term:
                own_codes = (*term.codes, *(code for code in totals if _is_total(code, term)))
                meant = {**{Sense(code): None for code in own_codes if code in codes}, **meant}
            entry = Entry(
                phrase,
                tuple(sorted(meant, key=_is_internal)),
                term.aspects if term else frozenset(),
                term is not None,
                bool(term and term.negative),
            )
            self._entries.setdefault(phrase[0], []).append(entry)
        for entries in self._entries.values():
            entries.sort(key=lambda each: -len(each.phrase))

    def mentions(self, words: list[Word]) -> Iterator[Mention]:
        """Find the phrases in a sentence from left to right, the longest at each place."""
        place = 0
        while place < len(words):
            found = self._at(words, place)
            if found:
                yield found
                place = found.last + 1
                continue
            yield from self._compound(words[place], place)
            place += 1

    def _at(self, words: list[Word], place: int) -> Mention | None:
        for entry in self._entries.get(words[place].stem, ()):
            last = place + len(entry.phrase) - 1
            stands = last < len(words) and all(
                word.stem == stem for word, stem in zip(words[place : last + 1], entry.phrase, strict=True)
            )
            if stands and (words[place].is_capital or not _is_proper(entry)):
                return Mention(entry, place, last, words[place].start, words[last].end)
        return None

    def _compound(self, word: Word, place: int) -> Iterator[Mention]:
        """Two mentions of a word that is made of two: ``arvodeskostnaderna`` of arvoden and kostnader."""
        match = _COMPOUND.fullmatch(word.stem)
        first = self._single(stem(match["first"])) if match else None
        last = self._single(match["last"]) if match else None
        if match and first and last and not first.is_term:
            middle = word.start + len(match["first"])
            yield Mention(first, place, place, word.start, middle)
            yield Mention(last, place, place, middle, word.end)

    def _single(self, stem: str) -> Entry | None:
        return self._entry((stem,))

    def _entry(self, phrase: tuple[str, ...]) -> Entry | None:
        return next((entry for entry in self._entries.get(phrase[0], ()) if entry.phrase == phrase), None)

    def whole(self, name: str) -> Entry | None:
        """What a name means that stands alone, in no sentence; None where it is none of the report's."""
        phrase = stems(name)
        return self._entry(phrase) if phrase else None

    def place(self, under: tuple[str, ...]) -> Entry | None:
        """What a text is about by the names that it stands under: the nearest that is in a register.

        It has no senses where no figure is known of it; None where the text is of the association.
        """
        phrase = next((phrase for name in under if (phrase := stems(name)) in self._registered), None)
        entry = self._entry(phrase) if phrase else None
        if phrase is None or (entry and entry.is_term):
            return None
        return entry or Entry(phrase, ())


def _is_internal(sense: Sense) -> bool:
    """Whether a figure is a part that few know, so that the whole goes before it where they are the same."""
    return sense.code.startswith("activity.") and sense.code.endswith(".operating_costs")


def _is_total(code: str, term: Term) -> bool:
    """Whether a figure counts all participants, or all women or men, as a term does."""
    part = WOMEN if code.endswith(".women") else MEN if code.endswith(".men") else REACHED
    return part in term.aspects


def _is_proper(entry: Entry) -> bool:
    """Whether a short name is somebody's own, and no words of prose without a capital: *Växa*, *Vägen vidare*."""
    (first, *more) = entry.phrase
    is_short = _is_short(entry.phrase) if more else len(first) <= _SHORT
    return is_short and any(each.code.startswith(OWN_NAMES) for each in entry.senses)


def _is_short(phrase: tuple[str, ...]) -> bool:
    return all(len(each) < _TELLING for each in phrase)


def _tells(name: str, phrase: tuple[str, ...]) -> bool:
    """Whether a name is one by which anything is known, and no phrase that may mean any of many: *Per år*."""
    whole = sum(len(word) >= _WHOLE for word in name.split())
    return len(phrase) == 1 or not _is_short(phrase) or whole > 1


_Senses = dict[tuple[str, ...], dict[Sense, None]]


def _senses(figures: Mapping[FigureId, Figure]) -> _Senses:
    """What each name means, of the labels of the figures that have a number."""
    labels: dict[str, str] = {}
    for key, figure in figures.items():
        is_new = not key.measure or key.code not in labels
        if is_new and isinstance(figure.value, Decimal) and not _NOT_IN_PROSE.match(key.code):
            labels[key.code] = figure.label
    senses: _Senses = {}
    for code, label in labels.items():
        for name, aspects in _names(code, label):
            phrase = stems(name)
            if _tells(name, phrase) and 0 < len(phrase) <= _LONGEST and folded(name) not in _EMPTY:
                senses.setdefault(phrase, {})[Sense(code, aspects)] = None
    return senses


def _names(code: str, label: str) -> Iterator[tuple[str, frozenset[str]]]:
    """What a label names, and which aspect of it: ``Budget, Coachingteam`` is the budget of Coachingteam."""
    parts = _PARTS.split(label)
    aspects = frozenset[str]().union(*(LABELS.get(folded(part), frozenset()) for part in parts))
    own = [part for part in parts if folded(part) not in LABELS]
    name = ", ".join(own).removeprefix("Summa ").removeprefix("Antal ")
    if len(own) > 1:
        yield f"{own[0]} i {own[1]}", aspects
    if not own:
        yield label, frozenset()
        return
    yield name, aspects
    if code.startswith(_CATEGORIES) and len(own) > 1:
        yield own[-1], aspects | {REACHED}
    name = re.sub(r",? (?:inkl|exkl|utan|ej|\(|20\d\d).*$", "", name)
    yield name, aspects
    if ", " in name:
        yield name.replace(", ", " och "), aspects
        yield name.replace(", ", " i "), aspects
    first, _, more = name.partition(" och ")
    if more and len(first) >= _DISTINCT and " " not in first:
        yield first, aspects
    if name.endswith(" kommun"):
        yield name.removesuffix(" kommun"), aspects
    before = next((each for each in BEFORE_NAMES if folded(name).startswith(f"{each} ")), "")
    if before and name[len(before) + 1 :]:
        mark = {DEBT} if before.startswith("skuld") else {REVENUE} if "bidrag" in before else {before}
        rest = name[len(before) + 1 :]
        yield rest, aspects | mark
        if rest.endswith(" kommun"):
            yield rest.removesuffix(" kommun"), aspects | mark
        if rest.startswith("Region "):
            yield "regionen", aspects | mark


def _shared(senses: _Senses, names: tuple[str, ...]) -> None:
    """Let every name of a thing mean what any of them means."""
    phrases = list(dict.fromkeys(phrase for name in names if 0 < len(phrase := stems(name)) <= _LONGEST))
    together = {sense: None for phrase in phrases for sense in senses.get(phrase, ())}
    for phrase in phrases if together else ():
        senses[phrase] = {**senses.get(phrase, {}), **together}
