"""What an association may not do: borrow beyond ordinary credits, pledge property or stand surety.

11 kap. 22 § KL, which holds through 21 § finsamlagen.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.checks.messages_final import BORROWED, PLEDGED
from generator.findings.finding import Finding
from generator.findings.rule import Rule
from generator.ground.names import folded
from generator.model.fact import Fact

_LOAN = re.compile(r"\b(?:\w+)?lån(?:et)?\b|\blåneskuld|\breversskuld")
_CREDIT = re.compile(r"\butlån|\binlån")
_SURETY = re.compile(r"\bborgen|\bpant")


def nothing_is_borrowed_or_pledged(case: Case) -> Iterator[Finding]:
    """A loan, a pledge or a surety is told, once for each name."""
    if case.derived is None:
        return
    found: dict[tuple[Rule, str], list[Fact]] = {}
    for fact in case.derived.facts.amounts:
        name = fact.line.label if fact.rolled else fact.row or fact.sub_item or fact.line.label
        rule = _rule(fact) if fact.year == case.derived.association.year and fact.amount and not fact.opening else None
        if rule:
            found.setdefault((rule, name), []).append(fact)
    for (rule, name), facts in found.items():
        rolled = facts[0].rolled  # then its changes come to what it is
        amount = sum((fact.amount for fact in facts), start=Decimal(0)) if rolled else facts[0].amount
        if amount:
            yield rule.found(facts[0].source, name=name, amount=amount)


def _rule(fact: Fact) -> Rule | None:
    """What an amount is of, by its line or else by the name of its row."""
    code, name = fact.line.code, folded(f"{fact.row} {fact.sub_item}")
    if code == "long_term_liabilities" or (
        code == "current_liabilities" and _LOAN.search(name) and not _CREDIT.search(name)
    ):
        return BORROWED
    if code == "pledges" or (code == "other_contingent_liabilities" and _SURETY.search(name)):
        return PLEDGED
    return None
