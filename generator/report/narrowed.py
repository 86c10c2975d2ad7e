"""Narrow blocks: which of a row's blocks stand beside what comes before and after, and what stands beside its text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.blocks.block import Block
from generator.model.association import IN_BOX, Width
from generator.model.registers import OutlineBlock


def narrowed(row: OutlineBlock, blocks: Iterable[Block]) -> Iterator[Block]:
    """Give a row's blocks its width. A text and its inner headings stand in one column, each thing placed in its own.

    A chapter has the whole width, and so has a heading that several things stand under.
    """
    blocks = tuple(blocks)
    width, boxed = Width(row.width.removesuffix(IN_BOX) or Width.WHOLE), row.width.endswith(IN_BOX)
    if width is Width.WHOLE and not boxed:
        yield from blocks
        return
    several = sum(_shows(block) for block in blocks) > 1
    for place, block in enumerate(blocks):
        whole = block.level == 1 or (several and place == 0 and not _shows(block))
        joined = place > 0 and (not several or not _shows(blocks[place - 1]))
        yield block if whole else replace(block, width=width, boxed=boxed, joined=joined)


def _shows(block: Block) -> bool:
    return block.table is not None or block.content is not None


def beside_text(head: Block, placed: Block) -> Iterator[Block]:
    """Let what a row places stand beside the row's text, under its heading; over the whole width without a text."""
    if head.heading:
        yield replace(head, text="")
    if head.text:
        yield Block(text=head.text, width=placed.width, new_page=head.new_page and not head.heading)
        yield placed
    else:
        yield replace(placed, width=Width.WHOLE, new_page=head.new_page and not head.heading)
