"""The derived figures that differ between two versions: those that the report's tables show, table by table."""

from collections.abc import Iterator
from decimal import Decimal

from generator.compare.change import Change
from generator.figures.figure import Figure, FigureId, Missing
from generator.figures.table import Table
from generator.ground.formatting import COUNT, KRONOR, kronor, number, percent
from generator.pipeline import Examination

_MEASURES = {"budget": ", budget", "budget_revised": ", reviderad budget"}


def changed_figures(old: Examination, new: Examination) -> Iterator[Change]:
    """Compare the figures in the tables of two reports; each is told in the first table that it stands in.

    Figures of one name that change alike, as the result in several statements, are told once.
    """
    if old.report is None or new.report is None:
        return
    known = {key: figure for table in old.report.tables for key, figure in _shown(table)}
    known |= dict(old.report.derived.figures)
    told: set[tuple[str, str, str]] = set()
    for table in new.report.tables:
        for key, figure in _shown(table):
            change = _name(figure), _told(known.get(key)), _told(figure)
            if change[1] != change[2] and change not in told:
                told.add(change)
                yield Change(f"Beräknat i rapporten: {table.title}", "", *change)


def _shown(table: Table) -> Iterator[tuple[FigureId, Figure]]:
    for row in table.rows:
        for cell in row.cells:
            if isinstance(cell.of, Figure):
                yield cell.of.key, cell.of


def _name(figure: Figure) -> str:
    _, year, measure = figure.key
    return f"{figure.label} {year}{_MEASURES.get(measure, '')}"


def _told(figure: Figure | None) -> str:
    """A figure as the list has it; what differs in no digit that is told does not differ."""
    if figure is None or figure.value is Missing.NOTHING:
        return "inget"
    if not isinstance(figure.value, Decimal):
        return "visas inte" if isinstance(figure.value, tuple) else figure.value.value
    if figure.unit == KRONOR:
        return kronor(figure.value)
    whole = figure.value == figure.value.to_integral_value()
    return number(figure.value, 0 if whole else 1) if figure.unit == COUNT else percent(figure.value, 1)
