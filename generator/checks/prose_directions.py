"""Words of direction in the texts against the figures, and an over- or underskott told without an amount."""

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.messages_plausible import DIRECTION_DIFFERS, DIRECTION_UNCLEAR
from generator.checks.messages_prose import RESULT_SIGN_DIFFERS
from generator.checks.sentences import Sentence, sentences
from generator.claims.directions import Direction
from generator.claims.judging import directions_in, sign_in
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId
from generator.figures.measures import shown_suffixes
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import small_first, told_amount
from generator.ground.names import brief
from generator.statements.income_statement import NET_RESULT


def directions_are_those_of_the_figures(case: Case) -> Iterator[Finding]:
    """What is said to have risen has risen, against the budget or last year; where neither is named it is asked for."""
    if case.derived is None or case.vocabulary is None:
        return
    told = {each.sentence for each in case.numbers if each.judged.is_contrary}
    vocabulary, year = case.vocabulary, case.derived.association.year
    for sentence in sentences(case):
        if sentence.text in told:
            continue
        for said in directions_in(sentence, vocabulary, year):
            yield from _direction_findings(said, sentence, case.derived)


def _direction_findings(said: Direction, sentence: Sentence, derived: Derivation) -> Iterator[Finding]:
    pairs = [pair for code in said.codes if (pair := _pair(code, said, derived))]
    if not pairs or any(now.amount == base.amount or (now.amount > base.amount) is said.up for now, base in pairs):
        return
    now, base = pairs[0]
    values = {
        "found": brief(said.words),
        "term": small_first(now.label),
        "now": told_amount(now.amount, now.unit),
        "base": "i budgeten" if said.against_budget else str(derived.association.year - 1),
        "before": told_amount(base.amount, base.unit),
    }
    sides = Sides(Side(now.label, now.amount), Side(f"{base.label} {values['base']}", base.amount), unit=now.unit)
    rule = DIRECTION_DIFFERS if said.is_told else DIRECTION_UNCLEAR
    yield rule.found(sentence.place, **values).between(sides).resting_on(now.cells() | base.cells())


def _pair(code: str, said: Direction, derived: Derivation) -> tuple[Figure, Figure] | None:
    """A figure of the year and what it is held against; None where either has no number."""
    year = derived.association.year
    budget = shown_suffixes(derived.association)[0]
    now = derived.figures.get(FigureId(code, year))
    base = derived.figures.get(FigureId(code, year, budget) if said.against_budget else FigureId(code, year - 1))
    if now is None or base is None or not isinstance(now.value, Decimal) or not isinstance(base.value, Decimal):
        return None
    return now, base


def the_result_is_what_it_is_called(case: Case) -> Iterator[Finding]:
    """A year that is said to have ended in a deficit did, and so with a surplus."""
    result = case.derived.figures.get(FigureId(NET_RESULT, case.derived.association.year)) if case.derived else None
    if result is None or not isinstance(result.value, Decimal) or case.vocabulary is None:
        return
    for sentence in sentences(case):
        if sign_in(sentence, case.vocabulary, result.key.year) * result.amount < 0:
            amount = told_amount(result.amount, result.unit)
            found = RESULT_SIGN_DIFFERS.found(sentence.place, found=brief(sentence.text), amount=amount)
            yield found.resting_on(result.cells())
