"""The rows of next year's workbook, from those of the year that ended. What a field becomes stands in the models."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.ground.formatting import COUNT, KRONOR, SHARE, rounded
from generator.ground.names import NO_NAME, Name
from generator.model.columns import AmountColumn, Column, ReferenceColumn
from generator.model.from_last_year import marked
from generator.model.next_year import Ended, NextYear, Takes
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry, Row, Section, column_of, columns, rolls
from generator.model.typed_number import PER_CENT, TypedNumber
from generator.model.underlag import Underlag
from generator.model.values import RawRow, RawSection, is_nothing_typed
from generator.subjects.free_tables.rows import FreeTable
from generator.subjects.registry import all_tabs
from generator.workbook.renew import typed, units_of

RolledValues = dict[type[Row], list[dict[str, Any]]]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DECIMALS = {KRONOR: 2, COUNT: 2}
_DECIMALS_OF_SHARES = 2
"""Those of a whole per cent, as derived shares are printed."""


def rolled_values(derived: Derivation, *, carrying: bool = True) -> tuple[RolledValues, dict[str, str]]:
    """Give next year's rows by model, and the tabs' units where they are not kronor.

    A section that was not there has no rows: what nobody wanted last year is not begun. ``carrying``: what a ledger
    told of the year that ended, and the next may not tell, comes along.
    """
    underlag = derived.underlag
    gone = _gone(underlag, derived.association.year)
    values: RolledValues = {}
    for section in (section for tab in all_tabs() for section in tab.sections):
        raw = underlag.raw[section.model]
        values[section.model] = list(_section(section, raw, derived, gone, carrying=carrying)) if raw.found else []
    return values, units_of(underlag, all_tabs())


def _gone(underlag: Underlag, year: int) -> Mapping[str, set[Name]]:
    """The keys of the rows that do not stay, by the register's tab: what is about them goes too."""
    return {
        tab.name: {getattr(entry.row, model.named_by[0]) for entry in underlag.of(model) if not entry.row.stays(year)}
        for tab in all_tabs()
        for model in (tab.sections[0].model,)
        if model.named_by
    }


def _section(
    section: Section, raw: RawSection, derived: Derivation, gone: Mapping[str, set[Name]], *, carrying: bool
) -> Iterator[dict[str, Any]]:
    year = derived.association.year
    if section.yearly:
        return
    rows = section.model.derived_next_year(_ended(derived))
    if rows is not None:
        yield from (_in_unit(row, section.model, raw.unit) for row in rows)
        return
    entries = {entry.place: entry for entry in derived.underlag.of(section.model)}
    used = {field for row in raw.rows for field in row.cells if not is_nothing_typed(row.cells[field].value)}
    for row in raw.rows:
        entry = entries[row.place]
        if entry.row.stays(year) and not _is_about(entry.row, gone) and not _shows(entry.row, gone):
            values = dict(_row(row, entry, used, derived, raw.unit))
            if not _tells_nothing(section.model, row, values):
                yield values
    yield from (
        _in_unit(row, section.model, raw.unit) for row in _booked(section.model, derived, used, carrying=carrying)
    )
    added = section.model.added_next_year(derived.underlag.rows(section.model), _ended(derived))
    yield from (_in_unit(row, section.model, raw.unit) for row in added)


def _booked(model: type[Row], derived: Derivation, used: set[str], *, carrying: bool) -> Iterator[dict[str, Any]]:
    """What a ledger no longer tells next year, in kronor: the older years that the tab has columns for, and the budget.

    The accounts that became one row are one again.
    """
    ways = {name: rolls(info) for name, info in model.model_fields.items()}
    older = {
        name: way
        for name, way in ways.items()
        if isinstance(way, Takes) and ((way.carried and carrying) or (way.where_used and name in used))
    }
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for entry in derived.underlag.of(model):
        taken = {name: amount for name, way in older.items() if (amount := getattr(entry.row, way.field)) is not None}
        if entry.is_booked and taken:
            words = {name: value for name, value in dict(entry.row).items() if value and not _amounts(model, (name,))}
            row = found.setdefault(tuple(words.items()), words)
            row |= {name: row.get(name, Decimal(0)) + amount for name, amount in taken.items()}
    yield from found.values()


def _ended(derived: Derivation) -> Ended:
    def amount(code: str, year: int) -> Decimal | None:
        figure = derived.figures.get(FigureId(code, year))
        return figure.value if figure is not None and isinstance(figure.value, Decimal) else None

    return Ended(derived.association.year, derived.facts, amount)


def _in_unit(row: Mapping[str, object], model: type[Row], unit: Decimal) -> dict[str, Any]:
    """Amounts in kronor as they are typed in a tab of another unit."""
    amounts = {column.name for column in columns(model) if isinstance(column.kind, AmountColumn)}
    return {
        name: value / unit if name in amounts and isinstance(value, Decimal) else value for name, value in row.items()
    }


