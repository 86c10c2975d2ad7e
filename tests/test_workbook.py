"""The workbook: what a new one holds and allows, and that what is written in it is what is read from it."""

import io
import re
import time
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl.utils import range_boundaries
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from pdfs import ROOT

from generator.findings.finding import Severity
from generator.findings.message import severity_of
from generator.ground.dates import PartialDate
from generator.ground.names import is_nothing, slug
from generator.look.values import ColourColumn, FactorColumn, FontColumn, LengthColumn, LookPictureColumn, PointColumn
from generator.model.amounts import BalanceItem
from generator.model.association import Association
from generator.model.columns import (
    AmountColumn,
    ChoiceColumn,
    Column,
    DateColumn,
    FreeColumn,
    LongTextColumn,
    PartialDateColumn,
    PersonsColumn,
    PersonsOrWordsColumn,
    PictureColumn,
    PrintedColumn,
    ReferenceColumn,
    SuggestionColumn,
    TextColumn,
    ValueColumn,
    WholeColumn,
    YearColumn,
    YesNoColumn,
)
from generator.model.part_columns import LayoutColumn, PartNameColumn
from generator.model.printed import Printed, printed_of
from generator.model.registers import COMPONENT_REGISTER, NAMED_IN, Activity, Note
from generator.model.rows import Row, Section, Tab, TabColumn, columns
from generator.model.underlag import TABS as CORE
from generator.model.underlag import Underlag
from generator.pipeline import examine
from generator.starter.folder import new_workbook
from generator.subjects.ledger.rows import AccountsColumn, ShareColumn
from generator.subjects.registry import all_components, all_tabs, component_layouts, component_names
from generator.workbook.layout import Values
from generator.workbook.load import load
from generator.workbook.write import write_workbook

TABS = all_tabs()
SECTIONS = [section for tab in TABS for section in tab.sections if not tab.pasted]
TABLES = [(tab.name, section) for tab in TABS for section in tab.sections if not section.form]
FORMS = [(tab.name, section) for tab in TABS for section in tab.sections if section.form]
REGISTERS = {tab.name: tab.sections[0].model for tab in TABS if tab.sections[0].model.named_by}
INPUTS = sorted((ROOT / "inputs").glob("*/underlag.xlsx"))


@cache
def new() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(new_workbook("Förbundet", 2025)))


def written(values: Values, folder: Path) -> Path:
    """Write a workbook with ``values`` in ``folder`` as the program writes one."""
    path = folder / "underlag.xlsx"
    path.write_bytes(write_workbook(TABS, values, component_layouts()))
    return path


def head_row(sheet: Worksheet, section: Section) -> int:
    """The row where a section's heads stand, found as a reader of the sheet finds it: all in a row."""
    heads = [column.title for column in columns(section.model)]
    for row in range(1, sheet.max_row + 1):
        if [sheet.cell(row, place).value for place in range(1, len(heads) + 1)] == heads:
            return row
    pytest.fail(f"no heads of {section.model.__name__} in {sheet.title}")


def cells_of_table(section: Section, sheet: Worksheet) -> Iterator[tuple[Any, TabColumn]]:
    row = head_row(sheet, section)
    for place, column in enumerate(columns(section.model), start=1):
        yield sheet.cell(row, place), column


# ---------------------------------------------------------------- a new workbook


def test_a_new_workbook_has_nothing_wrong(tmp_path: Path) -> None:
    (tmp_path / "underlag.xlsx").write_bytes(new_workbook("", 2025))
    examination = examine(tmp_path)
    assert examination.findings
    assert {severity_of(finding) for finding in examination.findings} <= {Severity.REMAINING, Severity.NOTE}


def test_the_tabs_stand_in_order_between_the_guide_and_the_hidden_lists() -> None:
    assert new().sheetnames == ["Läs mig", *(tab.name for tab in TABS), "Listor"]
    assert [sheet.title for sheet in new() if sheet.sheet_state != "visible"] == ["Listor"]
    assert new().active is new()["Läs mig"]


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.name)
def test_heads_stay_in_view_and_the_tab_says_what_it_is_for(tab: Any) -> None:
    sheet = new()[tab.name]
    row = 4 if tab.sections[0].form else head_row(sheet, tab.sections[0])
    assert sheet.freeze_panes is not None
    assert int(re.sub(r"\D", "", sheet.freeze_panes)) == row + 1
    assert sheet["A1"].value == tab.name
    assert sheet["A2"].value == tab.help


