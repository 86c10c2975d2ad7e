"""Names of one thing, as the registers tell them: what any of them means, all mean."""

from collections.abc import Iterator

from generator.model.rows import Row
from generator.model.underlag import Underlag


def names_of_things(underlag: Underlag) -> Iterator[tuple[str, ...]]:
    """The names of each row by which other tabs may name it: its key, its name and its other names."""
    for model, entries in underlag.entries.items():
        if len(model.named_by) > 1:
            for entry in entries:
                yield tuple(_names(entry.row, model.named_by))


def _names(row: Row, fields: tuple[str, ...]) -> Iterator[str]:
    for field in fields:
        yield from (name for each in str(getattr(row, field) or "").split(";") if (name := each.strip()))
