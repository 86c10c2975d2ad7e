"""What the page is told of an examination, ready for JSON: findings, what remains, numbers in texts, the report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks.prose import told_amount_of, told_label
from generator.claims.judged import NumberInText
from generator.document.errors import DrawingError
from generator.figures.figure import Figure, FigureId
from generator.figures.formula import formula
from generator.figures.listing import shown_amount, shown_value
from generator.findings.finding import Finding, Severity
from generator.findings.message import message, severity_of
from generator.ground.source import Source
from generator.json_edition.write import hidden_keys
from generator.model.fact import Typed
from generator.pipeline import Examination, preview
from generator.report.bites import Bite, bites
from generator.view.marks import Marks
from generator.view.report_view import report_view

Told = dict[str, object]
PROTECTED = "(skyddat)"
"""What stands for a number that may not be told."""


def examined(examination: Examination) -> Told:
    """What there is to say of an underlag: whose it is, what is found in it, and how much of each kind."""
    findings = examination.findings
    bitten = bites(examination.report, findings) if examination.report else ((),) * len(findings)
    return {
        **_whose(examination),
        "file": examination.path.name,
        "readable": examination.readable,
        "counts": {each.word: examination.count(each) for each in reversed(Severity)},
        "findings": [_finding(each, findings, where) for each, where in zip(findings, bitten, strict=True)],
        "tabs": list(_tabs(findings)),
        "numbers": list(_numbers(examination)),
    }


def report(examination: Examination) -> Told:
    """The report as a page, each number marked with its figure; or why there is none."""
    if examination.report is None:
        return {"report": None, "undrawn": "Rapporten kan visas när arbetsboken kan läsas och har ett räkenskapsår."}
    try:
        return {"report": preview(examination, Marks()).decode(), "undrawn": ""}
    except DrawingError as error:
        return {"report": None, "undrawn": str(error)}


def figures(examination: Examination) -> Told:
    """How each figure was made: its formula in words, and its parts, which are figures or cells."""
    if examination.report is None:
        return {"figures": {}}
    derived = examination.report.derived.figures
    hidden, marks = hidden_keys(derived), Marks()
    report_view(examination.report, marks)  # texts have figures that nothing else has
    known = {**derived, **marks.figures}
    return {"figures": {str(key): _figure(figure, hidden) for key, figure in known.items()}}


def _whose(examination: Examination) -> Told:
    association = examination.report.association if examination.report else None
    return {
        "name": association.name if association else "",
        "year": association.year if association else 0,
        "state": str(association.state) if association else "",
    }


def _finding(finding: Finding, findings: Sequence[Finding], where: Sequence[Bite]) -> Told:
    each = message(finding)
    return {
        "severity": each.severity.word,
        "place": _place(each.place),
        "what": each.what,
        "expected": each.expected,
        "causes": list(each.causes),
        "remedy": each.accepted or each.remedy,
        "rule": each.title,
        "about": each.about,
        "follows": next((number for number, other in enumerate(findings) if other is finding.follows), None),
        "bites": [
            {
                "anchor": bite.anchor,
                "figures": [str(key) for key in bite.figures],
                "rows": [list(row) for row in bite.rows],
            }
            for bite in where
        ],
    }


def _place(place: Source) -> Told:
    return {"heading": place.heading, "cell": place.cell, "words": str(place)}


def _tabs(findings: Iterable[Finding]) -> Iterator[Told]:
    """How much is found in each tab and file, in their order."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for each in findings:
        counts.setdefault((each.place.heading, each.place.name), Counter())[severity_of(each).word] += 1
    for (heading, name), counted in counts.items():
        yield {"heading": heading, "name": name, "counts": dict(counted)}


def _numbers(examination: Examination) -> Iterator[Told]:
    if examination.report is not None:
        yield from map(_number, examination.numbers)


def _number(each: NumberInText) -> Told:
    answer = each.judged.answer
    return {
        "written": each.written,
        "sentence": each.sentence,
        "place": _place(each.place),
        "verdict": each.judged.verdict.value,
        "figure": told_label(answer) if answer else "",
        "key": str(answer.figure.key) if answer and not answer.of else "",
        "amount": told_amount_of(answer, each.judged.claim.quantity) if answer else "",
    }


def _figure(figure: Figure, hidden: frozenset[FigureId]) -> Told:
    told = figure.key not in hidden
    return {
        "label": figure.label,
        "period": str(figure.period),
        "value": shown_value(figure) if told else PROTECTED,
        "formula": formula(figure) if told else "",
        "how": figure.how.name.lower(),
        "parts": [_part(sign, of, figure.unit) for sign, of in figure.operands] if told else [],
    }


def _part(sign: int, of: Figure | Typed, unit: str) -> Mapping[str, object]:
    if isinstance(of, Figure):
        return {"sign": sign, "key": str(of.key)}
    return {
        "sign": sign,
        "row": of.row,
        "value": shown_amount(of.amount, unit),
        "place": _place(of.source),
        "stood": "" if of.source.is_private else of.source.quoted,
    }
