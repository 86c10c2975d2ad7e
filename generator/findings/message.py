"""A finding in words: what is wrong, what should stand there and what to do, as the texts of its rule say it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.findings.cause import Cause
from generator.findings.finding import Acceptance, Finding, Severity
from generator.ground.formatting import enumerated, first_of, kronor
from generator.ground.printable import one_line
from generator.ground.source import Source

FOUND, LONGEST_FOUND = "found", 300
"""What a rule calls that which stood in a cell, and how much of it a message quotes."""
LONGEST = 2_500
"""Letters of any other value: the longest list of what may be chosen has 2 000."""

LISTED = 20
"""How many names a message lists."""

_BRACES = re.compile(r"(?<!\{)\{(\w+)\}(?!\})")

_SENTENCES = re.compile(r"(?<=[.?]) (?=[A-ZÅÄÖ])")
_OR_ACCEPT = re.compile(r",? (?:eller|och) godta .*$")
_LEAVES = re.compile(r"\bgodta\b|behöver inget göras|Inget behöver göras")


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
    values = _shown(finding.values)
    return Message(
        severity_of(finding),
        _shown_place(finding.place),
        f"{rule.what.format_map(values)}{finding.besides and ' '}{one_line(finding.besides, LONGEST)}",
        rule.expected.format_map(values),
        _of_what_stops(rule.remedy.format_map(values)) if finding.stops else rule.remedy.format_map(values),
        rule.title,
        one_line(about(finding), LONGEST),
        one_line(_as_accepted(finding.accepted), LONGEST) if finding.accepted else "",
        tuple(one_line(cause, LONGEST) for cause in _causes(finding.causes)),
    )


def _of_what_stops(remedy: str) -> str:
    """Leave out that it may be left or accepted, which lets no report be made."""
    sentences = (_OR_ACCEPT.sub(".", each) for each in _SENTENCES.split(remedy))
    kept = [each for each in sentences if not _LEAVES.search(each)]
    return " ".join([*kept, "Är det rätt som det står har felen som följer en annan orsak."])


def severity_of(finding: Finding) -> Severity:
    """The finding's own severity, else its rule's; a warning that was accepted is that."""
    if finding.accepted is not None:
        return Severity.ACCEPTED
    return finding.rule.severity if finding.severity is None else finding.severity


def about(finding: Finding) -> str:
    """What a finding is about, in the words by which a warning is accepted; its cell where the rule names nothing.

    Who accepts one in which others are told accepts as many as they are, and no more.
    """
    words = finding.rule.about.format_map(_as_texts(finding.values)) if finding.rule.about else _place(finding)
    return f"{words} och {finding.more} till" if finding.more else words


def _place(finding: Finding) -> str:
    return " ".join(filter(None, (finding.place.file or finding.place.tab, finding.place.cell)))


def readable(text: str) -> str:
    """Show a rule's text with an ellipsis where values go."""
    shown = _BRACES.sub("…", text).replace("{{", "{").replace("}}", "}")
    return re.sub(r"…[… ]*…", "…", shown).replace("….", "…").strip()


def hint(names: Iterable[str]) -> str:
    """Make the question that helps: `` Menade du …?``; nothing where nothing is near."""
    quoted = [f"”{name}”" for name in names]
    return f" Menade du {enumerated(quoted, 'eller')}?" if quoted else ""


def listed(names: Sequence[str]) -> str:
    """List the names that may be chosen, in quotes; of many the first, with how many more there are."""
    return enumerated(first_of([f"”{name}”" for name in names], LISTED))


def as_large_as(place: Source) -> str:
    """Make the clue to a difference that is as large as one typed amount, before what to do."""
    return f"Skillnaden är lika stor som beloppet i {place}: saknas eller dubblas det? "


def _causes(causes: Sequence[Cause]) -> Iterator[str]:
    """Say what may be the cause: ``Trolig orsak`` where it is alone and certain."""
    likely = len(causes) == 1 and causes[0].certain
    for number, cause in enumerate(causes):
        yield f"{'Kan också vara' if number else 'Trolig orsak' if likely else 'Möjlig orsak'}: {cause}"


def _shown(values: Mapping[str, object]) -> dict[str, str]:
    """What fills a message's texts: each value on one line, however long it is in its cell."""
    texts = _as_texts(values)
    return {name: one_line(text, LONGEST_FOUND if name == FOUND else LONGEST) for name, text in texts.items()}


def _shown_place(place: Source) -> Source:
    """A place as it is named; what stood there is told by another program's own means."""
    tab, file = (one_line(name, LONGEST_FOUND) for name in (place.tab, place.file))
    return place if (tab, file) == (place.tab, place.file) else replace(place, tab=tab, file=file)


def _as_texts(values: Mapping[str, object]) -> dict[str, str]:
    return {name: kronor(value) if isinstance(value, Decimal) else str(value) for name, value in values.items()}


def _as_accepted(acceptance: Acceptance) -> str:
    by = ", ".join(filter(None, (acceptance.who, acceptance.day)))
    return f"Godtagen{f' ({by})' if by else ''}: {acceptance.reason}"
