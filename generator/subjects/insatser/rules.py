"""The rules of the insatser: periods, budgets, accounts against the books, and names that are nearly right."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.case import Case
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.rounding import tolerance
from generator.findings.finding import Finding, Severity, Side, Sides
from generator.findings.rule import Rule
from generator.ground.formatting import enumerated, kronor
from generator.ground.names import folded, slug
from generator.ground.near_names import NearNames
from generator.ground.source import places
from generator.model.amounts import IncomeOrCost
from generator.model.association import State
from generator.model.columns import LongTextColumn, TextColumn
from generator.model.rows import columns
from generator.subjects.insatser.accounts import budgeted_by_kind, reported_by
from generator.subjects.insatser.bridge import BookedDifference, Bridge, bridges, is_explained
from generator.subjects.insatser.rows import Insats, activities_of, names_of
from generator.subjects.insatser.texts import DESCRIPTION, InsatsText, known_heading_near


def periods_are_in_order(case: Case) -> Iterator[Finding]:
    """An insats ends after it began, and some of it lies in the year; it may run over many years."""
    for entry in case.underlag.of(Insats):
        row = entry.row
        values = {"insats": row.label, "period": row.period}
        if row.start and row.end and row.end.last < row.start.first:
            yield Finding("insats_ends_before_start", (entry.source("end"), entry.source("start")), values)
        elif case.derived and not row.runs_in(case.derived.association.year):
            year = case.derived.association.year
            yield Finding("insats_outside_year", (entry.source("end"), entry.source("start")), values | {"year": year})


def keys_differ_in_letters(case: Case) -> Iterator[Finding]:
    """Two keys that differ in marks alone would share their figures."""
    seen: dict[str, str] = {}
    for entry in case.underlag.of(Insats):
        other = seen.setdefault(slug(entry.row.key), entry.row.key)
        if folded(other) != folded(entry.row.key):
            yield Finding("insats_keys_alike", (entry.source("key"),), {"found": entry.row.key, "other": other})


def budgets_stand_once(case: Case) -> Iterator[Finding]:
    """An insats's budget is typed whole or by kind of cost, never both."""
    for entry in case.underlag.of(Insats):
        by_kind = budgeted_by_kind(entry.row, case.derived.facts) if case.derived else ()
        if entry.row.budget is not None and by_kind:
            values = {
                "insats": entry.row.label,
                "whole": entry.row.budget,
                "sum": sum((fact.amount for fact in by_kind), start=Decimal(0)),
                "cells": places(fact.source for fact in by_kind),
            }
            yield Finding("insats_budget_twice", (entry.source("budget"), *(fact.source for fact in by_kind)), values)


def accounts_are_there(case: Case) -> Iterator[Finding]:
    """Where insatser have accounts of their own, one that has none is waited for."""
    if case.derived is None or not any(reported_by(row, case.derived.facts) for row in case.underlag.rows(Insats)):
        return
    severity = Severity.REMAINING if case.state is State.IN_PROGRESS else Severity.NOTE
    for entry in case.underlag.of(Insats):
        runs = entry.row.runs_in(case.derived.association.year)
        if runs and not reported_by(entry.row, case.derived.facts):
            yield Finding("insats_without_accounts", (entry.source("key"),), {"insats": entry.row.label}, severity)


def accounts_can_be_compared(case: Case) -> Iterator[Finding]:
    """An insats with accounts has an activity that its cost is booked on."""
    booked_on = activities_of(case.underlag)
    for entry in case.underlag.of(Insats):
        known = case.derived and reported_by(entry.row, case.derived.facts)
        if known and entry.row.key not in booked_on:
            yield Finding("insats_without_activity", (entry.source("activity"),), {"insats": entry.row.label})


def accounts_agree_with_books(case: Case) -> Iterator[Finding]:
    """What the insatser of an activity have accounted for is what is booked there, but for what is explained.

    Two true figures, so never an error. Not tried while an insats of the activity has no accounts, which another rule
    says, or while an amount cannot be read.
    """
    if case.derived is None:
        return
    tabs = {case.underlag.place(model).tab for model in (IncomeOrCost, BookedDifference)}
    hole = next((hole for hole in case.underlag.holes if hole.tab in tabs), None)
    for bridge in bridges(case.underlag, case.derived.facts):
        if any(insats.runs_in(case.derived.association.year) for insats in bridge.silent):
            continue
        if hole:
            place = case.underlag.place(BookedDifference)
            yield Finding("insats_untested", (place,), {"activity": bridge.name, "hole": hole})
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
    return Finding("insats_differs", tuple(fact.source for fact in sources), values, sides=sides)


def differences_are_whole(case: Case) -> Iterator[Finding]:
    """A typed difference has an amount and a reason, and an activity whose insatser have accounts."""
    compared = (
        {folded(each.activity.key) for each in bridges(case.underlag, case.derived.facts)} if case.derived else ()
    )
    for entry in case.underlag.of(BookedDifference):
        row = entry.row
        values = {"activity": row.activity, "amount": row.amount or 0}
        if row.amount is not None and not row.reason:
            yield Finding("difference_without_reason", (entry.source("reason"),), values)
        elif row.amount is None:
            yield Finding("difference_without_amount", (entry.source("amount"),), values)
        elif folded(row.activity) not in compared:
            yield Finding("difference_of_nothing", (entry.source("activity"),), values)


