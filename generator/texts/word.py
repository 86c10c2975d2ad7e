"""From a Word file to a SourcedText: headings, paragraphs, lists, tables, pictures and footnotes, written as Markdown.

mammoth reads the file and leaves tracked deletions out; what it leaves out besides is told in a finding.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.files.archive import DAMAGED, LARGEST, MEGABYTE, unsafe
from generator.findings.finding import Finding
from generator.findings.limits import hold
from generator.findings.rule import Rule
from generator.ground.limits import WORD_BYTES
from generator.ground.source import Source
from generator.texts.file_messages import (
    TEXT_FILE_DAMAGED,
    TEXT_FILE_PASSWORD,
    TEXT_FILE_TOO_LARGE,
    WORD_COMMENTS,
    WORD_EQUATIONS,
    WORD_OBJECTS,
    WORD_STRUCK,
    WORD_TRACKED_CHANGES,
)
from generator.texts.text import SourcedText

BODY = "word/document.xml"
_COMMENTS = "word/comments.xml"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"

_TOLD: tuple[tuple[Rule, str, re.Pattern[bytes]], ...] = (
    (WORD_TRACKED_CHANGES, BODY, re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ />]")),
    (WORD_COMMENTS, _COMMENTS, re.compile(rb"<w:comment[ />]")),
    (WORD_OBJECTS, BODY, re.compile(rb"<(?:w:object|c:chart|dgm:relIds|w:altChunk)[ />]")),
    (WORD_EQUATIONS, BODY, re.compile(rb"<m:oMath[ />]")),
    (WORD_STRUCK, BODY, re.compile(rb"<w:d?strike(?:/>| w:val=\"(?:1|true|on)\")")),
)
"""What is told of a file, the part of it that is looked in, and what shows it there."""


def read_word(data: bytes, place: Source) -> tuple[SourcedText | None, list[Finding]]:
    """Read a Word file; ``place`` is the file's. The text is None where the file cannot be read."""
    wrong = _judge(data, place)
    if wrong:
        return None, [wrong]
    from mammoth import docx  # noqa: PLC0415 - only where there is a Word file

    from generator.texts.word_blocks import WordText  # noqa: PLC0415

    try:
        document: Any = docx.read(io.BytesIO(data)).value
        writer = WordText(document, place)
        text = writer.text()
    except Exception:  # noqa: BLE001 - what a library may raise for a file that somebody made is not known
        return None, [TEXT_FILE_DAMAGED.found(place, name=place.file)]
    return text, [*_told(data, place), *writer.findings]


def _judge(data: bytes, place: Source) -> Finding | None:
    """Say what is wrong with the file as a whole, before it is opened."""
    name: dict[str, object] = {"name": place.file}
    if data.startswith(_COMPOUND_FILE):
        return TEXT_FILE_PASSWORD.found(place, **name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if BODY not in archive.namelist():
                return TEXT_FILE_DAMAGED.found(place, **name)
            hold(WORD_BYTES, archive.getinfo(BODY).file_size, place)
            reason = unsafe(archive)
    except DAMAGED:
        return TEXT_FILE_DAMAGED.found(place, **name)
    rules = {"too_large": TEXT_FILE_TOO_LARGE, "forbidden_xml": TEXT_FILE_DAMAGED}
    return rules[reason].found(place, **name, limit=LARGEST // MEGABYTE) if reason else None


def _told(data: bytes, place: Source) -> Iterator[Finding]:
    """Tell what is not printed as it stands in Word."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in (BODY, _COMMENTS) if name in archive.namelist()}
    for rule, part, pattern in _TOLD:
        count = len(pattern.findall(parts.get(part, b"")))
        if count:
            yield rule.found(replace(place, row=0), count=count, name=place.file)
