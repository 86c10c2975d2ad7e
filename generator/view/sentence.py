"""Numbers outside tables, and sentences with them, as text."""

from dataclasses import replace

from markupsafe import Markup, escape

from generator.blocks.sentence import Quantity, Sentence
from generator.figures.figure import Figure
from generator.figures.table import Cell
from generator.ground.formatting import POINTS, SHARE
from generator.view.cells import cell_text
from generator.view.marks import Mark


def quantity_text(shown: Quantity, mark: Mark) -> str:
    """Write the number alone: a share in per cent without the sign, which stands beside it."""
    figure = shown.of
    bare: Figure = replace(figure, unit=POINTS) if figure.unit == SHARE else figure
    return mark(cell_text(Cell(bare, own_form=Cell(figure).form), shown), figure)


def sentence_text(sentence: Sentence, mark: Mark) -> Markup:
    """Write a sentence with its numbers."""
    parts = (quantity_text(part, mark) if isinstance(part, Quantity) else part for part in sentence.parts)
    return Markup("").join(map(escape, parts))
