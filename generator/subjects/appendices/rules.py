"""The rule of appendices: the files that are named are there."""

from collections.abc import Iterator
from pathlib import Path

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.model.rows import Entry
from generator.opener import is_file, listed, named
from generator.subjects.appendices.messages import MISSING, NOT_INSERTED
from generator.subjects.appendices.rows import Appendix


def files_are_there(case: Case) -> Iterator[Finding]:
    """A file that is named lies in the association's folder; it is not part of the PDF, so it stops nothing."""
    for entry in case.underlag.of(Appendix):
        row = entry.row
        if row.file and not row.on_request and not row.inserted and not _is_there(case.folder, row.file):
            near = hint(nearest(row.file, (path.name for path in listed(case.folder) if is_file(path, case.folder))))
            yield MISSING.found(entry.source("file"), found=row.file, folder=case.folder.resolve().name, hint=near)


def _is_there(folder: Path, name: str) -> bool:
    path = named(folder, name)
    return path is not None and is_file(path, folder)


def not_inserted(entry: Entry[Appendix], why: str) -> Finding:
    """Tell that the file of an appendix cannot be put in; ``why`` is a sentence without its full stop."""
    return NOT_INSERTED.found(entry.source("file"), name=entry.row.name, why=why.format(file=entry.row.file))
