"""The command ``render``: the reports of one underlag or several. They are made side by side and written in order."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.commands.inputs import (
    against_option,
    named_path,
    processes_option,
    refuse_one_last_year_for_several,
    report_name,
    status_of,
)
from generator.console import findings_as_text
from generator.ground.formatting import enumerated
from generator.output import CannotWriteError, write_whole
from generator.pipeline import Examination, examine
from generator.pool import in_order
from generator.report.draft import Draft
from generator.swedish_click import SwedishCommand, say, show_progress
from generator.workbook.load import find_workbook

_FORMATS = ("pdf", "json", "html")
"""What a report may be made as, which is also the ending of its file."""
_COPIES = ("pdf", "html")
"""What a copy for the web may be made as. JSON is for next year's check, which asks for the whole report."""
_COPY = " webbkopia"
"""What the name of such a copy's file ends with, so that it never takes the place of the signed report."""
_DRAFTS = ("pdf", "html")
"""What a draft may be made as. JSON holds a report's figures for other programs, which do not ask whether they hold."""
_ANY = f"{', '.join(_FORMATS[:-1])} eller {_FORMATS[-1]}"

_TO_WORK_WITH = (
    "Styrelsen beslutar efter siffrorna i sitt utkast och ser inga kontrollpunkter. Därför görs det inte med fel. "
    "Rätta felen, eller gör ett arbetsutkast med --utkast arbete: där står felen i marginalen."
)

_SEPARATORS = ("/", os.sep)
"""What a path ends with that is typed as a folder's."""

Tell = Callable[..., None]
"""Says something to the user, as ``say`` does: a text, and ``err`` where it goes to stderr."""


@dataclass(frozen=True, slots=True)
class _Task:
    """An underlag, and the files to make of it, one for each format; ``copy`` is one for the web, ``draft`` a draft."""

    given: Path
    targets: tuple[Path, ...]
    copy: bool = False
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of an underlag, before any of it is written: the files, or a status that is not good.

    ``told`` is what there was to say, each text with whether it is for stderr.
    """

    status: int
    files: tuple[bytes, ...] = ()
    told: list[tuple[str, bool]] = field(default_factory=list)


def _output(typed: str) -> Path:
    """Where the report is to lie; what ends as another kind of file is a folder only if it is one, or says so."""
    path = Path(typed)
    ending = _ending(path)
    if ending.isalpha() and ending not in _FORMATS and not typed.endswith(_SEPARATORS) and not path.is_dir():
        message = (
            f"--output slutar på .{ending}, men en rapport görs som {_ANY}. Ändra namnet. Är det en mapp, avsluta den "
            "med ett snedstreck."
        )
        raise click.UsageError(message)
    return path


@click.command(cls=SwedishCommand)
@click.argument("inputs", metavar="MAPP-ELLER-FIL…", type=named_path, nargs=-1, required=True)
@click.option(
    "--output",
    metavar="FIL-ELLER-MAPP",
    type=_output,
    help="Var rapporten sparas: en mapp, eller en fil på .pdf, .html eller .json. Annars i mappen output.",
)
@click.option(
    "--format",
    "forms",
    type=click.Choice(_FORMATS),
    multiple=True,
    default=("pdf",),
    metavar="FORMAT",
    help="pdf, html (samma rapport för webben, i en enda fil) eller json (alla siffror och tabeller, för nästa års "
    "kontroll). Kan anges flera gånger.",
)
@click.option(
    "--webbkopia",
    "copy",
    is_flag=True,
    help="Utan underskrifter och utan det som bara är för styrelsen (kolumnen Läsare i fliken Innehåll). Filens namn "
    "slutar på webbkopia. Som pdf eller html.",
)
@click.option(
    "--utkast",
    "draft",
    type=click.Choice([each.value for each in Draft]),
    metavar="SLAG",
    help="styrelse (rapporten med UTKAST på varje sida, för kallelsen) eller arbete (med ARBETSUTKAST på varje sida "
    "och kontrollpunkterna i marginalen, också när det finns fel). Filens namn slutar på utkast eller arbetsutkast. "
    "Som pdf eller html.",
)
@against_option
@processes_option
def render(  # noqa: PLR0913, PLR0917 - one for each option
    inputs: tuple[Path, ...],
    output: Path | None,
    forms: tuple[str, ...],
    copy: bool,  # noqa: FBT001 - Click gives it by name
    draft: str | None,
    against: Path | None,
    processes: int | None,
) -> int:
    """Kontrollera ett underlag och gör rapporten som PDF."""
    refuse_one_last_year_for_several(against, inputs)
    forms = tuple(dict.fromkeys(forms))
    _refuse_output(output, forms, len(inputs))
    wanted = Draft(draft) if draft else None
    if copy:
        _refuse_copy(forms)
    if wanted:
        _refuse_draft(wanted, forms, copy=copy)
    ending = f" {wanted.mark.lower()}" if wanted else _COPY if copy else ""
    tasks = [_Task(given, _targets(given, output, forms, ending), copy, wanted) for given in inputs]
    _refuse_same_file(tasks)
    if len(tasks) == 1:
        return _render_one(tasks[0], against)
    return _render_several(tasks, against, processes)


def _refuse_output(output: Path | None, forms: Sequence[str], inputs: int) -> None:
    """Refuse a file that cannot hold what is asked for; anything without a report's ending is a folder."""
    ending = _ending(output) if output else ""
    if ending not in _FORMATS:
        return
    if inputs > 1:
        message = "--output ska vara en mapp när flera rapporter görs."
    elif len(forms) > 1:
        message = "--output ska vara en mapp när rapporten görs i flera format."
    elif ending != forms[0]:
        message = f"--output slutar på .{ending}, men rapporten görs som {forms[0]}. Ändra namnet eller --format."
    else:
        return
    raise click.UsageError(message)