@pytest.mark.parametrize(("tab", "section"), TABLES, ids=lambda each: each if isinstance(each, str) else "")
def test_every_head_has_help_and_fits_its_column(tab: str, section: Section) -> None:
    sheet = new()[tab]
    for cell, column in cells_of_table(section, sheet):
        assert column.help, column.title
        assert cell.comment is not None, column.title
        assert cell.comment.text.startswith(column.help)
        assert ("Måste fyllas i." in cell.comment.text) == column.required
        width = sheet.column_dimensions[cell.column_letter].width
        assert len(column.title) <= width - 3, column.title


def test_the_guide_names_the_page_before_the_command() -> None:
    told = [" ".join(str(cell.value or "") for cell in row) for row in new()["Läs mig"].iter_rows(min_row=8, max_row=9)]
    assert re.search(r"^6 .*dubbelklicka på Årsredovisning .*I terminalen: arsredovisning check ", told[0])
    assert re.search(r"^7 .*Gör och spara .*I terminalen: arsredovisning render ", told[1])


def test_explanations_do_not_touch_the_numbers_beside_them() -> None:
    guide = new()["Läs mig"]
    beside = [row[4] for row in guide.iter_rows() if row[4].value]
    assert len(beside) > 8
    assert all((cell.alignment.horizontal, cell.alignment.indent) == ("left", 1) for cell in beside)


@pytest.mark.parametrize(("tab", "section"), FORMS, ids=lambda each: each if isinstance(each, str) else "")
def test_a_form_explains_every_field_beside_it(tab: str, section: Section) -> None:
    sheet = new()[tab]
    rows = {sheet.cell(row, 1).value: sheet.cell(row, 3).value for row in range(5, sheet.max_row + 1)}
    assert rows == {column.title: column.help for column in columns(section.model)}
    assert all(rows.values())


FORMATS = {
    AmountColumn: "#,##0.00;[Red]\u2212#,##0.00;0",
    ValueColumn: "General",
    FreeColumn: "General",
    WholeColumn: "0",
    PersonsColumn: "0",
    YearColumn: "0",
    DateColumn: "yyyy-mm-dd",
}


@pytest.mark.parametrize(("tab", "section"), TABLES, ids=lambda each: each if isinstance(each, str) else "")
def test_the_prepared_cells_have_the_format_of_their_kind(tab: str, section: Section) -> None:
    sheet = new()[tab]
    for cell, column in cells_of_table(section, sheet):
        for row in (cell.row + 1, cell.row + section.prepared):
            below = sheet.cell(row, cell.column)
            assert below.number_format == FORMATS.get(type(column.kind), "@"), column.title
            assert below.fill.fgColor.rgb == "00FFFBE6", column.title


def test_each_part_has_its_own_layouts_to_choose_from() -> None:
    """The list of *Utformning* is the part of all layouts whose owner is named in the row's *Innehåll*."""
    book = new()
    (formula,) = (
        each.formula1
        for each in book["Innehåll"].data_validations.dataValidation
        if each.formula1.startswith("=OFFSET(")
    )
    found = re.fullmatch(r"=OFFSET\((\w+),MATCH\(\$E5,(\w+),0\)-1,0,COUNTIF\(\2,\$E5\),1\)", formula)
    assert found is not None
    assert book["Innehåll"]["E4"].value == "Innehåll"
    layouts, owners = (listed(book, name) for name in found.groups())
    for name, component in all_components().items():
        assert (
            tuple(layout for layout, owner in zip(layouts, owners, strict=True) if owner == name) == component.layouts
        )
    assert owners == sorted(owners)


