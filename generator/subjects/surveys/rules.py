"""The rules of surveys: answers that cannot be, rates above the whole, and groups of too few left over."""

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.case import Case
from generator.findings.finding import Finding
from generator.findings.rule import FEL, NOTERA, VARNING, Rule
from generator.findings.rulebook import hint
from generator.ground.formatting import percent
from generator.ground.names import folded, nearest
from generator.model.rows import Entry
from generator.subjects.surveys.rows import (
    RATES,
    Answers,
    ResponseRate,
    SurveyAnswer,
    questions,
)

_ROUNDED = Decimal("0.016")
"""So much may three per cents, each rounded, differ from 100."""


def answers_are_possible(case: Case) -> Iterator[Finding]:
    """The answers make 100 per cent but for rounding, a part is not larger than its whole, and nothing stands twice."""
    for question in questions(case.underlag):
        for answers in question.groups:
            seen: dict[str, Entry[SurveyAnswer]] = {}
            for entry in answers.entries:
                values = {"question": question.title, "group": answers.group or "utan grupp", "sex": entry.row.sex}
                if entry.row.sex in seen:
                    yield Finding("survey_twice", (entry.place, seen[entry.row.sex].place), values)
                seen.setdefault(entry.row.sex, entry)
                yield from _answers(entry, values)
            yield from _counts(case, answers, question.title)


def _answers(entry: Entry[SurveyAnswer], values: dict[str, str]) -> Iterator[Finding]:
    shares = entry.row.shares
    if entry.row.words and shares:
        yield Finding("survey_words_and_numbers", (entry.source("words"),), values)
    three = [shares[field] for field in ("negative", "neither", "positive") if field in shares]
    if len(three) == 3 and abs(sum(three, start=Decimal(-1))) > _ROUNDED:  # noqa: PLR2004 - the three answers
        cells = tuple(entry.source(field) for field in ("negative", "neither", "positive"))
        yield Finding("survey_sum", cells, {**values, "sum": percent(sum(three, start=Decimal(0)))})
    if shares.get("clearly", Decimal(0)) > shares.get("positive", Decimal(1)):
        yield Finding("survey_clearly", (entry.source("clearly"), entry.source("positive")), values)


def _counts(case: Case, answers: Answers, question: str) -> Iterator[Finding]:
    limit = (case.underlag.association.row.smallest_count or 0) if case.underlag.association else 0
    values = {"question": question, "group": answers.group or "utan grupp"}
    first = answers.entries[0]
    if answers.left_over < 0:
        yield Finding("survey_sexes", (first.source("count"),), values)
    if 0 < answers.left_over < limit and not answers.are_too_few(limit):
        yield Finding("survey_left_over", (first.source("count"),), values)
    answered = answers.rate.answers if answers.rate else None
    for entry in answers.entries:
        if answered is not None and (entry.row.count or 0) > answered:
            yield Finding("survey_more_than_answered", (entry.source("count"),), values)


def groups_are_known(case: Case) -> Iterator[Finding]:
    """A group that answered stands among those that were asked, where any do."""
    known = {folded(row.group): row.group for row in case.underlag.rows(ResponseRate)}
    told = set()
    for entry in case.underlag.of(SurveyAnswer) if known else ():
        group = folded(entry.row.group)
        if group and group not in known and group not in told:
            told.add(group)
            values = {"found": entry.row.group, "hint": hint(nearest(entry.row.group, known.values()))}
            yield Finding("survey_group_unknown", (entry.source("group"),), values)


def no_more_answer_than_are_asked(case: Case) -> Iterator[Finding]:
    """Those who answered were asked, and those who were asked belong to the group."""
    for entry in case.underlag.of(ResponseRate):
        row = entry.row
        steps = (("answers", "asked"), ("asked", "population"), ("answers", "population"))
        for part, whole in steps:
            some, all_ = getattr(row, part), getattr(row, whole)
            if some is not None and all_ is not None and some > all_:
                yield Finding("response_above_whole", (entry.source(part), entry.source(whole)), {"group": row.group})
                break


RULES = (answers_are_possible, groups_are_known, no_more_answer_than_are_asked)

_SHOWN = "{question}, {group}"

TEXTS = (
    Rule(
        "survey_twice",
        FEL,
        "Enkätsvar två gånger",
        f"Samma fråga, grupp och kön står på två rader: {_SHOWN}, {{sex}}.",
        "Ta bort den ena raden.",
    ),
    Rule(
        "survey_words_and_numbers",
        FEL,
        "Både text och siffror",
        f"Raden har både Text i stället och svar: {_SHOWN}, {{sex}}.",
        "Töm texten, eller siffrorna.",
    ),
    Rule(
        "survey_sum",
        VARNING,
        "Svaren är inte 100 procent",
        f"Negativt, varken eller och positivt är tillsammans {{sum}}: {_SHOWN}, {{sex}}.",
        "Rätta andelen som är fel. Avrundning förklarar inte så mycket.",
        about="{question} {group} {sex}",
    ),
    Rule(
        "survey_clearly",
        FEL,
        "Fler klart positiva än positiva",
        f"Klart positivt är en del av positivt men är större: {_SHOWN}, {{sex}}.",
        "Rätta den ena andelen.",
    ),
    Rule(
        "survey_sexes",
        FEL,
        "Fler svar från könen än från samtliga",
        f"Kvinnor, män och annat är tillsammans fler än samtliga som svarade: {_SHOWN}.",
        "Rätta antalet svar på någon av raderna.",
    ),
    Rule(
        "survey_left_over",
        VARNING,
        "Några få svar kan räknas fram",
        f"Av dem som svarade är så få utanför de redovisade könen att deras svar kan räknas fram: {_SHOWN}.",
        "Ta bort raderna för könen, eller godta avvikelsen och skriv skälet.",
        about="{question} {group}",
    ),
    Rule(
        "survey_more_than_answered",
        FEL,
        "Fler svar på frågan än på enkäten",
        f"Fler har svarat på frågan än på enkäten i fliken {RATES}: {_SHOWN}.",
        "Rätta antalet svar här eller där.",
    ),
    Rule(
        "survey_group_unknown",
        NOTERA,
        "En grupp utan svarsfrekvens",
        f"”{{found}}” finns inte i fliken {RATES}.{{hint}}",
        "Skriv samma namn på båda ställena. Ska svarsfrekvensen inte visas behöver inget göras.",
        about="{found}",
    ),
    Rule(
        "response_above_whole",
        FEL,
        "Fler svar än tillfrågade",
        "{group}: fler har svarat än som tillfrågats, eller fler har tillfrågats än som hör till gruppen.",
        "Rätta antalet.",
    ),
)
