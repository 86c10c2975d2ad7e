"""The rules of goals against their own numbers: a target and an outcome, and a limit set on the budget's deviation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.blocks.block import Block, Component, Placement
from generator.blocks.named_tables import named_table, table_names
from generator.checks.case import Case
from generator.figures.figure import FigureId
from generator.figures.measures import shown_suffixes
from generator.findings.finding import Finding, Severity, Side, Sides
from generator.findings.rule import NOTERA, VARNING, Rule, RuleKind, of_kind
from generator.findings.rulebook import hint
from generator.ground.formatting import SHARE, percent
from generator.ground.names import brief, folded, nearest
from generator.statements.income_statement import INCOME
from generator.subjects.goals.show import COMPONENT as GOALS
from generator.subjects.goals.show import MARKS, Goal, Step

_NUMBER = re.compile(r"[-−]?\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?")
_AT_MOST = re.compile(r"\b(?:högst|max|maximalt|under|mindre än|färre än|minska\w*|sänk\w*|understiga)\b|[≤<]")
_PER_CENT = re.compile(r"%|\bprocent\b")
_BUDGET_LIMIT = re.compile(r"(?:±|\+/-|\+/−|högst|max(?:imalt)?|inom)\s*(\d+(?:,\d+)?)\s*(?:%|procent)")
BEST, WORST = "full", "none"
"""The symbols' meanings that say that a goal was reached, and that it was not."""


@dataclass(frozen=True, slots=True)
class _Value:
    number: Decimal
    in_per_cent: bool


def targets_agree_with_outcomes(case: Case) -> Iterator[Finding]:
    """A goal that is said to be reached has reached its target, and one that has is not said to be missed.

    Only where both are one number of one unit; *högst*, *minska* and the like turn the comparison.
    """
    marks = _marks(case)
    for entry in case.underlag.of(Goal):
        row = entry.row
        target, outcome, mark = _value(row.target), _value(row.outcome), marks.get(folded(row.assessment), "")
        if target is None or outcome is None or target.in_per_cent != outcome.in_per_cent or mark not in {BEST, WORST}:
            continue
        at_most = _AT_MOST.search(folded(f"{row.target} {row.goal} {row.indicator}"))
        reached = outcome.number <= target.number if at_most else outcome.number >= target.number
        if reached is (mark == BEST):
            continue
        values = {"assessment": row.assessment, "outcome": row.outcome, "target": row.target, "goal": _brief(row.goal)}
        sides = Sides(
            Side("Utfall", outcome.number, (entry.source("outcome"),)),
            Side("Målvärde", target.number, (entry.source("target"),)),
            unit="",
        )
        rule = "goal_not_reached" if mark == BEST else "goal_reached"
        yield Finding(rule, (entry.source("assessment"),), values, sides=sides)


def _marks(case: Case) -> dict[str, str]:
    """The meaning of each step's symbol; without symbols the first step is the best, as the tab says."""
    steps = case.underlag.rows(Step)
    marks = {folded(step.word): MARKS.get(step.symbol, "") for step in steps}
    return marks if any(marks.values()) or not steps else {folded(steps[0].word): BEST}


def _value(text: str) -> _Value | None:
    """The one number of a text; None where there is none, or more than one."""
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return None
    digits = re.sub(r"\s", "", found[0]).replace("−", "-").replace(",", ".")
    return _Value(Decimal(digits), bool(_PER_CENT.search(text)))


def budget_limits_are_kept(case: Case) -> Iterator[Finding]:
    """A goal that limits the deviation from the budget is tried: the year's costs against the budget that is shown."""
    limits = [(entry, limit) for entry in case.underlag.of(Goal) if (limit := _limit(entry.row)) is not None]
    deviation = _deviation(case) if limits else None
    if deviation is None:
        return
    marks = _marks(case)
    for entry, limit in limits:
        kept, mark = abs(deviation) <= limit, marks.get(folded(entry.row.assessment), "")
        if (kept and mark == WORST) or (not kept and mark == BEST):
            values = {
                "assessment": entry.row.assessment,
                "deviation": percent(deviation, 1),
                "limit": percent(limit, 0 if limit * 100 == (limit * 100).to_integral_value() else 1),
                "goal": _brief(entry.row.goal),
            }
            sides = Sides(Side("Avvikelse från budgeten", deviation), Side("Gräns", limit), unit=SHARE)
            yield Finding("goal_budget_limit", (entry.source("assessment"),), values, sides=sides)


def _limit(goal: Goal) -> Decimal | None:
    text = folded(f"{goal.goal} {goal.indicator} {goal.target}")
    match = _BUDGET_LIMIT.search(text) if "budget" in text else None
    return Decimal(match[1].replace(",", ".")) / 100 if match else None


def shown_tables_are_there(case: Case) -> Iterator[Finding]:
    """A table that is shown at a goal is one that there is."""
    if case.derived is None:
        return
    placement = Placement(case.derived, 1, components=case.components)
    for entry in case.underlag.of(Goal):
        for name in entry.row.table_names:
            if named_table(name, placement, but=GOALS.name) is None:
                near = hint(nearest(name, table_names(case.underlag, case.components)))
                yield Finding(
                    "goal_table_unknown", (entry.source("shown_table"),), {"found": brief(name), "hint": near}
                )


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


def blocks(placement: Placement) -> Iterator[Block]:
    """Place nothing: the goals place themselves."""
    del placement
    return iter(())


TEXTS = (
    Rule(
        "goal_table_unknown",
        Severity.ERROR,
        "En tabell vid ett mål finns inte",
        "Det finns ingen tabell som heter ”{found}”.{hint}",
        "Skriv namnet på en enkätfråga, en deltagartabell, en egen tabell eller en av rapportens delar.",
    ),
    *of_kind(
        RuleKind.PLAUSIBILITY,
        (
            Rule(
                "goal_not_reached",
                VARNING,
                "Målvärdet är inte nått",
                "Målet ”{goal}” har bedömningen {assessment}, men utfallet {outcome} når inte målvärdet {target}.",
                "Rätta bedömningen, målvärdet eller utfallet. Är det rätt, godta varningen med skälet.",
                source="11 kap. 8 § LKBR",
                about="{goal}",
            ),
            Rule(
                "goal_reached",
                NOTERA,
                "Målvärdet är nått",
                "Målet ”{goal}” har bedömningen {assessment}, men utfallet {outcome} når målvärdet {target}.",
                "Kontrollera bedömningen. Stämmer den behöver inget göras.",
                source="11 kap. 8 § LKBR",
            ),
            Rule(
                "goal_budget_limit",
                VARNING,
                "Egen gräns för avvikelse från budgeten",
                "Målet ”{goal}” har bedömningen {assessment}. Kostnadernas avvikelse från budgeten är {deviation}, "
                "gränsen {limit}.",
                "Rätta bedömningen. Gäller gränsen något annat än verksamhetens kostnader, godta varningen med skälet.",
                source="11 kap. 8 § LKBR",
                about="{goal}",
            ),
        ),
    ),
)

COMPONENT = Component(
    "", "", blocks, rules=(targets_agree_with_outcomes, budget_limits_are_kept, shown_tables_are_there), texts=TEXTS
)
