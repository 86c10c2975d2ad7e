"""The underlag as it would be without what a finding tells of: what is then no longer found, follows from that.

Only where what is told says itself what should stand there: a row that is one too many, a year that is another.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.findings.finding import Finding
from generator.ground.source import Source
from generator.model.association import Association
from generator.model.rows import Entry, Row
from generator.model.underlag import Underlag

_MOST_TRIED = 3
"""Each is tried by all rules: of a workbook with more of them, the first are."""


def undone(finding: Finding, underlag: Underlag) -> Underlag | None:
    """Take away what a finding holds to be wrong; None where the finding does not tell what should be there."""
    make = _UNDOINGS.get(finding.code)
    entries = make(finding, underlag) if make else None
    return None if entries is None else replace(underlag, entries=entries)


def to_be_tried(findings: Sequence[Finding], underlag: Underlag) -> Iterator[tuple[Finding, Underlag]]:
    """The first findings that can be undone and that nobody has accepted, each with the underlag without it."""
    open_ones = [each for each in findings if each.accepted is None and each.code in _UNDOINGS]
    for finding in open_ones[:_MOST_TRIED]:
        without = undone(finding, underlag)
        if without is not None:
            yield finding, without


_Entries = Mapping[type[Row], tuple[Entry[Any], ...]]


def _without_doubled(finding: Finding, underlag: Underlag) -> _Entries:
    """The rows that stand again are told first, and after them those that they are like, which stand above."""
    again: list[Source] = []
    for place in finding.subjects:
        if again and place.row < again[-1].row:
            break
        again.append(place)
    return _without(again, underlag)


def _without_total(finding: Finding, underlag: Underlag) -> _Entries:
    return _without((finding.place,), underlag)


def _without(places: Collection[Source], underlag: Underlag) -> _Entries:
    gone = {place.line for place in places}
    return {
        model: tuple(each for each in entries if each.place.line not in gone)
        for model, entries in underlag.entries.items()
    }


def _of_other_year(finding: Finding, underlag: Underlag) -> _Entries | None:
    entry, year = underlag.association, str(finding.values["other"])
    if entry is None or not year.isdecimal():
        return None
    right = replace(entry, row=entry.row.model_copy(update={"year": int(year)}))
    return {**underlag.entries, Association: (right,)}


_UNDOINGS: Mapping[str, Callable[[Finding, Underlag], _Entries | None]] = {
    "row_twice": _without_doubled,
    "total_typed": _without_total,
    "other_year": _of_other_year,
}
