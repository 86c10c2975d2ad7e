"""The rule of control amounts: amounts from the ledger or a printed report against those that are derived.

So a published report can be entered as it was printed, to see what in it does not agree; and the economist sees that
the workbook says what the ledger says. A disagreement is a warning: which side is wrong, only a person can tell.
"""

from collections.abc import Iterator, Sequence

from generator.blocks.case import Case
from generator.causes.digits import are_swapped
from generator.causes.explain import difference_causes
from generator.figures.derivation import Derivation
from generator.figures.deviations import shown_sign
from generator.figures.figure import Figure, How
from generator.figures.naming import Ambiguous, Names, Unknown
from generator.findings.cause import Cause
from generator.findings.finding import Finding, Side, Sides
from generator.findings.message import hint
from generator.ground.formatting import KRONOR, SHARE, kronor
from generator.ground.names import is_nothing
from generator.model.association import DeviationSign
from generator.model.printed import Printed
from generator.model.rows import Entry
from generator.subjects.control.figures_compared import (
    Comparison,
    Signs,
    Verdict,
    compared,
    fits,
    unit_of,
)
from generator.subjects.control.figures_found import Untestable, find, suffix_of
from generator.subjects.control.messages import (
    CONTROL_AGREES,
    CONTROL_AMBIGUOUS,
    CONTROL_DIFFERS,
    CONTROL_OTHER_SIGN,
    CONTROL_OTHER_UNIT,
    CONTROL_PER_CENT_UNCLEAR,
    CONTROL_ROUNDING,
    CONTROL_TWO_UNITS,
    CONTROL_UNKNOWN,
    CONTROL_UNTESTED,
    CONTROL_WITHOUT_AMOUNT,
)
from generator.subjects.control.messages_values import as_printed, values_of
from generator.subjects.control.rows import ControlAmount


def control_amounts_agree(case: Case) -> Iterator[Finding]:
    """Every control amount agrees with the figure that is derived; how many do is told."""
    if case.derived is None or case.names is None:
        return
    # An amount that could not be read has its own finding.
    every = case.underlag.of(ControlAmount)
    entries = [entry for entry in every if entry.row.amount or is_nothing(entry.source("amount").text)]
    judged = [_judged(entry, case.names, case.derived) for entry in entries]
    yield from filter(None, judged)
    if judged:
        yield CONTROL_AGREES.found(case.underlag.place(ControlAmount), **_counted(judged))


def _counted(judged: Sequence[Finding | None]) -> dict[str, object]:
    """How many of the control amounts agree; ``judged`` is what was found of each."""
    agreeing = sum(1 for finding in judged if finding is None or finding.rule is CONTROL_ROUNDING)
    untested = sum(1 for finding in judged if finding and finding.rule is CONTROL_UNTESTED)
    return {
        "count": str(agreeing) if agreeing == len(judged) else f"{agreeing} av {len(judged)}",
        "untested": f", {untested} är inte {'prövat' if untested == 1 else 'prövade'}" if untested else "",
    }


def _judged(entry: Entry[ControlAmount], names: Names, derived: Derivation) -> Finding | None:
    """What is to be said of one control amount; nothing where it agrees."""
    row = entry.row
    year = row.year or derived.association.year
    if row.amount is None:
        return CONTROL_WITHOUT_AMOUNT.found(entry.source("amount"), name=row.figure)
    found = find(names, row.figure, year, suffix_of(row.measure, derived.association))
    values: dict[str, object] = {"name": row.figure, "year": year, "found": row.amount.text}
    place = (entry.source("figure"),)
    match found:
        case Unknown():
            return CONTROL_UNKNOWN.found(*place, **values, hint=hint(found.near))
        case Ambiguous():
            return CONTROL_AMBIGUOUS.found(*place, **values, names=", ".join(found.names))
        case Untestable():
            return CONTROL_UNTESTED.found(*place, **values, reason=found.reason)
        case Figure():
            better = derived.association.deviation_sign == DeviationSign.BETTER
            asked = suffix_of(row.measure, derived.association)
            shown = shown_sign(found, names, plus_is_better=better, asked=asked)
            return _compared(entry, row.amount, found, shown, values, derived)


def _compared(  # noqa: PLR0913, PLR0917 - an amount, the figure with its sign, and what is told of them
    entry: Entry[ControlAmount],
    amount: Printed,
    figure: Figure,
    shown: int,
    values: dict[str, object],
    derived: Derivation,
) -> Finding | None:
    row, place = entry.row, (entry.source("amount"),)
    unit = unit_of(amount, row.unit, figure)
    if amount.unit and row.unit and amount.unit != row.unit:
        return CONTROL_TWO_UNITS.found(*place, **values, unit=amount.unit, other=row.unit)
    if not fits(unit, figure):
        return CONTROL_OTHER_UNIT.found(*place, **values, unit=unit, kind=figure.unit)
    if figure.unit == SHARE and amount.from_number and abs(amount.number) <= 1:
        return CONTROL_PER_CENT_UNCLEAR.found(*place, **values)
    values = values | {"found": as_printed(amount, unit)}
    of_year = derived.figures.get(figure.key._replace(year=derived.association.year))
    comparison = compared(amount, unit, figure, Signs(row.sign, shown, of_year))
    rule = _RULES.get(comparison.verdict)
    if rule is None:
        return None
    cells = tuple(fact.source for fact in figure.leaves())
    sides = Sides(
        Side("Kontrollbelopp", comparison.printed, place),
        Side("Beräknat", comparison.computed, cells),
        comparison.half + comparison.bound,
        figure.unit,
    )
    told = values | values_of(comparison, figure, row.source, derived.facts)
    causes = _causes(comparison, figure, entry, derived) if rule is CONTROL_DIFFERS else ()
    if causes:
        told["lead"] = ""
    return rule.found(*place, **told).between(sides).because(causes)


def _causes(
    comparison: Comparison, figure: Figure, entry: Entry[ControlAmount], derived: Derivation
) -> tuple[Cause, ...]:
    """What may explain the difference, where both sides are told to the krona: a cell, or the control amount itself."""
    if figure.unit != KRONOR or figure.how is How.RATIO or comparison.half > 1 or not figure.amount:
        return ()
    turned = 1 if comparison.computed == figure.amount else -1
    found = difference_causes(
        derived.underlag, figure.amount - turned * comparison.printed, comparison.half, (1, figure)
    )
    if not found and are_swapped(comparison.printed, comparison.computed):
        words = f"har två siffror bytt plats i kontrollbeloppet? Beräknat är {kronor(comparison.computed)}."
        place, wanted = (entry.source("amount"),), comparison.computed
        return (Cause("swapped", place, entry.row.figure, words, comparison.printed, wanted),)
    return found


_RULES = {
    Verdict.ROUNDING: CONTROL_ROUNDING,
    Verdict.OTHER_SIGN: CONTROL_OTHER_SIGN,
    Verdict.DIFFERS: CONTROL_DIFFERS,
}
