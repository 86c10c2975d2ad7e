"""Accepted deviations (*godtagna avvikelser*): a warning that is right as it is, with the reason, by whom and when.

An acceptance holds for one rule and one thing that it is about, never for a whole kind of warnings. An error cannot be
accepted. What an acceptance was for and is no longer there is told, so that none stays behind unnoticed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated, ClassVar

from pydantic import Field

from generator.blocks.block import Block, Component, Placement
from generator.findings.finding import Acceptance, Finding, Severity
from generator.findings.rule import FEL, NOTERA, VARNING, Rule
from generator.findings.rulebook import RULES, about, hint, severity_of
from generator.ground.formatting import enumerated
from generator.ground.names import folded, nearest
from generator.model.columns import Day, LongText, Text, TextColumn
from generator.model.rows import Entry, Row, Section, Tab
from generator.model.underlag import Underlag

NAME = "Godtagna avvikelser"
WHOLE = "hela arbetsboken"
"""What a warning is about that has no place."""
_MOST_NAMED = 5


class AcceptedDeviation(Row):
    """A warning that is accepted for what it is about."""

    other_headings: ClassVar = {"rule": ("Varning",), "subject": ("Avser",), "who": ("Godtagen av",), "day": ("Datum",)}
    unprinted: ClassVar = frozenset({"rule", "subject", "reason", "who"})

    rule: Annotated[str, TextColumn(44)] = Field(
        title="Regel", description="Varningens regel, som kontrollen skriver den efter ”Regel:”."
    )
    subject: Text = Field(
        "",
        title="Gäller",
        description="Det som varningen gäller, som kontrollen skriver det efter ”Gäller:”. Tomt: den enda som finns.",
    )
    reason: LongText = Field("", title="Skäl", description="Varför det är rätt som det är.")
    who: Text = Field("", title="Vem", description="Den som har godtagit avvikelsen.")
    day: Day = Field(None, title="När", description="Dagen då avvikelsen godtogs.")


TAB = Tab(
    name=NAME,
    help=(
        "Frivillig. En rad per varning som är rätt som den är. Ett fel kan inte godtas. Fliken börjar om på nytt varje "
        "år och kommer inte med i rapporten."
    ),
    sections=(Section(AcceptedDeviation, prepared=20, yearly=True),),
    other_names=("Godtagna varningar",),
)


def blocks(placement: Placement) -> Iterator[Block]:
    """Place nothing: the acceptances are no part of the report."""
    del placement
    return iter(())


def with_acceptances(findings: Iterable[Finding], underlag: Underlag) -> list[Finding]:
    """Mark the warnings that are accepted, and add what is wrong with the acceptances."""
    found = list(findings)
    for entry in underlag.of(AcceptedDeviation):
        found = _accept(entry, found)
    return found


def _accept(entry: Entry[AcceptedDeviation], findings: list[Finding]) -> list[Finding]:
    """Let one acceptance work on the findings."""
    meant = [finding for finding in findings if _is_of(finding, entry.row.rule)]
    wanted = folded(entry.row.subject).rstrip(".")
    same = [finding for finding in meant if not wanted or folded(_about(finding)) == wanted]
    problem = _problem(entry, meant, same)
    if problem is not None:
        return [*findings, problem]
    row = entry.row
    acceptance = Acceptance(row.reason, row.who, str(row.day or ""), entry.place)
    accepted = {id(finding) for finding in same if severity_of(finding) is Severity.WARNING}
    return [replace(each, accepted=acceptance) if id(each) in accepted else each for each in findings]


def _problem(entry: Entry[AcceptedDeviation], meant: list[Finding], same: list[Finding]) -> Finding | None:
    """Why an acceptance does not hold; nothing where it does."""
    row = entry.row
    values = {"rule": row.rule, "subject": f" för {row.subject}" if row.subject else ""}
    known = [rule for rule in RULES.values() if folded(rule.title) == folded(row.rule) or rule.code == row.rule]
    if not known:
        titles = (rule.title for rule in RULES.values() if rule.severity is VARNING)
        return Finding("accepted_unknown", (entry.source("rule"),), values | {"hint": hint(nearest(row.rule, titles))})
    if any(severity_of(finding) is Severity.ERROR for finding in same) or (
        not same and all(rule.severity is FEL for rule in known)
    ):
        return Finding("accepted_error", (entry.source("rule"),), values)
    if not row.reason:
        return Finding("accepted_without_reason", (entry.source("reason"),), values)
    warnings = [finding for finding in same if severity_of(finding) in {Severity.WARNING, Severity.ACCEPTED}]
    if not warnings:
        return Finding("accepted_nothing", (entry.source("rule"),), values | {"there": _there(meant)})
    if len({folded(_about(finding)) for finding in warnings}) > 1:
        return Finding("accepted_several", (entry.source("subject"),), values | {"there": _there(meant)})
    return None


def _is_of(finding: Finding, named: str) -> bool:
    return finding.code == named or folded(RULES[finding.code].title) == folded(named)


def _about(finding: Finding) -> str:
    return about(finding) or WHOLE


def _there(findings: Iterable[Finding]) -> str:
    """What the rule's warnings are about that stand open."""
    names = list(dict.fromkeys(_about(each) for each in findings if severity_of(each) is Severity.WARNING))
    more = [f"{len(names) - _MOST_NAMED} till"] if len(names) > _MOST_NAMED else []
    return f" Regeln varnar nu för: {enumerated([*names[:_MOST_NAMED], *more])}." if names else ""


TEXTS = (
    Rule(
        "accepted_unknown",
        VARNING,
        "Okänd regel i Godtagna avvikelser",
        "”{rule}” är ingen regel.{hint}",
        "Skriv regeln som kontrollen skriver den efter ”Regel:”.",
    ),
    Rule(
        "accepted_error",
        VARNING,
        "Ett fel kan inte godtas",
        "{rule}{subject} är ett fel. Det kan inte godtas.",
        "Rätta felet, och ta bort raden.",
    ),
    Rule(
        "accepted_without_reason",
        VARNING,
        "Godtagen utan skäl",
        "{rule}{subject} godtas utan skäl, så varningen står kvar.",
        "Skriv varför det är rätt som det är.",
    ),
    Rule(
        "accepted_nothing",
        NOTERA,
        "Inget att godta längre",
        "Ingen varning finns längre att godta: {rule}{subject}.{there}",
        "Ta bort raden, eller rätta vad den gäller.",
    ),
    Rule(
        "accepted_several",
        VARNING,
        "Oklart vad som godtas",
        "Raden säger inte vilken varning den gäller: {rule}.{there}",
        "Skriv i kolumnen Gäller vilken det är, en rad per varning.",
    ),
)

COMPONENT = Component("", "", blocks, tabs=(TAB,), texts=TEXTS)
