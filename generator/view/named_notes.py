"""The footnotes of a report that have a name, ``[^stat]: Varav staten hälften.``, wherever in its texts they stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from generator.blocks.block import Block
from generator.blocks.text_table import Prose
from generator.figures.figure import Figure
from generator.figures.table import Table
from generator.texts.markdown import definitions, parse

_DEFINES = "[^"

Lines = Sequence[Sequence[Any]]
"""The parser's tokens of each line of a note."""


def notes_defined(blocks: Iterable[Block]) -> dict[str, Lines]:
    """The content of each named note that has one text: a name with several means another in each of them."""
    found: dict[str, dict[str, Lines]] = {}
    for block in blocks:
        for text in (block.text, *_texts(block.content)):
            if _DEFINES in text:
                for label, content in definitions(parse(text)).items():
                    found.setdefault(label, {})["".join(token.content for line in content for token in line)] = content
    return {label: next(iter(texts.values())) for label, texts in found.items() if len(texts) == 1}


def _texts(content: object) -> Iterator[str]:
    """The long texts in what a block shows, wherever in it they stand; what a figure is made of has none."""
    if isinstance(content, Prose):
        yield content.text
    elif isinstance(content, Figure | Table):
        return
    elif isinstance(content, tuple):
        for each in content:
            yield from _texts(each)
    elif is_dataclass(content):
        for field in fields(content):
            yield from _texts(getattr(content, field.name))
