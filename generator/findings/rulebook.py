"""The rules by code, until every finding is made of a Rule: then this goes."""

from collections.abc import Iterable

from generator.findings.finding import Finding
from generator.findings.rule import Rule

RULES: dict[str, Rule] = {}


def register(rules: Iterable[Rule]) -> None:
    """Add rules.

    Raises:
        ValueError: another rule has the same code.

    """
    for rule in rules:
        if RULES.setdefault(rule.code, rule) != rule:
            twice = f"two rules with the code {rule.code}"
            raise ValueError(twice)


def rule_of(finding: Finding) -> Rule:
    """The rule of a finding."""
    return RULES[finding.rule] if isinstance(finding.rule, str) else finding.rule