def _is_about(row: Row, gone: Mapping[str, set[Name]]) -> bool:
    """Whether a row names one that does not stay."""
    return any(
        getattr(row, column.name) in gone.get(column.kind.register, ())
        for column in columns(type(row))
        if isinstance(column.kind, ReferenceColumn)
    )


def _shows(row: Row, gone: Mapping[str, set[Name]]) -> bool:
    """Whether a row of the outline shows nothing but one that does not stay."""
    return isinstance(row, OutlineBlock) and bool(row.content) and any(row.name in names for names in gone.values())


def _row(
    row: RawRow, entry: Entry[Any], used: set[str], derived: Derivation, unit: Decimal
) -> Iterator[tuple[str, Any]]:
    """The filled fields of next year's row; ``unit`` is the one that the tab's amounts are typed in."""
    for name, info in type(entry.row).model_fields.items():
        way = rolls(info)
        if way is NextYear.LATER and _is_of_own_table(entry.row, derived.underlag):
            way = NextYear.KEPT
        value = _value(name, way, row, entry, used)
        if value is None and isinstance(way, Takes) and way.derived and _is_for(way, entry, derived):
            booked = isinstance(column_of(info), AmountColumn)
            value = _figure(entry.row, derived, whole=not booked and _is_whole(entry.row))
            value = value / unit if value is not None and booked else value
        if value is not None:
            yield name, value


def _is_of_own_table(row: Row, underlag: Underlag) -> bool:
    """Whether a row is about a table of one's own, which has the heads that were typed: it says them as they were."""
    named = getattr(row, "table", NO_NAME)
    return named in {table.name for table in underlag.rows(FreeTable)}


def _is_for(way: Takes, entry: Entry[Any], derived: Derivation) -> bool:
    """Whether the row is the one to get its figure: none of that figure has it typed, and it is the first of them."""
    if not entry.row.is_derived:
        return False
    rows = [each for each in derived.underlag.of(type(entry.row)) if each.row.code == entry.row.code]
    return rows[0].place == entry.place and all(getattr(each.row, way.field) is None for each in rows)


def _value(name: str, way: NextYear | Takes, row: RawRow, entry: Entry[Any], used: set[str]) -> Any:
    if isinstance(way, Takes):
        if way.where_used and name not in used:
            return None
        kinds = _columns(type(entry.row))
        taken = [typed(row.cells[field], kinds[field]) for field in (way.field, *way.more) if field in row.cells]
        return sum(map(Decimal, map(str, taken))) if way.more and taken else next(iter(taken), None)
    if way is NextYear.EMPTIED or name not in row.cells:
        return None
    value = typed(row.cells[name], column_of(type(entry.row).model_fields[name]))
    if way is NextYear.LATER:
        return _later(getattr(entry.row, name))
    if way is NextYear.MARKED and not is_nothing_typed(value):
        return marked(str(value))
    return value


def _later(value: int | str) -> int | str:
    """A year, or the years that a text mentions, a year later."""
    return value + 1 if isinstance(value, int) else _YEAR.sub(lambda found: str(int(found[0]) + 1), value)


def _figure(row: Any, derived: Derivation, *, whole: bool) -> Decimal | None:
    """The row's own figure of the year before the one that ended, as it may be typed; ``whole``: in whole kronor."""
    figure = derived.figures.get(FigureId(row.code, derived.association.year - 1))
    if figure is None or not isinstance(figure.value, Decimal):
        return None
    decimals = 0 if figure.unit == KRONOR and whole else _DECIMALS.get(figure.unit, _decimals_of_share(row))
    value = rounded(figure.value, decimals).normalize() + 0
    return TypedNumber(value, suffix=PER_CENT) if figure.unit == SHARE else value


def _decimals_of_share(row: Row) -> int:
    """Those of the row's typed per cents, which it is printed beside; a typed number is printed as it was typed."""
    typed_shares = [value for value in dict(row).values() if isinstance(value, TypedNumber) and value.is_per_cent]
    return max((_DECIMALS_OF_SHARES + each.decimals for each in typed_shares), default=_DECIMALS_OF_SHARES)


def _is_whole(row: Row) -> bool:
    """Whether amounts are typed in a row, all without öre: what is written beside them is no finer."""
    typed_amounts = [value for value in dict(row).values() if isinstance(value, Decimal)]
    return bool(typed_amounts) and all(value == value.to_integral_value() for value in typed_amounts)


def _tells_nothing(model: type[Row], row: RawRow, values: Mapping[str, Any]) -> bool:
    """Whether all amounts that were typed in a row are older than what next year's report shows."""
    kinds = _columns(model)
    amounts = _amounts(model, row.cells)
    older = all((kinds[name].year or 0) < 0 for name in amounts)
    return bool(amounts) and older and not _amounts(model, values)


def _columns(model: type[Row]) -> Mapping[str, Column]:
    return {column.name: column.kind for column in columns(model)}


def _amounts(model: type[Row], filled: Iterable[str]) -> Sequence[str]:
    kinds = _columns(model)
    return [name for name in filled if isinstance(kinds[name], AmountColumn)]
