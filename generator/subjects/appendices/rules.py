"""The rule of appendices: the files that are named are there."""

from collections.abc import Iterator
from pathlib import Path

from generator.blocks.case import Case
from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.model.association import ReportState
from generator.model.rows import Entry
from generator.opener import is_file, listed, named
from generator.subjects.appendices.messages import MISSING, NOT_INSERTED
from generator.subjects.appendices.rows import Appendix


def files_are_there(case: Case) -> Iterator[Finding]:
    """A file that is named lies in the association's folder: what a final report promises goes out with it."""
    severity = Severity.ERROR if case.state is ReportState.FINAL else None
    for entry in case.underlag.of(Appendix):
        row = entry.row
        if not row.inserted and _is_named(row) and file_of(row, case.folder) is None:
            near = hint(nearest(row.file, (path.name for path in listed(case.folder) if is_file(path, case.folder))))
            values = {"found": row.file, "folder": case.folder.resolve().name, "hint": near}
            yield MISSING.found(entry.source("file"), **values).graded(severity)


def file_of(row: Appendix, folder: Path) -> Path | None:
    """The file of an appendix; None where it has none in the folder."""
    path = named(folder, row.file) if _is_named(row) else None
    return path if path is not None and is_file(path, folder) else None


def _is_named(row: Appendix) -> bool:
    return bool(row.file) and not row.on_request


def not_inserted(entry: Entry[Appendix], why: str) -> Finding:
    """Tell that the file of an appendix cannot be put in; ``why`` is a sentence without its full stop."""
    return NOT_INSERTED.found(entry.source("file"), name=entry.row.name, why=why.format(file=entry.row.file))
