"""The command ``forms``: a workbook to fill in for each insats."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.commands import ERRORS, GOOD, UNREADABLE
from generator.commands.inputs import named_path
from generator.findings.message import hint, listed, message
from generator.forms.folder import FOLDER as ANSWERS
from generator.ground.names import nearest
from generator.ground.printable import one_line
from generator.opener import is_there
from generator.output import CannotWriteError, write_whole
from generator.swedish_click import SwedishCommand, say

if TYPE_CHECKING:
    from generator.subjects.insatser.rows import Insats

_LONGEST = 200
"""Letters of an option that stand in a form."""
_NO_YEAR = "Arbetsboken har inget räkenskapsår. Fyll i det i fliken Uppgifter om förbundet."
_NOBODY = "Ingen insats pågick under {year}. Fyll i insatserna i fliken Insatser, eller rätta start och slut."


@click.command(cls=SwedishCommand)
@click.argument("folder", metavar="MAPP", type=named_path)
@click.option("--insats", "wanted", metavar="NAMN", multiple=True, help="Bara denna insats. Kan skrivas flera gånger.")
@click.option("--to", default="", metavar="TEXT", help="Vem blanketten skickas till, till exempel en e-postadress.")
@click.option("--before", default="", metavar="DATUM", help="Sista dagen att svara, som den ska stå i blanketten.")
def forms(folder: Path, wanted: tuple[str, ...], to: str, before: str) -> int:
    """Skriv en blankett för varje insats, att fylla i och skicka tillbaka.

    Blanketterna hamnar i mappen blanketter bredvid arbetsboken. Lägg svaren i mappen svar, så läses de som om de vore
    skrivna i flikarna. En blankett som redan finns skrivs inte över.
    """
    from generator.forms.asking import Sending  # noqa: PLC0415 - writing is not needed by `check`
    from generator.forms.write import FOLDER, called, insatser_of_year  # noqa: PLC0415
    from generator.forms.write import forms as written  # noqa: PLC0415
    from generator.pipeline import derived_alone  # noqa: PLC0415

    loaded, derived = derived_alone(folder)
    if loaded.underlag is None:
        told = message(loaded.findings[0])
        say(f"{told.what} {told.remedy}", err=True)
        return UNREADABLE
    insatser = insatser_of_year(loaded.underlag)
    problem = _problem(insatser, derived.association.year, wanted) if derived else _NO_YEAR
    if derived is None or problem:
        say(problem, err=True)
        return ERRORS
    chosen = [insats for insats in insatser if not wanted or any(called([insats], name) for name in wanted)]
    files = dict(written(derived, chosen, Sending(*(one_line(each, _LONGEST).strip() for each in (to, before)))))
    return _write(loaded.path.parent / FOLDER, files)


def _problem(insatser: "Sequence[Insats]", year: int, wanted: Sequence[str]) -> str:
    """Say why the forms that are asked for cannot be written; nothing where they can."""
    from generator.forms.write import called  # noqa: PLC0415 - writing is not needed by `check`

    if not insatser:
        return _NOBODY.format(year=year)
    labels = [str(insats.label) for insats in insatser]
    for name in (each for each in wanted if not called(insatser, each)):
        near = hint(nearest(name, labels)) or f" De som pågick är {listed(labels)}."
        return f"Ingen insats under året heter ”{name}”.{near}"
    return ""


def _write(target: Path, files: Mapping[str, bytes]) -> int:
    """Write those that are not there yet, and say what became of each."""
    there = [name for name in files if is_there(target / name)]
    try:
        for name in (each for each in files if each not in there):
            write_whole(target / name, files[name])
            say(f"Skrev {target / name}")
    except CannotWriteError as error:
        say(str(error), err=True)
        return UNREADABLE
    for name in there:
        say(f"{target / name} finns redan och skrivs inte över. Ta bort den om du vill ha en ny.", err=True)
    if len(there) < len(files):
        say(f"\nSkicka blanketterna till insatserna. Lägg svaren i {target.parent / ANSWERS}.")
    return ERRORS if there else GOOD
