"""One file beside the workbook read as ledgers, whatever it is: a SIE file, a workbook with lists, or a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.files.kinds import kind_of
from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError
from generator.ground.source import Source
from generator.ledger.beside import BOOKS, LARGEST, SIE, TEXTS, is_named
from generator.ledger.files_messages import LEDGER_FILE_KIND, LEDGER_FILE_LOCKED
from generator.ledger.lists.csv_text import grid_of
from generator.ledger.lists.read import is_list, read_list
from generator.ledger.row import Ledger
from generator.ledger.sie.read import read_sie
from generator.opener import RefusedError, read
from generator.workbook.container import judge
from generator.workbook.file_messages import FILE_DAMAGED
from generator.workbook.grid import Grid, is_own
from generator.workbook.load import is_underlag
from generator.workbook.opening import UnreadableWorkbookError, open_lists

_SIE_BEGINS = b"#FLAGGA"
_BEGINNING = 200


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a file, or of a tab of it.

    ``is_list``: it has the heads of a list. ``spare``: where there is another ledger, nobody misses this one.
    """

    ledger: Ledger | None
    findings: tuple[Finding, ...] = ()
    is_list: bool = False
    spare: bool = False


def read_pasted(grid: Grid, year: int) -> Read:
    """Read what is pasted into a tab of the workbook itself."""
    ledger, findings = read_list(grid, grid.source(), year)
    return Read(ledger, tuple(findings))


def read_file(path: Path, folder: Path, place: Source, year: int) -> Iterator[Read]:
    """Read a file that lies in ``folder``; nothing comes of one that is no ledger and does not say that it is one."""
    found = read_named(path, folder, place, year)
    yield from (each for each in found if each.ledger or each.is_list or path.suffix.lower() in SIE or is_named(path))


def read_named(path: Path, folder: Path | None, place: Source, year: int) -> list[Read]:
    """Read a file that is said to be a ledger; what is wrong is told. Never raises for what the user may have done.

    Without ``folder`` it is one that the user has named, wherever it lies.
    """
    try:
        return list(_read(path, folder, place, year))
    except RefusedError as error:
        return [Read(None, (refused(error, place),))]
    except TooMuchError as error:
        return [Read(None, (error.finding,))]
    except OSError:
        return [Read(None, (LEDGER_FILE_LOCKED.found(place, name=path.name),))]


def _read(path: Path, folder: Path | None, place: Source, year: int) -> Iterator[Read]:
    data = read(path, folder, LARGEST)
    kind = path.suffix.lower()
    if kind in SIE or _SIE_BEGINS in data[:_BEGINNING]:
        ledger, findings = read_sie(data, place)
        yield Read(ledger, tuple(findings))
    elif kind in BOOKS:
        yield from _of_workbook(data, path, place, year)
    elif _is_text(data) and (grid := grid_of(data, place)) and (kind in TEXTS or is_list(grid)):
        yield _of_list(grid, place, year, path)
    else:
        yield Read(None, (_other_kind(data, path, place),), spare=True)


def _is_text(data: bytes) -> bool:
    kind = kind_of(data)
    return kind is None or "text" in kind.what


def _of_list(grid: Grid, place: Source, year: int, path: Path) -> Read:
    ledger, findings = read_list(grid, place, year)
    return Read(ledger, tuple(findings), is_list=is_list(grid), spare=not is_named(path))


def _of_workbook(data: bytes, path: Path, place: Source, year: int) -> Iterator[Read]:
    """The lists in the tabs of another workbook; one with the tab of an association's particulars is no ledger."""
    if wrong := judge(data, path.name):
        yield Read(None, (replace(wrong, subjects=(place,)),))
        return
    if is_underlag(data):
        return
    try:
        grids = [grid for grid in open_lists(data, place) if grid.rows and not is_own(grid.name)]
    except UnreadableWorkbookError:
        yield Read(None, (FILE_DAMAGED.found(place, name=path.name),))
        return
    lists = [grid for grid in grids if is_list(grid)]
    for grid in lists or grids[:1]:
        yield _of_list(grid, grid.source(), year, path)


def _other_kind(data: bytes, path: Path, place: Source) -> Finding:
    """Say how a file of another kind becomes one that can be read."""
    kind = kind_of(data)
    what = kind.what if kind else f"en fil av slaget {path.suffix.lower()}"
    remedy = (
        "Ta ut listan som SIE-fil, Excel eller CSV ur bokföringsprogrammet i stället."
        if path.suffix.lower() in {".pdf", ".doc", ".docx", ".rtf", ".zip"}
        else "Öppna filen i Excel och spara den som Excel-arbetsbok (.xlsx), eller ta ut en SIE-fil ur "
        "bokföringsprogrammet."
    )
    return LEDGER_FILE_KIND.found(place, name=path.name, what=what, remedy=remedy)
