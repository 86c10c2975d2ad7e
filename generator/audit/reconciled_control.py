"""The control amounts of the workbook's own tab *Avstämning*, against the figures that they are of."""

from decimal import Decimal

from generator.audit.expressions import Expression
from generator.audit.reconciled import Reconciled
from generator.figures.deviations import shown_sign
from generator.figures.figure import Figure
from generator.findings.message import LONGEST
from generator.ground.printable import one_line
from generator.ground.word_notes import without_notes
from generator.model.association import DeviationSign
from generator.model.printed import Printed
from generator.model.rows import Entry
from generator.subjects.control.figures_compared import Comparison, Signs, Verdict, compared, fits, unit_of
from generator.subjects.control.figures_found import find, suffix_of
from generator.subjects.control.rows import ControlAmount
from generator.workbook.sheets import EMPTY, Cell, Kind


def control_amounts(reconciled: Reconciled) -> None:
    """Add those that can be held against a figure; what cannot is told in *Granskning*."""
    entries = reconciled.matter.case.underlag.of(ControlAmount)
    found = [(entry, figure, entry.row.amount) for entry in entries if (figure := _figure(reconciled, entry))]
    if found:
        reconciled.sheet.heading("Kontrollbelopp i arbetsbokens flik Avstämning (vänster sida är kontrollbeloppet)")
    for entry, figure, amount in found:
        if amount is not None and fits(unit_of(amount, entry.row.unit, figure), figure):
            _add(reconciled, entry, figure, amount)


def _figure(reconciled: Reconciled, entry: Entry[ControlAmount]) -> Figure | None:
    names, association = reconciled.matter.case.names, reconciled.matter.derived.association
    if names is None:
        return None
    found = find(names, entry.row.figure, entry.row.year or association.year, suffix_of(entry.row.measure, association))
    known = isinstance(found, Figure) and found.key in reconciled.matter.figures
    return found if known and isinstance(found, Figure) and found.key not in reconciled.matter.hidden else None


def _compared(reconciled: Reconciled, entry: Entry[ControlAmount], figure: Figure, amount: Printed) -> Comparison:
    derived, names = reconciled.matter.derived, reconciled.matter.case.names
    better = derived.association.deviation_sign == DeviationSign.BETTER
    asked = suffix_of(entry.row.measure, derived.association)
    shown = shown_sign(figure, names, plus_is_better=better, asked=asked) if names else 1
    of_year = derived.figures.get(figure.key._replace(year=derived.association.year))
    return compared(amount, unit_of(amount, entry.row.unit, figure), figure, Signs(entry.row.sign, shown, of_year))


def _add(reconciled: Reconciled, entry: Entry[ControlAmount], figure: Figure, amount: Printed) -> None:
    comparison = _compared(reconciled, entry, figure, amount)
    own = reconciled.sums.figure(*figure.key)
    computed = own.times(1 if own.value == comparison.computed else -1)
    explained = comparison.half + (comparison.bound if comparison.verdict is Verdict.ROUNDING else 0)
    number = reconciled.next_row()
    left, right = Expression(f"D{number}", comparison.printed), Expression(f"F{number}", computed.value)
    words = f"IF(ABS({left.words}-{right.words})<={explained},0,{left.words}-{right.words})"
    size = comparison.difference
    difference = Expression(words, Decimal(0) if abs(size) <= explained else size)
    cells = [
        Cell(one_line(without_notes(str(figure.label)), LONGEST)),
        Cell(Decimal(figure.key.year)),
        EMPTY,
        Cell(comparison.printed),
        Cell(figure.unit),
        computed.cell(Kind.KRONOR if figure.unit == "kr" else Kind.NUMBER),
        difference.difference(),
        *(EMPTY,) * 6,
        Cell(" · ".join(filter(None, (comparison.verdict.value, one_line(entry.row.source, LONGEST))))),
    ]
    reconciled.add("", figure.key.year, cells)
