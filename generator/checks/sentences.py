"""The report's texts sentence by sentence, each with its place, for the rules that read prose."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.blocks.case import Case
from generator.checks.from_last_year import place_of, unchanged_places
from generator.claims.sentence import is_readable
from generator.ground.once import once
from generator.ground.source import Source
from generator.model.columns import LongTextColumn, ReferenceColumn, TextColumn
from generator.model.rows import Row, columns
from generator.texts.sizes import without_content
from generator.texts.text import SourcedText

_REFERENCE = re.compile(r"\{\{[^{}]*\}\}")
"""What is written by the program is right, and its name is no sentence."""
_SHORTENED = (
    *("t.ex.", "t. ex.", "bl.a.", "bl. a.", "ca.", "dvs.", "d.v.s.", "kl.", "nr.", "s.k.", "s. k.", "f.d.", "p.g.a."),
    *("fr.o.m.", "t.o.m.", "resp.", "inkl.", "exkl.", "jfr.", "tel."),
)
"""Words written short, whose full stop ends no sentence."""
_UNENDED = "".join(rf"(?<!\b(?i:{re.escape(each)}))" for each in _SHORTENED)
_ENDS = re.compile(rf"(?<=[.!?:]){_UNENDED}\s+(?=[A-ZÅÄÖ”*_{{])")
_MARKS = re.compile(r"[*_`]+|^[#>\-\s]+")
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>.*?)[\s#]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without Markdown's marks, the one before it in its paragraph, and where it stands.

    ``under`` is what it stands under, the nearest first: the insats or note of its row, the headings of a text file.
    """

    text: str
    before: str
    place: Source
    under: tuple[str, ...] = ()


@once
def sentences(case: Case) -> tuple[Sentence, ...]:
    """All sentences that are printed, from long texts in cells and from text files, but what is too long for one."""
    return tuple(_sentences(case))


def _sentences(case: Case) -> Iterator[Sentence]:
    for line in _lines_to_read(case):
        if line.is_short:
            continue
        before = ""
        for text in pieces(line.text):
            if text and is_readable(text):
                yield Sentence(text, before, line.place, line.under)
            before = text


def same_texts(other: Case, case: Case) -> None:
    """Let another Case with the same texts have its lines and sentences from this one."""
    _lines_to_read.same_for(other, case)
    sentences.same_for(other, case)


def pieces(line: str) -> Iterator[str]:
    """The sentences of a line without Markdown's marks; what the program writes there is an ellipsis.

    A table's row is one, so that a number is told by the name in its first cell; a very long row is cut into its cells.
    """
    for piece in _ENDS.split(_REFERENCE.sub("…", line)):
        for part in (piece,) if is_readable(piece) else piece.split("|"):
            yield _MARKS.sub("", part).strip()


def printed_lines(case: Case) -> Iterator[tuple[str, Source]]:
    """Each line of the texts that are printed, long ones and those of a few words.

    A text that is still last year's tells of last year: it is told once as such, and not held against this year.
    """
    return ((line.text, line.place) for line in _lines_to_read(case) if line.text)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its place; ``is_short``: of a text of a few words, which is no sentence."""

    text: str
    place: Source
    under: tuple[str, ...]
    is_short: bool = False


@once
def _lines_to_read(case: Case) -> tuple[_Line, ...]:
    unchanged = unchanged_places(case)
    return tuple(each for each in _lines(case) if not unchanged or place_of(each.place) not in unchanged)


def _lines(case: Case) -> Iterator[_Line]:
    for model, entries in case.underlag.entries.items():
        fields = _texts_of(model)
        for entry in entries:
            under = _names_of(entry.row) if fields else ()
            for field, is_short in fields:
                place = entry.source(field)
                for line in str(getattr(entry.row, field)).split("\n"):
                    yield _Line(line, place, under, is_short)
    for text in case.texts:
        yield from _lines_of(text)


@cache
def _texts_of(model: type[Row]) -> tuple[tuple[str, bool], ...]:
    """The fields of a model that hold texts that are printed, and whether each is of a few words."""
    return tuple(
        (column.name, not isinstance(column.kind, LongTextColumn))
        for column in columns(model)
        if isinstance(column.kind, LongTextColumn | TextColumn) and column.name not in model.unprinted
    )


def _names_of(row: Row) -> tuple[str, ...]:
    """What a row is about: what it refers to in another tab, and what it is called itself."""
    return tuple(dict.fromkeys(str(value) for field in _naming(type(row)) if (value := getattr(row, field))))


@cache
def _naming(model: type[Row]) -> tuple[str, ...]:
    referring = [column.name for column in columns(model) if isinstance(column.kind, ReferenceColumn)]
    return (*referring, *model.named_by, *(["heading"] if "heading" in model.model_fields else []))


def _lines_of(text: SourcedText) -> Iterator[_Line]:
    """The lines of a text file, each under its headings."""
    headings: dict[int, str] = {}
    for line, place in zip(map(without_content, text.lines), text.places, strict=True):
        heading = _HEADING.match(line)
        if heading:
            level = len(heading["marks"])
            headings = {**{each: words for each, words in headings.items() if each < level}, level: heading["words"]}
        yield _Line(line, place, tuple(reversed(headings.values())))
