"""Budgets that are decided only as the net of income and costs: what they hide, and what they still make known.

Such a budget is no line's. What is typed on the lines is then not the whole budget of any figure that contains an
amount which the net stands for, so that those figures have none; but a figure that contains all of these amounts, with
the signs that the net has them with, has one: what is typed on lines and the net.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.figures.declaration import Combined, Declaration, Scaled, Stated
from generator.model.fact import Fact, Measure, Observation
from generator.model.facts import Facts, Pick
from generator.statements.lines import INCOME_LINES, LINES

NET_BUDGET = "net_budget"
"""What a budget of this kind is of; its ``row`` is the activity, empty for the whole association."""
NET_COST, NET_RESULT = "nettokostnad", "resultat"
"""The kinds: costs less income, or income less costs."""

_USUAL = (LINES["operating_income"], LINES["operating_costs"])
_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Net:
    """A net budget with the amounts whose budgets it stands for: ``effect`` is the sign that it has in the result."""

    typed: Observation
    hides: tuple[Fact, ...]

    @property
    def effect(self) -> int:
        """What it does to the result: a net cost lowers it."""
        return -1 if self.typed.kind == NET_COST else 1

    def is_hiding(self, pick: Pick) -> bool:
        """Whether any of the amounts that it stands for is meant by a pick."""
        return any(_picks(pick, fact) for fact in self.hides)


class Leaf(NamedTuple):
    """What a figure is made of in the end, with its sign there."""

    sign: int
    of: Stated | Scaled


def nets_of(facts: Facts, measure: Measure) -> tuple[Net, ...]:
    """The net budgets of a measure, in the order typed."""
    return tuple(Net(each, _hidden(each, facts)) for each in facts.of(NET_BUDGET) if each.measure is measure)


def _hidden(net: Observation, facts: Facts) -> tuple[Fact, ...]:
    """The amounts of the year that the budget covers: those that there are, and for want of them the usual kinds."""
    amounts = facts.on_activity(net.row) if net.row else facts.on(*INCOME_LINES)
    own = tuple(
        fact
        for fact in amounts
        if fact.year == net.year and fact.measure is Measure.OUTCOME and fact.line in INCOME_LINES and not fact.part_of
    )
    if own and net.row:
        return own
    usual = _USUAL if net.row else INCOME_LINES
    return (*own, *(Fact(line, net.year, _NOTHING, net.source, activity=net.row) for line in usual))


def shown_by(nets: Iterable[Net], leaves: Sequence[Leaf]) -> tuple[tuple[int, Net], ...] | None:
    """The nets that a figure of such ``leaves`` contains whole, with their signs; None where one is there in part."""
    stated = [(leaf.sign, leaf.of.where) for leaf in leaves if isinstance(leaf.of, Stated)]
    found = []
    for net in nets:
        if not any(net.is_hiding(pick) for _, pick in stated):
            continue
        signs = {fact.line.effect * sum(sign for sign, pick in stated if _picks(pick, fact)) for fact in net.hides}
        if len(signs) > 1:
            return None
        found.append((signs.pop() * net.effect, net))
    return tuple((sign, net) for sign, net in found if sign)


def leaves_of(declared: Combined, by_code: Mapping[str, Declaration], sign: int = 1) -> Iterator[Leaf]:
    """What a sum is made of in the end: what is typed, and shares of it that are moved between activities."""
    for term in declared.terms:
        part = by_code[term.code]
        if isinstance(part, Combined):
            yield from leaves_of(part, by_code, sign * term.sign)
        elif isinstance(part, Stated | Scaled):
            yield Leaf(sign * term.sign, part)


def _picks(pick: Pick, fact: Fact) -> bool:
    return pick.way(fact) in pick.places and (pick.also is None or bool(pick.also(fact)))
