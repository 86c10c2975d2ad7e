"""From a path to an Underlag: the file is judged, opened once, read and validated, with every problem kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.findings.finding import Finding
from generator.model.rows import Tab
from generator.model.underlag import Underlag, make_underlag
from generator.workbook.container import judge, read_file
from generator.workbook.file_messages import (
    FILE_NO_WORKBOOK_IN_FOLDER,
    FILE_NOT_EXCEL,
    FILE_NOT_FOUND,
    FILE_OPEN_IN_EXCEL,
    FILE_SEVERAL_WORKBOOKS,
)
from generator.workbook.opening import UnreadableWorkbookError, open_grids
from generator.workbook.read import read_tabs

WORKBOOK_NAME = "underlag.xlsx"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a workbook; ``underlag`` is None when the file could not be read at all."""

    path: Path
    underlag: Underlag | None
    findings: tuple[Finding, ...]


def find_workbook(given: Path) -> tuple[Path, Finding | None]:
    """Find the workbook that a folder or file name means."""
    try:
        return _find_workbook(given)
    except OSError:  # a name that the file system cannot hold
        return given, FILE_NOT_FOUND.found(name=given)


def _find_workbook(given: Path) -> tuple[Path, Finding | None]:
    if not given.is_dir():
        exists = given.is_file() or given.name.startswith("~$")
        return given, None if exists else FILE_NOT_FOUND.found(name=given)
    if (given / WORKBOOK_NAME).is_file():
        return given / WORKBOOK_NAME, None
    books = sorted(path for path in given.glob("*.xlsx") if not path.name.startswith(("~$", ".")))
    if len(books) == 1:
        return books[0], None
    rule = FILE_SEVERAL_WORKBOOKS if books else FILE_NO_WORKBOOK_IN_FOLDER
    values = {"name": given, "found": ", ".join(path.name for path in books)}
    return given, rule.found(**values)


def load(given: Path, tabs: Sequence[Tab], components: Sequence[str]) -> Loaded:
    """Read the workbook that ``given`` means. Never raises for what the user may have done."""
    path, problem = find_workbook(given)
    data = b""
    if problem is None:
        data, problem = read_file(path)
    if problem is None:
        problem = judge(data, path.name)
    if problem is not None:
        return Loaded(path, None, (problem,))
    try:
        grids = open_grids(data)
    except UnreadableWorkbookError:
        return Loaded(path, None, (FILE_NOT_EXCEL.found(name=path.name),))
    sections, findings = read_tabs(grids, tabs)
    underlag, problems = make_underlag(sections, tabs, components)
    known_missing = {finding.values["tab"] for finding in findings if finding.code == "tab_missing"}
    problems = [each for each in problems if each.code != "tab_missing" or each.values["tab"] not in known_missing]
    opened = [FILE_OPEN_IN_EXCEL.found()] if path.with_name(f"~${path.name}").exists() else []
    return Loaded(path, underlag, (*opened, *findings, *problems))
