"""Judging a file before it is opened as a workbook: what it is, how large, and whether it is safe to parse."""

import io
import zipfile
from pathlib import Path

from generator.files.archive import DAMAGED, LARGEST, MEGABYTE, unsafe
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.opener import WORKBOOK, RefusedError, read
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

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_OTHER_FORMATS = {".xls": "xls", ".ods": "ods", ".csv": "csv", ".txt": "text", ".numbers": "Numbers", ".xlsb": "xlsb"}


def read_file(path: Path, within: Path | None = None) -> tuple[bytes, Finding | None]:
    """Read a file, or say why it cannot be read; one that the user has not named lies in the folder ``within``."""
    if path.name.startswith("~$"):
        return b"", FILE_IS_LOCK.found(name=path.name)
    try:
        return read(path, within, WORKBOOK), None
    except RefusedError as error:
        return b"", refused(error, Source())
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
    except DAMAGED:
        return FILE_NOT_EXCEL.found(name=name)


def _judge_parts(archive: zipfile.ZipFile, name: str) -> Finding | None:
    if "mimetype" in archive.namelist() and "[Content_Types].xml" not in archive.namelist():
        return FILE_OLD_FORMAT.found(name=name, format="ods")
    reason = unsafe(archive)
    if reason == "too_large":
        size = sum(each.file_size for each in archive.infolist()) // MEGABYTE
        limit = LARGEST // MEGABYTE
        return FILE_TOO_LARGE.found(name=name, size=max(size, limit), limit=limit)
    return FILE_FORBIDDEN_XML.found(name=name) if reason else None
