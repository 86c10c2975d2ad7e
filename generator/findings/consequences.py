"""What follows from what: an amount that cannot be read, a tab that is missing or a wrong cell makes many rules speak.

The cause is told, and what probably follows from it is listed under it. A finding is held to follow where its rule
tells of what is made of other cells (a *symptom*), and one of these is told of by itself: a hole in the workbook, a
finding at the cell that explains a difference, or another difference that the same cell explains.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.findings.cause import Cause
from generator.findings.finding import Finding, Severity
from generator.findings.message import severity_of
from generator.findings.rule import READING
from generator.ground.source import Source

_COLUMN_LOST, _COLUMN_STRANGE = frozenset({"column_missing", "columns_absent"}), "column_unknown"
_SAME_NAME = "reference_unknown"


def with_consequences(findings: Sequence[Finding]) -> list[Finding]:
    """Give each finding what it follows from, and put what follows after its cause; else the order stays."""
    roots = {id(finding): root for finding in findings if (root := _root(finding, findings)) is not None}
    follows = {key: _first(root, roots) for key, root in roots.items()}
    ordered: list[Finding] = []
    for finding in findings:
        if id(finding) not in follows:
            ordered.append(finding)
            ordered += (replace(each, follows=finding) for each in findings if follows.get(id(each)) is finding)
    return ordered


def _first(root: Finding, roots: dict[int, Finding]) -> Finding:
    """The beginning of a chain: what a cause itself follows from."""
    seen = {id(root)}
    while id(root) in roots and id(roots[id(root)]) not in seen:
        root = roots[id(root)]
        seen.add(id(root))
    return root


def _root(finding: Finding, findings: Sequence[Finding]) -> Finding | None:
    """What a finding follows from; None where it stands by itself."""
    if severity_of(finding) <= Severity.REMAINING:
        return None
    for roots in (_of_the_column, _of_the_name, _of_the_cell, _of_a_hole, _of_a_part, _of_a_difference):
        root = next((each for each in roots(finding, findings) if each is not finding), None)
        if root is not None:
            return root
    return None


def _of_the_column(finding: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """A column that nobody knows, where one that is known is missing in the tab: it has another name."""
    if finding.code == _COLUMN_STRANGE:
        yield from (each for each in findings if each.code == "column_missing" and _tab(each) == _tab(finding))
    if finding.code == "columns_absent":
        yield from (each for each in findings if each.code == _COLUMN_STRANGE and _tab(each) == _tab(finding))


def _of_the_name(finding: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """The first of several cells that name the same that is not there."""
    if finding.code == _SAME_NAME:
        first = next(each for each in findings if each.code == _SAME_NAME and each.values == finding.values)
        yield first


def _of_the_cell(finding: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is told of the cell that explains a difference; else the first difference that the cell explains."""
    if not finding.causes:
        return
    cells = [_cell(place) for cause in finding.causes for place in cause.places[:1]]
    at_cell = [each for each in findings if not each.causes and each.place.column and _cell(each.place) in cells]
    yield from (each for each in at_cell if severity_of(each) >= Severity.NOTE)
    same = (each for each in findings if each.causes and _is_same(each.causes[0], finding.causes[0]))
    first = next(same, finding)
    if first is not finding:
        yield first


def _of_a_hole(finding: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """What could not be read in the workbook: of the finding's own tab first."""
    if not _is_symptom(finding) or any(cause.certain for cause in finding.causes):
        return
    holes = [each for each in findings if _is_hole(each, findings)]
    yield from sorted(holes, key=lambda hole: _tab(hole) != _tab(finding))


def _of_a_part(finding: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """What is told of one of the cells that the compared amounts are made of."""
    if finding.rule.symptom and finding.sides is not None and not finding.causes:
        cells = {_cell(place) for side in (finding.sides.one, finding.sides.other) for place in side.cells}
        for each in findings:
            told = severity_of(each) >= Severity.WARNING and not each.rule.symptom
            if told and each.place.column and _cell(each.place) in cells:
                yield each


def _of_a_difference(finding: Finding, findings: Sequence[Finding]) -> Iterator[Finding]:
    """An error that has changed what is derived: a text or a sum that is told of beside it may follow from it."""
    if _is_symptom(finding) and not finding.causes:
        yield from (each for each in findings if each.causes and severity_of(each) is Severity.ERROR)


def _is_symptom(finding: Finding) -> bool:
    return finding.rule.symptom or (finding.sides is not None and not finding.place.column) or bool(finding.causes)


def _is_hole(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Whether something of the workbook itself could not be read: a tab, a column, a cell, a name."""
    if finding.rule.kind is not READING or finding.place.file or finding.rule.symptom:
        return False
    if finding.code == _COLUMN_STRANGE:
        return any(each.code in _COLUMN_LOST and _tab(each) == _tab(finding) for each in findings)
    return severity_of(finding) is Severity.ERROR


def _tab(finding: Finding) -> str:
    return finding.place.tab


def _is_same(one: Cause, other: Cause) -> bool:
    """Whether two causes are one: at the same cell, or in the same words where there is none."""
    if one.places and other.places:
        return _cell(one.places[0]) == _cell(other.places[0])
    return one == other


def _cell(place: Source) -> object:
    return (place.tab, place.row, place.column) if place.tab else None
