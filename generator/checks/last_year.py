"""The rules against last year's report: opening balances and comparatives are what was printed then.

4 kap. 4 § LKBR: the opening balance is last year's closing balance. RKR R12: a corrected error or a changed principle
is the exception, told in a note. Last year's report is its JSON edition.
"""

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.causes.explain import difference_causes
from generator.checks.comparatives import NOTE, Compared, Difference, against_edition
from generator.checks.identity import organisation_number
from generator.checks.messages_last_year import (
    COMPARATIVE_DIFFERS,
    COMPARATIVE_RESTATED,
    LAST_YEAR_AGREES,
    LAST_YEAR_NOT_FINAL,
    LAST_YEAR_OTHER_ASSOCIATION,
    LAST_YEAR_OTHER_YEAR,
    NOTE_ROWS_CHANGED,
    OPENING_EQUITY_ADJUSTED,
    OPENING_EQUITY_DIFFERS,
)
from generator.edition.schema import AssociationPart, Edition, FigurePart
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId, How
from generator.figures.notes import NumberedNote
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import KRONOR, enumerated, kronor, told_amount, told_difference
from generator.ground.source import Source, places
from generator.model.amounts import NOTES, OpeningBalance
from generator.model.association import Association, ReportState
from generator.model.fact import Fact
from generator.statements.balance_sheet import ADJUSTMENTS, EQUITY
from generator.statements.lines import BALANCE_LINES, code_of


def last_year_is_the_one(case: Case) -> Iterator[Finding]:
    """The file is this association's report of the year before, and that as it was signed."""
    if case.last_year is None or case.derived is None:
        return
    ours, theirs = case.derived.association, case.last_year.edition.association
    place = (case.last_year.place,)
    values = {
        "name": case.last_year.place.file,
        "found": theirs.year,
        "year": ours.year - 1,
        "theirs": theirs.name,
        "ours": ours.name,
    }
    if theirs.year != ours.year - 1:
        yield LAST_YEAR_OTHER_YEAR.found(*place, **values)
    if not _same(ours, theirs):
        yield LAST_YEAR_OTHER_ASSOCIATION.found(*place, **values)
    elif theirs.state != ReportState.FINAL and theirs.year == ours.year - 1:
        yield LAST_YEAR_NOT_FINAL.found(*place, **values, state=theirs.state)


def _same(ours: Association, theirs: AssociationPart) -> bool:
    """By number or name: either may have been corrected or changed between the years, or not be filled in yet."""
    numbers = [organisation_number(each.organisation_number) for each in (ours, theirs)]
    if numbers[0] and numbers[0] == numbers[1]:
        return True
    return not ours.name or not theirs.name or ours.name == theirs.name


def _edition(case: Case) -> Edition | None:
    """Last year's report, when it is the right one."""
    wrong = any(finding.code != "last_year_not_final" for finding in last_year_is_the_one(case))
    return None if case.last_year is None or wrong else case.last_year.edition


def _compared(derived: Derivation, case: Case, edition: Edition) -> Compared:
    cells = (cell.of for table in case.tables for row in table.rows for cell in row.cells)
    shown = {figure.key for figure in cells if isinstance(figure, Figure)}
    return against_edition(derived.figures, edition, derived.association.year, shown)


def comparatives_agree(case: Case) -> Iterator[Finding]:
    """Every amount of an earlier year is the one that last year's report had (4 kap. 4 § and 5 kap. 6 § LKBR)."""
    edition = _edition(case)
    if case.derived is None or edition is None or case.last_year is None:
        return
    compared = _compared(case.derived, case, edition)
    restated = _restated(compared, case.derived)
    for difference in compared.differences:
        yield _finding(difference, case, restated=difference in restated)
    if compared.agreeing:
        values = {"count": compared.agreeing, "year": edition.association.year, "name": case.last_year.place.file}
        yield LAST_YEAR_AGREES.found(case.last_year.place, **values)


