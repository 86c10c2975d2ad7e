"""The numbers of the texts against the figures: what each sentence claims is held against what is derived.

What a sentence means is read by ``generator/claims/``; what differs is a finding here, and all of it is listed by
``check --numbers``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.blocks.case import Case
from generator.checks.messages_plausible import COUNT_DIFFERS, DIRECTION_DIFFERS
from generator.checks.messages_prose import NUMBER_DIFFERS, PUT_THERE
from generator.checks.prose_names import names_of_things
from generator.checks.prose_references import proposed
from generator.checks.sentences import Sentence, same_texts, sentences
from generator.claims.answers import Answer
from generator.claims.claim import Kind
from generator.claims.judged import NumberInText, Verdict
from generator.claims.judging import judged_in
from generator.claims.numbers import TIMES, Quantity
from generator.claims.vocabulary import OWN_NAMES, Vocabulary
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, period_year
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import (
    COUNT,
    KRONOR,
    POINTS,
    SHARE,
    in_words,
    number,
    percent,
    small_first,
    told_amount,
)
from generator.ground.names import brief_around
from generator.model.post_names import PostName
from generator.texts.figures import FigureTexts, figure_texts

_WORDS_FIRST = ("Budget", "Förbrukade", "Överskott", "Underskott", "Deltagare", "Planerade", "Kostnad", "Beviljade")
"""How labels begin that tell what of something before its name."""


def vocabulary_of(derived: Derivation) -> Vocabulary:
    """The words by which a report's figures are known."""
    own = (derived.association.name, derived.association.short_name)
    posts = [(row.line, str(row.name)) for row in derived.underlag.rows(PostName)]
    return Vocabulary(derived.figures, (*names_of_things(derived.underlag), *posts), own)


def with_numbers(case: Case) -> Case:
    """Read every number of the texts that are printed, and hold it against the figures, once for all rules."""
    if case.derived is None:
        return case
    vocabulary = vocabulary_of(case.derived)
    judged = replace(case, vocabulary=vocabulary, numbers=numbers_in(sentences(case), case.derived, vocabulary))
    same_texts(judged, case)
    return judged


def numbers_in(texts: Iterable[Sentence], derived: Derivation, vocabulary: Vocabulary) -> tuple[NumberInText, ...]:
    """Read every number of sentences, and hold it against the figures."""
    figures, year = derived.figures, derived.association.year
    return tuple(
        NumberInText(judged, sentence.text, sentence.place, sentence.before, sentence.under)
        for sentence in texts
        for judged in judged_in(sentence, vocabulary, year, figures)
    )


def numbers_are_those_of_the_figures(case: Case) -> Iterator[Finding]:
    """What a sentence says that a figure is, the figure is, by the number's own rounding."""
    if case.derived is None or case.names is None:
        return
    texts = figure_texts(case.names, case.derived)
    for each in case.numbers:
        if each.judged.verdict is Verdict.DIFFERS and each.judged.answer:
            yield _finding(each, each.judged.answer, texts, case)


def _finding(each: NumberInText, answer: Answer, texts: FigureTexts, case: Case) -> Finding:
    claim = each.judged.claim
    if each.judged.is_contrary:
        return _contrary(each, answer)
    if claim.kind is Kind.COUNT:
        return _count(each, answer, texts)
    values = {
        "found": brief_around(each.found, each.written),
        "label": told_label(answer),
        "amount": told_amount_of(answer, claim.quantity),
        "advice": _advice(each, answer, texts, case),
    }
    said = -claim.quantity.value if claim.negative and answer.amount < 0 else claim.quantity.value
    unit = SHARE if claim.quantity.unit in (SHARE, POINTS) else KRONOR if claim.quantity.unit == KRONOR else COUNT
    bound = (claim.quantity.high - claim.quantity.low) / 2
    cells = tuple(fact.source for fact in answer.figure.leaves())[:3]
    sides = Sides(Side("I texten", said, (each.place,)), Side(values["label"], answer.amount, cells), bound, unit)
    return NUMBER_DIFFERS.found(each.place, **values).between(sides).resting_on(answer.figure.cells())


def _advice(each: NumberInText, answer: Answer, texts: FigureTexts, case: Case) -> str:
    """The reference to put there: it is read where it would stand, and offered only if the sentence then agrees."""

    def agrees(text: str, start: int) -> bool:
        if case.derived is None or case.vocabulary is None:
            return False
        put = Sentence(text, each.before, each.place, each.under)
        numbers = numbers_in([put], case.derived, case.vocabulary)
        read = [other.judged.verdict for other in numbers if other.judged.claim.quantity.start == start]
        return read == [Verdict.AGREES]

    found = proposed(each, answer, texts, agrees)
    return PUT_THERE.format(reference=found[0], written=found[1]) if found else ""


def _contrary(each: NumberInText, answer: Answer) -> Finding:
    """A change that went the other way than the words say."""
    now, base = answer.of
    by_budget = base.key.measure or base.key.year == now.key.year
    values = {
        "found": brief_around(each.found, each.written),
        "term": _within(now),
        "now": told_amount(now.amount, now.unit),
        "base": "i budgeten" if by_budget else str(period_year(base.period)),
        "before": told_amount(base.amount, base.unit),
    }
    sides = Sides(Side(now.label, now.amount), Side(f"{base.label} {values['base']}", base.amount), unit=now.unit)
    found = DIRECTION_DIFFERS.found(each.place, **values).between(sides)
    return found.resting_on(now.cells() | base.cells())


def _count(each: NumberInText, answer: Answer, texts: FigureTexts) -> Finding:
    """A count of a register that is another."""
    claim = each.judged.claim
    values = {
        "found": each.found,
        "counted": in_words(int(answer.amount)),
        "name": texts.name_of(answer.figure),
    }
    sides = Sides(
        Side("I texten", claim.quantity.value, (each.place,)), Side(answer.figure.label, answer.amount), unit=COUNT
    )
    return COUNT_DIFFERS.found(each.place, **values).between(sides).resting_on(answer.figure.cells())


def told_label(answer: Answer) -> str:
    """What a figure is called in a message, with its year and measure."""
    if answer.of:
        return _made_label(answer)
    return _label(answer.figure)


def _label(figure: Figure) -> str:
    return f"{figure.label} {period_year(figure.period)}"


def _made_label(answer: Answer) -> str:
    one, other = answer.of
    if answer.figure.unit == SHARE:
        return f"{_label(one)} som andel av {_within(other)}"
    if one.label == other.label and period_year(one.period) == period_year(other.period):
        return f"skillnaden för {_within(one)} mot budget {period_year(one.period)}"
    if one.label == other.label:
        return f"skillnaden för {_within(one)} mellan {period_year(other.period)} och {period_year(one.period)}"
    return f"skillnaden mellan {_label(one)} och {_within(other)}"


def _within(figure: Figure) -> str:
    """A figure's label within a sentence: a name of the association's own keeps its capital."""
    is_own = figure.key.code.startswith(OWN_NAMES) and not figure.label.startswith(_WORDS_FIRST)
    return figure.label if is_own else small_first(figure.label)


def told_amount_of(answer: Answer, quantity: Quantity) -> str:
    """What a number is held against, in the number's own unit."""
    amount = answer.amount
    if quantity.unit == SHARE:
        return percent(amount, 1)
    if quantity.unit == POINTS:
        return f"{number(amount * 100, 1)} procentenheter"
    return f"{number(amount, 1)} gånger" if quantity.unit == TIMES else told_amount(amount, quantity.unit)
