"""A new folder, begun from what is filled in on the page: where its user keeps documents, or as a file to unpack."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.desk.archive import archive
from generator.desk.home import documents, free_name, name_of_folder
from generator.desk.orders import CannotMakeError
from generator.model.topics import TOPICS
from generator.output import write_folder
from generator.starter.booked import Booked, CannotBeginError, booked_in, told_of
from generator.starter.names import FIRST_YEAR, LAST_YEAR, NO_NAME, NO_YEAR, likely_year, unprintable
from generator.starter.new_folder import Beginning, new_files
from generator.workbook.load import WORKBOOK_NAME

_OTHER_YEAR = "Huvudboken gäller {booked}, du skrev {typed}. Mappen gäller {booked}."
_THERE = "En mapp som heter {called} fanns redan, och är orörd."
_MADE = "Mappen {name} är gjord, med arbetsboken underlag.xlsx och texter.docx."


@dataclass(frozen=True, slots=True)
class Begun:
    """A new folder: its name, where it was written (empty: nowhere), what there is to tell, and the file to give."""

    name: str
    folder: str
    told: str
    data: bytes = b""


def begin(form: Mapping[str, Any], ledger: Path | None, *, is_at_home: bool) -> Begun:
    """Begin a folder of a form's ``name``, ``year`` and ``topics``, and of a ledger.

    Raises:
        CannotMakeError: something is missing in the form, or the ledger cannot be read.
        CannotWriteError: the folder cannot be written.

    """
    try:
        booked = booked_in(ledger, None, likely_year(date.today())) if ledger else None  # noqa: DTZ011 - the user's day
        name, year = _name(form, booked), booked.year if booked else _year(form)
        chosen = {str(each) for each in form.get("topics") or ()}
        wanted = tuple(topic for topic in TOPICS if topic.name in chosen)
        called = name_of_folder(f"{name} {year}")
        place = documents()
        folder = free_name(place, called) if is_at_home else Path(called)
        files, begun = new_files(Beginning(name, year, wanted, booked, folder / WORKBOOK_NAME), with_texts=True)
    except CannotBeginError as error:
        raise CannotMakeError(str(error)) from error
    told = _MADE.format(name=folder.name)
    if folder.name != called:
        told = f"{told}\n{_THERE.format(called=called)}"
    typed = str(form.get("year") or "").strip()
    if booked and typed and typed != str(booked.year):
        told = f"{told}\n{_OTHER_YEAR.format(booked=booked.year, typed=typed)}"
    if booked and booked.wrong:
        told = f"{told}\n{booked.wrong}"
    if begun and booked:
        told = f"{told}\n{told_of(begun.suggested, begun.chart, begun.hints, wrong=bool(booked.wrong))}"
    if is_at_home:
        write_folder(folder, files)
        return Begun(folder.name, str(folder), told)
    return Begun(f"{called}.zip", "", told, archive({f"{called}/{each}": data for each, data in files.items()}))


def _name(form: Mapping[str, Any], booked: Booked | None) -> str:
    typed = str(form.get("name") or "").strip()
    name = typed or (booked.ledger.company.strip() if booked else "")
    wrong = unprintable(name) if name else NO_NAME
    if wrong:
        raise CannotMakeError(wrong)
    return name


def _year(form: Mapping[str, Any]) -> int:
    typed = str(form.get("year") or "").strip()
    if not (typed.isascii() and typed.isdecimal() and FIRST_YEAR <= int(typed[:5]) <= LAST_YEAR):
        raise CannotMakeError(NO_YEAR)
    return int(typed)
