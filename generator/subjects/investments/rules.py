"""The rule of the investments: they are what the balances say was bought."""

from collections.abc import Iterator

from generator.blocks.case import Case
from generator.figures.figure import FigureId
from generator.findings.finding import Finding
from generator.statements.cash_flow import INVESTMENT
from generator.subjects.investments.figures import TOTAL
from generator.subjects.investments.messages import UNLIKE_BOOKS
from generator.subjects.investments.rows import Investment


def investments_agree_with_books(case: Case) -> Iterator[Finding]:
    """What is typed as investments is what the balances say was bought, where the part is shown."""
    if case.derived is None:
        return
    year = case.derived.association.year
    typed = case.derived.figures.get(FigureId(TOTAL, year))
    booked = -case.derived.figures[FigureId(INVESTMENT, year)].amount
    if typed is not None and typed.amount != booked:
        place = case.underlag.place(Investment)
        yield UNLIKE_BOOKS.found(place, typed=typed.amount, booked=booked)
