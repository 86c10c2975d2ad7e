"""The cash flow statement (*kassaflödesanalys*) by the indirect method, 8 kap. 1 § LKBR and RKR R13.

It is made of the balance sheet, so that every change of a balance that is not cash stands in exactly one row.
"""

from generator.statements.balance_sheet import ADJUSTMENTS, BALANCE, BALANCE_SHEET
from generator.statements.income_statement import DEPRECIATION, NET_RESULT
from generator.statements.statement import CashChange, Line, LineGroup, Statement, Summed, Taken, Total

CASH = "cash_flow"
LIQUID = f"{CASH}.liquid_assets"
NOT_LIQUID = f"{CASH}.not_liquid"
NON_CASH = f"{CASH}.non_cash_items"
PROVISIONS_CHANGE = f"{CASH}.provisions"
BEFORE_WORKING_CAPITAL = f"{CASH}.before_working_capital"
OPERATING = f"{CASH}.operating"
INVESTMENT = f"{CASH}.fixed_assets"
"""What was bought, less what was sold: minus, for it takes cash."""
INVESTING = f"{CASH}.investing"
FINANCING = f"{CASH}.financing"
CASH_DIFFERENCE = f"{CASH}.difference"
CASH_ROUNDING = f"{CASH}.rounding"
CASH_NET = f"{CASH}.net"
CLOSING_CASH = f"{CASH}.closing"

_FINANCIAL = "financial_fixed_assets"
_LONG_TERM = "long_term_liabilities"
_CALLED = {
    "inventories": "förråd",
    "receivables": "kortfristiga fordringar",
    "cash_and_bank": "bankmedel som inte är likvida medel",
}
"""The lines that the cash flow has another name for than the balance sheet."""

_NON_CASH = Summed(
    NON_CASH,
    "Justering för ej likviditetspåverkande poster",
    (
        Taken(DEPRECIATION, "Avskrivningar"),
        CashChange(PROVISIONS_CHANGE, "Förändring av avsättningar", (f"{BALANCE}.provisions",), 1),
        Taken(ADJUSTMENTS, "Direktförda justeringar av eget kapital"),
    ),
)
"""What changes the result or equity without moving cash."""

_BEFORE_WORKING_CAPITAL = LineGroup(
    (Taken(NET_RESULT), _NON_CASH),
    Total(BEFORE_WORKING_CAPITAL, "Medel från verksamheten före förändring av rörelsekapital"),
)


def cash_flow_of(balance: Statement) -> Statement:
    """Make the cash flow statement that belongs to a balance sheet."""
    return Statement(
        CASH,
        "Kassaflödesanalys",
        law="RKR R13",
        flow=True,
        groups=(_operating(balance), _investing(balance), _financing(balance)),
    )


def _operating(balance: Statement) -> LineGroup:
    liabilities = balance.group("liabilities").lines
    return LineGroup(
        (
            _BEFORE_WORKING_CAPITAL,
            *(_tied(line) for line in balance.group("current_assets").lines),
            *(_owed(line) for line in liabilities if line.code != _LONG_TERM),
        ),
        Total(OPERATING, "Kassaflöde från den löpande verksamheten"),
        code="operating",
        heading="Den löpande verksamheten",
    )


def _investing(balance: Statement) -> LineGroup:
    lines = balance.group("fixed_assets").lines
    return LineGroup(
        (
            CashChange(
                INVESTMENT,
                "Investering i immateriella och materiella anläggningstillgångar, netto",
                tuple(f"{BALANCE}.{line.code}" for line in lines if line.code != _FINANCIAL),
                -1,
                unpaid=(DEPRECIATION,),
            ),
            *(_owned(line.code, _called(line)) for line in lines if line.code == _FINANCIAL),
            _owned("infrastructure", "bidrag till infrastruktur"),
        ),
        Total(INVESTING, "Kassaflöde från investeringsverksamheten"),
        code="investing",
        heading="Investeringsverksamheten",
    )


def _financing(balance: Statement) -> LineGroup:
    liabilities = balance.group("liabilities").lines
    return LineGroup(
        tuple(_owed(line) for line in liabilities if line.code == _LONG_TERM),
        Total(FINANCING, "Kassaflöde från finansieringsverksamheten"),
        code="financing",
        heading="Finansieringsverksamheten",
    )


def _called(line: Line) -> str:
    return _CALLED.get(line.code, line.label[0].lower() + line.label[1:])


def _tied(line: Line) -> CashChange:
    """A current asset that ties up cash when it grows, as far as it is no cash itself."""
    label = f"Ökning (−)/minskning (+) av {_called(line)}"
    return CashChange(f"{CASH}.{line.code}", label, (f"{NOT_LIQUID}.{line.code}",), -1, line=line)


def _owned(code: str, name: str) -> CashChange:
    return CashChange(f"{CASH}.{code}", f"Ökning (−)/minskning (+) av {name}", (f"{BALANCE}.{code}",), -1)


def _owed(line: Line) -> CashChange:
    label = f"Ökning (+)/minskning (−) av {_called(line)}"
    return CashChange(f"{CASH}.{line.code}", label, (f"{BALANCE}.{line.code}",), 1)


CASH_FLOW = cash_flow_of(BALANCE_SHEET)
