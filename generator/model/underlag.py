"""The underlag: all rows that could be read, the names they refer to resolved, and the holes that are known.

Rows are validated one by one, so that a bad row becomes a known hole and everything else goes on. Where only a
lesser field is bad, the row is kept without it: its amounts still count.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.findings.finding import Finding, Severity
from generator.ground.formatting import enumerated
from generator.ground.names import Name, brief, folded, is_nothing, told_apart
from generator.ground.once import latest
from generator.ground.source import Source
from generator.model.amounts import BALANCE_TAB, INCOME_TAB
from generator.model.association import ASSOCIATION_TAB, Association
from generator.model.columns import AmountColumn, Column, ReferenceColumn, TextColumn
from generator.model.contributions import placed_as_budgeted
from generator.model.fact import Typed, with_precision
from generator.model.facts import Facts
from generator.model.in_notes import placed_in_notes
from generator.model.known_names import near_or_all
from generator.model.messages import (
    COMPONENT_UNKNOWN,
    KEY_TWICE,
    MISSING,
    REFERENCE_AMBIGUOUS,
    REFERENCE_UNKNOWN,
    TAB_MISSING,
    TOTAL_TYPED,
)
from generator.model.reading import is_total
from generator.model.refused import refusal, rule_of
from generator.model.registers import ACTIVITIES_TAB, COMPONENT_REGISTER, NOTES_TAB, OUTLINE_TAB
from generator.model.rows import Entry, Row, Tab, columns, kinds_of, references_of
from generator.model.shown_otherwise import shown_otherwise
from generator.model.strange_names import strange_names
from generator.model.told_once import once_per_column
from generator.model.values import (
    CoveredByMerge,
    ErrorValue,
    Formatted,
    NeverCalculated,
    RawCell,
    RawRow,
    RawSection,
    is_nothing_typed,
    shown,
)

TABS: tuple[Tab, ...] = (ASSOCIATION_TAB, OUTLINE_TAB, INCOME_TAB, BALANCE_TAB, NOTES_TAB, ACTIVITIES_TAB)

R = TypeVar("R", bound=Row)
T = TypeVar("T")

_NO_NAMES = (ErrorValue, NeverCalculated, CoveredByMerge)
"""What a cell may hold that can be no name."""

RegisterNames = Mapping[Name, tuple[str, ...]]
"""The names in a register, and the keys that each may mean: several where rows share a name."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Underlag:
    """What was read: the valid rows and, for what concerns any cell, the raw ones.

    ``holes`` are rows whose amounts could not be read.
    """

    entries: Mapping[type[Row], tuple[Entry[Any], ...]]
    raw: Mapping[type[Row], RawSection]
    holes: tuple[Source, ...]

    def of(self, model: type[R]) -> tuple[Entry[R], ...]:
        """The rows of one model, in the order typed."""
        return self.entries.get(model, ())

    def rows(self, model: type[R]) -> tuple[R, ...]:
        """The rows of one model without their Sources."""
        return tuple(entry.row for entry in self.of(model))

    def named(self, model: type[R]) -> tuple[R, ...]:
        """The rows of a register, the first of each key: that one stands twice is told where it was read."""
        key = model.named_by[0]
        return tuple({getattr(row, key): row for row in reversed(self.rows(model))}.values())[::-1]

    def place(self, model: type[Row]) -> Source:
        """The tab that a model's rows stand in."""
        return self.raw[model].place

    def is_whole(self, model: type[Row]) -> bool:
        """Whether all that was typed for a model could be read: only then is what is absent not typed."""
        raw = self.raw[model]
        essential = {column.name for column in columns(model) if column.required or column.kind.essential}
        return raw.found and all(essential <= set(row.columns) and row.place not in self.holes for row in raw.rows)

    @property
    def association(self) -> Entry[Association] | None:
        """The one record of the association; None when its year could not be read."""
        return next(iter(self.of(Association)), None)


