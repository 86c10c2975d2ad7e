"""Walks through the elements of Word paragraphs. What is not printed is told; none is passed over in silence."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote
from xml.etree.ElementTree import Element

from generator.findings.rule import Rule
from generator.ground.source import Source
from generator.texts.markdown import LINE_BREAK
from generator.texts.word_fields import Fields
from generator.texts.word_letters import Setting
from generator.texts.word_messages import WORD_CONTENTS, WORD_UNREAD
from generator.texts.word_package import Package, Part
from generator.texts.word_runs import Piece
from generator.texts.word_styles import Styles
from generator.texts.word_told import Told

SILENT = frozenset((
    "w:pPr", "w:rPr", "w:sectPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr", "w:sdtPr", "w:sdtEndPr",
    "w:smartTagPr", "w:customXmlPr", "w:rubyPr", "w:del", "w:moveFrom", "w:delText", "w:delInstrText", "w:fldData",
    "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:lastRenderedPageBreak", "w:commentRangeStart",
    "w:commentRangeEnd", "w:commentReference", "w:annotationRef", "w:footnoteRef", "w:endnoteRef", "w:separator",
    "w:continuationSeparator", "w:permStart", "w:permEnd",
))  # fmt: skip
"""Elements that Word shows nothing of, or only where changes are tracked, which is told of the whole file."""

_IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]åäöÅÄÖ-._"

Reader = Callable[["Inline", Element, Setting], Iterator[Piece]]
"""Reads an element of a kind into pieces, and tells what it does not print."""

NoteCall = Callable[[str, str], str]
"""Gives the Markdown of a footnote's call, by its kind and number; empty where the file has no such note."""


@dataclass(slots=True)
class Inline:
    """Reads paragraphs one after the other, since a field may begin in one and end in another.

    ``place`` is where what is told stands; ``boxes`` are the text boxes of the paragraph that was read last.
    """

    readers: Mapping[str, Reader]
    package: Package
    part: Part
    styles: Styles
    told: Told
    call: NoteCall
    place: Source
    boxes: list[Element] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)

    def pieces(self, paragraph: Element, setting: Setting) -> list[Piece]:
        """Read a paragraph's words."""
        self.boxes = []
        self.told.pause()
        return list(self.all(paragraph, setting))

    def tell(self, rule: Rule, words: str = "", **values: object) -> None:
        """Tell of something in the paragraph."""
        self.told.tell(rule, self.place, words, **values)

    def all(self, parent: Iterable[Element], setting: Setting) -> Iterator[Piece]:
        """Read elements, each by its kind. What is of no known kind holds what is; a text of its own is told."""
        for element in parent:
            if element.tag in self.readers:
                yield from self.readers[element.tag](self, element, setting)
            elif element.tag not in SILENT:
                words = (element.text or "").strip()
                if words and not self.fields.coded:
                    self.tell(WORD_UNREAD, words, what=element.tag.rpartition(":")[2])
                yield from self.all(element, setting)

    def say(self, words: str, setting: Setting, *, ready: bool = False) -> Iterator[Piece]:
        """Print words, or tell them. ``ready``: they are Markdown already."""
        if self.fields.coded:
            return
        out = WORD_CONTENTS if self.fields.in_contents else setting.out
        if out:
            self.tell(out, "" if ready else words.replace(LINE_BREAK, " "))
            return
        if words.strip():
            self.told.pause()
        if words:
            self.fields.note("" if ready else words)
        link = _address(setting.piece.link or self.fields.address)
        yield Piece(words, ready=True) if ready else replace(setting.piece, words=words, link=link)


def _address(link: str) -> str:
    """Write a link's address so that no sign of it ends the link."""
    return quote(link, safe=_IN_ADDRESSES)
