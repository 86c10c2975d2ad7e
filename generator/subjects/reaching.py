"""The rule that what is typed reaches the report: a filled tab that no part shows is told of, never lost in silence.

A row's amounts reach the report when any figure that it shows is made of them, its texts when they stand in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from functools import cache, partial

from generator.blocks.block import Block, Component, Placement
from generator.blocks.case import Case
from generator.blocks.subject import Subject
from generator.figures.figure import Figure, typed_behind
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import enumerated
from generator.ground.names import brief
from generator.ground.source import Source, cells_of
from generator.ground.word_notes import marked, name_called, notes_in
from generator.model.association import ReportState
from generator.model.columns import (
    AmountColumn,
    Column,
    FreeColumn,
    LongTextColumn,
    PersonsColumn,
    TextColumn,
    ValueColumn,
)
from generator.model.fact import Observation
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry, Row, Tab, columns
from generator.model.text_kinds import IN_TABLE
from generator.subjects.messages import NOTE_NOT_SHOWN, TAB_NOT_SHOWN, TEXT_NOT_SHOWN
from generator.texts.cells import markdown_of
from generator.texts.reference import OPENING, reference_at

_Row = tuple[str, str, int]
"""A file beside the workbook, or none; a tab, and a row of it."""

_NUMBERS = (AmountColumn, FreeColumn, PersonsColumn, ValueColumn)
_LEAST = 3
"""Letters of a short text that is looked for: a shorter one stands somewhere by chance."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a report shows: the rows whose numbers are in its figures, and all its texts as one."""

    rows: frozenset[_Row]
    text: str


def typed_rows_are_shown(
    subjects: Sequence[Subject], components: Mapping[str, Component], case: Case
) -> Iterator[Finding]:
    """Of every filled tab of what can be placed something reaches the report, and every long text does."""
    if case.derived is None or not case.underlag.rows(OutlineBlock):
        return
    shown = _shown(case.blocks, case)
    alone = cache(partial(_shown_alone, components, case))
    yield from _notes_left(case, shown)
    severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else None
    for tab in (tab for subject in subjects if subject.components for tab in subject.tabs):
        filled = [entry for model in _models(tab) for entry in _typed(model, case)]
        left = [entry for entry in filled if not _reaches(entry, shown)]
        texts = [entry for entry in left if _is_text(type(entry.row))]
        if left and len(left) == len(filled) and not _are_named(left, shown):
            count = "En rad är ifylld" if len(left) == 1 else f"{len(left)} rader är ifyllda"
            values = {"tab": tab.name, "count": count, "where": _where(left, alone())}
            yield TAB_NOT_SHOWN.found(left[0].place, **values).graded(severity)
        elif texts:
            places = [entry.source(_long_texts(type(entry.row))[0]) for entry in texts]
            count = "En text" if len(texts) == 1 else f"{len(texts)} texter"
            values = {"tab": tab.name, "count": count, "where": _where(texts, alone())}
            yield TEXT_NOT_SHOWN.found(*places, cells=cells_of(places), **values).graded(severity)


def _notes_left(case: Case, shown: _Shown) -> Iterator[Finding]:
    """The footnotes of words in tables that are taken from another cell with the same name, or are not shown."""
    for model, entries in case.underlag.entries.items():
        wanted = [each.name for each in columns(model) if each.kind.text_kind is IN_TABLE]
        for entry in entries:
            for field in wanted:
                typed = str(getattr(entry.row, field))
                for note in notes_in(typed):
                    if _called(note, typed) not in shown.text:
                        yield NOTE_NOT_SHOWN.found(entry.source(field), found=brief(note))


def _called(note: str, typed: str) -> str:
    """A note as it is written; one with a name, which may be called elsewhere too, with what stands before it."""
    mark = marked(note)
    return typed[: typed.find(mark) + len(mark)] if name_called(note) else mark


def _models(tab: Tab) -> Iterator[type[Row]]:
    """The models of a tab whose rows are to be shown: what is chosen about them, beside them, is none of these."""
    for section in tab.sections:
        tells = section.model is tab.sections[0].model or _fields(section.model, LongTextColumn, *_NUMBERS)
        if tells and not section.standing:
            yield section.model


def _typed(model: type[Row], case: Case) -> Iterator[Entry[Row]]:
    """The rows in which anything is typed that could be shown: a text, or a number where the model has any.

    A row that is prepared for numbers that nobody has typed yet has nothing to show.
    """
    wanted = _long_texts(model) if _is_text(model) else _fields(model, *_NUMBERS)
    for entry in case.underlag.of(model):
        if not wanted or any(getattr(entry.row, field) not in {None, "", 0} for field in wanted):
            yield entry


def _shown_alone(components: Mapping[str, Component], case: Case) -> dict[str, _Shown]:
    """What each part would show if it were placed, and not for some names alone."""
    if case.derived is None:
        return {}
    place = Placement(case.derived, 1, components=case.components)
    return {name: _shown(component.blocks(place), case) for name, component in components.items()}


