"""The command ``check``: all that is wrong in one underlag or several, once or at every save."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.commands import GOOD
from generator.commands.inputs import (
    JSON,
    TEXT,
    against_option,
    format_option,
    named_path,
    processes_option,
    refuse_one_last_year_for_several,
    status_of,
)
from generator.console import as_data, as_text, data_together, texts_together
from generator.edition.read import LAST_YEAR_NAME
from generator.forms.folder import answer_files
from generator.opener import saved
from generator.pipeline import Examination, examine
from generator.pool import in_order
from generator.swedish_click import SwedishCommand, say
from generator.texts.files import text_files
from generator.workbook.load import find_workbook

WATCH_INTERVAL = 0.5
"""Seconds between looks at a watched file."""

_SHOWN: dict[str, tuple[Callable[..., Any], Callable[..., str]]] = {
    TEXT: (as_text, texts_together),
    JSON: (as_data, data_together),
}
"""How each underlag's findings are shown, and how those of all are put together."""


@click.command(cls=SwedishCommand)
@click.argument("inputs", metavar="MAPP-ELLER-FIL…", type=named_path, nargs=-1, required=True)
@format_option
@against_option
@processes_option
@click.option("--numbers", is_flag=True, help="Visa alla siffror i texterna: mening, plats, omdöme och hänvisning.")
@click.option("--watch", is_flag=True, help="Kontrollera igen varje gång filen sparas. Avsluta med Ctrl+C.")
def check(  # noqa: PLR0913 - the options of the command
    inputs: tuple[Path, ...], form: str, against: Path | None, processes: int | None, *, numbers: bool, watch: bool
) -> int:
    """Kontrollera ett underlag och visa allt som är fel, med flik och cell."""
    refuse_one_last_year_for_several(against, inputs)
    if watch:
        # One process, which stays: it remembers what it has read before.
        return _watch(inputs, against, lambda: _check_all(inputs, form, against, 1, numbers=numbers))
    return _check_all(inputs, form, against, processes, numbers=numbers)


def _check_all(inputs: Sequence[Path], form: str, against: Path | None, processes: int | None, *, numbers: bool) -> int:
    _, together = _SHOWN[form]
    checked = list(in_order(partial(_checked, form=form, against=against, numbers=numbers), inputs, processes))
    say(together(told for told, _ in checked))
    return max(status for _, status in checked)


def _checked(given: Path, form: str, against: Path | None, *, numbers: bool) -> tuple[Any, int]:
    """What is told of an underlag, and its status."""
    examination = examine(given, against)
    show, _ = _SHOWN[form]
    told = show(examination)
    return (_with_numbers(told, examination) if numbers else told), status_of(examination)


def _with_numbers(told: Any, examination: Examination) -> Any:
    """What is told of an underlag, with the list of the numbers in its texts."""
    from generator.commands import numbers_shown  # noqa: PLC0415 - seldom asked for

    if isinstance(told, str):
        return f"{told}\n\n{numbers_shown.as_text(examination)}"
    return told | {"listed_numbers": numbers_shown.as_data(examination)}


def _watch(inputs: Sequence[Path], against: Path | None, check_all: Callable[[], int]) -> int:
    """Check at once, and again when the files have changed and then stayed alike between two looks.

    Excel saves by taking the file away and putting a new one there; in between there is none, or half of one.
    """
    status, checked, before = GOOD, None, None
    try:
        while True:
            now = tuple(saved(path) for given in inputs for path in _watched(given, against))
            if checked is None or (now != checked and now == before):
                checked = now
                say(f"--- {time.strftime('%H:%M:%S')} ---", err=True)
                status = check_all()
            before = now
            time.sleep(WATCH_INTERVAL)
    except KeyboardInterrupt:
        return status


def _watched(given: Path, against: Path | None) -> Sequence[Path]:
    """The workbook that ``given`` means, the text files and answers beside it, and last year's report."""
    workbook, _ = find_workbook(given)
    folder = workbook.parent
    return workbook, *text_files(folder), *answer_files(folder), against or folder / LAST_YEAR_NAME
