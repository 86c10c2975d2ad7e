"""The rules of the investments: they are what the balances say was bought, and each stands once."""

from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.figures.derivation import Derivation
from generator.figures.figure import FigureId
from generator.findings.finding import Finding, Severity
from generator.model.rows import YEARS, Entry, heading
from generator.statements.cash_flow import FINANCIAL_PURCHASES, INVESTMENT, PURCHASES
from generator.statements.changes import Change
from generator.subjects.investments.figures import TOTAL
from generator.subjects.investments.messages import TWICE, UNLIKE_BOOKS
from generator.subjects.investments.rows import Investment, code_of
from generator.subjects.roll_forward.rows import RollRow


def investments_agree_with_books(case: Case) -> Iterator[Finding]:
    """What is shown as investments is what the balances say was bought.

    What is told to be a purchase agrees by itself; of the rest only the net of what was bought and sold is known. So
    more may have been bought than the balances show: then something was sold or scrapped, and it is only noted.
    """
    if case.derived is None or not any(entry.row.this_year for entry in case.underlag.of(Investment)):
        return
    year = case.derived.association.year
    shown, booked = _amount(case.derived, TOTAL, year), _booked(case.derived, year)
    if shown != booked and not any(_is_twice(entry, case) for entry in case.underlag.of(Investment)):
        may_be_disposals = shown > booked and not _amount(case.derived, PURCHASES, year)
        finding = UNLIKE_BOOKS.found(case.underlag.place(Investment), typed=shown, booked=booked)
        yield finding.graded(Severity.NOTE if may_be_disposals else None)


def _booked(derived: Derivation, year: int) -> Decimal:
    rows = (PURCHASES, INVESTMENT, FINANCIAL_PURCHASES)
    return -sum((_amount(derived, code, year) for code in rows), start=Decimal(0))


def _amount(derived: Derivation, code: str, year: int) -> Decimal:
    figure = derived.figures.get(FigureId(code, year))
    return figure.amount if figure else Decimal(0)


def purchases_stand_once(case: Case) -> Iterator[Finding]:
    """A purchase that is typed as a change of its balance is not typed as an investment too."""
    for entry in case.underlag.of(Investment):
        bought = _is_twice(entry, case)
        if bought:
            place = bought.source("label" if bought.row.label else "line")
            values = {"name": entry.row.name, "cell": place, "column": heading(Investment, "budget")}
            yield TWICE.found(entry.source("this_year"), place, **values)


def _is_twice(entry: Entry[Investment], case: Case) -> Entry[RollRow] | None:
    """The row of the balances with the same purchase, where both have an amount of one year."""
    for bought in case.underlag.of(RollRow):
        row, is_same = bought.row, code_of(bought.row.bought) == entry.row.code
        in_one_year = any(getattr(entry.row, field) and getattr(row, field) for field in YEARS)
        if row.change is Change.PURCHASE and is_same and in_one_year:
            return bought
    return None