def make_underlag(
    sections: Mapping[type[Row], RawSection], tabs: Sequence[Tab], components: Sequence[str]
) -> tuple[Underlag, list[Finding]]:
    """Validate every row and resolve every reference. Returns what could be read, and every problem."""
    findings: list[Finding] = []
    sections = {**sections, **dict(_standing(sections, tabs))}
    names: Mapping[str, RegisterNames] = {
        **_registers(sections, tabs),
        COMPONENT_REGISTER: {Name(name): (name,) for name in components},
    }
    entries: dict[type[Row], tuple[Entry[Any], ...]] = {}
    holes: list[Source] = []
    findings += [*_missing_registers(sections, names), *strange_names(sections, tabs, names)]
    for model, raw in sections.items():
        findings += _twice(model, raw)
        kept = []
        for row, (entry, problems, is_hole) in zip(raw.rows, _judged(raw, model), strict=True):
            findings += [*_bad_references(model, row, names), *problems]
            if is_hole:
                holes.append(row.place)
            if entry is not None:
                kept.append(_resolved(entry, names))
        entries[model] = tuple(kept)
    return Underlag(_with_names_told_apart(entries), sections, tuple(holes)), once_per_column(findings)


def _with_names_told_apart(
    entries: Mapping[type[Row], tuple[Entry[Any], ...]],
) -> Mapping[type[Row], tuple[Entry[Any], ...]]:
    """See to it that two names never give one code, in whichever tabs they stand.

    Told apart here, for all rows at once, a name has one part of its codes wherever it is typed.
    """
    others = told_apart(name for rows in entries.values() for entry in rows for _, name in _names_in_row(entry.row))
    if not others:
        return entries
    return {model: tuple(_renamed(entry, others) for entry in rows) for model, rows in entries.items()}


def _names_in_row(row: Row) -> Iterator[tuple[str, Name]]:
    return ((field, value) for field, value in row if value and isinstance(value, Name))


def _renamed(entry: Entry[R], others: Mapping[Name, Name]) -> Entry[R]:
    """A row with the parts of its names; each keeps its own spelling."""
    changes = {field: Name(name, others[name].part) for field, name in _names_in_row(entry.row) if name in others}
    return replace(entry, row=entry.row.model_copy(update=changes)) if changes else entry


def _standing(sections: Mapping[type[Row], RawSection], tabs: Sequence[Tab]) -> Iterator[tuple[type[Row], RawSection]]:
    """Fill the sections that nobody has filled in with the rows that hold then."""
    for section in (section for tab in tabs for section in tab.sections if section.standing):
        raw = sections[section.model]
        if not raw.rows:
            rows = (
                RawRow(raw.place, {field: RawCell(shown(value), raw.place) for field, value in starter.items()}, {})
                for starter in section.starters
            )
            yield section.model, replace(raw, rows=tuple(rows), found=True)


def facts_of(underlag: Underlag, more: Iterable[Callable[[Underlag, int], Iterable[Typed]]] = ()) -> Facts:
    """Gather what is typed in numbers in all rows that hold any; nothing while the year is unknown.

    ``more`` give those that a row alone does not tell, because other rows say what it means.
    """
    if underlag.association is None:
        return Facts()
    year = underlag.association.row.year
    units = {}
    facts: list[Typed] = []
    for model, entries in underlag.entries.items():
        make = getattr(model, "facts", None)
        if make is None:
            continue
        for entry in entries:
            for fact in make(entry, year):
                facts.append(replace(fact, home=entry.place) if entry.is_booked else fact)
                units[fact.source] = entry.unit
    for gather in more:
        for fact in gather(underlag, year):
            facts.append(fact)
            units.setdefault(fact.source, Decimal(1))
    return Facts(with_precision(placed_in_notes(placed_as_budgeted(facts)), lambda fact: units[fact.source]))


@latest
def _judged(section: RawSection, model: type[R]) -> Sequence[tuple[Entry[R] | None, list[Finding], bool]]:
    """Each row of a section, what is wrong with it, and whether amounts are lost by that: once for a section."""
    rows = ((raw, _validated(model, raw, section)) for raw in section.rows)
    return [(entry, [*problems, *_totals(model, raw)], is_hole) for raw, (entry, problems, is_hole) in rows]


