"""The rules of the overview: what is derived is not typed, what is typed is typed once, and what is named is there."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.names import nearest
from generator.ground.source import Source
from generator.subjects.overview.messages import ROW_UNKNOWN, SHARE_UNKNOWN, TWICE, TYPED
from generator.subjects.overview.rows import VALUES, KeyFigure


def derived_is_not_typed(case: Case) -> Iterator[Finding]:
    """A known key figure of the report's two years is derived; what is typed there is not read."""
    for entry in case.underlag.of(KeyFigure):
        for field in ("this_year", "last_year"):
            if entry.row.is_derived and getattr(entry.row, field) is not None:
                source = entry.source(field)
                yield TYPED.found(source, found=source.text, key=entry.row.key)


def years_are_typed_once(case: Case) -> Iterator[Finding]:
    """A key figure that stands on two rows, in two overviews, has the amount of a year on one of them."""
    seen: dict[tuple[str, str], Source] = {}
    for entry in case.underlag.of(KeyFigure):
        for field in VALUES:
            if getattr(entry.row, field) is None:
                continue
            source = entry.source(field)
            first = seen.setdefault((entry.row.key, field), source)
            if first is not source:
                yield TWICE.found(source, first, key=entry.row.key, cell=first.cell)


def named_rows_are_there(case: Case) -> Iterator[Finding]:
    """What a key figure is a share of, and the note's row that it is taken from, are there."""
    keys = {row.key: row.key for row in case.underlag.rows(KeyFigure)}
    facts = case.derived.facts if case.derived else ()
    rows = {fact.row: fact.row for fact in facts if fact.note}
    for entry in case.underlag.of(KeyFigure):
        for field, known, rule in (("share_of", keys, SHARE_UNKNOWN), ("from_row", rows, ROW_UNKNOWN)):
            found = getattr(entry.row, field)
            if found and found not in known:
                yield rule.found(entry.source(field), found=found, hint=hint(nearest(found, known.values())))
