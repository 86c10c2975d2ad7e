"""Texts that came along from last year and that nobody has changed: told tab by tab, and not judged as this year's."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.blocks.case import Case
from generator.checks.messages_last_year import TEXT_FROM_LAST_YEAR
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import first_of
from generator.ground.names import brief
from generator.ground.source import Source, cells_of
from generator.model.association import ReportState
from generator.model.columns import LongTextColumn
from generator.model.from_last_year import is_unchanged
from generator.model.rows import columns
from generator.model.underlag import Underlag

_MOST_NAMED = 30
"""So many headings are named of a file; a report has about as many."""


def unchanged_cells(underlag: Underlag) -> Iterator[Source]:
    """The cells whose text has the mark and is what it was last year."""
    for model, raw in underlag.raw.items():
        fields = [column.name for column in columns(model) if isinstance(column.kind, LongTextColumn)]
        for row in raw.rows:
            yield from (
                row.cells[field].source
                for field in fields
                if field in row.cells and is_unchanged(row.cells[field].text)
            )


def unchanged_places(case: Case) -> frozenset[tuple[str, str, int, int]]:
    """The places of all lines that are last year's: file, tab, row and column."""
    lines = (line for text in case.unchanged for line in text.lines)
    return frozenset(map(place_of, (*unchanged_cells(case.underlag), *lines)))


def place_of(source: Source) -> tuple[str, str, int, int]:
    """A place without what stood there."""
    return source.file, source.tab, source.row, source.column


def texts_are_of_this_year(case: Case) -> Iterator[Finding]:
    """No text is last year's as it was: one finding for each tab and file, graver in a final report."""
    severity = Severity.WARNING if case.state is ReportState.FINAL else Severity.NOTE
    cells = sorted(unchanged_cells(case.underlag))
    for tab, found in groupby(cells, key=lambda each: each.tab):
        sources = tuple(found)
        listed = cells_of(sources)
        yield TEXT_FROM_LAST_YEAR.found(*sources, **_values(len(sources), listed, tab)).graded(severity)
    for file, texts in groupby(case.unchanged, key=lambda each: each.place.file):
        found_texts = list(texts)
        listed = _named(each.heading for each in found_texts)
        sources = tuple(each.place for each in found_texts)
        yield TEXT_FROM_LAST_YEAR.found(*sources, **_values(len(sources), listed, file)).graded(severity)


def _named(headings: Iterable[str]) -> str:
    return ", ".join(first_of([f"”{brief(each)}”" for each in headings], _MOST_NAMED))


def _values(count: int, listed: str, name: str) -> dict[str, object]:
    return {"count": "En text är" if count == 1 else f"{count} texter är", "listed": listed, "name": name}
