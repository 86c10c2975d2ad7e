"""Where a report says what stands in a cell, in a line of a text file, or in the row that a cell is in."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from generator.blocks.block import NO_ROW
from generator.ground.source import Source
from generator.model.registers import OutlineBlock
from generator.model.values import RawCell
from generator.report.report import Report
from generator.report.resting import Key, row_of
from generator.report.spots import Spot
from generator.texts.cells import markdown_of

_LEAST = 3
"""Letters of a text that is looked for: a shorter one stands somewhere by chance."""

_LONG = 24
"""Letters of a text that is looked for within others; a shorter one must be all that stands in its place."""

_HEADING_AWAY = 2
"""Lines from a heading, which is no line of its text, to the first line that is."""


class Said:
    """The texts of a report, by where they came from."""

    def __init__(self, report: Report, spots: Sequence[Spot]) -> None:
        """Keep the report and its spots; what is looked for is indexed when it first is."""
        self._report = report
        self._spots = spots

    def content(self, block: int) -> str:
        """Which part of the report a block shows, empty for none."""
        row = self._report.blocks[block].row
        return self._report.rows[row].content if row != NO_ROW else ""

    def saying(self, place: Source) -> Iterator[int]:
        """The spots that show the text at a place: a row of *Innehåll*, a line of a text file, or a cell with words."""
        if place.file and not place.tab:
            yield from self._of_line(place)
        elif place.tab == self._outline_tab:
            yield from self._of_outline(place)
        elif place.column:
            for cell in self._typed(place):
                if cell.source.column == place.column and isinstance(cell.value, str):
                    yield from self._with_words(cell.text)

    def named_in_row(self, place: Source) -> Iterator[tuple[int, float]]:
        """The spots that are called what a place's row is, each with how likely it is meant: by the words it shares."""
        shared: dict[int, int] = {}
        words = [cell.text for cell in self._typed(place) if isinstance(cell.value, str)]
        for text in words:
            for spot in self._with_words(text):
                shared[spot] = shared.get(spot, 0) + 1
        yield from ((spot, count / len(words)) for spot, count in shared.items())

    @cached_property
    def _outline_tab(self) -> str:
        return self._report.derived.underlag.place(OutlineBlock).tab

    def _of_outline(self, place: Source) -> Iterator[int]:
        entries = self._report.derived.underlag.of(OutlineBlock)
        row = next((number for number, entry in enumerate(entries) if entry.place.row == place.row), NO_ROW)
        yield from self._in_row(row) if row != NO_ROW else ()

    def _of_line(self, place: Source) -> Iterator[int]:
        """The spots of a line; a heading's are those of the text under it."""
        away = range(_HEADING_AWAY + 1)
        found = next((self._lines[at] for step in away if (at := (place.file, place.row + step)) in self._lines), None)
        if found is None:
            return
        row, line = found
        inside = list(self._in_row(row))
        words = line.strip().lstrip("#").strip()
        saying = [spot for spot in inside if words and any(words in text for text in self._spots[spot].words)]
        yield from saying or inside[:1]

    def _in_row(self, row: int) -> Iterator[int]:
        return (number for number, spot in enumerate(self._spots) if self._report.blocks[spot.block].row == row)

    @cached_property
    def _lines(self) -> dict[tuple[str, int], tuple[int, str]]:
        """The lines of the text files by file and number, each with the row of *Innehåll* that its text is in."""
        return {
            (place.file, place.row): (text.block, line)
            for text in self._report.placed
            for line, place in zip(text.text.lines, text.text.places, strict=True)
        }

    @cached_property
    def _cells(self) -> dict[Key, list[RawCell]]:
        """The cells of the rows of all tabs."""
        found: dict[Key, list[RawCell]] = {}
        for section in self._report.derived.underlag.raw.values():
            for row in section.rows:
                if row.place.row:
                    found[row_of(row.place)] = list(row.cells.values())
                else:  # a form, with a row for each field
                    for cell in row.cells.values():
                        found.setdefault(row_of(cell.source), []).append(cell)
        return found

    def _typed(self, place: Source) -> Sequence[RawCell]:
        return self._cells.get(row_of(place), ())

    def _with_words(self, text: str) -> Iterator[int]:
        """The spots that say a text: a long one within others, a short one alone."""
        words = text.strip()
        if len(words) < _LEAST:
            return
        if len(words) < _LONG:
            yield from self._short.get(words.casefold(), ())
            return
        for number, spot in enumerate(self._spots):
            if any(words in each for each in spot.words):
                yield number
        written = markdown_of(words)
        if written != words:
            for number, spot in enumerate(self._spots):
                if any(written in each for each in spot.words):
                    yield number

    @cached_property
    def _short(self) -> dict[str, list[int]]:
        """The spots by each short text that stands in them by itself."""
        found: dict[str, list[int]] = {}
        for number, spot in enumerate(self._spots):
            for words in spot.words:
                if _LEAST <= len(words) < _LONG:
                    found.setdefault(words.casefold(), []).append(number)
        return found
