"""The figures of response rates: who was asked in each survey, how many did not answer, and the shares."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.figures.declaration import Combined, Declaration, Ratio, Stated, minus, on_line, plus
from generator.ground.formatting import COUNT
from generator.model.fact import Fact
from generator.model.underlag import Underlag
from generator.subjects.surveys.rows import RATES_CODE, ResponseRate

ALL = f"{RATES_CODE}.total"
TYPED = {"population": "Population", "asked": "Tillfrågade", "answers": "Antal svar"}

QUALIFIED = {
    f"{RATES_CODE}.*": "svarsfrekvens.*",
    ALL: "svarsfrekvens.alla",
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


def facts(underlag: Underlag, year: int) -> Iterator[Fact]:
    """Give each typed count."""
    for entry in underlag.of(ResponseRate):
        for field in TYPED:
            count = getattr(entry.row, field)
            if count is not None:
                yield Fact(f"{entry.row.code}.{field}", year, Decimal(count), entry.source(field))


def declarations(underlag: Underlag, facts: Sequence[Fact]) -> Iterator[Declaration]:
    """Declare the counts of each group and of all, who did not answer, and the shares."""
    lines = {fact.line for fact in facts}
    rows = {row.code: row for row in underlag.rows(ResponseRate)}
    for code, row in rows.items():
        for field, word in TYPED.items():
            if f"{code}.{field}" in lines:
                label = f"{row.group}, {word.casefold()}"
                yield Stated(
                    f"{code}.{field}", label, on_line(f"{code}.{field}"), flow=True, unit=COUNT, budgeted=False
                )
        yield from _rates(code, row.group, lines)
    summed = [field for field in TYPED if rows and all(f"{code}.{field}" in lines for code in rows)]
    for field in summed:
        parts = plus(*(f"{code}.{field}" for code in rows))
        yield Combined(f"{ALL}.{field}", f"Alla grupper, {TYPED[field].casefold()}", parts, flow=True, unit=COUNT)
    yield from _rates(ALL, "Alla grupper", {f"{ALL}.{field}" for field in summed})


def _rates(code: str, label: str, known: set[str]) -> Iterator[Declaration]:
    population, asked, answers = (f"{code}.{field}" for field in TYPED)
    if {population, asked} <= known:
        yield Ratio(f"{code}.asked_share", f"{label}, tillfrågade av populationen", asked, population)
    if {asked, answers} <= known:
        terms = (*plus(asked), *minus(answers))
        yield Combined(f"{code}.missing", f"{label}, bortfall", terms, flow=True, unit=COUNT)
        yield Ratio(f"{code}.share", f"{label}, svarsandel", answers, asked)