def _validated(model: type[R], raw: RawRow, section: RawSection) -> tuple[Entry[R] | None, list[Finding], bool]:
    kinds = kinds_of(model)
    values = {field: cell.said for field, cell in raw.cells.items() if not _is_dash(cell, kinds[field])}
    context = {"unit": section.unit}
    told = dict(_shown_otherwise(model, values, raw, section.unit))
    bad = {field for field, finding in told.items() if finding.severity is Severity.ERROR}
    problems: list[ErrorDetails] = []
    try:
        row = model.model_validate(values, context=context)
        if not bad:
            return _entry(row, raw, section), list(told.values()), False
    except ValidationError as error:
        problems = error.errors(include_url=False)
    refused = [each for each in problems if not each["loc"] or str(each["loc"][0]) not in bad]
    findings = [*told.values(), *(finding for problem in refused for finding in _findings(model, raw, problem))]
    bad |= {str(problem["loc"][0]) for problem in problems if problem["loc"]}
    loses_amount = _has_amount(kinds, bad)
    try:
        rest = {field: value for field, value in values.items() if field not in bad}
        row = model.model_validate(rest, context=context)
    except ValidationError:
        return None, findings, _has_amount(kinds, values)
    return _entry(row, raw, section), findings, loses_amount


def _shown_otherwise(
    model: type[Row], values: Mapping[str, object], raw: RawRow, unit: Decimal
) -> Iterator[tuple[str, Finding]]:
    """Say of each cell that shows something else than what it holds, by its format."""
    for column in columns(model):
        value = values.get(column.name)
        differs = shown_otherwise(column.kind, value, unit) if isinstance(value, Formatted) else None
        if differs:
            source = _seen(raw, column.name, column.kind)
            values_told = {"others": "", **differs.values, "column": column.title, "cell": source.cell}
            yield column.name, differs.rule.found(source, **values_told)


def _is_dash(cell: RawCell, column: Column) -> bool:
    """Whether a dash stands for nothing, as it does in most columns."""
    return not column.keeps_dash and is_nothing_typed(cell.value)


def _has_amount(kinds: Mapping[str, Column], values: Iterable[str]) -> bool:
    """Whether any of the fields is an amount that the statements are made of; a budget is none."""
    return any(isinstance(kinds[field], AmountColumn) and kinds[field].essential for field in values)


def _entry(row: R, raw: RawRow, section: RawSection) -> Entry[R]:
    kinds = kinds_of(type(row))
    sources = {field: _seen(raw, field, kinds.get(field)) for field in (*raw.columns, *raw.cells)}
    return Entry(row, raw.place, sources, section.unit)


def _seen(raw: RawRow, field: str, kind: Column | None = None) -> Source:
    """A field's place with the text that stood there; of a number or date all of it, however it is shown."""
    place, cell = raw.source(field), raw.cells.get(field)
    text = "" if cell is None else shown(cell.value) if _is_stored(cell, kind) else cell.text
    is_private = kind is not None and kind.is_private
    told = brief(text) if text else ""
    return Source(place.order, place.tab, place.row, place.column, told, place.file, is_private)


def _is_stored(cell: RawCell, kind: Column | None) -> bool:
    """Whether what is told of a cell is what it holds, and not what it shows."""
    if kind is None:
        return False
    return kind.is_number or bool(kind.date_parts) or (kind.asked is not None and isinstance(cell.value, date))


def _findings(model: type[Row], raw: RawRow, problem: ErrorDetails) -> Iterator[Finding]:
    """Turn one of pydantic's errors into a Finding: by its type, never by its English text."""
    field = str(problem["loc"][0]) if problem["loc"] else next(iter(model.model_fields))
    if rule_of(problem) is MISSING and (field not in raw.columns or _total_labels(model, raw)):
        # The column's absence is told once, for all rows; that a row is a total is told at its label.
        return
    info = {column.name: (column.title, column.kind) for column in columns(model)}
    title, column = info[field]
    yield refusal(problem, _seen(raw, field, column), title, column.expects)


def _total_labels(model: type[Row], row: RawRow) -> list[Source]:
    """Where a row of amounts calls itself a total in a label of its own, such as *Notrad*."""
    kinds = kinds_of(model)
    if not any(isinstance(kinds[field], AmountColumn) for field in row.cells):
        return []
    return [
        _seen(row, field)
        for field, cell in row.cells.items()
        if isinstance(kinds[field], TextColumn) and field not in model.unprinted and is_total(cell.text)
    ]


def _totals(model: type[Row], row: RawRow) -> Iterator[Finding]:
    """A typed total would be added to the rows that it is the total of."""
    for source in _total_labels(model, row):
        yield TOTAL_TYPED.found(source, found=source.text)


def _names_of(model: type[Row], row: RawRow) -> Iterator[Name]:
    """The names by which a register's row may be called, the key first."""
    for field in model.named_by:
        if field in row.cells:
            parts = row.cells[field].text.split(";")
            yield from (Name(part.strip()) for part in parts if not is_nothing(part))


