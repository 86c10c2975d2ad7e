"""Copies of an underlag as it was when it was sent out: folders or workbooks, in the folder *utskick* beside it."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from generator.audit.inputs import contents
from generator.compare.versions import changes
from generator.opener import is_folder, listed
from generator.output import write_folder
from generator.pipeline import Examination, examine
from generator.workbook.load import find_workbook

FOLDER = "utskick"
_STAMP = "%Y-%m-%d %H.%M"


def latest(folder: Path) -> Path | None:
    """The copy that was sent out last, as names sort: a folder with a workbook, or a workbook."""
    place = folder / FOLDER
    inside = listed(place) if is_folder(place, folder) else []
    copies = [each for each in inside if is_folder(each, place) or each.suffix.lower() == ".xlsx"]
    usable = [each for each in copies if not each.name.startswith(("~$", ".")) and find_workbook(each)[1] is None]
    return usable[-1] if usable else None


def earlier(examination: Examination) -> tuple[str, Examination] | None:
    """The copy that was sent out last, examined, and what it is called; None where there is none that can be read."""
    found = latest(examination.path.parent)
    before = examine(found) if found else None
    return (
        (found.stem if found.suffix.lower() == ".xlsx" else found.name, before)
        if found and before and before.readable
        else None
    )


def changed(examination: Examination) -> dict[str, object]:
    """What has changed since then, ready for JSON: what is typed, and what follows from it."""
    before = earlier(examination)
    if before is None:
        return {"changes": None}
    typed, derived = changes(before[1], examination)
    told = {
        "since": before[0],
        "typed": [asdict(each) for each in typed],
        "derived": [asdict(each) for each in derived],
    }
    return {"changes": told}


def copied(examination: Examination) -> tuple[str, dict[str, bytes]]:
    """A copy of what a report is made of now: the name of its folder, and its files."""
    name = datetime.now().strftime(_STAMP)  # noqa: DTZ005 - the user's own clock
    return name, {file: data for _, file, data in contents(examination.path, examination.underlag)}


def keep(examination: Examination) -> str:
    """Write such a copy beside the workbook. Returns its name.

    Raises:
        CannotWriteError: the folder cannot be written, or one is there of this very minute.

    """
    name, files = copied(examination)
    write_folder(examination.path.parent / FOLDER / name, files)
    return name
