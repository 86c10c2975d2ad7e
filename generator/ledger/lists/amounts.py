"""An amount in a cell of a list, read as everywhere else, or refused with its cell."""

import re
from collections.abc import Iterable
from decimal import Decimal

from pydantic_core import PydanticCustomError

from generator.cell_formats.show import as_decimal
from generator.findings.finding import Finding
from generator.findings.grouped import grouped
from generator.ground.names import plain
from generator.ground.source import Source
from generator.model.reading import LARGEST_AMOUNT, amount_of, text_of
from generator.model.refused import broken_rule
from generator.model.values import RawCell

_WHOLE = Decimal(1)
_LARGE = 1e12
_GROUPING = re.compile(r"(?<=\d)['\u2019\u00b4](?=\d{3}(?!\d))")
_UNIT_FIRST = re.compile(r"(SEK|kr)\s*([-+(]?\s*\d.*)", re.IGNORECASE)
_SIDED = re.compile(r"(?P<amount>.*\d)\s*(?P<side>D|K|C|DR|Dr|CR|Cr|[Dd]eb(?:et)?|[Kk]red(?:it)?)\.?")
"""One letter only as a capital: *800 k* may be thousands."""
_SIGN = re.compile(r"^\s*[-+(]")
_ORE = {0, -1, -2}
"""The exponents of a number with öre at most."""


def read_amount(cell: RawCell, unit: Decimal, head: str) -> tuple[Decimal | None, Finding | None]:
    """Read a cell in kronor; ``unit`` is what its column is in. None for nothing, and where it is refused."""
    if unit == _WHOLE and (plain := _plain(cell.value)) is not None:
        return plain, None
    try:
        return amount_of(cell.said, unit), None
    except PydanticCustomError as error:
        usual = _as_usual(cell.text) if isinstance(cell.said, str) else ""
        try:
            if usual:
                return amount_of(usual, unit), None
        except PydanticCustomError:
            pass  # told as it stands in the cell
        return None, _refused(cell, head, error)


def _as_usual(text: str) -> str:
    """An amount as only ledger programs write it, as everyone does; empty where it is none.

    Understood: ``800,00 K`` and ``800.00CR`` (credit, *kredit*), ``800,00 D``, ``SEK -800,00``, ``1'234.50``.
    """
    amount = _GROUPING.sub(" ", _UNIT_FIRST.sub(r"\2 \1", plain(text)))
    sided = _SIDED.fullmatch(amount)
    if sided and not _SIGN.search(sided["amount"]):
        return sided["amount"] if sided["side"][0] in "Dd" else f"-{sided['amount']}"
    return "" if sided or amount == plain(text) else amount


def unreadable(cell: RawCell, head: str) -> Finding | None:
    """Say why a cell holds nothing that can be read: an error value, a formula without a value, a merged area."""
    try:
        text_of(cell.said)
    except PydanticCustomError as error:
        return _refused(cell, head, error)
    return None


def _refused(cell: RawCell, head: str, error: PydanticCustomError) -> Finding:
    context = {name: each for name, each in (error.context or {}).items() if name != "rule"}
    place = typed(cell)
    values = {"column": head, "found": place.quoted, "expects": "", "hint": "", **context}
    return broken_rule(error).found(place, **values)


def _plain(value: object) -> Decimal | None:
    """A number in kronor as most are, whole or with öre at most; None for any other, which is read with care."""
    if type(value) is int:
        return Decimal(value) if abs(value) < LARGEST_AMOUNT else None
    if type(value) is float and abs(value) < _LARGE:
        number = as_decimal(value)
        return number if number.as_tuple().exponent in _ORE else None
    return None


def typed(cell: RawCell) -> Source:
    """The place of a cell, with what stood there."""
    at = cell.source
    return Source(at.order, at.tab, at.row, at.column, cell.text, at.file)


def once_per_column(findings: Iterable[Finding]) -> list[Finding]:
    """Make one finding of those of a rule in a column, where they are many: one thing is wrong there."""
    columns: dict[int, list[Finding]] = {}
    for finding in findings:
        columns.setdefault(finding.place.column, []).append(finding)
    return [each for of_column in columns.values() for each in grouped(of_column)]
