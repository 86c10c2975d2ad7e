"""The bridge between what the insatser have accounted for and what is booked on their activities.

Both are true figures: a final report may come after closing, money be returned, an owner bear a cost. They are never
forced equal; each known difference is typed with its reason, and the rest is told (practice of the associations).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.figures.rounding import tolerance
from generator.ground.names import NO_NAME, Name
from generator.model.fact import Fact, Observation
from generator.model.facts import Facts, on_activity, typed_in
from generator.model.registers import Activity
from generator.model.underlag import Underlag
from generator.statements.statement import Kind
from generator.subjects.activities.figures_groups import is_kind
from generator.subjects.insatser.figures_accounts import reported_by
from generator.subjects.insatser.rows import Insats, activities_of
from generator.subjects.insatser.rows_accounts import bridge_code

QUALIFIED = {
    "insats_bridge.*": "insatser_mot_bokfört.*",
    "insats_bridge.*.reason.*": "insatser_mot_bokfört.*.skäl.*",
    "insats_bridge.*.booked": "insatser_mot_bokfört.*.bokfört",
    "insats_bridge.*.bridged": "insatser_mot_bokfört.*.summa",
    "insats_bridge.*.reported": "insatser_mot_bokfört.*.redovisat",
    "insats_bridge.*.unexplained": "insatser_mot_bokfört.*.oförklarat",
}
"""What the figures are called with the activity that they belong to."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """An activity whose booked cost is compared with what ``insatser`` have accounted for.

    ``silent`` are those of its insatser that have no accounts, ``reasons`` the typed differences by their codes.
    """

    activity: Activity
    insatser: tuple[Insats, ...]
    silent: tuple[Insats, ...]
    reasons: Mapping[str, Observation]

    @property
    def name(self) -> str:
        """The activity's name in the report."""
        return self.activity.name or self.activity.key

    def code(self, part: str) -> str:
        """The code of one of the bridge's figures: booked, reported, unexplained or bridged."""
        return bridge_code(self.activity.key, part)


def bridges(underlag: Underlag, facts: Facts) -> Iterator[Bridge]:
    """The activities that have an insats with accounts, in the order of the register."""
    booked_on = activities_of(underlag)
    insatser: dict[Name, list[Insats]] = {}
    for each in underlag.named(Insats):
        insatser.setdefault(booked_on.get(each.key, NO_NAME), []).append(each)
    for activity in underlag.named(Activity):
        own = insatser.get(activity.key, [])
        having = tuple(insats for insats in own if reported_by(insats, facts))
        if having:
            typed = facts.of(bridge_code(activity.key, "reason"))
            reasons = {
                bridge_code(activity.key, f"reason.{number}"): fact for number, fact in enumerate(typed, start=1)
            }
            silent = tuple(insats for insats in own if insats not in having)
            yield Bridge(activity, having, silent, reasons)


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare what is booked and reported, each reason's amount, and what none of them explains."""
    for bridge in bridges(underlag, facts):
        booked, reported, unexplained = (bridge.code(part) for part in ("booked", "reported", "unexplained"))
        yield Stated(
            booked, f"Bokfört, {bridge.name}", on_activity(bridge.activity.key, _is_cost), flow=True, budgeted=False
        )
        costs = plus(*(insats.code for insats in bridge.insatser))
        yield Combined(reported, f"Redovisat av insatserna, {bridge.name}", costs, flow=True)
        for code, typed in bridge.reasons.items():
            yield Stated(code, typed.row, typed_in(typed.source), flow=True, budgeted=False)
        explained = (reported, *bridge.reasons)
        yield Combined(unexplained, f"Oförklarat, {bridge.name}", (*plus(booked), *minus(*explained)), flow=True)
        # The same amount as booked, made of what the bridge shows.
        yield Combined(
            bridge.code("bridged"), f"Bokförd kostnad, {bridge.name}", plus(*explained, unexplained), flow=True
        )


def _is_cost(fact: Fact) -> bool:
    return is_kind(fact, Kind.COST)


def is_explained(bridge: Bridge, derived: Derivation) -> bool:
    """Whether reasons and the rounding of typed amounts explain all that differs."""
    rest = derived.figures[FigureId(bridge.code("unexplained"), derived.association.year)]
    return abs(rest.amount) <= tolerance(rest).bound
