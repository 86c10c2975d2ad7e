"""The cash flow statement (*kassaflödesanalys*) by the indirect method, 8 kap. 1 § LKBR and RKR R13.

It is made of the balance sheet, so that every change of a balance that is not cash stands in exactly one row.
"""

from collections.abc import Iterable, Iterator

from generator.statements.balance_sheet import ADJUSTMENTS, BALANCE, BALANCE_SHEET
from generator.statements.changes import LIQUID_ASSETS, NOTHING_TOLD, Change, Told
from generator.statements.income_statement import DEPRECIATION, NET_RESULT
from generator.statements.statement import (
    CashChange,
    Line,
    LineGroup,
    Moved,
    Statement,
    StatementPart,
    Summed,
    Taken,
    Total,
)

CASH = "cash_flow"
LIQUID = f"{CASH}.liquid_assets"
NOT_LIQUID = f"{CASH}.not_liquid"
NON_CASH = f"{CASH}.non_cash_items"
PROVISIONS_CHANGE = f"{CASH}.provisions"
BEFORE_WORKING_CAPITAL = f"{CASH}.before_working_capital"
OPERATING = f"{CASH}.operating"
INVESTMENT = f"{CASH}.fixed_assets"
"""What was bought, less what was sold, as far as nobody has told it apart: minus, for it takes cash."""
PURCHASES, FINANCIAL_PURCHASES = f"{CASH}.purchases", f"{CASH}.financial_purchases"
SALES, FINANCIAL_SALES = f"{CASH}.sales", f"{CASH}.financial_sales"
PAYMENTS = f"{CASH}.provision_payments"
BORROWINGS, REPAYMENTS = f"{CASH}.borrowings", f"{CASH}.repayments"
DISPOSAL_RESULTS, SCRAPPINGS = f"{CASH}.disposal_results", f"{CASH}.scrappings"
WRITE_DOWNS, DEPRECIATION_ALONE = f"{CASH}.write_downs", f"{CASH}.depreciation"
TAKEN_OVER_CASH = Change.TAKEN_OVER.of(LIQUID_ASSETS)
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

Terms = tuple[tuple[int, str], ...]


def cash_flow_of(balance: Statement, told: Told = NOTHING_TOLD) -> Statement:
    """Make the cash flow statement that belongs to a balance sheet, with a row for each kind of change that is told."""
    return Statement(
        CASH,
        "Kassaflödesanalys",
        law="RKR R13",
        flow=True,
        groups=(_operating(balance, told), _investing(balance, told), _financing(balance, told)),
    )


def _operating(balance: Statement, told: Told) -> LineGroup:
    liabilities = balance.group("liabilities").lines
    return LineGroup(
        (
            _before_working_capital(balance, told),
            *(_tied(line, told) for line in balance.group("current_assets").lines),
            *(_owed(line, told) for line in liabilities if line.code != _LONG_TERM),
        ),
        Total(OPERATING, "Kassaflöde från den löpande verksamheten"),
        code="operating",
        heading="Den löpande verksamheten",
    )


def _before_working_capital(balance: Statement, told: Told) -> LineGroup:
    payments = told.of(Change.PAYMENT, _codes(balance, "provisions"))
    return LineGroup(
        (
            Taken(NET_RESULT),
            Summed(NON_CASH, "Justering för ej likviditetspåverkande poster", tuple(_non_cash(balance, told))),
            *_moved(PAYMENTS, "Utbetalning av avsättningar", _plus(payments)),
        ),
        Total(BEFORE_WORKING_CAPITAL, "Medel från verksamheten före förändring av rörelsekapital"),
    )


def _non_cash(balance: Statement, told: Told) -> Iterator[Taken | CashChange | Moved]:
    """What changes the result or equity without moving cash, and the result of what was sold, which is no operation."""
    fixed, provisions = _codes(balance, "fixed_assets"), _codes(balance, "provisions")
    depreciated = told.of(Change.WRITE_DOWN, (code for code in fixed if code != _FINANCIAL))
    if depreciated:  # the line of the law holds both
        yield Moved(DEPRECIATION_ALONE, "Avskrivningar", ((1, DEPRECIATION), *_plus(depreciated)))
    else:
        yield Taken(DEPRECIATION, "Avskrivningar")
    yield from _moved(WRITE_DOWNS, "Nedskrivningar", _minus(told.of(Change.WRITE_DOWN, fixed)))
    sold = (*told.of(Change.SALE, fixed), *told.of(Change.PRICE, fixed))
    yield from _moved(DISPOSAL_RESULTS, "Realisationsvinster (−)/realisationsförluster (+)", _minus(sold))
    yield from _moved(SCRAPPINGS, "Utrangeringar", _minus(told.of(Change.SCRAPPING, fixed)))
    payments = told.of(Change.PAYMENT, provisions)
    yield CashChange(
        PROVISIONS_CHANGE,
        "Förändring av avsättningar, utom utbetalningar" if payments else "Förändring av avsättningar",
        (f"{BALANCE}.provisions",),
        1,
        apart=_minus((*payments, *told.of(Change.TAKEN_OVER, provisions))),
    )
    yield Taken(ADJUSTMENTS, "Direktförda justeringar av eget kapital")


