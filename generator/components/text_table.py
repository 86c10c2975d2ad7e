"""The TextTable: a table whose cells hold words, for what is told rather than counted (goals, people).

Nothing here is HTML: a cell says what it holds, and ``document`` draws it, last. A new kind of cell is a frozen
dataclass here and a case in ``templates/base/_cell.html``.
"""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in Markdown, of any length."""

    text: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Short texts, one to a line, shown as they were typed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A word of a scale with its mark before it and a remark under it.

    The word alone tells everything: ``mark`` names a drawn shape that a screen reader passes over.
    """

    mark: str
    word: str
    remark: Prose


TextCell = Prose | Lines | Marked


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column: its head, and its width as a share of the table's, in per cent."""

    head: str
    width: int


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table of words; the first cell of each row is the row's head. Rows may break across pages."""

    key: str
    columns: tuple[TextColumn, ...]
    rows: tuple[tuple[TextCell, ...], ...]


TEMPLATE = "text_table"
"""The template that draws a block whose content is a TextTable."""


def widths(weights: tuple[int, ...]) -> tuple[int, ...]:
    """Share a table's width, in whole per cents that add up to 100, by the columns' weights."""
    total = sum(weights)
    edges = [100 * sum(weights[:count]) // total for count in range(len(weights) + 1)]
    return tuple(end - start for start, end in pairwise(edges))
