"""The report's texts, from cells and from text files: no part of the report of its own, but the rules of all texts."""

from collections.abc import Iterator
from dataclasses import replace

from generator.blocks.case import Case
from generator.checks.from_last_year import place_of, unchanged_places
from generator.checks.identity import holds_personal_number
from generator.findings.finding import Finding, Severity
from generator.ground.word_notes import notes_in
from generator.model.association import ReportState
from generator.model.rows import columns
from generator.model.text_kinds import CELL, FILE, IN_TABLE, TextKind
from generator.subjects.texts.messages import TEXT_FIGURE_NOT_YET, TEXT_PERSONAL_NUMBER
from generator.texts.cells import words_of
from generator.texts.figure_messages import TEXT_FIGURE_UNKNOWN
from generator.texts.figures import figure_texts
from generator.texts.sections import cut
from generator.texts.text import SourcedText, markdown_at, text_in_cell


def texts_are_sound(case: Case) -> Iterator[Finding]:
    """Every reference, footnote, link and picture in a text leads to something, and no mark is left over."""
    figures = figure_texts(case.names, case.derived) if case.names and case.derived else None
    unchanged = unchanged_places(case)
    texts = (*_cell_texts(case), *((text, FILE) for text in case.texts))
    if not texts:
        return
    from generator.texts.judge import judge, judge_heading, notes_of  # noqa: PLC0415 - markdown-it, 0.05 s

    notes = notes_of(text for text, _ in texts)
    for text, kind in texts:
        for finding in judge(text, case.targets, case.folder, figures, kind, notes=notes):
            yield _not_yet(finding, case) if place_of(finding.place) in unchanged else finding
        for section in cut(text):
            yield from judge_heading(section.heading, section.place)


def _not_yet(finding: Finding, case: Case) -> Finding:
    """What a text that is still last year's mentions was there then: it is not misspelt but not filled in."""
    if finding.rule is TEXT_FIGURE_UNKNOWN and case.state is ReportState.IN_PROGRESS:
        return replace(finding, rule=TEXT_FIGURE_NOT_YET, severity=Severity.REMAINING)
    return finding


def files_hold_no_personal_numbers(case: Case) -> Iterator[Finding]:
    """A published report holds no personal numbers (GDPR art. 87; 3 kap. 10 § lag 2018:218)."""
    for text in case.texts:
        for line, place in zip(text.lines, text.places, strict=True):
            if "base64," not in line and holds_personal_number(line):
                yield TEXT_PERSONAL_NUMBER.found(place)


def _cell_texts(case: Case) -> Iterator[tuple[SourcedText, TextKind]]:
    """The long texts of all tabs, which are Markdown, and of the others those with footnotes, which are too."""
    for model, entries in case.underlag.entries.items():
        kinds = {column.name: column.kind.text_kind for column in columns(model) if column.name not in model.unprinted}
        for entry in entries:
            for field, kind in kinds.items():
                typed = getattr(entry.row, field)
                if typed and kind is CELL:
                    yield text_in_cell(typed, entry.source(field)), kind
                elif kind is IN_TABLE and notes_in(str(typed)):
                    yield markdown_at(words_of(str(typed)), entry.source(field)), kind
