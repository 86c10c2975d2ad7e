"""Writing a form as a workbook of its own: one page to fill in or print, all but its yellow cells protected."""

from typing import Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.columns import AMOUNT_FORMAT, AmountColumn, PersonsColumn
from generator.model.reading import LARGEST_AMOUNT
from generator.workbook.form_page import ABOUT_TAB, CELLS_TAB, FORM_TAB, Look, Page, PageCell
from generator.workbook.input_styles import AIR, InputStyles
from generator.workbook.packed import same_bytes_each_time
from generator.workbook.strings import escaped
from generator.workbook.style import (
    BODY_FONT,
    BOLD_FONT,
    CALCULATED_FILL,
    HEAD_FILL,
    HEAD_FONT,
    HELP_FONT,
    INPUT_BORDER,
    SECTION_FONT,
    TITLE_FONT,
    set_up_page,
)

WIDTHS = (34, 15, 15, 15, 15)
"""Characters of the form's columns, together the width of an upright A4."""
_SIDE, _TOP, _FOOT = 0.55, 0.6, 0.3
"""Inches of margin, and from the edge to the foot."""
_TOP_LINE = Border(top=Side(style="thin", color="1F4E5F"))

_FONTS: dict[Look, Font] = {
    Look.TITLE: TITLE_FONT,
    Look.HELP: HELP_FONT,
    Look.SECTION: SECTION_FONT,
    Look.HEAD: HEAD_FONT,
    Look.NUMBER_HEAD: HEAD_FONT,
    Look.SUM: BOLD_FONT,
}
_FILLS: dict[Look, PatternFill] = {
    Look.HEAD: HEAD_FILL,
    Look.NUMBER_HEAD: HEAD_FILL,
    Look.GIVEN: CALCULATED_FILL,
    Look.SUM: CALCULATED_FILL,
}
_NUMBERS = {Look.NUMBER_HEAD, Look.GIVEN, Look.SUM}


def write_form(page: Page) -> bytes:
    """Write a form. Returns the file's bytes, the same each time."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = FORM_TAB
    styles = InputStyles()
    for cell in page.cells:
        _write(sheet, cell, styles)
    for index, width in enumerate(WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = width
    _validate(sheet, page)
    _set_up(sheet, page)
    _write_hidden(book, page)
    book.security = WorkbookProtection(lockStructure=True)
    return same_bytes_each_time(book)


def _write(sheet: Worksheet, placed: PageCell, styles: InputStyles) -> None:
    if placed.height:
        sheet.row_dimensions[placed.row].height = placed.height
    last = placed.column + placed.span - 1
    for column in range(placed.column, last + 1):
        _dress(sheet, placed, column, styles)
    if placed.span > 1:
        sheet.merge_cells(start_row=placed.row, end_row=placed.row, start_column=placed.column, end_column=last)
    value = placed.value
    if value is not None:
        cell = sheet.cell(placed.row, placed.column)
        if isinstance(value, str) and not placed.is_formula:
            cell.value, cell.data_type = escaped(value), "s"
        else:
            cell.value = value


def _dress(sheet: Worksheet, placed: PageCell, column: int, styles: InputStyles) -> None:
    cell = sheet.cell(placed.row, column)
    if placed.kind is not None:
        styles.give(cell, placed.kind)
        if placed.span > 1:
            cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
        cell.protection = Protection(locked=False)
        return
    look = placed.look
    cell.font = _FONTS.get(look, BODY_FONT)
    is_number = look in _NUMBERS and not (isinstance(placed.value, str) and placed.span > 1)
    side, indent = ("right", AIR) if is_number and placed.column > 1 else ("left", 0)
    across = "center" if look in {Look.HEAD, Look.NUMBER_HEAD, Look.SUM} else "top"
    is_text = isinstance(placed.value, str) and not placed.is_formula
    cell.alignment = Alignment(horizontal=side, vertical=across, wrap_text=is_text, indent=indent)
    if look in _FILLS:
        cell.fill = _FILLS[look]
    if look is Look.GIVEN:
        cell.border = INPUT_BORDER
    elif look is Look.SUM:
        cell.border = _TOP_LINE
    if look is Look.SUM or (look is Look.GIVEN and not isinstance(placed.value, str)):
        cell.number_format = AMOUNT_FORMAT


def _validate(sheet: Worksheet, page: Page) -> None:
    """Let Excel ask about what is no amount or no count, and offer what may be chosen."""
    amounts = _asking("decimal", "Skriv ett belopp, till exempel 125000. Kostnader skrivs utan minus.")
    amounts.operator, amounts.formula1, amounts.formula2 = "between", str(-LARGEST_AMOUNT), str(LARGEST_AMOUNT)
    persons = _asking("whole", "Skriv ett antal personer: ett heltal, 0 eller mer.")
    persons.operator, persons.formula1 = "greaterThanOrEqual", "0"
    lists: dict[tuple[str, ...], DataValidation] = {}
    for cell in page.cells:
        at = f"{get_column_letter(cell.column)}{cell.row}"
        if isinstance(cell.kind, AmountColumn):
            amounts.add(at)
        elif isinstance(cell.kind, PersonsColumn):
            persons.add(at)
        elif cell.kind is not None and cell.kind.choices:
            choices = cell.kind.choices
            lists.setdefault(choices, _offering(choices, strict=cell.kind.only_choices)).add(at)
    for each in (amounts, persons, *lists.values()):
        if each.sqref.ranges:
            sheet.add_data_validation(each)


def _asking(kind: Literal["decimal", "whole"], text: str) -> DataValidation:
    asked = DataValidation(kind, allow_blank=True, showErrorMessage=True)
    asked.errorStyle, asked.errorTitle, asked.error = "warning", "Kontrollera det du skrev", text
    return asked


def _offering(choices: tuple[str, ...], *, strict: bool) -> DataValidation:
    offered = DataValidation("list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=strict)
    offered.errorStyle, offered.errorTitle, offered.error = "warning", "Välj i listan", "Välj ett av värdena i listan."
    return offered


def _set_up(sheet: Worksheet, page: Page) -> None:
    set_up_page(sheet)
    sheet.page_setup.orientation = "portrait"
    sheet.print_options.horizontalCentered = True
    sheet.page_margins = PageMargins(_SIDE, _SIDE, _TOP, _TOP + _FOOT, _FOOT, _FOOT)
    left = _HeaderFooterPart(page.name.replace("&", "&&"))
    sheet.oddFooter = HeaderFooterItem(left=left, right=_HeaderFooterPart("Sida &P av &N"))
    sheet.protection.sheet = True
    sheet.protection.formatRows = False  # one may make a row higher for a long text
    first = next((cell for cell in page.cells if cell.asks is not None), None)
    if first is not None:
        at = f"{get_column_letter(first.column)}{first.row}"
        sheet.sheet_view.selection[0].activeCell = sheet.sheet_view.selection[0].sqref = at


def _write_hidden(book: Workbook, page: Page) -> None:
    about, copied = (book.create_sheet(name) for name in (ABOUT_TAB, CELLS_TAB))
    texts = [(row, column, text) for row, pair in enumerate(page.about, start=1) for column, text in enumerate(pair, 1)]
    for sheet, cells in ((about, texts), (copied, list(page.copied()))):
        for row, column, text in cells:
            cell = sheet.cell(row, column, escaped(text))
            cell.data_type = "s"
        sheet.sheet_state = "hidden"
