"""The parts and notes that the law asks for: are they in the report, wherever they stand in it (RKR R15).

Each is known by the mark of a block or a note, by what is placed there, by its heading, or by the one sentence that is
all of it (see ``model.law_parts``). A heading under which nothing stands tells nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from generator.blocks.case import Case
from generator.checks.messages_parts import (
    AUDIT_COST_WITHOUT_AMOUNT,
    PART_ASKED,
    PART_FOR_THE_BOARD,
    PART_MISSING,
    PARTS_ASKED,
    PARTS_REMAIN,
)
from generator.checks.parts_when import needed
from generator.checks.told import Passage, passages
from generator.findings.finding import Finding, Severity
from generator.findings.rule import Rule
from generator.ground.formatting import enumerated
from generator.ground.names import folded
from generator.model.association import ReportState
from generator.model.law_parts import AUDIT_COST, LAW_PARTS, LawPart
from generator.model.registers import BOARD, OutlineBlock

_AMOUNT = re.compile(r"\d|…|\b(?:ingen|inga|inget|noll|utan) (?:\w+ )?(?:kostnad|ersättning|arvode)|\bkostnadsfri")


def parts_are_there(case: Case) -> Iterator[Finding]:
    """Every part and note that the law asks for is in the report (4, 9, 10 and 11 kap. LKBR)."""
    if not case.underlag.raw[OutlineBlock].rows:
        return  # that nothing at all is placed is told of the statements
    told = passages(case)
    missing = [part for part in LAW_PARTS if needed(part.when, case) and not any(_tell(part, told, case))]
    place = case.underlag.place(OutlineBlock)
    if case.state is not ReportState.IN_PROGRESS:
        yield from (_missing(part).found(place, **_values(part)) for part in missing if _is_told_of(part))
        return
    for rule, parts in (
        (PARTS_REMAIN, [part for part in missing if part.severity is Severity.WARNING]),
        (PARTS_ASKED, [part for part in missing if part.severity is not Severity.WARNING and case.derived]),
    ):
        if parts:
            yield rule.found(place, parts=enumerated([part.name for part in parts]))


def parts_are_for_all(case: Case) -> Iterator[Finding]:
    """No part that the law asks for is told to the board only, which the copy for the web would be without."""
    entries = case.underlag.of(OutlineBlock)
    if all(entry.row.readers != BOARD for entry in entries):
        return
    rows = {block.row for block in case.blocks if block.signed_only}
    hidden = {entry.place for number, entry in enumerate(entries) if number in rows}
    told = passages(case)
    for part in (each for each in LAW_PARTS if each.severity is Severity.WARNING):
        telling = [passage.place for passage in _tell(part, told, case)]
        if telling and hidden.issuperset(telling):
            yield PART_FOR_THE_BOARD.found(telling[0], part=part.name, source=part.law)


def audit_cost_is_told(case: Case) -> Iterator[Finding]:
    """What is told of the cost of the audit of the accounts has its amount (9 kap. 13 § LKBR)."""
    part = next(part for part in LAW_PARTS if part.name == AUDIT_COST)
    told = list(_tell(part, passages(case), case))
    lacking = case.state is ReportState.IN_PROGRESS
    if told and not any(_has_amount(passage, part) for passage in told):
        found = AUDIT_COST_WITHOUT_AMOUNT.found(told[0].place, part=AUDIT_COST).resting_on([told[0].place])
        yield found.graded(Severity.REMAINING) if lacking else found


def passages_of(name: str, case: Case) -> tuple[Passage, ...]:
    """The passages of the report that tell the part of the law that is called ``name``.

    Raises:
        StopIteration: the law asks for no part of that name: a fault of the caller.

    """
    part = next(part for part in LAW_PARTS if part.name == name)
    return tuple(_tell(part, passages(case), case))


def _has_amount(passage: Passage, part: LawPart) -> bool:
    """Whether an amount stands in what tells of a part: in its rows, in all of its text, or in its sentence."""
    if passage.has_table:
        return True
    own = _is_marked(part, passage) or _is_headed(part, passage, 0)
    texts = passage.sentences if own else (each for each in passage.sentences if _says(part, each))
    return any(_AMOUNT.search(re.sub(r"\b(?:19|20)\d\d\b|\d+ (?:kap|§)", "", text)) for text in texts)


def _missing(part: LawPart) -> Rule:
    return PART_MISSING if part.severity is Severity.WARNING else PART_ASKED


def _is_told_of(part: LawPart) -> bool:
    """Whether it is told in a report that goes to the board; some are only asked about before that."""
    return part.severity is not Severity.REMAINING


def _values(part: LawPart) -> dict[str, object]:
    return {"part": part.name, "source": part.law, "said": part.remedy}


def _tell(part: LawPart, told: Iterable[Passage], case: Case) -> Iterator[Passage]:
    """The passages that tell a part."""
    year = case.derived.association.year if case.derived else 0
    return (passage for passage in told if _tells(part, passage, year))


def _tells(part: LawPart, passage: Passage, year: int) -> bool:
    """Whether a passage tells a part. Where it is marked, its heading says nothing."""
    if any(_says(part, sentence) for sentence in passage.sentences):
        return True
    is_it = (
        _is_marked(part, passage)
        or (bool(passage.content) and passage.content in part.components)
        or (not passage.marks and _is_headed(part, passage, year))
    )
    return passage.filled and is_it


def _is_marked(part: LawPart, passage: Passage) -> bool:
    return part.name in passage.marks


def _is_headed(part: LawPart, passage: Passage, year: int) -> bool:
    """Whether a heading is one of a part's; the next year's number means the coming year."""
    heading = folded(passage.heading.replace(str(year + 1), "nästa_år")) if year else folded(passage.heading)
    return _holds_one(part.headings, heading)


def _says(part: LawPart, sentence: str) -> bool:
    return _holds_one(part.sentences, sentence)


def _holds_one(patterns: Sequence[str], text: str) -> bool:
    return bool(patterns and text) and _together(patterns).search(text) is not None


@cache
def _together(patterns: Sequence[str]) -> re.Pattern[str]:
    """Several patterns as one: most texts are held against all of them, and none is found."""
    return re.compile("|".join(patterns))
