"""Writing a workbook from the models: tabs, heads, help, drop-downs, formats, and the guide with live sums.

Everything that a cell shows or allows comes from the row models' fields; a new field is a new column here without
a line of code. The bytes are the same each time: times inside the file are fixed.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule as FormatRule
from openpyxl.styles import Alignment
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from generator.ground.names import slug
from generator.model.association import Association
from generator.model.columns import (
    Column,
    LongTextColumn,
    ReferenceColumn,
    TextColumn,
)
from generator.model.part_columns import LayoutColumn, PartNameColumn
from generator.model.rows import Row, Tab, TabColumn, columns
from generator.model.topics import Topic
from generator.workbook.controls import Places, field_cell
from generator.workbook.guide import write_guide
from generator.workbook.input_styles import AIR, InputStyles, side_of
from generator.workbook.layout import (
    EXPLANATION,
    HEAD_ROW,
    HELP_CELL,
    TITLE_CELL,
    UNIT_CELL,
    UNIT_LABEL_CELL,
    PlacedField,
    PlacedSection,
    Values,
    as_typed,
    lay_out,
)
from generator.workbook.packed import same_bytes_each_time
from generator.workbook.read import FORM_HEADINGS, GUIDE, HIDDEN_LISTS, OWN_TEXTS, UNIT_LABEL
from generator.workbook.strings import escaped
from generator.workbook.style import (
    BODY_FONT,
    BOLD_FONT,
    CALCULATED_FILL,
    DERIVED_FILL,
    HEAD_FILL,
    HEAD_FONT,
    HELP_FONT,
    INPUT_BORDER,
    INPUT_FILL,
    SECTION_FONT,
    TITLE_FONT,
    height_of,
    set_up_page,
)

HIGHEST_ROW = 400
"""Points; Excel allows 409."""
FORM_WIDTHS = (36, 44, 84)
CHOICE_ROOM, WIDEST_CHOICE = 3, 48
"""Characters that a column is wider than what may be chosen in it, for the arrow; and the most it gets for that."""
NOTHING_TO_CHOOSE = "–"
"""What a list offers where there is nothing to choose."""
HEAD_ROOM = 4
"""Characters that a column is wider than its head, so that a head does not touch the next."""
LAST_ROW = 2000
"""So far down reach drop-downs and control sums where nothing stands below a table: one may type on and on."""


def write_workbook(  # noqa: PLR0913 - all that a workbook is made of
    tabs: Sequence[Tab],
    values: Values,
    components: Mapping[str, Sequence[str]],
    units: Mapping[str, str] | None = None,
    hidden: Collection[str] = (),
    *,
    folder: str = "",
) -> bytes:
    """Write a workbook with ``values`` filled in: per model, rows of field and value.

    ``components`` are the report's, each with its layouts. ``units`` gives a tab's unit where it is not kronor;
    ``hidden`` are the names of tabs that are there but not seen; ``folder`` is how the commands in *Läs mig* name the
    workbook's folder. Returns the file's bytes.
    """
    writer = _Writer(tabs, values, components, units or {})
    return same_bytes_each_time(writer.write(hidden, folder))


def unused(tabs: Iterable[Tab], values: Values, wanted: Collection[Topic] = ()) -> frozenset[str]:
    """The names of the tabs that are about something an association does not have: no row, and no ``wanted`` topic."""
    return frozenset(
        tab.name
        for tab in tabs
        if tab.topic is not None
        and tab.topic not in wanted
        and not any(values.get(section.model) for section in tab.sections)
    )


class _Writer:
    def __init__(
        self, tabs: Sequence[Tab], values: Values, components: Mapping[str, Sequence[str]], units: Mapping[str, str]
    ) -> None:
        self._tabs = tabs
        self._values = values
        self._units = units
        self._components = components
        self._book = Workbook()
        self._lists = self._book.create_sheet(HIDDEN_LISTS)
        self._list_names: dict[tuple[str, ...], str] = {}
        self._places: dict[type[Row], tuple[str, int, int]] = {}
        self._input_styles = InputStyles()

    def write(self, hidden: Collection[str], folder: str) -> Workbook:
        guide = self._book.worksheets[0]
        guide.title = GUIDE
        sheets = {tab.name: self._book.create_sheet(tab.name) for tab in self._tabs}
        self._list(("kr", "tkr"))
        for tab in self._tabs:
            self._write_tab(sheets[tab.name], tab)
        self._list((OWN_TEXTS, *dict.fromkeys(_texts_of(self._tabs))))
        write_guide(guide, self._tabs, self._places, hidden, folder)
        for name in hidden:
            sheets[name].sheet_state = "hidden"
        self._book.move_sheet(self._lists, len(sheets))
        self._lists.sheet_state = "hidden"
        self._book.active = 0
        return self._book

    def _write_tab(self, sheet: Worksheet, tab: Tab) -> None:
        _title(sheet, tab)
        for placed in lay_out(tab, self._values):
            if placed.section.title:
                sheet.cell(placed.title_row, 1, placed.section.title).font = SECTION_FONT
                sheet.cell(placed.title_row + 1, 1, placed.section.help).font = HELP_FONT
            if placed.section.form:
                self._write_form(sheet, placed)
            else:
                self._write_table(sheet, placed, lowest=placed.section is tab.sections[-1])
        if tab.in_unit:
            self._write_unit(sheet, tab)
        first_column_too = len(tab.sections) == 1 and not tab.sections[0].form
        sheet.freeze_panes = f"{'B' if first_column_too else 'A'}{HEAD_ROW + 1}"
        set_up_page(sheet)
        sheet.print_title_rows = f"1:{HEAD_ROW}"

    def _write_unit(self, sheet: Worksheet, tab: Tab) -> None:
        sheet.cell(*UNIT_LABEL_CELL, UNIT_LABEL).font = HELP_FONT
        cell = sheet.cell(*UNIT_CELL, self._units.get(tab.name, "kr"))
        cell.fill, cell.border = INPUT_FILL, INPUT_BORDER
        self._drop_down(sheet, cell.coordinate, ("kr", "tkr"), strict=True)

    def _write_table(self, sheet: Worksheet, placed: PlacedSection, *, lowest: bool) -> None:
        first = placed.head_row + 1
        reach = max(placed.last, LAST_ROW) if lowest else placed.last
        self._places[placed.section.model] = (sheet.title, first, reach)
        for field in placed.fields():
            _, index = field.head
            head = sheet.cell(*field.head, field.column.title)
            _head(head, field.column.help, required=field.column.required, horizontal=side_of(field.column.kind))
            self._year_above(sheet, field, placed.year_above(field))
            _widen(sheet, index, _width(field.column))
            letter = get_column_letter(index)
            area = f"{letter}{first}:{letter}{reach}"
            self._drop_down_for(sheet, area, field.column.kind, placed.section.model)
            for row in range(first, placed.last + 1):
                self._input_styles.give(sheet.cell(row, index), field.column.kind)
            _grey_where_derived(sheet, area, placed.section.model, field.column.name)
            _fill(sheet, field)
        sheet.row_dimensions[placed.head_row].height = 32

    def _year_above(self, sheet: Worksheet, field: PlacedField, shift: int | None) -> None:
        """Show, in grey above a head, the year that its amounts are for."""
        if shift is None:
            return
        row, index = field.head
        cell = sheet.cell(row - 1, index, year_formula(self._places, shift))
        cell.font, cell.number_format = HELP_FONT, "0"
        cell.alignment = Alignment(horizontal="right", indent=AIR)
        cell.fill = CALCULATED_FILL

    def _write_form(self, sheet: Worksheet, placed: PlacedSection) -> None:
        self._places[placed.section.model] = (sheet.title, placed.head_row + 1, placed.last)
        for index, heading in enumerate(FORM_HEADINGS, start=1):
            _head(sheet.cell(placed.head_row, index, heading), "", required=False)
        for field in placed.fields():
            self._write_form_field(sheet, field)
        for index, width in enumerate(FORM_WIDTHS, start=1):
            _widen(sheet, index, width)

    def _write_form_field(self, sheet: Worksheet, field: PlacedField) -> None:
        label = sheet.cell(*field.head, field.column.title)
        label.font = BOLD_FONT if field.column.required else BODY_FONT
        label.alignment = Alignment(vertical="top")
        ((row, column, value),) = field.values
        cell = sheet.cell(row, column)
        self._input_styles.give(cell, field.column.kind)
        cell.alignment = Alignment(horizontal="left", vertical="top")
        _put(cell, value)
        explained = sheet.cell(row, EXPLANATION, field.column.help)
        explained.font, explained.alignment = HELP_FONT, Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[row].height = height_of(field.column.help, FORM_WIDTHS[EXPLANATION - 1])
        self._drop_down_for(sheet, cell.coordinate, field.column.kind)

    def _drop_down_for(self, sheet: Worksheet, area: str, column: Column, model: type[Row] = Row) -> None:
        if isinstance(column, LayoutColumn):
            self._validate(sheet, area, self._layouts_of(model, column.of, area), strict=False)
        elif isinstance(column, PartNameColumn):
            self._validate(sheet, area, self._parts_of(model, column, area), strict=False)
        elif isinstance(column, TextColumn) and column.offers:
            self._validate(sheet, area, self._register_list(column.offers), strict=False)
        elif isinstance(column, ReferenceColumn):
            names = self._register_list(column.register)
            if names:
                self._validate(sheet, area, names, strict=False)
        elif column.choices:
            self._drop_down(sheet, area, column.choices, strict=column.only_choices)

    def _register_list(self, register: str) -> str:
        """The defined name of a register's keys: as many rows of its first column as are filled in.

        A register is the first section of its tab, so its keys begin below the tab's heads.
        """
        tab = next((tab for tab in self._tabs if tab.name == register), None)
        if tab is None:
            return self._list(tuple(self._components))
        name = f"lista_{slug(register)}"
        if name not in self._book.defined_names:
            first = HEAD_ROW + 1
            column = f"'{register}'!$A${first}:$A${LAST_ROW}"
            formula = f"OFFSET('{register}'!$A${first},0,0,MAX(1,COUNTA({column})),1)"
            self._book.defined_names[name] = DefinedName(name, attr_text=formula)
        return name

    def _parts_of(self, model: type[Row], column: PartNameColumn, area: str) -> str:
        """The names of the parts of the component that each row names: those of its register."""
        owner = _beside(model, column.of, area)
        tabs = {tab.name for tab in self._tabs}
        registers = [(name, tab) for name, tab in column.registers if name in self._components and tab in tabs]
        formula = self._list((NOTHING_TO_CHOOSE,))
        for name, tab in reversed(registers):
            formula = f'IF({owner}="{name}",{self._register_list(tab)},{formula})'
        return formula

    def _layouts_of(self, model: type[Row], field: str, area: str) -> str:
        """The layouts of the component that each row's ``field`` names: a part of the list of them all."""
        pairs = [(name, layout) for name in sorted(self._components) for layout in self._components[name]]
        if not pairs:
            return self._list((NOTHING_TO_CHOOSE,))
        owners, layouts = (self._list(tuple(each)) for each in zip(*pairs, strict=True))
        owner = _beside(model, field, area)
        return f"OFFSET({layouts},MATCH({owner},{owners},0)-1,0,COUNTIF({owners},{owner}),1)"

    def _drop_down(self, sheet: Worksheet, area: str, choices: tuple[str, ...], *, strict: bool) -> None:
        self._validate(sheet, area, self._list(choices), strict=strict)

    def _validate(self, sheet: Worksheet, area: str, name: str, *, strict: bool) -> None:
        validation = DataValidation("list", formula1=f"={name}", allow_blank=True, showErrorMessage=strict)
        validation.errorTitle, validation.error = "Välj i listan", "Välj ett av värdena i listan."
        validation.errorStyle = "warning"
        validation.add(area)
        sheet.add_data_validation(validation)

    def _list(self, choices: tuple[str, ...]) -> str:
        """The defined name of a list of choices; each list is written once, as a column of the hidden tab."""
        if choices not in self._list_names:
            index = len(self._list_names) + 1
            name = f"lista_{index:02d}"
            for row, choice in enumerate(choices, start=1):
                _put(self._lists.cell(row, index), choice)
            letter = get_column_letter(index)
            area = f"'{HIDDEN_LISTS}'!${letter}$1:${letter}${len(choices)}"
            self._book.defined_names[name] = DefinedName(name, attr_text=area)
            self._list_names[choices] = name
        return self._list_names[choices]


