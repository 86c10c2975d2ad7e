"""The rule of goals against the report's own figures: an outcome that the report derives is not another there."""

import re
from collections.abc import Iterator

from generator.blocks.case import Case
from generator.checks.prose import numbers_in, told_amount_of, told_label, vocabulary_of
from generator.checks.sentences import Sentence
from generator.claims.judged import Verdict
from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.subjects.goals.messages import OUTCOME_DIFFERS
from generator.subjects.goals.rows import Goal
from generator.subjects.goals.rows_areas import told_goals

_MEASURED = re.compile(r"\d.*(?:%|procent|kr\b|kronor|tkr|mnkr)", re.IGNORECASE)
"""An outcome that a figure can be held against: a share or an amount."""
_WANTED = re.compile(
    r"\b(?:ska|skall|bör|får|är)\b.*?\d[\d\s]*(?:,\d+)?\s*(?:%|procent|kr\b|kronor|tkr|mnkr)?", re.IGNORECASE
)
_VERB = re.compile(r"\b(?:ska|skall|bör|får|är)\b", re.IGNORECASE)


def outcomes_are_those_of_the_figures(case: Case) -> Iterator[Finding]:
    """What a goal's outcome says of a figure that the report derives, the figure is, by the number's own rounding.

    The outcome is read as a sentence with the words of the goal or of its indicator. Where one of them agrees, or none
    names a figure, nothing is said.
    """
    measured = [entry for entry in told_goals(case.underlag) if _MEASURED.search(entry.row.outcome)]
    if case.derived is None or not measured:
        return
    vocabulary = case.vocabulary or vocabulary_of(case.derived)
    for entry in measured:
        place = entry.source("outcome")
        judged = [
            each.judged
            for text in _sentences(entry.row)
            for each in numbers_in([Sentence(text, "", place)], case.derived, vocabulary)
        ]
        differing = next((each for each in judged if each.verdict is Verdict.DIFFERS and each.answer), None)
        if differing is None or differing.answer is None or any(each.verdict is Verdict.AGREES for each in judged):
            continue
        values = {
            "goal": brief(entry.row.goal),
            "found": entry.row.outcome,
            "label": told_label(differing.answer),
            "amount": told_amount_of(differing.answer, differing.claim.quantity),
        }
        yield OUTCOME_DIFFERS.found(place, **values).resting_on(differing.answer.figure.cells())


def _sentences(goal: Goal) -> Iterator[str]:
    """The outcome as sentences: in place of the goal's own number, or said of what goal or indicator begins with."""
    outcome = goal.outcome.strip().rstrip(".")
    for text in (goal.goal.split("\n", maxsplit=1)[0], goal.indicator.split("\n", maxsplit=1)[0]):
        subject = _VERB.split(text.strip().rstrip("."), maxsplit=1)[0].strip()
        if _WANTED.search(text):
            yield f"{_WANTED.sub(f'är {outcome} ', text, count=1)}".strip()
        elif subject:
            yield f"{subject} är {outcome}."
