"""Telling once of a column what its cells' format does in each of them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.findings.finding import Finding
from generator.model.messages_formats import FORMAT_CHANGES, FORMAT_PER_CENT, FORMAT_UNIT

_DIGITS = re.compile(r"[\d\s,\u2212-]+")
_LISTED = 8
"""So many cells a message names beside its own."""
_OF_A_COLUMN = (FORMAT_UNIT, FORMAT_PER_CENT, FORMAT_CHANGES)


def once_per_column(findings: Iterable[Finding]) -> list[Finding]:
    """Make one of those that tell the same of a column's format: the first, with the cells of all."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for at, finding in enumerate(findings):
        groups.setdefault(_key(finding) if finding.rule in _OF_A_COLUMN else (at,), []).append(finding)
    return [_together(group) if len(group) > 1 else group[0] for group in groups.values()]


def _key(finding: Finding) -> tuple[object, ...]:
    place, values = finding.place, finding.values
    return finding.code, place.order, place.tab, place.column, values.get("how"), values.get("unit"), _around(values)


def _around(values: Mapping[str, object]) -> str:
    """What a cell shows besides its digits: one column may show both kr and tkr."""
    return _DIGITS.sub("", str(values.get("found", "")))


def _together(group: Sequence[Finding]) -> Finding:
    """The first with the cells of all; who accepts it accepts it of these cells and no others."""
    places = tuple(place for each in group for place in each.subjects)
    cells = [place.cell for place in places]
    left = len(cells) - 1 - _LISTED
    also = ", ".join(cells[1 : _LISTED + 1]) + (f" och {left} till" if left > 0 else "")
    about = f"{cells[0]}–{cells[-1]}, {len(cells)} celler" if left > 0 else ", ".join(cells)
    return replace(group[0], subjects=places, values={**group[0].values, "cell": about, "others": f" (också {also})"})
