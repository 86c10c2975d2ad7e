"""The folder ``svar`` beside a workbook: what the forms in it answer, put into the workbook's rows."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError, too_much
from generator.forms.asked import names_in
from generator.forms.awaited import awaited
from generator.forms.filling import filled
from generator.forms.folder import FOLDER, answer_files, answer_folders
from generator.forms.messages import TWICE
from generator.forms.opened import in_file, opened
from generator.forms.read import Returned
from generator.forms.strangers import stranger
from generator.ground.formatting import enumerated
from generator.ground.limits import ANSWERS
from generator.ground.names import Name
from generator.ground.source import Source
from generator.opener import overfull
from generator.subjects.insatser.rows import Insats
from generator.workbook.load import Added, Rows

PLACE_OF_ANSWERS = 2500
"""Findings in the answers come after those of the workbook's tabs and of the texts."""

Names = Mapping[Name, tuple[Name, ...]]
"""All that each insats of the register is called, by its key."""


def with_answers(folder: Path, rows: Rows) -> Added:
    """Put the answers that lie beside a workbook into its rows. Never raises for what the user may have done."""
    place = Source(PLACE_OF_ANSWERS, file=FOLDER)
    for each in answer_folders(folder):
        if full := overfull(each):
            return Added(rows, (refused(full, place),))
    paths = answer_files(folder)
    if len(paths) > ANSWERS.most:
        return Added(rows, (too_much(ANSWERS, len(paths), place),))
    files = [(path, _place(number, path, folder)) for number, path in enumerate(paths, start=1)]
    found, names = opened(files, folder), _names(rows)
    known = _known(names)
    mine, findings = _sorted_out(found.returned, rows, known)
    given, twice = _once(mine)
    rows, told = _all_filled(rows, given, names)
    empty = {key: answers[0].place for key, answers in mine.items() if not any(each.cells for each in answers)}
    # Whose answer cannot be read has answered: what is wrong is told of the file.
    unread = {known[name] for name in map(Name, found.unread) if name in known}
    answered = {key for key in mine if key not in empty} | unread
    later = partial(awaited, answered=answered, empty=empty, place=place)
    return Added(rows, (*found.findings, *findings, *twice, *told), later)


def _place(number: int, path: Path, folder: Path) -> Source:
    return Source(PLACE_OF_ANSWERS + number, file=path.relative_to(folder).as_posix())


def _names(rows: Rows) -> Names:
    named = [names for names in map(names_in, rows[Insats].rows) if names]
    return {names[0]: names for names in reversed(named)}


def _known(names: Names) -> Mapping[Name, Name]:
    """The key of the insats that each name means; a key means its own, whatever others are called too."""
    return {name: key for key, every in names.items() for name in every} | {key: key for key in names}


def _sorted_out(
    returned: Iterable[Returned], rows: Rows, known: Mapping[Name, Name]
) -> tuple[dict[Name, list[Returned]], list[Finding]]:
    """Those for insatser of this association and year, by the insats's key; of the others it is told why not."""
    mine: dict[Name, list[Returned]] = {}
    findings: list[Finding] = []
    for answer in returned:
        found = stranger(answer, rows, known)
        if found is not None:
            findings.append(found)
        else:
            mine.setdefault(known[Name(answer.insats)], []).append(answer)
    return mine, findings


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


def _all_filled(rows: Rows, given: Mapping[Name, Returned], names: Names) -> tuple[Rows, list[Finding]]:
    findings: list[Finding] = []
    for key, answer in given.items():
        try:
            rows, told = filled(rows, answer, names[key])
            findings += told
        except TooMuchError as error:
            findings.append(in_file(error.finding, answer.place))
    return rows, findings
