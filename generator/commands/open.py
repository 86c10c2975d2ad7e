"""The command ``open``: a page to work at, in the browser."""

from pathlib import Path

import click

from generator.commands import GOOD, UNREADABLE, USAGE
from generator.commands.inputs import named_path
from generator.findings.message import message
from generator.swedish_click import SwedishCommand, say
from generator.workbook.load import find_workbook

LACKING = (
    "Sidan behöver delar av programmet som inte är installerade. Installera programmet med dem: "
    'pip install "arsredovisning[desk]".'
)


@click.command("open", cls=SwedishCommand)
@click.argument("folder", metavar="[MAPP-ELLER-FIL]", type=named_path, required=False)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    metavar="PORT",
    help="Porten som sidan svarar på; annars en ledig.",
)
@click.option("--no-browser", is_flag=True, help="Öppna ingen webbläsare; skriv bara adressen.")
@click.option("--until-closed", is_flag=True, help="Avsluta av sig självt när sidan har varit stängd i tio minuter.")
def open_page(folder: Path | None, port: int, *, no_browser: bool, until_closed: bool) -> int:
    """Öppna en sida i webbläsaren, med rapporten bredvid allt som är fel i underlaget.

    Sidan följer arbetsboken: när den sparas i Excel är sidan ny. Utan MAPP kan en mapp släppas på sidan. Sidan är
    bara för den här datorn. Avsluta med Ctrl+C.
    """
    if folder is not None:
        _, problem = find_workbook(folder)
        if problem is not None:
            told = message(problem)
            say(f"{told.what} {told.remedy}", err=True)
            return UNREADABLE
    try:
        from generator.desk.run import at_home  # noqa: PLC0415 - the other commands need no server
    except ImportError:
        say(LACKING, err=True)
        return USAGE
    try:
        at_home(folder.resolve() if folder else None, port, _tell, browser=not no_browser, until_left=until_closed)
    except OSError:
        say(f"Port {port} är upptagen. Välj en annan, eller utelämna --port.", err=True)
        return UNREADABLE
    return GOOD


def _tell(address: str) -> None:
    say(f"Sidan finns på {address}\nAvsluta med Ctrl+C.")
