"""Every ledger of a folder: SIE files, lists in Excel and CSV, and the tab *Huvudbok* of the workbook itself."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings.finding import Finding, Severity
from generator.findings.limits import too_much
from generator.findings.message import severity_of
from generator.ground.limits import LEDGER_FILES
from generator.ground.names import Name
from generator.ground.source import Source
from generator.ledger.row import Ledger
from generator.opener import MEGABYTE, is_folder, listed
from generator.workbook.grid import Grid

if TYPE_CHECKING:
    from generator.ledger.files import Read

FOLDER = "huvudbok"
"""A folder beside the workbook where ledgers may lie too; all in it are taken for ledgers."""
ORDER = 3000
"""Findings in ledgers' files come after those of the workbook's tabs, its texts and its look."""
SIE = (".se", ".si", ".sie")
TEXTS = (".csv", ".txt", ".tsv", ".skv", ".prn")
BOOKS = (".xlsx", ".xlsm")
OTHER_KINDS = (".xls", ".xlsb", ".ods", ".numbers", ".pdf", ".doc", ".docx", ".rtf", ".htm", ".html", ".xml", ".zip")
LARGEST = 60 * MEGABYTE
_MADE = 4
"""The rows of a tab that nobody has filled in: its title, its help, its unit and its heads."""
_FIRST = 3
"""The columns of a tab as it is made that hold no year."""
_NAMED = re.compile(r"huvudbok|saldo|balans(lista|rapport)|resultat(lista|rapport)|råbalans|kontolista|sie[ _.-]?\d?\b")


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
    paths = ledger_files(folder, workbook)
    pasted = [grid for grid in pasted if _is_filled(grid)]
    if not paths and not pasted:
        return NONE
    if len(paths) > LEDGER_FILES.most:
        return Ledgers((), (too_much(LEDGER_FILES, len(paths), Source(ORDER, file=FOLDER)),))
    return _gathered([each for path in _all(folder, paths, pasted, year) for each in path])


def _all(folder: Path, paths: Sequence[Path], pasted: Sequence[Grid], year: int) -> "Iterator[Iterator[Read]]":
    from generator.ledger.files import read_file, read_pasted  # noqa: PLC0415 - most folders have no ledger

    for number, path in enumerate(paths):
        place = Source(ORDER + number, file=path.relative_to(folder).as_posix())
        yield read_file(path, folder, place, year)
    yield (read_pasted(grid, year) for grid in pasted)


def _gathered(found: "Sequence[Read]") -> Ledgers:
    """The ledgers with what is wrong in them and between them."""
    ledgers = tuple(each.ledger for each in found if each.ledger)
    kept = [each for each in found if each.ledger or not each.spare or not ledgers]
    if len(ledgers) < 2:  # noqa: PLR2004 - nothing to compare
        return Ledgers(ledgers, tuple(finding for each in kept for finding in each.findings), *ledgers)
    from generator.ledger.compared import compared  # noqa: PLC0415 - most have one
    from generator.ledger.several import ledgers_in, together, used_of  # noqa: PLC0415

    used = used_of(ledgers)
    taken = ledgers_in(used)
    findings = [
        finding if each.ledger is None or each.ledger in taken else _of_unused(finding)
        for each in kept
        for finding in each.findings
    ]
    return Ledgers(ledgers, (*findings, *compared(ledgers, used)), together(used))


def _of_unused(finding: Finding) -> Finding:
    """What is wrong in a ledger that nothing is taken from stops no report."""
    return finding.graded(min(severity_of(finding), Severity.WARNING))


def _is_filled(grid: Grid) -> bool:
    """Whether anything stands in a tab besides what it is made with."""
    if len(grid.rows) > _MADE:
        return True
    cells = [cell for of_row in grid.rows.values() for cell in of_row.values()]
    first = next((cell.text for cell in cells), grid.name)
    return Name(first) != grid.name or any(cell.text[:1].isdigit() for cell in cells if cell.source.column <= _FIRST)


def ledger_files(folder: Path, workbook: Path) -> list[Path]:
    """The files beside a workbook that may be ledgers, in the order of their names.

    A SIE file is one by its ending, another by its name; a list in Excel or CSV of another name by what stands in it.
    """
    beside = [path for path in listed(folder) if path.name != workbook.name and _may_be(path)]
    folders = (each for each in listed(folder) if each.name.casefold() == FOLDER and is_folder(each, folder))
    return [*beside, *(path for each in folders for path in listed(each) if _may_be(path))]


def _may_be(path: Path) -> bool:
    if path.name.startswith((".", "~$", "_")):
        return False
    kind = path.suffix.lower()
    return kind in (*SIE, *TEXTS, *BOOKS) or (kind in OTHER_KINDS and is_named(path))


def is_named(path: Path) -> bool:
    """Whether a file says by its name, or by its folder's, that it is a ledger."""
    names = (unicodedata.normalize("NFC", name).casefold() for name in (path.name, path.parent.name))
    name, folder = names
    return bool(_NAMED.match(name)) or folder == FOLDER
