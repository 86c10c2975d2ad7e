"""The blocks, rows and cells of a Word file, out of whatever controls and marks are wrapped around them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from generator.texts.word_inline import SILENT

_BLOCKS = frozenset(("w:p", "w:tbl"))
_LOOSE = frozenset((
    "w:r", "w:hyperlink", "w:fldSimple", "m:oMath", "m:oMathPara", "w:altChunk", "w:subDoc", "w:drawing", "w:pict",
    "w:object",
))  # fmt: skip
"""What belongs in a paragraph, or tells of another file, and may stand beside the paragraphs."""


def blocks(parent: Element) -> Iterator[Element]:
    """Give the paragraphs and tables; what stands loose among them, in a paragraph of its own."""
    for element in parent:
        if element.tag in _BLOCKS:
            yield element
        elif element.tag in _LOOSE or (not len(element) and (element.text or "").strip()):
            paragraph = Element("w:p")
            paragraph.append(element)
            yield paragraph
        elif element.tag not in SILENT:
            yield from blocks(element)


def within(parent: Element, tag: str) -> Iterator[Element]:
    """Give the rows of a table or the cells of a row."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag not in SILENT and element.tag not in _BLOCKS:
            yield from within(element, tag)
