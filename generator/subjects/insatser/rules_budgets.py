"""The rules about the insatser's budgets against those of the activities that they are booked on, and their names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from generator.blocks.case import Case
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.measures import shown_budget, shown_suffixes
from generator.findings.finding import Finding, Side, Sides
from generator.ground.names import Name
from generator.ground.source import Source
from generator.model.fact import ORE, Fact, Observation, Typed
from generator.model.registers import Activity
from generator.statements.statement import Kind
from generator.subjects.activities.figures import COSTS, NET, code_of_activity
from generator.subjects.insatser.figures_accounts import budgeted_by_kind, has_cost
from generator.subjects.insatser.messages import ACTIVITY_WITHOUT_INSATS, BUDGETS_EXCEED, BUDGETS_LEAVE
from generator.subjects.insatser.rows import Insats, activities_of

UNDISTRIBUTED = "Ofördelat"


def budgets_fit_their_activity(case: Case) -> Iterator[Finding]:
    """The year's budgets of an activity's insatser are its budget or less; what is left is not distributed yet.

    Not tried while an insats has no budget of the year: its budget may be typed for the whole period alone.
    """
    if case.derived is None:
        return
    for activity, insatser in _booked_together(case).items():
        budgets = [_budget(each, case.derived) for each in insatser]
        whole = _activity_budget(activity, case.derived)
        if whole and budgets and all(budgets):
            typed = [fact for facts in budgets for fact in facts]
            if _sum(typed) not in _other_budgets(activity, case.derived):
                yield from _compared(activity, typed, whole)


def _booked_together(case: Case) -> Mapping[Name, list[Insats]]:
    """The insatser that go on in the year, by the activity that they are booked on."""
    booked_on, year = activities_of(case.underlag), case.derived.association.year if case.derived else 0
    found: dict[Name, list[Insats]] = {}
    for insats in case.underlag.rows(Insats):
        if insats.key in booked_on and insats.runs_in(year):
            found.setdefault(booked_on[insats.key], []).append(insats)
    return found


def _budget(insats: Insats, derived: Derivation) -> Sequence[Observation]:
    """The typed amounts of an insats's budget of the year: the whole one, else those by kind of cost."""
    return derived.facts.of(f"{insats.code}.budget") or budgeted_by_kind(insats, derived.facts)


def _activity_budget(activity: Name, derived: Derivation) -> list[Fact]:
    measure = shown_budget(derived.association)
    return [
        fact
        for fact in derived.facts.on_activity(activity)
        if (fact.year, fact.measure, fact.part_of) == (derived.association.year, measure, False)
        and fact.line.kind is Kind.COST
    ]


def _other_budgets(activity: Name, derived: Derivation) -> set[Decimal]:
    """What else the insatser's budgets may be: the activity's own part, less its income, or after costs are split."""
    suffix = shown_suffixes(derived.association)[0]
    codes = (f"{code_of_activity(activity)}.{part}" for part in (COSTS, NET))
    figures = (derived.figures.get(FigureId(code, derived.association.year, suffix)) for code in codes)
    return {figure.amount for figure in figures if figure is not None}


def _compared(activity: str, parts: Sequence[Observation], whole: Sequence[Fact]) -> Iterator[Finding]:
    typed: tuple[Typed, ...] = (*parts, *whole)
    sides = Sides(
        Side("Insatsernas budgetar", _sum(parts), _cells(parts)),
        Side("Verksamhetens budget", _sum(whole), _cells(whole)),
        sum((fact.precision / 2 for fact in typed if fact.precision > ORE), start=Decimal(0)),
    )
    if sides.is_rounding:
        return
    values = {
        "activity": activity,
        "insatser": sides.one.amount,
        "whole": sides.other.amount,
        "rest": abs(sides.difference),
        "name": UNDISTRIBUTED,
    }
    rule = BUDGETS_EXCEED if sides.difference > 0 else BUDGETS_LEAVE
    yield rule.found(*sides.one.cells, *sides.other.cells, **values).between(sides)


def _sum(facts: Iterable[Typed]) -> Decimal:
    return sum((fact.amount for fact in facts), start=Decimal(0))


def _cells(facts: Iterable[Typed]) -> tuple[Source, ...]:
    return tuple(fact.source for fact in facts)


def activities_that_are_insatser_are_registered(case: Case) -> Iterator[Finding]:
    """An activity that is said to be an insats has one in the register, where there is a register at all.

    One that cost nothing in the year may stand there for the years before alone.
    """
    if not case.underlag.rows(Insats) or case.derived is None:
        return
    booked = set(activities_of(case.underlag).values())
    for entry in case.underlag.of(Activity):
        if entry.row.is_insats and entry.row.key not in booked and has_cost(entry.row.key, case.derived):
            name = entry.row.name or entry.row.key
            yield ACTIVITY_WITHOUT_INSATS.found(entry.source("is_insats"), activity=name)
