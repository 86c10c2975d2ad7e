"""Putting the mark *från i fjol* into a Word file: a paragraph after each heading, and nothing else is touched.

The file's XML is not written anew, which would cost what other programs have put in it; the paragraphs are added
between the bytes that stand there.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat
from xml.sax.saxutils import escape

from generator.ground.names import folded, normalised
from generator.ground.source import Source
from generator.model.from_last_year import has_mark, mark_for
from generator.texts.sections import TextSection
from generator.texts.word_package import Package

_TEXT, _PARAGRAPH, _TABLE, _DELETED = "t", "p", "tbl", "del"


@dataclass(slots=True)
class _Paragraph:
    """A paragraph outside tables: its element's name, what stands in it, and the bytes where it begins and ends."""

    name: str
    start: int
    end: int = 0
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(normalised("".join(self.words)).split())


def marked_word(data: bytes, sections: Iterable[TextSection]) -> bytes:
    """Put a mark before the text of each section that has one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(part, archive.read(part)) for part in archive.infolist()]
    body = Package(data, Source()).main_name
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts:
            archive.writestr(part, _marked_body(content, sections) if part.filename == body else content)
    return packed.getvalue()


def _marked_body(xml: bytes, sections: Iterable[TextSection]) -> bytes:
    paragraphs = _Scan().run(xml)
    for section, at in reversed(list(_headings(sections, paragraphs))):
        if section.text.is_empty:
            continue
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        end = paragraphs[at].end if at >= 0 else paragraphs[0].start
        # An earlier mark stands in a paragraph of its own.
        rest = following.end if following and has_mark(following.text) else end
        xml = xml[:end] + _paragraph(paragraphs[0].name, mark_for(section.text.markdown)) + xml[rest:]
    return xml


def _headings(sections: Iterable[TextSection], paragraphs: list[_Paragraph]) -> Iterator[tuple[TextSection, int]]:
    """Find each section's heading among the paragraphs, in order; -1 for the text before the first."""
    at = -1
    for section in sections:
        wanted = folded(section.heading)
        found = (number for number in range(at + 1, len(paragraphs)) if folded(paragraphs[number].text) == wanted)
        place = next(found, None)
        if place is None and at >= 0:
            continue
        at = -1 if place is None else place
        yield section, at


def _paragraph(name: str, text: str) -> bytes:
    prefix = name[: -len(_PARAGRAPH)]
    inner = f"<{prefix}r><{prefix}t>{escape(text)}</{prefix}t></{prefix}r>"
    return f"<{name}>{inner}</{name}>".encode()


class _Scan:
    """Reads the document's XML for the paragraphs outside tables, and where in the bytes they begin and end."""

    def __init__(self) -> None:
        self._found: list[_Paragraph] = []
        self._open: list[str] = []
        self._xml = b""
        self._parser = expat.ParserCreate()

    def run(self, xml: bytes) -> list[_Paragraph]:
        self._xml = xml
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature
        return [each for each in self._found if each.text]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        local = name.rpartition(":")[2]
        if local == _PARAGRAPH and not {_TABLE, _PARAGRAPH} & set(self._open):
            self._found.append(_Paragraph(name, self._parser.CurrentByteIndex))
        self._open.append(local)

    def _text(self, text: str) -> None:
        if self._open[-1] == _TEXT and _PARAGRAPH in self._open and not {_TABLE, _DELETED} & set(self._open):
            self._found[-1].words.append(text)

    def _end(self, name: str) -> None:
        self._open.pop()
        if name.rpartition(":")[2] == _PARAGRAPH and not {_TABLE, _PARAGRAPH} & set(self._open):
            closing = re.compile(rb"[^>]*>").match(self._xml, self._parser.CurrentByteIndex)
            self._found[-1].end = closing.end() if closing else self._parser.CurrentByteIndex
