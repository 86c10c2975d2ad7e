"""What a cell shows is what is read, or a finding asks: each kind of column against the formats that people use."""

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from component_cases import Values, read
from pydantic import BaseModel, ConfigDict, ValidationError

from generator.findings.message import message
from generator.model.amounts import IncomeOrCost
from generator.model.columns import (
    AmountColumn,
    AmountNow,
    Column,
    DayMonthOrYear,
    Free,
    MaybeDay,
    MaybeYear,
    Text,
    Value,
    Whole,
    YesNo,
)
from generator.model.refused import rule_of
from generator.model.registers import Activity
from generator.model.rows import column_of
from generator.model.shown_otherwise import shown_otherwise
from generator.model.typed_number import TypedNumber
from generator.model.values import Formatted
from generator.subjects.board.rows import BoardMember
from generator.subjects.indicators.rows import Indicator
from generator.subjects.surveys.rows import ResponseRate
from generator.workbook.layout import as_typed
from generator.workbook.number_formats import number_format
from generator.workbook.renew import typed

DAY = datetime.fromisoformat("2021-12-07")
FIRST = datetime.fromisoformat("2021-12-01")

FORMATS: dict[str, Any] = {
    "plain": 0.8,
    "per cent": Formatted(0.8, "0%"),
    "text with %": "80 %",
    "per cent in words": Formatted(80, '0" %"'),
    "own unit": Formatted(1200, '#,##0" kr"'),
    "other unit": Formatted(1200, '#,##0" tkr"'),
    "thousands of the unit": Formatted(1200000, '#,##0," tkr"'),
    "other currency": Formatted(1200, "[$€-2] #,##0"),
    "noun": Formatted(45, '0" st"'),
    "scaled": Formatted(1200000, "#,##0,"),
    "hidden": Formatted(5, ";;;"),
    "hidden nought": Formatted(0, "#,##0;-#,##0;"),
    "words": Formatted(1, '"Ja";;"Nej"'),
    "no sign": Formatted(-5, "0;0"),
    "red": Formatted(-5, "0;[Red]0"),
    "parentheses": Formatted(-405, "#,##0;(#,##0)"),
    "turned sign": Formatted(5, "-0;0"),
    "fewer decimals": Formatted(1234.56, "#,##0"),
    "day and month": Formatted(DAY, "d-mmm"),
    "month and year": Formatted(FIRST, "mmm-yy"),
    "whole date": Formatted(DAY, "yyyy-mm-dd"),
    "year of a date": Formatted(DAY, "yyyy"),
}

KINDS: dict[str, Any] = {
    "text": Text,
    "amount": AmountNow,
    "number": Value,
    "free": Free,
    "whole": Whole,
    "year": MaybeYear,
    "day": MaybeDay,
    "partial": DayMonthOrYear,
    "yes": YesNo,
}

READ: dict[str, tuple[str, ...]] = {
    #                        text          amount        number        free          whole
    "plain": ("0,8", "0.80", "0.8", "0.8", "number_not_whole"),
    "per cent": ("80 %", "format_per_cent", "80 %", "80 %", "format_per_cent"),
    "text with %": ("80 %", "amount_not_a_number", "80 %", "80 %", "number_not_whole"),
    "per cent in words": ("80 %", "format_per_cent", "80 %", "80 %", "format_per_cent"),
    "own unit": ("1 200 kr", "1200.00", "1200", "1200", "1200"),
    "other unit": ("1 200 tkr", "format_unit", "format_unit", "1200", "format_unit"),
    "thousands of the unit": ("1 200 tkr", "1200000.00", "1200000", "1200.000", "1200000"),
    "other currency": ("€ 1 200", "format_unit", "format_unit", "€ 1 200", "format_unit"),
    "noun": ("45 st", "45.00 format_changes", "45", "45", "45"),
    "scaled": ("1 200", "1200000.00 format_changes", "1200000 format_changes", "1200000 format_changes", "?"),
    "hidden": ("format_hides", "5.00 format_hides", "5 format_hides", "5 format_hides", "5 format_hides"),
    "hidden nought": ("", "0.00", "0", "", "0"),
    "words": ("Ja", "1.00 format_hides", "1 format_hides", "Ja", "1 format_hides"),
    "no sign": ("5", "-5.00 format_changes", "-5 format_changes", "-5 format_changes", "-5 format_changes"),
    "red": ("5", "-5.00", "-5", "-5", "-5"),
    "parentheses": ("(405)", "-405.00", "-405", "-405", "-405"),
    "turned sign": ("-5", "5.00 format_changes", "5 format_changes", "5 format_changes", "5 format_changes"),
    "fewer decimals": ("1 235", "1234.56", "1234.56", "1234.56", "number_not_whole"),
    "day and month": ("7-dec date_of_a_text", "amount_is_date", "amount_is_date", "7-dec date_of_a_text", "?"),
    "month and year": ("dec-21 date_of_a_text", "amount_is_date", "amount_is_date", "dec-21 date_of_a_text", "?"),
    "whole date": ("2021-12-07", "amount_is_date", "amount_is_date", "2021-12-07", "number_not_whole"),
    "year of a date": ("2021", "amount_is_date", "amount_is_date", "2021", "number_not_whole"),
}


