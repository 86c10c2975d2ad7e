"""Whether amounts are read as they stand: by a small reading of our own, where a number has one meaning only."""

import re
from collections.abc import Iterator
from decimal import Decimal

from fuzzing.book import Book, shared_texts, typed_in
from generator.model.columns import AmountColumn
from generator.model.rows import columns
from generator.pipeline import Examination

_PLAIN = re.compile(r"([-+−–]? ?)(\d{1,3}(?: \d{3})+|\d+)(?:([.,])(\d{1,2}))?( ?(?:kr|kronor|SEK))?")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:[eE][-+]?\d{1,3})?")


def misread(book: Book, examination: Examination) -> Iterator[tuple[str, str]]:
    """The amounts that are another in a row than in its cell: the field, and both."""
    assert examination.underlag is not None
    shared = shared_texts(book.parts)
    cells = {
        (name, cell.row, cell.column): cell
        for name, part in book.tabs().items()
        for cell in typed_in(book.parts[part], shared)
    }
    for model, entries in examination.underlag.entries.items():
        amounts = [column.name for column in columns(model) if isinstance(column.kind, AmountColumn)]
        for entry in entries if amounts else ():
            for field in amounts:
                source, value = entry.source(field), getattr(entry.row, field)
                cell = cells.get((source.tab, source.row, source.column))
                typed = None if cell is None else _meant(cell.text, number=cell.number)
                if value is not None and typed is not None and value != typed * entry.unit:
                    yield (
                        f"{model.__name__}.{field}",
                        f"{source.tab} {source.cell}: {cell.text if cell else ''!r} read as {value}",
                    )


def _meant(text: str, *, number: bool) -> Decimal | None:
    """The number that stands there; None where it may mean two things, or none."""
    if number and _NUMBER.fullmatch(text):
        return Decimal(f"{float(text):.15g}")
    match = _PLAIN.fullmatch(re.sub(r"[\u00a0\u2009\u202f\u2007]", " ", text).strip())
    if not match or (match[3] and len(match[4]) > 2):
        return None
    amount = Decimal(f"{match[2].replace(' ', '')}.{match[4] or '0'}")
    return -amount if match[1].strip() in {"-", "−", "–"} else amount
