"""The cells of a Word table as rows of texts."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from generator.texts.word_drawings import plain_words
from generator.texts.word_inline import Inline
from generator.texts.word_messages import WORD_HIDDEN
from generator.texts.word_styles import Styles, child, switch, value, whole
from generator.texts.word_walking import blocks, within

_WIDEST = 63
"""The columns that a table of Word's may have."""


def cell_texts(table: Element, text: Callable[[Element], str], inline: Inline) -> Iterator[list[str | None]]:
    """Write a table's cells row by row; None where a merged cell reaches or none stands."""
    for row in within(table, "w:tr"):
        properties = row.find("w:trPr")
        if child(properties, "w:del") is not None:
            continue
        if switch(properties, "w:hidden"):
            inline.tell(WORD_HIDDEN, plain_words(row))
            continue
        yield list(_row(row, text, inline))


def _row(row: Element, text: Callable[[Element], str], inline: Inline) -> Iterator[str | None]:
    yield from [None] * _span(value(row, "w:trPr", "w:gridBefore"), 0)
    for cell in within(row, "w:tc"):
        merged = child(cell, "w:tcPr", "w:vMerge")
        if merged is not None and merged.get("w:val", "continue") == "continue":
            words = plain_words(cell)
            if words:
                inline.tell(WORD_HIDDEN, words)
            yield None
        else:
            yield text(cell)
        yield from [None] * (_span(value(cell, "w:tcPr", "w:gridSpan"), 1) - 1)
    yield from [None] * _span(value(row, "w:trPr", "w:gridAfter"), 0)


def _span(text: str, usual: int) -> int:
    number = whole(text)
    return usual if number is None else min(max(number, usual), _WIDEST)


def is_right(table: Element, styles: Styles) -> list[bool]:
    """For each cell of the last row, whether it is set to the right, as amounts are."""
    last: list[Element] = []
    for row in within(table, "w:tr"):
        last = list(within(row, "w:tc"))
    return [any(_alignment(block, styles) in ("right", "end") for block in blocks(cell)) for cell in last]


def _alignment(paragraph: Element, styles: Styles) -> str:
    return value(paragraph, "w:pPr", "w:jc") or styles.setting(value(paragraph, "w:pPr", "w:pStyle"), "w:jc")