def texts_are_whole(case: Case) -> Iterator[Finding]:
    """A heading has a text, and is not nearly one of those that the program knows."""
    for entry in case.underlag.of(InsatsText):
        if not entry.row.text:
            yield Finding("missing_for_now", (entry.source("text"),), {"column": entry.row.heading or DESCRIPTION})
        near = known_heading_near(entry.row.heading)
        if near:
            values = {"found": entry.row.heading, "meant": near}
            yield Finding("insats_heading_near", (entry.source("heading"),), values)


def names_are_spelled_alike(case: Case) -> Iterator[Finding]:
    """A text that nearly names an insats is told of: one name throughout the report."""
    near = NearNames((row.label, *names_of(row)) for row in case.underlag.rows(Insats))
    for model, entries in case.underlag.entries.items():
        fields = [field for field, _, _, column, _ in columns(model) if isinstance(column, TextColumn | LongTextColumn)]
        for entry in entries:
            for field in fields:
                for found, meant in near.misses(getattr(entry.row, field)):
                    yield Finding("insats_name_near", (entry.source(field),), {"found": found, "meant": meant})


RULES = (
    periods_are_in_order,
    keys_differ_in_letters,
    budgets_stand_once,
    accounts_are_there,
    accounts_can_be_compared,
    accounts_agree_with_books,
    differences_are_whole,
    texts_are_whole,
    names_are_spelled_alike,
)

TEXTS = (
    Rule(
        "insats_ends_before_start",
        Severity.ERROR,
        "Insatsen slutar innan den börjar",
        "{insats}: Till ligger före Från ({period}).",
        "Rätta det ena datumet.",
    ),
    Rule(
        "insats_outside_year",
        Severity.WARNING,
        "Insatsen pågick inte under året",
        "{insats} ({period}) har ingen dag under {year}.",
        "Rätta Från eller Till, eller ta bort raden om insatsen inte hör till årets rapport.",
        about="{insats}",
    ),
    Rule(
        "insats_keys_alike",
        Severity.ERROR,
        "Två nycklar skiljer sig bara i skiljetecken",
        "”{found}” och ”{other}” går inte att hålla isär.",
        "Ge den ena en annan nyckel. Namnet i rapporten kan stå kvar i kolumnen Namn.",
    ),
    Rule(
        "insats_budget_twice",
        Severity.ERROR,
        "Insatsens budget står på två ställen",
        "{insats}: budgeten är {whole} här och sammanlagt {sum} per kostnadsslag ({cells}).",
        "Ta bort den ena: behåll hela budgeten här, eller budgeten per kostnadsslag.",
    ),
    Rule(
        "insats_without_accounts",
        Severity.NOTE,
        "Insatsen har ingen egen redovisning",
        "{insats} har inget redovisat belopp i fliken Insatsernas ekonomi. Verksamheten jämförs inte med bokföringen.",
        "Fyll i när slutredovisningen har kommit. Ska insatsen inte redovisa något behöver inget göras.",
    ),
    Rule(
        "insats_without_activity",
        Severity.NOTE,
        "Insatsen kan inte jämföras med bokföringen",
        "{insats} har en egen redovisning men ingen verksamhet.",
        "Välj i kolumnen Verksamhet den verksamhet som kostnaden är bokförd på. Bokförs den inte hos förbundet "
        "behöver inget göras.",
    ),
    Rule(
        "insats_differs",
        Severity.WARNING,
        "Insatsernas redovisning skiljer sig från bokföringen",
        "{activity}: bokfört {booked} ({booked_at}), redovisat av {insatser} {reported} ({reported_at}). "
        "Skillnad {difference}{explained}. {rest} återstår att förklara.",
        "Rätta ena sidan, eller skriv beloppet och skälet i fliken Insatsernas ekonomi under Skillnader mot bokfört, "
        "till exempel upplupen kostnad.",
        about="{activity}",
    ),
    Rule(
        "insats_untested",
        Severity.NOTE,
        "Insatsernas redovisning är inte jämförd",
        "{activity} jämförs inte med insatsernas redovisning, eftersom beloppen på {hole} inte kan läsas.",
        "Rätta det som inte kan läsas.",
    ),
    Rule(
        "difference_without_reason",
        Severity.WARNING,
        "Skillnad utan skäl",
        "Skillnaden {amount} för {activity} har inget skäl och räknas därför inte som förklarad.",
        "Skriv skälet i kolumnen Förklaras av.",
        about="{activity}",
    ),
    Rule(
        "difference_without_amount",
        Severity.WARNING,
        "Skäl utan belopp",
        "Skälet för {activity} har inget belopp och förklarar därför ingen skillnad.",
        "Skriv hur stor del av skillnaden som skälet förklarar.",
        about="{activity}",
    ),
    Rule(
        "difference_of_nothing",
        Severity.WARNING,
        "Skillnad som inget jämförs med",
        "Ingen insats med egen redovisning hör till {activity}, så skillnaden {amount} visas inte.",
        "Rätta verksamheten, eller ta bort raden.",
        about="{activity}",
    ),
    Rule(
        "insats_heading_near",
        Severity.NOTE,
        "Rubriken liknar en som programmet känner till",
        "”{found}” läses som en egen rubrik. Menade du ”{meant}”?",
        "Skriv {meant} om det är den du menar. Annars behöver inget göras.",
    ),
    Rule(
        "insats_name_near",
        Severity.NOTE,
        "Insatsens namn är skrivet på ett annat sätt",
        "”{found}” liknar insatsen {meant}.",
        "Skriv namnet lika överallt, eller lägg till skrivsättet i kolumnen Andra namn i fliken Insatser.",
    ),
)
