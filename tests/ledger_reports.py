"""The inputs as if their amounts came from a ledger.

``tests/ledgers/<input>/`` holds a ledger that was made for it and, in ``underlag.txt``, what then stands in its
workbook: *Kontoplan*, and the tabs of amounts with only what no ledger can hold. The input's own are left out.
"""

import shutil
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from straight import written_sheets
from workbooks import Sheet, as_xlsx, sheets

from generator.model.rows import Row, Tab, TabColumn, column_of, columns
from generator.subjects.registry import all_tabs, component_names
from generator.workbook.load import WORKBOOK_NAME, load
from generator.workbook.renew import typed, units_of

INPUTS, LEDGERS = Path("inputs"), Path("tests/ledgers")
LAID_OVER = "underlag.txt"
Values = dict[type[Row], list[dict[str, Any]]]


def of_ledger(name: str, folder: Path) -> Path:
    """Make an input's folder in ``folder`` with its own texts, its amounts taken out, and the ledger beside."""
    made = folder / name
    shutil.copytree(INPUTS / name, made, ignore=shutil.ignore_patterns(WORKBOOK_NAME))
    for file in (LEDGERS / name).iterdir():
        if file.name != LAID_OVER:
            shutil.copy(file, made)
    (made / WORKBOOK_NAME).write_bytes(_workbook(name))
    return made


def _workbook(name: str) -> bytes:
    """An input's workbook with the tabs of its ledger in place of its own."""
    underlag = load(INPUTS / name, all_tabs(), component_names()).underlag
    assert underlag is not None
    values: Values = {
        model: [
            {field: typed(cell, column_of(model.model_fields[field])) for field, cell in row.cells.items()}
            for row in section.rows
        ]
        for model, section in underlag.raw.items()
        if section.found
    }
    units = units_of(underlag, all_tabs())
    own = sheets((LEDGERS / name / LAID_OVER).read_text(encoding="utf-8"))
    for tab in all_tabs():
        if tab.name in own and not tab.pasted:
            values |= dict(_of(tab, own.pop(tab.name)))
    return as_xlsx(written_sheets(all_tabs(), values, units) | own)


def _of(tab: Tab, sheet: Sheet) -> Iterator[tuple[type[Row], list[dict[str, Any]]]]:
    """The rows of a tab's sections, each under a line with their headings."""
    heads = {section.model: {each.title: each for each in columns(section.model)} for section in tab.sections}
    rows: Values = {model: [] for model in heads}
    under: tuple[type[Row], list[TabColumn]] | None = None
    for line in _lines(sheet):
        said = [text for text in line.values() if text]
        model = next((each for each, titles in heads.items() if set(said) <= set(titles)), None)
        if said and model:
            under = model, [heads[model][text] for text in line.values()]
        elif said and under:
            cells = ((column, line.get(place, "")) for place, column in enumerate(under[1], start=1))
            rows[under[0]].append({each.name: _value(each, text) for each, text in cells if text})
    yield from rows.items()


def _lines(sheet: Sheet) -> Iterator[Mapping[int, str]]:
    found: dict[int, dict[int, str]] = {}
    for (row, column), text in sheet.cells.items():
        found.setdefault(row, {})[column] = text
    yield from found.values()


def _value(column: TabColumn, text: str) -> object:
    return Decimal(text) if column.kind.is_number else text
