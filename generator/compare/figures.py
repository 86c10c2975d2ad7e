"""The derived figures that differ between two versions, table by table: as the report writes them, in its words."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from generator.compare.change import Change
from generator.figures.figure import Figure, FigureId, Masked, Missing
from generator.figures.naming import head_text
from generator.figures.table import Cell, RowKind, Table
from generator.ground.formatting import KRONOR, NO_BREAK_SPACE
from generator.pipeline import Examination
from generator.view.cells import cell_text, has_parts

_NOTHING, _NOT_SHOWN = "inget", "visas inte"


class _Named(NamedTuple):
    """A cell with a figure, and what a reader calls it: its row and its column."""

    cell: Cell
    figure: Figure
    name: str


def changed_figures(old: Examination, new: Examination) -> Iterator[Change]:
    """Compare the figures in the tables of two reports; each is told in the first table that it stands in.

    They have the sign, unit, decimals and words of that table. Figures of one name that change alike, as the result in
    several statements, are told once; what differs in no digit that is printed does not differ.
    """
    if old.report is None or new.report is None:
        return
    known = {figure.key: figure for table in old.report.tables for _, figure, _ in _cells(table)}
    known |= dict(old.report.derived.figures)
    told: set[tuple[str, int, str, str, str]] = set()
    for table in new.report.tables:
        whole = not has_parts((cell for row in table.rows for cell in row.cells), table)
        for cell, figure, name in _cells(table):
            before, after = _as_it_was(cell, figure, known), cell
            old_text, new_text = (_told(each, table, whole=whole) for each in (before, after))
            _, year, measure = figure.key
            alike = (figure.label, year, measure, _exact(before), _exact(after))
            if old_text != new_text and alike not in told:
                told.add(alike)
                yield Change(f"Beräknat i rapporten: {table.title}", "", name, old_text, new_text)


def _cells(table: Table) -> Iterator[_Named]:
    """The cells with figures; a row that shares its label with others is told apart by the heading above it."""
    shared = Counter(row.label for row in table.rows)
    heads = [head_text(column) for column in table.columns]
    above = ""
    for row in table.rows:
        if row.kind is RowKind.HEADING:
            above = row.label
        label = f"{above}, {row.label}" if above and shared[row.label] > 1 else row.label
        for head, cell in zip(heads, row.cells, strict=True):
            if isinstance(cell.of, Figure):
                yield _Named(cell, cell.of, f"{label} {head}" if head.isdecimal() else f"{label}, {head}")


def _as_it_was(cell: Cell, figure: Figure, known: Mapping[FigureId, Figure]) -> Cell:
    """The cell as it would have shown the figures of the earlier version."""
    before = known.get(figure.key) or replace(figure, value=Missing.NOTHING)
    return replace(cell, of=before, beside=known.get(cell.beside.key) if cell.beside else None)


def _told(cell: Cell, table: Table, *, whole: bool) -> str:
    """What a cell shows, with its unit."""
    figure = cell.of
    if not isinstance(figure, Figure) or figure.value is Missing.NOTHING:
        return _NOTHING
    if isinstance(figure.value, Masked):
        return _NOT_SHOWN
    text, alone = (cell_text(each, table, whole=whole) for each in (cell, replace(cell, beside=None)))
    in_unit = figure.unit == KRONOR and isinstance(figure.value, Decimal)
    return f"{alone}{NO_BREAK_SPACE}{table.unit}{text[len(alone) :]}" if in_unit else text


def _exact(cell: Cell) -> str:
    return str(cell.of.value) if isinstance(cell.of, Figure) else ""
