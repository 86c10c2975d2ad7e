"""The rules of what was sold: a price and what it was paid for belong together, and the result stands once."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.blocks.case import Case
from generator.findings.finding import Finding
from generator.model.amounts import IncomeOrCost
from generator.statements.changes import Change
from generator.subjects.roll_forward.figures_disposals import PRICES, Sold, disposals
from generator.subjects.roll_forward.messages import (
    PRICE_WITHOUT_AMOUNT,
    PRICE_WITHOUT_SALE,
    RESULT_OF_SALE_TWICE,
    SALE_WITHOUT_PRICE,
    SALES_WITHOUT_TEXTS,
)
from generator.subjects.roll_forward.rows import RollRow

_RESULT = re.compile(r"\b(realisationsvinst|realisationsförlust|reavinst|reaförlust|utrangering)", re.IGNORECASE)


def prices_are_of_sales(case: Case) -> Iterator[Finding]:
    """A price stands on a row of what was sold."""
    for entry in case.underlag.of(RollRow):
        for kind, price, source in entry.typed(dict.fromkeys(PRICES.values(), entry.row.kind)):
            if entry.row.change is not Change.SALE:
                yield PRICE_WITHOUT_SALE.found(source, amount=price, kind=kind)


def sales_are_told_apart(case: Case) -> Iterator[Finding]:
    """Where a line has several prices a year, a text says what each is for: gains and losses are not netted."""
    for sold in disposals(case.underlag):
        places = [entry.source("label") for entry in sold.untold]
        if places:
            count = len(sold.typed(sold.price))
            yield SALES_WITHOUT_TEXTS.found(*places, line=sold.first.line, count=count)


def sales_have_prices(case: Case) -> Iterator[Finding]:
    """What was sold a year has a price that year, and what has a price was removed from its balance."""
    year = case.derived.association.year if case.derived else 0
    for sold in disposals(case.underlag) if case.derived else ():
        yield from _unpaired(sold, year + sold.shift)


def _unpaired(sold: Sold, year: int) -> Iterator[Finding]:
    removed, paid = sold.typed(sold.field), sold.typed(sold.price)
    taken, got = (sum((amount for _, amount, _ in typed), start=Decimal(0)) for typed in (removed, paid))
    values = {"name": sold.first.text, "year": year}
    if any(amount for _, amount, _ in removed) and not paid and taken <= 0:
        yield SALE_WITHOUT_PRICE.found(*(source for *_, source in removed), amount=-taken, **values)
    if any(amount for _, amount, _ in paid) and not removed:
        yield PRICE_WITHOUT_AMOUNT.found(*(source for *_, source in paid), amount=got, **values)


def results_of_sales_stand_once(case: Case) -> Iterator[Finding]:
    """The result of what was sold or scrapped is not typed as an income or a cost too."""
    gone = [each for each in case.underlag.of(RollRow) if each.row.change in (Change.SALE, Change.SCRAPPING)]
    for entry in case.underlag.of(IncomeOrCost) if gone else ():
        name = next((each for each in (entry.row.sub_item, entry.row.note_row) if _RESULT.search(each)), None)
        amount = entry.row.this_year or entry.row.last_year
        if name and amount:
            place = gone[0].source("kind")
            yield RESULT_OF_SALE_TWICE.found(entry.source("line"), place, name=name, amount=amount, cell=place)
