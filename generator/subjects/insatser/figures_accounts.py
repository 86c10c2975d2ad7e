"""The insatser's own accounts (*insatsernas ekonomi*): each one's cost by kind, budget and surplus, as reported.

Kinds of cost are free. What an insats reports and what is booked are two true figures; the bridge compares
them. Amounts are unsigned: a minus is a correction.
"""

from collections.abc import Iterator, Sequence

from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.figures.derivation import Derivation
from generator.figures.naming import BUDGET_PART
from generator.figures.naming import LEFT_PART as SURPLUS_PART
from generator.ground.names import Name, slug, unique
from generator.model.fact import Measure, Observation
from generator.model.facts import Facts, Pick, observed
from generator.model.underlag import Underlag
from generator.statements.statement import Kind
from generator.subjects.insatser.rows import Insats

ALL_INSATSER = "insatser"
"""The code of all insatser together."""

DEFICIT_PART = ".deficit"
"""What follows on the code of a cost for what its budget lacks; it has one for the budget and for what is left too."""

_PARTS = {BUDGET_PART: "budget", SURPLUS_PART: "överskott", DEFICIT_PART: "underskott"}
QUALIFIED = {
    ALL_INSATSER: "alla_insatser",
    "insats.*": "insats.*",
    "insats.*.kind.*": "insats.*.*",
    "insats.*.budget_whole": "insats.*.budget_hela_perioden",
    **{f"{ALL_INSATSER}{part}": f"alla_insatser.{name}" for part, name in _PARTS.items()},
    **{f"insats.*{part}": f"insats.*.{name}" for part, name in _PARTS.items()},
    **{f"insats.*.kind.*{part}": f"insats.*.*.{name}" for part, name in _PARTS.items()},
}
"""What the figures are called with the insats that they belong to."""

USED, SURPLUS, DEFICIT, BUDGET = "Förbrukade medel", "Överskott", "Underskott", "Budget"


def reported_by(insats: Insats, facts: Facts) -> tuple[Observation, ...]:
    """The costs that an insats has reported."""
    return facts.of(f"{insats.code}.reported")


def budgeted_by_kind(insats: Insats, facts: Facts) -> tuple[Observation, ...]:
    """The budget of an insats where it is typed by kind of cost."""
    return facts.of(f"{insats.code}.budget_of_kind")


def kinds_of(insats: Insats, facts: Facts) -> dict[str, Name]:
    """The kinds of cost in the order typed: the code of each and its label."""
    own = facts.of(f"{insats.code}.reported", f"{insats.code}.budget_of_kind")
    labels = tuple(dict.fromkeys(fact.row for fact in own))
    codes = unique([f"{insats.code}.kind.{slug(str(label))}" for label in labels])
    return dict(zip(codes, labels, strict=True))


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare for each insats the cost of each kind, the cost, the budget and the surplus; and for all of them."""
    insatser = [insats for insats in underlag.named(Insats) if has_accounts(insats, facts)]
    for insats in underlag.named(Insats):
        if insats not in insatser and has_budget(insats, facts):
            yield _whole(insats)
    for insats in insatser:
        yield from _ofkinds_of(insats, facts)
        yield from _of_insats(insats, facts)
    if not insatser:
        return
    yield from _of_all(insatser, facts)


def _of_all(insatser: Sequence[Insats], facts: Facts) -> Iterator[Declaration]:
    """Declare the sums of all insatser; where one is unknown there is none, or that of some would be taken for it."""
    reported = all(reported_by(insats, facts) or _has_nothing_to_report(insats) for insats in insatser)
    budgeted = all(has_budget(insats, facts) for insats in insatser)
    if reported:
        yield Combined(ALL_INSATSER, f"{USED}, alla insatser", plus(*(insats.code for insats in insatser)), flow=True)
    if budgeted:
        budgets = plus(*(f"{insats.code}{BUDGET_PART}" for insats in insatser))
        yield Combined(f"{ALL_INSATSER}{BUDGET_PART}", f"{BUDGET}, alla insatser", budgets, flow=True)
    if reported and budgeted:
        yield from _left(ALL_INSATSER, "alla insatser")


def has_accounts(insats: Insats, facts: Facts) -> bool:
    """Whether an insats has reported any cost, or has a budget of its own."""
    own_budget = insats.budget is not None or bool(budgeted_by_kind(insats, facts))
    return own_budget or bool(reported_by(insats, facts))


def has_cost(activity: Name, derived: Derivation) -> bool:
    """Whether any cost of the year is booked on an activity."""
    of_year = (fact for fact in derived.facts.on_activity(activity) if fact.year == derived.association.year)
    return any(fact.amount for fact in of_year if fact.measure is Measure.OUTCOME and fact.line.kind is Kind.COST)


def has_budget(insats: Insats, facts: Facts) -> bool:
    """Whether an insats has a budget of the year: whole, by kind of cost, or its activity's."""
    return bool(_whole_budget(insats, facts) or budgeted_by_kind(insats, facts))


