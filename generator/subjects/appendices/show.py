"""The list of appendices."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks.block import Block, Component, Placement
from generator.subjects.appendices.rows import NAME, Appendix, NumberedAppendix, numbered
from generator.texts.targets import APPENDIX, Target


@dataclass(frozen=True, slots=True)
class Appendices:
    """What the template shows."""

    appendices: tuple[NumberedAppendix, ...]


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the list of appendices."""
    underlag = placement.derived.underlag
    appendices = numbered(underlag)
    if appendices:
        targets = tuple(map(_target, underlag.rows(Appendix), appendices))
        yield Block(content=Appendices(appendices), template="appendices", targets=targets)


def _target(row: Appendix, appendix: NumberedAppendix) -> Target:
    """A text may call an appendix by its name or by the insats that it belongs to."""
    return Target(APPENDIX, (row.name, row.insats), f"bilaga {appendix.number}", appendix.anchor)


COMPONENT = Component(
    NAME,
    "Numrerad lista över bilagorna.",
    blocks,
)
