"""Plausibility of texts: template text left over, and sick leave of few."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.messages_plausible import (
    SICK_LEAVE_OF_FEW,
    TEMPLATE_TEXT,
    TEXT_ASKED_FOR,
)
from generator.checks.sentences import printed_lines, sentences
from generator.figures.derivation import Derivation
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import COUNT
from generator.ground.names import brief
from generator.model.association import ReportState
from generator.texts.prompts import asked_for, is_prompt

_PLACEHOLDERS = re.compile(
    r"\[(?!\^)(?=[^\]]*\b(?:[Ss]kriv|[Ff]yll i|[Aa]nge|[Ii]nfoga|[Kk]licka|[Tt]ext|[Nn]amn|[Dd]atum|[Bb]elopp)\b)"
    r"[^\]]{3,80}\](?![(\[:])|\b[Xx]{2,}\b|\b[ÅX]{4}(?:-MM-DD)?\b|\bLorem ipsum\b|_{4,}|"
    r"\b(?:Skriv|Fyll i|Klicka|Infoga)(?: eller tryck)? (?:din |er )?(?:text )?här\b|\bTODO\b|\bTBD\b|\?{3,}|"
    r"\b(?:Fel|Error)! (?:Hittar inte|Bokmärket|Ogiltig|Det finns ingen|Reference|Bookmark|No text)\b[^.]{0,40}",
)


def no_template_text_is_left(case: Case) -> Iterator[Finding]:
    """Nothing that a template asks to have written stands there still; while the report is under way it remains."""
    severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
    for line, place in printed_lines(case, short=True):
        match = _PLACEHOLDERS.search(line)
        if is_prompt(line):
            yield TEXT_ASKED_FOR.found(place, asked=asked_for(line)).graded(severity)
        elif match:
            yield TEMPLATE_TEXT.found(place, found=brief(match[0])).graded(severity)


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