def _whole_budget(insats: Insats, facts: Facts) -> tuple[Observation, ...]:
    return facts.of(f"{insats.code}{BUDGET_PART}")


def _is_reported(insats: Insats, facts: Facts) -> bool:
    """Whether it is known what an insats has used: all kinds that have a budget, where that is typed by kind."""
    if _whole_budget(insats, facts):
        return bool(reported_by(insats, facts)) or _has_nothing_to_report(insats)
    kinds = {slug(fact.row) for fact in budgeted_by_kind(insats, facts)}
    return kinds <= _kinds_reported(insats, facts)


def _has_nothing_to_report(insats: Insats) -> bool:
    """Whether an insats was given no money of the association, so that no account of it is waited for."""
    return insats.budget == 0


def _kinds_reported(insats: Insats, facts: Facts) -> set[str]:
    return {slug(fact.row) for fact in reported_by(insats, facts)}


def _ofkinds_of(insats: Insats, facts: Facts) -> Iterator[Declaration]:
    by_kind = bool(budgeted_by_kind(insats, facts))
    reported = _kinds_reported(insats, facts)
    for code, label in kinds_of(insats, facts).items():
        yield _stated(code, label, _of_kind(f"{insats.code}.reported", label))
        if by_kind:
            yield _stated(f"{code}{BUDGET_PART}", label, _of_kind(f"{insats.code}.budget_of_kind", label))
            if slug(label) in reported:
                yield from _left(code, label)


def _of_insats(insats: Insats, facts: Facts) -> Iterator[Declaration]:
    kinds = kinds_of(insats, facts)
    budget = f"{insats.code}{BUDGET_PART}"
    yield Combined(insats.code, f"{USED}, {insats.label}", plus(*kinds), flow=True)
    if _whole_budget(insats, facts):
        yield _whole(insats)
    elif has_budget(insats, facts):
        parts = plus(*(f"{code}{BUDGET_PART}" for code in kinds))
        yield Combined(budget, f"{BUDGET}, {insats.label}", parts, flow=True)
    if has_budget(insats, facts) and _is_reported(insats, facts):
        yield from _left(insats.code, insats.label)
    whole = f"{insats.code}.budget_whole"
    if insats.budget_whole is not None:
        yield _stated(whole, f"{BUDGET} för hela perioden, {insats.label}", observed(whole))


def _whole(insats: Insats) -> Stated:
    """Declare the budget of an insats that is not typed by kind of cost."""
    budget = f"{insats.code}{BUDGET_PART}"
    return _stated(budget, f"{BUDGET}, {insats.label}", observed(budget))


def _left(code: str, label: str) -> Iterator[Combined]:
    """Declare what is left of a budget, and the same as a deficit, which stands without a sign too."""
    cost, budget = code, f"{code}{BUDGET_PART}"
    yield Combined(f"{code}{SURPLUS_PART}", f"{SURPLUS}, {label}", (*plus(budget), *minus(cost)), flow=True)
    yield Combined(f"{code}{DEFICIT_PART}", f"{DEFICIT}, {label}", (*plus(cost), *minus(budget)), flow=True)


def _stated(code: str, label: str, where: Pick) -> Stated:
    return Stated(code, label, where, flow=True, budgeted=False)


def _of_kind(code: str, label: Name) -> Pick:
    return observed(code, also=lambda typed: typed.row == label)
