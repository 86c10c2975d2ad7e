"""A survey's response rates in the rows of the answers: how many of the group were asked, and answered."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId, calendar_year
from generator.figures.table import Cell, Table, TableColumn, TableRow
from generator.subjects.surveys.rows import Answers

COLUMNS = {"asked_share": "Under\u00adsökt andel", "share": "Svarande andel", "answers": "Antal svarande"}
"""What is told of a group besides its answers, by what is added to the code of its rates; with the heads."""


def with_rates(table: Table, groups: Iterable[Answers], derived: Derivation) -> Table:
    """Add the columns of the response rates that are known to a table of answers, in each group's first row."""
    codes = {answers.entries[0].row.code: answers.rate.code for answers in groups if answers.rate}
    added = [tuple(_cells(row, codes, derived)) for row in table.rows]
    filled = [place for place in range(len(COLUMNS)) if any(cells[place].of for cells in added)]
    period = calendar_year(derived.association.year)
    heads = tuple(COLUMNS.values())
    columns = (*table.columns, *(TableColumn(period, heads[place]) for place in filled))
    rows = (
        replace(row, cells=(*row.cells, *(cells[place] for place in filled)))
        for row, cells in zip(table.rows, added, strict=True)
    )
    return replace(table, columns=columns, rows=tuple(rows))


def _cells(row: TableRow, codes: Mapping[str, str], derived: Derivation) -> Iterator[Cell]:
    """What is told of the group that a row is the first of; nothing in other rows, and of what is not known."""
    answered = (cell.of.key.code.rpartition(".")[0] for cell in row.cells if isinstance(cell.of, Figure))
    code = next((codes[each] for each in answered if each in codes), "")
    for field in COLUMNS:
        figure = derived.figures.get(FigureId(f"{code}.{field}", derived.association.year)) if code else None
        yield Cell(figure) if figure is not None and isinstance(figure.value, Decimal) else Cell("")
