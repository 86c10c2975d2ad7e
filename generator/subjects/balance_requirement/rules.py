"""The rule of the balance requirement: a deficit is commented."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.figures.figure import FigureId
from generator.findings.finding import Finding
from generator.model.registers import OutlineBlock
from generator.subjects.balance_requirement.figures import RESULT
from generator.subjects.balance_requirement.messages import DEFICIT_WITHOUT_WORDS
from generator.subjects.balance_requirement.rows import NAME


def deficit_is_commented(case: Case) -> Iterator[Finding]:
    """On a negative balance requirement the board tells how it is settled, or why not (11 kap. 11 § LKBR)."""
    if case.derived is None:
        return
    result = case.derived.figures[FigureId(RESULT, case.derived.association.year)].amount
    placed = [entry for entry in case.underlag.of(OutlineBlock) if entry.row.content == NAME]
    said = any(row.text for row in case.outline if row.content == NAME)
    if result < 0 and not said and not any(entry.row.text for entry in placed):
        place = placed[0].source("text") if placed else case.underlag.place(OutlineBlock)
        yield DEFICIT_WITHOUT_WORDS.found(place, result=result)
