"""What the columns of a table of figures need, in the width of a nought: ``base.css`` shares the table's width by it.

Nothing here knows of fonts: letters are taken to be about as wide as digits, as they are in most. A table whose figures
are too wide all the same is measured when it is drawn.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.figures.table import RowKind, TableRow
from generator.ground.word_notes import without_notes

WORDS, PAIRED, STACKED = "words", "paired", "stacked"
"""Of the classes of a column: it holds words; a second figure beside each; one below each."""

_ROOM = 92
"""Noughts that a table over the whole width of a page has room for."""
_LABELS = 0.33
"""The share of the width that is left to the rows' labels, where pairs of figures may be stacked for it."""
_WIDTHS = (
    dict.fromkeys(" \u00a0", 0.45) | dict.fromkeys(".,:;|'()[]-\u00adiljtfrI", 0.62) | dict.fromkeys("MWmw%—", 1.6)
)
_MARK = "M\u00a0\u00a0"
"""About as wide as a mark and what parts it from its words."""
_LETTER, _CAPITAL = 1.0, 1.2
_BOLD = 1.09
"""How much wider the letters of a sum are."""
_EMS, _EMS_OF_MANY = 0.5, 0.52
"""The ems of a letter in a head: a nought is as wide as a letter in one font, and wider in another.

The small letters of many columns are as small in the head as below it, which leaves no air for a wider font.
"""
_SUMS = {RowKind.SUBTOTAL, RowKind.TOTAL}
_UNDIVIDED = 9
"""Letters of a word in a head that is never divided; ``base.css`` divides no shorter word."""
_PART, _WHOLE = 8.0, 11.0
"""Letters that a part of a divided word takes at most, and those of a word that there is room for undivided."""
_MANY, _MUCH = 7, 2
"""So many columns need not be alike: one that needs half of another's width at most has what it needs, and no air."""
_INDENT, _GAP, _WORDS_GAP = 2.5, 2.5, 5.0
"""Noughts that a level of the labels takes, and what parts two columns of figures, and of words."""
_LONGEST_WORDS, _LONGEST_WORD = 40.0, 14.0
"""Noughts that a text in a column of words wants on a line at most, and a word of it."""
_SHORT = 20.0
"""Noughts that a column of short words beside figures takes at most: none of its texts is divided."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The variables that ``base.css`` makes the widths of: those of a table, and of each column after its labels."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """What a column of figures needs: for its longest number, for the words of its head, and for them undivided."""

    number: float
    word: float = 0.0
    head: float = 0.0

    @property
    def most(self) -> float:
        """What it needs for all of it."""
        return max(self.number, self.head)

    def with_like(self, others: Iterable["ColumnNeed"], *, apart: bool) -> "ColumnNeed":
        """What it needs to be as wide as others; ``apart``: as those that are not much wider."""
        like = [other for other in others if not apart or other.most <= _MUCH * self.most]
        return ColumnNeed(*(max(getattr(each, name) for each in like) for name in ("number", "word", "head")))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table after its labels: their heads, their classes, and the rows with their cells' texts."""

    heads: Sequence[Sequence[str]]
    kinds: Sequence[str]
    rows: Sequence[tuple[TableRow, tuple[str, ...]]]

    def needs(self) -> tuple[ColumnNeed, ...]:
        """What each needs; those of one kind need alike, so that they become equally wide, where they are not many."""
        own = tuple(self._need(place) for place in range(len(self.kinds)))
        alike = [[need for need, other in zip(own, self.kinds, strict=True) if other == kind] for kind in self.kinds]
        return tuple(need.with_like(of, apart=len(own) >= _MANY) for need, of in zip(own, alike, strict=True))

    def _need(self, place: int) -> ColumnNeed:
        number = max((_wide_in(row, line) for row, cells in self.rows for line in cells[place].splitlines()), default=0)
        words = [word for line in self.heads[place] for word in line.split()]
        dated = [wide(word) for word in words if any(map(str.isdigit, word))]
        others = [(word, wide(word)) for word in words if not any(map(str.isdigit, word))]
        parts = (min(width, _PART) if len(word) > _UNDIVIDED else width for word, width in others)
        return ColumnNeed(
            max((number, *dated)), max(parts, default=0), min(max((width for _, width in others), default=0), _WHOLE)
        )

    def wanted(self) -> tuple[float, ...]:
        """What each column of words wants for its longest text, up to a line of some words; nothing for figures."""
        return tuple(
            _wanted([*self.heads[place], *(self._with_mark(row, place, cells[place]) for row, cells in self.rows)])
            if kind.startswith(WORDS)
            else 0
            for place, kind in enumerate(self.kinds)
        )

    @staticmethod
    def _with_mark(row: TableRow, place: int, text: str) -> str:
        return f"{_MARK if row.cells[place].mark else ''}{without_notes(text)}"


