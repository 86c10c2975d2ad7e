"""What stands in a fact sheet: amounts, words as they stand, and a text that its heading leads in."""

from decimal import Decimal

from generator.blocks.block import Placement
from generator.figures.figure import Figure, FigureId
from generator.figures.table import Amount
from generator.ground.formatting import COUNT, SHARE
from generator.subjects.insatser.figures_participants import REACHED
from generator.subjects.insatser.rows import Insats
from generator.texts.cells import words_of
from generator.texts.items import begins_point


def led_in(heading: str, text: str) -> str:
    """Begin a text with its heading in bold: on its first line, or before it where it begins with a list."""
    lead = f"**{words_of(heading.rstrip(':'))}:**"
    return f"{lead}\n\n{text}" if begins_point(text) else f"{lead} {text}"


def placed_count(insats: Insats, placement: Placement) -> Figure | None:
    """The figure of an insats's participants in the report's year; None where they are no number."""
    return placement.derived.figures.get(FigureId(f"{insats.code}{REACHED}", placement.derived.association.year))


def placed_amount(code: str, placement: Placement) -> Amount | None:
    """The amount of a figure of the report's year, in the unit of the placement; None where there is none.

    Shares and counts have a unit of their own, and no decimals.
    """
    figure = placement.derived.figures.get(FigureId(code, placement.derived.association.year))
    if figure is None or not isinstance(figure.value, Decimal):
        return None
    if figure.unit in (SHARE, COUNT):
        return Amount(figure, figure.unit)
    return Amount(figure, placement.style.unit, placement.style.decimals)