def _registers(sections: Mapping[type[Row], RawSection], tabs: Sequence[Tab]) -> dict[str, RegisterNames]:
    """Each register's names.

    Taken from the raw rows: a register's row that is bad in another field still has its name, so that one bad
    cell does not make every reference to the row unknown. A key means its own row, whatever others are also called.
    """
    models = {tab.name: tab.sections[0].model for tab in tabs}
    return {
        name: _names_in(model, sections[model].rows)
        for name, model in models.items()
        if model.named_by and sections[model].found
    }


def _names_in(model: type[Row], rows: Iterable[RawRow]) -> RegisterNames:
    """The names of a register's rows. A key means its own row, whatever other rows are called."""
    named = [names for names in (list(_names_of(model, row)) for row in rows) if names]
    known: dict[Name, tuple[str, ...]] = {}
    for key, *others in named:
        for name in others:
            known[name] = tuple(dict.fromkeys((*known.get(name, ()), key)))
    return known | {key: (key,) for key, *_ in reversed(named)}


def _missing_registers(sections: Mapping[type[Row], RawSection], registers: Mapping[str, object]) -> Iterator[Finding]:
    """Say once that a tab is missing which references need, instead of at each reference."""
    wanted = {
        column.kind.register
        for model, raw in sections.items()
        for column in columns(model)
        if isinstance(column.kind, ReferenceColumn) and any(column.name in row.cells for row in raw.rows)
    }
    for register in sorted(wanted - set(registers)):
        yield TAB_MISSING.found(Source(tab=register), tab=register, hint=" Andra flikar hänvisar till den.")


def _bad_references(model: type[Row], row: RawRow, registers: Mapping[str, RegisterNames]) -> Iterator[Finding]:
    for field, register in references_of(model).items():
        cell, known = row.cells.get(field), registers.get(register)
        if cell is None or known is None or isinstance(cell.value, _NO_NAMES) or is_nothing_typed(cell.value):
            continue
        meant = known.get(Name(cell.text), ())
        if len(meant) == 1:
            continue
        source = _seen(row, field)
        keys = sorted({key for keys in known.values() for key in keys}, key=folded)
        near, there = near_or_all(source.text, keys, numbered=register == NOTES_TAB.name)
        values = {
            "found": source.text,
            "where": register,
            "hint": near,
            "there": there,
            "choices": ", ".join(keys),
            "meant": enumerated([f"”{key}”" for key in meant], "eller"),
        }
        rule = COMPONENT_UNKNOWN if register == COMPONENT_REGISTER else REFERENCE_UNKNOWN
        found = (REFERENCE_AMBIGUOUS if meant else rule).found(source, **values)
        yield found.graded(Severity.REMAINING if _awaits_amounts(model, row) else None)


def _awaits_amounts(model: type[Row], row: RawRow) -> bool:
    """Whether a row is there for its amounts and has none yet: what it says besides stands nowhere so far."""
    amounts = [column for column in columns(model) if isinstance(column.kind, AmountColumn)]
    typed = (row.cells[column.name].value for column in amounts if column.name in row.cells)
    return any(column.kind.essential for column in amounts) and all(map(is_nothing_typed, typed))


def _resolved(entry: Entry[R], registers: Mapping[str, RegisterNames]) -> Entry[R]:
    """Replace each reference by the key of the row that it names."""
    changes = {}
    for field, register in references_of(type(entry.row)).items():
        typed = getattr(entry.row, field)
        meant = registers.get(register, {}).get(Name(typed), ())
        if meant and (type(meant[0]), str(meant[0])) != (type(typed), str(typed)):
            changes[field] = meant[0]
    if not changes:
        return entry
    return Entry(entry.row.model_copy(update=changes), entry.place, entry.sources, entry.unit)


def _twice(model: type[Row], section: RawSection) -> Iterable[Finding]:
    """Two rows of a register with one key."""
    if not model.named_by:
        return
    key = model.named_by[0]
    places: dict[Name, list[Source]] = {}
    for row in section.rows:
        if key in row.cells and not is_nothing_typed(row.cells[key].value):
            places.setdefault(Name(row.cells[key].text), []).append(_seen(row, key))
    for sources in places.values():
        if len(sources) > 1:
            yield KEY_TWICE.found(*sources, found=sources[0].text, cells=", ".join(each.cell for each in sources))
