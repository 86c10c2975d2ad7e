"""The heading row of a table: which column is which field, and what is said of those that are missing or unknown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from generator.findings.finding import Finding
from generator.ground.formatting import enumerated
from generator.ground.names import Name, brief, nearest
from generator.ground.source import Source
from generator.model.columns import AmountColumn, Column
from generator.model.rows import Row, TabColumn, columns
from generator.model.values import RawCell, RawValue, is_nothing_typed
from generator.workbook.grid import Grid, is_own
from generator.workbook.messages import (
    COLUMN_MISSING,
    COLUMN_MISSPELLED,
    COLUMN_TWICE,
    COLUMN_UNKNOWN,
    COLUMNS_ABSENT,
)

Rows = Mapping[int, Mapping[int, RawCell]]


@dataclass(frozen=True, slots=True)
class Heads:
    """A section's heading row: the field of each known column, and what stood in the others."""

    row: int
    fields: Mapping[int, str]
    unknown: Mapping[int, RawCell]
    own: frozenset[int]


@cache
def spellings_of(model: type[Row]) -> Mapping[Name, str]:
    """Every heading that a model's fields may have, with the field."""
    named = {Name(other): field for field, others in model.other_headings.items() for other in others}
    return named | {Name(column.title): column.name for column in columns(model)}


def find_heads(model: type[Row], rows: Rows) -> Heads | None:
    """Take the row in which most cells are known headings; at least two, or all there are."""
    spellings = spellings_of(model)
    every = len(set(spellings.values()))
    best: tuple[int, int] | None = None
    for row, cells in sorted(rows.items()):
        if best and best[0] == every:
            break  # no row below has more
        hits = len({spellings.get(Name(cell.text)) for cell in cells.values()} - {None})
        if hits >= min(2, len(model.model_fields)) and (best is None or hits > best[0]):
            best = (hits, row)
    if best is None:
        return None
    # Of two columns with one meaning the first is read, and the other is a finding.
    fields: dict[int, str] = {}
    unknown: dict[int, RawCell] = {}
    own: set[int] = set()
    for column, cell in rows[best[1]].items():
        text = Name(cell.text)
        if text in spellings and spellings[text] not in fields.values():
            fields[column] = spellings[text]
        elif is_own(text):
            own.add(column)
        else:
            unknown[column] = cell
    return Heads(best[1], fields, unknown, frozenset(own))


def column_findings(grid: Grid, model: type[Row], heads: Heads, rows: Rows) -> Iterator[Finding]:
    """Say which columns are missing, twice, unknown, or known by another heading; ``rows`` are the whole table's."""
    spellings, cells = spellings_of(model), rows[heads.row]
    strangers = {cell.text: cell for cell in heads.unknown.values() if Name(cell.text) not in spellings}
    missing = [each for each in columns(model) if each.name not in heads.fields.values()]
    likely = likely_pairs((column.title for column in missing), list(strangers))
    likely |= _by_values(
        [each for each in missing if each.title not in likely and (each.required or each.kind.essential)],
        {text: cell.source for text, cell in strangers.items() if text not in likely.values()},
        rows,
    )
    for column in missing:
        if column.title in likely:
            cell = strangers[likely[column.title]]
            values = {"column": brief(cell.text), "meant": column.title}
            yield COLUMN_MISSPELLED.found(cell.source, **values)
        elif column.required or column.kind.essential:
            yield COLUMN_MISSING.found(grid.source(heads.row), column=column.title, tab=grid.name)
    absent = [
        f"”{column.title}”"
        for column in missing
        if column.title not in likely
        and not (column.required or column.kind.essential)
        and column.name not in model.unprinted | model.rare
    ]
    if absent:
        yield COLUMNS_ABSENT.found(grid.source(heads.row), columns=", ".join(absent))
    for cell in heads.unknown.values():
        text = cell.text
        field = spellings.get(Name(text))
        if field:
            twins = [each.source.cell for each in cells.values() if spellings.get(Name(each.text)) == field]
            values = {"column": model.model_fields[field].title or "", "cells": enumerated(twins)}
            yield COLUMN_TWICE.found(cell.source, **values)
        elif text not in likely.values():
            yield COLUMN_UNKNOWN.found(cell.source, column=brief(text))


def _by_values(missing: Sequence[TabColumn], strangers: Mapping[str, Source], rows: Rows) -> dict[str, str]:
    """Pair a column that must be there with the one unknown column whose values fit it, where it is the only such."""
    likely: dict[str, str] = {}
    for text, head in strangers.items():
        values = [cells[head.column].value for row, cells in rows.items() if row > head.row and head.column in cells]
        fitting = [column.title for column in missing if _fit(values, column.kind)]
        if len(fitting) == 1:
            likely |= {fitting[0]: "" if fitting[0] in likely else text}
    return {title: text for title, text in likely.items() if text}


def _fit(values: Sequence[RawValue], kind: Column) -> bool:
    """Whether values can be those of a column of amounts or of choices; of words nothing tells what they are."""
    typed = [value for value in values if not is_nothing_typed(value)]
    if isinstance(kind, AmountColumn):
        return bool(typed) and all(isinstance(each, int | float | Decimal) for each in typed)
    choices = set(map(Name, kind.choices)) if kind.only_choices else set()
    return bool(typed) and all(isinstance(each, str) and Name(each) in choices for each in typed)


def likely_pairs(wanted: Iterable[str], strangers: Sequence[str]) -> dict[str, str]:
    """Pair each wanted name with the stranger that is likely to be it; a stranger is taken once, for the nearest."""
    pairs: dict[str, str] = {}
    near = {name: nearest(name, strangers, most=1) for name in wanted}
    for stranger in strangers:
        best = nearest(stranger, [name for name in near if stranger in near[name]], most=1)
        pairs |= dict.fromkeys(best, stranger)
    return pairs
