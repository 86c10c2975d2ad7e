"""A workbook in today's form: what was typed in an older one, written into a new one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from generator.model.reading import as_shown
from generator.model.rows import Row, Tab
from generator.model.underlag import Underlag
from generator.model.values import RawValue
from generator.workbook.write import unused, write_workbook

_UNIT_NAMES = {Decimal(1): "kr", Decimal(1000): "tkr"}


def renewed(underlag: Underlag, tabs: Sequence[Tab], components: Sequence[str]) -> bytes:
    """Write all that was typed in the underlag's tabs into a workbook with the tabs, columns and help of today.

    A calculated value is written as the value; what no tab holds (tabs of the user's own) is left out.
    """
    values: Mapping[type[Row], list[dict[str, Any]]] = {
        model: [{field: typed(cell.value) for field, cell in row.cells.items()} for row in section.rows]
        for model, section in underlag.raw.items()
        if section.found
    }
    return write_workbook(tabs, values, components, units_of(underlag, tabs), unused(tabs, values))


def units_of(underlag: Underlag, tabs: Sequence[Tab]) -> dict[str, str]:
    """The unit that each tab's amounts are typed in."""
    return {
        tab.name: _UNIT_NAMES[underlag.raw[section.model].unit]
        for tab in tabs
        for section in tab.sections
        if tab.in_unit and section.model in underlag.raw
    }


def typed(value: RawValue) -> object:
    """The value as ``write_workbook`` takes it: a float as the decimals that the cell shows."""
    match value:
        case bool():
            return value
        case float():
            return as_shown(value)
        case datetime():
            return value.date()
        case date() | int() | Decimal():
            return value
        case _:
            return str(value)
