"""The list of contents (*innehållsförteckning*)."""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement


def blocks(placement: Placement) -> Iterator[Block]:
    """Place the list of contents; the template fills it from all blocks."""
    del placement
    yield Block(template="contents")


COMPONENT = Component("Innehållsförteckning", "Rubrikerna med sidnummer.", blocks)
