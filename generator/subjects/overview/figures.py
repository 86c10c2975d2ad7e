"""The figures of the overview: the known that are not elsewhere, and each row as a series of years."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Ratio, Stated, YearSeries, minus, plus
from generator.model.fact import Fact
from generator.model.facts import Facts, in_row, observed
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY
from generator.statements.income_statement import INCOME, INCOME_STATEMENT
from generator.statements.lines import code_of
from generator.statements.statement import Kind
from generator.subjects.operating_statement.figures import CONTRIBUTIONS
from generator.subjects.overview.rows import KeyFigure

QUALIFIED = {
    "overview": "flerårsöversikt",
    "overview.*.share": "flerårsöversikt.*.andel",
    "overview.*.from_row": "flerårsöversikt.*.ur_not",
}


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the derived key figures that are not elsewhere, and each row as a series of years."""
    costs = plus(*(code_of(line) for line in INCOME_STATEMENT.lines if line.kind is Kind.COST))
    yield Combined("overview.all_costs", "Kostnader inklusive finansiella kostnader", costs, flow=True)
    financial = (*plus(f"{INCOME}.financial_income"), *minus(f"{INCOME}.financial_costs"))
    yield Combined("overview.net_financial_items", "Finansnetto", financial, flow=True)
    yield Ratio(
        "overview.equity_to_contributions", "Eget kapital i förhållande till medlemsbidragen", EQUITY, CONTRIBUTIONS
    )
    if underlag.association is None:
        return
    year = underlag.association.row.year
    older = (year - 2, year - 3, year - 4)
    rows = [row for row in underlag.rows(KeyFigure) if not row.is_heading]
    series = {row.key: row.code for row in rows}
    for row in rows:
        yield from _from_note(row, facts)
        yield YearSeries(row.code, row.key, _recent(row), observed(row.code), older, row.figure_unit)
        if row.share_of in series:
            whole = series[row.share_of]
            yield Ratio(f"{row.code}.share", f"{row.key}, andel av {row.share_of}", row.code, whole, older=older)


def _recent(row: KeyFigure) -> str:
    """The code of the figure that the report's two years are taken from; empty where they are typed."""
    if row.known:
        return row.known.code
    return f"{row.code}.from_row" if row.from_row else ""


def _from_note(row: KeyFigure, facts: Facts) -> Iterator[Declaration]:
    """Declare the sum of a note's row that a key figure of the association's own is taken from."""
    own = facts.picked(in_row(row.from_row))
    if row.from_row and not row.known:
        flow = all(fact.line.is_flow for fact in own if isinstance(fact, Fact))
        where = in_row(row.from_row)
        yield Stated(f"{row.code}.from_row", f"{row.key}, ur not", where, flow=flow, budgeted=False)
