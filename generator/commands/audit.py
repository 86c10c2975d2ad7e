"""The command ``audit``: the auditor's papers, a workbook and a PDF, beside the report."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import ERRORS, UNREADABLE
from generator.commands.inputs import against_option, named_path, report_name, status_of
from generator.console import findings_as_text
from generator.output import CannotWriteError, write_whole
from generator.pipeline import Examination, examine
from generator.swedish_click import SwedishCommand, say

if TYPE_CHECKING:
    from generator.audit.matter import Earlier

_ENDING = " avstamning"
"""What the files' names end with, so that those of several associations may lie in one folder."""
_JSON = ".json"


@click.command(cls=SwedishCommand)
@click.argument("given", metavar="MAPP-ELLER-FIL", type=named_path)
@click.option(
    "--output",
    metavar="MAPP",
    type=click.Path(path_type=Path),
    default=Path("output"),
    help="Mappen som avstämningen sparas i. Annars mappen output, där rapporten ligger.",
)
@click.option(
    "--since",
    metavar="MAPP-ELLER-FIL",
    type=named_path,
    help="Den version som skickades ut, att jämföra med: en mapp, en arbetsbok, eller rapporten som JSON.",
)
@against_option
def audit(given: Path, output: Path, since: Path | None, against: Path | None) -> int:
    """Gör avstämningen för revisorerna: en arbetsbok med levande formler, och en PDF.

    Går också när underlaget har fel. Avstämningen visar dem då, och säger att rapporten inte kan göras än.
    """
    examination = examine(given, against)
    if not examination.readable:
        say(findings_as_text([examination]), err=True)
        return UNREADABLE
    earlier = _earlier(since)
    if isinstance(earlier, str):
        say(earlier, err=True)
        return UNREADABLE
    return _write(examination, output / f"{report_name(given)}{_ENDING}", earlier, since, against)


def _earlier(since: Path | None) -> "Earlier | str | None":
    """The version to compare with, or why it cannot be read."""
    from generator.edition.read import read_last_year  # noqa: PLC0415 - seldom asked for
    from generator.findings.message import message  # noqa: PLC0415

    if since is None:
        return None
    if since.suffix.lower() == _JSON:
        found, findings = read_last_year(since)
        return found.edition if found else message(findings[0]).what
    examination = examine(since)
    return examination if examination.readable else findings_as_text([examination])


def _write(
    examination: Examination, target: Path, before: "Earlier | None", since: Path | None, against: Path | None
) -> int:
    from generator.audit.inputs import input_files  # noqa: PLC0415 - not needed by `check`
    from generator.audit.matter import Matter  # noqa: PLC0415
    from generator.audit.papers import audit_pdf, audit_workbook, papers_of  # noqa: PLC0415
    from generator.document.errors import DrawingError  # noqa: PLC0415
    from generator.document.pdf.tools import MissingLibrariesError  # noqa: PLC0415

    inputs = input_files(examination.path, examination.underlag, against)
    folder = _seen_from(target.parent, examination.path.parent)
    papers = papers_of(Matter(examination, inputs, before, since.name if since else "", folder))
    files = {f"{target}.xlsx": audit_workbook(papers)}
    status = status_of(examination)
    try:
        files[f"{target}.pdf"] = audit_pdf(papers)
    except (DrawingError, MissingLibrariesError) as error:
        say(str(error), err=True)
        status = max(status, ERRORS)
    try:
        for name, data in files.items():
            write_whole(Path(name), data)
    except CannotWriteError as error:
        say(str(error), err=True)
        return UNREADABLE
    for name in files:
        say(f"Avstämningen finns i {name}")
    if examination.has_errors:
        say("Rapporten kan inte göras än: underlaget har fel. De står i Granskning.", err=True)
    return status


def _seen_from(place: Path, folder: Path) -> str:
    """A folder as it is reached from another, with slashes; its whole address where there is no way between them."""
    try:
        way = Path(os.path.relpath(folder.resolve(), place.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return folder.resolve().as_uri()
    return "" if way == "." else way
