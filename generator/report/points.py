"""*Kontrollpunkter*: the findings of a report as a draft prints them, each with where in the report it bites."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings.finding import Finding, Severity
from generator.findings.message import message, severity_of
from generator.ground.formatting import capital_first, enumerated
from generator.report.bites import Bite, bites
from generator.report.report import Report

_COUNTED = {
    Severity.ERROR: ("fel", "fel"),
    Severity.WARNING: ("varning", "varningar"),
    Severity.NOTE: ("att notera", "att notera"),
    Severity.REMAINING: ("återstår", "återstår"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """A finding as it is printed beside what it concerns.

    ``place`` is where in the underlag it is, ``what`` is wrong there and ``remedy`` is what to do; ``bites`` are where
    it shows in the report, the likeliest first.
    """

    severity: Severity
    place: str
    what: str
    remedy: str
    bites: tuple[Bite, ...] = ()

    @property
    def word(self) -> str:
        """How grave it is."""
        return self.severity.word


def points_of(report: Report, findings: Sequence[Finding]) -> tuple[Point, ...]:
    """The points of a report's findings, in their order; what somebody has accepted is none."""
    told = [finding for finding in findings if severity_of(finding) in _COUNTED]
    return tuple(_point(finding, found) for finding, found in zip(told, bites(report, told), strict=True))


def _point(finding: Finding, found: tuple[Bite, ...]) -> Point:
    each = message(finding)
    expected = f" Väntat: {each.expected}." if each.expected else ""
    cause = f" {each.causes[0]}" if each.causes else ""
    follows = f" Följer troligen av felet i {finding.follows.place}." if finding.follows else ""
    place = capital_first(str(each.place)) if each.place.tab or each.place.file else "Hela rapporten"
    return Point(each.severity, place, f"{each.what}{expected}{cause}{follows}", each.remedy, found)


def counted(points: Sequence[Point]) -> str:
    """How many points there are of each kind: ``3 fel, 1 varning och 2 att notera``; ``inga kontrollpunkter``."""
    return enumerated(list(_counts(points))) or "inga kontrollpunkter"


def _counts(points: Sequence[Point]) -> Iterator[str]:
    counts = Counter(point.severity for point in points)
    for severity, (one, many) in _COUNTED.items():
        if counts[severity]:
            yield f"{counts[severity]} {one if counts[severity] == 1 else many}"
