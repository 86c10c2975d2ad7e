"""The figures of free tables: what is typed is stated, what is left empty in sums and computed columns is derived."""

from collections.abc import Iterator, Sequence

from generator.figures.declaration import Combined, Declaration, Ratio, Stated, Term, plus
from generator.ground.formatting import POINTS, SHARE
from generator.ground.names import brief, folded
from generator.model.fact import Observation
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.free_tables.rows import (
    COMPARED,
    DIFFERENCE,
    HEADING,
    REPEATED,
    SHARE_OF,
    SHARE_OF_FIRST,
    SHARE_OF_NAMED,
    SHARE_ROW,
    SUBTOTAL,
    SUM,
    TOTAL,
)
from generator.subjects.free_tables.rows_layout import (
    FreeLayout,
    FreeLine,
    FreeTableColumn,
    base_unit,
    layouts,
    shared_names,
    unit_of,
)

_Place = tuple[FreeLine, FreeTableColumn]

QUALIFIED = {"table.*": "tabell.*", "table.*.*": "tabell.*.*", "table.*.*.*": "tabell.*.*.*"}
PART_SUM = "part_"
"""The last part of the code of a sum that a share is of: no name's part ends so."""
TOTAL_PART = "total"
"""The last parts of the code of a column's sum, in a table that has no row for it."""


