"""From what a cell shows to Markdown: a cell is no document, and what it shows is printed.

Its lines stay lines. Marks within a line work; of those that begin a line only lists do, where at least two points
follow each other, and footnotes' texts.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby, pairwise

from generator.ground.word_notes import marked, parted
from generator.texts.items import AS_IS, DEEPEST, HARD_BREAK, begins_point, width_of_mark

_BACKSLASH = re.compile(r"\\(?![*_\[\]^{}])")
_SIGNS = re.compile(r"([\\`*_\[\]<>^&!{}])")
_SHOWN = re.compile(r"(&(?=#?\w+;)|<(?=br ?/?>))", re.IGNORECASE)
_DEFINITION = re.compile(r"\[\^[^\]\s]+\]:")
_ADDRESS = re.compile(r"\[(?P<label>[^\]\[^]+)\]:\s*<?(?:https?:|mailto:)\S")
"""A line that gives the address of a link in the cell; where none is called so it is words."""
_CALLED = re.compile(r"\[([^\]\[^]+)\]")
_PICTURE = re.compile(r"\s*!\[[^\n]*\)\s*")
_HEADING = re.compile(r"\s*#{1,6}\s+\S")
_DIVIDER = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?)?")
"""Of a line without blanks around it: these, held against two places at once, take a long line minutes."""


class _Line(Enum):
    BLANK = auto()
    WORDS = auto()
    POINT = auto()
    MORE = auto()
    """More of the point above: its line is indented."""
    ALONE = auto()
    """A footnote's text, a link's address or a picture: a paragraph of its own."""


_WITHIN_LIST = frozenset({_Line.POINT, _Line.MORE, _Line.BLANK})
_FEWEST_POINTS = 2
_NESTED = 2
"""Blanks more than the point above from which a point stands under it."""


def markdown_of(typed: str) -> str:
    """Write what a cell shows as Markdown."""
    lines = typed.split("\n")
    kinds = _kinds(lines)
    indents = [*_indents(lines, kinds), 0]
    return "".join(
        f"{' ' * indent}{_written(line, kind)}{_end(kind, following, deeper=indent < below)}"
        for line, (kind, following), (indent, below) in zip(
            lines, pairwise((*kinds, _Line.BLANK)), pairwise(indents), strict=True
        )
    ).rstrip()


def words_of(typed: str) -> str:
    """Write words that are no Markdown as Markdown that shows them as they stand, with their footnotes as such."""
    parts = (marked(part) if place % 2 else _signs(part) for place, part in enumerate(parted(typed)))
    return _beginning_nothing("".join(parts)) if typed else ""


def _signs(words: str) -> str:
    """Words in which no sign is a mark, each line of theirs on its own."""
    return _SIGNS.sub(r"\\\1", words).replace("\n", f"{HARD_BREAK}\n{AS_IS}")


def marks_of_documents(typed: str) -> Iterator[str]:
    """The lines of a cell that would be a heading or a table's beginning in a text file, and are printed here."""
    lines = typed.split("\n")
    if len(lines) > 1:
        yield from (line for line in lines if _HEADING.match(line) or _DIVIDER.fullmatch(line.strip()))


def _kinds(lines: Sequence[str]) -> list[_Line]:
    kinds: list[_Line] = []
    called = {label for line in lines if not _ADDRESS.match(line) for label in _CALLED.findall(line)}
    for line in lines:
        more = line[:1].isspace() and bool(kinds) and kinds[-1] in (_Line.POINT, _Line.MORE)
        address = _ADDRESS.match(line)
        kind = _Line.ALONE if address and address["label"] in called else _kind(line)
        kinds.append(_Line.MORE if more and kind is _Line.WORDS else kind)
    return [
        kind
        for within, run in groupby(kinds, _WITHIN_LIST.__contains__)
        for kind in (_run(list(run)) if within else run)
    ]


def _run(kinds: list[_Line]) -> list[_Line]:
    """Take a single point for words."""
    if kinds.count(_Line.POINT) >= _FEWEST_POINTS:
        return kinds
    return [kind if kind is _Line.BLANK else _Line.WORDS for kind in kinds]


def _kind(line: str) -> _Line:
    if not line.strip():
        return _Line.BLANK
    if _DEFINITION.match(line) or _PICTURE.fullmatch(line):
        return _Line.ALONE
    return _Line.POINT if begins_point(line) else _Line.WORDS


def _indents(lines: Sequence[str], kinds: Sequence[_Line]) -> Iterator[int]:
    """Where each line begins for Markdown: a point that is indented stands under the one above it.

    Cells are indented by whatever blanks there are; Markdown counts them, and one too few makes words of a point.
    """
    above: list[tuple[int, int]] = []
    for line, kind in zip(lines, kinds, strict=True):
        if kind is _Line.POINT:
            typed = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
            above = [(blanks, width) for blanks, width in above if blanks + _NESTED <= typed][: DEEPEST - 1]
            yield sum(width for _, width in above)
            above.append((typed, width_of_mark(line)))
        else:
            above = above if kind in _WITHIN_LIST else []
            yield sum(width for _, width in above) if kind is _Line.MORE else 0


def _written(line: str, kind: _Line) -> str:
    words = _SHOWN.sub(r"\\\1", _BACKSLASH.sub(r"\\\\", line.strip()))
    if kind is _Line.POINT:
        return " ".join(words.split(maxsplit=1))
    return _beginning_nothing(words) if kind is _Line.WORDS else words


def _beginning_nothing(words: str) -> str:
    return words if words[:1].isalnum() and not begins_point(words) else f"{AS_IS}{words}"


def _end(kind: _Line, following: _Line, *, deeper: bool) -> str:
    """What stands between two lines: a break of the line, nothing of note, or a new paragraph."""
    if following is _Line.POINT and (deeper or kind is _Line.MORE):
        return "\n\n"  # without it a number other than 1 begins no list
    if kind is following is _Line.WORDS:
        return f"{HARD_BREAK}\n"
    if following is _Line.MORE:
        return f"{HARD_BREAK}\n"
    goes_on = _Line.BLANK in (kind, following) or (following is _Line.POINT and kind is not _Line.WORDS)
    return "\n" if goes_on else "\n\n"