def _refuse_copy(forms: Sequence[str]) -> None:
    """Refuse a copy for the web in a format that is not for readers."""
    for form in forms:
        if form not in _COPIES:
            message = (
                f"En webbkopia görs som {enumerated(_COPIES, 'eller')}, inte som {form}, som är till för nästa års "
                f"kontroll och behöver hela rapporten. Gör {form} utan --webbkopia."
            )
            raise click.UsageError(message)


def _refuse_draft(draft: Draft, forms: Sequence[str], *, copy: bool) -> None:
    """Refuse a draft in a format that is not for readers, and one that is a copy of what has been decided as well."""
    if copy:
        message = "En webbkopia görs av den färdiga rapporten. Ange --webbkopia eller --utkast, inte båda."
        raise click.UsageError(message)
    for form in forms:
        if form not in _DRAFTS:
            message = (
                f"Ett {draft.mark.lower()} görs som {enumerated(_DRAFTS, 'eller')}, inte som {form}, som är till för "
                f"nästa års kontroll. Gör {form} utan --utkast."
            )
            raise click.UsageError(message)


def _refuse_same_file(tasks: Sequence[_Task]) -> None:
    first = [task.targets[0] for task in tasks if find_workbook(task.given)[1] is None]
    for target in first:
        if first.count(target) > 1:
            message = f"Flera underlag skulle ge samma fil, {target}. Gör dem var för sig, med --output."
            raise click.UsageError(message)


def _targets(given: Path, output: Path | None, forms: Sequence[str], ending: str) -> tuple[Path, ...]:
    """The files to write, one for each format; ``ending`` ends a name that the user has not typed."""
    name = report_name(given)
    if output is not None and _ending(output) in _FORMATS:
        return (output,)
    return tuple((output or Path("output")) / f"{name}{ending}.{form}" for form in forms)


def _ending(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")


def _render_one(task: _Task, against: Path | None) -> int:
    """Make one report, and tell at once what there is to tell."""
    progress = _progress()

    def tell(text: str, *, err: bool) -> None:
        progress("")
        say(text, err=err)

    made = _make(task, against, tell, progress)
    progress("")
    return _deliver(task, made)


def _render_several(tasks: Sequence[_Task], against: Path | None, processes: int | None) -> int:
    """Make several at once; each is told of and written in its turn, as if they were made one by one."""
    progress = _progress()
    status = GOOD
    with closing(in_order(partial(_made, against=against), tasks, processes)) as made:
        for number, task in enumerate(tasks, start=1):
            progress(f"Gör rapport {number} av {len(tasks)} …")
            each = next(made)
            progress("")
            for text, err in each.told:
                say(text, err=err)
            status = max(status, _deliver(task, each))
    return status


def _made(task: _Task, against: Path | None) -> _Made:
    """Make the files of one of several, and keep what there is to tell."""
    told: list[tuple[str, bool]] = []
    made = _make(task, against, lambda text, *, err: told.append((text, err)), lambda _: None)
    return _Made(made.status, made.files, told)


def _make(task: _Task, against: Path | None, tell: Tell, progress: Callable[[str], None]) -> _Made:
    """Examine an underlag and make all its files, so that the files of one report belong together."""
    from generator.document.errors import DrawingError  # noqa: PLC0415 - not needed by `check`
    from generator.document.pdf.tools import MissingLibrariesError  # noqa: PLC0415
    from generator.pipeline import draw, edition, for_the_web, may_be_made, web  # noqa: PLC0415

    make: dict[str, Callable[[Examination], bytes]] = {
        "pdf": partial(draw, draft=task.draft),
        "json": edition,
        "html": partial(web, draft=task.draft),
    }
    progress("Läser och kontrollerar underlaget …")
    examination = examine(task.given, against)
    if examination.findings:
        tell(findings_as_text([examination]), err=examination.has_errors)
    if not may_be_made(examination, task.draft):
        if task.draft and not task.draft.may_have_errors and examination.report:
            tell(_TO_WORK_WITH, err=True)
        return _Made(status_of(examination))
    progress("Gör rapporten …")
    examination = for_the_web(examination) if task.copy else examination
    try:
        return _Made(GOOD, tuple(make[_ending(target)](examination) for target in task.targets))
    except (DrawingError, MissingLibrariesError) as error:
        tell(str(error), err=True)
        return _Made(ERRORS)


def _deliver(task: _Task, made: _Made) -> int:
    """Write what was made, and tell where it lies, or that there is none. Returns the status."""
    if made.status != GOOD:
        return _failed(task.targets, made.status)
    try:
        for target, data in zip(task.targets, made.files, strict=True):
            write_whole(target, data)
    except CannotWriteError as error:
        say(str(error), err=True)
        return _failed(task.targets, UNREADABLE)
    for target in task.targets:
        say(f"{_called(task.draft)} finns i {target}")
    return GOOD


def _called(draft: Draft | None) -> str:
    return f"{draft.mark}et" if draft else "Rapporten"


def _failed(targets: Sequence[Path], status: int) -> int:
    kept = "".join(f" Den tidigare rapporten i {target} är kvar som den var." for target in targets if target.exists())
    say(f"Ingen rapport gjordes.{kept}", err=True)
    return status


def _progress() -> Callable[[str], None]:
    """A line that tells what is going on, where somebody is watching."""
    if not sys.stderr.isatty():
        return lambda _: None
    return show_progress
