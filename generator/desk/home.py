"""The folders of a person at their own computer: where documents are kept, and which there hold an underlag."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.opener import is_folder, is_there, listed, saved
from generator.workbook.load import WORKBOOK_NAME

_CALLED = ("Documents", "Dokument")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\s]+')
"""What no folder's name may have on Windows, and blanks: those in a row are one."""
_LONGEST = 100
_LOOKED_AT, _SHOWN = 400, 12
"""Folders that are looked into, and those that are shown, the one saved last first."""


def documents() -> Path:
    """Where the user keeps documents; the home folder where there is no such place."""
    homes = [Path(place) for place in (os.environ.get("ONEDRIVECOMMERCIAL"), os.environ.get("ONEDRIVE")) if place]
    places = [home / name for home in (*homes, Path.home()) for name in _CALLED]
    return next((place for place in places if is_folder(place, None)), Path.home())


def name_of_folder(called: str) -> str:
    """What a folder may be called on every system, of what its user calls it."""
    return _FORBIDDEN.sub(" ", called)[:_LONGEST].strip(" .") or "Årsredovisning"


def free_name(place: Path, stem: str) -> Path:
    """A folder in a place that is called so, or so with a number, and is not there yet."""
    names = (stem, *(f"{stem} ({number})" for number in range(2, 100)))
    return next(place / name for name in names if not is_there(place / name))


def known() -> list[Path]:
    """The folders of underlag among the user's documents, one or two steps down, the one saved last first."""
    found = [folder for folder, _ in zip(_folders(documents()), range(_LOOKED_AT), strict=False)]
    with_workbook = [folder for folder in found if is_there(folder / WORKBOOK_NAME)]
    return sorted(with_workbook, key=lambda folder: saved(folder / WORKBOOK_NAME), reverse=True)[:_SHOWN]


def _folders(place: Path) -> Iterator[Path]:
    first = [each for each in listed(place) if is_folder(each, place) and not each.name.startswith(".")]
    yield from first
    for folder in first:
        if not is_there(folder / WORKBOOK_NAME):
            yield from (each for each in listed(folder) if is_folder(each, folder) and not each.name.startswith("."))


def show(path: Path) -> None:
    """Open a folder or a workbook with the program that the user has for it.

    Raises:
        OSError: the system has none, or cannot begin it.

    """
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - as a double click does
    else:
        command = "open" if sys.platform == "darwin" else "xdg-open"
        subprocess.Popen([command, str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
