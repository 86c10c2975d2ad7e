"""Whether what is typed leads anywhere: one cell is changed, and a figure, a text or a finding must be another."""

import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzzing.asked import Fault
from fuzzing.book import Book, cell_at, is_number, place_of, put_text, put_value, text_of
from fuzzing.subject import Folder
from generator.findings.message import message
from generator.ground.source import Source
from generator.model.rows import Row
from generator.pipeline import Examination, examine
from generator.subjects.registry import all_tabs
from generator.view.report_view import report_view

WORD = "Zqprov"


def told(examination: Examination) -> tuple[object, ...]:
    """All that an examination says: its findings, its figures, and what is printed."""
    findings = [(message(each), tuple(map(str, each.subjects))) for each in examination.findings]
    figures: list[str] = []
    if examination.derived is not None:
        figures = [f"{key} {figure.value}" for key, figure in examination.derived.figures.items()]
    printed = repr(report_view(examination.whole)) if not examination.has_errors and examination.report else ""
    return repr(findings), sorted(figures), printed


def silent(folder: Folder, examination: Examination, throws: random.Random) -> Iterator[Fault]:
    """Change a cell that was read, and say so when nothing comes of it."""
    found = _chosen(folder.book, examination, throws)
    if found is None:
        return
    field, source, part = found
    before = told(examination)
    for attempt in range(2):
        book = Book(folder.book.parts)
        cell = cell_at(book.data(part), source.row, source.column)
        if is_number(cell):
            number = float(text_of(cell))
            put_value(cell, repr(number + 1000) if not attempt else repr(number * 10 + 7))
        else:
            put_text(cell, f"{text_of(cell)} {WORD}" if not attempt else WORD)
        with TemporaryDirectory(prefix="fuzz-") as place:
            path = Folder(book, folder.files).written(Path(place) / examination.path.parent.name)
            if told(examine(path)) != before:
                return
    yield Fault("no effect", field, f"{source.tab} {source.cell} {text_of(cell)!r}")


def _chosen(book: Book, examination: Examination, throws: random.Random) -> tuple[str, Source, str] | None:
    """A cell that was read into a field that is printed, with its field and its tab's part; numbers most often.

    A key or another name, by which other rows call a row, need not stand anywhere else.
    """
    assert examination.underlag is not None
    tabs = book.tabs()
    placed = {
        (source.tab, source.row, source.column): (f"{model.__name__}.{field}", source, tabs[source.tab])
        for model, entries in examination.underlag.entries.items()
        if model not in _standing()
        for entry in entries
        for field, source in entry.sources.items()
        if source.tab in tabs and source.column and field not in {*model.unprinted, *_only_names(model)}
    }
    names = {part: name for name, part in tabs.items()}
    every = [
        (placed[place], is_number(cell))
        for part, name in names.items()
        for line in book.data(part)
        for cell in line
        if (place := (name, *place_of(cell))) in placed and text_of(cell).strip()
    ]
    numbers = [each for each, number in every if number]
    if throws.random() < 0.7 and numbers:
        return throws.choice(numbers)
    return throws.choice([each for each, _ in every]) if every else None


def _only_names(model: type[Row]) -> tuple[str, ...]:
    return (*model.named_by[:1], *model.named_by[2:])


@cache
def _standing() -> frozenset[type[Row]]:
    """The rows that matter only where they are shown: those that a new workbook has, and the settings of forms."""
    sections = (section for tab in all_tabs() for section in tab.sections)
    return frozenset(section.model for section in sections if section.starters or section.form)