def test_the_names_of_a_part_are_chosen_from_its_tab() -> None:
    book = new()
    (formula,) = (
        each.formula1 for each in book["Innehåll"].data_validations.dataValidation if each.formula1.startswith("=IF(")
    )
    assert 'IF($E5="Diagram",lista_diagram,' in formula
    assert len(formula) < 256
    for component, tab in NAMED_IN:
        assert all_components()[component].names is not None
        assert book.defined_names[f"lista_{slug(tab)}"].attr_text.startswith(f"OFFSET('{tab}'!$A$5")


def listed(book: Workbook, name: str) -> list[Any]:
    """The values of a list of choices."""
    ((sheet, area),) = book.defined_names[name].destinations
    return [cell.value for (cell,) in book[sheet][area]]


def drop_downs(book: Workbook) -> Iterator[tuple[Worksheet, tuple[int, int, int, int], str]]:
    """Each drop-down: its sheet, its area (column, row, column, row) and the name it points at."""
    for sheet in book:
        for validation in sheet.data_validations.dataValidation:
            assert validation.type == "list"
            if validation.formula1.startswith(("=OFFSET(", "=IF(")):  # by the row: test_each_part_has_its_own_layouts
                continue
            assert validation.formula1.startswith("=lista_")
            for area in validation.sqref.ranges:
                yield sheet, area.bounds, validation.formula1[1:]


def choices(book: Workbook, name: str) -> list[Any]:
    """The choices behind a defined name that is an area."""
    sheet, _, area = book.defined_names[name].attr_text.rpartition("!")
    left, top, right, bottom = range_boundaries(area)
    assert left == right
    return [book[sheet.strip("'")].cell(row, left or 0).value for row in range(top or 0, (bottom or 0) + 1)]


def offered(column: Column) -> str:
    """The tab, or other register, whose names a column's list offers."""
    return column.register if isinstance(column, ReferenceColumn) else getattr(column, "offers", "")


def test_every_drop_down_is_a_named_list_with_the_choices_of_its_column() -> None:
    book = new()
    expected: dict[tuple[str, int, int], Column] = {}
    for tab, section in TABLES:
        for cell, placed in cells_of_table(section, book[tab]):
            if placed.kind.choices or offered(placed.kind):
                expected[tab, cell.row + 1, cell.column] = placed.kind
    for tab, section in FORMS:
        for row, placed in enumerate(columns(section.model), start=5):
            if placed.kind.choices or offered(placed.kind):
                expected[tab, row, 2] = placed.kind
    found = {}
    for sheet, (left, top, _, _), name in drop_downs(book):
        if (sheet.title, top, left) not in expected:
            assert sheet.cell(top, left - 1).value == "Belopp anges i"
            assert choices(book, name) == ["kr", "tkr"]
            continue
        column = expected[sheet.title, top, left]
        found[sheet.title, top, left] = column
        if (tab := offered(column)) and tab != COMPONENT_REGISTER:
            formula = book.defined_names[name].attr_text
            assert formula.startswith(f"OFFSET('{tab}'!$A$5,0,0,")
            named = next(each.sections[0].model for each in TABS if each.name == tab)
            assert book[tab]["A4"].value == columns(named)[0].title
        else:
            assert choices(book, name) == list(column.choices or component_names())
    assert found == expected


def test_drop_downs_and_control_sums_reach_below_the_prepared_rows() -> None:
    lowest: dict[str, int] = {}
    for sheet, (_, _, _, bottom), _ in drop_downs(new()):
        lowest[sheet.title] = max(lowest.get(sheet.title, 0), bottom)
    assert {lowest[name] for name in ("Intäkter och kostnader", "Noter", "Verksamheter", "Innehåll")} == {2000}
    assert "$G$5:$G$2000" in str(new()["Läs mig"]["C14"].value)


