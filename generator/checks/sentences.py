"""The report's texts sentence by sentence, each with its place, for the rules that read prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.blocks.case import Case
from generator.checks.from_last_year import place_of, unchanged_places
from generator.ground.source import Source
from generator.model.columns import LongTextColumn, TextColumn
from generator.model.rows import columns

_REFERENCE = re.compile(r"\{\{[^{}]*\}\}")
"""What is written by the program is right, and its name is no sentence."""
_ENDS = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ”*_{])")
_MARKS = re.compile(r"[*_`]+|^[#>\-\s]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without Markdown's marks, the one before it in its paragraph, and where it stands."""

    text: str
    before: str
    place: Source


def sentences(case: Case) -> Iterator[Sentence]:
    """All sentences that are printed, from long texts in cells and from text files."""
    for line, place in printed_lines(case, short=False):
        before = ""
        for text in pieces(line):
            if text:
                yield Sentence(text, before, place)
            before = text


def pieces(line: str) -> Iterator[str]:
    """The sentences of a line without Markdown's marks; what the program writes there is an ellipsis."""
    for piece in _ENDS.split(_REFERENCE.sub("…", line)):
        yield _MARKS.sub("", piece).strip()


def printed_lines(case: Case, *, short: bool) -> Iterator[tuple[str, Source]]:
    """Each line of the texts that are printed; ``short``: of those of a few words too.

    A text that is still last year's tells of last year: it is told once as such, and not held against this year.
    """
    unchanged = unchanged_places(case)
    yield from (each for each in _printed_lines(case, short=short) if place_of(each[1]) not in unchanged)


def _printed_lines(case: Case, *, short: bool) -> Iterator[tuple[str, Source]]:
    kinds = (LongTextColumn, TextColumn) if short else (LongTextColumn,)
    for model, entries in case.underlag.entries.items():
        fields = [column.name for column in columns(model) if isinstance(column.kind, kinds)]
        for entry in entries:
            for field in fields:
                if field not in model.unprinted:
                    yield from ((line, entry.source(field)) for line in str(getattr(entry.row, field)).split("\n"))
    for text in case.texts:
        yield from zip(text.lines, text.places, strict=True)
