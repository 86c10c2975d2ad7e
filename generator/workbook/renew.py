"""A workbook in today's form: what was typed in an older one, written into a new one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from generator.cell_formats.show import as_decimal
from generator.ground.formatting import iso_partial
from generator.model.columns import Column, DateColumn, PartialDateColumn, ValueColumn
from generator.model.rows import Row, Tab, column_of
from generator.model.shown_moments import as_partial
from generator.model.typed_number import TypedNumber
from generator.model.underlag import Underlag
from generator.model.values import Formatted, RawCell, RawValue
from generator.workbook.write import unused, write_workbook

_UNIT_NAMES = {Decimal(1): "kr", Decimal(1000): "tkr"}


def renewed(
    underlag: Underlag, tabs: Sequence[Tab], components: Mapping[str, Sequence[str]], folder: str = ""
) -> bytes:
    """Write all that was typed in the underlag's tabs into a workbook with the tabs, columns and help of today.

    A calculated value is written as the value; what no tab holds (tabs of the user's own) is left out.
    """
    values: Mapping[type[Row], list[dict[str, Any]]] = {
        model: [
            {field: typed(cell, column_of(model.model_fields[field])) for field, cell in row.cells.items()}
            for row in section.rows
        ]
        for model, section in underlag.raw.items()
        if section.found
    }
    return write_workbook(tabs, values, components, units_of(underlag, tabs), unused(tabs, values), folder=folder)


def units_of(underlag: Underlag, tabs: Sequence[Tab]) -> dict[str, str]:
    """The unit that each tab's amounts are typed in."""
    return {
        tab.name: _UNIT_NAMES[underlag.raw[section.model].unit]
        for tab in tabs
        for section in tab.sections
        if tab.in_unit and section.model in underlag.raw
    }


def typed(cell: RawCell, column: Column) -> object:
    """What a cell says, as ``write_workbook`` takes it for a column: with its format, which is not written anew."""
    said = cell.said
    if not isinstance(said, Formatted) or column.is_number:
        return _value(cell.value)
    if isinstance(column, ValueColumn):
        number = column.number_in(said)
        is_number = isinstance(number, TypedNumber) and not number.is_per_cent
        return _value(cell.value) if is_number or number is None else number
    if isinstance(cell.value, date) and isinstance(column, DateColumn | PartialDateColumn):
        part = as_partial(said)
        return iso_partial(part) if part else _value(cell.value)
    return cell.text


def _value(value: RawValue) -> object:
    """A float as the decimals that it has."""
    match value:
        case bool():
            return value
        case float():
            return as_decimal(value)
        case datetime():
            return value.date()
        case date() | int() | Decimal():
            return value
        case _:
            return str(value)
