"""The list of appendices."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from generator.blocks.block import Block, Component, Placement
from generator.blocks.content import Content
from generator.subjects.appendices.rows import NAME, NumberedAppendix, numbered, targets_of


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
        yield Block(content=Appendices(appendices), template=Appendices.template, targets=targets_of(underlag))


COMPONENT = Component(
    NAME,
    "Numrerad lista över bilagorna.",
    blocks,
    content=Appendices,
)
