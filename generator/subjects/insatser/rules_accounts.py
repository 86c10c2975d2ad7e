"""The rules of the insatser's accounts: budgets typed once, accounts waited for, and accounts against the books."""

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.causes.explain import difference_causes
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.rounding import tolerance
from generator.findings.finding import Finding, Severity, Side, Sides
from generator.ground.formatting import enumerated, kronor
from generator.ground.names import NO_NAME, Name
from generator.ground.source import Source, places
from generator.model.amounts import IncomeOrCost
from generator.model.association import ReportState
from generator.model.underlag import Underlag
from generator.subjects.insatser.figures_accounts import budgeted_by_kind, has_cost, reported_by
from generator.subjects.insatser.figures_bridge import Bridge, bridges, is_explained
from generator.subjects.insatser.messages import (
    BUDGET_TWICE,
    DIFFERENCE_OF_NOTHING,
    DIFFERENCE_WITHOUT_REASON,
    REASON_WITHOUT_AMOUNT,
    UNLIKE_BOOKS,
    UNTESTED,
    WITHOUT_ACCOUNTS,
    WITHOUT_ACTIVITY,
)
from generator.subjects.insatser.rows import Insats, activities_of
from generator.subjects.insatser.rows_accounts import TAB as ACCOUNTS
from generator.subjects.insatser.rows_accounts import BookedDifference, InsatsCost

_COMPARED = (IncomeOrCost, InsatsCost, BookedDifference)
"""What is compared with each other: what is booked, what is accounted for, and the known differences."""


def budgets_stand_once(case: Case) -> Iterator[Finding]:
    """An insats's budget is typed whole or by kind of cost; both only where they are the same."""
    for entry in case.underlag.of(Insats):
        by_kind = budgeted_by_kind(entry.row, case.derived.facts) if case.derived else ()
        sum_of_kinds = sum((fact.amount for fact in by_kind), start=Decimal(0))
        if by_kind and entry.row.budget not in {None, sum_of_kinds}:
            values = {
                "insats": entry.row.label,
                "whole": entry.row.budget,
                "sum": sum_of_kinds,
                "cells": places(fact.source for fact in by_kind),
            }
            yield BUDGET_TWICE.found(entry.source("budget"), *(fact.source for fact in by_kind), **values)


def accounts_are_there(case: Case) -> Iterator[Finding]:
    """Where insatser have accounts of their own, one that has none is waited for.

    Not one that the association has given no money: no cost is booked on its activity, and it has no budget.
    """
    if case.derived is None or not any(reported_by(row, case.derived.facts) for row in case.underlag.rows(Insats)):
        return
    severity = Severity.REMAINING if case.state is ReportState.IN_PROGRESS else Severity.NOTE
    unread, known = _unread(case.underlag), {row.key for row in case.underlag.rows(Insats)}
    strangers = any(row.insats not in known for row in case.underlag.rows(InsatsCost))
    for entry in case.underlag.of(Insats):
        runs = entry.row.runs_in(case.derived.association.year) and entry.row.key not in unread
        if runs and not reported_by(entry.row, case.derived.facts) and _has_money(entry.row, case):
            found = WITHOUT_ACCOUNTS.found(entry.source("key"), insats=entry.row.label).graded(severity)
            yield found.resting_on([Source(tab=ACCOUNTS.name)] if strangers else ())


def _unread(underlag: Underlag) -> set[Name]:
    """The insatser that have accounts of which an amount cannot be read: the cell is told of by itself."""
    return {entry.row.insats for entry in underlag.of(InsatsCost) if entry.place in underlag.holes}


def _has_money(insats: Insats, case: Case) -> bool:
    activity = activities_of(case.underlag).get(insats.key, NO_NAME)
    if insats.budget is not None:
        return insats.budget != 0
    return bool(case.derived and activity and has_cost(activity, case.derived))


def accounts_can_be_compared(case: Case) -> Iterator[Finding]:
    """An insats with accounts has an activity that its cost is booked on."""
    booked_on = activities_of(case.underlag)
    for entry in case.underlag.of(Insats):
        known = case.derived and reported_by(entry.row, case.derived.facts)
        if known and entry.row.key not in booked_on:
            yield WITHOUT_ACTIVITY.found(entry.source("activity"), insats=entry.row.label)


def accounts_agree_with_books(case: Case) -> Iterator[Finding]:
    """What the insatser of an activity have accounted for is what is booked there, but for what is explained.

    Two true figures, so never an error. Not tried while an insats of the activity has no accounts, which another rule
    says, or while an amount cannot be read.
    """
    if case.derived is None:
        return
    rows = {row.place for model in _COMPARED for row in case.underlag.raw[model].rows}
    hole = next((hole for hole in case.underlag.holes if hole in rows), None)
    unread = _unread(case.underlag)
    for bridge in bridges(case.underlag, case.derived.facts):
        waited_for = (insats for insats in bridge.silent if insats.key not in unread)
        if any(insats.runs_in(case.derived.association.year) for insats in waited_for):
            continue
        if hole:
            place = case.underlag.place(BookedDifference)
            yield UNTESTED.found(place, activity=bridge.name, hole=hole)
        elif not is_explained(bridge, case.derived):
            yield _difference(bridge, case.derived)


def _difference(bridge: Bridge, derived: Derivation) -> Finding:
    parts = ("booked", "reported", "unexplained")
    booked, reported, rest = (derived.figures[FigureId(bridge.code(part), derived.association.year)] for part in parts)
    explained = booked.amount - reported.amount - rest.amount
    values = {
        "activity": bridge.name,
        "booked": booked.amount,
        "booked_at": places(fact.source for fact in booked.leaves()) or "inget belopp",
        "insatser": enumerated([insats.label for insats in bridge.insatser]),
        "reported": reported.amount,
        "reported_at": places(fact.source for fact in reported.leaves()),
        "difference": abs(booked.amount - reported.amount),
        "explained": f", varav {kronor(explained)} är förklarat" if explained else "",
        "rest": rest.amount,
    }
    sources = (*reported.leaves(), *booked.leaves())
    sides = Sides(
        Side("Bokfört", booked.amount, tuple(fact.source for fact in booked.leaves())),
        Side("Redovisat av insatserna", reported.amount, tuple(fact.source for fact in reported.leaves())),
        tolerance(rest).bound,
    )
    found = UNLIKE_BOOKS.found(*(fact.source for fact in sources), **values).between(sides)
    return found.because(difference_causes(derived.underlag, rest.amount, sides.bound, (1, rest)))


def differences_are_whole(case: Case) -> Iterator[Finding]:
    """A typed difference has an amount and a reason, and an activity whose insatser have accounts."""
    compared = {each.activity.key for each in bridges(case.underlag, case.derived.facts)} if case.derived else ()
    for entry in case.underlag.of(BookedDifference):
        row = entry.row
        values = {"activity": row.activity, "amount": row.amount or 0}
        if row.amount is not None and not row.reason:
            yield DIFFERENCE_WITHOUT_REASON.found(entry.source("reason"), **values)
        elif row.amount is None:
            yield REASON_WITHOUT_AMOUNT.found(entry.source("amount"), **values)
        elif row.activity not in compared:
            yield DIFFERENCE_OF_NOTHING.found(entry.source("activity"), **values)
