"""What the tests lay out straight from values is what the program writes in a workbook and reads from it again."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import straight
from pdfs import ROOT

from generator.model.amounts import IncomeOrCost
from generator.model.association import Association
from generator.model.registers import Activity, Note
from generator.model.rows import Row, column_of
from generator.subjects.board.rows import BoardMember
from generator.subjects.registry import all_tabs, component_layouts, component_names
from generator.workbook.grid import Grid
from generator.workbook.layout import Values
from generator.workbook.load import load
from generator.workbook.opening import open_grids
from generator.workbook.read import GUIDE, HIDDEN_LISTS
from generator.workbook.renew import typed, units_of
from generator.workbook.write import write_workbook

pytestmark = pytest.mark.slow

TABS = all_tabs()
INPUTS = sorted((ROOT / "inputs").glob("*/underlag.xlsx"))

ODD: Mapping[type[Row], Sequence[Mapping[str, Any]]] = {
    Association: [{"name": "=1+1", "year": 2025, "decision_date": date(2026, 3, 5), "state": "–"}],
    Note: [{"key": '"citat"', "text": "Rad\nett\ttvå \\n"}, {"key": "<date 2025-01-01>"}, {"key": "12"}, {"key": "  "}],
    IncomeOrCost: [{"this_year": Decimal("0.10"), "last_year": Decimal("1E+3"), "note_row": True}, {}, {"line": ""}],
    BoardMember: [],
    Activity: [{"key": "fil_x00E5_r"}, {"key": "_x005F_x000D_"}],
}
"""Values that look like something else, and rows where nothing stands."""


def undressed(grid: Grid) -> tuple[object, ...]:
    """What a grid holds, without number formats, which each way has its own of."""
    rows = {row: {at: replace(cell, format="") for at, cell in cells.items()} for row, cells in grid.rows.items()}
    return grid.order, grid.name, rows, grid.marks, grid.file


def assert_equal(values: Values, units: Mapping[str, str]) -> None:
    """The grids made straight, those of the small file and those of the real workbook are one."""
    guide, *read, lists = open_grids(write_workbook(TABS, values, component_layouts(), units))
    assert (guide.name, lists.name) == (GUIDE, HIDDEN_LISTS)
    laid_out = straight.grids(TABS, values, units)
    small = open_grids(straight.xlsx(TABS, values, units))
    for real, made, in_file in zip(read, laid_out, small[1:], strict=True):
        assert undressed(made) == undressed(real)
        assert undressed(in_file) == undressed(real)


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.parent.name)
def test_a_report_laid_out_straight_is_its_workbook(path: Path) -> None:
    underlag = load(path, TABS, component_names()).underlag
    assert underlag is not None
    values = {
        model: [
            {field: typed(cell, column_of(model.model_fields[field])) for field, cell in row.cells.items()}
            for row in section.rows
        ]
        for model, section in underlag.raw.items()
        if section.found
    }
    assert_equal(values, units_of(underlag, TABS))


@pytest.mark.parametrize("values", [{}, ODD], ids=["a new workbook", "odd values"])
def test_other_values_laid_out_straight_are_their_workbook(values: Values) -> None:
    assert_equal(values, {tab.name: "tkr" for tab in TABS if tab.in_unit})
