"""The rule of appendices: the files that are named are there."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.subjects.appendices.messages import MISSING
from generator.subjects.appendices.rows import Appendix


def files_are_there(case: Case) -> Iterator[Finding]:
    """A file that is named lies in the association's folder; it is not part of the PDF, so it stops nothing."""
    for entry in case.underlag.of(Appendix):
        row = entry.row
        if row.file and not row.on_request and not (case.folder / row.file).is_file():
            near = hint(nearest(row.file, (path.name for path in case.folder.iterdir() if path.is_file())))
            yield MISSING.found(entry.source("file"), found=row.file, folder=case.folder.resolve().name, hint=near)
