"""An amount in a cell of a list, read as everywhere else, or refused with its cell."""

from dataclasses import replace
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.model.reading import LARGEST_AMOUNT, amount_of
from generator.model.refused import broken_rule
from generator.model.values import RawCell

_EXPECTS = "Där ska ett belopp stå, till exempel 1 234,50."
_CENTS = Decimal("0.01")
_WHOLE = Decimal(1)


def read_amount(cell: RawCell, unit: Decimal, head: str) -> tuple[Decimal | None, Finding | None]:
    """Read a cell in kronor; ``unit`` is what its column is in. None for nothing, and where it is refused."""
    value = cell.value
    if type(value) is int and unit == _WHOLE and not cell.format and abs(value) < LARGEST_AMOUNT:
        return Decimal(value), None
    try:
        return amount_of(cell.said, unit), None
    except PydanticCustomError as error:
        context = {name: each for name, each in (error.context or {}).items() if name != "rule"}
        place = typed(cell)
        values = {"column": head, "found": place.quoted, "expects": _EXPECTS, "hint": "", **context}
        return None, broken_rule(error).found(place, **values)


def typed(cell: RawCell) -> Source:
    """The place of a cell, with what stood there."""
    return replace(cell.source, text=cell.text)