def _where(left: Sequence[Entry[Row]], alone: Mapping[str, _Shown]) -> str:
    """Which parts would show any of the rows, as a sentence; empty where none would."""
    parts = [
        f"”{name}”"
        for name, shown in alone.items()
        if any(_reaches(entry, shown) for entry in left) or _are_named(left, shown)
    ]
    return f"Lägg till {enumerated(parts, 'eller')} i fliken Innehåll. " if parts else ""


def _reaches(entry: Entry[Row], shown: _Shown) -> bool:
    """Whether a row's numbers, or its long texts, are shown."""
    if _has_numbers(entry) and any(_row(place) in shown.rows for place in (entry.place, *entry.sources.values())):
        return True  # a row without any is but counted, and a count tells nothing of it
    return any(_stands(getattr(entry.row, field), shown) for field in _long_texts(type(entry.row)))


def _row(place: Source) -> _Row:
    return place.file, place.tab, place.row


def _are_named(left: Sequence[Entry[Row]], shown: _Shown) -> bool:
    """Whether rows are shown by their names: most of them, as one of a name may stand somewhere by chance.

    That is enough for a register, which other tabs refer to, and for rows of words alone.
    """
    named = [entry for entry in left if _is_shown_by_name(entry) and _is_named(entry, shown)]
    return 2 * len(named) >= len(left)


def _is_shown_by_name(entry: Entry[Row]) -> bool:
    model = type(entry.row)
    has_text = any(getattr(entry.row, field) for field in _long_texts(model))
    return bool(model.named_by) or not (has_text or _has_numbers(entry))


def _is_named(entry: Entry[Row], shown: _Shown) -> bool:
    names = (str(getattr(entry.row, field)) for field in _naming(type(entry.row)))
    return any(_stands(name, shown) for each in names for name in each.split(";"))


def _naming(model: type[Row]) -> Sequence[str]:
    """The fields that tell a row from others: its names, the words of its cells, or else its first text."""
    short = _fields(model, TextColumn)
    return [field for field in short if field in model.named_by] or _fields(model, FreeColumn) or short[:1]


def _has_numbers(entry: Entry[Row]) -> bool:
    """Whether numbers are typed in a row, of which figures are made."""
    typed = (getattr(entry.row, field) for field in _fields(type(entry.row), *_NUMBERS))
    return any(isinstance(value, Decimal | int) for value in typed)


def _is_text(model: type[Row]) -> bool:
    """Whether the rows of a model are texts, each to be shown."""
    return bool(_long_texts(model)) and not hasattr(model, "facts")


def _long_texts(model: type[Row]) -> Sequence[str]:
    return _fields(model, LongTextColumn)


@cache
def _fields(model: type[Row], *kinds: type[Column]) -> tuple[str, ...]:
    """The fields of some kinds that may stand in the report."""
    fitting = (each.name for each in columns(model) if isinstance(each.kind, kinds))
    return tuple(name for name in fitting if name not in model.unprinted)


def _stands(text: object, shown: _Shown) -> bool:
    words = str(text).strip()
    return len(words) >= _LEAST and (words in shown.text or markdown_of(words) in shown.text)


def _shown(blocks: Iterable[Block], case: Case) -> _Shown:
    texts: list[str] = []
    figures: list[Figure] = []
    for part in _parts(tuple(blocks)):
        if isinstance(part, Figure):
            figures.append(part)
        else:
            texts.append(part)
    whole = "\n".join(texts)
    figures.extend(_named_in(whole, case))
    sources = {typed.source for typed in typed_behind(figures)}
    # What is protected is shown as that, and has no cells.
    codes = {figure.key.code for figure in figures if not figure.operands}
    of_all = case.derived.facts if case.derived else ()
    sources |= {typed.source for typed in of_all if isinstance(typed, Observation) and typed.of in codes}
    return _Shown(frozenset(map(_row, sources)), whole)


def _parts(content: object) -> Iterator[str | Figure]:
    """The texts and figures in what is shown, wherever in it they stand."""
    if isinstance(content, str | Figure):
        yield content
    elif isinstance(content, tuple | list):
        for part in content:
            yield from _parts(part)
    else:
        kind: type = type(content)
        for name in _names_of(kind):
            yield from _parts(getattr(content, name))


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    """The fields of what is made of parts; asked for once for each kind, as a report has ten thousand parts."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()


def _named_in(text: str, case: Case) -> Iterator[Figure]:
    """The figures that a text names."""
    if case.names is None or case.derived is None:
        return
    for start in (match.start() for match in re.finditer(re.escape(OPENING), text)):
        reference = reference_at(text, start)
        for name in (reference.name, *reference.arguments) if reference else ():
            found = case.names.find(name, case.derived.association.year)
            if isinstance(found, Figure):
                yield found
