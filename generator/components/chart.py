"""The Chart: what a diagram shows, with its numbers still numbers. It is drawn in ``document``, last."""

from dataclasses import dataclass

from generator.figures.figure import Figure

BARS, STACKED, HORIZONTAL, LINES, RING = "staplar", "staplade", "liggande", "linjer", "ring"
KINDS = (BARS, STACKED, HORIZONTAL, LINES, RING)


@dataclass(frozen=True, slots=True)
class Series:
    """A series of a chart: one figure for each category, None where there is none."""

    name: str
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart. ``unit`` and ``decimals`` are those that its table shows the figures in."""

    anchor: str
    kind: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    lead: str
    notes: tuple[str, ...] = ()
