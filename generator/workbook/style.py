"""The workbook's looks: what is filled in is light yellow, what is calculated grey, heads dark."""

from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_DARK = "1F4E5F"
_HAIR = Side(style="hair", color="9AA7AC")

TITLE_FONT = Font(name="Calibri", size=16, bold=True, color=_DARK)
SECTION_FONT = Font(name="Calibri", size=12, bold=True, color=_DARK)
HELP_FONT = Font(name="Calibri", size=10, color="566268")
BODY_FONT = Font(name="Calibri", size=11)
BOLD_FONT = Font(name="Calibri", size=11, bold=True)
LINK_FONT = Font(name="Calibri", size=11, color=_DARK, underline="single")
HEAD_FONT = Font(name="Calibri", bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor=_DARK)
INPUT_FILL = PatternFill("solid", fgColor="FFFBE6")
INPUT_BORDER = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
CALCULATED_FILL = PatternFill("solid", fgColor="E9EDEE")
DIFFERENCE_FONT = Font(bold=True, color="9C0006")
DIFFERENCE_FILL = PatternFill("solid", bgColor="FFC7CE")
"""A control sum that is not what it must be; the fill of a rule is its background."""
DONE_FONT, DONE_FILL = Font(color="1B5E20"), PatternFill("solid", bgColor="DDEFDD")
REMAINS_FONT, REMAINS_FILL = Font(color="6B4E00"), PatternFill("solid", bgColor="FFE9A8")
DERIVED_FILL = PatternFill("solid", bgColor="E9EDEE")
"""As ``CALCULATED_FILL``, where a rule says that a cell is."""


def height_of(text: str, width: float) -> float:
    """The height in points of a row that shows ``text`` wrapped in a column of ``width`` characters."""
    lines = sum(1 + int(len(line) // (width * 1.05)) for line in text.splitlines() or [""])
    return max(16, 14 * lines + 4)


def set_up_page(sheet: Worksheet) -> None:
    """Print a tab on landscape A4, as wide as the page, with the tab's name and the page numbers at the foot."""
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter = HeaderFooterItem(left=_HeaderFooterPart("&A"), right=_HeaderFooterPart("Sida &P av &N"))
