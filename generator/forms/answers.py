"""The folder ``svar`` beside a workbook: each form in it read, and what it answers put into the workbook's rows."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.files.archive import DAMAGED
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError, hold, too_much
from generator.findings.message import hint
from generator.forms.asked import names_in, typed
from generator.forms.awaited import awaited
from generator.forms.filling import filled
from generator.forms.folder import FOLDER, answer_files, answer_folders
from generator.forms.messages import (
    NO_FORM,
    OPEN,
    OTHER_ASSOCIATION,
    OTHER_UNIT,
    OTHER_YEAR,
    TWICE,
    UNKNOWN_INSATS,
)
from generator.forms.read import NotReadError, Returned, read_form
from generator.ground.formatting import enumerated
from generator.ground.limits import ANSWER_BYTES, ANSWERS
from generator.ground.names import Name, brief, nearest
from generator.ground.source import Source
from generator.model.association import Association
from generator.opener import ANSWER, RefusedError, is_folder, overfull, read
from generator.subjects.insatser.rows import Insats
from generator.subjects.insatser.rows_accounts import InsatsCost
from generator.workbook.container import judge
from generator.workbook.file_messages import FILE_DAMAGED, FILE_LOCKED, FILE_NOT_FOUND
from generator.workbook.form_page import unit_name
from generator.workbook.load import Added, Rows
from generator.workbook.opening import UnreadableWorkbookError, open_grids

PLACE_OF_ANSWERS = 2500
"""Findings in the answers come after those of the workbook's tabs and of the texts."""


def with_answers(folder: Path, rows: Rows) -> Added:
    """Put the answers that lie beside a workbook into its rows. Never raises for what the user may have done."""
    place = Source(PLACE_OF_ANSWERS, file=FOLDER)
    error = next(filter(None, map(overfull, answer_folders(folder))), None)
    if error is not None:
        return Added(rows, (refused(error, place),))
    files = answer_files(folder)
    if len(files) > ANSWERS.most:
        return Added(rows, (too_much(ANSWERS, len(files), place),))
    returned, findings = _read_all(files, folder)
    mine, strangers = _sorted_out(returned, rows)
    given, twice = _once(mine)
    told = [*findings, *strangers, *twice]
    names = _names(rows)
    for key, answer in given.items():
        rows, differences = filled(rows, answer, names[key])
        told += differences
    empty = {key: answers[0].place for key, answers in mine.items() if not any(each.cells for each in answers)}
    return Added(rows, told, partial(awaited, answered=frozenset(given), empty=empty, place=place))


def _read_all(files: Sequence[Path], folder: Path) -> tuple[list[Returned], list[Finding]]:
    returned: list[Returned] = []
    findings: list[Finding] = []
    bytes_read = 0
    for number, path in enumerate(files, start=1):
        place = Source(PLACE_OF_ANSWERS + number, file=path.relative_to(folder).as_posix())
        if path.name.startswith("~$"):
            findings.append(OPEN.found(place, name=path.name.removeprefix("~$")))
            continue
        try:
            data = _data(path, folder, place)
            bytes_read += _unpacked(data)
            hold(ANSWER_BYTES, bytes_read, place)
            answer, told = read_form(open_grids(data), place)
        except NotReadError as error:
            findings.append(error.finding)
        except TooMuchError as error:
            findings.append(_at(error.finding, place))
            if bytes_read > ANSWER_BYTES.most:
                break
        except UnreadableWorkbookError:
            findings.append(FILE_DAMAGED.found(place, name=path.name))
        else:
            returned.append(answer)
            findings += told
    return returned, findings


