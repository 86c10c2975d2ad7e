"""Findings that are alike, told together where they are many: the first, and where the others stand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from generator.findings.finding import Finding
from generator.ground.formatting import enumerated, first_of, number

MOST = 5
"""So many findings of one rule are told one by one."""
_LISTED = 8


def grouped(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Tell findings one by one, or as the first of them with the number and places of the others."""
    by_code: dict[str, list[Finding]] = {}
    for each in findings:
        by_code.setdefault(each.code, []).append(each)
    for alike in by_code.values():
        alike.sort(key=lambda each: each.place.row)
        yield from alike if len(alike) <= MOST else (_together(alike[0], alike[1:]),)


def _together(first: Finding, others: list[Finding]) -> Finding:
    places = dict.fromkeys(_told(each) for each in others[: _LISTED + 1] if each.place.row)
    listed = enumerated(first_of([*places, *[""] * (len(others) - len(places))], _LISTED)) if places else ""
    told = f"Detsamma gäller {number(Decimal(len(others)))} till{listed and ': '}{listed}."
    return replace(
        first,
        besides=" ".join(filter(None, (first.besides, told))),
        subjects=(*first.subjects, *(each.place for each in others[:_LISTED])),
        more=len(others),
    )


def _told(finding: Finding) -> str:
    thing = str(finding.values.get("called") or finding.values.get("account") or "").removeprefix(" konto ")
    return f"{finding.place.cell} ({thing})" if thing else finding.place.cell
