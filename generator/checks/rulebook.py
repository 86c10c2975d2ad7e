"""The rule book: every code that a finding may have, with its severity, its Swedish text and what to do.

The handbook and the messages are both made from it. The texts stand in the modules ``texts_…`` by what they concern;
a component brings its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.checks import texts_amounts, texts_cells, texts_content, texts_files, texts_last_year, texts_tabs
from generator.checks.finding import Finding, Severity
from generator.checks.rule import Rule
from generator.formatting import kronor
from generator.model.source import Source

_TEXTS = (texts_files, texts_tabs, texts_cells, texts_content, texts_amounts, texts_last_year)

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


for _texts in _TEXTS:
    register(_texts.RULES)


def _as_text(value: object) -> str:
    if isinstance(value, Decimal):
        return kronor(value)
    return str(value)


@dataclass(frozen=True, slots=True)
class Message:
    """A finding in words."""

    severity: Severity
    place: Source
    what: str
    expected: str
    remedy: str


def severity_of(finding: Finding) -> Severity:
    """The finding's own severity, else its rule's."""
    return finding.severity or RULES[finding.rule].severity


def message(finding: Finding) -> Message:
    """Write a finding's texts."""
    rule = RULES[finding.rule]
    values = {key: _as_text(value) for key, value in finding.values.items()}
    return Message(
        severity_of(finding),
        finding.place,
        rule.what.format_map(values),
        rule.expected.format_map(values),
        rule.remedy.format_map(values),
    )


def in_workbook_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings as one reads the workbook: tab by tab, row by row; what concerns the whole comes first."""
    return sorted(
        findings,
        key=lambda finding: (
            finding.place.order,
            finding.place.file,
            finding.place.row,
            finding.place.column,
            finding.rule,
        ),
    )


def hint(names: Iterable[str]) -> str:
    """Make the question that helps: `` Menade du …?``; nothing where nothing is near."""
    names = tuple(names)
    return f" Menade du {' eller '.join(f'”{name}”' for name in names)}?" if names else ""
