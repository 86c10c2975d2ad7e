"""What an association may not do: borrow beyond ordinary credits, pledge property or stand surety.

11 kap. 22 § KL, which holds through 21 § finsamlagen.
"""

import re
from collections.abc import Iterator

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
    year, told = case.derived.association.year, set()
    for fact in case.derived.facts.amounts:
        name = fact.row or fact.sub_item or fact.line.label
        rule = _rule(fact) if fact.year == year and fact.amount and not fact.opening else None
        if rule and (rule, name) not in told:
            told.add((rule, name))
            yield rule.found(fact.source, name=name, amount=fact.amount)


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
