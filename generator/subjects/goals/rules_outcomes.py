"""The rules of goals against their own numbers: a target and an outcome, and a limit set on the budget's deviation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.case import Case
from generator.figures.figure import FigureId
from generator.figures.measures import shown_suffixes
from generator.findings.finding import Finding, Side, Sides
from generator.ground.formatting import SHARE, percent
from generator.ground.names import Name, folded
from generator.ground.source import Source
from generator.model.per_cents import ambiguous, is_small
from generator.statements.income_statement import INCOME
from generator.subjects.goals.messages import BUDGET_LIMIT, NOT_REACHED, REACHED
from generator.subjects.goals.rows import MARKS, Goal, Step
from generator.subjects.goals.rows_areas import areas, parts_of, told_goals
from generator.subjects.goals.rules_direction import Bound, bound_of

_NUMBER = re.compile(r"[-−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_PLAIN = re.compile(r"[01],\d+")
_PER_CENT = re.compile(r"%|\bprocent\b")
_BUDGET_LIMIT = re.compile(
    r"(?:±|\+/-|\+/−|högst|max(?:imalt)?|som mest|inom|(?:inte|ej)(?: \w+)? (?:överstig\w*|överskrid\w*|"
    r"(?:större|mer) än)|understig\w*|(?:mindre|lägre) än)\s*(\d+(?:,\d+)?)\s*(?:%|procent)"
)

BEST, WORST = "full", "none"
"""The symbols' meanings that say that a goal was reached, and that it was not."""
PARTLY = frozenset({"most", "half", "some"})
"""Those that say that something is lacking still."""
JUDGED = PARTLY | {BEST, WORST}


@dataclass(frozen=True, slots=True)
class _Value:
    number: Decimal
    in_per_cent: bool


def targets_agree_with_outcomes(case: Case) -> Iterator[Finding]:
    """A goal that is said to be reached has reached its target, and one that has is not said to lack something.

    Only where both are one number of one unit; *högst*, *inte överstiga* and the like turn the comparison,
    and where nothing tells which way is better it is left alone.
    """
    marks, alone = _marks(case), _of_one_row(case)
    for entry in told_goals(case.underlag):
        row = entry.row
        target, outcome, mark = _value(row.target), _value(row.outcome), marks.get(row.assessment, "")
        if target is None or outcome is None or target.in_per_cent != outcome.in_per_cent:
            continue
        if mark not in JUDGED or (mark in PARTLY and entry.place not in alone):
            continue
        bound = bound_of((row.target, row.indicator, row.goal))
        reached = outcome.number <= target.number if bound is Bound.CEILING else outcome.number >= target.number
        if bound is None or reached is (mark == BEST):
            continue
        sides = Sides(
            Side("Utfall", outcome.number, (entry.source("outcome"),)),
            Side("Målvärde", target.number, (entry.source("target"),)),
            unit="",
        )
        finding = (NOT_REACHED if mark == BEST else REACHED).found(
            entry.source("assessment"),
            assessment=row.assessment,
            outcome=row.outcome,
            target=row.target,
            goal=_brief(row.goal),
        )
        yield finding.between(sides)


def _of_one_row(case: Case) -> frozenset[Source]:
    """The rows that are a whole goal each: of several targets one may be reached and the goal be so in part."""
    every = (parts for area in areas(case.underlag) for parts in parts_of(area.entries))
    return frozenset(parts[0].place for parts in every if len(parts) == 1)


def values_are_clearly_per_cents(case: Case) -> Iterator[Finding]:
    """A plain number below one among a goal's per cents has one meaning: *0,475* beside *50 %* may be 47,5 per cent."""
    for entry in told_goals(case.underlag):
        typed = {field: getattr(entry.row, field) for field in ("target", "outcome", "last_year")}
        plain = {field: value for field, text in typed.items() if (value := _part_of_one(text)) is not None}
        others = [_value(text) for field, text in typed.items() if field not in plain and text]
        known = [each for each in others if each is not None]
        if plain and known and all(each.in_per_cent for each in known):
            yield ambiguous(list(plain.values()), [entry.source(field) for field in plain])


def _part_of_one(text: str) -> Decimal | None:
    """A number alone, with decimals and without any unit, that may be a share."""
    number = Decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None
    return number if number and is_small(number) else None


def _marks(case: Case) -> dict[Name, str]:
    """The meaning of each step's symbol; without symbols the first step is the best, as the tab says."""
    steps = case.underlag.rows(Step)
    marks = {step.word: MARKS.get(step.symbol, "") for step in steps}
    return marks if any(marks.values()) or not steps else {steps[0].word: BEST}


def _value(text: str) -> _Value | None:
    """The one number of a text; None where there is none, or more than one."""
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    digits = re.sub(r"\s", "", found[0]).replace("−", "-").replace(",", ".")
    return _Value(Decimal(digits), bool(_PER_CENT.search(text)))


def budget_limits_are_kept(case: Case) -> Iterator[Finding]:
    """A goal that limits the deviation from the budget is tried: the year's costs against the budget that is shown."""
    limits = [(entry, limit) for entry in told_goals(case.underlag) if (limit := _limit(entry.row)) is not None]
    deviation = _deviation(case) if limits else None
    if deviation is None:
        return
    marks = _marks(case)
    for entry, limit in limits:
        kept, mark = abs(deviation) <= limit, marks.get(entry.row.assessment, "")
        if (kept and mark == WORST) or (not kept and mark == BEST):
            finding = BUDGET_LIMIT.found(
                entry.source("assessment"),
                assessment=entry.row.assessment,
                deviation=percent(abs(deviation), 1),
                way="över" if deviation > 0 else "under",
                limit=percent(limit, 0 if limit * 100 == (limit * 100).to_integral_value() else 1),
                goal=_brief(entry.row.goal),
            )
            sides = Sides(Side("Avvikelse från budgeten", deviation), Side("Gräns", limit), unit=SHARE)
            yield finding.between(sides)


def _limit(goal: Goal) -> Decimal | None:
    text = folded(f"{goal.goal} {goal.indicator} {goal.target}")
    match = _BUDGET_LIMIT.search(text) if "budget" in text else None
    return Decimal(match[1].replace(",", ".")) / 100 if match else None


def _deviation(case: Case) -> Decimal | None:
    """By what part the year's costs are above the budget; None where either is not known."""
    if case.derived is None:
        return None
    code, year = f"{INCOME}.operating_costs", case.derived.association.year
    now = case.derived.figures[FigureId(code, year)]
    budget = case.derived.figures.get(FigureId(code, year, shown_suffixes(case.derived.association)[0]))
    return (now.amount - budget.amount) / budget.amount if budget and budget.amount else None


def _brief(text: str) -> str:
    line = text.split("\n", maxsplit=1)[0]
    return line if len(line) < 60 else f"{line[:57].rstrip()} …"  # noqa: PLR2004 - what a message has room for
