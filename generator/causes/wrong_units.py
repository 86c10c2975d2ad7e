"""A tab whose unit is wrong: with all its amounts a thousand times larger, or smaller, the balance sheet balances."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from statistics import median

from generator.causes.tab_units import TabUnit, tab_units
from generator.figures.derivation import Derivation
from generator.figures.engine import derive
from generator.figures.figure import FigureId, Figures
from generator.figures.rounding import tolerance
from generator.figures.sums import balance_sheet, income_statement, told_changes
from generator.findings.cause import Cause
from generator.ground.once import once
from generator.model.fact import Measure, with_precision
from generator.model.facts import Facts
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, EQUITY_LINE

_FEWEST = 3
"""Of fewer amounts than these the cells are looked at, and not the tab."""


def unit_causes(derived: Derivation) -> tuple[Cause, ...]:
    """Say which tab's unit keeps the balance sheet from balancing, where one does."""
    found = wrong_units(derived)
    return tuple(_cause(unit, certain=len(found) == 1) for unit in found)


@once
def wrong_units(derived: Derivation) -> tuple[TabUnit, ...]:
    """The units that, were they the other one, would close every difference of the balance sheet that is too large."""
    days = _days(derived)
    if not any(_is_open(derived.figures, day) for day in days):
        return ()
    units = tab_units(derived.underlag)
    closing = [unit for unit in units.values() if _has_amounts(derived, unit) and _balances(derived, units, unit)]
    return tuple(_likeliest(derived, units, closing))


def _likeliest(derived: Derivation, units: Mapping[str, TabUnit], closing: Sequence[TabUnit]) -> Sequence[TabUnit]:
    """Of several the one that is then most like the other tabs: two tabs may as well be changed, each the other way."""
    sizes = {
        tab: max((abs(each.amount) for each in derived.facts if each.source.tab == tab), default=Decimal(0))
        for tab in units
    }
    tabs = {unit.cell.tab for unit in closing}
    others = [size for tab, size in sizes.items() if size and tab not in tabs]
    if len(closing) <= 1 or not others:
        return closing
    usual = median(others)

    def unlikeness(unit: TabUnit) -> Decimal:
        return max(ratio := sizes[unit.cell.tab] * unit.other / unit.unit / usual, 1 / ratio)

    return [min(closing, key=unlikeness)]


def _days(derived: Derivation) -> list[int]:
    """The days whose balances are typed."""
    amounts = (fact for fact in derived.facts.amounts if not fact.line.is_flow and fact.line != EQUITY_LINE)
    typed = {fact.year for fact in amounts if fact.measure is Measure.OUTCOME}
    return [day for day in sorted(typed) if FigureId(BALANCE_DIFFERENCE, day) in derived.figures]


def _is_open(figures: Figures, day: int) -> bool:
    difference = figures[FigureId(BALANCE_DIFFERENCE, day)]
    return abs(difference.amount) > tolerance(difference).bound


def _has_amounts(derived: Derivation, unit: TabUnit) -> bool:
    typed = (fact for fact in derived.facts if fact.source.tab == unit.cell.tab and fact.amount)
    return sum(1 for _ in typed) >= _FEWEST


def _balances(derived: Derivation, units: Mapping[str, TabUnit], changed: TabUnit) -> bool:
    """Whether every day balances when a tab's amounts are of the other unit."""
    tab, factor = changed.cell.tab, changed.other / changed.unit
    kept = {name: unit.unit for name, unit in units.items()} | {tab: changed.other}
    typed = (replace(each, amount=each.amount * factor) if each.source.tab == tab else each for each in derived.facts)
    facts = Facts(with_precision(typed, lambda fact: kept.get(fact.source.tab, Decimal(1))))
    declared = (*income_statement(), *told_changes(facts.told), *balance_sheet(told=facts.told))
    association = derived.association
    figures = derive(declared, facts, association.year, first_day=association.first_day)
    return not any(_is_open(figures, day) for day in _days(derived))


def _cause(unit: TabUnit, *, certain: bool) -> Cause:
    found, wanted = unit.names
    words = f"är flikens belopp i {wanted} och inte i {found}? Med {wanted} här stämmer alla år."
    return Cause("unit", (unit.cell,), "Belopp anges i", words, certain=certain)
