"""Diagrams of a table: its own figures, with its unit, decimals and sign for nothing, so that both show the same."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.blocks.block import Block
from generator.blocks.chart import SERIES, TEMPLATE, Chart, Series
from generator.blocks.layout import Layout
from generator.figures.figure import Figure
from generator.figures.naming import head_text
from generator.figures.table import Cell, Table, TableRow
from generator.ground.formatting import KRONOR
from generator.ground.names import Name
from generator.model.association import Width

_WITH = ", med diagram"
_SAME = "Samma siffror står i tabellen intill, där de går att läsa rad för rad."


def charted(layout: Layout, shows: str) -> Layout:
    """Make a layout of another, with a diagram besides; ``shows`` is a sentence on the diagram."""
    return Layout(f"{layout}{_WITH}", f"{layout.shows} {shows}")


def is_charted(layout: Name) -> bool:
    """Whether a layout has a diagram besides its table."""
    return str(layout).casefold().endswith(_WITH)


def uncharted(layout: Name) -> Name:
    """Tell which layout the table of one has."""
    return Name(str(layout)[: -len(_WITH)]) if is_charted(layout) else layout


def table_chart(
    table: Table, kind: str, anchor: str, categories: Sequence[str], series: Sequence[tuple[str, Sequence[Cell]]]
) -> Chart:
    """Make a diagram of some of a table's cells."""
    return Chart(
        anchor,
        kind,
        tuple(categories),
        tuple(Series(name, tuple(cells)) for name, cells in series),
        table.unit,
        table.decimals,
        table.share_decimals,
        table.count_decimals,
        table.nil_sign,
        "",
    )


def over_years(table: Table, kind: str, anchor: str, wanted: Callable[[TableRow], bool]) -> Chart | None:
    """Make a diagram of rows of a table that has the latest year first, from the oldest on.

    None where they have no amount, or a single year: that is no development.
    """
    rows = [row for row in table.rows if wanted(row)]
    if len(table.columns) < 2 or not any(_has_amount(cell) for row in rows for cell in row.cells):  # noqa: PLR2004
        return None
    heads = [head_text(column) for column in table.columns]
    return table_chart(table, kind, anchor, heads[::-1], [(row.label, row.cells[::-1]) for row in rows])


def _has_amount(cell: Cell) -> bool:
    return isinstance(cell.of, Figure) and bool(cell.of.amount)


def chart_block(chart: Chart, caption: str, lead: str, width: Width = Width.WHOLE) -> Block:
    """Place a diagram beside its table, under its caption, which tells the unit of amounts.

    ``lead`` is a sentence on what is drawn, for who does not see it.
    """
    units = {cell.of.unit for each in chart.series for cell in each.cells if isinstance(cell.of, Figure)}
    told = f"{caption}, {chart.unit}" if units == {KRONOR} else caption
    chart = replace(chart, lead=f"{lead} {_SAME}")
    return Block(content=chart, template=TEMPLATE, caption=told, series=SERIES, called=(caption,), width=width)
