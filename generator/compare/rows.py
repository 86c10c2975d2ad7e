"""The cells that differ between two versions of a workbook, tab by tab."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.compare.change import Change
from generator.compare.matching import ReadRow, matched, shown_fields
from generator.compare.wording import differences, text_change
from generator.ground.formatting import kronor, number
from generator.ground.names import Name, brief
from generator.model.columns import AmountColumn, LongTextColumn
from generator.model.rows import Row, Section, TabColumn, columns
from generator.model.underlag import Underlag
from generator.model.values import RawRow, is_nothing_typed
from generator.subjects.registry import all_tabs

_MOST_TOLD = 4
"""So many cells of a row that has come or gone are told."""
_DECIMALS = 6


def changed_rows(old: Underlag, new: Underlag) -> Iterator[Change]:
    """Compare all tabs. A cell is told where it stands in the later version."""
    for tab in all_tabs():
        for section in tab.sections:
            yield from _section(section, f"Fliken {tab.name}", old, new)


def _section(section: Section, heading: str, old: Underlag, new: Underlag) -> Iterator[Change]:
    model = section.model
    before, after = (_lines(model, underlag) for underlag in (old, new))
    for earlier, later in matched(before, after, model) if not section.form else zip(before, after, strict=False):
        if earlier is not None and later is not None:
            yield from _cells(model, earlier, later, heading)
        elif later is not None:
            yield Change(heading, later.row.place.cell, "ny rad", "", _told(model, later))
        elif earlier is not None:
            yield Change(heading, f"{earlier.row.place.cell} i den förra", "borttagen rad", _told(model, earlier), "")


def _lines(model: type[Row], underlag: Underlag) -> list[ReadRow]:
    entries = {entry.place: entry.row for entry in underlag.of(model)}
    return [ReadRow(row, _values(model, row, entries.get(row.place))) for row in underlag.raw[model].rows]


def _values(model: type[Row], row: RawRow, read: Row | None) -> Mapping[str, Any]:
    if read is not None:
        return {name: _typed(getattr(read, name)) for name in model.model_fields}
    return {name: cell.text for name, cell in row.cells.items() if not is_nothing_typed(cell.value)}


def _typed(value: object) -> object:
    """A value as it was typed: another spelling of a name is a change too, as the report shows it."""
    return str(value) if isinstance(value, Name) else value


def _cells(model: type[Row], old: ReadRow, new: ReadRow, heading: str) -> Iterator[Change]:
    for column in columns(model):
        before, after = old.values.get(column.name), new.values.get(column.name)
        if before == after:
            continue
        where = new.row.source(column.name).cell
        what = ": ".join(filter(None, (_name(model, new), column.title)))
        if isinstance(column.kind, LongTextColumn) and before and after:
            for one, other in differences(str(before), str(after)):
                yield text_change(heading, where, what, one, other)
        else:
            yield Change(heading, where, what, _as_text(old, column), _as_text(new, column))


def _name(model: type[Row], line: ReadRow) -> str:
    """What a row is called in a list; nothing for the one record of a form."""
    if not line.row.place.row:
        return ""
    texts = (str(line.values.get(name) or "") for name in shown_fields(model))
    return ", ".join(dict.fromkeys(brief(text) for text in texts if text))


def _told(model: type[Row], line: ReadRow) -> str:
    """A whole row: its name and the first of its other cells."""
    others = [
        f"{column.title} {_as_text(line, column)}"
        for column in columns(model)
        if column.name not in shown_fields(model)
        and column.name in line.row.cells
        and line.values.get(column.name) not in (None, "", False)
    ]
    more = [f"och {len(others) - _MOST_TOLD} celler till"] if len(others) > _MOST_TOLD + 1 else []
    return "; ".join(filter(None, (_name(model, line), *(others[:_MOST_TOLD] if more else others), *more)))


def _as_text(line: ReadRow, column: TabColumn) -> str:
    value = line.values.get(column.name)
    if value in {None, ""}:
        return "tomt"
    # Few persons may be behind a number; words without one tell nobody.
    if column.kind.is_private and any(sign.isdecimal() for sign in str(value)):
        return "ett antal"
    return _shown(value, line, column)


def _shown(value: object, line: ReadRow, column: TabColumn) -> str:
    match value:
        case bool():
            return "ja" if value else "nej"
        case Decimal():
            return kronor(value) if isinstance(column.kind, AmountColumn) else _number(value)
        case date():
            return value.isoformat()
        case str():
            return f"”{brief(value)}”"
        case _:
            cell = line.row.cells.get(column.name)
            return cell.text if cell else str(value)


def _number(value: Decimal) -> str:
    """A number of no known unit, with the decimals that it has."""
    exact = value.normalize()
    decimals = exact.as_tuple().exponent
    return number(exact, min(-decimals, _DECIMALS) if isinstance(decimals, int) and decimals < 0 else 0)
