"""Numbers of notes that a text has typed: the program numbers the notes, and another year it does so otherwise."""

import re
from collections.abc import Iterator

from generator.blocks.case import Case
from generator.checks.messages_prose import NOTE_NUMBER_TYPED
from generator.checks.sentences import sentences
from generator.findings.finding import Finding, Severity
from generator.findings.message import listed
from generator.ground.source import Source

_NUMBERED = re.compile(r"\b[Nn]ot(?:en|er|erna)?\s+(?:nr\.?\s*)?(?P<number>\d{1,2})\b(?![.,:]\d)")
_ELSEWHERE = re.compile(r"\b(?:förra årets|fjolårets|årsredovisning(?:en)? (?:för )?\d{4}|kommunens|regionens|RKR)\b")
"""What tells that the notes are those of another report."""


def note_numbers_are_right(case: Case) -> Iterator[Finding]:
    """A typed number of a note is one that there is; which note it is today is told, for it may be another."""
    notes = {note.number: note.title for note in case.derived.notes} if case.derived else {}
    for sentence in sentences(case) if notes else ():
        for found in () if _ELSEWHERE.search(sentence.text) else _NUMBERED.finditer(sentence.text):
            yield _told(int(found["number"]), found[0], notes, sentence.place)


def _told(number: int, found: str, notes: dict[int, str], place: Source) -> Finding:
    title = notes.get(number)
    if title:
        now, reference, others = f"Not {number} är nu ”{title}”.", f"{{{{ not(”{title}”) }}}}", ""
    else:
        now, reference = f"Rapporten har ingen not {number}.", "{{ not(”namn”) }}"
        others = f" Noterna heter {listed(list(notes.values()))}."
    finding = NOTE_NUMBER_TYPED.found(place, found=found, now=now, reference=reference, others=others)
    return finding.graded(None if title else Severity.WARNING)
