"""The adjustments, the result after them, the result of the balance requirement, and what remains of earlier years."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Stated, minus, plus
from generator.model.facts import Facts, observed
from generator.model.underlag import Underlag
from generator.statements.income_statement import NET_RESULT
from generator.subjects.balance_requirement.rows import (
    ADJUSTMENTS,
    CODE,
    DEFICIT,
    EARLIER,
    LABELS,
    MEASURES,
    RESERVES,
    RESULT,
    EarlierDeficit,
)

ADJUSTED = f"{CODE}.adjusted_result"
REMAINING = "remaining"
TOTAL = f"{EARLIER}.total"
QUALIFIED = {
    CODE: "balanskravsutredning",
    f"{EARLIER}.*.{REMAINING}": "balanskravsutredning.återstår.*",
    f"{TOTAL}.{REMAINING}": "balanskravsutredning.återstår",
}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the adjustments and the two results that follow; and what is left to settle of earlier years."""
    del facts
    for code, label in LABELS.items():
        yield Stated(f"{CODE}.{code}", label, observed(f"{CODE}.{code}"), flow=True)
    adjustments = plus(NET_RESULT, *(f"{CODE}.{code}" for code in ADJUSTMENTS))
    yield Combined(ADJUSTED, "Årets resultat efter balanskravsjusteringar", adjustments, flow=True)
    reserves = plus(ADJUSTED, *(f"{CODE}.{code}" for code in RESERVES))
    yield Combined(RESULT, "Balanskravsresultat", reserves, flow=True)
    yield from _earlier(earlier_years(underlag))


def earlier_years(underlag: Underlag) -> tuple[int, ...]:
    """The years that a deficit is typed of, in order."""
    return tuple(sorted({row.year for row in underlag.rows(EarlierDeficit)}))


def _earlier(years: tuple[int, ...]) -> Iterator[Declaration]:
    for year in years:
        for measure in MEASURES:
            code = f"{EARLIER}.{year}.{measure}"
            yield Stated(code, f"Balanskravsresultat {year}, {measure}", observed(code), flow=False)
    for measure in MEASURES if years else ():
        codes = plus(*(f"{EARLIER}.{year}.{measure}" for year in years))
        yield Combined(f"{TOTAL}.{measure}", f"Tidigare års balanskravsresultat, {measure}", codes, flow=False)
    settled = [measure for measure in MEASURES if measure != DEFICIT]
    for code, label in (
        *((f"{EARLIER}.{year}", str(year)) for year in years),
        *(((TOTAL, "tidigare år"),) if years else ()),
    ):
        left = (*plus(f"{code}.{DEFICIT}"), *minus(*(f"{code}.{measure}" for measure in settled)))
        yield Combined(f"{code}.{REMAINING}", f"Återstår av balanskravsresultatet {label}", left, flow=False)
