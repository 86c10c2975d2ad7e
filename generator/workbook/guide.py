"""The tab *Läs mig*: how to fill in, a checklist of the tabs, and control sums that live while one types.

The formulas are made from the law's lines, so that they add what the statements add.
"""

from collections.abc import Collection, Mapping, Sequence

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.model.amounts import PART_OF, BalanceItem, DirectAdjustment, IncomeOrCost, OpeningBalance
from generator.model.association import Association
from generator.model.lines import BALANCE_LINES, INCOME_LINES, Kind, Line
from generator.model.rows import Row, Tab
from generator.workbook.style import (
    BOLD_FONT,
    CALCULATED_FILL,
    HEAD_FILL,
    HEAD_FONT,
    HELP_FONT,
    LINK_FONT,
    SECTION_FONT,
    TITLE_FONT,
    height_of,
    set_up_page,
)

Places = Mapping[type[Row], tuple[str, int, int]]
"""Where each model's rows stand: the tab, the first row and the last."""

AMOUNT_FORMAT = "#,##0.00;[Red]\u2212#,##0.00;0.00"

EXPLAINED = 5
"""The column of explanations; indented, since right-aligned numbers stand to its left."""
_WIDTHS = {"A": 6, "B": 46, "C": 20, "D": 20, "E": 90}

_STEPS = (
    "Börja med fliken Uppgifter om förbundet. Fyll sedan i flikarna i den ordning de står.",
    "Gula celler fyller du i. Grå celler räknas fram. Håll pekaren över en rubrik för att läsa vad den betyder.",
    "Skriv varje belopp en gång, i kronor och gärna med ören. Summor, noter och räkningar räknas fram.",
    "Intäkter, kostnader, tillgångar och skulder skrivs alla utan minus. Minus betyder en rättelse åt andra hållet.",
    "Egna flikar och kolumner får finnas om namnet börjar med _ (understreck).",
    "Spara, stäng filen och kontrollera: arsredovisning check. Gör rapporten: arsredovisning render.",
)


HIDDEN_TITLE = "Fler flikar, som är dolda"
HIDDEN_HELP = "Högerklicka på en flik längst ned, välj Ta fram, och välj den flik du behöver."


def write_guide(sheet: Worksheet, tabs: Sequence[Tab], places: Places, hidden: Collection[str] = ()) -> None:
    """Fill the tab *Läs mig*; the tabs that are ``hidden`` are told last."""
    sheet.cell(1, 1, "Underlag till årsredovisning").font = TITLE_FONT
    sheet.row_dimensions[1].height = 26
    row = 3
    for number, step in enumerate(_STEPS, start=1):
        sheet.cell(row, 1, number).alignment = Alignment(horizontal="center")
        sheet.cell(row, 2, step)
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


def _write_controls(sheet: Worksheet, row: int, places: Places) -> int:
    """Write result, equity and the balance's difference, for both years, in the unit of the tabs."""
    sheet.cell(row, 2, "Kontroll medan du skriver").font = SECTION_FONT
    _heads(sheet, row + 1, ("", "I år", "I fjol", "Så läser du"))
    year = field_cell(places, Association, "year")
    for column, shift in (("C", ""), ("D", "-1")):
        cell = sheet[f"{column}{row + 2}"]
        cell.value, cell.number_format, cell.fill = f"={year}{shift}", "0", CALCULATED_FILL
    sheet.cell(row + 2, 2, "Räkenskapsår")
    result, equity, difference = row + 3, row + 4, row + 5
    rows = (
        (result, "Årets resultat", "Intäkter minus kostnader. Jämför med huvudboken."),
        (equity, "Eget kapital vid årets slut", "Ingående eget kapital, resultaten och direktförda justeringar."),
        (
            difference,
            "Balansräkningens skillnad",
            "Tillgångar minus eget kapital, avsättningar och skulder. Ska vara 0 när allt är ifyllt.",
        ),
    )
    for at, label, explained in rows:
        sheet.cell(at, 2, label).font = BOLD_FONT
        cell = sheet.cell(at, EXPLAINED, explained)
        cell.font, cell.alignment = HELP_FONT, Alignment(horizontal="left", indent=1)
    for letter, field in (("C", "this_year"), ("D", "last_year")):
        formulas = {
            result: f"={_signed(places, IncomeOrCost, field, INCOME_LINES)}",
            equity: f"={_equity(places, letter, result, equity, year)}",
            difference: f"={_signed(places, BalanceItem, field, BALANCE_LINES)}-{letter}{equity}",
        }
        for at, formula in formulas.items():
            cell = sheet[f"{letter}{at}"]
            cell.value, cell.number_format, cell.fill = formula, AMOUNT_FORMAT, CALCULATED_FILL
            cell.font = BOLD_FONT
    return difference + 1


