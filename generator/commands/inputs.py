"""What several commands have in common: how they are asked, and how an underlag that was examined is answered."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.opener import is_folder
from generator.pipeline import Examination
from generator.pool import MOST
from generator.workbook.load import WORKBOOK_NAME, find_workbook


def named_path(typed: str) -> Path:
    """A folder or file that is named on the command line; nothing at all would be the folder that one stands in.

    Raises:
        click.UsageError: nothing is named.

    """
    if not typed.strip():
        message = "MAPP är tom. Skriv mappens namn; mappen du står i skrivs med en punkt."
        raise click.UsageError(message)
    return Path(typed)


against_option = click.option(
    "--against",
    metavar="FIL",
    type=click.Path(path_type=Path),
    help="Fjolårets rapport som JSON, att jämföra med. Annars fjol.json bredvid arbetsboken, om den finns.",
)
TEXT, JSON = "text", "json"
format_option = click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, JSON]),
    default=TEXT,
    metavar="FORMAT",
    help="text (läsbar lista) eller json (för andra program).",
)
processes_option = click.option(
    "--processes",
    metavar="ANTAL",
    type=click.IntRange(1, MOST),
    help="Hur många underlag som behandlas samtidigt. Annars så många som datorn har processorer.",
)


def refuse_one_last_year_for_several(against: Path | None, inputs: Sequence[Path]) -> None:
    """Refuse one report of last year for several underlag.

    Raises:
        click.UsageError: there are several.

    """
    if against is not None and len(inputs) > 1:
        message = "--against gäller ett underlag. Kör dem var för sig, eller lägg fjol.json bredvid varje arbetsbok."
        raise click.UsageError(message)


def report_name(given: Path) -> str:
    """What the files of a report are called: after its folder, or after a workbook of another name."""
    path, problem = find_workbook(given)
    if problem is not None:
        return given.name
    return path.resolve().parent.name if path.name == WORKBOOK_NAME or is_folder(given, None) else path.stem


def status_of(examination: Examination) -> int:
    """The exit status of an underlag that was examined."""
    if not examination.readable:
        return UNREADABLE
    return ERRORS if examination.has_errors else GOOD
