"""The look of the report: the tab *Utseende*, and the judgement of everything that the look is made of."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.checks.case import Case
from generator.findings.finding import Finding
from generator.findings.rule import RuleKind, of_kind
from generator.look.appearance import APPEARANCE_TAB
from generator.look.chosen import choose_look
from generator.look.texts import TEXTS


def blocks(placement: Placement) -> Iterator[Block]:
    """Place nothing: a look is not a part of the report."""
    del placement
    return iter(())


def look_is_sound(case: Case) -> Iterator[Finding]:
    """Settings, files, fonts, pictures and contrast of the look; its templates are judged when they are used."""
    _, findings = choose_look(case.underlag, case.folder)
    yield from findings


COMPONENT = Component(
    "", "", blocks, tabs=(APPEARANCE_TAB,), rules=(look_is_sound,), texts=of_kind(RuleKind.READING, TEXTS)
)
