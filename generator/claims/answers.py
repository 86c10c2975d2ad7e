"""What the figures say of a claim: the figures that it may mean, levels, changes and shares, the likeliest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from generator.claims.claim import Base, Claim, Kind
from generator.claims.numbers import TIMES
from generator.claims.terms import (
    ASKED_FOR,
    BUDGET,
    COST,
    DEBT,
    GRANTED,
    MEN,
    NET,
    PART,
    PLANNED,
    REACHED,
    RESULT,
    REVENUE,
    WOMEN,
)
from generator.claims.vocabulary import Mention, Sense
from generator.figures.declaration import SUFFIXES
from generator.figures.figure import Figure, FigureId, Span
from generator.figures.made import difference, share
from generator.ground.formatting import COUNT, KRONOR, POINTS, SHARE
from generator.statements.income_statement import NET_RESULT

_BUDGETS = tuple(suffix for suffix in SUFFIXES.values() if suffix)
_BUDGET_OF = ".budget"
_REACHED, _PLANNED = ".reached", ".planned"
_TOTALS = ("operating_statement.costs", "income_statement.operating_costs")
_INCOMES = ("operating_statement.member_contributions", "income_statement.operating_income")

_AHEAD = {"first": 1, "second": 2, "third": 3}
"""So many years ahead of its own is what a figure tells that is granted for a year to come, by the end of its code."""
_ROUGH = Decimal("0.01")
_MOST = 4
"""So many things at most are added, and so many figures of each tried."""

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
    if 1 < len(claim.things) <= _MOST:
        yield from _sums(claim, figures)
    yield from _levels(claim, senses, figures)
    if claim.kind is Kind.CHANGE or claim.quantity.is_exact:
        yield from _changes(claim, senses, figures)
    if claim.quantity.unit == SHARE:
        yield from _parts(claim, senses, figures)


def _senses(claim: Claim, *, nearest: bool) -> Iterator[Sense]:
    """The senses of the things named, less those of other aspects than the terms beside them; else the terms'."""
    wanted = frozenset[str]().union(*(term.entry.aspects for term in claim.terms))
    if claim.quantity.unit == COUNT and claim.budget:
        wanted = wanted - {REACHED} | {PLANNED}
    if claim.things:
        asked = [
            sense
            for each in claim.things
            for sense in each.entry.senses
            if _is_asked(sense, wanted, claim) and not (nearest and _is_only_granted(sense, each, wanted))
        ]
        yield from asked
        if asked or claim.is_firm or claim.is_placed:
            return
    terms = [term for term in claim.terms if term.entry.senses]
    terms = [term for term in terms if term.entry.aspects & {WOMEN, MEN}] or terms
    if not terms and BUDGET in wanted and claim.negative:
        yield Sense(NET_RESULT)
    for term in terms[:1] if nearest else terms:
        yield from (sense for sense in term.entry.senses if not sense.aspects & (ASKED_FOR - wanted))


def _is_only_granted(sense: Sense, thing: Mention, wanted: frozenset[str]) -> bool:
    """Whether a figure tells what is granted or owed to an insats whose name alone means neither."""
    is_granted = any(GRANTED in each.aspects for each in thing.entry.senses)
    return is_granted and sense.aspects <= {GRANTED, DEBT} and not wanted & {GRANTED, DEBT}


def _is_asked(sense: Sense, wanted: frozenset[str], claim: Claim) -> bool:
    if sense.aspects & ASKED_FOR and not sense.aspects & wanted:
        return claim.quantity.unit == SHARE and sense.aspects & ASKED_FOR == {PART}
    if BUDGET in sense.aspects:
        return claim.budget is not False or not wanted
    asked = wanted - {BUDGET}
    if not asked or not sense.aspects:
        return True
    return bool(sense.aspects & asked)


def _unit(claim: Claim) -> str:
    return SHARE if claim.quantity.unit == POINTS else claim.quantity.unit


def _measures(claim: Claim, sense: Sense) -> tuple[str, ...]:
    if sense.aspects & {BUDGET, PLANNED}:
        return ("",)
    if claim.budget:
        return _BUDGETS
    return ("",) if claim.budget is False else ("", *_BUDGETS)


def _known(figures: Lookup, code: str, year: int, measure: str = "") -> Figure | None:
    figure = figures.get(FigureId(code, year, measure))
    return figure if figure is not None and isinstance(figure.value, Decimal) else None


