"""The rules of surveys: answers that cannot be, rates above the whole, and groups of too few left over."""

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.findings.message import hint
from generator.ground.formatting import enumerated, percent
from generator.ground.names import Name, nearest
from generator.model.association import ReportState
from generator.model.registers import OutlineBlock
from generator.model.rows import Entry, heading
from generator.subjects.surveys.figures import CHANGES, COMPARED
from generator.subjects.surveys.messages import (
    CLEARLY_ABOVE_POSITIVE,
    GROUP_UNKNOWN,
    LEFT_OVER,
    MORE_THAN_ANSWERED,
    NOTHING_COMPARED,
    RESPONSE_ABOVE_WHOLE,
    SEXES_ABOVE_ALL,
    SUM_DIFFERS,
    TWICE,
    UNANSWERED,
    UNANSWERED_YET,
    WORDS_AND_NUMBERS,
)
from generator.subjects.surveys.rows import (
    ANSWERS,
    RATES,
    ROUNDED,
    SURVEYS,
    Answers,
    ResponseRate,
    SurveyAnswer,
    questions,
)


def answers_are_possible(case: Case) -> Iterator[Finding]:
    """The answers make 100 per cent but for rounding, a part is not larger than its whole, and nothing stands twice."""
    for question in questions(case.underlag):
        for answers in question.groups:
            seen: dict[str, Entry[SurveyAnswer]] = {}
            for entry in answers.entries:
                values = {"question": question.title, "group": answers.group or "utan grupp", "sex": entry.row.sex}
                if entry.row.sex in seen:
                    yield TWICE.found(entry.place, seen[entry.row.sex].place, **values)
                seen.setdefault(entry.row.sex, entry)
                yield from _answers(entry, values)
            yield from _counts(case, answers, question.title)


def _answers(entry: Entry[SurveyAnswer], values: dict[str, str]) -> Iterator[Finding]:
    shares = entry.row.shares
    if entry.row.words and shares:
        yield WORDS_AND_NUMBERS.found(entry.source("words"), **values)
    three = [shares[field] for field in ("negative", "neither", "positive") if field in shares]
    if len(three) == 3 and abs(sum(three, start=Decimal(-1))) > ROUNDED:  # noqa: PLR2004 - the three answers
        cells = tuple(entry.source(field) for field in ("negative", "neither", "positive"))
        yield SUM_DIFFERS.found(*cells, **values, sum=percent(sum(three, start=Decimal(0))))
    if shares.get("clearly", Decimal(0)) > shares.get("positive", Decimal(1)):
        yield CLEARLY_ABOVE_POSITIVE.found(entry.source("clearly"), entry.source("positive"), **values)


def _counts(case: Case, answers: Answers, question: str) -> Iterator[Finding]:
    limit = (case.underlag.association.row.smallest_count or 0) if case.underlag.association else 0
    values = {"question": question, "group": answers.group or "utan grupp"}
    first = answers.entries[0]
    if answers.left_over < 0:
        yield SEXES_ABOVE_ALL.found(first.source("count"), **values)
    if 0 < answers.left_over < limit and not answers.are_too_few(limit):
        yield LEFT_OVER.found(first.source("count"), **values)
    answered = answers.rate.answers if answers.rate else None
    for entry in answers.entries:
        if answered is not None and (entry.row.count or 0) > answered:
            yield MORE_THAN_ANSWERED.found(entry.source("count"), **values)


def groups_are_known(case: Case) -> Iterator[Finding]:
    """A group that answered stands among those that were asked, where any do."""
    known = {row.group: row.group for row in case.underlag.rows(ResponseRate)}
    told = set[Name]()
    for entry in case.underlag.of(SurveyAnswer) if known else ():
        group = entry.row.group
        if group and group not in known and group not in told:
            told.add(group)
            yield GROUP_UNKNOWN.found(
                entry.source("group"), found=entry.row.group, hint=hint(nearest(entry.row.group, known.values()))
            )


def no_more_answer_than_are_asked(case: Case) -> Iterator[Finding]:
    """Those who answered were asked, and those who were asked belong to the group."""
    for entry in case.underlag.of(ResponseRate):
        row = entry.row
        steps = (("answers", "asked"), ("asked", "population"), ("answers", "population"))
        for part, whole in steps:
            some, all_ = getattr(row, part), getattr(row, whole)
            if some is not None and all_ is not None and some > all_:
                yield RESPONSE_ABOVE_WHOLE.found(entry.source(part), entry.source(whole), group=row.group)
                break


def compared_answers_have_others(case: Case) -> Iterator[Finding]:
    """A layout that compares has something to compare with, in each question that it shows."""
    for entry in case.underlag.of(OutlineBlock):
        row = entry.row
        if row.content != SURVEYS or row.layout not in COMPARED:
            continue
        other, _ = CHANGES[COMPARED[row.layout]]
        shown = [each for each in questions(case.underlag) if row.name in ("", each.title)]
        lacking = [each.title for each in shown if not any(_has(other, answers) for answers in each.groups)]
        if lacking:
            values = {"layout": row.layout, "column": heading(SurveyAnswer, other)}
            names = enumerated([f"”{name}”" for name in lacking])
            yield NOTHING_COMPARED.found(entry.source("layout"), names=names, **values)


def _has(field: str, answers: Answers) -> bool:
    return any(getattr(entry.row, field) is not None for entry in answers.entries)


def answers_are_there(case: Case) -> Iterator[Finding]:
    """Every question and group has the year's answers: next year's workbook begins with the rows, but without these."""
    rule = UNANSWERED_YET if case.state is ReportState.IN_PROGRESS else UNANSWERED
    asked = [(each.title, [entry for of in each.groups for entry in of.entries]) for each in questions(case.underlag)]
    empty = [(title, rows[0]) for title, rows in asked if not any(_is_answered(entry.row) for entry in rows)]
    rates = [(entry.row.group, entry) for entry in case.underlag.of(ResponseRate) if not _is_counted(entry.row)]
    for tab, model, found in ((SURVEYS, SurveyAnswer, empty), (RATES, ResponseRate, rates)):
        if found and case.underlag.is_whole(model):
            names = enumerated([f"”{name}”" for name, _ in found])
            yield rule.found(*(entry.place for _, entry in found), tab=tab, names=names)


def _is_answered(row: SurveyAnswer) -> bool:
    return bool(row.words) or any(getattr(row, field) is not None for field in ("count", *ANSWERS))


def _is_counted(row: ResponseRate) -> bool:
    return any(count is not None for count in (row.population, row.asked, row.answers))
