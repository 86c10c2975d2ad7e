"""The spots of a report: each row of a table, each text and each chart in it, with the figures that it shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache

from generator.blocks.block import Block
from generator.blocks.text_table import TextTable
from generator.figures.figure import Figure
from generator.figures.table import Cell, Table
from generator.report.report import Report
from generator.texts.figures import FigureTexts, is_figure
from generator.texts.reference import OPENING, reference_at

NO_TABLE_ROW = -1
"""The row of a spot that is no row of a table."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a report where one can point: the number of its block, and the row (from 0) of which table in it.

    ``table`` is the table's key, empty for what is no table. ``words`` are the texts that stand there, each by itself.
    """

    block: int
    table: str = ""
    row: int = NO_TABLE_ROW
    figures: tuple[Figure, ...] = ()
    words: tuple[str, ...] = ()


def spots_of(report: Report) -> tuple[Spot, ...]:
    """Go through what a report shows, in its order."""
    spots = (spot for number, block in enumerate(report.blocks) for spot in _of_block(number, block))
    return tuple(_with_named(spot, report.figures) for spot in spots)


def _of_block(number: int, block: Block) -> Iterator[Spot]:
    yield Spot(number, words=tuple(filter(None, (block.heading, block.lead, block.text, block.caption))))
    yield from _of_content((block.table, block.content), number)


def _of_content(content: object, number: int) -> Iterator[Spot]:
    """The rows of tables, and one spot for whatever else is shown together."""
    match content:
        case Table():
            for place, row in enumerate(content.rows):
                yield Spot(number, content.key, place, tuple(_figures(row.cells)), (row.label, *_texts(row.cells)))
            yield from _gathered(number, (*content.notes, *(column.head for column in content.columns)))
        case TextTable():
            for place, words in enumerate(content.rows):
                parts = tuple(_parts(words.cells))
                shown = tuple(part for part in parts if isinstance(part, Figure))
                texts = tuple(part for part in parts if isinstance(part, str) and part)
                yield Spot(number, content.key, place, shown, texts)
        case tuple():
            for each in content:
                yield from _of_content(each, number)
        case None:
            return
        case _:
            yield from _gathered(number, content)


def _gathered(number: int, content: object) -> Iterator[Spot]:
    parts = tuple(_parts(content))
    figures = tuple(part for part in parts if isinstance(part, Figure))
    words = tuple(part for part in parts if isinstance(part, str) and part)
    if figures or words:
        yield Spot(number, figures=figures, words=words)


def _figures(cells: Iterable[Cell]) -> Iterator[Figure]:
    for cell in cells:
        yield from (part for part in (cell.of, cell.beside) if isinstance(part, Figure))


def _texts(cells: Iterable[Cell]) -> Iterator[str]:
    return (cell.of for cell in cells if isinstance(cell.of, str) and cell.of)


def _parts(content: object) -> Iterator[str | Figure]:
    """The texts and figures in what is shown, wherever in it they stand."""
    if isinstance(content, str | Figure):
        yield content
    elif isinstance(content, tuple | list):
        for part in content:
            yield from _parts(part)
    elif is_dataclass(content):
        kind: type = type(content)
        for name in _names_of(kind):
            yield from _parts(getattr(content, name))


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


def _with_named(spot: Spot, figures: FigureTexts) -> Spot:
    """A spot with the figures that its texts name."""
    named = [figure for text in spot.words if OPENING in text for figure in _named_in(text, figures)]
    return replace(spot, figures=(*spot.figures, *named)) if named else spot


def _named_in(text: str, figures: FigureTexts) -> Iterator[Figure]:
    start = text.find(OPENING)
    while start >= 0:
        reference = reference_at(text, start)
        found = figures.figure(reference) if reference and is_figure(reference) else None
        if isinstance(found, Figure):
            yield found
        start = text.find(OPENING, start + 1)
