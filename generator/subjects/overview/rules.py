"""The rules of the overview: what is derived is not typed, what is typed is typed once, and what is named is there."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.blocks.case import Case
from generator.figures.figure import FigureId
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.formatting import SHARE
from generator.ground.names import nearest
from generator.ground.source import Source, cells_of
from generator.model.per_cents import ambiguous, is_small
from generator.subjects.overview.messages import ROW_UNKNOWN, SHARE_UNKNOWN, TWICE, TYPED
from generator.subjects.overview.rows import VALUES, KeyFigure

_FAR = 8
"""A key figure of some years is not so many times another's."""


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
        filled = [field for field in VALUES if getattr(entry.row, field) is not None]
        firsts = {entry.source(field): seen.setdefault((entry.row.key, field), entry.source(field)) for field in filled}
        twice = {source: first for source, first in firsts.items() if first is not source}
        if twice:
            yield TWICE.found(*twice, *twice.values(), key=entry.row.key, cells=cells_of(twice.values()))


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


def known_shares_are_clear(case: Case) -> Iterator[Finding]:
    """A plain small number of a known share is near the derived one as a share, and not as a per cent; else ask."""
    if case.derived is None:
        return
    year = case.derived.association.year
    for entry in case.underlag.of(KeyFigure):
        row = entry.row
        if row.known is None or row.figure_unit != SHARE:
            continue
        recent = (case.derived.figures.get(FigureId(row.code, each)) for each in (year, year - 1))
        known = [abs(figure.amount) for figure in recent if figure is not None and figure.amount]
        asked = [(value, entry.source(field)) for field in VALUES if _is_unclear(value := getattr(row, field), known)]
        if asked:
            values, sources = zip(*asked, strict=True)
            yield ambiguous(values, sources)


def _is_unclear(value: Decimal | None, known: Sequence[Decimal]) -> bool:
    """Whether a plain small number may be a per cent, and not the share that it is read as."""
    if value is None or not is_small(value) or not known:
        return False
    return not any(_is_near(abs(value), share) and not _is_near(abs(value) / 100, share) for share in known)


def _is_near(one: Decimal, other: Decimal) -> bool:
    return 1 / _FAR < one / other < _FAR
