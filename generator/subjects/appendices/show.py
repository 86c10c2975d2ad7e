"""The list of appendices."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.blocks.block import Block, Component, Placement
from generator.blocks.content import Content
from generator.subjects.appendices.rows import NAME, Appendix, NumberedAppendix, numbered
from generator.texts.targets import APPENDIX, Target


@dataclass(frozen=True, slots=True)
class Appendices(Content):
    """What the template shows."""

    kind: ClassVar[str] = "Appendices"
    template: ClassVar[str] = "appendices"

    appendices: Annotated[tuple[NumberedAppendix, ...], "bilagorna, i nummerordning"]


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the list of appendices."""
    underlag = placement.derived.underlag
    appendices = numbered(underlag)
    if appendices:
        targets = tuple(map(_target, underlag.rows(Appendix), appendices))
        yield Block(content=Appendices(appendices), template=Appendices.template, targets=targets)


def _target(row: Appendix, appendix: NumberedAppendix) -> Target:
    """A text may call an appendix by its name or by the insats that it belongs to."""
    return Target(APPENDIX, (row.name, row.insats), f"bilaga {appendix.number}", appendix.anchor)


COMPONENT = Component(
    NAME,
    "Numrerad lista över bilagorna.",
    blocks,
    content=Appendices,
)
