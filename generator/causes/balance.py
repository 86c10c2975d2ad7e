"""What each cell does to the balance sheet, so that the cell can be found that keeps it from balancing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.causes.cells import Cell, sheet
from generator.causes.gap import Effect, Gap, Search
from generator.causes.lost import lost_rows
from generator.causes.search import likeliest
from generator.causes.words import as_causes
from generator.causes.wrong_units import unit_causes
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.rounding import tolerance
from generator.findings.cause import Cause
from generator.model.amounts import DIRECT_ADJUSTMENT
from generator.model.fact import Fact, Measure, Typed
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, EQUITY_LINE


def explain_balance(derived: Derivation, days: Sequence[int]) -> tuple[Cause, ...]:
    """Find what keeps the balance sheet from balancing on some days: the years whose ends have balances, in order.

    Each year's own difference is looked at, not what it inherits: an error of last year's stays in this year's.
    """
    units = unit_causes(derived)
    if units:
        return units
    gaps = _gaps(derived, days)
    typed = sheet(derived.underlag)
    year = derived.association.year
    effects = {cell: effect for cell in typed.cells.values() if any(effect := _effect(cell, year, days))}
    found = as_causes(likeliest(Search(gaps, effects), typed))
    if any(cause.certain for cause in found):
        return found
    return (*lost_rows(derived.underlag, gaps, days), *found)


def _gaps(derived: Derivation, days: Sequence[int]) -> list[Gap]:
    """The difference of each day beyond that of the day before."""
    found: list[Gap] = []
    before = Decimal(0)
    for day in days:
        difference = derived.figures[FigureId(BALANCE_DIFFERENCE, day)]
        found.append(Gap(difference.amount - before, tolerance(difference).plain))
        before = difference.amount
    return found


def _effect(cell: Cell, year: int, days: Sequence[int]) -> Effect:
    """What one krona more in a cell adds to each day's own difference."""
    whole = [sum((_on_day(typed, day, year) for typed in probed(cell, year)), Decimal(0)) for day in days]
    return tuple(now - before for now, before in zip(whole, (Decimal(0), *whole), strict=False))


def probed(cell: Cell, year: int) -> Iterator[Typed]:
    """What a cell would give if one krona stood in it, whatever stands there now."""
    make = getattr(cell.model, "facts", None)
    if make is None:
        return
    row = cell.entry.row.model_copy(update={cell.attribute: Decimal(1)})
    yield from (typed for typed in make(replace(cell.entry, row=row), year) if typed.source == cell.source)


def _on_day(typed: Typed, day: int, year: int) -> Decimal:
    """What a typed amount adds to the difference between assets and claims on a day.

    What changes equity does so from its year on: income and costs of the report's two years, a direct adjustment, the
    opening equity.
    """
    if not isinstance(typed, Fact):
        adjusts = typed.of == DIRECT_ADJUSTMENT and year - 1 <= typed.year <= day
        return -typed.amount if adjusts else Decimal(0)
    if typed.measure is not Measure.OUTCOME or typed.part_of:
        return Decimal(0)
    if typed.line.is_flow:
        return -typed.amount * typed.line.sign if year - 1 <= typed.year <= day else Decimal(0)
    lasts = typed.line == EQUITY_LINE and typed.year <= day
    return typed.amount * typed.line.sign if lasts or typed.year == day else Decimal(0)
