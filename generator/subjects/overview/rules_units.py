"""The rules of the overview's older years against what else is typed of them: the same amounts, in the same unit."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from generator.blocks.case import Case
from generator.figures.derivation import Derivation
from generator.figures.figure import Figure, FigureId
from generator.figures.rounding import leeway
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import KRONOR
from generator.ground.source import Source, cells_of
from generator.model.fact import ORE, Fact, Measure
from generator.model.rows import Entry
from generator.statements.income_statement import INCOME, INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import code_of
from generator.statements.statement import Kind
from generator.subjects.overview.figures import ALL_COSTS, derived_code
from generator.subjects.overview.messages import OTHER_UNIT, YEAR_BEFORE_DIFFERS
from generator.subjects.overview.rows import VALUES, KeyFigure

_LEAST, _MOST = Decimal(300), Decimal(3000)
"""A ratio between these is that of kronor and thousands; whole incomes and costs do not grow so in some years."""

_COSTS = tuple(line for line in INCOME_STATEMENT.lines if line.kind is Kind.COST)
_LINES = {**{code_of(line): (line,) for line in _COSTS}, ALL_COSTS: _COSTS}
"""The lines that a key figure of costs is made of, by its code. Income of that year is typed in the overview alone."""


def year_before_last_is_one(case: Case) -> Iterator[Finding]:
    """What the year before last cost is one amount in two tabs: tables of three and of five years agree."""
    derived = case.derived
    if derived is None:
        return
    year = derived.association.year - 2
    typed = [fact for fact in derived.facts.amounts if _is_outcome(fact, year)]
    for entry in case.underlag.of(KeyFigure):
        lines = _LINES.get(derived_code(entry.row), ()) if entry.row.third_year is not None else ()
        facts = [fact for fact in typed if fact.line in lines]
        figure = derived.figures.get(FigureId(entry.row.code, year))
        if facts and figure is not None:
            yield from _unlike(entry, figure, facts)


def _is_outcome(fact: Fact, year: int) -> bool:
    return fact.line.is_flow and not fact.part_of and (fact.year, fact.measure) == (year, Measure.OUTCOME)


def _unlike(entry: Entry[KeyFigure], figure: Figure, facts: Sequence[Fact]) -> Iterator[Finding]:
    cells = tuple(fact.source for fact in facts)
    rounding = sum((fact.precision / 2 for fact in facts if fact.precision > ORE), start=Decimal(0))
    sides = Sides(
        Side("Flerårsöversikt", figure.amount, (entry.source("third_year"),)),
        Side("Intäkter och kostnader", sum((fact.amount for fact in facts), start=Decimal(0)), cells),
        max(rounding + leeway(figure), 2 * leeway(figure)),
    )
    if not sides.is_rounding:
        values = {
            "key": entry.row.key,
            "year": figure.key.year,
            "typed": sides.one.amount,
            "sum": sides.other.amount,
            "cells": cells_of(cells),
            "tab": cells[0].tab,
            "difference": abs(sides.difference),
        }
        yield YEAR_BEFORE_DIFFERS.found(*sides.one.cells, *cells, **values).between(sides)


class _Typed(NamedTuple):
    """An older year's amount: its cell, its year, and how many times as large the latest known one is, ``recent``."""

    source: Source
    year: int
    ratio: Decimal
    is_steady: bool
    recent: Figure


def older_years_are_in_kronor(case: Case) -> Iterator[Finding]:
    """No older year is typed in thousands where the others are kronor: neither a whole column nor a whole row.

    A single amount may well be a thousand times another, as a result may; a row of costs or income is never.
    """
    if case.derived is None:
        return
    typed = [each for entry in case.underlag.of(KeyFigure) for each in _older(entry, case.derived)]
    told: set[Source] = set()
    for group in (*_grouped(typed, "column"), *_grouped(typed, "row")):
        left = [each for each in group if each.source not in told]
        if left and _is_in_other_unit(group):
            told |= {each.source for each in left}
            sources = tuple(each.source for each in left)
            size = "en tusendel av" if left[0].ratio > 1 else "tusen gånger"
            years = sorted({each.year for each in left}, reverse=True)
            values = {"cells": cells_of(sources), "size": size, "years": ", ".join(map(str, years))}
            behind = {fact.source for each in left for fact in each.recent.leaves()}
            yield OTHER_UNIT.found(*sources, **values).resting_on({*sources, *behind})


def _older(entry: Entry[KeyFigure], derived: Derivation) -> Iterator[_Typed]:
    """The amounts in kronor of a row's older years, each against the latest year's that is known."""
    year = derived.association.year
    if entry.row.is_heading or entry.row.figure_unit != KRONOR:
        return
    recent = (derived.figures.get(FigureId(entry.row.code, each)) for each in (year, year - 1))
    known = next((figure for figure in recent if figure is not None and figure.amount), None)
    is_steady = derived_code(entry.row).startswith((INCOME, ALL_COSTS)) and derived_code(entry.row) != NET_RESULT
    for back, field in enumerate(VALUES):
        value = getattr(entry.row, field)
        if back > 1 and value and known:
            yield _Typed(entry.source(field), year - back, abs(known.amount / value), is_steady, known)


def _grouped(typed: Sequence[_Typed], by: str) -> Iterator[Sequence[_Typed]]:
    """The amounts of each column, or of each row."""
    found: dict[int, list[_Typed]] = {}
    for each in typed:
        found.setdefault(getattr(each.source, by), []).append(each)
    yield from found.values()


def _is_in_other_unit(group: Sequence[_Typed]) -> bool:
    """Whether all amounts of a column or row are a thousandth, or a thousand times, of what they are now."""
    ratios = [each.ratio for each in group]
    same = all(_LEAST < ratio < _MOST for ratio in ratios) or all(_LEAST < 1 / ratio < _MOST for ratio in ratios)
    return same and any(each.is_steady for each in group)
