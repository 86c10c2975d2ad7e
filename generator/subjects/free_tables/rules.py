"""What can be wrong in a free table: its heads, units and computations, and sums that are typed although derived."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.causes.explain import difference_causes
from generator.figures.figure import FigureId, Figures
from generator.figures.rounding import half_of_last_digit
from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.formatting import COUNT, SHARE, UNIT_FACTORS
from generator.ground.names import Name, brief, folded, nearest
from generator.ground.source import Source
from generator.model.association import ReportState
from generator.model.per_cents import Typed, ambiguous, is_among_per_cents, is_small, unclear
from generator.model.rows import Entry
from generator.model.values import shown
from generator.subjects.free_tables.figures import is_typed, shared_columns
from generator.subjects.free_tables.messages import (
    COLUMN_UNKNOWN,
    EMPTY,
    FROM_LAST_YEAR,
    HEADS_TWICE,
    NO_HEAD,
    NO_HEADS,
    OF_ROW_UNUSED,
    OTHER_MONEY,
    SHARE_COLUMN_UNKNOWN,
    SHARE_ROW_OF_NOTHING,
    SHARE_ROW_UNKNOWN,
    SUM_DIFFERS,
)
from generator.subjects.free_tables.rows import (
    COLUMN_UNITS,
    COMPUTATIONS,
    COMPUTED,
    HEADING,
    HEADS,
    MONEY,
    SHARE_OF_NAMED,
    SHARE_ROW,
    SUBTOTAL,
    TOTAL,
    UNITS,
    FreeRow,
    FreeTable,
)
from generator.subjects.free_tables.rows_layout import (
    FreeLayout,
    FreeLine,
    FreeTableColumn,
    base_named,
    expects_per_cent,
    layouts,
    shared_names,
)

_POINTS_HEAD = "procentenhet"
_PAIR = 2
"""So many per cents make a row or column one of per cents."""


def columns_are_told(case: Case) -> Iterator[Finding]:
    """A table has one row with its columns' heads."""
    for entry in case.underlag.of(FreeTable):
        rows = _rows_of(case, entry.row)
        heads = [row.source("kind") for row in rows if row.row.kind == HEADS]
        if not rows:
            yield EMPTY.found(entry.source("name"), table=entry.row.name).graded(case.lacking())
        elif not heads:
            yield NO_HEADS.found(rows[0].source("table"), table=entry.row.name)
        elif len(heads) > 1:
            yield HEADS_TWICE.found(*heads, table=entry.row.name)


def values_have_heads(case: Case) -> Iterator[Finding]:
    """A value stands in a column that has a head."""
    for layout in layouts(case.underlag):
        fields = {column.field for column in layout.columns}
        for entry in _rows_of(case, layout.table) if fields else ():
            for field, value in entry.row.values():
                if field not in fields:
                    yield NO_HEAD.found(entry.source(field), found=brief(shown(value)), table=layout.table.name)


def columns_are_known(case: Case) -> Iterator[Finding]:
    """The rows that tell of units and computations say something that there is."""
    computations = (*COMPUTATIONS, f"{SHARE_OF_NAMED} och en kolumns rubrik")
    known = {COLUMN_UNITS: tuple(UNITS), COMPUTED: computations}
    for entry in case.underlag.of(FreeRow):
        for field, value in entry.row.values() if entry.row.kind in known else ():
            choices = known[entry.row.kind]
            if entry.row.kind == COMPUTED and base_named(shown(value)):
                continue  # see ``shares_are_of_what_is_there``
            if Name(shown(value)) not in (*choices, "procent", "-", "–"):
                yield COLUMN_UNKNOWN.found(
                    entry.source(field), found=brief(shown(value)), kind=entry.row.kind, choices=", ".join(choices)
                )


def shares_are_of_what_is_there(case: Case) -> Iterator[Finding]:
    """What a row or a column of shares is counted on is in the table."""
    for layout in layouts(case.underlag):
        said = next((entry for entry in _rows_of(case, layout.table) if entry.row.kind == COMPUTED), None)
        for column in layout.columns:
            if said and column.computed == SHARE_OF_NAMED and shared_columns(layout, column) is None:
                yield _unknown_column(layout, column, said.source(column.field))
        for line in layout.lines:
            if line.kind == SHARE_ROW:
                yield from _unknown_rows(layout, line)
            elif line.entry.row.base:
                values = {"found": line.entry.row.base, "label": line.entry.row.label, "kind": SHARE_ROW}
                yield OF_ROW_UNUSED.found(line.entry.source("base"), **values)


def _unknown_column(layout: FreeLayout, column: FreeTableColumn, place: Source) -> Finding:
    heads = [each.head for each in layout.columns if each != column]
    parts, base = shared_names(column.of, heads)
    name = next((each for each in (*parts, base) if each not in heads), base)
    return SHARE_COLUMN_UNKNOWN.found(place, table=layout.table.name, found=name, hint=hint(nearest(name, heads)))


def _unknown_rows(layout: FreeLayout, line: FreeLine) -> Iterator[Finding]:
    parts, base = layout.shared_names(line)
    values = {"table": layout.table.name, "label": line.entry.row.label}
    place = line.entry.source("base")
    lacking = "rad att vara av" if not base else "rad ovanför" if not parts else ""
    if lacking:
        yield SHARE_ROW_OF_NOTHING.found(place, why=f"saknar {lacking}", **values)
    elif set(base) & set(parts):
        yield SHARE_ROW_OF_NOTHING.found(place, why=f"är {base[0]} i förhållande till sig själv", **values)
    labels = [each.entry.row.label for each in layout.lines if each.kind not in {HEADING, SHARE_ROW}]
    for name in dict.fromkeys((*parts, *base)):
        if not layout.named_rows(line, [name]):
            yield SHARE_ROW_UNKNOWN.found(place, found=name, hint=hint(nearest(name, labels)), **values)