def _investing(balance: Statement, told: Told) -> LineGroup:
    codes = _codes(balance, "fixed_assets")
    tangible, financial = (tuple(code for code in codes if (code == _FINANCIAL) is is_so) for is_so in (False, True))
    return LineGroup(
        (
            *_gross(PURCHASES, SALES, "immateriella och materiella anläggningstillgångar", tangible, told),
            CashChange(
                INVESTMENT,
                "Investering i immateriella och materiella anläggningstillgångar, netto",
                tuple(f"{BALANCE}.{code}" for code in tangible),
                -1,
                unpaid=(DEPRECIATION,),
                apart=_told_of_fixed(tangible, told),
            ),
            *_gross(FINANCIAL_PURCHASES, FINANCIAL_SALES, "finansiella anläggningstillgångar", financial, told),
            *(_owned(line, told) for line in balance.group("fixed_assets").lines if line.code == _FINANCIAL),
            CashChange(
                f"{CASH}.infrastructure",
                "Ökning (−)/minskning (+) av bidrag till infrastruktur",
                (f"{BALANCE}.infrastructure",),
                -1,
                apart=_plus(told.of(Change.TAKEN_OVER, _codes(balance, "infrastructure"))),
            ),
        ),
        Total(INVESTING, "Kassaflöde från investeringsverksamheten"),
        code="investing",
        heading="Investeringsverksamheten",
    )


def _gross(purchases: str, sales: str, name: str, lines: tuple[str, ...], told: Told) -> Iterator[StatementPart]:
    """What was paid for what was bought, and got for what was sold, each for itself."""
    yield from _moved(purchases, f"Investering i {name}", _minus(told.of(Change.PURCHASE, lines)))
    yield from _moved(sales, f"Försäljning av {name}", _plus(told.of(Change.PRICE, lines)))


def _told_of_fixed(lines: tuple[str, ...], told: Told) -> Terms:
    """The changes of fixed assets that have rows of their own; what is written down is so through the costs."""
    kinds = (Change.PURCHASE, Change.SALE, Change.SCRAPPING, Change.TAKEN_OVER)
    return tuple(term for kind in kinds for term in _plus(told.of(kind, lines)))


def _financing(balance: Statement, told: Told) -> LineGroup:
    lines = [line for line in balance.group("liabilities").lines if line.code == _LONG_TERM]
    codes = [line.code for line in lines]
    borrowed, repaid = told.of(Change.BORROWING, codes), told.of(Change.REPAYMENT, codes)
    return LineGroup(
        (
            *_moved(BORROWINGS, "Nyupptagna lån", _plus(borrowed)),
            *_moved(REPAYMENTS, "Amortering av lån", _plus(repaid)),
            *(_owed(line, told, _minus((*borrowed, *repaid))) for line in lines),
        ),
        Total(FINANCING, "Kassaflöde från finansieringsverksamheten"),
        code="financing",
        heading="Finansieringsverksamheten",
    )


def _codes(balance: Statement, group: str) -> tuple[str, ...]:
    return tuple(line.code for line in balance.group(group).lines)


def _plus(codes: Iterable[str]) -> Terms:
    return tuple((1, code) for code in codes)


def _minus(codes: Iterable[str]) -> Terms:
    return tuple((-1, code) for code in codes)


def _moved(code: str, label: str, terms: Terms) -> Iterator[Moved]:
    """A row of what is told, where anything is."""
    if terms:
        yield Moved(code, label, terms)


def _called(line: Line) -> str:
    return _CALLED.get(line.code, line.label[0].lower() + line.label[1:])


def _tied(line: Line, told: Told) -> CashChange:
    """A current asset that ties up cash when it grows, as far as it is no cash itself."""
    label = f"Ökning (−)/minskning (+) av {_called(line)}"
    taken = _plus(told.of(Change.TAKEN_OVER, (line.code,)))
    return CashChange(f"{CASH}.{line.code}", label, (f"{NOT_LIQUID}.{line.code}",), -1, line=line, apart=taken)


def _owned(line: Line, told: Told) -> CashChange:
    label = f"Ökning (−)/minskning (+) av {_called(line)}"
    written_down = _plus(told.of(Change.WRITE_DOWN, (line.code,)))
    apart = (*_told_of_fixed((line.code,), told), *written_down)
    return CashChange(f"{CASH}.{line.code}", label, (f"{BALANCE}.{line.code}",), -1, apart=apart)


def _owed(line: Line, told: Told, apart: Terms = ()) -> CashChange:
    label = f"Ökning (+)/minskning (−) av {_called(line)}"
    taken = _minus(told.of(Change.TAKEN_OVER, (line.code,)))
    return CashChange(f"{CASH}.{line.code}", label, (f"{BALANCE}.{line.code}",), 1, apart=(*apart, *taken))


CASH_FLOW = cash_flow_of(BALANCE_SHEET)
