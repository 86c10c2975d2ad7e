"""Refusing a value that cannot be read: pydantic's error that carries a Rule, and the Finding of such an error."""

from typing import Any

from pydantic_core import ErrorDetails, PydanticCustomError

from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.findings.rule import Rule
from generator.ground.source import Source
from generator.model.messages import MISSING, OTHER_INVALID

_RULE = "rule"
_OF_PYDANTIC = {"missing": MISSING}
"""What pydantic itself raises when a reader has done its work, by its own names of errors."""


def refuse(rule: Rule, **values: Any) -> PydanticCustomError:
    """Make the error of a rule with ``values`` of its texts; ``refusal`` knows the rest of them."""
    return PydanticCustomError(rule.code, rule.code, {_RULE: rule, **values})


def broken_rule(error: PydanticCustomError) -> Rule:
    """The rule that ``refuse`` was given."""
    rule: Rule = (error.context or {})[_RULE]
    return rule


def rule_of(problem: ErrorDetails) -> Rule:
    """The rule of one of pydantic's errors: by its type, never by its English text."""
    rule: Rule | None = problem.get("ctx", {}).get(_RULE)
    return rule or _OF_PYDANTIC.get(problem["type"], OTHER_INVALID)


def refusal(problem: ErrorDetails, source: Source, title: str, expects: str) -> Finding:
    """Say what is wrong with a value: where it stands, what its column is called and what it ``expects``."""
    values = {name: value for name, value in problem.get("ctx", {}).items() if name != _RULE}
    near = hint(values.get("nearest", ()))
    return rule_of(problem).found(source, **values, column=title, found=source.quoted, expects=expects, hint=near)
