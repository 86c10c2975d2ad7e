"""Marks in cells where they do not work: what column a text is typed in says which do (``model.text_kinds``)."""

import re
from collections.abc import Iterator
from typing import Any

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.ground.source import Source
from generator.ground.word_notes import marked, notes_in, without_notes
from generator.ground.year_marks import without_years
from generator.model.columns import FreeColumn, LongTextColumn, TextColumn
from generator.model.rows import Entry, TabColumn, columns
from generator.model.text_kinds import CELL, Mark
from generator.subjects.texts.messages import TEXT_MARK_PLACE, TEXT_NOTE_PLACE
from generator.texts.cells import marks_of_documents
from generator.texts.web import ELEMENT, codes

_CELL_LINK = r"\[[^\]\n]{1,200}\]\((?:https?:|mailto:|www\.)[^)\s]{1,300}\)"
_LOOKS = (
    ("fet stil", re.compile(r"\*\*(?=\w)[^*\n]{1,200}(?<=\S)\*\*(?!\*)")),
    ("en bild", re.compile(r"!\[[^\]\n]{0,200}\]\([^)\n]{1,200}\)")),
    ("en länk", re.compile(rf"(?<!!){_CELL_LINK}")),
    ("en hänvisning", re.compile(r"\{\{[^{}\n]{1,200}\}\}")),
    ("fet stil eller en ny rad", ELEMENT),
    ("en fotnot", re.compile(r"\^\[[^\n]{0,60}|\[\^[^\]\n]{1,40}\]")),
)
"""What in words of a few is meant as a mark and nothing else."""
_MAY_BE = re.compile(r"[*\[{!^#|&<]|\n")
"""What all that is looked for has: few cells have any of it."""


def marks_are_where_they_work(case: Case) -> Iterator[Finding]:
    """Footnotes stand where they can be printed, and no mark is printed that was meant to do something."""
    for model, entries in case.underlag.entries.items():
        printed = [column for column in columns(model) if column.name not in model.unprinted]
        for entry in entries:
            for column in printed:
                yield from _in_field(entry, column)


def _in_field(entry: Entry[Any], column: TabColumn) -> Iterator[Finding]:
    source, typed = entry.source(column.name), getattr(entry.row, column.name)
    if not (_MAY_BE.search(source.text) or (isinstance(typed, str) and _MAY_BE.search(typed))):
        return
    if Mark.NOTE not in column.kind.text_kind.marks:
        yield from _refused(typed if isinstance(typed, str) else source.text, source, column)
    if column.kind.text_kind is CELL:
        yield from _documents(str(typed), source, column)
    elif isinstance(typed, str) and isinstance(column.kind, TextColumn | FreeColumn | LongTextColumn):
        years = Mark.YEAR in column.kind.text_kind.marks
        yield from _short(without_notes(without_years(typed) if years else typed), source, column)


def _refused(typed: str, source: Source, column: TabColumn) -> Iterator[Finding]:
    for note in dict.fromkeys((*notes_in(typed), *notes_in(source.text))):
        values = {"found": brief(marked(note)), "column": column.title}
        yield TEXT_NOTE_PLACE.found(source, reason=column.kind.text_kind.refused, **values)


def _short(typed: str, source: Source, column: TabColumn) -> Iterator[Finding]:
    for each in codes(typed):
        yield TEXT_MARK_PLACE.found(source, found=each, meant="ett tecken", column=column.title, working="inga koder")
    working = "fotnoter, men inga andra tecken" if Mark.NOTE in column.kind.text_kind.marks else "inga sådana tecken"
    for meant, looks in _LOOKS:
        for found in looks.findall(typed):
            values = {"found": brief(found), "meant": meant, "column": column.title, "working": working}
            yield TEXT_MARK_PLACE.found(source, **values)


def _documents(typed: str, source: Source, column: TabColumn) -> Iterator[Finding]:
    for line in marks_of_documents(typed):
        meant = "en underrubrik" if line.lstrip().startswith("#") else "en tabell"
        values = {"found": brief(line), "meant": meant, "column": column.title}
        yield TEXT_MARK_PLACE.found(source, working="varken underrubriker eller tabeller", **values)
