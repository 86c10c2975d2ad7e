"""Workbooks made from a text table, so that a test shows what stands in its workbook.

    == Balansposter ==
    Post            | UB i år | UB i fjol
    Fordringar      | 1200.50 | "1 234,50"
    Kassa och bank  |         | <error #REF!>
    merge B2:B3

Rows count from 1 in each tab; an empty line is an empty row. A number is a number, ``"..."`` is a text just as it
stands (``\\n``, ``\\t`` and ``\\u00a0`` are understood), all else is a text without the spaces around it.

    <date 2021-03-05>  <date 2021-03-05 13:30>   a date cell
    <time 13:30>  <duration 26:00>               a cell with a time of day, or with hours that were counted
    <error #REF!>                                an error value
    <formula A1*2>                               a formula that was never calculated
    <formula A1*2 = 84>  <formula A1&"" = >      a calculated formula; the last one gave an empty text
    <true>  <false>                              a boolean
    <formatted>                                  an empty cell with a format

Lines that begin with a command lay something over the tab: ``C3: value`` (one cell), ``merge A1:B2``, ``hide row 4``,
``clear row 4``. ``laid_over`` lays such tables over a base.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from openpyxl.utils import coordinate_to_tuple, get_column_letter

from generator.workbook.strings import escaped

_TAB = re.compile(r"== (?P<name>.*?) ==(?: (?P<command>removed|named (?P<new>.*)))?")
_CELL_LINE = re.compile(r"([A-Z]{1,3}\d+): ?(.*)")
_MERGE = re.compile(r"merge ([A-Z]+\d+:[A-Z]+\d+)")
_ROW_COMMAND = re.compile(r"(hide|clear) row (\d+)")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")
_SPECIAL = re.compile(r"<(\w+)(?: (.*))?>")

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's day 0; a spreadsheet knows no time zones


class Typed(str):
    """A cell's text just as somebody typed it, whatever it looks like: no number, no quotation and no command."""

    __slots__ = ()


@dataclass
class Sheet:
    """A tab: what is written in its cells, its merged areas and its hidden rows."""

    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)


def sheets(table: str) -> dict[str, Sheet]:
    """Read a text table into tabs."""
    return laid_over({}, table)


def laid_over(base: Mapping[str, Sheet], table: str) -> dict[str, Sheet]:
    """Lay a text table over the tabs of ``base``.

    A tab with rows replaces the base's tab of that name; one with only commands changes it. ``== X == removed`` takes a
    tab away and ``== X == named Y`` gives it another name, in the same place.
    """
    result = {name: Sheet(dict(s.cells), list(s.merged), set(s.hidden)) for name, s in base.items()}
    for name, command, new_name, lines in _tabs(table):
        if command and new_name is None:
            del result[name]
            continue
        if any(line.strip() and not _is_command(line) for line in lines):
            result[name] = Sheet()
        _fill(result.setdefault(name, Sheet()), lines)
        if new_name is not None:
            result = {(new_name.strip('"') if each == name else each): sheet for each, sheet in result.items()}
    return result


def _tabs(table: str) -> Iterator[tuple[str, str | None, str | None, list[str]]]:
    pieces = re.split(r"(?m)^(?=== )", table)
    for piece in pieces:
        head, *lines = piece.split("\n")
        match = _TAB.fullmatch(head.strip())
        if match:
            while lines and not lines[-1].strip():
                lines.pop()
            yield match["name"], match["command"], match["new"], lines
        else:
            assert not piece.strip(), f"text outside any tab: {piece}"


def _is_command(line: str) -> bool:
    return any(pattern.fullmatch(line.strip()) for pattern in (_CELL_LINE, _MERGE, _ROW_COMMAND))


def _fill(sheet: Sheet, lines: list[str]) -> None:
    row = 0
    for line in lines:
        if match := _CELL_LINE.fullmatch(line.strip()):
            sheet.cells[coordinate_to_tuple(match[1])] = match[2].strip()
        elif match := _MERGE.fullmatch(line.strip()):
            sheet.merged.append(match[1])
        elif match := _ROW_COMMAND.fullmatch(line.strip()):
            number = int(match[2])
            if match[1] == "hide":
                sheet.hidden.add(number)
            else:
                sheet.cells = {place: text for place, text in sheet.cells.items() if place[0] != number}
        else:
            row += 1
            for column, text in enumerate(line.split("|"), start=1):
                sheet.cells[row, column] = text.strip()


