"""The rules of what was sold: a price and what it was paid for belong together, and the result stands once."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.model.amounts import IncomeOrCost
from generator.statements.changes import Change
from generator.subjects.roll_forward.figures_disposals import Rows, disposals, untold_disposals
from generator.subjects.roll_forward.messages import (
    PRICE_WITHOUT_AMOUNT,
    PRICE_WITHOUT_SALE,
    RESULT_OF_SALE_TWICE,
    SALE_WITHOUT_PRICE,
    SALES_WITHOUT_TEXTS,
)
from generator.subjects.roll_forward.rows import RollRow

_YEARS = ((0, "this_year", "price"), (-1, "last_year", "price_last_year"))
_RESULT = re.compile(r"\b(realisationsvinst|realisationsförlust|reavinst|reaförlust|utrangering)", re.IGNORECASE)


def prices_are_of_sales(case: Case) -> Iterator[Finding]:
    """A price stands on a row of what was sold."""
    for entry in case.underlag.of(RollRow):
        for _, _, field in _YEARS:
            price = getattr(entry.row, field)
            if price is not None and entry.row.change is not Change.SALE:
                yield PRICE_WITHOUT_SALE.found(entry.source(field), amount=price, kind=entry.row.kind)


def sales_are_told_apart(case: Case) -> Iterator[Finding]:
    """Where a line has several prices a year, a text says what each is for: gains and losses are not netted."""
    for rows in untold_disposals(case.underlag):
        count = max(sum(1 for each in rows if getattr(each.row, price) is not None) for _, _, price in _YEARS)
        yield SALES_WITHOUT_TEXTS.found(*(entry.source("label") for entry in rows), line=rows[0].row.line, count=count)


def sales_have_prices(case: Case) -> Iterator[Finding]:
    """What was sold a year has a price that year, and what has a price was removed from its balance."""
    year = case.derived.association.year if case.derived else 0
    for rows in disposals(case.underlag) if case.derived else ():
        for shift, field, price in _YEARS:
            yield from _unpaired(rows, field, price, year + shift)


def _unpaired(rows: Rows, field: str, price: str, year: int) -> Iterator[Finding]:
    removed, paid = _typed(rows, field), _typed(rows, price)
    values = {"name": rows[0].row.text, "year": year}
    stood_at = -sum(removed.values(), start=Decimal(0))
    if any(removed.values()) and not paid and stood_at >= 0:
        yield SALE_WITHOUT_PRICE.found(*(rows[place].source(field) for place in removed), amount=stood_at, **values)
    if any(paid.values()) and not removed:
        total = sum(paid.values(), start=Decimal(0))
        yield PRICE_WITHOUT_AMOUNT.found(*(rows[place].source(price) for place in paid), amount=total, **values)


def _typed(rows: Rows, field: str) -> dict[int, Decimal]:
    """What is typed in a column of some rows, by their number."""
    typed = ((place, getattr(entry.row, field)) for place, entry in enumerate(rows))
    return {place: amount for place, amount in typed if amount is not None}


def results_of_sales_stand_once(case: Case) -> Iterator[Finding]:
    """The result of what was sold or scrapped is not typed as an income or a cost too."""
    gone = [each for each in case.underlag.of(RollRow) if each.row.change in (Change.SALE, Change.SCRAPPING)]
    for entry in case.underlag.of(IncomeOrCost) if gone else ():
        name = next((each for each in (entry.row.sub_item, entry.row.note_row) if _RESULT.search(each)), None)
        amount = entry.row.this_year or entry.row.last_year
        if name and amount:
            place = gone[0].source("kind")
            yield RESULT_OF_SALE_TWICE.found(entry.source("line"), place, name=name, amount=amount, cell=place)