def test_a_register_longer_than_prepared_is_offered_whole() -> None:
    many = [{"key": f"Verksamhet {number}"} for number in range(300)]
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(TABS, {Activity: many}, component_layouts())))
    formula = book.defined_names["lista_verksamheter"].attr_text
    last = int(re.findall(r"\$A\$(\d+)\)", formula)[0])
    assert book["Verksamheter"].cell(304, 1).value == "Verksamhet 299"
    assert last >= 304


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    typed = "=1+1"
    path = written({Association: ({"name": typed, "year": 2025},), Note: ({"key": "=SUM(A1)"},)}, tmp_path)
    book = openpyxl.load_workbook(path)
    assert (book["Uppgifter om förbundet"]["B5"].data_type, book["Noter"]["A5"].data_type) == ("s", "s")
    underlag = load(path, TABS, component_names()).underlag
    assert underlag is not None
    assert underlag.rows(Association)[0].name == typed
    assert underlag.rows(Note)[0].key == "=SUM(A1)"


@pytest.mark.slow
def test_the_same_workbook_is_the_same_bytes_a_second_later() -> None:
    first = new_workbook("Förbundet", 2025)
    time.sleep(1.1)
    assert new_workbook("Förbundet", 2025) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        for part in archive.infolist():
            assert part.date_time == (1980, 1, 1, 0, 0, 0)
            assert part.create_system == 3
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


# ---------------------------------------------------------------- written and read

MARKS = "abcÅÄÖåäö 0123456789=+-@'\"<>&%;:,.(){}[]/\\|_#\u2212\u2013”\u00a0\n漢"
TEXTS = st.text(MARKS, max_size=30).map(lambda text: text.strip(" \n\u00a0")).filter(bool)
AMOUNTS = st.integers(-(10**13), 10**13).map(lambda ore: Decimal(ore).scaleb(-2))
DATES = st.dates(date(1990, 1, 1), date(2099, 12, 31))
PICTURES = st.sampled_from(("logotyp.png", "Åmål & co.svg"))

VALUES: Mapping[type[Column], st.SearchStrategy[Any]] = {
    AmountColumn: AMOUNTS,
    ValueColumn: st.one_of(AMOUNTS, st.integers(-(10**5), 10**5).map(lambda part: Decimal(part).scaleb(-4))),
    YearColumn: st.integers(1990, 2100),
    WholeColumn: st.integers(-1000, 10**6),
    PersonsColumn: st.integers(0, 10**6),
    DateColumn: DATES,
    PartialDateColumn: st.one_of(
        DATES.map(lambda day: PartialDate(day.year, day.month, day.day)),
        DATES.map(lambda day: PartialDate(day.year, day.month)),
        DATES.map(lambda day: PartialDate(day.year)),
    ),
    YesNoColumn: st.booleans(),
    PictureColumn: PICTURES,
    LookPictureColumn: PICTURES,
    FontColumn: st.sampled_from(("Source Sans 3", "Åbo & <Sans>")),
    PointColumn: st.just("30% 60%"),
    ColourColumn: st.integers(0, 0xFFFFFF).map("#{:06x}".format),
    TextColumn: TEXTS,
    FreeColumn: st.one_of(AMOUNTS, st.sampled_from(("\u2013", "alla nya", "Över 50"))),
    PersonsOrWordsColumn: st.one_of(st.integers(0, 10**6).map(str), st.sampled_from(("alla nya", "Över 50"))),
    LongTextColumn: TEXTS,
    SuggestionColumn: TEXTS,
    LayoutColumn: TEXTS,
    PartNameColumn: TEXTS,
    AccountsColumn: st.sampled_from(("4010", "40-45", "7*; 4010")),
    ShareColumn: st.sampled_from(("60 %", "200 000", "resten")),
    PrintedColumn: st.sampled_from(("2,5 mnkr", "−3 971", "59 %", "(405) tkr", "1 250,40")).map(printed_of),
}


def values_of(column: Column, keys: Sequence[str]) -> st.SearchStrategy[Any]:
    """What may stand in a cell of a column."""
    if isinstance(column, ChoiceColumn | ReferenceColumn):
        return st.sampled_from(column.choices or keys)
    if isinstance(column, LengthColumn):
        return st.sampled_from((column.least, column.most))
    if isinstance(column, FactorColumn):
        return st.sampled_from((f"{column.least:g}", f"{column.most:g}"))
    return VALUES[type(column)]