def field_cell(places: Places, model: type[Row], field: str) -> str:
    """The cell of a form's field, as a formula names it."""
    tab, first, _ = places[model]
    return f"'{tab}'!$B${first + list(model.model_fields).index(field)}"


def _area(places: Places, model: type[Row], field: str) -> str:
    tab, first, last = places[model]
    letter = get_column_letter(list(model.model_fields).index(field) + 1)
    return f"'{tab}'!${letter}${first}:${letter}${last}"


def _signed(places: Places, model: type[Row], field: str, lines: Sequence[Line]) -> str:
    """Add the amounts of all lines with their sign: income and assets add, costs and claims subtract."""
    amounts, names, level = (_area(places, model, name) for name in (field, "line", "level"))
    terms = []
    for line in lines:
        if line.kind in {Kind.EQUITY, Kind.MEMORANDUM}:
            continue
        sign = "+" if line.kind in {Kind.INCOME, Kind.ASSET} else "-"
        terms.append(f'{sign}SUMIFS({amounts},{names},"{line.label}",{level},"<>{PART_OF}")')
    return "".join(terms).lstrip("+")


def _equity(places: Places, letter: str, result: int, equity: int, year: str) -> str:
    """Add the year's result and direct adjustments to the opening balance: last year's, or the typed one."""
    names, amounts = _area(places, OpeningBalance, "line"), _area(places, OpeningBalance, "amount")
    years, changes = _area(places, DirectAdjustment, "year"), _area(places, DirectAdjustment, "amount")
    opening = f"D{equity}" if letter == "C" else f'SUMIFS({amounts},{names},"Eget kapital")'
    of_year = year if letter == "C" else f"{year}-1"
    return f"{opening}+{letter}{result}+SUMIFS({changes},{years},{of_year})"


def _write_checklist(sheet: Worksheet, row: int, tabs: Sequence[Tab], places: Places) -> int:
    """List the tabs with what they are for, and whether something stands in them; give the row after."""
    sheet.cell(row, 2, "Flikarna").font = SECTION_FONT
    _heads(sheet, row + 1, ("Flik", "Läge", "Krävs", "Vad den är till för"))
    for at, tab in enumerate(tabs, start=row + 2):
        link = sheet.cell(at, 2, tab.name)
        link.hyperlink = f"#'{tab.name}'!A1"
        link.font = LINK_FONT
        status = sheet.cell(at, 3, f"={_status(tab, places)}")
        status.fill = CALCULATED_FILL
        sheet.cell(at, 4, "ja" if tab.required else "nej")
        _explain(sheet, at, tab)
        for cell in (link, status, sheet.cell(at, 4)):
            cell.alignment = Alignment(vertical="top")
    return row + 2 + len(tabs)


def _write_hidden(sheet: Worksheet, row: int, tabs: Sequence[Tab]) -> None:
    """List the tabs that are there but not seen, with how they are shown."""
    sheet.cell(row, 2, HIDDEN_TITLE).font = SECTION_FONT
    sheet.cell(row + 1, 2, HIDDEN_HELP)
    _heads(sheet, row + 2, ("Flik", "", "", "Vad den är till för"))
    for at, tab in enumerate(tabs, start=row + 3):
        sheet.cell(at, 2, tab.name).alignment = Alignment(vertical="top")
        _explain(sheet, at, tab)


def _explain(sheet: Worksheet, row: int, tab: Tab) -> None:
    """Tell what a tab is for."""
    explained = sheet.cell(row, EXPLAINED, tab.help)
    explained.font = HELP_FONT
    explained.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left", indent=1)
    sheet.row_dimensions[row].height = height_of(tab.help, _WIDTHS["E"])


def _status(tab: Tab, places: Places) -> str:
    model = tab.sections[0].model
    name, first, last = places[model]
    if model is not Association and tab.sections[0].form:
        return f'IF(COUNTA(\'{name}\'!$B${first}:$B${last})=0,"tom","påbörjad")'
    if tab.sections[0].form:
        return f"COUNTA('{name}'!$B${first}:$B${last})&\" uppgifter\""
    return f"IF(COUNTA('{name}'!$A${first}:$C${last})=0,\"tom\",COUNTA('{name}'!$A${first}:$A${last})&\" rader\")"
