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
from generator.ground.formatting import kronor
from generator.model.amounts import DIRECT_ADJUSTMENT, OpeningBalance
from generator.model.fact import Fact, Measure, Typed
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, EQUITY, EQUITY_LINE


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
    search = Search(gaps, effects)
    found = tuple(_equity_of_other_day(search, derived, days)) or as_causes(likeliest(search, typed))
    if any(cause.certain for cause in found):
        return found
    return (*lost_rows(derived.underlag, gaps, days), *found)


def _equity_of_other_day(search: Search, derived: Derivation, days: Sequence[int]) -> Iterator[Cause]:
    """The opening equity is what equity comes to on a later day, had the opening one been right."""
    for cell in search.effects:
        is_equity = cell.model is OpeningBalance and getattr(cell.entry.row, "line", "") == EQUITY_LINE.label
        change = search.change(cell) if is_equity and cell.typed else None
        for day in days[1:] if change else ():
            equity = derived.figures.get(FigureId(EQUITY, day))
            if change and equity and equity.amount + change == cell.typed:
                wanted = cell.typed + change
                words = f"här står {kronor(cell.typed)}, men det är eget kapital {day}-12-31. "
                words += f"Med {kronor(wanted)} stämmer det."
                yield Cause("other_day", (cell.source,), cell.name, words, cell.typed, wanted, certain=True)
                return


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
