"""Whether an archive, which a workbook and a Word file are, is safe to parse."""

import re
import struct
import zipfile
import zlib

from generator.opener import MEGABYTE

LARGEST = 60 * MEGABYTE
"""Unpacked bytes that are read; the largest association's workbook is some two megabytes."""

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What may be raised by an archive that is damaged, or made to do harm."""

_FORBIDDEN = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


def unsafe(archive: zipfile.ZipFile, *, partly: bool = False) -> str:
    """Why an archive must not be parsed, ``too_large`` or ``forbidden_xml``; empty when it may.

    ``partly``: parts that are damaged are passed over, since whoever reads the archive tells of those it needs.

    Raises:
        zipfile.BadZipFile: a part is damaged; or any other of ``DAMAGED``.

    """
    room = LARGEST
    for part in archive.infolist():
        try:
            # The size in the directory may lie, so the part is read with a limit as well.
            with archive.open(part) as stream:
                content = stream.read(min(part.file_size, room) + 1)
        except DAMAGED:
            if partly:
                continue
            raise
        room -= max(len(content), part.file_size)
        if room < 0:
            return "too_large"
        if part.filename.endswith((".xml", ".rels", ".vml")) and forbidden(content):
            return "forbidden_xml"
    return ""


def forbidden(xml: bytes) -> bool:
    """Whether XML holds definitions (DOCTYPE, ENTITY), which no part of a workbook or a text should."""
    return _FORBIDDEN.search(_plain(xml)) is not None


def _plain(xml: bytes) -> bytes:
    """Give XML so that its ASCII letters can be searched, also where it is written in UTF-16."""
    return xml.replace(b"\x00", b"") if b"\x00" in xml else xml
