"""The rule of indicators: each is told once, in one way."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.ground.names import brief
from generator.model.rows import Entry
from generator.subjects.indicators.messages import NO_SHARE, TWICE, WORDS_AND_VALUE
from generator.subjects.indicators.rows import PER_CENT, VALUES, Indicator


def indicators_are_told_once(case: Case) -> Iterator[Finding]:
    """An indicator stands once, with values or with words in their place."""
    seen: dict[str, Entry[Indicator]] = {}
    for entry in case.underlag.of(Indicator):
        row = entry.row
        name = brief(row.label)
        if row.code in seen:
            yield TWICE.found(entry.source("name"), seen[row.code].source("name"), name=name)
        seen.setdefault(row.code, entry)
        if row.words and row.this_year is not None:
            yield WORDS_AND_VALUE.found(entry.source("words"), name=name)
        for field in VALUES:
            value = row.value(field)
            if row.unit == PER_CENT and value is not None and not 0 <= value <= 1:
                yield NO_SHARE.found(entry.source(field), name=name)
