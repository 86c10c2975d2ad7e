"""The command line ``arsredovisning``: thin, no decision. Findings on stdout, problems on stderr, a status."""

import atexit
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from generator import __version__
from generator.commands.compare import compare
from generator.commands.figures import figures
from generator.commands.new import new
from generator.commands.rules import rules
from generator.console import findings_as_json, findings_as_text
from generator.edition.read import LAST_YEAR_NAME
from generator.output import CannotWriteError, write_whole
from generator.pipeline import Examination, examine
from generator.swedish_click import SwedishGroup, run
from generator.texts.files import text_files
from generator.workbook.load import WORKBOOK_NAME, find_workbook

GOOD, ERRORS, USAGE, UNREADABLE = 0, 1, 2, 3
WATCH_INTERVAL = 0.5
"""Seconds between looks at a watched file."""

_GARBAGE_THRESHOLD = 500_000
"""Objects made between looks for garbage: in so short a run Python's usual 700 cost a tenth of it and free little."""

_FOLDER = click.Path(path_type=Path)
_FORMATS = ("pdf", "json")
"""What a report may be made as, which is also the ending of its file."""

_AGAINST = click.option(
    "--against",
    metavar="FIL",
    type=_FOLDER,
    help="Fjolårets rapport som JSON, att jämföra med. Annars fjol.json bredvid arbetsboken, om den finns.",
)


@click.group(cls=SwedishGroup, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=True)
@click.version_option(__version__, "--version", message="arsredovisning %(version)s", help="Visa programmets version.")
def program() -> None:
    """Gör årsredovisningen för ett samordningsförbund, från en Excel-arbetsbok till en färdig PDF.

    Börja med new, fyll i arbetsboken, kontrollera med check och gör rapporten med render.
    """


program.add_command(new)


@program.command()
@click.argument("inputs", metavar="MAPP-ELLER-FIL…", type=_FOLDER, nargs=-1, required=True)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="FORMAT",
    help="text (läsbar lista) eller json (för andra program).",
)
@_AGAINST
@click.option("--watch", is_flag=True, help="Kontrollera igen varje gång filen sparas. Avsluta med Ctrl+C.")
def check(inputs: tuple[Path, ...], form: str, against: Path | None, *, watch: bool) -> int:
    """Kontrollera ett underlag och visa allt som är fel, med flik och cell."""
    show = findings_as_json if form == "json" else findings_as_text

    def check_all() -> int:
        examinations = [examine(given, against) for given in inputs]
        click.echo(show(examinations))
        return max(_status(examination) for examination in examinations)

    _refuse_one_last_year_for_several(against, inputs)
    if watch:
        return _watch(inputs, against, check_all)
    return check_all()


@program.command()
@click.argument("inputs", metavar="MAPP-ELLER-FIL…", type=_FOLDER, nargs=-1, required=True)
@click.option("--output", metavar="FIL-ELLER-MAPP", type=_FOLDER, help="Var rapporten sparas. Annars i mappen output.")
@click.option(
    "--format",
    "forms",
    type=click.Choice(_FORMATS),
    multiple=True,
    default=("pdf",),
    metavar="FORMAT",
    help="pdf eller json (alla siffror och tabeller, för nästa års kontroll). Kan anges flera gånger.",
)
@_AGAINST
def render(inputs: tuple[Path, ...], output: Path | None, forms: tuple[str, ...], against: Path | None) -> int:
    """Kontrollera ett underlag och gör rapporten som PDF."""
    _refuse_one_last_year_for_several(against, inputs)
    forms = tuple(dict.fromkeys(forms))
    _refuse_output(output, forms, len(inputs))
    targets = [_targets(given, output, forms) for given in inputs]
    first = [files[0] for given, files in zip(inputs, targets, strict=True) if find_workbook(given)[1] is None]
    for target in first:
        if first.count(target) > 1:
            message = f"Flera underlag skulle ge samma fil, {target}. Gör dem var för sig, med --output."
            raise click.UsageError(message)
    return max(_render_one(given, files, against) for given, files in zip(inputs, targets, strict=True))


def _refuse_one_last_year_for_several(against: Path | None, inputs: Sequence[Path]) -> None:
    if against is not None and len(inputs) > 1:
        message = "--against gäller ett underlag. Kör dem var för sig, eller lägg fjol.json bredvid varje arbetsbok."
        raise click.UsageError(message)


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


program.add_command(compare)
program.add_command(figures)
program.add_command(rules)


@program.command()
@click.argument("name", metavar="NAMN")
@click.option("--for", "association", metavar="MAPP", type=_FOLDER, help="Förbundets mapp: mallen blir dess egen.")
def template(name: str, association: Path | None) -> int:
    """Börja en egen mall för utseendet, i mappen templates eller bredvid ett underlag."""
    from generator.look.folders import OWN  # noqa: PLC0415 - only this command needs them
    from generator.look.start import BASE_TO_READ, new_look, refused_name  # noqa: PLC0415

    refused = refused_name(name)
    if refused:
        raise click.UsageError(refused)
    folder = association / OWN if association else Path("templates") / name
    if folder.exists():
        click.echo(f"{folder} finns redan och skrivs inte över. Välj ett annat namn.", err=True)
        return ERRORS
    try:
        for file, text in new_look(name).items():
            write_whole(folder / file, text.encode())
    except CannotWriteError as error:
        click.echo(str(error), err=True)
        return UNREADABLE
    click.echo(f"Skapade mallen i {folder}.\n")
    click.echo("Gör så här:")
    click.echo(f"  1. Öppna {folder / 'profil.toml'} och välj färger, typsnitt och mått.")
    click.echo(f"  2. {_chosen_by(name, association)}")
    click.echo("  3. Gör rapporten med render.")
    click.echo(f"Allt om mallar står i {folder / BASE_TO_READ / 'mallar.md'}.")
    return GOOD


