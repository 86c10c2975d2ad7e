"""Typing the example into the files that ``new`` has made, as somebody would in Excel and in Word."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

from first_hour.example import MISTYPED, TEXTS, WORKBOOK, Rows, Typed
from generator.workbook.opening import open_grids

_PARAGRAPH = re.compile(r"<w:p>.*?</w:p>", re.DOTALL)
_WORDS = re.compile(r"(<w:t[^>]*>)(.*?)(</w:t>)", re.DOTALL)

Place = tuple[int, int]
"""Row and column, from 1."""


@dataclass(frozen=True)
class Sheet:
    """What stands in a tab, and the part of the file that holds it."""

    part: str
    cells: Mapping[Place, object]

    def heads(self, titles: tuple[str, ...]) -> tuple[int, tuple[int, ...]]:
        """The first row that has all these heads, and their columns."""
        for row in sorted({row for row, _ in self.cells}):
            found = {value: column for (at, column), value in self.cells.items() if at == row}
            if set(titles) <= found.keys():
                return row, tuple(found[title] for title in titles)
        message = f"{self.part} has no row of heads with {titles}"
        raise LookupError(message)

    def row_of(self, name: str) -> int:
        """The row where a text stands."""
        return next(row for (row, _), value in self.cells.items() if value == name)


def fill_in(folder: Path, *, mistyped: bool = False) -> None:
    """Type the example's rows into the workbook; at last the wrong amount, where it is ``mistyped``."""
    path = folder / "underlag.xlsx"
    sheets = sheets_of(path)
    typed: dict[str, dict[Place, Typed]] = {}
    for rows in WORKBOOK:
        typed.setdefault(sheets[rows.tab].part, {}).update(cells(sheets[rows.tab], rows))
    tab, name, column, amount = MISTYPED
    if mistyped:
        _, (found,) = sheets[tab].heads((column,))
        typed[sheets[tab].part][sheets[tab].row_of(name), found] = amount
    _rewrite(path, {part: partial(_with_cells, into) for part, into in typed.items()})


def sheets_of(path: Path) -> dict[str, Sheet]:
    """The tabs of a workbook by name."""
    grids = open_grids(path.read_bytes())
    return {
        grid.name: Sheet(
            f"xl/worksheets/sheet{number}.xml",
            {(row, column): cell.value for row, cells in grid.rows.items() for column, cell in cells.items()},
        )
        for number, grid in enumerate(grids, start=1)
    }


def cells(sheet: Sheet, rows: Rows) -> Iterator[tuple[Place, Typed]]:
    """Each cell that is typed in, with what stands in it."""
    head, columns = sheet.heads(rows.columns)
    for number, row in enumerate(rows.rows, start=head + 1):
        at = sheet.row_of(str(row[0])) if rows.form else number
        for column, typed in zip(columns, row, strict=True):
            if typed is not None:
                yield (at, column), typed


def _with_cells(typed: Mapping[Place, Typed], xml: str) -> str:
    for (row, column), value in typed.items():
        place = f'<c r="{chr(ord("A") + column - 1)}{row}"([^>]*?)(?:/>|>.*?</c>)'
        xml, count = re.subn(place, partial(_cell, value), xml, count=1)
        assert count, (row, column)
    return xml


def _cell(value: Typed, found: re.Match[str]) -> str:
    place = re.search(r'r="\w+"', found.group())
    style = re.search(r's="\d+"', found[1])
    beginning = f"<c {' '.join(each.group() for each in (place, style) if each)}"
    if isinstance(value, str):
        return f'{beginning} t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'{beginning} t="n"><v>{value}</v></c>'


def write_texts(folder: Path, texts: Mapping[str, str] = TEXTS) -> None:
    """Write under some headings of the Word file, in the place of the line that says what belongs there."""
    _rewrite(folder / "texter.docx", {"word/document.xml": lambda xml: _with_texts(xml, texts)})


def _with_texts(xml: str, texts: Mapping[str, str]) -> str:
    under = ""

    def written(found: re.Match[str]) -> str:
        nonlocal under
        paragraph = found.group()
        if "<w:pStyle" in paragraph:
            under = "".join(words for _, words, _ in _WORDS.findall(paragraph))
            return paragraph
        if under not in texts:
            return paragraph
        return _WORDS.sub(lambda part: f"{part[1]}{escape(texts[under])}{part[3]}", paragraph)

    return _PARAGRAPH.sub(written, xml)


def _rewrite(path: Path, changed: Mapping[str, Callable[[str], str]]) -> None:
    """Write an archive again, with some of its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {each.filename: archive.read(each) for each in archive.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, changed[name](data.decode()).encode() if name in changed else data)
