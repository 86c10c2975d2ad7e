"""Where each thing of a tab goes: titles, heads, the fields of a form and the rows of a table.

The writer dresses these places; whoever needs only what stands in them, such as the tests, has them without a file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.model.rows import Row, Section, Tab, TabColumn, columns
from generator.model.typed_number import TypedNumber

TITLE_CELL = (1, 1)
HELP_CELL = (2, 1)
UNIT_LABEL_CELL = (3, 1)
UNIT_CELL = (3, 2)
HEAD_ROW = 4
"""The row of the heads of a tab's first section; it stays in view."""
LABEL, VALUE, EXPLANATION = 1, 2, 3
"""The columns of a form."""
_ABOVE_TITLE, _BELOW_TITLE = 2, 3
"""From the end of a section to the next one's title, and from there, past its help, to its heads."""
_ROOM = 10
"""Empty rows that follow the filled ones of a table, at least."""

Values = Mapping[type[Row], Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class PlacedField:
    """A field with where it stands (row and column from 1): its head, in a form its label, and its values."""

    column: TabColumn
    head: tuple[int, int]
    values: tuple[tuple[int, int, Any], ...]
    """Row, column and value of each filled row; of a form its one cell."""


@dataclass(frozen=True, slots=True)
class PlacedSection:
    """A section with where it stands: the row of its heads, and the last of the rows that are prepared for values."""

    section: Section
    head_row: int
    last: int
    rows: tuple[Mapping[str, Any], ...]

    @property
    def title_row(self) -> int:
        """The row of the section's title; its help stands on the row below. Meant for a section that has one."""
        return self.head_row - _BELOW_TITLE

    def fields(self) -> Iterator[PlacedField]:
        """Give the fields in the order of the model."""
        return self._form_fields() if self.section.form else self._table_fields()

    def _form_fields(self) -> Iterator[PlacedField]:
        filled = self.rows[0]
        for row, column in enumerate(columns(self.section.model), start=self.head_row + 1):
            default = None if column.required else self.section.model.model_fields[column.name].default
            value = (row, VALUE, filled.get(column.name, default))
            yield PlacedField(column, (row, LABEL), (value,))

    def _table_fields(self) -> Iterator[PlacedField]:
        for index, column in enumerate(columns(self.section.model), start=1):
            cells = tuple(
                (row, index, each.get(column.name)) for row, each in enumerate(self.rows, start=self.head_row + 1)
            )
            yield PlacedField(column, (self.head_row, index), cells)

    def year_above(self, field: PlacedField) -> int | None:
        """What is added to the report's year to give the year of a column's amounts; None where none is shown.

        Under the title of a section, that the amounts are of the report's year goes without saying.
        """
        column = field.column.kind
        if self.section.form or (self.section.title and not column.year):
            return None
        return column.year


def lay_out(tab: Tab, values: Values) -> tuple[PlacedSection, ...]:
    """Place the sections of a tab below each other, with the rows of ``values`` or else each section's starters."""
    placed: list[PlacedSection] = []
    row = HEAD_ROW
    for section in tab.sections:
        if section.title:
            row += _ABOVE_TITLE + _BELOW_TITLE
        placed.append(_placed(section, row, values.get(section.model)))
        row = placed[-1].last
    return tuple(placed)


def _placed(section: Section, head_row: int, filled: Sequence[Mapping[str, Any]] | None) -> PlacedSection:
    if section.form:
        last = head_row + len(section.model.model_fields)
        return PlacedSection(section, head_row, last, (next(iter(filled or ()), {}),))
    rows = tuple(section.starters if filled is None else filled)
    return PlacedSection(section, head_row, head_row + max(section.prepared, len(rows) + _ROOM), rows)


def as_typed(value: Any) -> Any:
    """The value as it is typed in a cell: a whole number, a Decimal, a date or a text; None where nothing is."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, TypedNumber) and value.is_per_cent:
        return value.in_words
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value
