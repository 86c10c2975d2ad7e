"""The rules of diagrams: what they show is there, of one kind, and fit to be drawn so."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from generator.blocks.block import Placement
from generator.blocks.case import Case
from generator.blocks.chart import LINES, Chart
from generator.blocks.named_tables import named_table, table_names
from generator.figures.figure import Figure, Masked
from generator.figures.table import Table
from generator.findings.finding import Finding, Severity
from generator.findings.message import hint
from generator.ground.names import Name, brief, nearest
from generator.model.rows import Entry
from generator.subjects.charts.figures import chart_of, head_texts, places_of, units_of
from generator.subjects.charts.messages import EMPTY, LINE_OF_ONE_POINT, MIXED_UNITS, PART_UNKNOWN, TABLE_UNKNOWN, WAITS
from generator.subjects.charts.rows import NAME, ChartRow
from generator.subjects.charts.rules_rings import rings_are_whole


def sources_are_there(case: Case) -> Iterator[Finding]:
    """A diagram's table, columns and rows are there, and what a ring shows are parts of a whole."""
    if case.derived is None:
        return
    placement = Placement(case.derived, 1, components=case.components)
    for entry in case.underlag.of(ChartRow):
        table = named_table(entry.row.table, placement, but=NAME)
        found = tuple(_of_chart(entry, table, placement, case))
        waits = case.lacking() is Severity.REMAINING and not (table and _has_year(table, case.derived.association.year))
        if waits and any(finding.rule is not TABLE_UNKNOWN for finding in found):
            yield WAITS.found(entry.source("name"), chart=entry.row.name, table=entry.row.table)
        else:
            yield from found


def _has_year(table: Table, year: int) -> bool:
    """Whether a table has any amount of the year; one without figures of years has all that it will have."""
    figures = [cell.of for line in table.rows for cell in line.cells if isinstance(cell.of, Figure)]
    of_year = [figure for figure in figures if figure.key.year == year]
    return any(isinstance(figure.value, Decimal | Masked) for figure in of_year)


def _of_chart(entry: Entry[ChartRow], table: Table | None, placement: Placement, case: Case) -> Iterator[Finding]:
    if table is None:
        known = tuple(table_names(case.underlag, case.components))
        if entry.row.table in known:
            yield EMPTY.found(entry.source("table"), chart=entry.row.name)
            return
        near = hint(nearest(entry.row.table, known))
        yield TABLE_UNKNOWN.found(entry.source("table"), found=brief(entry.row.table), hint=near)
        return
    yield from _unknown(entry, "columns", places_of(table), head_texts(table))
    labels = [line.label for line in table.rows]
    yield from _unknown(entry, "rows", map(Name, labels), labels)
    yield from _unfit(entry, table, chart_of(entry.row, placement))


def _unknown(entry: Entry[ChartRow], field: str, known: Iterable[Name], told: Sequence[str]) -> Iterator[Finding]:
    known = set(known)
    for part in (each.strip() for each in getattr(entry.row, field).split(";")):
        if part and Name(part) not in known:
            yield PART_UNKNOWN.found(
                entry.source(field),
                found=brief(part),
                what="kolumn" if field == "columns" else "rad",
                table=entry.row.table,
                choices=", ".join(dict.fromkeys(filter(None, told))),
            )


def _unfit(entry: Entry[ChartRow], table: Table, chart: Chart | None) -> Iterator[Finding]:
    if chart is None:
        yield EMPTY.found(entry.source("name"), chart=entry.row.name)
        return
    if len(units_of(chart)) > 1:
        yield MIXED_UNITS.found(entry.source("columns"), chart=entry.row.name)
    cells = [cell for series in chart.series for cell in series.cells]
    amounts = [cell.of.amount * cell.sign for cell in cells if isinstance(cell.of, Figure)]
    if not any(amounts):
        yield EMPTY.found(entry.source("name"), chart=entry.row.name)
    yield from rings_are_whole(entry, table, chart)
    if chart.kind == LINES and any(amounts) and len(chart.categories) == 1:
        yield LINE_OF_ONE_POINT.found(entry.source("kind"), chart=entry.row.name, category=chart.categories[0])
