"""Sheets written as a workbook that is at home in Excel, and the same bytes each time.

Written with XlsxWriter: of a formula it writes both the words and what they come to, so that a viewer that does not
calculate shows numbers as well.
"""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any
from urllib.parse import quote

import xlsxwriter
from xlsxwriter.url import Url

from generator.workbook.sheets import FIRST_ROW, HEAD_ROW, LONGEST_TEXT, Cell, Column, Kind, Link, Sheet, Standing
from generator.workbook.style import height_of

_CREATED = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_DARK, _QUIET, _RULE, _TINT = "#1F4E5F", "#566268", "#C9D2D5", "#E9EDEE"
_FONT = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
_NUMBERS = {
    Kind.KRONOR: "#,##0.00",
    Kind.NUMBER: "#,##0.##",
    Kind.YEAR: "0",
    Kind.SHARE: "0.0 %",
    Kind.DIFFERENCE: "#,##0.00;-#,##0.00;0",
}
_NOT_NIL = 0.004
"""Kronor: half an öre, less than which no difference is."""
_MOST_LINKS = 65_000
"""In a sheet; Excel takes 65 530. The rest are their texts alone."""
_HIGHEST = 300
"""Points of a row; Excel allows 409, and one that fills the screen cannot be read past."""
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
Formats = dict[tuple[Any, ...], Any]


class _File(Url):  # type: ignore[misc] # the library has no types
    """A link to another file, with the slashes that every program reads, and a place in it.

    Signs are written as Excel writes them: å and ö as they are, a blank as ``%20``.
    """

    def __init__(self, link: Link, text: str) -> None:
        super().__init__("external:book.xlsx")
        self._text = text
        self._anchor = link.place
        self._address = "".join(sign if sign > "\x7f" else quote(sign, safe="/:") for sign in link.file)

    def _target(self) -> str:
        return self._address


def workbook_of(sheets: Sequence[Sheet], title: str, author: str) -> bytes:
    """Write sheets as a workbook; ``title`` and ``author`` are what its properties say."""
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    book.set_properties({"title": title, "author": author, "created": _CREATED})
    writer = _Writer(book)
    for sheet in sheets:
        writer.write(sheet)
    book.close()
    return written.getvalue()


