"""Opening a workbook once, as grids of raw values: what stood in each cell, as a spreadsheet shows it."""

import io
import re
import warnings
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

import openpyxl
from defusedxml import ElementTree
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

from generator.ground.names import clean
from generator.ground.source import Source
from generator.model.values import CoveredByMerge, ErrorValue, NeverCalculated, RawCell, RawValue
from generator.workbook.grid import Grid

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MERGE = re.compile(rb'<mergeCell ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)" ?/>')
_LARGEST_MERGE = 10_000
"""Cells of a merged area that can be meant as data; larger ones are decoration."""


class UnreadableWorkbookError(Exception):
    """The file looked like a workbook, but no workbook came out of it."""


def open_grids(data: bytes) -> tuple[Grid, ...]:
    """Open a workbook and give its tabs, in order.

    Raises:
        UnreadableWorkbookError: the file is damaged in a way that its outside did not show.

    """
    try:
        with warnings.catch_warnings():
            # Excel's own extensions are of no consequence for reading; saying so would only worry.
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(_without_vast_merges(data)), data_only=True)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = _sheet_parts(archive)
            return tuple(
                _grid(order, sheet, _never_calculated(archive, parts[sheet.title]))
                for order, sheet in enumerate(book.worksheets)
            )
    except Exception as error:  # a damaged file can raise nearly anything from the layers below
        raise UnreadableWorkbookError from error


def _without_vast_merges(data: bytes) -> bytes:
    """Leave out merged areas of whole columns: openpyxl would make a cell of each of their millions of places."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    kept = {name: _MERGE.sub(_unless_vast, xml) if b"<mergeCell " in xml else xml for name, xml in parts.items()}
    if kept == parts:
        return data
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, xml in kept.items():
            archive.writestr(name, xml)
    return packed.getvalue()


def _unless_vast(match: re.Match[bytes]) -> bytes:
    (top, left), (bottom, right) = map(coordinate_to_tuple, match[1].decode().split(":"))
    return b"" if (bottom - top + 1) * (right - left + 1) > _LARGEST_MERGE else match[0]


def _grid(order: int, sheet: Worksheet, uncalculated: Mapping[str, str]) -> Grid:
    covered = {
        (row, column): str(area)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    rows: dict[int, dict[int, RawCell]] = {}
    # The sparse store of cells: iter_rows would visit a million empty rows where one far cell is formatted.
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001
        value = _value(cell, uncalculated, covered)
        if value is not None:
            source = Source(order, sheet.title, row, column)
            rows.setdefault(row, {})[column] = RawCell(value, source)
    return Grid(order, sheet.title, rows)


def _value(cell: Any, uncalculated: Mapping[str, str], covered: Mapping[tuple[int, int], str]) -> RawValue | None:
    if cell.coordinate in uncalculated:
        return NeverCalculated(uncalculated[cell.coordinate])
    value: RawValue | None = cell.value
    if cell.data_type == "e":
        return ErrorValue(str(value))
    if isinstance(value, str):
        value = value if clean(value) else None
    if value is None and (cell.row, cell.column) in covered:
        return CoveredByMerge(covered[cell.row, cell.column])
    return value


def _never_calculated(archive: zipfile.ZipFile, part: str) -> dict[str, str]:
    """The cells whose formula has no value in the file: openpyxl reads them as empty, which they are not.

    A formula that gave an empty text is calculated; it is marked ``t="str"``.
    """
    scan = _FormulaScan()
    scan.run(archive.read(part))
    return scan.found


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The part of each worksheet by its name, from the workbook's list and its relationships."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    parts = {}
    for sheet in book.iter(f"{{{_MAIN}}}sheet"):
        target = targets.get(sheet.get(f"{{{_RELATION}}}id"), "")
        parts[sheet.get("name", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    missing = set(parts.values()) - set(archive.namelist())
    if missing:
        raise KeyError(*missing)  # openpyxl would leave the tab out without a word
    return parts


class _FormulaScan:
    """Reads a sheet's XML for cells with a formula and no value."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}
        self._cell = ""
        self._inside = ""
        self._formula: str | None = None
        self._has_value = False

    def run(self, xml: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(xml, True)  # noqa: FBT003 - expat's own signature

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rsplit(" ", 1)[-1]
        if tag == "c":
            self._cell, self._formula = attributes.get("r", ""), None
            self._has_value = attributes.get("t") == "str"
        self._inside = tag
        if tag == "f":
            self._formula = "="

    def _text(self, text: str) -> None:
        if self._inside == "f" and self._formula is not None:
            self._formula += text
        elif self._inside == "v":
            self._has_value = True

    def _end(self, name: str) -> None:
        self._inside = ""
        if name.rsplit(" ", 1)[-1] == "c" and self._formula is not None and not self._has_value:
            self.found[self._cell] = self._formula if len(self._formula) > 1 else ""
