"""A finding in words: what is wrong, what should stand there and what to do, as the texts of its rule say it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.findings.cause import Cause
from generator.findings.finding import Acceptance, Finding, Severity
from generator.ground.formatting import kronor
from generator.ground.source import Source

_BRACES = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")


@dataclass(frozen=True, slots=True)
class Message:
    """A finding in words. ``title`` and ``about`` are what a warning is accepted by, ``accepted`` why it was.

    ``causes`` are what may explain its difference, the likeliest first.
    """

    severity: Severity
    place: Source
    what: str
    expected: str
    remedy: str
    title: str = ""
    about: str = ""
    accepted: str = ""
    causes: tuple[str, ...] = ()


def message(finding: Finding) -> Message:
    """Write a finding's texts."""
    rule = finding.rule
    values = _as_texts(finding.values)
    return Message(
        severity_of(finding),
        finding.place,
        rule.what.format_map(values),
        rule.expected.format_map(values),
        rule.remedy.format_map(values),
        rule.title,
        about(finding),
        _as_accepted(finding.accepted) if finding.accepted else "",
        tuple(_causes(finding.causes)),
    )


def severity_of(finding: Finding) -> Severity:
    """The finding's own severity, else its rule's; a warning that was accepted is that."""
    if finding.accepted is not None:
        return Severity.ACCEPTED
    return finding.rule.severity if finding.severity is None else finding.severity


def about(finding: Finding) -> str:
    """What a finding is about, in the words by which a warning is accepted; its cell where the rule names nothing."""
    if finding.rule.about:
        return finding.rule.about.format_map(_as_texts(finding.values))
    return " ".join(filter(None, (finding.place.file or finding.place.tab, finding.place.cell)))


def readable(text: str) -> str:
    """Show a rule's text with an ellipsis where values go."""
    shown = _BRACES.sub("…", text).replace("{{", "{").replace("}}", "}")
    return re.sub(r"…[… ]*…", "…", shown).replace("….", "…").strip()


def hint(names: Iterable[str]) -> str:
    """Make the question that helps: `` Menade du …?``; nothing where nothing is near."""
    names = tuple(names)
    return f" Menade du {' eller '.join(f'”{name}”' for name in names)}?" if names else ""


def as_large_as(place: Source) -> str:
    """Make the clue to a difference that is as large as one typed amount, before what to do."""
    return f"Skillnaden är lika stor som beloppet i {place}: saknas eller dubblas det? "


def _causes(causes: Sequence[Cause]) -> Iterator[str]:
    """Say what may be the cause: ``Trolig orsak`` where it is alone and certain."""
    likely = len(causes) == 1 and causes[0].certain
    for number, cause in enumerate(causes):
        yield f"{'Kan också vara' if number else 'Trolig orsak' if likely else 'Möjlig orsak'}: {cause}"


def _as_texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: kronor(value) if isinstance(value, Decimal) else str(value) for name, value in values.items()}


def _as_accepted(acceptance: Acceptance) -> str:
    by = ", ".join(filter(None, (acceptance.who, acceptance.day)))
    return f"Godtagen{f' ({by})' if by else ''}: {acceptance.reason}"
