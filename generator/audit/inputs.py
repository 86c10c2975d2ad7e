"""The files that a report is made of, each with its checksum, so that anyone can say which they were."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from generator.companions import companions
from generator.edition.read import last_year_file
from generator.forms.folder import answer_files
from generator.ledger.beside import LARGEST, ledger_files
from generator.model.underlag import Underlag
from generator.opener import is_file, named, read
from generator.subjects.appendices.rows import Appendix
from generator.texts.files import text_files

_MOST = LARGEST
"""Bytes of the largest file that any part of a report may be read from."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file: what it is for the report, its name within the folder, its bytes' number and SHA-256."""

    role: str
    name: str
    size: int
    checksum: str

    @property
    def kilobytes(self) -> Decimal:
        """The size in thousands of bytes."""
        return Decimal(self.size) / 1000


def input_files(workbook: Path, underlag: Underlag | None, against: Path | None = None) -> tuple[InputFile, ...]:
    """Read the files of a report and give their checksums. Those that cannot be read are told by other means."""
    found = [
        InputFile(role, name, len(data), hashlib.sha256(data).hexdigest())
        for role, name, data in contents(workbook, underlag, against)
    ]
    return tuple({each.name: each for each in reversed(found)}.values())[::-1]


def contents(
    workbook: Path, underlag: Underlag | None, against: Path | None = None
) -> Iterator[tuple[str, str, bytes]]:
    """The files of a report: what each is for, its name within the folder, and its bytes."""
    folder = workbook.parent
    yield from _read(folder, _files(workbook, folder, underlag, against))


def _files(
    workbook: Path, folder: Path, underlag: Underlag | None, against: Path | None
) -> Iterator[tuple[str, Path, Path | None]]:
    """Each file with what it is for, and the folder that it must lie in."""
    yield "arbetsboken", workbook, None
    yield from (("texter", path, folder) for path in text_files(folder))
    yield from (("huvudbok", path, folder) for path in ledger_files(folder, workbook))
    yield from (("insatsernas svar", path, folder) for path in answer_files(folder))
    last_year = last_year_file(folder, against)
    if last_year:
        yield "fjolårets rapport", last_year, None if against else folder
    yield from (("bilaga", path, folder) for path in _appended(underlag, folder))
    yield from (("bild eller utseende", path, folder) for _, path in companions(folder))


def _appended(underlag: Underlag | None, folder: Path) -> Iterator[Path]:
    for row in underlag.rows(Appendix) if underlag else ():
        path = named(folder, row.file) if row.inserted and row.file else None
        if path is not None and is_file(path, folder):
            yield path


def _read(folder: Path, files: Iterable[tuple[str, Path, Path | None]]) -> Iterator[tuple[str, str, bytes]]:
    for role, path, within in files:
        try:
            data = read(path, within, _MOST)
        except OSError:
            continue
        inside = path.is_relative_to(folder)
        yield role, path.relative_to(folder).as_posix() if inside else path.name, data