def keyed(model: type[Row], rows: list[dict[str, Any]], keys: Sequence[str]) -> list[dict[str, Any]]:
    """Give a register's rows keys of their own, and no other name that could be one of them."""
    if not model.named_by:
        return rows
    return [
        {**{field: value for field, value in row.items() if field not in model.named_by}, model.named_by[0]: key}
        for row, key in zip(rows, keys, strict=False)
    ]


KEYS = {COMPONENT_REGISTER: component_names()} | {name: (f"{name} 1", "=b", "007", "-Ö & <c>") for name in REGISTERS}
"""What a reference may name, by its register."""


@st.composite
def whole_underlag(draw: st.DrawFn) -> dict[type[Row], list[dict[str, Any]]]:
    """Rows for every model; references name keys that are there."""
    drawn: dict[type[Row], list[dict[str, Any]]] = {}
    for tab in (tab for tab in TABS if not tab.pasted):
        for section in tab.sections:
            rows: list[dict[str, Any]] = [{}, {}, {}, {}]
            for column in columns(section.model):
                keys = KEYS[column.kind.register] if isinstance(column.kind, ReferenceColumn) else ()
                for row in rows:
                    if column.required or draw(st.booleans()):
                        given = values_of(column.kind, keys)
                        row[column.name] = draw(
                            given.filter(lambda value: not is_nothing(str(value))) if column.required else given
                        )
            kept = [row for row in keyed(section.model, rows, KEYS.get(tab.name, ())) if row]
            drawn[section.model] = kept[:1] if section.form else kept
    return drawn


def small(tabs: Sequence[Tab]) -> tuple[Tab, ...]:
    """The tabs with few prepared rows and nothing filled in, so that writing is quick."""
    return tuple(
        replace(tab, sections=tuple(replace(section, prepared=1, starters=()) for section in tab.sections))
        for tab in tabs
    )


def typed(value: Any) -> Any:
    """A value as one types it; a part of a date and a printed amount are typed otherwise than they are kept."""
    if isinstance(value, Printed):
        return value.text
    if not isinstance(value, PartialDate):
        return value
    parts = (f"{value.year}", *(f"{part:02d}" for part in (value.month, value.day) if part))
    return "-".join(parts)


def tabs_of(values: Values) -> tuple[Tab, ...]:
    """The tabs that hold any of ``values``, and those that the guide adds up."""
    return tuple(tab for tab in TABS if tab in CORE or any(values.get(section.model) for section in tab.sections))


