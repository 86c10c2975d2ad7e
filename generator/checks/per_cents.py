"""The one rule of per cents, on every tab: 23, 23 % and a per cent cell are the same, and 0,23 is asked about."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.model.columns import ValueColumn
from generator.model.messages_formats import PER_CENT_UNEXPECTED
from generator.model.per_cents import Typed, is_per_cent, unclear
from generator.model.rows import Entry, Row, columns


def per_cents_are_clear(case: Case) -> Iterator[Finding]:
    """A number where a per cent is expected has one meaning, and a per cent stands where one is expected."""
    for model, entries in case.underlag.entries.items():
        for column in columns(model):
            if isinstance(column.kind, ValueColumn):
                yield from _column(entries, column.name)


def _column(entries: Sequence[Entry[Row]], field: str) -> Iterator[Finding]:
    typed = [(entry, value) for entry in entries if isinstance(value := getattr(entry.row, field), Decimal)]
    expected = [(entry, value) for entry, value in typed if entry.row.expects_per_cent(field)]
    yield from unclear(Typed(value, entry.source(field), _beside(entry.row, field)) for entry, value in expected)
    for entry, value in typed:
        if is_per_cent(value) and entry.row.expects_per_cent(field) is False:
            source = entry.source(field)
            yield PER_CENT_UNEXPECTED.found(source, found=source.text)


def _beside(row: Row, field: str) -> tuple[Decimal, ...]:
    values = (getattr(row, each) for each in row.beside(field))
    return tuple(value for value in values if isinstance(value, Decimal))
