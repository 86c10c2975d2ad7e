"""The Chart: what a diagram shows, with its numbers still numbers. It is drawn in ``document``, last."""

from dataclasses import dataclass

from generator.blocks.sentence import Sentence
from generator.figures.table import Cell

BARS, STACKED, HORIZONTAL, LINES, RING = "staplar", "staplade", "liggande", "linjer", "ring"
KINDS = (BARS, STACKED, HORIZONTAL, LINES, RING)

SERIES = "Diagram"
"""The series that diagrams are numbered in."""
TEMPLATE = "chart"
"""The template that draws a block whose content is a Chart."""


@dataclass(frozen=True, slots=True)
class Series:
    """A series of a chart: the cell of its table for each category."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. Unit, decimals and the sign for nothing are those of its table, so that both show the same numbers.

    ``told`` is a sentence below it, with its numbers. ``is_tall``: it is much of its page, and drawn higher.
    """

    anchor: str
    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    share_decimals: int
    count_decimals: int
    nil_sign: str
    lead: str
    notes: tuple[str, ...] = ()
    told: Sentence | None = None
    is_tall: bool = False