def read_back(values: Values, units: Mapping[str, str], tabs: Sequence[Tab] = TABS) -> Any:
    """Write ``values`` and read them again: all tabs, or only some."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "underlag.xlsx"
        as_typed = {
            model: [{field: typed(value) for field, value in row.items()} for row in rows]
            for model, rows in values.items()
        }
        path.write_bytes(write_workbook(small(tabs), as_typed, component_layouts(), units))
        return load(path, tabs, component_names())


def as_read(model: type[Row], values: Mapping[str, Any]) -> Row:
    """The row that ``values`` make: what is left out, or only a dash, has its default."""
    dashes = {field for field, value in values.items() if isinstance(value, str) and is_nothing(value)}
    kept = {column.name for column in columns(model) if column.kind.keeps_dash}
    return model.model_construct(**{field: value for field, value in values.items() if field not in dashes - kept})


@pytest.mark.slow
@settings(
    max_examples=5,  # each fills every tab of a real workbook
    deadline=None,
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),  # to shrink a whole workbook takes minutes
    suppress_health_check=list(HealthCheck),
)
@given(whole_underlag())
def test_what_is_written_is_read(values: dict[type[Row], list[dict[str, Any]]]) -> None:
    loaded = read_back(values, {})
    assert loaded.underlag is not None
    for model, rows in values.items():
        assert list(loaded.underlag.rows(model)) == [as_read(model, row) for row in rows], model.__name__
    assert [finding.code for finding in loaded.findings if severity_of(finding) is Severity.ERROR] == []


SAMPLES: Mapping[type[Column], Any] = {
    AccountsColumn: "4010",
    ShareColumn: "resten",
    YearColumn: 2024,
    WholeColumn: 1,
    PersonsColumn: 1,
    ValueColumn: Decimal("0.2"),
}


def sample(column: Column) -> Any:
    """Some value of a column; a reference names the row that ``needed_by`` puts into its register."""
    if isinstance(column, ReferenceColumn) and column.register == COMPONENT_REGISTER:
        return component_names()[0]
    return SAMPLES.get(type(column), (*column.choices, "x")[0])


def musts(model: type[Row]) -> dict[str, Any]:
    """A row with only what it must have; where it must have nothing, with its first column."""
    rows = [(column.name, column.kind, column.required) for column in columns(model)]
    return {field: sample(column) for field, column, required in rows if required} or {rows[0][0]: sample(rows[0][1])}


def needed_by(model: type[Row]) -> dict[type[Row], list[dict[str, Any]]]:
    """The rows that a row with only its musts refers to, in their registers."""
    filled = musts(model)
    registers = {
        column.kind.register
        for column in columns(model)
        if column.name in filled and isinstance(column.kind, ReferenceColumn)
    }
    return {REGISTERS[name]: [musts(REGISTERS[name])] for name in registers - {COMPONENT_REGISTER}}


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.model.__name__)
def test_a_row_with_only_what_it_must_have_is_read(section: Section) -> None:
    must = musts(section.model)
    values: Values = {Association: [{"year": 2025}], **needed_by(section.model), section.model: [must]}
    loaded = read_back(values, {}, tabs_of(values))
    assert loaded.underlag is not None
    assert loaded.underlag.rows(section.model) == (as_read(section.model, must),)
    assert [finding.code for finding in loaded.findings if severity_of(finding) is Severity.ERROR] == []


@cache
def nearly_empty() -> Underlag:
    """What is read from a workbook in which nobody has filled in more than the year."""
    loaded = read_back({Association: [{"year": 2025}]}, {})
    assert isinstance(loaded.underlag, Underlag)
    return loaded.underlag


@pytest.mark.parametrize("section", [section for _, section in TABLES], ids=lambda section: section.model.__name__)
def test_a_table_that_nobody_has_filled_in_has_only_the_rows_that_stand_without_being_typed(section: Section) -> None:
    standing = section.starters if section.standing else ()
    typed = with_rows(section.model, standing) if standing else nothing_typed()
    assert nearly_empty().rows(section.model) == typed.rows(section.model)


@cache
def nothing_typed() -> Underlag:
    """The same for every table that has no rows of its own standing: read once."""
    return with_rows(Association, [{"year": 2025}])


def with_rows(model: type[Row], rows: Sequence[Mapping[str, Any]]) -> Underlag:
    underlag = read_back({Association: [{"year": 2025}], model: rows}, {}).underlag
    assert isinstance(underlag, Underlag)
    return underlag


def test_amounts_in_thousands_are_read_in_kronor() -> None:
    row = {"line": "Fordringar", "this_year": Decimal("12.5"), "last_year": Decimal(-3)}
    loaded = read_back({Association: [{"year": 2025}], BalanceItem: [row]}, {"Balansposter": "tkr"})
    assert loaded.underlag is not None
    [read] = loaded.underlag.rows(BalanceItem)
    assert (read.this_year, read.last_year) == (12500, -3000)


# ---------------------------------------------------------------- the workbooks of the repository


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.parent.name)
def test_the_inputs_have_the_tabs_and_heads_of_today(path: Path) -> None:
    book = openpyxl.load_workbook(path)
    advice = f"{path.parent.name}: write its values into a new workbook, so that the example shows today's form"
    missing = [tab.name for tab in TABS if tab.required and tab.name not in book.sheetnames]
    assert missing == [], advice
    assert set(book.sheetnames) <= {"Läs mig", "Listor", *(tab.name for tab in TABS)}, advice
    for tab, section in TABLES:
        if tab in book.sheetnames:
            heads = [column.title for column in columns(section.model)]
            rows = [[cell.value for cell in row[: len(heads)]] for row in book[tab].iter_rows()]
            assert heads in rows, f"{advice} (tab {tab})"
