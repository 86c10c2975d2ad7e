"""The files that the page's buttons make, each whole in memory: nothing is written into the association's folder."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.document.errors import DrawingError
from generator.findings.message import message
from generator.forms.asking import Sending
from generator.forms.write import forms as written_forms
from generator.forms.write import insatser_of_year
from generator.next_year.folder import CannotRollError, next_year
from generator.pipeline import Examination, draw, edition, for_the_web, web

_STAMP = (1980, 1, 1, 0, 0, 0)
"""The time of a file in an archive: the same files are the same bytes."""
_HAS_ERRORS = "Underlaget har fel. Rätta dem först: de står till höger i sidan."


class CannotMakeError(Exception):
    """What was asked for cannot be made; ``str`` of it is a Swedish sentence."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to give: its name and its bytes."""

    name: str
    data: bytes


def made(examination: Examination, what: str, options: Mapping[str, str]) -> File:
    """Make what a button asks for.

    Raises:
        CannotMakeError: it cannot be made, as while there are errors.

    """
    make = _MAKERS.get(what)
    if make is None:
        message_ = f"”{what}” är inget som kan göras."
        raise CannotMakeError(message_)
    if not examination.readable:
        first = message(examination.findings[0])
        raise CannotMakeError(f"{first.what} {first.remedy}".strip())
    del options
    try:
        return make(examination)
    except (DrawingError, CannotRollError) as error:
        raise CannotMakeError(str(error)) from error
    except ImportError as error:
        raise CannotMakeError(str(error)) from error


def _whole(examination: Examination) -> Examination:
    if examination.has_errors or examination.report is None:
        raise CannotMakeError(_HAS_ERRORS)
    return examination


def _name(examination: Examination) -> str:
    """What the files are called: as the folder, or the workbook where it has a name of its own."""
    path = examination.path
    return path.resolve().parent.name if path.name == "underlag.xlsx" else path.stem


def _pdf(examination: Examination) -> File:
    from generator.document.pdf.tools import MissingLibrariesError  # noqa: PLC0415 - WeasyPrint

    try:
        return File(f"{_name(examination)}.pdf", draw(_whole(examination)))
    except MissingLibrariesError as error:
        raise CannotMakeError(str(error)) from error


def _html(examination: Examination) -> File:
    return File(f"{_name(examination)}.html", web(_whole(examination)))


def _copy(examination: Examination) -> File:
    return File(f"{_name(examination)} webbkopia.html", web(for_the_web(_whole(examination))))


def _json(examination: Examination) -> File:
    return File(f"{_name(examination)}.json", edition(_whole(examination)))


def _forms(examination: Examination) -> File:
    derived = examination.derived
    insatser = insatser_of_year(derived.underlag) if derived else ()
    if derived is None or not insatser:
        message_ = "Ingen insats pågick under året. Fyll i dem i fliken Insatser."
        raise CannotMakeError(message_)
    files = dict(written_forms(derived, insatser, Sending("", "")))
    return File(f"{_name(examination)} blanketter.zip", archive(files))


def _next_year(examination: Examination) -> File:
    folder = next_year(examination.path)
    name = f"{_name(examination)} {folder.year}"
    return File(f"{name}.zip", archive({f"{name}/{each}": data for each, data in folder.files.items()}))


def archive(files: Mapping[str, bytes]) -> bytes:
    """Put files together in one that can be unpacked; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as together:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _STAMP)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            together.writestr(entry, files[name])
    return packed.getvalue()


_MAKERS: Mapping[str, Callable[[Examination], File]] = {
    "pdf": _pdf,
    "html": _html,
    "webbkopia": _copy,
    "json": _json,
    "blanketter": _forms,
    "nasta-ar": _next_year,
}
