"""What charts are drawn with: a look's colours and font, and the strokes, bars, marks and letters made of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from generator.document.charts.labels import SIZE
from generator.document.charts.placing import Box, Label

WIDTH = 590.0
NARROW = {"half": 280.0, "third": 177.0}
"""Points of a chart in a narrow column, by the column's class: its letters are as large as a whole one's."""
_WHOLE = 380.0
"""The least that a chart across the page is drawn in, with the widest margins."""
MARKS = ("circle", "square", "diamond", "triangle")
_AROUND = 4.0
"""Paper beside a text: so much that no rest of a line between two texts is taken for a minus sign."""
DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2", "1 2")


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours and the font of a chart, the width that it is drawn in, in points, and what its ids begin with.

    ``least_height``: bars that lie are spread so far down, as far as the chart beside them reaches.
    """

    accent: str
    ink: str
    quiet: str
    rule: str
    paper: str
    font: str
    width: float = WIDTH
    name: str = ""
    least_height: float = 0.0

    @property
    def is_whole(self) -> bool:
        """Whether it is drawn across the page."""
        return self.width >= _WHOLE


def mixed(colour: str, paper: str, share: float) -> str:
    """Mix ``share`` of the paper's colour into another, both ``#rrggbb``."""
    pairs = ((int(colour[at : at + 2], 16), int(paper[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)


def text(x: float, y: float, words: str, ink: str, anchor: str = "start") -> str:
    """Letters on a line."""
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{ink}" text-anchor="{anchor}">{escape(words)}</text>'


def label_text(label: Label, ink: str) -> str:
    """A label where it was placed."""
    return text(label.x, label.y, label.text, ink, label.anchor)


def line(start: tuple[float, float], end: tuple[float, float], colour: str, width: float) -> str:
    """A straight line."""
    (x1, y1), (x2, y2) = start, end
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width:g}"/>'


def bar(box: Box, fill: str, ink: Ink) -> str:
    """A bar, or a swatch of its colour."""
    return (
        f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{max(box.right - box.left, 0):.1f}" '
        f'height="{max(box.bottom - box.top, 0):.1f}" fill="{fill}" stroke="{ink.accent}" stroke-width="0.7"/>'
    )


def halo(box: Box, ink: Ink) -> str:
    """Paper behind a text, so that the lines of the scale end at it."""
    return (
        f'<rect x="{box.left - _AROUND:.1f}" y="{box.top - 1:.1f}" width="{box.right - box.left + 2 * _AROUND:.1f}" '
        f'height="{box.bottom - box.top + 2:.1f}" fill="{ink.paper}"/>'
    )


def _points(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def stroke(points: Sequence[tuple[float, float]], order: int, ink: Ink) -> str:
    """A series' line, in its own dashes."""
    dash = DASHES[order % len(DASHES)]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{_points(points)}" fill="none" stroke="{ink.accent}" stroke-width="1.8"{dashes}/>'


def mark(x: float, y: float, order: int, ink: Ink) -> str:
    """The mark of a series' values."""
    fill = f'fill="{ink.paper if order % 2 else ink.accent}" stroke="{ink.accent}" stroke-width="1.3"'
    match MARKS[order % len(MARKS)]:
        case "circle":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.4" {fill}/>'
        case "square":
            return f'<rect x="{x - 3:.1f}" y="{y - 3:.1f}" width="6" height="6" {fill}/>'
        case "diamond":
            corners = ((x, y - 4.4), (x + 4.4, y), (x, y + 4.4), (x - 4.4, y))
            return f'<polygon points="{_points(corners)}" {fill}/>'
    return f'<polygon points="{_points(((x, y - 4), (x + 4, y + 3.4), (x - 4, y + 3.4)))}" {fill}/>'


def letter_line(y: float) -> float:
    """The line of letters whose middle is at ``y``."""
    return y + SIZE * 0.35
