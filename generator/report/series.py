"""The series of tables and diagrams: which are numbered, with which captions, and what texts may call them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.blocks.block import TABLES, Block, Component
from generator.blocks.chart import Chart
from generator.blocks.text_table import TextTable
from generator.ground.formatting import small_first
from generator.ground.names import folded
from generator.model.association import Association, Numbered
from generator.texts.targets import CHART, TABLE, Target

LONGEST_ENDING = 2
"""Letters by which a caption may differ from the heading above and still repeat it: *Styrelsen*, *Styrelse*."""


def in_series(block: Block, component: Component, association: Association) -> Block:
    """Let a block be numbered as the association wishes; its own title, or the part's name, becomes its caption."""
    if association.number_tables == Numbered.NONE:
        return replace(block, series="")
    if association.number_tables == Numbered.OWN or not component.in_series or block.series or not _is_table(block):
        return block
    title = block.caption or (block.table.title if block.table else "") or block.heading or component.name
    return replace(block, caption=title, series=TABLES)


def over(caption: str, head: Block, placed: Sequence[Block]) -> tuple[Block, ...]:
    """Put a caption of the row's own over what it places first, in place of that one's own; over its text without any.

    Gives the head and what is placed.
    """
    if not placed:
        return (replace(head, lead=caption),)
    first, *others = placed
    drawn = (_is_table(first) and isinstance(first.content, TextTable | None)) or isinstance(first.content, Chart)
    first = replace(first, caption=caption) if drawn else replace(first, lead=caption)
    return (head, first, *others)


def numbered_series(blocks: Iterable[Block]) -> Iterator[Block]:
    """Number tables and diagrams in the order in which they stand, and let texts refer to them by name."""
    counts: dict[str, int] = {}
    heading = above = ""
    for block in blocks:
        heading = block.heading or heading
        number = ""
        if block.caption and block.series:
            counts[block.series] = counts.get(block.series, 0) + 1
            number = f"{block.series}\u00a0{counts[block.series]}"
        right_above = "" if block.text else block.heading or above
        yield _captioned(block, number, heading, right_above) if block.caption else block
        above = block.heading if _is_heading(block) else ""


def _captioned(block: Block, number: str, heading: str, above: str) -> Block:
    """Write a block's caption: with its number, and without what the heading right ``above`` says already."""
    listed = f"{number}. {block.caption}" if number else ""
    said = number if _repeats(block.caption, above) else listed or block.caption
    names = block.called or (_title(block), heading if _is_table(block) else "")
    words = small_first(number) or f"{_word(block)} ”{block.caption}”"
    target = Target(TABLE if _is_table(block) else CHART, (block.caption, *names), words, _anchor(block))
    return replace(block, caption=said, listed=listed, targets=(*block.targets, target))


def _is_heading(block: Block) -> bool:
    return bool(block.heading) and not (block.text or block.table or block.content)


def _is_table(block: Block) -> bool:
    return block.table is not None or isinstance(block.content, TextTable)


def _word(block: Block) -> str:
    return "tabellen" if _is_table(block) else "diagrammet"


def _title(block: Block) -> str:
    return block.table.title if block.table else ""


def _anchor(block: Block) -> str:
    if block.table:
        return f"tabell-{block.table.key}"
    match block.content:
        case TextTable():
            return f"tabell-{block.content.key}"
        case Chart():
            return block.content.anchor
    return ""


def _repeats(caption: str, heading: str) -> bool:
    one, other = folded(caption), folded(heading)
    short, long = sorted((one, other), key=len)
    return bool(short) and long.startswith(short) and len(long) - len(short) <= LONGEST_ENDING