def _sums(claim: Claim, figures: Lookup) -> Iterator[Answer]:
    """What several things come to together."""
    each = [[sense for sense in thing.entry.senses if not sense.aspects & ASKED_FOR] for thing in claim.things]
    wanted = frozenset[str]().union(*(term.entry.aspects for term in claim.terms))
    for senses in product(*([sense for sense in of if _is_asked(sense, wanted, claim)][:_MOST] for of in each)):
        parts = [next(_levels(claim, (sense,), figures), None) for sense in senses]
        known = [part for part in parts if part]
        if known and len(known) == len(parts):
            yield Answer(known[0].figure, sum((part.amount for part in known), Decimal(0)))


def _levels(claim: Claim, senses: Iterable[Sense], figures: Lookup) -> Iterator[Answer]:
    senses = tuple(senses)
    is_flow = bool(claim.things) and any(term.entry.aspects & {COST, REVENUE} for term in claim.terms)
    for year, sense in product(sorted(claim.years, reverse=True), senses):
        for measure in _measures(claim, sense):
            figure = _known(figures, sense.code, year - _AHEAD.get(sense.code.rpartition(".")[2], 0), measure)
            if figure and figure.unit == claim.quantity.unit and not (is_flow and _is_balance(figure, sense)):
                yield Answer(figure, figure.amount)


def _is_balance(figure: Figure, sense: Sense) -> bool:
    """Whether a figure is of a day, and no word of it was chosen: nobody pays or costs what is owed to him."""
    return not isinstance(figure.period, Span) and not sense.aspects


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
    if claim.base is not Base.YEAR or {BUDGET, PLANNED} & {each for term in claim.terms for each in term.entry.aspects}:
        budgets = (
            _known(figures, sense.code.replace(_REACHED, _PLANNED), year) if sense.code.endswith(_REACHED) else None,
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
    yield from _of_one_sex(claim, senses, figures)
    codes = [sense.code for mention in claim.wholes for sense in mention.entry.senses]
    budget_is_whole = any(BUDGET in mention.entry.aspects for mention in (*claim.wholes, *claim.terms))
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


def _of_one_sex(claim: Claim, senses: Iterable[Sense], figures: Lookup) -> Iterator[Answer]:
    """What part of the participants are women, or men."""
    for year, sense in product(sorted(claim.years, reverse=True), senses):
        front, _, part = sense.code.rpartition(".")
        one, every = (_known(figures, f"{front}.{each}", year) for each in (part, "total"))
        if part in ("women", "men") and one and every and every.amount:
            made = share(one, every)
            yield Answer(made, made.amount, (one, every))


def _totals(claim: Claim) -> list[str]:
    """What a thing is a part of where the sentence does not say: all costs, or all contributions."""
    aspects = {aspect for thing in claim.things for sense in thing.entry.senses for aspect in sense.aspects}
    return list(_TOTALS if aspects & {COST, NET} else _INCOMES)


def _agrees(claim: Claim, amount: Decimal) -> bool:
    """Whether an amount may be told by a number; a change in whole tens of per cent is a rough one."""
    number = claim.quantity
    if number.agrees(amount):
        return True
    is_rough = claim.kind is Kind.CHANGE and number.unit == SHARE and number.value * 10 == int(number.value * 10)
    return is_rough and abs(abs(amount) - number.value) < _ROUGH


def is_contrary(claim: Claim, answer: Answer) -> bool:
    """Whether a change went the other way than the claim says."""
    return bool(answer.of) and claim.kind is Kind.CHANGE and _change_of(answer) * claim.direction < 0


def _change_of(answer: Answer) -> Decimal:
    return answer.of[0].amount - answer.of[1].amount


def before_of(claim: Claim, answer: Answer, figures: Lookup) -> Answer | None:
    """The change to a level that something is said to have come to, where it went the other way."""
    now = answer.figure
    if not (claim.direction and claim.came_to) or claim.kind is Kind.CHANGE or answer.of or now.key.measure:
        return None
    base = _known(figures, now.key.code, claim.base_year if claim.base_year < now.key.year else now.key.year - 1)
    if base is None or (now.amount - base.amount) * claim.direction > 0:
        return None
    made = difference(now, base)
    return Answer(made, made.amount, (now, base))


def is_signed(claim: Claim) -> bool:
    """Whether the number's sign is told: a result of the year, with or without a minus."""
    terms = [term for term in claim.terms if term.entry.senses]
    return claim.kind is Kind.LEVEL and bool(terms) and RESULT in terms[0].entry.aspects and not claim.things


def bears_out(claim: Claim, answer: Answer) -> bool:
    """Whether a figure agrees with a claim, by its own rounding, and where the sign is told by its sign."""
    if not _agrees(claim, answer.amount) or is_contrary(claim, answer):
        return False
    return not is_signed(claim) or claim.negative is None or not answer.amount or (answer.amount < 0) is claim.negative