class _Writer:
    def __init__(self, book: Any) -> None:
        self._book = book
        self._formats: Formats = {}
        self._links = 0

    def write(self, sheet: Sheet) -> None:
        made = self._book.add_worksheet(sheet.name)
        self._links = 0
        made.hide_gridlines(2)
        made.write_string(0, 0, sheet.title, self._format(bold=True, font_size=16, font_color=_DARK))
        for line, text in enumerate(sheet.says[:2], start=1):
            made.write_string(line, 0, text, self._format(font_color=_QUIET, font_size=10))
        for place, cell in enumerate(sheet.top):
            self._put(made, HEAD_ROW - 3, place, cell, self._of_top(cell))
        self._heads(made, sheet)
        for number, row in enumerate(sheet.rows, start=FIRST_ROW - 1):
            for place, (cell, column) in enumerate(zip(row.cells, sheet.columns, strict=True)):
                self._put(made, number, place, cell, self._of(cell, column, row.standing, indent=int(place > 0)))
            made.set_row(number, self._height(row.cells, sheet.columns, row.standing))
        if not sheet.rows and sheet.if_empty:
            made.write_string(FIRST_ROW - 1, 0, sheet.if_empty, self._format())
        self._differences(made, sheet)
        _set_up(made, sheet)

    def _heads(self, made: Any, sheet: Sheet) -> None:
        for place, column in enumerate(sheet.columns):
            side = "left" if column.kind in {Kind.WORDS, Kind.CODE} else "right"
            style = {"bold": True, "font_color": "#FFFFFF", "bg_color": _DARK, "text_wrap": True, "valign": "vcenter"}
            head = self._format(align=side, indent=int(place > 0 and side == "left"), **style)
            made.write_string(HEAD_ROW - 1, place, column.head, head)
            made.set_column(place, place, column.width)
        made.set_row(0, 26)
        made.set_row(HEAD_ROW - 1, 34)

    def _put(self, made: Any, row: int, place: int, cell: Cell, style: Any) -> None:
        """Write a cell. A text is always a text, whatever it begins with."""
        value = cell.value
        if cell.formula:
            shown = float(value) if isinstance(value, Decimal) else value or ""
            made.write_formula(row, place, cell.formula, style, shown)
        elif isinstance(value, Decimal):
            made.write_number(row, place, float(value), style)
        elif value and cell.link and self._links < _MOST_LINKS:
            self._links += 1
            made.write_url(row, place, _address(cell.link, _text(value)), style, _text(value))
        elif value:
            made.write_string(row, place, _text(value), style)
        else:
            made.write_blank(row, place, None, style)

    def _of_top(self, cell: Cell) -> Any:
        kind = {"num_format": _NUMBERS[cell.kind]} if cell.kind in _NUMBERS else {}
        return self._format(bold=cell.strong, align="left", **kind)

    def _of(self, cell: Cell, column: Column, standing: Standing, *, indent: int) -> Any:
        kind = cell.kind or column.kind
        style: dict[str, Any] = {"bottom": 1, "bottom_color": _RULE}
        if kind in _NUMBERS:
            style |= {"num_format": _NUMBERS[kind], "align": "right"}
        else:
            style |= {"text_wrap": kind is Kind.WORDS, "align": "left", "indent": indent}
        if isinstance(cell.value, str) and kind in _NUMBERS:
            style |= {"align": "right", "font_color": _QUIET}
        if kind is Kind.CODE:
            style |= {"font_color": _QUIET, "font_size": 9}
        if cell.link:
            style |= {"font_color": _DARK, "underline": 1}
        match standing:
            case Standing.HEADING:
                style |= {"bold": True, "font_size": 12, "font_color": _DARK, "bottom": 0, "text_wrap": False}
            case Standing.PART:
                style |= {"font_color": style.get("font_color", _QUIET)}
                style |= {"indent": 1} if kind is Kind.WORDS else {}
            case Standing.TOTAL:
                style |= {"bold": True, "top": 1, "top_color": _DARK, "bg_color": _TINT}
        return self._format(**(style | ({"bold": True} if cell.strong else {})))

    def _format(self, **style: Any) -> Any:
        key = tuple(sorted(style.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(_FONT | style)
        return self._formats[key]

    def _height(self, cells: Sequence[Cell], columns: Sequence[Column], standing: Standing) -> float:
        if standing is Standing.HEADING:
            return 24
        texts = ((cell.value, column.width) for cell, column in zip(cells, columns, strict=True))
        heights = (height_of(text, width) for text, width in texts if isinstance(text, str))
        return min(max(heights, default=16), _HIGHEST)

    def _differences(self, made: Any, sheet: Sheet) -> None:
        """Show what is not 0 and should be, also after a change; and what is good, above the heads."""
        wrong = self._book.add_format({"bold": True, "font_color": "#9C0006", "bg_color": "#FFC7CE"})
        good = self._book.add_format({"bold": True, "font_color": "#1B5E20", "bg_color": "#DDEFDD"})
        last = sheet.last_row - 1
        for place, column in enumerate(sheet.columns):
            if column.kind is Kind.DIFFERENCE:
                rule = {"type": "cell", "criteria": "not between", "minimum": -_NOT_NIL, "maximum": _NOT_NIL}
                made.conditional_format(FIRST_ROW - 1, place, last, place, rule | {"format": wrong})
        for place, cell in enumerate(sheet.top):
            if cell.kind is Kind.DIFFERENCE:
                where = (HEAD_ROW - 3, place) * 2
                made.conditional_format(*where, {"type": "cell", "criteria": "==", "value": 0, "format": good})
                made.conditional_format(*where, {"type": "cell", "criteria": "!=", "value": 0, "format": wrong})


def _set_up(made: Any, sheet: Sheet) -> None:
    """Freeze the heads, let rows be chosen, and print on landscape A4 with the heads on each page."""
    made.freeze_panes(HEAD_ROW, sheet.frozen_columns)
    made.autofilter(HEAD_ROW - 1, 0, sheet.last_row - 1, len(sheet.columns) - 1)
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)
    made.repeat_rows(HEAD_ROW - 1)
    last = max(place for place, column in enumerate(sheet.columns) if column.printed)
    made.print_area(0, 0, sheet.last_row - 1, last)
    made.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    made.set_footer("&L&A&RSida &P av &N")
    for is_typed, group in groupby(enumerate(sheet.columns), key=lambda each: each[1].kind is Kind.CODE):
        if is_typed:
            places = [place for place, _ in group]
            # Accounts and keys are texts that look like numbers.
            area = (FIRST_ROW - 1, places[0], sheet.last_row - 1, places[-1])
            made.ignore_errors({"number_stored_as_text": _area(*area)})


def _area(first_row: int, first: int, last_row: int, last: int) -> str:
    return str(xlsxwriter.utility.xl_range(first_row, first, last_row, last))


def _address(link: Link, text: str) -> Any:
    return _File(link, text) if link.file else f"internal:{link.place}"


def _text(value: str) -> str:
    return _UNPRINTABLE.sub(" ", value)[:LONGEST_TEXT]
