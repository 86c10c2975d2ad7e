"""What the figures say of a claim: the figures that it may mean, levels, changes and shares, the likeliest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from generator.claims.claim import Base, Claim, Kind
from generator.claims.numbers import TIMES
from generator.claims.terms import (
    BUDGET,
    COST,
    EACH,
    KEY,
    LACKING,
    MEN,
    NET,
    PART,
    PLANNED,
    QUARTER,
    RESULT,
    WOMEN,
)
from generator.claims.vocabulary import Sense
from generator.figures.declaration import SUFFIXES
from generator.figures.figure import Figure, FigureId
from generator.figures.made import difference, share
from generator.ground.formatting import COUNT, KRONOR, POINTS, SHARE

_BUDGETS = tuple(suffix for suffix in SUFFIXES.values() if suffix)
_BUDGET_OF = ".budget"
_ASKED_FOR = frozenset({PART, QUARTER, EACH, KEY, PLANNED, LACKING, WOMEN, MEN})
"""Aspects that nobody means without a word of it."""
_TOTALS = ("operating_statement.costs", "income_statement.operating_costs")
_INCOMES = ("operating_statement.member_contributions", "income_statement.operating_income")

Lookup = Mapping[FigureId, Figure]


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure that a claim may mean. ``of`` are the figures that it is made of, where a text makes it of them.

    ``amount`` is what the sentence's number is compared with, in the number's unit.
    """

    figure: Figure
    amount: Decimal
    of: tuple[Figure, ...] = ()


def answers(claim: Claim, figures: Lookup) -> Iterator[Answer]:
    """The figures that a claim may mean, as it says itself; no other may contradict it."""
    senses = tuple(_senses(claim, nearest=True))
    if claim.kind is Kind.PART:
        yield from _parts(claim, senses, figures)
    elif claim.kind is Kind.CHANGE:
        yield from _changes(claim, senses, figures)
    else:
        yield from _levels(claim, senses, figures)


def other_answers(claim: Claim, figures: Lookup) -> Iterator[Answer]:
    """The figures that a claim may mean besides, by all that its sentence names: they may only bear it out."""
    senses = tuple(_senses(claim, nearest=False))
    yield from _levels(claim, senses, figures)
    if claim.kind is Kind.CHANGE or claim.quantity.is_exact:
        yield from _changes(claim, senses, figures)
    if claim.quantity.unit == SHARE:
        yield from _parts(claim, senses, figures)


def _senses(claim: Claim, *, nearest: bool) -> Iterator[Sense]:
    """The senses of the things named, less those of other aspects than the terms beside them; else the terms'."""
    wanted = frozenset[str]().union(*(term.entry.aspects for term in claim.terms))
    if claim.things:
        things = claim.things
        yield from (sense for thing in things for sense in thing.entry.senses if _is_asked(sense, wanted, claim))
        return
    terms = [term for term in claim.terms if term.entry.senses]
    for term in terms[:1] if nearest else terms:
        yield from (sense for sense in term.entry.senses if not sense.aspects & (_ASKED_FOR - wanted))


def _is_asked(sense: Sense, wanted: frozenset[str], claim: Claim) -> bool:
    if sense.aspects & _ASKED_FOR and not sense.aspects & wanted:
        return claim.quantity.unit == SHARE and PART in sense.aspects
    if BUDGET in sense.aspects:
        return claim.budget is not False or not wanted
    asked = wanted - {BUDGET}
    if not asked or not sense.aspects:
        return True
    return bool(sense.aspects & asked)


def _unit(claim: Claim) -> str:
    return SHARE if claim.quantity.unit == POINTS else claim.quantity.unit


def _measures(claim: Claim, sense: Sense) -> tuple[str, ...]:
    if BUDGET in sense.aspects:
        return ("",)
    if claim.budget:
        return _BUDGETS
    return ("",) if claim.budget is False else ("", *_BUDGETS)


def _known(figures: Lookup, code: str, year: int, measure: str = "") -> Figure | None:
    figure = figures.get(FigureId(code, year, measure))
    return figure if figure is not None and isinstance(figure.value, Decimal) else None