def _restated(compared: Compared, derived: Derivation) -> tuple[Difference, ...]:
    """The balances that a direct adjustment explains: together they change equity by just its amount (RKR R12)."""
    year = derived.association.year - 1
    effects = {code_of(line): line.sign for line in BALANCE_LINES if line.sign}
    adjusted = sum(each.amount for each in compared.differences if each.code == ADJUSTMENTS and each.year == year)
    balances = [(each, _line(each, derived)) for each in compared.differences if each.year == year]
    changed = tuple(each for each, code in balances if code in effects)
    total = sum((each.amount * effects[code] for each, code in balances if code in effects), start=Decimal(0))
    return changed if adjusted and total == adjusted else ()


def _line(difference: Difference, derived: Derivation) -> str:
    """The code of the balance sheet's post that a difference stands in, also that of a note's row."""
    if not difference.code.startswith(f"{NOTE}."):
        return difference.code
    figure = derived.figures.get(FigureId(difference.code, derived.association.year)) or difference.figure
    typed = (*difference.figure.leaves(), *figure.leaves())
    lines = {fact.line if isinstance(fact, Fact) else None for fact in typed}
    return next((code_of(line) for line in BALANCE_LINES if {line} == lines), "")


def _finding(difference: Difference, case: Case, *, restated: bool) -> Finding:
    figure, before = difference.figure, difference.before
    code, year, measure = figure.key
    values = {
        "label": f"{figure.label}, {measure}" if measure else figure.label,
        "year": year,
        "now": _told(figure.value if isinstance(figure.value, Decimal) else None, figure.unit),
        "then": _told(before, figure.unit),
        "difference": told_difference(abs(difference.amount), figure.unit),
        "places": f" ({places(difference.sources)})" if len(difference.sources) > 1 else "",
    }
    rule = COMPARATIVE_DIFFERS
    if code == ADJUSTMENTS:
        rule = OPENING_EQUITY_ADJUSTED
    elif code == EQUITY and not measure and case.derived and year == case.derived.association.year - 2:
        rule = OPENING_EQUITY_DIFFERS
    elif restated:
        rule = COMPARATIVE_RESTATED
    now = Side("I årets underlag", figure.amount, difference.sources)
    sides = Sides(now, Side("I fjolårets rapport", before or Decimal(0)), unit=figure.unit)
    found = rule.found(*(difference.sources or (case.underlag.place(OpeningBalance),)), **values).between(sides)
    if rule is COMPARATIVE_RESTATED or figure.unit != KRONOR or figure.how is How.RATIO:
        return found
    return found.because(difference_causes(case.underlag, difference.amount, Decimal(0), (1, figure)))


def _told(value: Decimal | None, unit: str) -> str:
    return "inget belopp" if value is None else told_amount(value, unit)


def notes_keep_their_rows(case: Case) -> Iterator[Finding]:
    """Rows that a note has got, lost or renamed since last year: their comparatives cannot be compared by name."""
    edition = _edition(case)
    if case.derived is None or edition is None:
        return
    for note in case.derived.notes:
        yield from _changed_rows(note, case.derived, edition)


def _changed_rows(note: NumberedNote, derived: Derivation, edition: Edition) -> Iterator[Finding]:
    year = derived.association.year - 1
    before = {part.key: part for part in edition.figures}
    if FigureId(note.code, year) not in before:
        return
    keys = {FigureId(row.code, year) for row in note.rows}
    new = [figure for key in sorted(keys - set(before), key=str) if (figure := derived.figures[key]).amount]
    gone = [part for part in _rows_before(note, edition, year) if part.key not in keys]
    if new or gone:
        sources = sorted({fact.source for figure in new for fact in figure.leaves()})
        values = {
            "note": note.title,
            "year": year,
            "new": enumerated([f"{figure.label} {kronor(figure.amount)}" for figure in new]) or "inga",
            "gone": enumerated([f"{part.name} {kronor(part.value)}" for part in gone if part.value]) or "inga",
        }
        yield NOTE_ROWS_CHANGED.found(*(tuple(sources) or (Source(tab=NOTES),)), **values)


def _rows_before(note: NumberedNote, edition: Edition, year: int) -> Iterator[FigurePart]:
    """The rows with an amount that a note had last year."""
    for part in edition.figures:
        found = part.key
        if found.code.startswith(f"{note.code}.") and (found.year, found.measure) == (year, "") and part.value:
            yield part