def _chosen_by(name: str, association: Path | None) -> str:
    if association:
        return "Mallen gäller redan: den ligger bredvid arbetsboken."
    return f"Skriv {name} i fliken Utseende, på raden Mall."


def _render_one(given: Path, targets: Sequence[Path], against: Path | None) -> int:
    from generator.document.errors import DrawingError  # noqa: PLC0415
    from generator.document.pdf.report import MissingLibrariesError  # noqa: PLC0415
    from generator.pipeline import draw, edition  # noqa: PLC0415

    make = {"pdf": draw, "json": edition}
    progress = _progress()
    progress("Läser och kontrollerar underlaget …")
    examination = examine(given, against)
    progress("")
    if examination.findings:
        click.echo(findings_as_text([examination]), err=examination.has_errors)
    if examination.has_errors:
        return _failed(targets, _status(examination))
    progress("Gör rapporten …")
    try:
        # All of them before any is written, so that the files of one report belong together.
        made = [(target, make[_ending(target)](examination)) for target in targets]
        for target, data in made:
            write_whole(target, data)
        progress("")
    except (DrawingError, MissingLibrariesError, CannotWriteError) as error:
        progress("")
        click.echo(str(error), err=True)
        return _failed(targets, UNREADABLE if isinstance(error, CannotWriteError) else ERRORS)
    for target in targets:
        click.echo(f"Rapporten finns i {target}")
    return GOOD


def _failed(targets: Sequence[Path], status: int) -> int:
    kept = "".join(f" Den tidigare rapporten i {target} är kvar som den var." for target in targets if target.exists())
    click.echo(f"Ingen rapport gjordes.{kept}", err=True)
    return status


def _targets(given: Path, output: Path | None, forms: Sequence[str]) -> tuple[Path, ...]:
    """The files to write, one for each format."""
    path, problem = find_workbook(given)
    if problem is not None:
        name = given.name
    elif path.name == WORKBOOK_NAME or given.is_dir():
        name = path.resolve().parent.name
    else:
        name = path.stem
    if output is not None and _ending(output) in _FORMATS:
        return (output,)
    return tuple((output or Path("output")) / f"{name}.{form}" for form in forms)


def _ending(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")


def _status(examination: Examination) -> int:
    if not examination.readable:
        return UNREADABLE
    return ERRORS if examination.has_errors else GOOD


def _progress() -> Callable[[str], None]:
    """A line that tells what is going on, where somebody is watching."""
    if not sys.stderr.isatty():
        return lambda _: None
    return lambda text: click.echo(f"\r\x1b[K{text}", nl=False, err=True)


def _watch(inputs: Sequence[Path], against: Path | None, check_all: Callable[[], int]) -> int:
    """Check at once, and again when the files have changed and then stayed alike between two looks.

    Excel saves by taking the file away and putting a new one there; in between there is none, or half of one.
    """
    status, checked, before = GOOD, None, None
    try:
        while True:
            now = tuple(_state(path) for given in inputs for path in _watched(given, against))
            if checked is None or (now != checked and now == before):
                checked = now
                click.echo(f"--- {time.strftime('%H:%M:%S')} ---", err=True)
                status = check_all()
            before = now
            time.sleep(WATCH_INTERVAL)
    except KeyboardInterrupt:
        return status


def _watched(given: Path, against: Path | None) -> Sequence[Path]:
    """The workbook that ``given`` means, the text files beside it, and last year's report."""
    workbook, _ = find_workbook(given)
    return workbook, *text_files(workbook.parent), against or workbook.parent / LAST_YEAR_NAME


def _state(path: Path) -> tuple[int, int]:
    """When a file was last saved and how large it is; zeros while there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status; no traceback reaches a user."""
    gc.set_threshold(_GARBAGE_THRESHOLD)
    # Last of all Python looks for garbage in everything it still holds, half a second after a report, and then ends.
    atexit.register(gc.freeze)
    for stream in (sys.stdout, sys.stderr):
        # Consoles of older Windows cannot print every sign, such as the minus U+2212.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        status = run(program, arguments, usage_status=USAGE) or GOOD
    except Exception as error:  # our own bug: the user gets a sentence, the developer the rest on request
        if os.environ.get("ARSREDOVISNING_DEBUG"):
            raise
        click.echo(f"Ett fel i programmet stoppade körningen ({type(error).__name__}: {error}).", err=True)
        click.echo("Det är inte ditt fel. Spara arbetsboken och meddela den som sköter programmet.", err=True)
        status = ERRORS
    sys.exit(status)
