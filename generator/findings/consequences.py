"""What follows from what: an amount that cannot be read, a tab that is missing or a wrong cell makes many rules speak.

The cause is told, and what probably follows from it is listed under it. A finding is held to follow where its rule
tells of what is made of other cells (a *symptom*), and one of these is told of by itself: a hole in the workbook, a
finding at the cell that explains a difference, or another difference that the same cell explains. What is known to be
made of other cells than the cause's stands by itself.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.findings.cause import Cause
from generator.findings.finding import Finding, Severity
from generator.findings.message import about, severity_of
from generator.findings.rule import PLAUSIBILITY, READING
from generator.ground.source import Source

_COLUMN_LOST = frozenset({"column_missing", "columns_absent"})
_COLUMN_STRANGE = frozenset({"column_unknown", "value_outside_columns"})
_ABOVE_HEADS = "value_above_heads"
_NO_HEADS = frozenset({"column_unknown", "column_misspelled"})
_NOT_PLACED = "statement_not_placed"
_SAME_NAME, _STRANGE_NAME = "reference_unknown", "register_name_strange"
_NEAR_NAMES = frozenset({"insats_name_near", "name_near"})
_WRONG_YEAR, _OTHER_UNIT = "other_year", ("tab_in_other_unit", "column_in_other_unit")
_OF_THE_YEAR = frozenset(
    {
        *(
            "decision_late",
            "decision_before_year_end",
            "insats_outside_year",
            "granted_outside_period",
            "first_day_after_year",
            "year_later",
        ),
        *("participants_year_missing", "participants_year_remains", "earlier_deficit_year", "adjustment_year"),
    }
)
"""What a wrong year makes of what is right."""
_NO_TEXT, _MISFITS = (
    "headings_without_text",
    frozenset({"text_heading_unknown", "text_heading_near", "text_file_name_unknown"}),
)
_MADE_OF = {
    "chart_empty": frozenset({"chart_part_unknown"}),
    "placed_name_left_out": frozenset({"placed_name_unknown"}),
    "tab_not_shown": frozenset({"chart_part_unknown", "chart_table_unknown", "placed_name_unknown"}),
    "year_later": frozenset({"adjustment_year", "earlier_deficit_year"}),
}
"""What a wrong choice makes others say: nothing chosen is left, what it meant is not shown, the year is a later one."""
_LEDGER_DIFFERS = "ledger_differs"
_LOST_ROW = "lost_row"
"""The kind of a cause that names no cell: a row that may have stood in what is missing."""
_EMPTY_CELLS = "empty_cells"
"""The kind of a cause whose cells hold nothing, so that no figure is made of them."""
_NO_TAB = "tab_missing"


def gone(findings: Iterable[Finding], left: Iterable[Finding]) -> list[Finding]:
    """Find what is not among what is ``left`` once something is undone, whatever the amounts are there."""
    still = {_what(each) for each in left}
    return [each for each in findings if _what(each) not in still]


def _what(finding: Finding) -> object:
    return finding.code, finding.place, about(finding), severity_of(finding)


def with_consequences(
    findings: Sequence[Finding], idle: Collection[str] = (), undoing: Mapping[int, Finding] | None = None
) -> list[Finding]:
    """Give each finding what it follows from, and put what follows after its cause, the gravest first.

    Else the order stays. ``idle`` are the tabs that no figure is made of: what is lacking there has no consequences.
    ``undoing`` are the findings that were gone when another's cause was, by their ``id``: with that other one.
    """
    known = _Known(findings, idle, undoing or {})
    roots: dict[int, Finding] = {}
    for finding in findings:
        root = _root(finding, known)
        if root is not None and _first(root, roots) is not finding:  # else two would follow from each other
            roots[id(finding)] = root
    following: dict[int, list[Finding]] = {}
    for finding in findings:
        if id(finding) in roots:
            following.setdefault(id(_first(finding, roots)), []).append(finding)
    ordered: list[Finding] = []
    for finding in findings:
        if id(finding) not in roots:
            after = sorted(following.get(id(finding), ()), key=lambda each: -severity_of(each))
            cause = _as_grave(finding, after)
            ordered += (cause, *(replace(each, follows=cause) for each in after))
    return ordered


def _as_grave(cause: Finding, following: Sequence[Finding]) -> Finding:
    """A cause of errors is one: to leave it, or accept it, would not let the report be made."""
    if severity_of(cause) is Severity.ERROR or not any(severity_of(each) is Severity.ERROR for each in following):
        return cause
    return replace(cause, severity=Severity.ERROR, stops=True)


def _first(finding: Finding, roots: Mapping[int, Finding]) -> Finding:
    """The beginning of a chain: what a cause itself follows from."""
    while id(finding) in roots:
        finding = roots[id(finding)]
    return finding


class _Known:
    """All findings, by what others are held against."""

    def __init__(self, findings: Sequence[Finding], idle: Collection[str], undoing: Mapping[int, Finding]) -> None:
        self.undoing = undoing
        self.order = {id(finding): number for number, finding in enumerate(findings)}
        self.lost = {_tab(each) for each in findings if each.code in _COLUMN_LOST}
        self.missing = _first_by(findings, lambda each: _tab(each) if each.code == "column_missing" else None)
        self.strange = _first_by(findings, lambda each: _tab(each) if each.code in _COLUMN_STRANGE else None)
        self.names = _first_by(sorted(findings, key=lambda each: each.code != _STRANGE_NAME), _name)
        self.at_cell = _first_by(findings, _told_of)
        self.causes = _first_by(findings, lambda each: _key(each.causes[0]) if each.causes else None)
        self.errors = [each for each in findings if each.causes and severity_of(each) is Severity.ERROR]
        self.units = [each for unit in _OTHER_UNIT for each in findings if each.code == unit]
        self.misfits = {cell: each for each in findings if each.code in _MISFITS for cell in _cells(each.subjects[1:])}
        self.heads = [each for each in findings if each.code in _NO_HEADS]
        self.contents = [each for each in findings if each.code == "component_unknown"]
        self.year = next((each for each in findings if each.code == _WRONG_YEAR), None)
        self.chosen = [each for each in findings if any(each.code in codes for codes in _MADE_OF.values())]
        self.tabs = [each for each in findings if each.code == _NO_TAB]
        self.booked = [each for each in findings if each.code == _LEDGER_DIFFERS]
        self.holes = [each for each in findings if _is_hole(each, self.lost) and _tab(each) not in idle]


def _first_by(findings: Iterable[Finding], key: Callable[[Finding], object]) -> dict[object, Finding]:
    found: dict[object, Finding] = {}
    for finding in findings:
        place = key(finding)
        if place is not None:
            found.setdefault(place, finding)
    return found


def _root(finding: Finding, known: _Known) -> Finding | None:
    """What a finding follows from; None where it stands by itself."""
    if severity_of(finding) <= Severity.REMAINING:
        return None
    ways = (
        _of_what_was_undone,
        _of_a_tab,
        _of_the_year,
        _of_the_unit,
        _of_the_column,
        _of_the_name,
        _of_the_heading,
        _of_what_is_placed,
        _of_the_choice,
        _of_the_cell,
        _of_a_hole,
        _of_a_part,
        _of_a_difference,
        _of_the_ledger,
    )
    roots = (root for way in ways for root in way(finding, known) if root is not finding)
    return next((root for root in roots if root.accepted is None), None)


def _of_what_was_undone(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What is gone when the cause is."""
    if id(finding) in known.undoing:
        yield known.undoing[id(finding)]


