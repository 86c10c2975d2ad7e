"""Plausibility of texts: template text left over, and words of direction, against the figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.directions import Direction, directions
from generator.checks.messages_plausible import (
    DIRECTION_DIFFERS,
    DIRECTION_UNCLEAR,
    SICK_LEAVE_OF_FEW,
    TEMPLATE_TEXT,
)
from generator.checks.sentences import Sentence, printed_lines, sentences
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.measures import shown_suffixes
from generator.findings.finding import Finding, Severity, Side, Sides
from generator.ground.formatting import COUNT, told_amount
from generator.ground.names import brief
from generator.model.association import ReportState

_PLACEHOLDERS = re.compile(
    r"\[(?!\^)(?=[^\]]*\b(?:[Ss]kriv|[Ff]yll i|[Aa]nge|[Ii]nfoga|[Kk]licka|[Tt]ext|[Nn]amn|[Dd]atum|[Bb]elopp)\b)"
    r"[^\]]{3,80}\](?![(\[:])|\b[Xx]{2,}\b|\b[ÅX]{4}(?:-MM-DD)?\b|\bLorem ipsum\b|_{4,}|"
    r"\b(?:Skriv|Fyll i|Klicka|Infoga)(?: eller tryck)? (?:din |er )?(?:text )?här\b|\bTODO\b|\bTBD\b|\?{3,}",
)


def no_template_text_is_left(case: Case) -> Iterator[Finding]:
    """Nothing that a template asks to have written stands there still; while the report is under way it remains."""
    for line, place in printed_lines(case, short=True):
        match = _PLACEHOLDERS.search(line)
        if match:
            under_way = case.state is ReportState.IN_PROGRESS
            yield TEMPLATE_TEXT.found(place, found=brief(match[0])).graded(Severity.REMAINING if under_way else None)


def directions_are_those_of_the_figures(case: Case) -> Iterator[Finding]:
    """What is said to have risen has risen, against the budget or last year; where neither is named it is asked for."""
    if case.derived is None:
        return
    for sentence in sentences(case):
        for said in directions(sentence.text, sentence.before, case.derived.association.year):
            yield from _direction_findings(said, sentence, case.derived)


def _direction_findings(said: Direction, sentence: Sentence, derived: Derivation) -> Iterator[Finding]:
    year = derived.association.year
    now = derived.figures.get(FigureId(said.code, year))
    budget = shown_suffixes(derived.association)[0]
    base = derived.figures.get(
        FigureId(said.code, year, budget) if said.against_budget else FigureId(said.code, year - 1)
    )
    if now is None or base is None or not isinstance(now.value, Decimal) or not isinstance(base.value, Decimal):
        return
    if now.value == base.value or (now.value > base.value) is said.up:
        return
    values = {
        "found": brief(said.words),
        "term": now.label[:1].lower() + now.label[1:],
        "now": told_amount(now.amount, now.unit),
        "base": "budgeten" if said.against_budget else str(year - 1),
        "before": told_amount(base.amount, base.unit),
    }
    sides = Sides(Side(now.label, now.amount), Side(f"{base.label}, {values['base']}", base.amount), unit=now.unit)
    yield (DIRECTION_DIFFERS if said.is_told else DIRECTION_UNCLEAR).found(sentence.place, **values).between(sides)


_SICK_LEAVE = re.compile(r"\bsjuk(?:frånvaro|dag)")
_MEASURED = re.compile(r"(?:\d|\b[a-zåäö]+) ?(?:%|procent\b|sjukdag|dag(?:ar)?\b|timm)")
_NOT_STAFF = re.compile(
    r"\bdeltag|\binsats|\bredovisas inte\b|\b(?:länet|riket|landet|regionen|kommunen|kommunerna)s?\b"
)
FEW_EMPLOYEES = 10
"""With so few employees sick leave is not told: one person may be known from it (11 kap. 6 § LKBR)."""


def sick_leave_is_of_many(case: Case) -> Iterator[Finding]:
    """Sick leave with a number is told only of more than ten employees; where nobody says how many, it is asked."""
    if case.derived is None or _employees(case.derived) > FEW_EMPLOYEES:
        return
    for sentence in sentences(case):
        text = sentence.text.casefold()
        if _SICK_LEAVE.search(text) and _MEASURED.search(text) and not _NOT_STAFF.search(text):
            yield SICK_LEAVE_OF_FEW.found(sentence.place)


def _employees(derived: Derivation) -> Decimal:
    """How many are employed, by a key figure of that name; nought where there is none."""
    year = derived.association.year
    counts = (figure for figure in derived.figures.values() if figure.unit == COUNT and "anställda" in figure.label)
    return max((each.amount for each in counts if each.key.year == year), default=Decimal(0))