def per_cents_are_clear(case: Case) -> Iterator[Finding]:
    """A small number where a column's are per cents has one meaning."""
    for layout in layouts(case.underlag):
        for column in layout.columns:
            if expects_per_cent(column) and not column.computed:
                rows = [(line.entry, getattr(line.entry.row, column.field)) for line in layout.lines]
                cells = ((entry.source(column.field), value) for entry, value in rows)
                yield from unclear(Typed(value, source) for source, value in cells if isinstance(value, Decimal))


def shares_among_per_cents_are_clear(case: Case) -> Iterator[Finding]:
    """A number below one with decimals, where all others of its column or of its row are per cents, has one meaning."""
    for layout in layouts(case.underlag):
        typed = [column for column in layout.columns if not column.computed and column.unit == COUNT]
        for column in typed:
            if expects_per_cent(column) or _POINTS_HEAD in folded(column.head):
                continue
            of_column = _numbers(layout.lines, [column])
            asked = [
                (value, line.entry.source(column.field))
                for line in layout.lines
                for value in _numbers([line], [column])
                if _is_part(value)
                and any(is_among_per_cents(each, _PAIR) for each in (of_column, _numbers([line], typed)))
            ]
            if asked:
                values, sources = zip(*asked, strict=True)
                yield ambiguous(values, sources)


def _is_part(value: Decimal) -> bool:
    return is_small(value) and value != value.to_integral_value() and not getattr(value, "suffix", "")


def _numbers(lines: Iterable[FreeLine], of: Iterable[FreeTableColumn]) -> list[Decimal]:
    """The numbers that are typed in some lines and columns of a table."""
    cells = (getattr(line.entry.row, column.field) for line in lines for column in of if line.kind != HEADING)
    return [value for value in cells if isinstance(value, Decimal)]


def sums_count_all(case: Case) -> Iterator[Finding]:
    """An amount in another unit of money than its column's is no part of the column's sum, which is told."""
    for layout in layouts(case.underlag):
        sums = any(line.kind in {SUBTOTAL, TOTAL} for line in layout.lines)
        for column in layout.columns if sums else ():
            other = [line for line in layout.lines if line.kind == "" and layout.is_of_other_money(line, column)]
            if other and column.unit in MONEY and not column.computed:
                sources = [line.entry.source(column.field) for line in other]
                found = brief(str(layout.typed(other[0], column)))
                yield OTHER_MONEY.found(*sources, found=found, unit=column.unit, table=layout.table.name)


def sums_agree(case: Case) -> Iterator[Finding]:
    """A sum that is typed although it is derived is the one that the rows give, as far as rounding allows."""
    if case.derived is None:
        return
    figures = case.derived.figures
    for layout in layouts(case.underlag):
        for line in layout.lines:
            for column in layout.columns:
                yield from _differing(layout, line, column, figures, case)


def tables_are_of_this_year(case: Case) -> Iterator[Finding]:
    """A table has other numbers than last year's report had: no code can tell which of its columns are new."""
    if case.derived is None or case.last_year is None:
        return
    year = case.derived.association.year
    before = {figure.key: figure.value for figure in case.last_year.edition.figures}
    severity = {ReportState.FINAL: Severity.WARNING, ReportState.IN_PROGRESS: Severity.REMAINING}.get(case.state)
    for layout in layouts(case.underlag):
        typed = [
            (layout.cell(line, column), layout.typed(line, column), line.entry.source(column.field))
            for line in layout.lines
            for column in layout.columns
            if is_typed(layout, line, column)
        ]
        if typed and all(before.get(FigureId(code, year - 1)) == value for code, value, _ in typed):
            sources = tuple(source for *_, source in typed)
            yield FROM_LAST_YEAR.found(*sources, table=layout.table.name).graded(severity)


def _differing(
    layout: FreeLayout, line: FreeLine, column: FreeTableColumn, figures: Figures, case: Case
) -> Iterator[Finding]:
    typed, year = layout.typed(line, column), case.derived.association.year if case.derived else 0
    figure = figures.get(FigureId(layout.cell(line, column), year))
    if not isinstance(typed, Decimal) or figure is None or is_typed(layout, line, column):
        return
    parts = [fact.amount for fact in figure.leaves()]
    factor = UNIT_FACTORS[column.unit] if column.unit in MONEY else Decimal(1)
    whole = all(part == part.to_integral_value() for part in (*parts, typed)) and factor == 1
    bound = Decimal(0) if whole else sum((half_of_last_digit(part / factor) * factor for part in parts), Decimal(0))
    if figure.unit == SHARE:
        form = layout.form_at(line, column)
        factor, bound = Decimal("0.01"), Decimal(1).scaleb(-2 - ((form and form.decimals) or 0)) / 2
    if isinstance(figure.value, Decimal) and abs(figure.value - typed) > bound:
        values = {"label": figure.label, "found": shown(typed / factor), "sum": shown(figure.value / factor)}
        causes = difference_causes(case.underlag, (figure.value - typed) / factor, bound / factor, (1, figure))
        yield SUM_DIFFERS.found(line.entry.source(column.field), **values).because(causes)


def _rows_of(case: Case, table: FreeTable) -> list[Entry[FreeRow]]:
    return [entry for entry in case.underlag.of(FreeRow) if entry.row.table == table.name]