def _of_a_tab(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What needs a whole tab, where that is missing or has another name, or amounts that stand in none that is there.

    Where the tab is there, it is told under what could not be read in it.
    """
    needed = {place.tab for place in finding.behind if place.tab and not place.row}
    lacks = any(cause.kind in {_LOST_ROW, _EMPTY_CELLS} for cause in finding.causes[:1])
    yield from (each for each in known.tabs if lacks or each.values["tab"] in needed)
    yield from (hole for hole in known.holes if _tab(hole) in needed)


def _of_the_year(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What is told of days and periods that lie outside a year that is likely to be wrong itself."""
    if finding.code in _OF_THE_YEAR and known.year is not None:
        yield known.year


def _of_the_unit(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What is made of a tab or column that is in another unit, or stands in it."""
    if _is_symptom(finding) or finding.sides is not None or finding.rule.kind is PLAUSIBILITY:
        cells = _cells((*finding.behind, *finding.subjects))
        yield from (each for each in known.units if cells & _cells(each.rests_on))


def _of_the_column(finding: Finding, known: _Known) -> Iterator[Finding]:
    """A column that nobody knows, where one that is known is missing in the tab: it has another name."""
    strange = finding.code in _COLUMN_STRANGE
    root = (known.missing if strange else known.strange if finding.code == "columns_absent" else {}).get(_tab(finding))
    if root is not None:
        yield root
    if finding.code == _ABOVE_HEADS:
        yield from (each for each in known.heads if _column(each) == _column(finding))


def _of_what_is_placed(finding: Finding, known: _Known) -> Iterator[Finding]:
    """A statement that is not placed, where a name that nobody knows may mean it."""
    if finding.code == _NOT_PLACED:
        meant = f"”{finding.values['statement']}”"
        yield from (each for each in known.contents if meant in str(each.values["hint"]))


def _of_the_name(finding: Finding, known: _Known) -> Iterator[Finding]:
    """A register's misspelt name, or else the first of several cells that name the same that is not there."""
    if finding.code == _SAME_NAME:
        yield known.names[_name(finding)]
    if finding.code in _NEAR_NAMES:
        meant = finding.values["meant"]
        strange = (each for each in known.names.values() if each.code == _STRANGE_NAME)
        yield from (each for each in strange if each.values["key"] == meant)


def _of_the_heading(finding: Finding, known: _Known) -> Iterator[Finding]:
    """Headings that have no text, where each may be meant by a text whose heading is not there."""
    cells = [_cell(place) for place in finding.subjects] if finding.code == _NO_TEXT else []
    if cells and all(cell in known.misfits for cell in cells):
        yield known.misfits[cells[0]]


def _of_the_choice(finding: Finding, known: _Known) -> Iterator[Finding]:
    """A name that is chosen and is not there: in the same row, or of the part or the tab that is told of."""
    chosen = finding.values.get("content") or finding.values.get("tab")
    for cause in known.chosen:
        if cause.code in _MADE_OF.get(finding.code, ()):
            same_row = _tab(cause) == _tab(finding) and cause.place.row == finding.place.row
            if chosen in {cause.values.get("content"), _tab(cause)} if chosen else same_row:
                yield cause


def _of_the_cell(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What is told of the cell that explains a difference; else the first difference that the cell explains."""
    cells = [_cell(place) for cause in finding.causes for place in cause.places[:1]]
    cells += [(*cause.places[0].line, 0) for cause in finding.causes if cause.kind == "doubled_row"]
    told = sorted(
        (known.at_cell[cell] for cell in cells if cell in known.at_cell), key=lambda each: known.order[id(each)]
    )
    yield from told
    if finding.causes and known.causes[_key(finding.causes[0])] is not finding:
        yield known.causes[_key(finding.causes[0])]


def _of_a_hole(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What could not be read in the workbook, where the finding may be made of it: of the finding's own tab first."""
    known_cell = any(cause.certain and cause.kind != _LOST_ROW for cause in finding.causes)
    if _is_symptom(finding) and not known_cell:
        tabs = {place.tab for place in finding.behind}
        anywhere = (hole.rule.loses_amounts or not (tabs and _tab(hole)) for hole in known.holes)
        every = [hole for hole, is_any in zip(known.holes, anywhere, strict=True) if is_any or _tab(hole) in tabs]
        holes = [hole for hole in every if not _is_later(hole, finding)]
        yield from (hole for hole in holes if _tab(hole) == _tab(finding))
        yield from holes[:1]


def _is_later(hole: Finding, finding: Finding) -> bool:
    """Whether what is lost has amounts only since a later year than the one that a finding is about."""
    since, year = hole.values.get("since"), finding.values.get("year")
    return isinstance(since, int) and isinstance(year, int) and year < since


def _of_a_part(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What is told of one of the cells that the compared amounts are made of."""
    if finding.rule.symptom and not finding.causes:
        cells = _cells(finding.behind) & known.at_cell.keys()
        told = (known.at_cell[cell] for cell in cells)
        grave = (each for each in told if _doubts(each))
        yield from sorted(grave, key=lambda each: (-severity_of(each), known.order[id(each)]))


def _doubts(finding: Finding) -> bool:
    """Whether a finding at a cell holds what stands there to be wrong, and not only something else about it."""
    by_warning = severity_of(finding) is Severity.WARNING and finding.rule.kind in {PLAUSIBILITY, READING}
    return by_warning or severity_of(finding) is Severity.ERROR


def _of_a_difference(finding: Finding, known: _Known) -> Iterator[Finding]:
    """An error that has changed what is derived: a text or a sum that is made of the wrong cell may follow from it."""
    if _is_symptom(finding) and not finding.causes:
        yield from (error for error in known.errors if _cells(finding.behind) & _wrong(error))


def _of_the_ledger(finding: Finding, known: _Known) -> Iterator[Finding]:
    """What differs by just as much as what is typed differs from the ledger."""
    if finding.sides is not None and finding.code != _LEDGER_DIFFERS:
        amount = abs(finding.sides.difference)
        yield from (each for each in known.booked if each.sides and abs(each.sides.difference) == amount)


def _wrong(error: Finding) -> set[object]:
    """The cells of an error's likeliest cause; all that it is made of where the cause names none."""
    cause = error.causes[0]
    places = () if cause.kind == _EMPTY_CELLS else cause.places
    return _cells(place for place in places if place.column) or _cells(error.behind)


def _is_symptom(finding: Finding) -> bool:
    return finding.rule.symptom or (finding.sides is not None and not finding.place.column) or bool(finding.causes)


def _is_hole(finding: Finding, lost: Collection[str]) -> bool:
    """Whether something of the workbook itself could not be read: a tab, a column, a cell; or amounts are lost."""
    if finding.rule.loses_amounts:
        return severity_of(finding) is Severity.ERROR
    if finding.rule.kind is not READING or finding.place.file or finding.rule.symptom:
        return False
    if finding.code in _COLUMN_STRANGE:
        return _tab(finding) in lost
    return severity_of(finding) is Severity.ERROR


def _told_of(finding: Finding) -> object:
    """The cell or row that a finding tells of by itself; None where it compares, or tells of no single cell."""
    by_itself = not (finding.causes or finding.rule.symptom) and severity_of(finding) >= Severity.NOTE
    return _cell(finding.place) if by_itself and finding.place.row else None


def _name(finding: Finding) -> object:
    if finding.code not in {_SAME_NAME, _STRANGE_NAME}:
        return None
    return str(finding.values.get("found")), str(finding.values.get("where"))


def _key(cause: Cause) -> object:
    """What makes two causes one: the cell, a file's line, or the words where there is neither."""
    return _cell(cause.places[0]) or cause.places[0].line if cause.places else cause.words


def _tab(finding: Finding) -> str:
    return finding.place.tab


def _column(finding: Finding) -> object:
    return finding.place.tab, finding.place.column


def _cells(places: Iterable[Source]) -> set[object]:
    """The cells that places are; a line of a file, which is none, is the same as no other."""
    return {cell for place in places if (cell := _cell(place)) is not None}


def _cell(place: Source) -> object:
    return (*place.line, place.column) if place.tab else None
