"""The declarations of the statements: what each sum of the income statement, balance sheet and cash flow is.

Sources: 5 kap. 2 § LKBR (income statement), 6 kap. 2 § (balance sheet), 8 kap. 1 § and RKR R13 (cash flow, by
the indirect method). The lines come from ``model.lines``; here stand only the sums.
"""

from collections.abc import Callable, Iterator

from generator.figures.declaration import (
    Combined,
    Declaration,
    Ratio,
    RolledForward,
    RoundingOf,
    Stated,
    Term,
    decrease,
    increase,
    minus,
    plus,
)
from generator.model.amounts import DIRECT_ADJUSTMENT
from generator.model.fact import Fact
from generator.model.lines import BALANCE_LINES, INCOME_LINES, LINES, Kind, Line

INCOME = "income_statement"
BALANCE = "balance_sheet"
CASH = "cash_flow"

NET_COSTS = f"{INCOME}.net_operating_costs"
OPERATING_RESULT = f"{INCOME}.operating_result"
RESULT_AFTER_FINANCIAL_ITEMS = f"{INCOME}.result_after_financial_items"
NET_RESULT = f"{INCOME}.net_result"

EQUITY = f"{BALANCE}.equity"
ADJUSTMENTS = f"{BALANCE}.direct_adjustments"
TOTAL_ASSETS = f"{BALANCE}.total_assets"
CLAIMS = f"{BALANCE}.total_equity_and_liabilities"
BALANCE_DIFFERENCE = f"{BALANCE}.difference"
BALANCE_ROUNDING = f"{BALANCE}.rounding"

LIQUID = f"{CASH}.liquid_assets"
NON_CASH = f"{CASH}.non_cash_items"
BEFORE_WORKING_CAPITAL = f"{CASH}.before_working_capital"
OPERATING = f"{CASH}.operating"
INVESTING = f"{CASH}.investing"
FINANCING = f"{CASH}.financing"
CASH_DIFFERENCE = f"{CASH}.difference"
CASH_ROUNDING = f"{CASH}.rounding"
CASH_NET = f"{CASH}.net"
CLOSING_CASH = f"{CASH}.closing"
OTHER_EQUITY = f"{BALANCE}.other_equity"

PROVISIONS = f"{CASH}.provisions"
NON_CASH_PARTS = {
    f"{INCOME}.depreciation": "varav avskrivningar",
    PROVISIONS: "varav förändring av avsättningar",
    ADJUSTMENTS: "varav direktförda justeringar av eget kapital",
}
"""What changes the result or equity without moving cash, and what each is called in the cash flow statement."""

ASSET_GROUPS = {
    "fixed_assets": "anläggningstillgångar",
    "infrastructure": "bidrag till infrastruktur",
    "current_assets": "omsättningstillgångar",
}
CLAIM_GROUPS = {"provisions": "avsättningar", "liabilities": "skulder"}
"""The balance sheet's groups and their names; equity is a group of its own."""

WORKING_CAPITAL = {
    "inventories": "Ökning (−)/minskning (+) av förråd",
    "receivables": "Ökning (−)/minskning (+) av kortfristiga fordringar",
    "current_investments": "Ökning (−)/minskning (+) av kortfristiga placeringar",
    "cash_and_bank": "Ökning (−)/minskning (+) av bankmedel som inte är likvida medel",
}
"""The current assets that tie up cash when they grow, with their rows in the cash flow statement."""


def code_of(line: Line) -> str:
    """The code of a line's figure: the statement's and the line's own."""
    return f"{INCOME if line.is_flow else BALANCE}.{line.code}"


def income_statement() -> Iterator[Declaration]:
    """Declare the income statement (*resultaträkning*), 5 kap. 2 § LKBR."""
    yield from (_on_line(line) for line in INCOME_LINES)
    yield _result("Verksamhetens nettokostnader", NET_COSTS, (), "operating_income", "operating_costs", "depreciation")
    yield _result("Verksamhetens resultat", OPERATING_RESULT, plus(NET_COSTS), "tax_income", "general_grants")
    yield _result(
        "Resultat efter finansiella poster",
        RESULT_AFTER_FINANCIAL_ITEMS,
        plus(OPERATING_RESULT),
        "financial_income",
        "financial_costs",
    )
    yield _result("Årets resultat", NET_RESULT, plus(RESULT_AFTER_FINANCIAL_ITEMS), "extraordinary_items")


def balance_sheet() -> Iterator[Declaration]:
    """Declare the balance sheet (*balansräkning*), 6 kap. 2 § LKBR.

    Equity is what it was when the comparison year opened, the years' results, and what was adjusted directly
    (RKR R12). It is never typed, so the two sides agree only if what was typed does.
    """
    yield from (_on_line(line) for line in BALANCE_LINES if line.kind is not Kind.EQUITY)
    yield Stated(ADJUSTMENTS, "Direktförda justeringar", lambda fact: fact.line == DIRECT_ADJUSTMENT, flow=True)
    yield RolledForward(EQUITY, "Eget kapital", lambda fact: fact.line == "equity", plus(NET_RESULT, ADJUSTMENTS))
    yield Combined(
        OTHER_EQUITY,
        "Övrigt eget kapital",
        (*plus(EQUITY), *minus(NET_RESULT)),
        flow=False,
        from_flows=True,
    )
    for group, name in (ASSET_GROUPS | CLAIM_GROUPS).items():
        lines = (code_of(line) for line in BALANCE_LINES if line.group == group)
        yield Combined(f"{BALANCE}.{group}", f"Summa {name}", plus(*lines), flow=False)
    claims = (EQUITY, *(f"{BALANCE}.{group}" for group in CLAIM_GROUPS))
    assets = plus(*(f"{BALANCE}.{group}" for group in ASSET_GROUPS))
    yield Combined(TOTAL_ASSETS, "Summa tillgångar", assets, flow=False)
    yield Combined(
        BALANCE_DIFFERENCE,
        "Tillgångar minus eget kapital, avsättningar och skulder",
        (*plus(TOTAL_ASSETS), *minus(*claims)),
        flow=False,
    )
    yield RoundingOf(BALANCE_ROUNDING, "Avrundning", BALANCE_DIFFERENCE, flow=False)
    yield Combined(CLAIMS, "Summa eget kapital, avsättningar och skulder", plus(*claims, BALANCE_ROUNDING), flow=False)
    yield Ratio(f"{BALANCE}.equity_ratio", "Soliditet", EQUITY, TOTAL_ASSETS)