def told(kind: str, cell: Any) -> str:
    """What is read of a cell, and the rule of what is told of it; the rule alone where nothing is read."""
    annotation = KINDS[kind]
    model: type[BaseModel] = type(
        "One",
        (BaseModel,),
        {"__annotations__": {"it": annotation}, "model_config": ConfigDict(strict=True), "it": None},
    )
    column = next(part for part in model.model_fields["it"].metadata if isinstance(part, Column))
    differs = shown_otherwise(column, cell, Decimal(1)) if isinstance(cell, Formatted) else None
    rule = differs.rule.code if differs else ""
    if rule in {"format_unit", "format_per_cent"}:
        return rule
    try:
        read = model.model_validate({"it": cell}).it  # type: ignore[attr-defined]
    except ValidationError as error:
        return rule_of(error.errors()[0]).code
    if isinstance(read, TypedNumber) and read.is_per_cent:
        text = f"{read * 100:.{read.decimals}f} %"
    else:
        text = "" if read is None else str(read)
    return f"{text} {rule}".strip().replace("\u00a0", " ")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("place", "kind"), [*enumerate(("text", "amount", "number", "free", "whole"))])
def test_each_kind_of_column_reads_what_the_cell_shows(name: str, place: int, kind: str) -> None:
    wanted = READ[name][place]
    if wanted != "?":
        assert told(kind, FORMATS[name]) == wanted


@pytest.mark.parametrize(
    ("kind", "cell", "wanted"),
    [
        ("yes", Formatted(1, '"Ja";;"Nej"'), "True"),
        ("yes", Formatted(0, '"Ja";;"Nej"'), "False"),
        ("yes", Formatted(2, '"kanske"'), "yes_no_unclear"),
        ("year", Formatted(DAY, "yyyy"), "2021"),
        ("year", Formatted(DAY, "yyyy-mm-dd"), "year_is_date"),
        ("year", Formatted(2021, "#,##0"), "2021"),
        ("day", Formatted(DAY, "d mmmm yyyy"), "2021-12-07"),
        ("day", Formatted(FIRST, "mmm-yy"), "2021-12-01 date_partly_shown"),
        ("day", Formatted(DAY, "d-mmm"), "2021-12-07 date_partly_shown"),
        ("partial", Formatted(FIRST, "mmm-yy"), "PartialDate(year=2021, month=12, day=None)"),
        ("partial", Formatted(FIRST, "yyyy"), "PartialDate(year=2021, month=None, day=None)"),
        ("partial", Formatted(DAY, "yyyy-mm-dd"), "PartialDate(year=2021, month=12, day=7)"),
        ("partial", Formatted(DAY, "d-mmm"), "PartialDate(year=2021, month=12, day=7) date_partly_shown"),
        ("text", Formatted("Ja", '@" (se not)"'), "Ja (se not)"),
        ("text", Formatted("Ja", ";;;"), "format_hides"),
        ("text", Formatted(2220001234, "000000-0000"), "222000-1234"),
        ("text", Formatted(7, "000"), "007"),
        ("text", Formatted(DAY, "d mmm yyyy"), "7 dec 2021"),
        ("free", Formatted(20, '"ca "0'), "ca 20"),
    ],
)
def test_what_is_shown_in_place_of_a_number_is_read(kind: str, cell: Any, wanted: str) -> None:
    assert told(kind, cell) == wanted


SILENT = (
    *(
        "#,##0;-#,##0",
        "#,##0;[Red]-#,##0",
        "#,##0.00;-#,##0.00",
        "#,##0.00;[Red]-#,##0.00",
        "#,##0.00;[Red]\u2212#,##0.00;0",
    ),
    *('#,##0;-#,##0;"-"', '#,##0\\ "kr";-#,##0\\ "kr";"-"\\ "kr"', '#,##0.00\\ "kr";-#,##0.00\\ "kr";"-"\\ "kr"'),
    '_-* #,##0\\ "kr"_-;\\-* #,##0\\ "kr"_-;_-* "-"??\\ "kr"_-;_-@_-',
    *("# ##0;[Red]-# ##0", "_-* #,##0\\ _k_r_-;\\-* #,##0\\ _k_r_-", "#,##0_);(#,##0)", "#,##0_ ;[Red]\\-#,##0\\ "),
    *(
        "0",
        "0.0",
        "0.00E+00",
        "#,##0 [$kr-41D]",
        '#,##0":-"',
        "General",
        "#,##0;[Red]#,##0",
        "0.00 [$SEK]",
        "[Blue]#,##0",
    ),
)
"""Formats that say nothing but the number, with its sign and in kronor."""


