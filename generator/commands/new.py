"""The command ``new``: an empty workbook, or next year's of last year's."""

from datetime import date
from pathlib import Path

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.output import CannotWriteError, write_folder, write_whole
from generator.swedish_click import SwedishCommand
from generator.workbook.load import WORKBOOK_NAME

_PATH = click.Path(path_type=Path)


@click.command(cls=SwedishCommand)
@click.argument("folder", metavar="MAPP", type=_PATH)
@click.option("--name", metavar="NAMN", default="", help="Förbundets namn.")
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
def new(folder: Path, name: str, year: int | None, last_year: Path | None, against: Path | None) -> int:
    """Skapa en ny arbetsbok i MAPP, tom eller av fjolårets."""
    if last_year is not None:
        if name or year:
            message = "--name och --year används inte med --from: namnet är fjolårets, och året är året efter."
            raise click.UsageError(message)
        return _of_last_year(folder, last_year, against)
    if against is not None:
        message = "--against används bara tillsammans med --from."
        raise click.UsageError(message)
    return _empty(folder, name, year)


def _empty(folder: Path, name: str, year: int | None) -> int:
    from generator.starter import likely_year, new_workbook  # noqa: PLC0415 - writing is not needed by `check`

    path = folder if folder.suffix.lower() == ".xlsx" else folder / WORKBOOK_NAME
    if path.exists():
        click.echo(f"{path} finns redan och skrivs inte över. Välj en annan mapp.", err=True)
        return ERRORS
    year = year or likely_year(date.today())  # noqa: DTZ011 - the user's own day
    try:
        write_whole(path, new_workbook(name, year))
    except CannotWriteError as error:
        click.echo(str(error), err=True)
        return UNREADABLE
    click.echo(f"Skapade {path} för räkenskapsåret {year}.\n")
    click.echo("Gör så här:")
    click.echo("  1. Öppna arbetsboken i Excel och börja med fliken Läs mig.")
    click.echo(f"  2. Kontrollera det du har fyllt i:  arsredovisning check {_quoted(folder)}")
    click.echo(f"  3. Gör rapporten:                   arsredovisning render {_quoted(folder)}")
    return GOOD


def _of_last_year(folder: Path, last_year: Path, against: Path | None) -> int:
    from generator.next_year.folder import CannotRollError, next_year  # noqa: PLC0415 - writing is not needed by `check`

    if folder.suffix.lower() == ".xlsx":
        message = "MAPP ska vara en mapp, till exempel ”Förbundet 2021”: den får mer än en fil."
        raise click.UsageError(message)
    if folder.exists():
        click.echo(f"{folder} finns redan och skrivs inte över. Välj en annan mapp.", err=True)
        return ERRORS
    try:
        made = next_year(last_year, against)
        write_folder(folder, made.files)
    except CannotRollError as error:
        click.echo(f"{error} Inget skrevs.", err=True)
        return ERRORS
    except CannotWriteError as error:
        click.echo(str(error), err=True)
        return UNREADABLE
    click.echo(f"Skapade {folder} för räkenskapsåret {made.year}, av {last_year}.\n")
    click.echo("Gör så här:")
    click.echo("  1. Fyll i årets utfall, budget och utgående balanser. Fjolårets siffror står redan där.")
    click.echo("  2. Skriv om texterna. De som är kvar från i fjol har märket [från i fjol], som inte kommer med i")
    click.echo("     rapporten.")
    click.echo(f"  3. Se vad som återstår:  arsredovisning check {_quoted(folder)}")
    return GOOD


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
