"""The numbers of the texts as a list: each with its sentence, its verdict, its figure and the reference to it."""

from collections.abc import Iterator

from generator.checks.prose import told_amount_of, told_label
from generator.checks.prose_references import reference_to
from generator.claims.judged import NumberInText
from generator.findings.message import LONGEST
from generator.ground.formatting import exact
from generator.ground.printable import one_line
from generator.pipeline import Examination
from generator.texts.figures import FigureTexts


def as_text(examination: Examination) -> str:
    """List the numbers of an underlag's texts, in the order of the texts."""
    if examination.report is None:
        return ""
    texts = examination.report.figures
    return "\n".join(one_line(line, LONGEST) for each in examination.numbers for line in as_lines(each, texts))


def as_lines(each: NumberInText, texts: FigureTexts) -> Iterator[str]:
    """A number with its verdict and place, its sentence, and the figure that it was held against."""
    place = ", ".join(filter(None, (each.place.heading, each.place.cell)))
    yield f"{each.written}: {each.judged.verdict.value} ({place})"
    yield f"    {each.sentence}"
    answer = each.judged.answer
    if answer:
        claim = each.judged.claim
        amount, reference = told_amount_of(answer, claim.quantity), reference_to(answer, claim, texts)
        yield f"    {told_label(answer)}: {amount}, {reference}"


def as_data(examination: Examination) -> list[dict[str, object]]:
    """The numbers of an underlag's texts, ready for JSON."""
    if examination.report is None:
        return []
    return [_data(each, examination.report.figures) for each in examination.numbers]


def _data(each: NumberInText, texts: FigureTexts) -> dict[str, object]:
    answer, quantity = each.judged.answer, each.judged.claim.quantity
    return {
        "written": each.written,
        "sentence": each.sentence,
        "file": each.place.file,
        "tab": each.place.tab,
        "cell": each.place.cell,
        "verdict": each.judged.verdict.value,
        "value": exact(quantity.value),
        "unit": quantity.unit,
        "figure": told_label(answer) if answer else "",
        "amount": exact(answer.amount) if answer else "",
        "reference": reference_to(answer, each.judged.claim, texts) if answer else "",
    }