def _texts_of(tabs: Iterable[Tab]) -> Iterator[str]:
    """The titles and helps that stand in the tabs, but for the guide."""
    for tab in tabs:
        yield from (tab.name, tab.help)
        for section in tab.sections:
            yield from filter(None, (section.title, section.help))
            yield from (column.help for column in columns(section.model) if section.form)


def year_formula(places: Places, shift: int) -> str:
    """The formula of the report's year plus ``shift``."""
    return f"={field_cell(places, Association, 'year')}{f'{shift:+d}' if shift else ''}"


def _title(sheet: Worksheet, tab: Tab) -> None:
    sheet.cell(*TITLE_CELL, tab.name).font = TITLE_FONT
    sheet.row_dimensions[1].height = 26
    sheet.cell(*HELP_CELL, tab.help).font = HELP_FONT


def _beside(model: type[Row], field: str, area: str) -> str:
    """Another field's cell in each row of an area, as a formula names it for the first of them."""
    row = re.sub(r"\D", "", area.split(":", maxsplit=1)[0])
    return f"${get_column_letter(list(model.model_fields).index(field) + 1)}{row}"


def _width(column: TabColumn) -> float:
    """Characters that a column needs: for its head, and for what may be chosen in it."""
    choices = (len(choice) + CHOICE_ROOM for choice in column.kind.choices)
    return max(column.kind.width, len(column.title) + HEAD_ROOM, *(min(each, WIDEST_CHOICE) for each in choices))


