"""The copy for the web (*webbkopia*): a report without the places to sign and without what is for the board only.

All that is kept is as in the report that was signed: figures, what is masked, and the numbers of headings, tables and
notes, so that whoever cites one copy can be followed in the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from generator.blocks.block import Block, tables_of
from generator.report.report import Report
from generator.report.targets import targets_in_copy

_PLAIN = Block().template


def web_copy(report: Report) -> Report:
    """Make the copy. A text that refers to what is left out says the same words, without a link."""
    kept = tuple(_kept(report.blocks))
    return replace(
        report,
        blocks=kept,
        tables=tuple(tables_of(kept)),
        targets=targets_in_copy(report.blocks, kept),
        left_out=tuple(block for block in report.blocks if block.signed_only),
    )


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    for place, block in enumerate(blocks):
        under = _under(block, blocks[place + 1 :]) if block.heading else ()
        if block.signed_only:
            if any(map(_is_kept, under)):
                yield _heading_alone(block)
        elif _shows(block) or any(map(_is_kept, under)) or not any(each.signed_only for each in under):
            yield block


def _under(block: Block, after: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks that stand under a block's heading."""
    return tuple(takewhile(lambda each: not each.heading or each.level > block.level, after))


def _is_kept(block: Block) -> bool:
    return _shows(block) and not block.signed_only


def _shows(block: Block) -> bool:
    """Whether a block is more than a heading."""
    return bool(block.text or block.table or block.content) or block.template != _PLAIN


def _heading_alone(block: Block) -> Block:
    return Block(
        block.heading,
        block.level,
        block.number,
        block.contents,
        block.anchor,
        new_page=block.new_page,
        width=block.width,
        row=block.row,
    )
