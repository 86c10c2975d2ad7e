"""The command ``audit``: the auditor's papers, a workbook and a PDF, beside the report."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import ERRORS, UNREADABLE
from generator.commands.inputs import against_option, named_path, report_name, status_of
from generator.console import findings_as_text
from generator.output import CannotWriteError, write_whole
from generator.pipeline import examine
from generator.swedish_click import SwedishCommand, say
from generator.workbook.load import find_workbook

if TYPE_CHECKING:
    from generator.audit.inputs import InputFile
    from generator.audit.matter import Earlier, Matter

_ENDING = " avstamning"
"""What the files' names end with, so that those of several associations may lie in one folder."""
_JSON = ".json"
_CHANGED = "{name} sparades om medan avstämningen gjordes, så inget skrevs. Kör kommandot igen."


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
    read = _files(given, against)
    examination = examine(given, against)
    if not examination.readable:
        say(findings_as_text([examination]), err=True)
        return UNREADABLE
    from generator.audit.inputs import input_files  # noqa: PLC0415 - not needed by `check`
    from generator.audit.matter import Matter  # noqa: PLC0415

    earlier = _earlier(since)
    if isinstance(earlier, str):
        say(earlier, err=True)
        return UNREADABLE
    inputs = input_files(examination.path, examination.underlag, against)
    changed = [each.name for each in read if each not in inputs]
    if changed:
        say(_CHANGED.format(name=changed[0]), err=True)
        return UNREADABLE
    target = output / f"{report_name(given)}{_ENDING}"
    folder = _seen_from(target.parent, examination.path.parent)
    return _write(Matter(examination, inputs, earlier, since.name if since else "", folder), target)


def _files(given: Path, against: Path | None) -> "tuple[InputFile, ...]":
    """The files as they are before they are examined: of those the papers are made, or of none."""
    from generator.audit.inputs import input_files  # noqa: PLC0415 - not needed by `check`

    workbook, problem = find_workbook(given)
    return input_files(workbook, None, against) if problem is None else ()


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


def _write(matter: "Matter", target: Path) -> int:
    """Make both papers, and write them; without Pango, or where a drawing fails, the workbook alone."""
    from generator.audit.papers import audit_pdf, audit_workbook, papers_of  # noqa: PLC0415 - not needed by `check`
    from generator.document.errors import DrawingError  # noqa: PLC0415
    from generator.document.pdf.tools import MissingLibrariesError  # noqa: PLC0415

    papers = papers_of(matter)
    files = {f"{target}.xlsx": audit_workbook(papers)}
    status = status_of(matter.examination)
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
    if matter.examination.has_errors:
        say("Rapporten kan inte göras än: underlaget har fel. De står i Granskning.", err=True)
    return status


def _seen_from(place: Path, folder: Path) -> str:
    """A folder as it is reached from another, with slashes; its whole address where there is no way between them."""
    try:
        way = Path(os.path.relpath(folder.resolve(), place.resolve())).as_posix()
    except ValueError:  # another drive of Windows
        return folder.resolve().as_uri()
    return "" if way == "." else way
