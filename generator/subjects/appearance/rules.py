"""The judgement of everything that the look of a report is made of."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.look.chosen import choose_look


def look_is_sound(case: Case) -> Iterator[Finding]:
    """Settings, files, fonts, pictures and contrast of the look; its templates are judged when they are used."""
    _, findings = choose_look(case.underlag, case.folder)
    yield from findings
