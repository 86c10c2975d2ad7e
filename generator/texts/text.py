"""The SourcedText: Markdown line by line, each line with the place it came from."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.ground.names import clean
from generator.ground.source import Source
from generator.texts.cells import markdown_of


@dataclass(frozen=True, slots=True)
class SourcedText:
    """A text in Markdown. ``places`` has the Source of each line: a cell, or a line or paragraph of a file."""

    lines: tuple[str, ...] = ()
    places: tuple[Source, ...] = ()

    @property
    def markdown(self) -> str:
        """The text as one string."""
        return "\n".join(self.lines)

    @property
    def is_empty(self) -> bool:
        """Whether nothing but space stands here."""
        return not any(line.strip() for line in self.lines)

    def place(self, start: int = 0, end: int | None = None, found: str = "") -> Source:
        """Where ``found`` stands among the lines from ``start`` to ``end``; the first of them where it is on none."""
        lines = range(start, min(len(self.lines), start + 1 if end is None else end))
        return self.places[next((line for line in lines if found and found in self.lines[line]), start)]

    def part(self, start: int, end: int) -> "SourcedText":
        """The lines from ``start`` to, not including, ``end``."""
        return SourcedText(self.lines[start:end], self.places[start:end])

    def __add__(self, other: "SourcedText") -> "SourcedText":
        return SourcedText(self.lines + other.lines, self.places + other.places)


@dataclass(frozen=True, slots=True)
class UnchangedText:
    """A text of a file that is marked as last year's and has not been changed: its heading, its place, its lines'."""

    heading: str
    place: Source
    lines: tuple[Source, ...]


def text_in_cell(typed: str, source: Source) -> SourcedText:
    """Make a SourcedText of what stands in a cell, as it is printed."""
    return markdown_at(markdown_of(clean(typed)), source)


def markdown_at(text: str, source: Source) -> SourcedText:
    """Make a SourcedText of Markdown that stands in one place."""
    lines = tuple(text.split("\n"))
    return SourcedText(lines, (source,) * len(lines))


def joined(texts: Iterable[SourcedText]) -> SourcedText:
    """Put texts after each other."""
    whole = SourcedText()
    for text in texts:
        whole += text
    return whole
