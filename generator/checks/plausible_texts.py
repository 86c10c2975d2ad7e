"""Plausibility of texts: template text left over, and sick leave of few."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.from_last_year import place_of
from generator.checks.messages_plausible import (
    SICK_LEAVE_OF_FEW,
    TEMPLATE_TEXT,
    TEXT_ASKED_FOR,
)
from generator.checks.sentences import printed_lines, sentences
from generator.figures.derivation import Derivation
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import COUNT, enumerated
from generator.ground.names import brief
from generator.ground.source import Source
from generator.model.association import ReportState
from generator.texts.prompts import asked_for, is_prompt

_PLACEHOLDERS = re.compile(
    r"\[(?!\^)(?=[^\]]*\b(?:[Ss]kriv|[Ff]yll i|[Aa]nge|[Ii]nfoga|[Kk]licka|[Tt]ext|[Nn]amn|[Dd]atum|[Bb]elopp)\b)"
    r"[^\]]{3,80}\](?![(\[:])|\b[Xx]{2,}\b|\b[ÅX]{4}(?:-MM-DD)?\b|\bLorem ipsum\b|_{4,}|"
    r"\b(?:Skriv|Fyll i|Klicka|Infoga)(?: eller tryck)? (?:din |er )?(?:text )?här\b|\bTODO\b|\bTBD\b|\?{3,}|"
    r"\b(?:Fel|Error)! (?:Hittar inte|Bokmärket|Ogiltig|Det finns ingen|Reference|Bookmark|No text)\b[^.]{0,40}",
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a line asks to have written, and where; ``whole``: the line does nothing else."""

    words: str
    place: Source
    whole: bool


def no_template_text_is_left(case: Case) -> Iterator[Finding]:
    """Nothing that a template asks to have written stands there still; while the report is under way it remains.

    One finding for each cell, and one for the requests of a text file, or of the folder of text files.
    """
    severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
    together: dict[object, list[_Asked]] = {}
    for line, place in printed_lines(case):
        for each in _asked(line, place):
            together.setdefault(_of_one(each), []).append(each)
    for found in together.values():
        yield _left(found, case).graded(severity)


def _asked(line: str, place: Source) -> Iterator[_Asked]:
    if is_prompt(line):
        yield _Asked(asked_for(line), place, whole=True)
    else:
        found = (match[0] for match in _PLACEHOLDERS.finditer(line))
        yield from (_Asked(brief(words), place, whole=False) for words in dict.fromkeys(found))


def _of_one(asked: _Asked) -> object:
    """What is told of together: a cell, the requests of a file or folder, else a line of a file."""
    place = asked.place
    return place.file.partition("/")[0] if place.file and asked.whole else (place.file, place.tab, place_of(place))


def _left(found: Sequence[_Asked], case: Case) -> Finding:
    places = tuple(dict.fromkeys(each.place for each in found))
    first = found[0]
    words = enumerated([f"”{each.words}”" for each in found])
    if not any(each.whole for each in found):
        return TEMPLATE_TEXT.found(*places, listed=words, about=first.words)
    count = "En text" if len(found) == 1 else f"{len(found)} texter"
    about = first.place.file.partition("/")[0] or first.words
    if len(found) > 1 and first.place.file:
        headings = _headings(case)
        under = dict.fromkeys(headings.get(place_of(each.place), each.words) for each in found)
        words = f"under {enumerated([f'”{each}”' for each in under])}"
    return TEXT_ASKED_FOR.found(*places, count=count, listed=words, about=about)


def _headings(case: Case) -> dict[object, str]:
    """The outline's heading over each line of the text files, by the line's place."""
    above: dict[object, str] = {}
    heading, texts = "", list(case.texts)
    for row in case.outline:
        heading = row.heading or heading
        if texts and row.text == texts[0].markdown:
            above |= {place_of(place): heading for place in texts.pop(0).places}
    return above


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
