"""The rule book: every code that a finding may have, with its severity, its Swedish text and what to do.

The handbook and the messages are both made from it. The texts stand in the modules ``texts_…`` by what they concern;
a component brings its own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks import (
    texts_amounts,
    texts_cells,
    texts_content,
    texts_files,
    texts_last_year,
    texts_parts,
    texts_plausible,
    texts_tabs,
)
from generator.findings.finding import Acceptance, Finding, Severity
from generator.findings.rule import Rule, RuleKind, of_kind
from generator.ground.formatting import kronor
from generator.ground.source import Source

_CORE = (
    *of_kind(RuleKind.READING, (*texts_files.RULES, *texts_tabs.RULES, *texts_cells.RULES)),
    *of_kind(RuleKind.CONTROL, texts_last_year.RULES),
    *texts_content.RULES,
    *texts_amounts.RULES,
    *texts_parts.RULES,
    *of_kind(RuleKind.PLAUSIBILITY, texts_plausible.RULES),
)

RULES: dict[str, Rule] = {}


def register(rules: Iterable[Rule]) -> None:
    """Add the rules that a component brings.

    Raises:
        ValueError: another rule has the same code.

    """
    for rule in rules:
        if RULES.setdefault(rule.code, rule) != rule:
            twice = f"two rules with the code {rule.code}"
            raise ValueError(twice)


register(_CORE)


def by_kind() -> Iterator[tuple[RuleKind, list[Rule]]]:
    """The rules of each kind, the gravest first; what components bring is there once they are gathered."""
    for kind in RuleKind:
        found = [rule for rule in RULES.values() if rule.kind is kind]
        if found:
            yield kind, sorted(found, key=lambda rule: (-rule.severity, rule.title, rule.code))


_BRACES = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


def readable(text: str) -> str:
    """Show a rule's text with an ellipsis where values go."""
    shown = _BRACES.sub("…", text).replace("{{", "{").replace("}}", "}")
    return re.sub(r"…[… ]*…", "…", shown).replace("….", "…").strip()


def _as_text(value: object) -> str:
    if isinstance(value, Decimal):
        return kronor(value)
    return str(value)


@dataclass(frozen=True, slots=True)
class Message:
    """A finding in words. ``title`` and ``about`` are what a warning is accepted by, ``accepted`` why it was."""

    severity: Severity
    place: Source
    what: str
    expected: str
    remedy: str
    title: str = ""
    about: str = ""
    accepted: str = ""


def rule_of(finding: Finding) -> Rule:
    """The rule of a finding."""
    return RULES[finding.rule] if isinstance(finding.rule, str) else finding.rule


def severity_of(finding: Finding) -> Severity:
    """The finding's own severity, else its rule's; a warning that was accepted is that."""
    if finding.accepted is not None:
        return Severity.ACCEPTED
    return rule_of(finding).severity if finding.severity is None else finding.severity


def about(finding: Finding) -> str:
    """What a finding is about, in the words by which a warning is accepted; its cell where the rule names nothing."""
    named = rule_of(finding).about
    if named:
        return named.format_map({key: _as_text(value) for key, value in finding.values.items()})
    return " ".join(filter(None, (finding.place.file or finding.place.tab, finding.place.cell)))


def message(finding: Finding) -> Message:
    """Write a finding's texts."""
    rule = rule_of(finding)
    values = {key: _as_text(value) for key, value in finding.values.items()}
    return Message(
        severity_of(finding),
        finding.place,
        rule.what.format_map(values),
        rule.expected.format_map(values),
        rule.remedy.format_map(values),
        rule.title,
        about(finding),
        _as_accepted(finding.accepted) if finding.accepted else "",
    )


def _as_accepted(acceptance: Acceptance) -> str:
    by = ", ".join(filter(None, (acceptance.who, acceptance.day)))
    return f"Godtagen{f' ({by})' if by else ''}: {acceptance.reason}"


def in_workbook_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as one reads the workbook: tab by tab, row by row; what concerns the whole comes first."""
    return sorted(
        findings,
        key=lambda finding: (
            finding.place.order,
            finding.place.file,
            finding.place.row,
            finding.place.column,
            finding.code,
        ),
    )


def hint(names: Iterable[str]) -> str:
    """Make the question that helps: `` Menade du …?``; nothing where nothing is near."""
    names = tuple(names)
    return f" Menade du {' eller '.join(f'”{name}”' for name in names)}?" if names else ""