def as_xlsx(tabs: Mapping[str, Sheet]) -> bytes:
    """Write tabs as an Excel workbook, with nothing in it that the table does not show."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:  # not compressed: it took a third of the time
        for name, content in _parts(tabs):
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}')
    return packed.getvalue()


def _parts(tabs: Mapping[str, Sheet]) -> Iterator[tuple[str, str]]:
    numbers = range(1, len(tabs) + 1)
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for number in numbers
    )
    content_types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{types}</Types>'
    )
    yield "[Content_Types].xml", content_types
    yield "_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.xml")})
    parts = {f"rId{number}": ("worksheet", f"worksheets/sheet{number}.xml") for number in numbers}
    yield "xl/_rels/workbook.xml.rels", _relations({**parts, "rId0": ("styles", "styles.xml")})
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(tabs, start=1)
    )
    yield "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
    yield "xl/styles.xml", _STYLES
    for number, sheet in enumerate(tabs.values(), start=1):
        yield f"xl/worksheets/sheet{number}.xml", _worksheet(sheet)


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="5"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4" applyNumberFormat="1"/>'
    '<xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="46" applyNumberFormat="1"/>'
    "</cellXfs>"
    "</styleSheet>"
)
_DATE_STYLE, _AMOUNT_STYLE, _TIME_STYLE, _DURATION_STYLE = 1, 2, 3, 4


def _worksheet(sheet: Sheet) -> str:
    rows: dict[int, list[str]] = {row: [] for row in sheet.hidden}
    for (row, column), text in sorted(sheet.cells.items()):
        if text:
            rows.setdefault(row, []).append(_cell(f"{get_column_letter(column)}{row}", text))
    data = "".join(
        f'<row r="{row}"{" hidden=" + quoteattr("1") if row in sheet.hidden else ""}>{"".join(cells)}</row>'
        for row, cells in sorted(rows.items())
    )
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    merged = f"<mergeCells>{areas}</mergeCells>" if areas else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData>{merged}</worksheet>'


def _cell(place: str, text: str) -> str:
    if isinstance(text, Typed):
        return _text_cell(place, text)
    if _NUMBER.fullmatch(text):
        return f'<c r="{place}"><v>{text}</v></c>'
    if match := _SPECIAL.fullmatch(text):
        return _special_cell(place, match[1], match[2] or "")
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        text = text[1:-1].replace("\\n", "\n").replace("\\t", "\t").replace("\\u00a0", "\u00a0")
    return _text_cell(place, text)


def _text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(escaped(text))}</t></is></c>'


def _special_cell(place: str, kind: str, rest: str) -> str:
    match kind:
        case "date":
            days = (datetime.fromisoformat(rest) - _FIRST_DAY).total_seconds() / 86400
            return f'<c r="{place}" s="{_DATE_STYLE}"><v>{days:.10g}</v></c>'
        case "time" | "duration":
            hours, _, minutes = rest.partition(":")
            style = _TIME_STYLE if kind == "time" else _DURATION_STYLE
            return f'<c r="{place}" s="{style}"><v>{(int(hours) + int(minutes) / 60) / 24:.15g}</v></c>'
        case "error":
            return f'<c r="{place}" t="e"><v>{rest}</v></c>'
        case "true" | "false":
            return f'<c r="{place}" t="b"><v>{int(kind == "true")}</v></c>'
        case "formatted":
            return f'<c r="{place}" s="{_AMOUNT_STYLE}"/>'
        case "formula":
            formula, calculated, value = rest.partition(" =")
            kind_of_value = "" if _NUMBER.fullmatch(value.strip()) or not calculated else ' t="str"'
            return f'<c r="{place}"{kind_of_value}><f>{escape(formula)}</f><v>{escape(value.strip())}</v></c>'
    raise AssertionError(kind)
