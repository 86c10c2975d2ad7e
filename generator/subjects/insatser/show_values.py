"""What stands in a fact sheet: amounts, words as they stand, and a text that its heading leads in."""

import re
from decimal import Decimal

from generator.blocks.block import Placement
from generator.figures.figure import Figure, FigureId
from generator.figures.table import Amount
from generator.subjects.insatser.figures_participants import REACHED
from generator.subjects.insatser.rows import Insats

_BEGINS_A_BLOCK = re.compile(r"\s*(?:[-*+>#|]\s|\d+[.)]\s| {4})")
_MARKS = re.compile(r"([\\`*_\[\]<>])")


def led_in(heading: str, text: str) -> str:
    """Begin a text with its heading in bold: on its first line, or before it where it begins with a list."""
    lead = f"**{plain(heading.rstrip(':'))}:**"
    return f"{lead}\n\n{text}" if _BEGINS_A_BLOCK.match(text) else f"{lead} {text}"


def plain(words: str) -> str:
    """Words that are no Markdown, as Markdown that shows them as they stand."""
    return _MARKS.sub(r"\\\1", words)


def placed_count(insats: Insats, placement: Placement) -> Figure | None:
    """The figure of an insats's participants in the report's year; None where they are no number."""
    return placement.derived.figures.get(FigureId(f"{insats.code}{REACHED}", placement.derived.association.year))


def placed_amount(code: str, placement: Placement) -> Amount | None:
    """The amount of a figure of the report's year, in the unit of the placement; None where there is none."""
    figure = placement.derived.figures.get(FigureId(code, placement.derived.association.year))
    style = placement.style
    return Amount(figure, style.unit, style.decimals) if figure and isinstance(figure.value, Decimal) else None
