"""Every ledger of a folder: SIE files, lists in Excel and CSV, and the tab *Huvudbok* of the workbook itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from generator.files.refused import refused
from generator.findings.finding import Finding
from generator.findings.limits import TooMuchError
from generator.ground.source import Source
from generator.ledger.row import Ledger
from generator.opener import MEGABYTE, RefusedError, is_folder, listed, read
from generator.workbook.grid import Grid

FOLDER = "huvudbok"
ORDER = 3000
"""Findings in ledgers' files come after those of the workbook's tabs, its texts and its look."""
_SIE = (".se", ".si", ".sie")
_LISTS = (".csv", ".txt", ".tsv", ".skv")
_BOOKS = (".xlsx", ".xlsm")
LARGEST = 60 * MEGABYTE
_MADE = 6
"""A tab that nobody has filled in has no more rows."""


@dataclass(frozen=True, slots=True)
class Ledgers:
    """The ledgers of a folder, and what is wrong in them and between them.

    ``used`` is what the report is made from: of each year the best of them, where there are several.
    """

    ledgers: tuple[Ledger, ...] = ()
    findings: tuple[Finding, ...] = ()
    used: Ledger | None = None


NONE = Ledgers()


def read_ledgers(folder: Path, workbook: Path, pasted: Sequence[Grid], year: int) -> Ledgers:
    """Read every ledger beside a workbook, and those pasted into its tabs; ``year`` is the report's.

    Never raises for what the user may have done.
    """
    ledgers: list[Ledger] = []
    findings: list[Finding] = []
    for ledger, found in _read(folder, workbook, pasted, year):
        findings += found
        if ledger:
            ledgers.append(ledger)
    if not ledgers:
        return Ledgers((), tuple(findings))
    return Ledgers(tuple(ledgers), tuple(findings), ledgers[0])


def _read(
    folder: Path, workbook: Path, pasted: Sequence[Grid], year: int
) -> Iterator[tuple[Ledger | None, list[Finding]]]:
    for number, path in enumerate(ledger_files(folder, workbook)):
        place = Source(ORDER + number, file=path.relative_to(folder).as_posix())
        try:
            yield from read_file(path, folder, place, year)
        except RefusedError as error:
            yield None, [refused(error, place)]
        except TooMuchError as error:
            yield None, [error.finding]
    for grid in pasted:
        if _is_filled(grid):
            from generator.ledger.lists.read import read_list  # noqa: PLC0415 - most have no list

            yield read_list(grid, grid.source(), year)


def _is_filled(grid: Grid) -> bool:
    """Whether anything stands in a tab besides the title, the help and the heads that it is made with."""
    return (
        any(cell.text[:1].isdigit() for cells in grid.rows.values() for cell in cells.values())
        or len(grid.rows) > _MADE
    )


def ledger_files(folder: Path, workbook: Path) -> list[Path]:
    """The files beside a workbook that may be ledgers, in the order of their names."""
    places = [folder, *(each for each in listed(folder) if each.name.casefold() == FOLDER and is_folder(each, folder))]
    inside = (path for place in places for path in listed(place))
    return [path for path in inside if path != workbook and _may_be(path)]


def _may_be(path: Path) -> bool:
    return path.suffix.lower() in (*_SIE, *_LISTS) and not path.name.startswith((".", "~$", "_"))


def read_file(path: Path, folder: Path, place: Source, year: int) -> Iterator[tuple[Ledger | None, list[Finding]]]:
    """Read one file, which may be no ledger at all; ``place`` is what findings call it, ``year`` the report's.

    Raises:
        RefusedError: it leads out of the folder, or is too large.

    """
    data = read(path, folder, LARGEST)
    if path.suffix.lower() in _SIE:
        yield import_module("generator.ledger.sie.read").read_sie(data, place)
        return
    from generator.ledger.lists.csv_text import grid_of  # noqa: PLC0415 - most have no list
    from generator.ledger.lists.read import is_list, read_list  # noqa: PLC0415

    grid = grid_of(data, place)
    if grid is not None and is_list(grid):
        yield read_list(grid, place, year)
