"""The figures of response rates: who was asked in each survey, how many did not answer, and the shares."""

from collections.abc import Iterator
from decimal import Decimal

from generator.figures.declaration import Combined, Declaration, Ratio, Stated, minus, plus
from generator.ground.formatting import COUNT
from generator.model.fact import Observation
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.subjects.surveys.rows import RATES_CODE, ResponseRate

TOTAL = f"{RATES_CODE}.total"
TYPED = {"population": "Population", "asked": "Tillfrågade", "answers": "Antal svar"}

QUALIFIED = {
    f"{RATES_CODE}.*": "svarsfrekvens.*",
    TOTAL: "svarsfrekvens.alla",
    **{
        f"{RATES_CODE}.*.{field}": f"svarsfrekvens.*.{word}"
        for field, word in (
            ("population", "population"),
            ("asked", "tillfrågade"),
            ("answers", "svar"),
            ("asked_share", "tillfrågade_andel"),
            ("missing", "bortfall"),
            ("share", "andel"),
        )
    },
}


def facts(underlag: Underlag, year: int) -> Iterator[Observation]:
    """Give each typed count."""
    for entry in underlag.of(ResponseRate):
        for field in TYPED:
            count = getattr(entry.row, field)
            if count is not None:
                yield Observation(f"{entry.row.code}.{field}", year, Decimal(count), entry.source(field))


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the counts of each group and of all, who did not answer, and the shares."""
    rows = {row.code: row for row in underlag.rows(ResponseRate)}
    codes = {f"{code}.{field}" for code in rows for field in TYPED if facts.of(f"{code}.{field}")}
    for code, row in rows.items():
        for field, word in TYPED.items():
            if f"{code}.{field}" in codes:
                label = f"{row.group}, {word.casefold()}"
                yield Stated(
                    f"{code}.{field}", label, observed(f"{code}.{field}"), flow=True, unit=COUNT, budgeted=False
                )
        yield from _rates(code, row.group, codes)
    summed = [field for field in TYPED if rows and all(f"{code}.{field}" in codes for code in rows)]
    for field in summed:
        parts = plus(*(f"{code}.{field}" for code in rows))
        yield Combined(f"{TOTAL}.{field}", f"Alla grupper, {TYPED[field].casefold()}", parts, flow=True, unit=COUNT)
    yield from _rates(TOTAL, "Alla grupper", {f"{TOTAL}.{field}" for field in summed})


def _rates(code: str, label: str, known: set[str]) -> Iterator[Declaration]:
    population, asked, answers = (f"{code}.{field}" for field in TYPED)
    if {population, asked} <= known:
        yield Ratio(f"{code}.asked_share", f"{label}, tillfrågade av populationen", asked, population)
    if {asked, answers} <= known:
        terms = (*plus(asked), *minus(answers))
        yield Combined(f"{code}.missing", f"{label}, bortfall", terms, flow=True, unit=COUNT)
        yield Ratio(f"{code}.share", f"{label}, svarsandel", answers, asked)
