"""Accepted deviations (*godtagna avvikelser*): a warning that is right as it is, with the reason, by whom and when.

An acceptance holds for one rule and one thing that it is about, never for a whole kind of warnings. An error cannot be
accepted. What an acceptance was for and is no longer there is told, so that none stays behind unnoticed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.findings.finding import Acceptance, Finding, Severity
from generator.findings.message import about, hint, severity_of
from generator.findings.rule import FEL, VARNING, Rule
from generator.ground.formatting import enumerated, first_of
from generator.ground.names import Name, folded, nearest
from generator.model.rows import Entry
from generator.model.underlag import Underlag
from generator.subjects.accepted.messages import (
    ACCEPTED_ERROR,
    ACCEPTED_NOTHING,
    ACCEPTED_SEVERAL,
    ACCEPTED_UNKNOWN,
    ACCEPTED_WITHOUT_REASON,
)
from generator.subjects.accepted.rows import AcceptedDeviation

WHOLE = "hela arbetsboken"
"""What a warning is about that has no place."""
_MOST_NAMED = 5


def with_acceptances(findings: Iterable[Finding], underlag: Underlag, book: Mapping[str, Rule]) -> list[Finding]:
    """Mark the warnings that are accepted, and add what is wrong with the acceptances. ``book`` has all rules."""
    found = list(findings)
    for entry in underlag.of(AcceptedDeviation):
        found = _accept(entry, found, book)
    return found


def _accept(entry: Entry[AcceptedDeviation], findings: list[Finding], book: Mapping[str, Rule]) -> list[Finding]:
    """Let one acceptance work on the findings."""
    known = _known(entry.row.rule, book)
    meant = [finding for finding in findings if finding.code in known]
    wanted = folded(entry.row.subject).rstrip(".")
    same = [finding for finding in meant if not wanted or folded(_about(finding)) == wanted]
    problem = _problem(entry, meant, same, known) if known else _unknown(entry, book)
    if problem is not None:
        return [*findings, problem]
    row = entry.row
    acceptance = Acceptance(row.reason, row.who, str(row.day or ""), entry.place)
    accepted = {id(finding) for finding in same if severity_of(finding) is Severity.WARNING}
    return [replace(each, accepted=acceptance) if id(each) in accepted else each for each in findings]


def _problem(
    entry: Entry[AcceptedDeviation], meant: list[Finding], same: list[Finding], known: Mapping[str, Rule]
) -> Finding | None:
    """Why an acceptance does not hold; nothing where it does."""
    row = entry.row
    values = {"rule": row.rule, "subject": f" för {row.subject}" if row.subject else ""}
    if any(severity_of(finding) is Severity.ERROR for finding in same) or (
        not same and all(rule.severity is FEL for rule in known.values())
    ):
        return ACCEPTED_ERROR.found(entry.source("rule"), **values)
    if not row.reason:
        return ACCEPTED_WITHOUT_REASON.found(entry.source("reason"), **values)
    warnings = [finding for finding in same if severity_of(finding) in {Severity.WARNING, Severity.ACCEPTED}]
    if not warnings:
        return ACCEPTED_NOTHING.found(entry.source("rule"), **values, there=_there(meant))
    if len({Name(_about(finding)) for finding in warnings}) > 1:
        return ACCEPTED_SEVERAL.found(entry.source("subject"), **values, there=_there(meant))
    return None


def _known(named: Name, book: Mapping[str, Rule]) -> dict[str, Rule]:
    """The rules that are called so, by title or by code; a full stop after it may have been copied along."""
    called = Name(named.rstrip(" ."))
    return {code: rule for code, rule in book.items() if called in (code, rule.title)}


def _unknown(entry: Entry[AcceptedDeviation], book: Mapping[str, Rule]) -> Finding:
    titles = (rule.title for rule in book.values() if rule.severity is VARNING)
    near = hint(nearest(entry.row.rule, titles))
    return ACCEPTED_UNKNOWN.found(entry.source("rule"), rule=entry.row.rule, hint=near)


def _about(finding: Finding) -> str:
    return about(finding) or WHOLE


def _there(findings: Iterable[Finding]) -> str:
    """What the rule's warnings are about that stand open."""
    names = list(dict.fromkeys(_about(each) for each in findings if severity_of(each) is Severity.WARNING))
    return f" Regeln varnar nu för: {enumerated(first_of(names, _MOST_NAMED))}." if names else ""
