"""From a path to an Underlag: the file is judged, opened once, read and validated, with every problem kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError
from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.association import ASSOCIATION_TAB
from generator.model.rows import Row, Tab
from generator.model.underlag import Underlag, make_underlag
from generator.model.values import RawSection
from generator.opener import is_folder, is_there, listed, overfull
from generator.workbook.container import judge, read_file
from generator.workbook.file_messages import (
    FILE_DAMAGED,
    FILE_NO_WORKBOOK_IN_FOLDER,
    FILE_NOT_FOUND,
    FILE_OPEN_IN_EXCEL,
    FILE_SEVERAL_WORKBOOKS,
)
from generator.workbook.grid import Grid
from generator.workbook.opening import UnreadableWorkbookError, open_grids, tabs_in
from generator.workbook.read import pasted_grids, read_tabs, tab_names

WORKBOOK_NAME = "underlag.xlsx"
Rows = Mapping[type[Row], RawSection]
"""What was typed in a workbook, by the model of the rows."""
_BOOKS = (".xlsx", ".xlsm", ".xltx", ".xltm")
_SHORTCUTS = (".lnk", ".url", ".webloc", ".desktop", ".gsheet")
_OTHER_BOOKS = (".xls", ".xlsb", ".ods", ".fods", ".numbers", ".csv", *_SHORTCUTS)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a workbook; ``underlag`` is None when the file could not be read at all.

    ``pasted`` are the tabs that hold another program's list, unread. ``grids`` are all tabs: as long as somebody has
    them, those that have not changed are not read anew.
    """

    path: Path
    underlag: Underlag | None
    findings: tuple[Finding, ...]
    pasted: tuple[Grid, ...] = ()
    grids: tuple[Grid, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """The rows of a workbook with what lies beside it and is read as if typed there, and what is told of that.

    ``later`` tells what can be told once the rows are read.
    """

    rows: Rows
    findings: Sequence[Finding] = ()
    later: Callable[[Underlag], Iterable[Finding]] = lambda _: ()


Beside = Callable[[Path, Rows], Added]
"""Adds to the rows of a workbook what lies beside it, in its folder."""


def find_workbook(given: Path) -> tuple[Path, Finding | None]:
    """Find the workbook that a folder or file name means."""
    if not is_folder(given, None):
        exists = is_there(given) or given.name.startswith("~$")
        return given, None if exists else FILE_NOT_FOUND.found(name=given)
    if is_there(given / WORKBOOK_NAME):
        return given / WORKBOOK_NAME, None
    if error := overfull(given):
        return given, refused(error, Source())
    seen = [path for path in listed(given) if not path.name.startswith(("~$", "."))]
    books = [path for path in seen if path.suffix.lower() in _BOOKS]
    if len(books) > 1:
        books = [path for path in books if is_underlag(read_file(path, given)[0])] or books
    called = [path for path in books if path.stem.casefold() == WORKBOOK_NAME.partition(".")[0]]
    # A workbook saved as something else is told of by its kind, not as none at all.
    books = (called if len(called) == 1 else books) or [path for path in seen if path.suffix.lower() in _OTHER_BOOKS]
    if len(books) == 1:
        return books[0], None
    rule = FILE_SEVERAL_WORKBOOKS if books else FILE_NO_WORKBOOK_IN_FOLDER
    values = {"name": given, "found": ", ".join(path.name for path in books)}
    return given, rule.found(**values)


def is_underlag(data: bytes) -> bool:
    """Whether a workbook has the tab of an association's particulars; another is a list."""
    names = {Name(ASSOCIATION_TAB.name), *map(Name, ASSOCIATION_TAB.other_names)}
    return any(Name(tab) in names for tab in tabs_in(data))


def load(given: Path, tabs: Sequence[Tab], components: Sequence[str], beside: Beside | None = None) -> Loaded:
    """Read the workbook that ``given`` means. Never raises for what the user may have done.

    ``beside`` adds to its rows what lies beside it and is read as if typed there.
    """
    path, problem = find_workbook(given)
    data = b""
    if problem is None:
        data, problem = read_file(path, None if path == given else given)
    if problem is None:
        problem = judge(data, path.name)
    if problem is not None:
        return Loaded(path, None, (problem,))
    try:
        grids = open_grids(data, tab_names(tab for tab in tabs if tab.pasted))
    except TooMuchError as error:
        return Loaded(path, None, (error.finding,))
    except UnreadableWorkbookError:
        return Loaded(path, None, (FILE_DAMAGED.found(name=path.name),))
    sections, findings = read_tabs(grids, tabs)
    added = beside(path.parent, sections) if beside else Added(sections)
    underlag, problems = make_underlag(added.rows, tabs, components)
    known_missing = {finding.values["tab"] for finding in findings if finding.code == "tab_missing"}
    problems = [each for each in problems if each.code != "tab_missing" or each.values["tab"] not in known_missing]
    opened = [FILE_OPEN_IN_EXCEL.found()] if is_there(path.with_name(f"~${path.name}")) else []
    found = (*opened, *findings, *added.findings, *problems, *added.later(underlag))
    return Loaded(path, underlag, found, pasted_grids(grids, tabs), grids)