def wide(text: str) -> float:
    """About how wide a text is on one line, in noughts."""
    return sum(_WIDTHS.get(sign, _CAPITAL if sign.isupper() else _LETTER) for sign in text)


def stacked(labels: Sequence[tuple[str, int]], columns: Columns, share: float) -> Columns:
    """Set the second figure of each pair below the first, where the pairs leave too little to the labels.

    ``labels`` are those of the rows, each with its level; the table has ``share`` of a page's width.
    """
    room = _ROOM * share
    taken = min(_label(labels), _LABELS * room) + sum(need.number + _GAP for need in columns.needs())
    if taken <= room or not any(PAIRED in kind for kind in columns.kinds):
        return columns
    rows = [(row, tuple(text.replace("\u00a0(", "\n(") for text in texts)) for row, texts in columns.rows]
    return Columns(columns.heads, [kind.replace(PAIRED, STACKED) for kind in columns.kinds], rows)


def measured(labels: Sequence[tuple[str, int]], columns: Columns) -> Measures:
    """Tell what the labels and the columns need. Columns of words share with the labels what figures leave."""
    label, needs, wanted = _label(labels), columns.needs(), columns.wanted()
    words = _wanted([text for text, _ in labels]) + sum(wanted)
    figures = [need for need, want in zip(needs, wanted, strict=True) if not want]
    many = len(needs) >= _MANY
    ems = _EMS_OF_MANY if many else _EMS
    widest = max((need.most for need in needs), default=0)
    table = {"label": f"{label:.1f}ch", "columns": str(max(len(figures), 1))}
    if any(wanted):
        table |= {"most": "0mm", "figures": f"{sum(need.most + _GAP for need in figures):.1f}ch"}
    shorts = [want if figures and 0 < want <= _SHORT else 0 for want in wanted]
    if any(shorts):
        table |= {"shorts": str(sum(map(bool, shorts)))}
    return Measures(
        _style(table),
        tuple(
            _style(
                {"share": f"{want / words:.3f}"} | ({"short": f"{short:.1f}ch"} if short else {})
                if want
                else {
                    "need": f"{need.number:.1f}ch",
                    "word": f"{ems * need.word:.1f}em",
                    "head": f"{ems * need.head:.1f}em",
                }
                | ({"most": "0mm"} if many and _MUCH * need.most <= widest else {})
            )
            for need, want, short in zip(needs, wanted, shorts, strict=True)
        ),
    )


def _style(variables: dict[str, str]) -> str:
    return "; ".join(f"--{name}: {value}" for name, value in variables.items())


def _label(labels: Iterable[tuple[str, int]]) -> float:
    return max((_BOLD * wide(without_notes(text)) + _INDENT * level for text, level in labels), default=0)


def _wide_in(row: TableRow, text: str) -> float:
    return wide(text) * (_BOLD if row.kind in _SUMS else 1)


def _wanted(texts: Sequence[str]) -> float:
    words = (word for text in texts for word in text.split(" "))
    longest = max(map(wide, texts), default=0)
    return _WORDS_GAP + max(min(longest, _LONGEST_WORDS), min(max(map(wide, words), default=1), _LONGEST_WORD))