def _levels(claim: Claim, senses: Iterable[Sense], figures: Lookup) -> Iterator[Answer]:
    senses = tuple(senses)
    for year, sense in product(sorted(claim.years, reverse=True), senses):
        for measure in _measures(claim, sense):
            figure = _known(figures, sense.code, year, measure)
            if figure and figure.unit == claim.quantity.unit:
                yield Answer(figure, figure.amount)


def _changes(claim: Claim, senses: tuple[Sense, ...], figures: Lookup) -> Iterator[Answer]:
    for year, sense in product(sorted(claim.years, reverse=True), senses):
        now = _known(figures, sense.code, year)
        if now is None:
            continue
        for base in _bases(claim, sense, year, figures):
            if now.unit == base.unit:
                yield from _change(claim, now, base)


def _bases(claim: Claim, sense: Sense, year: int, figures: Lookup) -> Iterator[Figure]:
    if claim.base is not Base.BUDGET:
        base = _known(figures, sense.code, claim.base_year if claim.base_year != year else year - 1)
        if base:
            yield base
    if claim.base is not Base.YEAR or BUDGET in {aspect for term in claim.terms for aspect in term.entry.aspects}:
        budgets = (
            *(_known(figures, sense.code, year, each) for each in _BUDGETS),
            _known(figures, f"{sense.code}.budget", year),
        )
        yield from (each for each in budgets if each)


def _change(claim: Claim, now: Figure, base: Figure) -> Iterator[Answer]:
    made, unit = difference(now, base), claim.quantity.unit
    if not isinstance(made.value, Decimal):
        return
    if made.unit == unit or (unit == SHARE and made.unit == POINTS):
        yield Answer(made, made.amount, (now, base))
    if unit == SHARE and now.unit != SHARE and base.amount:
        yield Answer(made, made.amount / abs(base.amount), (now, base))
    if unit == TIMES and base.amount:
        yield Answer(made, now.amount / base.amount, (now, base))


def _parts(claim: Claim, senses: tuple[Sense, ...], figures: Lookup) -> Iterator[Answer]:
    if not claim.wholes or claim.things:
        yield from _levels(claim, senses, figures)
    codes = [sense.code for mention in claim.wholes for sense in mention.entry.senses]
    budget_is_whole = any(BUDGET in mention.entry.aspects for mention in claim.wholes)
    wholes = codes or (_totals(claim) if claim.things and not claim.wholes else [])
    for year in sorted(claim.years, reverse=True):
        for sense in senses:
            for measure in _measures(claim, sense):
                part = _known(figures, sense.code, year, measure)
                if part is None or part.unit not in (KRONOR, COUNT):
                    continue
                of = [_known(figures, code, year, measure) for code in wholes if code != sense.code]
                if budget_is_whole:
                    of += [_known(figures, sense.code, year, each) for each in _BUDGETS]
                    of += [_known(figures, f"{sense.code}{_BUDGET_OF}", year)]
                for whole in of:
                    if whole and whole.unit == part.unit and whole.amount:
                        made = share(part, whole)
                        yield Answer(made, made.amount, (part, whole))


def _totals(claim: Claim) -> list[str]:
    """What a thing is a part of where the sentence does not say: all costs, or all contributions."""
    aspects = {aspect for thing in claim.things for sense in thing.entry.senses for aspect in sense.aspects}
    return list(_TOTALS if aspects & {COST, NET} else _INCOMES)


def is_signed(claim: Claim) -> bool:
    """Whether the number's sign is told: a result of the year, with or without a minus."""
    terms = [term for term in claim.terms if term.entry.senses]
    return claim.kind is Kind.LEVEL and bool(terms) and RESULT in terms[0].entry.aspects and not claim.things


def bears_out(claim: Claim, answer: Answer) -> bool:
    """Whether a figure agrees with a claim, by its own rounding, and where the sign is told by its sign."""
    if not claim.quantity.agrees(answer.amount):
        return False
    return not is_signed(claim) or claim.negative is None or not answer.amount or (answer.amount < 0) is claim.negative
