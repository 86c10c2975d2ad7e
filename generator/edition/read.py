"""Reading last year's JSON edition: an Edition, or one sentence about why the file cannot be it."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from generator.edition.messages import (
    LAST_YEAR_DAMAGED,
    LAST_YEAR_NO_REPORT,
    LAST_YEAR_NOT_FOUND,
    LAST_YEAR_OTHER_VERSION,
    LAST_YEAR_UNREADABLE,
)
from generator.edition.schema import FORMAT, VERSION, Edition
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.rule import Rule
from generator.ground.source import Source
from generator.opener import LAST_YEAR, RefusedError, is_there, read

LAST_YEAR_NAME = "fjol.json"
"""The file beside the workbook that is used where no other is named."""

_PLACE_OF_FILE = 2000
"""Findings about the file come after those of the workbook's tabs and of the text files."""


@dataclass(frozen=True, slots=True)
class LastYear:
    """Last year's report, and the file that it was read from."""

    edition: Edition
    place: Source


class _Head(BaseModel):
    """What tells whether the rest can be read at all."""

    model_config = ConfigDict(defer_build=True)

    format: str
    version: int


def last_year_file(folder: Path, against: Path | None = None) -> Path | None:
    """The file to compare with: the one named, else the one beside the workbook; None where there is none."""
    beside = folder / LAST_YEAR_NAME
    return against or (beside if is_there(beside) else None)


def read_last_year(path: Path, within: Path | None = None) -> tuple[LastYear | None, list[Finding]]:
    """Read last year's report; one that the user has not named lies in the folder ``within``. Never raises."""
    place = Source(_PLACE_OF_FILE, file=path.name or path.resolve().name)
    try:
        found = _judged(read(path, within, LAST_YEAR), place)
    except RefusedError as error:
        found = refused(error, place)
    except FileNotFoundError:
        found = _finding(LAST_YEAR_NOT_FOUND, place)
    except OSError:
        found = _finding(LAST_YEAR_UNREADABLE, place)
    return (found, []) if isinstance(found, LastYear) else (None, [found])


def _judged(data: bytes, place: Source) -> LastYear | Finding:
    try:
        head = _Head.model_validate_json(data)
    except ValidationError:
        return _finding(LAST_YEAR_NO_REPORT, place)
    if head.format != FORMAT:
        return _finding(LAST_YEAR_NO_REPORT, place)
    if head.version != VERSION:
        return _finding(LAST_YEAR_OTHER_VERSION, place, found=head.version, version=VERSION)
    try:
        return LastYear(Edition.model_validate_json(data), place)
    except ValidationError:
        return _finding(LAST_YEAR_DAMAGED, place)


def _finding(rule: Rule, place: Source, **values: object) -> Finding:
    return rule.found(place, name=place.file, **values)