def _data(path: Path, folder: Path, place: Source) -> bytes:
    """The bytes of a file that may be opened as a workbook.

    Raises:
        NotReadError: it may not.

    """
    try:
        if is_folder(path, None):
            raise NotReadError(NO_FORM.found(place, name=path.name))
        data = read(path, folder, ANSWER)
    except RefusedError as error:
        raise NotReadError(refused(error, place)) from error
    except FileNotFoundError as error:
        raise NotReadError(FILE_NOT_FOUND.found(place, name=path.name)) from error
    except OSError as error:
        raise NotReadError(FILE_LOCKED.found(place, name=path.name)) from error
    problem = judge(data, path.name)
    if problem is not None:
        raise NotReadError(_at(problem, place))
    return data


def _at(finding: Finding, place: Source) -> Finding:
    """Tell a finding of a workbook as one of this file."""
    places = [replace(each, order=place.order, file=place.file) for each in finding.subjects if each.tab]
    return replace(finding, subjects=tuple(places) or (place,))


def _unpacked(data: bytes) -> int:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(part.file_size for part in archive.infolist())
    except DAMAGED:
        return 0


def _sorted_out(returned: Iterable[Returned], sections: Rows) -> tuple[dict[Name, list[Returned]], list[Finding]]:
    """Those for insatser of this association and year, by the insats's key; of the others it is told why not."""
    known = {name: names[0] for names in reversed(_names(sections).values()) for name in reversed(names)}
    mine: dict[Name, list[Returned]] = {}
    findings: list[Finding] = []
    for answer in returned:
        stranger = _stranger(answer, sections, known)
        if stranger is not None:
            findings.append(stranger)
        else:
            mine.setdefault(known[Name(answer.insats)], []).append(answer)
    return mine, findings


def _stranger(answer: Returned, sections: Rows, known: Mapping[Name, Name]) -> Finding | None:
    rows = sections[Association].rows
    own = {field: typed(row, field) for row in rows for field in ("name", "organisation_number", "year")}
    if not _is_of(answer, own):
        found = " ".join(
            filter(None, (brief(answer.association), f"({brief(answer.number)})" if answer.number else ""))
        )
        values = {"name": answer.name, "found": found or "ett annat förbund", "own": own.get("name") or "ett annats"}
        return OTHER_ASSOCIATION.found(answer.place, **values)
    if answer.year != own.get("year"):
        values = {"name": answer.name, "found": brief(answer.year) or "inget år", "year": own.get("year") or "inget år"}
        return OTHER_YEAR.found(answer.place, **values)
    unit = unit_name(sections[InsatsCost].unit)
    if answer.unit != unit:
        values = {"name": answer.name, "found": brief(answer.unit) or "ingen enhet", "unit": unit}
        return OTHER_UNIT.found(answer.place, **values)
    if Name(answer.insats) not in known:
        near = hint(nearest(answer.insats, known))
        return UNKNOWN_INSATS.found(answer.place, name=answer.name, insats=brief(answer.insats), hint=near)
    return None


def _is_of(answer: Returned, own: Mapping[str, str]) -> bool:
    """Whether a form is of the workbook's association: by its number where both have one, else by its name."""
    numbers = ["".join(filter(str.isdecimal, each)) for each in (answer.number, own.get("organisation_number", ""))]
    if all(numbers):
        return numbers[0] == numbers[1]
    return Name(answer.association) == Name(own.get("name", ""))


def _once(mine: Mapping[Name, Sequence[Returned]]) -> tuple[dict[Name, Returned], list[Finding]]:
    """The one answer of each insats; of two that are filled in nobody can tell which holds."""
    given: dict[Name, Returned] = {}
    findings: list[Finding] = []
    for key, answers in mine.items():
        full = [answer for answer in answers if answer.cells]
        if len(full) == 1:
            given[key] = full[0]
        elif full:
            files = enumerated([answer.name for answer in full])
            findings.append(TWICE.found(*(answer.place for answer in full), insats=key, files=files))
    return given, findings


def _names(sections: Rows) -> dict[Name, tuple[Name, ...]]:
    """All that each insats of the register is called, by its key."""
    named = [names for names in map(names_in, sections[Insats].rows) if names]
    return {names[0]: names for names in reversed(named)}
