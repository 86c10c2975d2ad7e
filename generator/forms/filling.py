"""An answer put into the rows of the workbook: each filled cell of a form becomes a cell of the row that it is about.

What the workbook has already holds, for the form is a letter and the workbook the association's own account; that they
differ is told. A text that came along from last year is nobody's word yet, and gives way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

from pydantic_core import PydanticCustomError

from generator.findings.finding import Finding, Severity, Side, Sides
from generator.findings.limits import hold
from generator.forms.asked import ASKED, OF_TEXTS, Asked, rows_of, typed
from generator.forms.messages import DIFFERS, HALF_ROW, ROW_GONE
from generator.forms.read import Returned, name_of
from generator.ground.formatting import kronor
from generator.ground.limits import TAB_ROWS
from generator.ground.names import Name, brief
from generator.ground.source import NOT_QUOTED
from generator.model.association import Association
from generator.model.columns import Column, LongTextColumn
from generator.model.from_last_year import is_unchanged
from generator.model.rows import column_of, heading
from generator.model.values import RawCell, RawRow, RawSection, is_nothing_typed
from generator.workbook.load import Rows

Cells = dict[str, RawCell]
_LABELS = 1
"""The column of a form in which each row says what it is about."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What a row of a form says: what it is known by there, and its cells. ``own``: the insats has named it itself."""

    known: Mapping[str, str | RawCell]
    cells: Cells
    own: bool

    @property
    def name(self) -> str:
        """What the row is called."""
        return " ".join(filter(None, map(_text, self.known.values())))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A tab that an insats has told something of: its names, its rows there, and the unit of their amounts."""

    asked: Asked
    names: Sequence[Name]
    rows: Sequence[RawRow]
    unit: Decimal

    def is_known(self, said: _Said) -> bool:
        """Whether a row of the form is one that the insats has in the workbook, of whatever year.

        An insats without any texts was asked for those that others have.
        """
        any_year = any(_is_it(row, self.asked.keys, said) for row in self.rows)
        return said.own or any_year or (self.asked is OF_TEXTS and not self.rows)

    def there(self, said: _Said) -> RawRow | None:
        """The row that a row of the form is about; a row of the insats's own is none that the form has already."""
        fields = (*self.asked.keys, *filter(None, [self.asked.year]))
        return next((row for row in self.rows if _is_it(row, fields, said) and not _is_answered(row, said)), None)


def filled(rows: Rows, answer: Returned, names: Sequence[Name]) -> tuple[Rows, list[Finding]]:
    """Put what an insats, of any of ``names``, has answered into the rows. Returns all rows, and what is told.

    Raises:
        TooMuchError: a tab gets more rows than are read.

    """
    findings: list[Finding] = []
    changed = dict(rows)
    for asked, every in _by_tab(answer, _year(rows)).items():
        raw = rows[asked.model]
        of_insats = _Asked(asked, names, tuple(rows_of(asked, names, rows)), raw.unit)
        changed[asked.model] = _with_rows(of_insats, every, raw, findings)
    return changed, findings


def _year(rows: Rows) -> str:
    return next((typed(row, "year") for row in rows[Association].rows), "")


def _by_tab(answer: Returned, year: str) -> dict[Asked, list[_Said]]:
    """The rows of a form that something is typed in, by the tab that each is of."""
    rows: dict[tuple[str, tuple[str, ...], int], Cells] = {}
    for address, cell in answer.cells.items():
        rows.setdefault((address.tab, address.keys, address.own), {})[address.field] = cell
    found: dict[Asked, list[_Said]] = {}
    for (tab, keys, own), cells in rows.items():
        asked = ASKED[tab]
        known: dict[str, str | RawCell] = dict(zip(asked.keys, keys, strict=False))
        known |= {key: cells.pop(key) for key in asked.keys if key in cells}
        known |= {asked.year: year} if asked.year else {}
        found.setdefault(asked, []).append(_Said(known, cells, bool(own)))
    return found