@pytest.mark.parametrize("code", SILENT)
@pytest.mark.parametrize("value", [1234567, -1234567, 0, 0.4, -0.4, 1234.56])
def test_an_ordinary_format_is_silent(code: str, value: float) -> None:
    assert shown_otherwise(AmountColumn(), Formatted(value, code), Decimal(1)) is None


def findings(values: Values) -> list[str]:
    _, problems = read(values)
    return [f"{each.place}: {message(each).what}" for each in problems]


def test_what_differs_is_told_with_its_cell_and_both_numbers() -> None:
    row = {"line": "Verksamhetens kostnader", "this_year": Formatted(1200, '#,##0" tkr"'), "last_year": 5}
    (told,) = findings({IncomeOrCost: [row]})
    assert "Cellen innehåller 1\u00a0200 men visar ”1\u00a0200 tkr”" in told
    assert "anges i kronor" in told


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        (Formatted(0.23, "0%"), "Cellen innehåller 0,23 men visar ”23 %”. Utfall i år är inget procenttal."),
        (Formatted(1200000, "#,##0,"), "Cellen innehåller 1 200 000 men visar ”1 200”, i tusental."),
        (Formatted(-5, "0;0"), "Cellen innehåller \u22125 men visar ”5”, utan minus."),
        (Formatted(5, ";;;"), "Cellen innehåller 5 men visar ingenting."),
    ],
)
def test_an_amount_that_is_shown_otherwise_is_told(cell: Formatted, wanted: str) -> None:
    row = {"line": "Verksamhetens kostnader", "this_year": cell, "last_year": 5}
    (told,) = findings({IncomeOrCost: [row]})
    assert told.replace("\u00a0", " ").endswith(wanted)


def test_what_a_column_shows_otherwise_is_told_once_with_all_cells() -> None:
    cells = [Formatted(number * 1000, "#,##0,") for number in (1500, 750, 1993)]
    rows = [{"line": "Verksamhetens kostnader", "this_year": cell, "last_year": 5} for cell in cells]
    _, (told,) = read({IncomeOrCost: rows})
    assert len(told.subjects) == 3
    first, *others = (place.cell for place in told.subjects)
    said = message(told).what.replace("\u00a0", " ")
    assert said == f"Cellen innehåller 1 500 000 men visar ”1 500” (också {', '.join(others)}), i tusental."
    assert told.values["cell"] == ", ".join((first, *others))
    kr, tkr = Formatted(1200, '0" kr"'), Formatted(1200, '0" tkr"')
    _, problems = read({IncomeOrCost: [{**rows[0], "this_year": cell} for cell in (tkr, tkr, kr, cells[0])]})
    assert [len(each.subjects) for each in problems] == [2, 1]


@pytest.mark.parametrize("value", [1993000, 1993000.0000000002, Decimal("1993000.00000000000001"), Decimal("1.993E6")])
def test_the_number_of_a_cell_is_told_in_groups_of_three(value: Any) -> None:
    row = {"line": "Verksamhetens kostnader", "this_year": Formatted(value, "#,##0,"), "last_year": 5}
    (told,) = findings({IncomeOrCost: [row]})
    assert "innehåller 1\u00a0993\u00a0000 men" in told


def test_a_date_that_excel_made_is_asked_about_and_one_told_in_part() -> None:
    values: Values = {
        Activity: [{"key": Formatted(DAY, "d-mmm"), "name": "Tolv"}],
        BoardMember: [{"name": "A", "start": Formatted(DAY, "d-mmm")}],
    }
    category, start = sorted(findings(values), key=len, reverse=True)
    assert "visar ”7-dec” men innehåller datumet 2021-12-07" in category
    assert "Cellen innehåller datumet 2021-12-07 men visar ”7-dec”." in start


def test_a_count_of_persons_is_not_quoted() -> None:
    (told,) = findings({ResponseRate: [{"group": "Alla", "answers": Formatted(4, ";;;")}]})
    assert "Cellen innehåller .. men visar ingenting." in told


def test_next_years_workbook_keeps_what_the_cell_showed() -> None:
    row = {"name": Formatted(0.8, "0%"), "last_year": Formatted(0.8, "0%"), "number": Formatted(DAY, "d-mmm")}
    case, _ = read({Indicator: [row]})
    raw = case.underlag.raw[Indicator].rows[0]
    kept = {field: as_typed(typed(cell, column_of(Indicator.model_fields[field]))) for field, cell in raw.cells.items()}
    assert kept == {"name": "80\u00a0%", "last_year": "80 %", "number": "7-dec"}


@pytest.mark.parametrize(
    ("code", "is_date"),
    [
        ("yyyy-mm-dd", True),
        ("[$-41D]d mmmm;@", True),
        ("mm:ss.0", True),
        ("[h]:mm", True),
        ("0 st", False),
        ('0" d"', False),
        ("#,##0 [$SEK]", False),
        ("[Red]0", False),
        ("0\\ \\d", False),
        ("General", False),
    ],
)
def test_a_word_behind_a_number_makes_no_date_of_it(code: str, is_date: bool) -> None:  # noqa: FBT001 - a table
    assert number_format(code).is_date is is_date
