"""What a cell shows that is not what it holds, where that matters in its column."""

from dataclasses import replace
from decimal import Decimal

from generator.model.columns import AmountColumn, Column
from generator.model.per_cents import too_many_per_cents
from generator.model.shown_moments import made_of_a_text, told_in_part
from generator.model.shown_numbers import Difference, difference
from generator.model.values import Formatted


def shown_otherwise(column: Column, cell: Formatted, unit: Decimal) -> Difference | None:
    """Find what a cell shows that is not what it holds; ``unit`` is what amounts are typed in, in kronor."""
    if (huge := too_many_per_cents(cell)) and not column.is_private:
        return huge
    if column.date_parts:
        return told_in_part(cell, column.date_parts)
    if column.asked is None:
        return made_of_a_text(cell)
    asked = replace(column.asked, unit=unit) if isinstance(column, AmountColumn) else column.asked
    return difference(cell, asked) or (made_of_a_text(cell) if asked.free else None)
