"""Findings as a person reads them, and as another program does."""

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from textwrap import shorten

from generator.claims.judged import Verdict
from generator.findings.cause import Cause
from generator.findings.finding import Finding, Severity, Sides
from generator.findings.message import LONGEST, LONGEST_FOUND, Message, message
from generator.ground.formatting import exact
from generator.ground.printable import one_line, printable_json
from generator.ground.source import Source
from generator.look.chosen import has_untried_files
from generator.pipeline import Examination

_COUNTED = {
    Severity.ERROR: "fel",
    Severity.WARNING: "varningar",
    Severity.NOTE: "att notera",
    Severity.REMAINING: "återstår",
    Severity.ACCEPTED: "godtagna",
}

_UNTRIED = "Mallens stil.css och sidmallar prövas när rapporten görs."

_ONE = {"varningar": "varning", "godtagna": "godtagen"}


def findings_as_text(examinations: Sequence[Examination]) -> str:
    """List the findings of each underlag tab by tab, with a summary last."""
    return texts_together(map(as_text, examinations))


def texts_together(texts: Iterable[str]) -> str:
    """Put together what ``as_text`` gives of each underlag."""
    return "\n\n".join(texts)


def as_text(examination: Examination) -> str:
    """List the findings of an underlag tab by tab, with a summary last."""
    lines = [one_line(str(examination.path), LONGEST)]
    causes = [finding for finding in examination.findings if finding.follows is None]
    for heading, group in groupby(causes, key=lambda each: each.place.heading):
        lines += ["", one_line(heading, LONGEST_FOUND)]
        lines += [line for each in group for line in _lines(each, examination.findings)]
    return "\n".join([*lines, "", _summary(examination), *_numbers(examination)])


def _numbers(examination: Examination) -> Iterable[str]:
    """How many numbers the texts have, and what became of them; nothing where there are none."""
    counts = counted(examination)
    if counts["found"]:
        yield (
            f"Siffror i texterna: {counts['found']}. {counts['tied']} hör till en siffra i rapporten: "
            f"{counts['agreed']} stämmer, {counts['differed']} skiljer sig. {counts['left']} lämnas."
        )


def counted(examination: Examination) -> dict[str, int]:
    """How many numbers of the texts were found, tied to a figure, agreed with it, differed from it, and left alone."""
    verdicts = [each.judged.verdict for each in examination.numbers]
    agreed, differed = (verdicts.count(each) for each in (Verdict.AGREES, Verdict.DIFFERS))
    tied = agreed + differed
    return {"found": len(verdicts), "tied": tied, "agreed": agreed, "differed": differed, "left": len(verdicts) - tied}


_MOST_CONSEQUENCES, _LONGEST_LINE = 6, 110


def _lines(finding: Finding, findings: Sequence[Finding]) -> Iterable[str]:
    """A finding, with what probably follows from it in a line each."""
    yield from _message_lines(message(finding))
    following = [message(each) for each in findings if each.follows is finding]
    if following:
        yield f"      Följer troligen av detta ({len(following)}):"
    for each in following[:_MOST_CONSEQUENCES]:
        yield f"        {each.severity.word}, {each.place}: {shorten(each.what, _LONGEST_LINE, placeholder=' …')}"
    if len(following) > _MOST_CONSEQUENCES:
        yield f"        … och {len(following) - _MOST_CONSEQUENCES} till, som prövas på nytt när det är rättat."


def _message_lines(each: Message) -> Iterable[str]:
    place = f"{each.place.cell}: " if each.place.cell else ""
    yield f"  {each.severity.word}: {place}{each.what}"
    if each.expected:
        yield f"      Väntat: {each.expected}."
    yield from (f"      {cause}" for cause in each.causes)
    yield f"      {each.accepted or each.remedy}"
    if each.severity is Severity.WARNING:
        yield f"      Regel: {each.title}. Gäller: {(each.about or 'hela arbetsboken').removesuffix('.')}."


def _summary(examination: Examination) -> str:
    if not examination.readable:
        return "Filen kunde inte läsas."
    counts = [(examination.count(severity), word) for severity, word in _COUNTED.items()]
    told = [f"{count} {_ONE.get(word, word) if count == 1 else word}" for count, word in counts if count]
    if not told:
        return f"Inga fel. Allt går ihop.{f' {_UNTRIED}' if _has_untried(examination) else ''}"
    following = sum(1 for finding in examination.findings if finding.follows)
    told += [f"varav {following} troligen följer av andra"] if following else []
    return ", ".join(told) + "." + ("" if examination.has_errors else f" {_free(examination)}")


def _free(examination: Examination) -> str:
    """That a report can be made, as far as is known."""
    if _has_untried(examination):
        return f"Inget i underlaget hindrar att rapporten görs. {_UNTRIED}"
    return "Inget hindrar att rapporten görs."


def _has_untried(examination: Examination) -> bool:
    underlag = examination.underlag
    return underlag is not None and has_untried_files(underlag, examination.path.parent)


def data_together(data: Iterable[Mapping[str, object]]) -> str:
    """Write as JSON what ``as_data`` gives of each underlag."""
    # ASCII is the same bytes in every code page; Windows pipes have one without U+2212.
    return printable_json(json.dumps(list(data), ensure_ascii=True, indent=2))


def as_data(examination: Examination) -> dict[str, object]:
    """An underlag's path and findings, ready for JSON."""
    return {
        "file": str(examination.path),
        "readable": examination.readable,
        "findings": [_finding(finding, examination.findings) for finding in examination.findings],
        "numbers": counted(examination),
    }


def _finding(finding: Finding, findings: Sequence[Finding]) -> dict[str, object]:
    """A finding; ``follows`` is the place in the list, from 0, of the one that it probably follows from."""
    each = message(finding)
    follows = next((number for number, other in enumerate(findings) if other is finding.follows), None)
    return {
        "rule": finding.code,
        "severity": each.severity.word,
        "file": each.place.file,
        "tab": each.place.tab,
        "cell": each.place.cell,
        "found": each.place.quoted,
        "message": each.what,
        "expected": each.expected,
        "remedy": each.remedy,
        "title": each.title,
        "kind": finding.rule.kind.word,
        "source": finding.rule.source,
        "about": each.about,
        "accepted": each.accepted,
        "sides": _sides(finding.sides) if finding.sides else None,
        "places": [_place(source) for source in finding.subjects],
        "causes": [_cause(cause) for cause in finding.causes],
        "follows": follows,
    }


def _cause(cause: Cause) -> dict[str, object]:
    """What may explain a difference, with the amount that would."""
    return {
        "kind": cause.kind,
        "name": cause.name,
        "message": cause.words,
        "found": None if cause.found is None else exact(cause.found),
        "wanted": None if cause.wanted is None else exact(cause.wanted),
        "certain": cause.certain,
        "places": [_place(source) for source in cause.places],
    }


def _sides(sides: Sides) -> dict[str, object]:
    """Both amounts of a comparison, exact, with the cells that they come from."""
    return {
        "unit": sides.unit,
        "amounts": [
            {"name": side.name, "amount": exact(side.amount), "places": [_place(cell) for cell in side.cells]}
            for side in (sides.one, sides.other)
        ],
        "difference": exact(sides.difference),
        "bound": exact(sides.bound),
        "rounding": sides.is_rounding,
    }


def _place(source: Source) -> dict[str, str]:
    return {"file": source.file, "tab": source.tab, "cell": source.cell, "found": source.quoted}