def cash_flow() -> Iterator[Declaration]:
    """Declare the cash flow statement (*kassaflödesanalys*), indirect method, 8 kap. 1 § LKBR and RKR R13.

    Every change of a balance that is not cash stands in exactly one row, so the flow reaches the closing cash
    of the balance sheet by construction; what remains is the rounding of the typed amounts.
    """
    yield Stated(LIQUID, "Likvida medel", lambda fact: fact.liquid, flow=False)
    yield from _operating_activities()
    yield from _investing_activities()
    yield Combined(
        f"{CASH}.long_term_liabilities",
        "Ökning (+)/minskning (−) av långfristiga skulder",
        increase(f"{BALANCE}.long_term_liabilities"),
        flow=True,
    )
    yield Combined(
        FINANCING,
        "Kassaflöde från finansieringsverksamheten",
        plus(f"{CASH}.long_term_liabilities"),
        flow=True,
    )
    yield Combined(
        CASH_DIFFERENCE,
        "Förändring av likvida medel minus kassaflödet",
        (*increase(LIQUID), *minus(OPERATING, INVESTING, FINANCING)),
        flow=True,
    )
    yield RoundingOf(CASH_ROUNDING, "Avrundning", CASH_DIFFERENCE, flow=True)
    yield Combined(CASH_NET, "Årets kassaflöde", plus(OPERATING, INVESTING, FINANCING, CASH_ROUNDING), flow=True)
    yield Combined(
        CLOSING_CASH,
        "Likvida medel vid årets slut",
        (Term(1, LIQUID, -1), *plus(CASH_NET)),
        flow=False,
        from_flows=True,
    )


def _operating_activities() -> Iterator[Declaration]:
    yield Combined(
        NON_CASH,
        "Justering för ej likviditetspåverkande poster",
        plus(*NON_CASH_PARTS),
        flow=True,
    )
    yield Combined(PROVISIONS, "Förändring av avsättningar", increase(f"{BALANCE}.provisions"), flow=True)
    yield Combined(
        BEFORE_WORKING_CAPITAL,
        "Medel från verksamheten före förändring av rörelsekapital",
        plus(NET_RESULT, NON_CASH),
        flow=True,
    )
    for line, label in WORKING_CAPITAL.items():
        tied = f"{CASH}.not_liquid.{line}"
        name = f"{LINES[line].label}, ej likvida medel"
        yield Stated(tied, name, _on(line, liquid=False), flow=False)
        yield Combined(f"{CASH}.{line}", label, decrease(tied), flow=True)
    yield Combined(
        f"{CASH}.current_liabilities",
        "Ökning (+)/minskning (−) av kortfristiga skulder",
        increase(f"{BALANCE}.current_liabilities"),
        flow=True,
    )
    changes = (*WORKING_CAPITAL, "current_liabilities")
    yield Combined(
        OPERATING,
        "Kassaflöde från den löpande verksamheten",
        plus(BEFORE_WORKING_CAPITAL, *(f"{CASH}.{change}" for change in changes)),
        flow=True,
    )


def _investing_activities() -> Iterator[Declaration]:
    owned = ("intangible_assets", "land_and_buildings", "machinery_and_equipment", "other_tangible_assets")
    spent: tuple[Term, ...] = sum((decrease(f"{BALANCE}.{line}") for line in owned), start=())
    yield Combined(
        f"{CASH}.fixed_assets",
        "Investering i immateriella och materiella anläggningstillgångar, netto",
        (*spent, *minus(f"{INCOME}.depreciation")),
        flow=True,
    )
    yield Combined(
        f"{CASH}.financial_fixed_assets",
        "Ökning (−)/minskning (+) av finansiella anläggningstillgångar",
        decrease(f"{BALANCE}.financial_fixed_assets"),
        flow=True,
    )
    yield Combined(
        f"{CASH}.infrastructure",
        "Ökning (−)/minskning (+) av bidrag till infrastruktur",
        decrease(f"{BALANCE}.infrastructure"),
        flow=True,
    )
    parts = plus(*(f"{CASH}.{part}" for part in ("fixed_assets", "financial_fixed_assets", "infrastructure")))
    yield Combined(INVESTING, "Kassaflöde från investeringsverksamheten", parts, flow=True)


def _on_line(line: Line) -> Stated:
    return Stated(code_of(line), line.label, lambda fact: fact.line == line.code, flow=line.is_flow)


def _on(line: str, *, liquid: bool) -> Callable[[Fact], bool]:
    return lambda fact: fact.line == line and fact.liquid is liquid


def _result(label: str, code: str, before: tuple[Term, ...], *lines: str) -> Combined:
    """A result of the income statement: what stood before and the lines' effect on it."""
    effects = tuple(Term(LINES[line].effect, code_of(LINES[line])) for line in lines)
    return Combined(code, label, (*before, *effects), flow=True)
