"""The files in the folder of answers, opened: those that are forms, and why the others are none or cannot be read."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.files.archive import DAMAGED
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError, hold
from generator.forms.messages import NO_FORM, OPEN
from generator.forms.read import NotReadError, Returned, read_form
from generator.ground.limits import ANSWER_BYTES
from generator.ground.source import Source
from generator.opener import ANSWER, RefusedError, is_folder, read
from generator.workbook.container import judge
from generator.workbook.file_messages import FILE_DAMAGED, FILE_LOCKED, FILE_NOT_EXCEL, FILE_NOT_FOUND, FILE_OTHER_KIND
from generator.workbook.opening import UnreadableWorkbookError, open_grids


@dataclass
class Opened:
    """The forms among some files, what is told of the files, and whose the forms say they are that are not read."""

    returned: list[Returned] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    size: int = 0
    """Bytes of all that have been opened, unpacked."""

    def add(self, path: Path, folder: Path, place: Source) -> None:
        """Open a file in ``folder``. Never raises for what the user may have done."""
        try:
            data = _data(path, folder, place)
            size = _unpacked(data)
            hold(ANSWER_BYTES, self.size + size)
            self.size += size
            _judge(data, path.name, place)
            answer, told = read_form(open_grids(data), place)
        except NotReadError as error:
            self.findings.append(error.finding)
            self.unread += [error.insats] if error.insats else []
        except TooMuchError as error:
            self.findings.append(in_file(error.finding, place))
        except UnreadableWorkbookError:
            self.findings.append(FILE_DAMAGED.found(place, name=path.name))
        else:
            self.returned.append(answer)
            self.findings += told


def opened(files: Iterable[tuple[Path, Source]], folder: Path) -> Opened:
    """Open files that lie in ``folder``, each with its place."""
    found = Opened()
    for path, place in files:
        if path.name.startswith("~$"):
            found.findings.append(OPEN.found(place, name=path.name.removeprefix("~$")))
        else:
            found.add(path, folder, place)
    return found


def in_file(finding: Finding, place: Source) -> Finding:
    """Tell a finding of a workbook as one of the file at ``place``."""
    places = (replace(each, order=place.order, file=place.file) for each in finding.subjects if each.tab)
    return replace(finding, subjects=tuple(places) or (place,))


def _data(path: Path, folder: Path, place: Source) -> bytes:
    """The bytes of a file.

    Raises:
        NotReadError: it cannot be read.

    """
    if is_folder(path, None):
        raise NotReadError(NO_FORM.found(place, name=path.name))
    try:
        return read(path, folder, ANSWER)
    except RefusedError as error:
        raise NotReadError(refused(error, place)) from error
    except FileNotFoundError as error:
        raise NotReadError(FILE_NOT_FOUND.found(place, name=path.name)) from error
    except OSError as error:
        raise NotReadError(FILE_LOCKED.found(place, name=path.name)) from error


def _judge(data: bytes, name: str, place: Source) -> None:
    """Stop at what is no workbook, or must not be opened.

    Another kind of file may lie there for somebody to read; a workbook that cannot be read may be an answer.

    Raises:
        NotReadError: it is that.

    """
    problem = judge(data, name)
    if problem is not None:
        strange = problem.rule in {FILE_OTHER_KIND, FILE_NOT_EXCEL}
        raise NotReadError(NO_FORM.found(place, name=name) if strange else in_file(problem, place))


def _unpacked(data: bytes) -> int:
    """The bytes that an archive says that it unpacks to; more are never read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(part.file_size for part in archive.infolist())
    except DAMAGED:
        return 0
