"""The workbook's looks: what is filled in is light yellow, what is calculated grey, heads dark."""

from openpyxl.styles import Border, Font, PatternFill, Side

_DARK = "1F4E5F"
_HAIR = Side(style="hair", color="9AA7AC")

TITLE_FONT = Font(size=16, bold=True, color=_DARK)
SECTION_FONT = Font(size=12, bold=True, color=_DARK)
HELP_FONT = Font(size=10, color="566268")
HEAD_FONT = Font(bold=True, color="FFFFFF")
HEAD_FILL = PatternFill("solid", fgColor=_DARK)
INPUT_FILL = PatternFill("solid", fgColor="FFFBE6")
INPUT_BORDER = Border(left=_HAIR, right=_HAIR, top=_HAIR, bottom=_HAIR)
CALCULATED_FILL = PatternFill("solid", fgColor="E9EDEE")
