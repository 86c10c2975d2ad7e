"""The command ``template``: the start of a look of one's own."""

from pathlib import Path

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.opener import is_there
from generator.output import CannotWriteError, write_whole
from generator.swedish_click import SwedishCommand, say

_FOLDER = click.Path(path_type=Path)


@click.command(cls=SwedishCommand)
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
    if is_there(folder):
        say(f"{folder} finns redan och skrivs inte över. Välj ett annat namn.", err=True)
        return ERRORS
    try:
        for file, text in new_look(name).items():
            write_whole(folder / file, text.encode())
    except CannotWriteError as error:
        say(str(error), err=True)
        return UNREADABLE
    say(f"Skapade mallen i {folder}.\n")
    say("Gör så här:")
    say(f"  1. Öppna {folder / 'profil.toml'} och välj färger, typsnitt och mått.")
    say(f"  2. {_chosen_by(name, association)}")
    say("  3. Gör rapporten med render.")
    say(f"Allt om mallar står i {folder / BASE_TO_READ / 'mallar.md'}.")
    return GOOD


def _chosen_by(name: str, association: Path | None) -> str:
    if association:
        return "Mallen gäller redan: den ligger bredvid arbetsboken."
    return f"Skriv {name} i fliken Utseende, på raden Mall."
