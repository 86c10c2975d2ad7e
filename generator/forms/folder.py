"""The folder ``svar`` beside a workbook, in which the returned forms lie."""

from pathlib import Path

from generator.companions import RETURNED
from generator.opener import is_folder, listed

FOLDER = RETURNED
_OF_THE_SYSTEM = ("desktop.ini", "thumbs.db")
"""What Windows keeps in a folder."""


def answer_folders(folder: Path) -> list[Path]:
    """The folder of answers beside a workbook, however its name is spelled; none where there is none."""
    return [path for path in listed(folder) if path.name.casefold() == FOLDER and is_folder(path, None)]


def answer_files(folder: Path) -> list[Path]:
    """What lies there, but for what programs keep there; sorted by name."""
    inside = (path for each in answer_folders(folder) for path in listed(each))
    return [path for path in inside if not path.name.startswith(".") and path.name.casefold() not in _OF_THE_SYSTEM]
