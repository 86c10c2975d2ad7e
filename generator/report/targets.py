"""What the texts of a report may refer to: its sections and tables, and what blocks bring besides."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.blocks.block import Block
from generator.blocks.text_table import TextTable
from generator.figures.table import Table
from generator.texts.targets import SECTION, TABLE, Target, Targets


def targets_of(blocks: Iterable[Block]) -> Targets:
    """Gather a report's targets."""
    return Targets(_targets(blocks))


def targets_in_copy(blocks: Iterable[Block], kept: Iterable[Block]) -> Targets:
    """Gather the targets of a copy of which only some blocks are kept: what is left out has its words, and no link."""
    there = set(_targets(kept))
    return Targets(target if target in there else replace(target, anchor="") for target in _targets(blocks))


def _targets(blocks: Iterable[Block]) -> Iterator[Target]:
    under = ""
    for block in blocks:
        under = block.heading or under
        if block.heading:
            yield Target(SECTION, (block.heading,), _section_words(block), block.anchor)
        for table in (block.table, block.content):
            if isinstance(table, Table | TextTable) and not block.caption:
                yield _table(table, under)
        yield from block.targets


def _section_words(block: Block) -> str:
    """A numbered section is called by its number, any other by its heading."""
    return f"avsnitt\u00a0{block.number}" if block.number else f"avsnittet ”{block.heading}”"


def _table(table: Table | TextTable, heading: str) -> Target:
    """A table is called by its title, and where it has none by the heading that it stands under."""
    title = getattr(table, "title", "") or heading
    return Target(TABLE, (title, heading), f"tabellen ”{title}”", f"tabell-{table.key}")
