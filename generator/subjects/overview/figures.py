"""The figures of the overview: the known that are not elsewhere, and each row as a series of years."""

from collections.abc import Iterator

from generator.figures.declaration import Combined, Declaration, Ratio, Stated, Term, YearSeries, plus
from generator.figures.sums import EQUITY_RATIO
from generator.model.fact import Fact
from generator.model.facts import Facts, in_row, observed
from generator.model.underlag import Underlag
from generator.statements.balance_sheet import EQUITY, TOTAL_ASSETS
from generator.statements.cash_flow import LIQUID
from generator.statements.income_statement import FINANCIAL_ITEMS, INCOME, INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import code_of
from generator.statements.statement import Kind, Statement
from generator.subjects.operating_statement.figures import CONTRIBUTIONS
from generator.subjects.overview.rows import KeyFigure

QUALIFIED = {
    "overview": "flerårsöversikt",
    "overview.*.share": "flerårsöversikt.*.andel",
    "overview.*.from_row": "flerårsöversikt.*.ur_not",
}

ALL_COSTS = "overview.all_costs"
NET_FINANCIAL_ITEMS = "overview.net_financial_items"
EQUITY_TO_CONTRIBUTIONS = "overview.equity_to_contributions"

CODES = {
    "Verksamhetens intäkter": f"{INCOME}.operating_income",
    "Verksamhetens kostnader": f"{INCOME}.operating_costs",
    "Kostnader inklusive finansiella kostnader": ALL_COSTS,
    "Finansnetto": NET_FINANCIAL_ITEMS,
    "Årets resultat": NET_RESULT,
    "Eget kapital": EQUITY,
    "Summa tillgångar": TOTAL_ASSETS,
    "Likvida medel": LIQUID,
    "Medlemsbidrag": CONTRIBUTIONS,
    "Soliditet": EQUITY_RATIO,
    "Eget kapital i förhållande till medlemsbidragen": EQUITY_TO_CONTRIBUTIONS,
}
"""The figures of the known key figures, by name."""


def derived_code(row: KeyFigure) -> str:
    """The code of the figure that a row names; empty where it names none that the program knows."""
    return next((code for name, code in CODES.items() if name == row.key), "")


def declarations(underlag: Underlag, facts: Facts) -> Iterator[Declaration]:
    """Declare the derived key figures that are not elsewhere, and each row as a series of years."""
    costs = plus(*(code_of(line) for line in INCOME_STATEMENT.lines if line.kind is Kind.COST))
    yield Combined(ALL_COSTS, "Kostnader inklusive finansiella kostnader", costs, flow=True)
    yield net_financial_items()
    yield Ratio(EQUITY_TO_CONTRIBUTIONS, "Eget kapital i förhållande till medlemsbidragen", EQUITY, CONTRIBUTIONS)
    if underlag.association is None:
        return
    year = underlag.association.row.year
    older = (year - 2, year - 3, year - 4)
    rows = [row for row in underlag.rows(KeyFigure) if not row.is_heading]
    # A key figure may stand in several overviews; what it is taken from, and a share of, is said on any of its rows.
    series = {row.key: row for row in sorted(rows, key=lambda row: bool(row.from_row))}
    shares = {row.key: row.share_of for row in rows if row.share_of in series}
    for row in (series[key] for key in dict.fromkeys(row.key for row in rows)):
        yield from _from_note(row, facts)
        yield YearSeries(row.code, row.key, _recent(row), observed(row.code), older, row.figure_unit)
        if row.key in shares:
            whole, of = series[shares[row.key]].code, shares[row.key]
            yield Ratio(f"{row.code}.share", f"{row.key}, andel av {of}", row.code, whole, older=older)


def net_financial_items(statement: Statement = INCOME_STATEMENT) -> Combined:
    """Declare the net (*finansnetto*) of all the financial lines that an income statement has."""
    lines = statement.group(FINANCIAL_ITEMS).lines
    effects = tuple(Term(line.effect, code_of(line)) for line in lines)
    return Combined(NET_FINANCIAL_ITEMS, "Finansnetto", effects, flow=True)


def _recent(row: KeyFigure) -> str:
    """The code of the figure that the report's two years are taken from; empty where they are typed."""
    if row.known:
        return derived_code(row)
    return f"{row.code}.from_row" if row.from_row else ""


def _from_note(row: KeyFigure, facts: Facts) -> Iterator[Declaration]:
    """Declare the sum of a note's row that a key figure of the association's own is taken from."""
    if row.from_row and not row.known:
        where = in_row(row.from_row)
        flow = all(fact.line.is_flow for fact in facts.picked(where) if isinstance(fact, Fact))
        yield Stated(f"{row.code}.from_row", f"{row.key}, ur not", where, flow=flow, budgeted=False)