def facts(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give the typed numbers as Facts of the report's year, sums that are derived left out."""
    for layout in layouts(underlag):
        for line in layout.lines:
            for column in layout.columns:
                if is_typed(layout, line, column):
                    value = layout.typed(line, column)
                    code, form = layout.cell(line, column), layout.form_at(line, column)
                    yield Observation(code, year, value, line.entry.source(column.field), form=form)  # type: ignore[arg-type] # a number


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare a figure for each cell that has a number or can be computed."""
    del facts
    for layout in layouts(underlag):
        for column in layout.columns:
            if _needs_sum(layout, column):
                terms = plus(*(layout.cell(line, column) for line in layout.lines if _adds(layout, line, column)))
                label = f"{_title(layout)}, summa {brief(column.head)}"
                yield Combined(_sum_of(layout, column), label, terms, flow=True, unit=base_unit(column))
            for line in layout.lines:
                yield from _declared(layout, line, column)


def has_figure(layout: FreeLayout, line: FreeLine, column: FreeTableColumn) -> bool:
    """Whether a cell has a figure, typed or derived."""
    return any(True for _ in _declared(layout, line, column))


def is_typed(layout: FreeLayout, line: FreeLine, column: FreeTableColumn) -> bool:
    """Whether a cell's figure is the number that is typed in it."""
    number = not isinstance(layout.typed(line, column), str | None)
    return (
        number
        and not column.computed
        and line.kind not in {HEADING, SHARE_ROW}
        and not _terms_of_sum(layout, line, column)
    )


def _declared(layout: FreeLayout, line: FreeLine, column: FreeTableColumn) -> Iterator[Declaration]:
    code, unit = layout.cell(line, column), layout.unit_at(line, column)
    label = f"{_title(layout)}, {brief(line.entry.row.label)}, {brief(column.head)}"
    if line.kind == HEADING:
        return
    if line.kind == SHARE_ROW:
        yield from _share_of_rows(layout, line, column, label)
    elif column.computed:
        yield from _computed(layout, line, column, label)
    elif terms := _terms_of_sum(layout, line, column):
        yield Combined(code, label, terms, flow=True, unit=base_unit(column))
    elif is_typed(layout, line, column):
        yield Stated(code, label, observed(code), flow=True, unit=unit)


def _computed(layout: FreeLayout, line: FreeLine, column: FreeTableColumn, label: str) -> Iterator[Declaration]:
    code = layout.cell(line, column)
    before = layout.columns[: layout.columns.index(column)]
    if column.computed == SHARE_OF:
        base = next((each for each in reversed(before) if each.computed != SHARE_OF), None)
        if base and has_figure(layout, line, base) and _needs_sum(layout, base):
            yield Ratio(code, label, layout.cell(line, base), _sum_of(layout, base))
        return
    if column.computed == SHARE_OF_NAMED:
        yield from _share_of_named(layout, line, column, label)
    if column.computed == SHARE_OF_FIRST:
        yield from _share_of_first(layout, line, column, label)
    if column.computed == REPEATED:
        same = next((each for each in reversed(before) if each.head == column.head), None)
        if same and has_figure(layout, line, same):
            yield Combined(code, label, plus(layout.cell(line, same)), flow=True, unit=unit_of(same))
    like = [each for each in before if not each.computed and layout.unit_at(line, each) == base_unit(column)]
    there = [each for each in like if has_figure(layout, line, each)]
    if column.computed == SUM and there:
        terms = plus(*(layout.cell(line, each) for each in there))
        yield Combined(code, label, terms, flow=True, unit=base_unit(column))
    if column.computed == DIFFERENCE and len(like) > 1 and set(like[-2:]) <= set(there):
        terms = (Term(1, layout.cell(line, like[-2])), Term(-1, layout.cell(line, like[-1])))
        yield Combined(code, label, terms, flow=True, unit=unit_of(column))


def _share_of_first(layout: FreeLayout, line: FreeLine, column: FreeTableColumn, label: str) -> Iterator[Declaration]:
    """Declare the share of the number before in the row's first number, both of one kind."""
    before = layout.columns[: layout.columns.index(column)]
    there = [each for each in before if has_figure(layout, line, each) and layout.unit_at(line, each) != SHARE]
    if len(there) > 1:
        part, whole = there[-1], there[0]
        yield Ratio(layout.cell(line, column), label, layout.cell(line, part), layout.cell(line, whole))


_NO_WHOLE = frozenset({SHARE_OF, SHARE_OF_FIRST, SHARE_OF_NAMED, REPEATED, *COMPARED})
"""The computed columns that nothing is a share of."""


def shared_columns(
    layout: FreeLayout, column: FreeTableColumn
) -> tuple[tuple[FreeTableColumn, ...], FreeTableColumn] | None:
    """The columns that a share is of, and the one that is the whole; None where one of them is not there.

    Where no part is named it is the column that the share's own head names, *Andel kvinnor*, else the nearest before.
    """
    parts, base = shared_names(column.of, [each.head for each in layout.columns])
    whole = _named(layout, column, base)
    found = [_named(layout, column, name) for name in parts]
    before = [each for each in layout.columns[: layout.columns.index(column)] if _may_be_shared(each, whole)]
    said = [each for each in before if f" {folded(each.head)} " in f" {folded(column.head)} "]
    usual = said if len(said) == 1 else before[-1:]
    named = tuple(each for each in (found or usual) if each)
    return (named, whole) if whole and named and len(named) == len(found or usual) else None


def _may_be_shared(column: FreeTableColumn, whole: FreeTableColumn | None) -> bool:
    return column != whole and column.computed not in {*_NO_WHOLE, DIFFERENCE}


def _named(layout: FreeLayout, column: FreeTableColumn, head: str) -> FreeTableColumn | None:
    """The column of a head: the nearest before, else the first behind."""
    place = layout.columns.index(column)
    near = (*layout.columns[:place][::-1], *layout.columns[place + 1 :])
    return next((each for each in near if each.head == head and each.computed not in _NO_WHOLE), None)


def _share_of_named(layout: FreeLayout, line: FreeLine, column: FreeTableColumn, label: str) -> Iterator[Declaration]:
    """Declare the share of some numbers in that of the column that is named."""
    shared = shared_columns(layout, column)
    if shared is not None:
        parts, base = shared
        yield from _share(layout, [(line, each) for each in parts], (line, base), layout.cell(line, column), label)


def _share_of_rows(layout: FreeLayout, line: FreeLine, column: FreeTableColumn, label: str) -> Iterator[Declaration]:
    """Declare what some rows are of another in a column."""
    shared = layout.shared(line)
    if shared is not None and column.computed not in {*_NO_WHOLE, DIFFERENCE}:
        parts, base = shared
        yield from _share(layout, [(each, column) for each in parts], (base, column), layout.cell(line, column), label)


def _share(layout: FreeLayout, parts: Sequence[_Place], base: _Place, code: str, label: str) -> Iterator[Declaration]:
    """Declare a share of some cells in another, all of one unit, with their sum where they are several."""
    if not _are_alike([*parts, base], layout):
        return
    codes = list(dict.fromkeys(layout.cell(*place) for place in parts))
    part = codes[0] if len(codes) == 1 else f"{code}.{PART_SUM}"
    if len(codes) > 1:
        yield Combined(part, f"{label}, del", plus(*codes), flow=True, unit=base_unit(base[1]))
    yield Ratio(code, label, part, layout.cell(*base))


def _are_alike(cells: Sequence[_Place], layout: FreeLayout) -> bool:
    """Whether all have figures of one unit that shares can be counted of."""
    units = {layout.unit_at(line, column) for line, column in cells}
    return len(units) == 1 and not units & {SHARE, POINTS} and all(has_figure(layout, *cell) for cell in cells)


def compared(layout: FreeLayout, line: FreeLine, column: FreeTableColumn) -> tuple[str, str] | None:
    """The codes of the two figures before a column that it compares; None where they are not both there."""
    before = [each for each in layout.columns[: layout.columns.index(column)] if each.computed not in COMPARED]
    if len(before) < 2 or not all(has_figure(layout, line, each) for each in before[-2:]):  # noqa: PLR2004 - a pair
        return None
    return layout.cell(line, before[-2]), layout.cell(line, before[-1])


def _terms_of_sum(layout: FreeLayout, line: FreeLine, column: FreeTableColumn) -> tuple[Term, ...]:
    """What a row of sums adds in a column; shares are not added."""
    if line.kind not in {SUBTOTAL, TOTAL} or unit_of(column) in (SHARE, POINTS) or column.computed:
        return ()
    return plus(*(layout.cell(each, column) for each in layout.summed(line) if _adds(layout, each, column)))


def _adds(layout: FreeLayout, line: FreeLine, column: FreeTableColumn) -> bool:
    is_alike = column.computed or layout.unit_at(line, column) == base_unit(column)
    return bool(line.kind == "" and is_alike and has_figure(layout, line, column))


def _needs_sum(layout: FreeLayout, column: FreeTableColumn) -> bool:
    """Whether a column's sum is asked for: by shares of it."""
    after = layout.columns[layout.columns.index(column) + 1 :]
    shares = next((each for each in after if each.computed == SHARE_OF), None)
    between = after[: after.index(shares)] if shares else ()
    return shares is not None and all(each.computed == SHARE_OF for each in between) and column.computed != SHARE_OF


def _sum_of(layout: FreeLayout, column: FreeTableColumn) -> str:
    return f"{layout.code}.{TOTAL_PART}.{column.code}.{TOTAL_PART}"


def _title(layout: FreeLayout) -> str:
    return layout.table.title or layout.table.name
