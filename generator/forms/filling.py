"""An answer put into the rows of the workbook: each filled cell of a form becomes a cell of the row that it is about.

What the workbook has already holds, for the form is a letter and the workbook the association's own account; that they
differ is told. A text that came along from last year is nobody's word yet, and gives way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from pydantic_core import PydanticCustomError

from generator.findings.finding import Finding, Severity, Side, Sides
from generator.forms.asked import ASKED, Asked, rows_of, typed
from generator.forms.messages import DIFFERS, WITHOUT_KIND
from generator.forms.read import Returned
from generator.ground.formatting import kronor
from generator.ground.names import Name, brief
from generator.ground.source import NOT_QUOTED
from generator.model.association import Association
from generator.model.columns import Column, LongTextColumn
from generator.model.from_last_year import has_mark
from generator.model.rows import column_of, heading
from generator.model.values import RawCell, RawRow, RawSection, is_nothing_typed
from generator.workbook.load import Rows

Cells = dict[str, RawCell]
_LABELS = 1
"""The column of a form in which each row says what it is about."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row of a form says: the tab that it is of, the insats's names, what the row is known by, and its cells."""

    asked: Asked
    names: Sequence[Name]
    known: Mapping[str, str | RawCell]
    cells: Cells


def filled(rows: Rows, answer: Returned, names: Sequence[Name]) -> tuple[Rows, list[Finding]]:
    """Put what an insats, of any of ``names``, has answered into the rows. Returns all rows, and what is told."""
    findings: list[Finding] = []
    changed = dict(rows)
    for asked, keys, cells in _rows(answer):
        if asked.keys and not any(key in cells or keys for key in asked.keys):
            findings.append(WITHOUT_KIND.found(next(iter(cells.values())).source, insats=names[0]))
        known = {**_known(asked, keys, changed), **{key: cells.pop(key) for key in asked.keys if key in cells}}
        changed[asked.model] = _with_row(_Said(asked, names, known, cells), changed, findings)
    return changed, findings


def _rows(answer: Returned) -> list[tuple[Asked, tuple[str, ...], Cells]]:
    """The rows of a form that something is typed in: the tab each is of, what it is known by there, its cells."""
    rows: dict[tuple[str, tuple[str, ...], int], Cells] = {}
    for address, cell in answer.cells.items():
        rows.setdefault((address.tab, address.keys, address.own), {})[address.field] = cell
    return [(ASKED[tab], keys, cells) for (tab, keys, _), cells in rows.items()]


def _known(asked: Asked, keys: Sequence[str], rows: Rows) -> dict[str, str | RawCell]:
    """What a row is known by besides its insats, by field."""
    years = [typed(row, "year") for row in rows[Association].rows] if asked.year else []
    return {**dict(zip(asked.keys, keys, strict=False)), **({asked.year: years[0]} if years else {})}


def _with_row(said: _Said, rows: Rows, findings: list[Finding]) -> RawSection:
    """A tab's rows with what a row of a form says, in the row that is there or in one of its own."""
    raw = rows[said.asked.model]
    own = list(rows_of(said.asked, said.names, rows))
    there = next((row for row in own if _is_it(row, said) and not _is_answered(row, said.cells)), None)
    if there is None:
        last = raw.rows.index(own[-1]) + 1 if own else len(raw.rows)
        return replace(raw, rows=(*raw.rows[:last], _new_row(said), *raw.rows[last:]), found=True)
    merged = dict(there.cells)
    for field, cell in said.cells.items():
        kind = column_of(said.asked.model.model_fields[field])
        before = merged.get(field)
        if before is None or is_nothing_typed(before.value) or _is_last_years(before, kind):
            merged[field] = cell
        elif _meaning(before, kind, raw.unit) != _meaning(cell, kind, raw.unit):
            findings.append(_difference(said, field, before, cell, raw.unit))
    return replace(raw, rows=tuple(replace(row, cells=merged) if row is there else row for row in raw.rows))


def _is_it(row: RawRow, said: _Said) -> bool:
    """Whether a row of the workbook is known by the same."""
    fields = (*said.asked.keys, *filter(None, [said.asked.year]))
    return all(Name(typed(row, field)) == Name(_text(said.known.get(field, ""))) for field in fields)


def _is_answered(row: RawRow, cells: Cells) -> bool:
    """Whether an answer stands in a row already: the form names a row of its own as one that it has."""
    return any(row.cells[field].source.file for field in cells if field in row.cells)


def _text(value: str | RawCell) -> str:
    return value if isinstance(value, str) else value.text.strip()


def _new_row(said: _Said) -> RawRow:
    """A row that the workbook does not have: what it is known by stands at the row's name in the form."""
    places = (each.source for each in (*said.cells.values(), *said.known.values()) if isinstance(each, RawCell))
    place = replace(next(places), column=0, text="")
    label = replace(place, column=_LABELS)
    whose = {said.asked.insats: str(said.names[0])} if said.asked.insats else {}
    given = {
        field: value if isinstance(value, RawCell) else RawCell(value, label)
        for field, value in {**whose, **said.known}.items()
        if not isinstance(value, str) or value
    }
    return RawRow(place, {**given, **said.cells}, dict.fromkeys(said.asked.model.model_fields, 0))


def _is_last_years(cell: RawCell, kind: Column) -> bool:
    """Whether a text came along from last year."""
    return isinstance(kind, LongTextColumn) and has_mark(cell.text)


def _meaning(cell: RawCell, kind: Column, unit: Decimal) -> object:
    """What a cell means in its column; what cannot be read, as it stands."""
    try:
        return kind.read(cell.said, cast("Any", SimpleNamespace(context={"unit": unit})))
    except PydanticCustomError:
        return cell.text


def _difference(said: _Said, field: str, before: RawCell, after: RawCell, unit: Decimal) -> Finding:
    kind = column_of(said.asked.model.model_fields[field])
    column = heading(said.asked.model, field)
    typed_value, answered = (_meaning(each, kind, unit) for each in (before, after))
    values = {
        "column": column,
        "insats": said.names[0],
        "typed": _told(typed_value, kind),
        "answered": _told(answered, kind),
        "cell": before.source,
        "answer": after.source,
    }
    found = DIFFERS.found(before.source, after.source, **values)
    if isinstance(typed_value, Decimal) and isinstance(answered, Decimal):
        sides = (Side("Arbetsboken", typed_value, (before.source,)), Side("Svaret", answered, (after.source,)))
        return found.between(Sides(*sides))
    return found.graded(Severity.NOTE if isinstance(kind, LongTextColumn) else None)


def _told(value: object, kind: Column) -> str:
    """A value as a message may quote it: never a count of persons."""
    if kind.is_private:
        return NOT_QUOTED
    return kronor(value) if isinstance(value, Decimal) else f"”{brief(str(value))}”"
