"""What a workbook of some values holds, without the workbook: as grids, or as a file with nothing but values in it.

To write and read the thirty styled tabs of a real workbook takes a second; a test that needs a few rows goes this way.
``test_layout.py`` holds both ways equal, and ``test_workbook.py`` goes the real one.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from workbooks import Sheet, Typed, as_xlsx

from generator.ground.names import clean
from generator.ground.source import Source
from generator.model.association import Association
from generator.model.rows import Tab
from generator.model.values import Formatted, NeverCalculated, RawCell, RawValue
from generator.workbook.controls import Places
from generator.workbook.grid import Grid
from generator.workbook.layout import (
    EXPLANATION,
    HELP_CELL,
    TITLE_CELL,
    UNIT_CELL,
    UNIT_LABEL_CELL,
    PlacedSection,
    Values,
    as_typed,
    lay_out,
)
from generator.workbook.read import FORM_HEADINGS, GUIDE, UNIT_LABEL
from generator.workbook.write import year_formula

Units = Mapping[str, str]
Cells = Iterator[tuple[int, int, Any]]
"""Row and column (from 1) and value: a whole number, a Decimal, a date, a text, or a formula never calculated."""


def grids(tabs: Sequence[Tab], values: Values, units: Units | None = None) -> tuple[Grid, ...]:
    """What opening the written workbook gives, but for the guide before the tabs and the hidden lists after them."""
    places = _places(tabs, values)
    return tuple(
        _grid(order, tab.name, _cells(tab, values, places, units or {})) for order, tab in enumerate(tabs, start=1)
    )


def xlsx(tabs: Sequence[Tab], values: Values, units: Units | None = None) -> bytes:
    """A workbook with the values where the writer puts them, without styles, prepared rows, lists and guide."""
    return as_xlsx(written_sheets(tabs, values, units))


def written_sheets(tabs: Sequence[Tab], values: Values, units: Units | None = None) -> dict[str, Sheet]:
    """The tabs of such a workbook, to change something in."""
    places = _places(tabs, values)
    sheets = {GUIDE: Sheet()}
    for tab in tabs:
        cells = _cells(tab, values, places, units or {})
        sheets[tab.name] = Sheet({(row, column): _as_text(value) for row, column, value in cells})
    return sheets


def _places(tabs: Sequence[Tab], values: Values) -> Places:
    """Where the fields stand that formulas name."""
    laid_out = ((tab, placed) for tab in tabs for placed in lay_out(tab, values))
    return {
        placed.section.model: (tab.name, placed.head_row + 1, placed.last)
        for tab, placed in laid_out
        if placed.section.model is Association
    }


def _cells(tab: Tab, values: Values, places: Places, units: Units) -> Cells:
    yield *TITLE_CELL, tab.name
    yield *HELP_CELL, tab.help
    for placed in lay_out(tab, values):
        for row, column, value in _section(placed, places):
            typed = as_typed(value)
            if typed is not None:
                yield row, column, typed
    if tab.in_unit:  # last: where a second column has its year, the unit takes the place
        yield *UNIT_LABEL_CELL, UNIT_LABEL
        yield *UNIT_CELL, units.get(tab.name, "kr")


def _section(placed: PlacedSection, places: Places) -> Cells:
    if placed.section.title:
        yield placed.title_row, 1, placed.section.title
        yield placed.title_row + 1, 1, placed.section.help
    if placed.section.form:
        for column, heading in enumerate(FORM_HEADINGS, start=1):
            yield placed.head_row, column, heading
    for field in placed.fields():
        row, column = field.head
        shift = placed.year_above(field)
        if shift is not None:
            yield row - 1, column, NeverCalculated(year_formula(places, shift))
        if placed.section.form:
            yield row, EXPLANATION, field.column.help
        yield row, column, field.column.title
        yield from field.values


def _grid(order: int, name: str, cells: Cells) -> Grid:
    rows: dict[int, dict[int, RawCell]] = {}
    for row, column, value in sorted(cells, key=lambda cell: cell[:2]):
        code = value.code if isinstance(value, Formatted) else ""
        read = _as_read(value.value if isinstance(value, Formatted) else value)
        if read is not None:
            rows.setdefault(row, {})[column] = RawCell(read, Source(order, name, row, column), code)
    return Grid(order, name, rows)


def _as_read(value: Any) -> RawValue | None:
    """What a cell gives when it is read: Excel has no Decimal, and a date is a point in time."""
    match value:
        case NeverCalculated() | int() | float() | datetime():
            return value
        case Decimal():
            return float(value)
        case date():
            return datetime.combine(value, time())
        case _:
            return str(value) if clean(str(value)) else None


def _as_text(value: Any) -> str:
    """A value in the language of ``workbooks``."""
    match value:
        case NeverCalculated():
            return f"<formula {value.formula.removeprefix('=')}>"
        case Decimal():
            return f"{value:f}"
        case int():
            return str(value)
        case date():
            return f"<date {value.isoformat()}>"
        case _:
            return Typed(value)
