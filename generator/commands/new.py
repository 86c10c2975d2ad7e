"""The command ``new``: an empty workbook, or next year's of last year's."""

import sys
import unicodedata
from datetime import date
from pathlib import Path

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.commands.inputs import named_path
from generator.findings.message import hint
from generator.ground.limits import NAME_LETTERS
from generator.ground.names import Name, nearest
from generator.model.topics import TOPICS, Topic
from generator.opener import is_there
from generator.output import CannotWriteError, write_folder, write_whole
from generator.swedish_click import SwedishCommand, say
from generator.workbook.load import WORKBOOK_NAME

_PATH = click.Path(path_type=Path)


def _printable(typed: str) -> str:
    """The association's name, as it can stand in a cell and on the cover."""
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in typed):
        message = "--name: namnet har tecken som inte kan skrivas ut. Skriv det med bokstäver, siffror och mellanslag."
        raise click.UsageError(message)
    if len(typed) > NAME_LETTERS.most:
        message = f"--name: namnet har {len(typed)} tecken, och högst {NAME_LETTERS.most} läses. {NAME_LETTERS.remedy}"
        raise click.UsageError(message)
    return typed


@click.command(cls=SwedishCommand)
@click.argument("folder", metavar="MAPP", type=named_path)
@click.option("--name", metavar="NAMN", default="", type=_printable, help="Förbundets namn.")
@click.option("--year", metavar="ÅR", type=click.IntRange(1990, 2100), help="Räkenskapsåret.")
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
    "--with",
    "given",
    metavar="ÄMNEN",
    help=f"Vad förbundet har, utan frågor: {', '.join(topic.name for topic in TOPICS)}, allt eller inget.",
)
def new(  # noqa: PLR0913, PLR0917 - the command's options
    folder: Path, name: str, year: int | None, last_year: Path | None, against: Path | None, given: str | None
) -> int:
    """Skapa en ny arbetsbok i MAPP, tom eller av fjolårets.

    Några frågor avgör vilka flikar som syns. Resten finns dolda i arbetsboken och kan tas fram.
    """
    if last_year is not None:
        if name or year or given:
            message = "--name, --year och --with används inte med --from: allt är som i fjol, och året är året efter."
            raise click.UsageError(message)
        return _of_last_year(folder, last_year, against)
    if against is not None:
        message = "--against används bara tillsammans med --from."
        raise click.UsageError(message)
    return _empty(folder, name, year, None if given is None else _topics(given))


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


def _asked() -> tuple[Topic, ...]:
    """Ask what the association has; where nobody can answer, it is taken to have everything."""
    if not sys.stdin.isatty():
        return TOPICS
    say("Några frågor om förbundet. Det du svarar nej på finns dolt och kan tas fram senare.\n")
    wanted = tuple(topic for topic in TOPICS if topic.question and _is_yes(topic.question))
    say("")
    return wanted


def _is_yes(question: str) -> bool:
    """Ask until the answer is ja or nej; nothing is nej."""
    while True:
        answer = Name(click.prompt(f"  {question} (j/n)", default="n", show_default=False))
        if answer in ("j", "ja", "n", "nej"):
            return answer in ("j", "ja")
        say("  Svara j eller n.")


def _empty(folder: Path, name: str, year: int | None, wanted: tuple[Topic, ...] | None) -> int:
    from generator.starter import likely_year, new_workbook  # noqa: PLC0415 - writing is not needed by `check`

    path = folder if folder.suffix.lower() == ".xlsx" else folder / WORKBOOK_NAME
    if is_there(path):
        say(f"{path} finns redan och skrivs inte över. Välj en annan mapp.", err=True)
        return ERRORS
    year = year or likely_year(date.today())  # noqa: DTZ011 - the user's own day
    try:
        write_whole(path, new_workbook(name, year, _asked() if wanted is None else wanted))
    except CannotWriteError as error:
        say(str(error), err=True)
        return UNREADABLE
    say(f"Skapade {path} för räkenskapsåret {year}.\n")
    say("Gör så här:")
    say("  1. Öppna arbetsboken i Excel och börja med fliken Läs mig.")
    say(f"  2. Kontrollera det du har fyllt i:  arsredovisning check {_quoted(folder)}")
    say(f"  3. Gör rapporten:                   arsredovisning render {_quoted(folder)}")
    return GOOD


def _of_last_year(folder: Path, last_year: Path, against: Path | None) -> int:
    from generator.next_year.folder import CannotRollError, next_year  # noqa: PLC0415 - writing is not needed by `check`

    if folder.suffix.lower() == ".xlsx":
        message = "MAPP ska vara en mapp, till exempel ”Förbundet 2021”: den får mer än en fil."
        raise click.UsageError(message)
    if is_there(folder):
        say(f"{folder} finns redan och skrivs inte över. Välj en annan mapp.", err=True)
        return ERRORS
    try:
        made = next_year(last_year, against)
        write_folder(folder, made.files)
    except CannotRollError as error:
        say(f"{error} Inget skrevs.", err=True)
        return ERRORS
    except CannotWriteError as error:
        say(str(error), err=True)
        return UNREADABLE
    say(f"Skapade {folder} för räkenskapsåret {made.year}, av {last_year}.\n")
    say("Gör så här:")
    say("  1. Fyll i årets utfall, budget och utgående balanser. Fjolårets siffror står redan där.")
    say("  2. Skriv om texterna. De som är kvar från i fjol har märket [från i fjol], som inte kommer med i")
    say("     rapporten.")
    say(f"  3. Se vad som återstår:  arsredovisning check {_quoted(folder)}")
    return GOOD


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
