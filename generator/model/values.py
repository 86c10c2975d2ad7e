"""What a cell may hold before anyone has judged it.

The reader hands over what stood in the cell as it is; two things that a spreadsheet knows and Python does not
get a type of their own, so that they cannot be taken for a text or for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from generator.cell_formats.show import shown_text
from generator.ground.names import is_nothing
from generator.ground.source import Source


@dataclass(frozen=True, slots=True)
class ErrorValue:
    """A formula that gave an error value, such as ``#REF!``."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class NeverCalculated:
    """A formula whose value is not in the file: it was written by a program that does not calculate."""

    formula: str = ""

    def __str__(self) -> str:
        return self.formula or "en formel"


@dataclass(frozen=True, slots=True)
class CoveredByMerge:
    """A cell inside a merged area, other than the area's first one."""

    area: str

    def __str__(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A value whose number format, ``code``, makes the cell show it in another way than the value alone would be."""

    value: str | int | float | Decimal | datetime | date | time | timedelta
    code: str

    def __str__(self) -> str:
        return shown_text(self.value, self.code)


RawValue = (
    str
    | int
    | float
    | Decimal
    | bool
    | datetime
    | date
    | time
    | timedelta
    | ErrorValue
    | NeverCalculated
    | CoveredByMerge
)


def shown(value: object) -> str:
    """What the user sees in the cell, for a message."""
    match value:
        case bool():
            return "SANT" if value else "FALSKT"
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
        case time():
            return value.strftime("%H:%M:%S").removesuffix(":00")
        case timedelta():
            minutes, seconds = divmod(round(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}".removesuffix(":00")
        case float() | Decimal():
            return f"{value:.15g}".replace(".", ",").replace("inf", "Oändligt")
        case _:
            return str(value)


def is_nothing_typed(value: object) -> bool:
    """Whether somebody has typed that nothing stands there: only spaces, or a dash."""
    return isinstance(value, str) and is_nothing(value)


@dataclass(frozen=True, slots=True)
class RawCell:
    """What stood in a cell, and where. ``format`` is the code of its number format, ``0%``; empty for *General*."""

    value: RawValue
    source: Source
    format: str = ""

    @property
    def said(self) -> RawValue | Formatted:
        """The value, with its format where it has one: what the cell says is both."""
        value = self.value
        if self.format in {"", "@"} or isinstance(value, bool | ErrorValue | NeverCalculated | CoveredByMerge):
            return value
        return Formatted(value, self.format)

    @property
    def text(self) -> str:
        """What the cell shows."""
        return shown(self.said)


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
        return Source(place.order, place.tab, place.row, self.columns.get(field, 0), place.text, place.file)


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class RawSection:
    """The rows of a section, unjudged. ``unit`` is what its amounts are typed in, in kronor.

    A section is known by itself, so that its rows are judged once.

    ``place`` is the section's tab, ``found`` whether its headings were there, ``unit_place`` the cell for the unit;
    no place where the tab has none.
    """

    place: Source = field(default_factory=Source)
    rows: tuple[RawRow, ...] = ()
    unit: Decimal = Decimal(1)
    found: bool = False
    unit_place: Source = field(default_factory=Source)
