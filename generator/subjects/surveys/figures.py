"""The figures of surveys: the answers to each question, protected where too few are behind them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.blocks.layout import Layout
from generator.figures.declaration import Combined, Declaration, Protected, Ratio, Stated, minus, plus
from generator.ground.formatting import COUNT, POINTS, SHARE
from generator.ground.names import Name, slug
from generator.model.fact import Observation
from generator.model.facts import Facts, observed
from generator.model.typed_number import form_of
from generator.model.underlag import Underlag
from generator.subjects.surveys import figures_rates
from generator.subjects.surveys.rows import CODE, EVERYONE, Answers, SurveyAnswer, questions

COUNTED = "count"

HEADS = {
    COUNTED: "n",
    "negative": "Negativt",
    "neither": "Varken eller",
    "positive": "Positivt",
    "clearly": "varav klart positivt",
    "rate": "Svarsfrekvens",
    "last_year": "Positivt i fjol",
    "country": "Positivt i riket",
}

CHANGES = {"change": ("last_year", "Skillnad mot i fjol"), "against": ("country", "Skillnad mot riket")}
"""What the positive answers are compared with, and what the difference is called: percentage points."""

WITH_LAST_YEAR = Layout("jämfört med i fjol", "De positiva svaren i år och i fjol, och skillnaden i procentenheter.")
WITH_COUNTRY = Layout("jämfört med riket", "De positiva svaren och rikets, och skillnaden i procentenheter.")
COMPARED: Mapping[Name, str] = {WITH_LAST_YEAR: "change", WITH_COUNTRY: "against"}
"""The layouts that compare the positive answers, and the difference that each shows."""

QUALIFIED = figures_rates.QUALIFIED | {
    f"{CODE}.*": "enkät.*",
    f"{CODE}.*.*": "enkät.*.*",
    f"{CODE}.*.*.*": "enkät.*.*.*",
    **{f"{CODE}.*.*.*.{field}": f"enkät.*.*.*.{slug(head)}" for field, head in HEADS.items()},
    **{f"{CODE}.*.*.*.{field}": f"enkät.*.*.*.{slug(head)}" for field, (_, head) in CHANGES.items()},
}


def facts(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give each typed share and count of answers, and the counts of those who were asked."""
    yield from figures_rates.facts(underlag, year)
    for question in questions(underlag):
        for answers in question.groups:
            for entry in answers.entries:
                for field, share in entry.row.shares.items():
                    form = form_of(getattr(entry.row, field))
                    yield Observation(f"{entry.row.code}.{field}", year, share, entry.source(field), form=form)
                if entry.row.count is not None:
                    yield Observation(
                        f"{entry.row.code}.{COUNTED}", year, Decimal(entry.row.count), entry.source(COUNTED)
                    )


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the answers to each question, protected where too few are behind them, and the response rates."""
    yield from figures_rates.declarations(underlag, facts)
    limit = limit_of(underlag)
    year = underlag.association.row.year if underlag.association else 0
    reason = f"att svaren skyddas: färre än {limit} har svarat"
    for question in questions(underlag):
        for answers in question.groups:
            hidden_rows = {entry.row.code for entry in answers.entries if answers.is_hidden(entry.row, limit)}
            # What is typed twice is told, and has one figure.
            for row in {entry.row.code: entry.row for entry in answers.entries}.values():
                hidden = frozenset({year}) if row.code in hidden_rows else frozenset[int]()
                label = ", ".join(filter(None, (question.title, answers.group, row.sex)))
                for field, head in HEADS.items():
                    code = f"{row.code}.{field}"
                    unit = COUNT if field == COUNTED else SHARE
                    stated = Stated(code, f"{label}, {head}", observed(code), flow=True, unit=unit, budgeted=False)
                    if facts.of(code):
                        yield Protected(stated, hidden, frozenset(), reason)
                    elif field == "rate" and _is_derived(answers, row):
                        yield Ratio(code, f"{label}, {head}", f"{row.code}.{COUNTED}", f"{_rate_code(answers)}.answers")
                yield from _changes(row, label)


def _changes(row: SurveyAnswer, label: str) -> Iterator[Declaration]:
    """Declare how much more positive the answers are than others. What is protected of either protects it too."""
    for field, (other, head) in CHANGES.items():
        if {"positive", other} <= row.shares.keys():
            terms = (*plus(f"{row.code}.positive"), *minus(f"{row.code}.{other}"))
            yield Combined(f"{row.code}.{field}", f"{label}, {head}", terms, flow=True, unit=POINTS)


def _is_derived(answers: Answers, row: SurveyAnswer) -> bool:
    known = answers.rate is not None and answers.rate.answers
    return bool(known) and row.sex == EVERYONE and row.count is not None


def _rate_code(answers: Answers) -> str:
    return answers.rate.code if answers.rate else ""


def limit_of(underlag: Underlag) -> int:
    """The fewest answers that are told, by the association's own choice; 0: all are."""
    return (underlag.association.row.smallest_count or 0) if underlag.association else 0
