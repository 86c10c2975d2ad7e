"""Tabs against each other: one whose amounts are a thousandth of the others', or a thousand times, has a wrong unit."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from generator.blocks.case import Case
from generator.causes.cells import Cell, sheet
from generator.causes.tab_units import TabUnit, tab_units
from generator.causes.wrong_units import wrong_units
from generator.checks.messages_plausible import TAB_IN_OTHER_UNIT
from generator.figures.derivation import Derivation
from generator.findings.finding import Finding, Severity
from generator.ground.formatting import kronor
from generator.model.fact import Fact
from generator.statements.changes import CHANGES

_TIMES_LARGER = 10
"""No tab is so many times the largest of the others: all are of the same association's money."""
_TIMES_SMALLER = 100
"""A tab may be so much smaller, as that of a few small insatser is: then its amounts are still those of kronor."""
_TIMES_SMALLER_EACH = 2500
_FEWEST = 2
"""Fewer amounts than these tell no size."""


@dataclass(frozen=True, slots=True)
class _Tab:
    """A tab that says its unit: where, the cells of its amounts, and the largest of its columns."""

    unit: TabUnit
    cells: tuple[Cell, ...]
    size: Decimal

    @property
    def name(self) -> str:
        return self.unit.cell.tab


def tabs_are_in_one_unit(case: Case) -> Iterator[Finding]:
    """A tab's amounts are in the unit that stands above them: the balance sheet, or the other tabs, tell where not."""
    if case.derived is None:
        return
    tabs = {tab.name: tab for tab in _tabs(case)}
    broken = [tabs[unit.cell.tab] for unit in wrong_units(case.derived) if unit.cell.tab in tabs]
    others = [tab for tab in tabs.values() if tab not in broken]
    if len(broken) == 1 and others:
        yield _found(broken[0], _largest(others)).graded(Severity.ERROR)
    if broken:
        return
    for tab, largest in _unlike(tabs, _small_by_nature(case.derived)):
        yield _found(tab, largest)


def _tabs(case: Case) -> Iterator[_Tab]:
    units = tab_units(case.underlag)
    columns: dict[str, list[tuple[Cell, ...]]] = {}
    for column in sheet(case.underlag).columns.values():
        typed = tuple(cell for cell in column if cell.is_amount and cell.typed)
        if typed and typed[0].source.tab in units:
            columns.setdefault(typed[0].source.tab, []).append(typed)
    for name, typed_columns in columns.items():
        cells = tuple(cell for column in typed_columns for cell in column)
        yield _Tab(units[name], cells, max(map(_size, typed_columns)))


def _size(cells: Iterable[Cell]) -> Decimal:
    return sum((abs(cell.typed) for cell in cells), start=Decimal(0))


def _largest(tabs: Iterable[_Tab]) -> _Tab:
    return max(tabs, key=lambda tab: tab.size)


def _small_by_nature(derived: Derivation) -> frozenset[str]:
    """The tabs of what has changed, which may be little; the balances tell whether they are right."""
    told = (fact for fact in derived.facts if not isinstance(fact, Fact))
    return frozenset(fact.source.tab for fact in told if fact.of.startswith(f"{CHANGES}."))


def _unlike(tabs: Mapping[str, _Tab], small: frozenset[str]) -> Iterator[tuple[_Tab, _Tab]]:
    """The tabs that are too large, else those that are too small, each with the largest of the others."""
    enough = 3
    if len(tabs) < enough:
        return
    pairs = [(tab, _largest(other for other in tabs.values() if other is not tab)) for tab in tabs.values()]
    pairs = [(tab, largest) for tab, largest in pairs if len(tab.cells) >= _FEWEST]
    large = [(tab, largest) for tab, largest in pairs if tab.unit.unit > 1 and tab.size > _TIMES_LARGER * largest.size]
    yield from large or (
        (tab, largest)
        for tab, largest in pairs
        if tab.unit.unit == 1 and tab.name not in small and _is_small(tab, largest)
    )


def _is_small(tab: _Tab, largest: _Tab) -> bool:
    usual = median(abs(cell.typed) for cell in tab.cells)
    return tab.size * _TIMES_SMALLER < largest.size and usual * _TIMES_SMALLER_EACH < largest.size


def _found(tab: _Tab, largest: _Tab) -> Finding:
    found, wanted = tab.unit.names
    values = {
        "tab": tab.name,
        "found": found,
        "wanted": wanted,
        "sum": kronor(tab.size),
        "other": largest.name,
        "size": kronor(largest.size),
    }
    return TAB_IN_OTHER_UNIT.found(tab.unit.cell, **values).resting_on(cell.source for cell in tab.cells)
