"""Judging a file before it is opened as a workbook: what it is, how large, and whether it is safe to parse."""

import io
import zipfile
from pathlib import Path

from generator.files.archive import DAMAGED, LARGEST, unsafe
from generator.files.kinds import EMPTY, EXCEL, INCOMPLETE, PASSWORD, RIGHTS, kind_of
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.opener import MEGABYTE, WORKBOOK, RefusedError, read
from generator.workbook.file_messages import (
    FILE_DAMAGED,
    FILE_FORBIDDEN_XML,
    FILE_INCOMPLETE,
    FILE_IS_LOCK,
    FILE_LOCKED,
    FILE_NOT_EXCEL,
    FILE_NOT_FOUND,
    FILE_OTHER_KIND,
    FILE_PASSWORD,
    FILE_RIGHTS,
    FILE_TOO_LARGE,
)

_RULES = {
    None: FILE_NOT_EXCEL,
    PASSWORD: FILE_PASSWORD,
    RIGHTS: FILE_RIGHTS,
    EMPTY: FILE_INCOMPLETE,
    INCOMPLETE: FILE_INCOMPLETE,
}
"""What is told of a file that is no workbook, where more is to be said than its kind."""


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
    """Say what is wrong with a file as a whole; None when it may be opened as a workbook."""
    try:
        kind = kind_of(data)
        if kind is not EXCEL:
            rule = _RULES.get(kind, FILE_OTHER_KIND)
            return rule.found(name=name, what=kind.what if kind else "", remedy=kind.remedy if kind else "")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _judge_parts(archive, name)
    except DAMAGED:
        return FILE_DAMAGED.found(name=name)


def _judge_parts(archive: zipfile.ZipFile, name: str) -> Finding | None:
    reason = unsafe(archive)
    if reason == "too_large":
        size = sum(each.file_size for each in archive.infolist()) // MEGABYTE
        limit = LARGEST // MEGABYTE
        return FILE_TOO_LARGE.found(name=name, size=max(size, limit), limit=limit)
    return FILE_FORBIDDEN_XML.found(name=name) if reason else None
