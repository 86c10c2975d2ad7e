"""The command ``new``: an empty workbook, or next year's of last year's."""

import signal
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.commands.inputs import named_path
from generator.commands.new_asked import Answers, Known, ask
from generator.commands.new_steps import begun_steps, first_steps, next_ledger_steps, next_steps
from generator.findings.message import hint
from generator.ground.names import Name, nearest
from generator.model.topics import LEDGER, TOPICS, Topic
from generator.opener import is_there
from generator.output import CannotWriteError, write_folder, write_whole
from generator.starter.booked import Booked, CannotBeginError, booked_in, told_of, told_of_new
from generator.starter.names import (
    FIRST_YEAR,
    LAST_YEAR,
    association_in,
    folder_of,
    likely_year,
    unprintable,
    workbook_of,
    year_in,
)
from generator.stopping import status_of
from generator.swedish_click import SwedishCommand, say

if TYPE_CHECKING:
    from generator.starter.from_ledger import Begun

_PATH = click.Path(path_type=Path)


def _printable(typed: str) -> str:
    """The association's name, as it can stand in a cell and on the cover."""
    wrong = unprintable(typed)
    if wrong:
        message = f"--name: {wrong[0].lower()}{wrong[1:]}"
        raise click.UsageError(message)
    return typed


@click.command(cls=SwedishCommand)
@click.argument("folder", metavar="MAPP", type=named_path)
@click.option("--name", metavar="NAMN", default="", type=_printable, help="Förbundets namn.")
@click.option("--year", metavar="ÅR", type=click.IntRange(FIRST_YEAR, LAST_YEAR), help="Räkenskapsåret.")
@click.option(
    "--from",
    "last_year",
    metavar="FJOLÅRET",
    type=_PATH,
    help="Fjolårets arbetsbok eller mapp: nästa år görs av den, så att inget skrivs två gånger.",
)
@click.option(
    "--against",
    metavar="FIL",
    type=_PATH,
    help="Med --from: fjolårets rapport som JSON, om den är sparad. Annars görs den av arbetsboken.",
)
@click.option(
    "--ledger",
    metavar="FIL",
    type=_PATH,
    help=(
        "Huvudboken, en SIE-fil eller en lista i Excel eller CSV: fliken Kontoplan fylls i så långt det är säkert, och "
        "filen läggs i mappen."
    ),
)
@click.option(
    "--with",
    "given",
    metavar="ÄMNEN",
    help=f"Vad förbundet har, så att det inte frågas: {', '.join(topic.name for topic in TOPICS)}, allt eller inget.",
)
def new(  # noqa: PLR0913, PLR0917 - the command's options
    folder: Path,
    name: str,
    year: int | None,
    last_year: Path | None,
    against: Path | None,
    ledger: Path | None,
    given: str | None,
) -> int:
    """Skapa en ny arbetsbok i MAPP: tom, av huvudboken eller av fjolårets.

    Några frågor om förbundet avgör vilka flikar som syns. Resten finns dolda i arbetsboken och kan tas fram. Bredvid
    läggs texter.docx, med rubriker att skriva texterna under. Året tas ur mappens namn om det står där.
    """
    if last_year is not None:
        if name or year or given:
            message = "--name, --year och --with används inte med --from: allt är som i fjol, och året är året efter."
            raise click.UsageError(message)
        return _of_last_year(folder, last_year, against, ledger)
    if against is not None:
        message = "--against används bara tillsammans med --from."
        raise click.UsageError(message)
    return _new(folder, name, year, None if given is None else _topics(given), ledger)


def _topics(given: str) -> tuple[Topic, ...]:
    """The topics that are named; all or none of them by those words."""
    names = [Name(part) for part in given.split(",") if part.strip()]
    if names in (["allt"], ["inget"]):
        return TOPICS if names == ["allt"] else ()
    known = {Name(topic.name): topic for topic in TOPICS}
    for name in names:
        if name not in known:
            near = hint(nearest(name, [topic.name for topic in TOPICS]))
            message = f"”{name}” är inget som kan väljas med --with.{near} De som finns är {', '.join(known)}."
            raise click.UsageError(message)
    return tuple(topic for name, topic in known.items() if name in names)


