"""The charts of a report drawn, each for its width and like its neighbours, and put into the view as addresses."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.document.charts.ink import NARROW, WIDTH, Ink
from generator.document.charts.legend import legend_rows
from generator.document.charts.svg import chart_height, chart_svg
from generator.look.settings import Look
from generator.look.values import in_mm
from generator.view.parts import BlockView, ChartView

_PAGE, _TEXT = 210.0, 148.0
"""Millimetres: of a page, and of the text that a chart's letters are made for. With less the chart is narrower."""


def with_charts(blocks: Sequence[BlockView], look: Look) -> Iterator[BlockView]:
    """Draw the blocks' charts in the look's colours and font."""
    legend, height = 0, 0.0
    for place, block in enumerate(blocks):
        if block.row:
            legend, height = _of_row(blocks[place:], look)
        if isinstance(block.content, ChartView):
            ink = _ink(block, look)
            if block.width and block.begins_column and block.ends_column:
                ink = replace(ink, least_height=height)
            picture = chart_svg(block.content, ink, legend if block.width else 0)
            address = f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"
            yield replace(block, content=replace(block.content, address=address))
        else:
            yield block


def _of_row(blocks: Sequence[BlockView], look: Look) -> tuple[int, float]:
    """The rows of the highest legend in the row of columns that begins here, and how high its highest chart is.

    So all its scales end alike, and its charts are equally high.
    """
    last = next((place for place, block in enumerate(blocks) if block.ends_row), len(blocks) - 1)
    drawn = [(each.content, _ink(each, look)) for each in blocks[: last + 1] if isinstance(each.content, ChartView)]
    legend = max((legend_rows(chart, ink) for chart, ink in drawn), default=0)
    return legend, max((chart_height(chart, ink, legend) for chart, ink in drawn), default=0.0)


def _ink(block: BlockView, look: Look) -> Ink:
    width = _width(block) * min(1.0, (_PAGE - 2 * in_mm(look.margin_side)) / _TEXT)
    return Ink(look.accent, look.ink, look.quiet, look.rule, look.paper, look.table_font, width)


def _width(block: BlockView) -> float:
    return next((width for name, width in NARROW.items() if name in block.width.split()), WIDTH)
