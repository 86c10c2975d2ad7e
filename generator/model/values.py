"""What a cell may hold before anyone has judged it.

The reader hands over what stood in the cell as it is; two things that a spreadsheet knows and Python does not
get a type of their own, so that they cannot be taken for a text or for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from generator.model.source import Source


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A formula that gave an error value, such as ``#REF!``."""

    text: str


@dataclass(frozen=True, slots=True)
class NeverCalculated:
    """A formula whose value is not in the file: it was written by a program that does not calculate."""

    formula: str = ""


@dataclass(frozen=True, slots=True)
class CoveredByMerge:
    """A cell inside a merged area, other than the area's first one."""

    area: str


RawValue = str | int | float | Decimal | bool | datetime | date | ErrorValue | NeverCalculated | CoveredByMerge


def shown(value: object) -> str:
    """What the user sees in the cell, for a message."""
    if isinstance(value, ErrorValue):
        return value.text
    if isinstance(value, NeverCalculated):
        return value.formula or "en formel"
    if isinstance(value, CoveredByMerge):
        return ""
    if isinstance(value, bool):
        return "SANT" if value else "FALSKT"
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    return str(value)


@dataclass(frozen=True, slots=True)
class RawCell:
    """What stood in a cell, and where."""

    value: RawValue
    source: Source


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row of a section: the filled cells by field. ``columns`` gives the place of every field, filled or not."""

    place: Source
    cells: Mapping[str, RawCell]
    columns: Mapping[str, int]

    def source(self, field: str) -> Source:
        """Where a field stands or should stand."""
        if field in self.cells:
            return self.cells[field].source
        place = self.place
        return Source(place.order, place.tab, place.row, self.columns.get(field, 0))


@dataclass(frozen=True, slots=True)
class RawSection:
    """The rows of a section, unjudged. ``unit`` is what its amounts are typed in, in kronor.

    ``place`` is the section's tab, ``found`` whether its headings were there.
    """

    place: Source = Source()
    rows: tuple[RawRow, ...] = ()
    unit: Decimal = Decimal(1)
    found: bool = False