def _answers(folder: Path, name: str, year: int | None, wanted: tuple[Topic, ...] | None, *, booked: bool) -> Answers:
    """What is made: as the options say, and the rest asked for; where nobody can answer, as is likely.

    ``booked``: there is a ledger, so that it is not asked whether there is.
    """
    called = folder_of(folder).resolve().name
    likely = year or _likely(folder)
    if not sys.stdin.isatty():
        return Answers(name, likely, TOPICS if wanted is None else wanted)
    proposed = Answers(association_in(called), likely, ())
    return ask(Known(name or None, year, wanted, (LEDGER,) if booked else ()), proposed, unprintable)


def _likely(folder: Path) -> int:
    """The year that the folder's name says, or else the one that a report begun today is about."""
    today = date.today()  # noqa: DTZ011 - the user's own day
    return year_in(folder_of(folder).resolve().name) or likely_year(today)


def _new(given: Path, name: str, year: int | None, wanted: tuple[Topic, ...] | None, ledger: Path | None) -> int:
    path = workbook_of(given)
    if is_there(path):
        say(f"{path} finns redan och skrivs inte över. Välj en annan mapp.", err=True)
        return ERRORS
    try:
        booked = booked_in(ledger, year, _likely(given)) if ledger else None
        if booked:
            name, year = name or _printable_or_none(booked.ledger.company), booked.year
        made = _answers(given, name, year, wanted, booked=booked is not None)
        begun, with_texts = _write_new(path, made, booked)
    except click.Abort:
        say("\nAvbrutet. Inget har skapats.", err=True)
        return status_of(signal.SIGINT)
    except CannotBeginError as error:
        say(f"{error} Inget skrevs.", err=True)
        return ERRORS
    except CannotWriteError as error:
        say(str(error), err=True)
        return UNREADABLE
    if booked and booked.wrong:
        say(f"{booked.wrong}\n", err=True)
    if begun:
        say(
            begun_steps(
                path,
                given,
                made.year,
                told_of(begun.suggested, begun.chart, begun.hints, wrong=bool(booked and booked.wrong)),
            )
        )
    else:
        say(first_steps(path, given, made.year, with_texts=with_texts))
    return GOOD


def _printable_or_none(name: str) -> str:
    return "" if unprintable(name) else name


def _write_new(path: Path, made: Answers, booked: Booked | None) -> tuple["Begun | None", bool]:
    """Write the workbook, the ledger's file, and the Word file where the folder has no texts; whether it had none.

    Raises:
        CannotWriteError: the folder cannot be written.
        CannotBeginError: the ledger has too many accounts.

    """
    from generator.starter.new_folder import Beginning, new_files  # noqa: PLC0415 - writing is not needed by `check`
    from generator.texts.files import text_files  # noqa: PLC0415

    folder = path.parent
    is_new = not is_there(folder)
    with_texts = is_new or not text_files(folder)
    beginning = Beginning(made.name, made.year, made.wanted, booked, path)
    files, begun = new_files(beginning, with_texts=with_texts)
    if is_new:
        write_folder(folder, files)
        return begun, True
    for name, data in files.items():  # the workbook last: where it is there, nothing is begun anew
        write_whole(folder / name, data)
    return begun, with_texts


def _of_last_year(folder: Path, last_year: Path, against: Path | None, ledger: Path | None) -> int:
    from generator.next_year.folder import CannotRollError, next_year  # noqa: PLC0415 - writing is not needed by `check`

    if folder.suffix.lower() == ".xlsx":
        message = "MAPP ska vara en mapp, till exempel ”Förbundet 2021”: den får mer än en fil."
        raise click.UsageError(message)
    if is_there(folder):
        say(f"{folder} finns redan och skrivs inte över. Välj en annan mapp.", err=True)
        return ERRORS
    try:
        made = next_year(last_year, against, str(folder), ledger)
        write_folder(folder, made.files)
    except CannotRollError as error:
        say(f"{error} Inget skrevs.", err=True)
        return ERRORS
    except CannotWriteError as error:
        say(str(error), err=True)
        return UNREADABLE
    if made.wrong:
        say(f"{made.wrong}\n", err=True)
    if ledger:
        say(
            next_ledger_steps(
                folder,
                last_year,
                made.year,
                told_of_new(made.suggested, made.accounts, made.activities, made.hint),
            )
        )
    else:
        say(next_steps(folder, last_year, made.year, booked=made.booked))
    return GOOD
