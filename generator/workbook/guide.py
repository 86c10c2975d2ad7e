"""The tab *Läs mig*: how to fill in, a checklist of the tabs, and control sums that live while one types."""

from collections.abc import Collection, Sequence

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.association import Association
from generator.model.rows import Tab
from generator.workbook.controls import LAST_YEAR, THIS_YEAR, Places, controls, field_cell
from generator.workbook.status import DONE, REMAINS, status
from generator.workbook.style import (
    BOLD_FONT,
    CALCULATED_FILL,
    DIFFERENCE_FILL,
    DIFFERENCE_FONT,
    DONE_FILL,
    DONE_FONT,
    HEAD_FILL,
    HEAD_FONT,
    HELP_FONT,
    LINK_FONT,
    REMAINS_FILL,
    REMAINS_FONT,
    SECTION_FONT,
    TITLE_FONT,
    height_of,
    set_up_page,
)

AMOUNT_FORMAT = "#,##0.00;[Red]\u2212#,##0.00;0.00"

EXPLAINED = 5
"""The column of explanations; indented, since right-aligned numbers stand to its left."""
_OVER_NUMBERS = ("I år", "I fjol")
_WIDTHS = {"A": 6, "B": 46, "C": 20, "D": 20, "E": 90}

_STEPS = (
    "Börja med fliken Uppgifter om förbundet. Fyll sedan i flikarna i den ordning de står.",
    "Gula celler fyller du i. Grå celler räknas fram. Håll pekaren över en rubrik för att läsa vad den betyder.",
    "Skriv varje belopp en gång, i kronor och gärna med ören. Summor, noter och räkningar räknas fram.",
    "Intäkter, kostnader, tillgångar och skulder skrivs alla utan minus. Minus betyder en rättelse åt andra hållet.",
    "Egna flikar och kolumner får finnas om namnet börjar med _ (understreck).",
)
_COMMANDS = (
    ("Spara, dubbelklicka på Årsredovisning och släpp mappen där. Du ser vad som återstår.", "check"),
    ("Gör rapporten: klicka på Gör och spara på sidan, och välj PDF.", "render"),
)
"""The last steps: what is done in the page, and the command that does the same."""
FOLDER_UNKNOWN = "mappens namn"


HIDDEN_TITLE = "Fler flikar, som är dolda"
HIDDEN_HELP = "Högerklicka på en flik längst ned, välj Ta fram, och välj den flik du behöver."


def write_guide(
    sheet: Worksheet, tabs: Sequence[Tab], places: Places, hidden: Collection[str] = (), folder: str = ""
) -> None:
    """Fill the tab *Läs mig*; the tabs that are ``hidden`` are told last. ``folder`` is how the commands name it."""
    sheet.cell(1, 1, "Underlag till årsredovisning").font = TITLE_FONT
    sheet.row_dimensions[1].height = 26
    row = 3
    for number, (step, command) in enumerate((*((each, "") for each in _STEPS), *_COMMANDS), start=1):
        sheet.cell(row, 1, number).alignment = Alignment(horizontal="center", vertical="top")
        sheet.cell(row, 2, step).alignment = Alignment(vertical="top")
        if command:
            _explain(sheet, row, f'I terminalen: arsredovisning {command} "{folder or FOLDER_UNKNOWN}"')
        row += 1
    row = _write_controls(sheet, row + 1, places)
    row = _write_checklist(sheet, row + 1, [tab for tab in tabs if tab.name not in hidden], places)
    if hidden:
        _write_hidden(sheet, row + 1, [tab for tab in tabs if tab.name in hidden])
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    set_up_page(sheet)


def _heads(sheet: Worksheet, row: int, texts: Sequence[str]) -> None:
    for column, text in enumerate(texts, start=2):
        cell = sheet.cell(row, column, text)
        cell.font, cell.fill = HEAD_FONT, HEAD_FILL
        if column == EXPLAINED:
            cell.alignment = Alignment(horizontal="left", indent=1)
        elif text in _OVER_NUMBERS:
            cell.alignment = Alignment(horizontal="right")