def _with_rows(of_insats: _Asked, every: Sequence[_Said], raw: RawSection, findings: list[Finding]) -> RawSection:
    """A tab's rows with what the rows of a form say, in the rows that are there or below the last of the insats's."""
    changed: dict[int, RawRow] = {}
    added: list[RawRow] = []
    for said in every:
        there = of_insats.there(said)
        if not of_insats.is_known(said):
            findings.append(_gone(of_insats, said))
        elif there is None or id(there) in changed:
            added.append(_new_row(of_insats, said, findings))
        else:
            changed[id(there)] = _merged(of_insats, there, said, findings)
    rows = [changed.get(id(row), row) for row in raw.rows]
    own = {id(row) for row in of_insats.rows}
    last = max((number for number, row in enumerate(raw.rows, start=1) if id(row) in own), default=len(rows))
    hold(TAB_ROWS, len(rows) + len(added))
    return replace(raw, rows=(*rows[:last], *added, *rows[last:]), found=True)


def _merged(of_insats: _Asked, row: RawRow, said: _Said, findings: list[Finding]) -> RawRow:
    """A row of the workbook with what a row of a form says of it; what stands there already holds."""
    cells = dict(row.cells)
    for field, cell in said.cells.items():
        kind = column_of(of_insats.asked.model.model_fields[field])
        before = cells.get(field)
        if before is None or is_nothing_typed(before.value) or _is_last_years(before, kind):
            cells[field] = cell
        elif _meaning(before, kind, of_insats.unit) != _meaning(cell, kind, of_insats.unit):
            findings.append(_difference(of_insats, field, before, cell))
    return replace(row, cells=cells)


def _is_it(row: RawRow, fields: Iterable[str], said: _Said) -> bool:
    """Whether a row of the workbook is known by the same."""
    return all(Name(typed(row, field)) == Name(_text(said.known.get(field, ""))) for field in fields)


def _is_answered(row: RawRow, said: _Said) -> bool:
    """Whether an answer stands in a row already."""
    return any(row.cells[field].source.file for field in said.cells if field in row.cells)


def _text(value: str | RawCell) -> str:
    return value if isinstance(value, str) else value.text.strip()


def _gone(of_insats: _Asked, said: _Said) -> Finding:
    cells = [cell.source for cell in said.cells.values()]
    values = {
        "name": name_of(cells[0]),
        "row": brief(said.name),
        "insats": of_insats.names[0],
        "tab": of_insats.asked.tab,
    }
    return ROW_GONE.found(*cells, **values)


def _new_row(of_insats: _Asked, said: _Said, findings: list[Finding]) -> RawRow:
    """A row that the workbook does not have: what it is known by stands at the row's name in the form."""
    asked, insats = of_insats.asked, str(of_insats.names[0])
    places = [each.source for each in (*said.cells.values(), *said.known.values()) if isinstance(each, RawCell)]
    if said.own and not (said.known and said.cells):
        what, lacking = (f"”{brief(said.name)}”", "belopp") if said.known else ("ett belopp", "kostnadsslag")
        findings.append(HALF_ROW.found(places[0], insats=insats, what=what, lacking=lacking))
    place = replace(places[0], column=0, text="")
    label = replace(place, column=_LABELS)
    whose = {asked.insats: insats} if asked.insats else {}
    known = {
        field: value if isinstance(value, RawCell) else RawCell(_as_typed(value, asked, field), label)
        for field, value in {**whose, **said.known}.items()
        if value
    }
    return RawRow(place, {**known, **said.cells}, dict.fromkeys(asked.model.model_fields, 0))


def _as_typed(value: str, asked: Asked, field: str) -> str | int:
    """What a row is known by, as it is typed: a year is a number."""
    return int(value) if field == asked.year and value.isdecimal() else value


def _is_last_years(cell: RawCell, kind: Column) -> bool:
    """Whether a text came along from last year, and nobody has changed it."""
    return isinstance(kind, LongTextColumn) and is_unchanged(cell.text)


def _meaning(cell: RawCell, kind: Column, unit: Decimal) -> object:
    """What a cell means in its column; what cannot be read, as it stands."""
    try:
        return kind.read(cell.said, cast("Any", SimpleNamespace(context={"unit": unit})))
    except PydanticCustomError:
        return cell.text


def _difference(of_insats: _Asked, field: str, before: RawCell, after: RawCell) -> Finding:
    model = of_insats.asked.model
    kind = column_of(model.model_fields[field])
    typed_value, answered = (_meaning(each, kind, of_insats.unit) for each in (before, after))
    values = {
        "column": heading(model, field),
        "insats": of_insats.names[0],
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
