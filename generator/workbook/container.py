"""Judging a file before it is opened as a workbook: what it is, how large, and whether it is safe to parse."""

import io
import re
import zipfile
import zlib
from pathlib import Path

from generator.findings.finding import Finding
from generator.workbook.file_messages import (
    FILE_FORBIDDEN_XML,
    FILE_IS_LOCK,
    FILE_LOCKED,
    FILE_NOT_EXCEL,
    FILE_NOT_FOUND,
    FILE_OLD_FORMAT,
    FILE_PASSWORD,
    FILE_TOO_LARGE,
)

MEGABYTE = 1_000_000
LARGEST = 60 * MEGABYTE
"""Unpacked bytes that are read; the largest association's workbook is some two megabytes."""

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_FORBIDDEN = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_OTHER_FORMATS = {".xls": "xls", ".ods": "ods", ".csv": "csv", ".txt": "text", ".numbers": "Numbers", ".xlsb": "xlsb"}


def read_file(path: Path) -> tuple[bytes, Finding | None]:
    """Read a file, or say why it cannot be read."""
    if path.name.startswith("~$"):
        return b"", FILE_IS_LOCK.found(name=path.name)
    try:
        return path.read_bytes(), None
    except FileNotFoundError:
        return b"", FILE_NOT_FOUND.found(name=path)
    except (PermissionError, OSError):
        return b"", FILE_LOCKED.found(name=path.name)


def judge(data: bytes, name: str) -> Finding | None:
    """Say what is wrong with a file as a whole; None when it may be opened as a workbook.

    A password-protected workbook is a compound file like an old .xls; the name tells them apart.
    """
    ending = Path(name).suffix.lower()
    if data.startswith(_COMPOUND_FILE) and ending != ".xls":
        return FILE_PASSWORD.found(name=name)
    if ending in _OTHER_FORMATS:
        return FILE_OLD_FORMAT.found(name=name, format=_OTHER_FORMATS[ending])
    if not data.startswith(_ZIP):
        return FILE_NOT_EXCEL.found(name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _judge_parts(archive, name)
    except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return FILE_NOT_EXCEL.found(name=name)


def forbidden(xml: bytes) -> bool:
    """Whether XML holds definitions (DOCTYPE, ENTITY), which no part of a workbook should."""
    return _FORBIDDEN.search(_plain(xml)) is not None


def _plain(xml: bytes) -> bytes:
    """Give XML so that its ASCII letters can be searched, also where it is written in UTF-16."""
    return xml.replace(b"\x00", b"") if b"\x00" in xml else xml


def _judge_parts(archive: zipfile.ZipFile, name: str) -> Finding | None:
    if "mimetype" in archive.namelist() and "[Content_Types].xml" not in archive.namelist():
        return FILE_OLD_FORMAT.found(name=name, format="ods")
    reason = unsafe(archive)
    if reason == "too_large":
        size = sum(each.file_size for each in archive.infolist()) // MEGABYTE
        limit = LARGEST // MEGABYTE
        return FILE_TOO_LARGE.found(name=name, size=max(size, limit), limit=limit)
    return FILE_FORBIDDEN_XML.found(name=name) if reason else None


def unsafe(archive: zipfile.ZipFile) -> str:
    """Why an archive must not be parsed, ``too_large`` or ``forbidden_xml``; empty when it may.

    Raises:
        zipfile.BadZipFile: a part is damaged; as does everything else that reading one may raise.

    """
    room = LARGEST
    for part in archive.infolist():
        # The size in the directory may lie, so the part is read with a limit as well.
        with archive.open(part) as stream:
            content = stream.read(min(part.file_size, room) + 1)
        room -= max(len(content), part.file_size)
        if room < 0:
            return "too_large"
        if part.filename.endswith((".xml", ".rels", ".vml")) and forbidden(content):
            return "forbidden_xml"
    return ""