def _grey_where_derived(sheet: Worksheet, area: str, model: type[Row], field: str) -> None:
    """Show as derived the cells of a field that the program fills in itself, by what else their rows say."""
    for other, words in model.calculated.get(field, ()):
        cell = _beside(model, other, area)
        says = "+".join(f'({cell}="{word}")' for word in words) if words else f'({cell}<>"")'
        rule = FormatRule("expression", formula=[f"{says}>0"], dxf=DifferentialStyle(fill=DERIVED_FILL))
        sheet.conditional_formatting.add(area, rule)


def _head(cell: Cell | MergedCell, help_text: str, *, required: bool, horizontal: str = "left") -> None:
    cell.font, cell.fill = HEAD_FONT, HEAD_FILL
    indent = AIR if horizontal == "right" else 0
    cell.alignment = Alignment(horizontal=horizontal, wrap_text=True, vertical="center", indent=indent)
    if help_text:
        text = f"{help_text}\n\nMåste fyllas i." if required else help_text
        cell.comment = Comment(text, "Årsredovisning", width=320, height=40 + 18 * (1 + len(text) // 42))


def _fill(sheet: Worksheet, field: PlacedField) -> None:
    for row, column, value in field.values:
        _put(sheet.cell(row, column), value)
        if isinstance(field.column.kind, LongTextColumn):
            _heighten(sheet, row, str(value or ""), field.column.kind.width)


def _put(cell: Any, value: Any) -> None:
    """Write a value; a text that begins with = stays a text."""
    typed = as_typed(value)
    if typed is None:
        return
    if isinstance(typed, date | int | Decimal):
        cell.value = typed
        return
    cell.value = escaped(str(typed))
    cell.data_type = "s"


def _heighten(sheet: Worksheet, row: int, text: str, width: float) -> None:
    """Make a row high enough for its longest text; not every program does so when it opens the file."""
    dimension = sheet.row_dimensions[row]
    dimension.height = min(max(height_of(text, width), dimension.height or 0), HIGHEST_ROW)


def _widen(sheet: Worksheet, index: int, width: float) -> None:
    dimension = sheet.column_dimensions[get_column_letter(index)]
    dimension.width = max(width, dimension.width if dimension.customWidth else 0)
