"""The rule of the auditors: their terms run forwards."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.subjects.auditors.rows import Auditor
from generator.subjects.board.rules import backward_terms


def terms_run_forwards(case: Case) -> Iterator[Finding]:
    """Nobody ends as an auditor before beginning."""
    return backward_terms(case.underlag.of(Auditor))
