"""Copies of an underlag as it was when it was sent out: folders or workbooks, in the folder *utskick* beside it."""

from pathlib import Path

from generator.opener import is_folder, listed
from generator.workbook.load import find_workbook

FOLDER = "utskick"


def latest(folder: Path) -> Path | None:
    """The copy that was sent out last, as names sort: a folder with a workbook, or a workbook."""
    place = folder / FOLDER
    inside = listed(place) if is_folder(place, folder) else []
    copies = [each for each in inside if is_folder(each, place) or each.suffix.lower() == ".xlsx"]
    usable = [each for each in copies if not each.name.startswith(("~$", ".")) and find_workbook(each)[1] is None]
    return usable[-1] if usable else None