def _write_controls(sheet: Worksheet, row: int, places: Places) -> int:
    """Write the control sums for both years, in kronor; one that is to be nil turns red; give the row after."""
    sheet.cell(row, 2, "Kontroll medan du skriver").font = SECTION_FONT
    _heads(sheet, row + 1, ("", "I år", "I fjol", "Så läser du"))
    year = field_cell(places, Association, "year")
    for column, shift in ((THIS_YEAR, ""), (LAST_YEAR, "-1")):
        cell = sheet[f"{column}{row + 2}"]
        cell.value, cell.number_format, cell.fill = f"={year}{shift}", "0", CALCULATED_FILL
    sheet.cell(row + 2, 2, "Räkenskapsår")
    for at, control in enumerate(controls(places, row + 3), start=row + 3):
        sheet.cell(at, 2, control.label).font = BOLD_FONT
        cell = sheet.cell(at, EXPLAINED, control.explained)
        cell.font, cell.alignment = HELP_FONT, Alignment(horizontal="left", indent=1)
        for column, formula in control.formulas.items():
            cell = sheet[f"{column}{at}"]
            cell.value, cell.number_format, cell.fill = formula, AMOUNT_FORMAT, CALCULATED_FILL
            cell.font = BOLD_FONT
            if control.nil:
                look = DifferentialStyle(font=DIFFERENCE_FONT, fill=DIFFERENCE_FILL)
                rule = Rule("expression", formula=[f"ROUND({cell.coordinate},2)<>0"], dxf=look)
                sheet.conditional_formatting.add(cell.coordinate, rule)
    return at + 1


def _write_checklist(sheet: Worksheet, row: int, tabs: Sequence[Tab], places: Places) -> int:
    """List the tabs with what they are for, and whether they are done; give the row after."""
    sheet.cell(row, 2, "Flikarna").font = SECTION_FONT
    _heads(sheet, row + 1, ("Flik", "Läge", "Krävs", "Vad den är till för"))
    for at, tab in enumerate(tabs, start=row + 2):
        link = sheet.cell(at, 2, tab.name)
        link.hyperlink = f"#'{tab.name}'!A1"
        link.font = LINK_FONT
        told = sheet.cell(at, 3, f"={status(tab, places)}")
        told.fill = CALCULATED_FILL
        _coloured(sheet, told.coordinate)
        sheet.cell(at, 4, "ja" if tab.required else "nej")
        _explain(sheet, at, tab.help)
        for cell in (link, told, sheet.cell(at, 4)):
            cell.alignment = Alignment(vertical="top")
    return row + 2 + len(tabs)


def _write_hidden(sheet: Worksheet, row: int, tabs: Sequence[Tab]) -> None:
    """List the tabs that are there but not seen, with how they are shown."""
    sheet.cell(row, 2, HIDDEN_TITLE).font = SECTION_FONT
    sheet.cell(row + 1, 2, HIDDEN_HELP)
    _heads(sheet, row + 2, ("Flik", "", "", "Vad den är till för"))
    for at, tab in enumerate(tabs, start=row + 3):
        sheet.cell(at, 2, tab.name).alignment = Alignment(vertical="top")
        _explain(sheet, at, tab.help)


def _explain(sheet: Worksheet, row: int, words: str) -> None:
    """Tell, beside what a row is about, what there is to know of it."""
    explained = sheet.cell(row, EXPLAINED, words)
    explained.font = HELP_FONT
    explained.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
    sheet.row_dimensions[row].height = height_of(words, _WIDTHS["E"])


def _coloured(sheet: Worksheet, cell: str) -> None:
    """Let the word for a tab's status have a colour too: green when it is done, yellow as long as something remains."""
    for word, font, fill in ((DONE, DONE_FONT, DONE_FILL), (REMAINS, REMAINS_FONT, REMAINS_FILL)):
        look = DifferentialStyle(font=font, fill=fill)
        rule = Rule("expression", formula=[f'LEFT({cell},{len(word)})="{word}"'], dxf=look)
        sheet.conditional_formatting.add(cell, rule)
