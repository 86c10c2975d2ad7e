"""The outline: from the tab *Innehåll* to the report's Blocks, with their headings numbered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.blocks.block import Block, Placement
from generator.figures.derivation import Derivation
from generator.figures.style import Wishes
from generator.ground.anchors import Anchors
from generator.ground.names import slug
from generator.ground.source import Source
from generator.model.association import Width
from generator.model.registers import BOARD, OutlineBlock
from generator.report.narrowed import beside_text, narrowed
from generator.report.series import in_series, numbered_series, over
from generator.subjects.registry import all_components
from generator.texts.prompts import without_prompts
from generator.texts.sections import cut
from generator.texts.text import markdown_at

DEEPEST = 6
"""The deepest level of heading there is in HTML and PDF."""

NOWHERE = 0
"""The level of no heading."""

UNDER_NOTHING = "under-omslaget"
"""The anchor of what stands before the first heading."""

PLAIN = Block().template
"""The template of a block that is nothing but heading, text and table."""


def outline(derived: Derivation, rows: Iterable[OutlineBlock], appended: Iterable[Block] = ()) -> tuple[Block, ...]:
    """Make the report's blocks in order, each with a unique anchor and, where asked for, a number.

    ``appended`` are chapters that stand last, whatever the tab *Innehåll* says.
    """
    return outlined(derived, rows, appended).blocks


class Outlined(NamedTuple):
    """The report's blocks; and of each row of the tab *Innehåll* whether what is placed in it shows anything."""

    blocks: tuple[Block, ...]
    shows: tuple[bool, ...]


def outlined(derived: Derivation, rows: Iterable[OutlineBlock], appended: Iterable[Block] = ()) -> Outlined:
    """Make the blocks as ``outline`` does, and tell which rows show what is placed in them."""
    numbering = _Numbering()
    board = _ForTheBoard()
    level = 0
    blocks: list[Block] = []
    shows: list[bool] = []
    for number, row in enumerate(rows):
        level = min(max(row.level or 1, 1), DEEPEST) if row.heading else level
        component = all_components().get(row.content)
        signed = board.has(row, level) or (component is not None and component.signing)
        placed = _placed(derived, row, level)
        shows.append(bool(placed))
        made = narrowed(row, _blocks_of_row(row, level, numbering, placed))
        blocks.extend(replace(block, signed_only=signed, row=number) for block in made)
    for block in appended:
        blocks.extend(_with_inner_headings(block, block.level))
    return Outlined(tuple(_with_anchors(tuple(numbered_series(blocks)))), tuple(shows))


def _placed(derived: Derivation, row: OutlineBlock, level: int) -> list[Block]:
    """What is placed in a row."""
    component = all_components().get(row.content)
    if component is None:
        return []
    wishes = Wishes(row.shown_unit, row.decimals, row.cost_sign)
    placement = Placement(derived, level, row.name, row.layout, wishes, all_components(), row.heading)
    return [in_series(block, component, derived.association) for block in component.blocks(placement)]


def _blocks_of_row(row: OutlineBlock, level: int, numbering: "_Numbering", placed: list[Block]) -> Iterator[Block]:
    head = Block(
        heading=row.heading,
        level=level if row.heading else 0,
        number=numbering.next(level) if row.heading and row.numbered else "",
        contents=_contents_heading(row),
        text=without_prompts(row.text),
        new_page=row.new_page,
    )
    if row.caption:
        head, *placed = over(row.caption, head, placed)
    if len(placed) == 1 and placed[0].width is not Width.WHOLE:
        yield from beside_text(head, placed[0])
        return
    if len(placed) == 1 and not placed[0].heading:
        # A heading and what stands under it are one block, so that they are kept together; the outline's own
        # text stands instead of what the component would say.
        head = replace(
            placed[0],
            heading=head.heading,
            level=head.level,
            number=head.number,
            contents=head.contents,
            text=head.text or placed[0].text,
            new_page=head.new_page,
        )
        placed = []
    if placed and not row.heading and not row.text:  # the row says nothing itself: no section stands empty for it
        first, *others = placed
        yield replace(first, new_page=first.new_page or row.new_page)
        yield from others
        return
    yield from _with_inner_headings(head, level)
    yield from placed


def _with_inner_headings(block: Block, level: int) -> Iterator[Block]:
    """Make the headings in a block's text blocks of their own, below ``level`` and without gaps between the levels.

    What the block shows besides its text stands after them.
    """
    sections = cut(markdown_at(block.text, Source()))
    inner = [section for section in sections if section.level]
    if not inner:
        yield block
        return
    before = "".join(section.text.markdown for section in sections if not section.level)
    if block.heading or before:
        yield replace(block, text=before, table=None, content=None, template=PLAIN, targets=(), caption="")
        block = replace(block, lead="")
    base, shallowest = level, min(section.level for section in inner)
    for section in inner:
        level = min(base + section.level - shallowest + 1, level + 1, DEEPEST)
        yield Block(section.heading, level, text=section.text.markdown)
    if block.template != PLAIN or block.table:
        yield replace(block, heading="", level=0, number="", contents="", anchor="", text="", new_page=False)


def _contents_heading(row: OutlineBlock) -> str:
    if row.contents_heading.strip(" -–") == "" and row.contents_heading:
        return ""
    return row.contents_heading or row.heading


class _Numbering:
    """Counts the numbered headings of each level: 1, 1.1, 1.2, 2."""

    def __init__(self) -> None:
        self._counts: list[int] = []

    def next(self, level: int) -> str:
        self._counts = [*self._counts[:level], *[0] * (level - len(self._counts))]
        self._counts[level - 1] += 1
        return ".".join(str(count) for count in self._counts if count)


class _ForTheBoard:
    """Tells which rows are for the board only: those marked so, and all that stands under such a row's heading."""

    def __init__(self) -> None:
        self._under = NOWHERE

    def has(self, row: OutlineBlock, level: int) -> bool:
        """Whether the next row is; ``level`` is that of the heading that it has or stands under."""
        if row.heading and level <= self._under:
            self._under = NOWHERE
        if row.heading and row.readers == BOARD and self._under == NOWHERE:
            self._under = level
        return row.readers == BOARD or self._under != NOWHERE


def _with_anchors(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give each block an anchor that no other has, nor anything that a block shows and texts may refer to.

    One without a heading has that of the heading it stands under, after all that have one of their own.
    """
    anchors = Anchors(target.anchor for block in blocks for target in block.targets if target.anchor != block.anchor)
    own = [anchors.own(block.anchor or (slug(block.heading) if block.heading else "")) for block in blocks]
    above = ""
    for block, anchor in zip(blocks, own, strict=True):
        above = slug(block.heading) if block.heading else above
        yield replace(block, anchor=anchor or anchors.own(f"under-{above}" if above else UNDER_NOTHING))
