"""The declarations of the statements: what their lines and sums are, made from the statements' values."""

from collections.abc import Iterator

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
from generator.model.facts import liquid, observed, on_line
from generator.statements.balance_sheet import (
    ADJUSTMENTS,
    BALANCE,
    BALANCE_DIFFERENCE,
    BALANCE_ROUNDING,
    BALANCE_SHEET,
    EQUITY,
    EQUITY_LINE,
    OTHER_EQUITY,
    TOTAL_ASSETS,
)
from generator.statements.cash_flow import CASH_DIFFERENCE, CASH_FLOW, CASH_NET, CASH_ROUNDING, CLOSING_CASH, LIQUID
from generator.statements.income_statement import INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import code_of
from generator.statements.statement import CashChange, Line, LineGroup, Statement, Summed, Taken

EQUITY_RATIO = f"{BALANCE}.equity_ratio"
"""The share that equity is of all assets (*soliditet*)."""


def income_statement(statement: Statement = INCOME_STATEMENT) -> Iterator[Declaration]:
    """Declare the lines and results of an income statement: each result is the one above and the lines since."""
    yield from map(_typed, statement.lines)
    above: tuple[Term, ...] = ()
    for group in statement.groups:
        effects = (Term(line.effect, code_of(line)) for line in group.lines)
        yield Combined(group.total.code, group.total.label, (*above, *effects), statement.flow)
        above = plus(group.total.code)


def balance_sheet(statement: Statement = BALANCE_SHEET) -> Iterator[Declaration]:
    """Declare the lines and sums of a balance sheet.

    Equity is what it was when the comparison year opened, the years' results, and what was adjusted directly
    (RKR R12). It is never typed, so the two sides agree only if what was typed does.
    """
    assets, claims = statement.group("assets"), statement.group("claims")
    yield from (_typed(line) for line in statement.lines if line != EQUITY_LINE)
    yield Stated(ADJUSTMENTS, "Direktförda justeringar", observed(DIRECT_ADJUSTMENT), flow=True)
    yield RolledForward(EQUITY, EQUITY_LINE.label, on_line(EQUITY_LINE), plus(NET_RESULT, ADJUSTMENTS))
    yield Combined(
        OTHER_EQUITY,
        "Övrigt eget kapital",
        (*plus(EQUITY), *minus(NET_RESULT)),
        flow=False,
        from_flows=True,
    )
    for group in (*assets.groups, *claims.groups, assets):
        yield _sum(group, flow=statement.flow)
    yield Combined(
        BALANCE_DIFFERENCE,
        "Tillgångar minus eget kapital, avsättningar och skulder",
        (*plus(TOTAL_ASSETS), *minus(*_added(claims))),
        statement.flow,
    )
    yield RoundingOf(BALANCE_ROUNDING, "Avrundning", BALANCE_DIFFERENCE, statement.flow)
    yield _sum(claims, BALANCE_ROUNDING, flow=statement.flow)
    yield Ratio(EQUITY_RATIO, "Soliditet", EQUITY, TOTAL_ASSETS)


def cash_flow(statement: Statement = CASH_FLOW) -> Iterator[Declaration]:
    """Declare the rows and sums of a cash flow statement.

    It reaches the closing cash of the balance sheet by construction; what remains is the rounding of the typed amounts.
    """
    yield Stated(LIQUID, "Likvida medel", liquid(), flow=False)
    for group in statement.groups:
        yield from _activity(group)
    groups = tuple(group.total.code for group in statement.groups)
    yield Combined(
        CASH_DIFFERENCE,
        "Förändring av likvida medel minus kassaflödet",
        (*increase(LIQUID), *minus(*groups)),
        flow=True,
    )
    yield RoundingOf(CASH_ROUNDING, "Avrundning", CASH_DIFFERENCE, flow=True)
    yield Combined(CASH_NET, "Årets kassaflöde", plus(*groups, CASH_ROUNDING), flow=True)
    yield Combined(
        CLOSING_CASH,
        "Likvida medel vid årets slut",
        (Term(1, LIQUID, -1), *plus(CASH_NET)),
        flow=False,
        from_flows=True,
    )


def _activity(group: LineGroup) -> Iterator[Declaration]:
    """Declare the rows of a group of the cash flow, the groups within it, and its sum."""
    for part in group.parts:
        match part:
            case LineGroup():
                yield from _activity(part)
            case CashChange():
                yield from _change(part)
            case Summed():
                yield Combined(part.code, part.label, plus(*(each.code for each in part.parts)), flow=True)
                for each in part.parts:
                    if isinstance(each, CashChange):
                        yield from _change(each)
            case Line() | Taken():
                pass
    yield _sum(group, flow=True)


def _change(change: CashChange) -> Iterator[Declaration]:
    if change.line:
        (balance,) = change.of
        yield Stated(
            balance, f"{change.line.label}, ej likvida medel", on_line(change.line, also=_is_not_liquid), flow=False
        )
    moved = increase if change.sign > 0 else decrease
    terms = tuple(term for code in change.of for term in moved(code))
    yield Combined(change.code, change.label, (*terms, *minus(*change.unpaid)), flow=True)


def _sum(group: LineGroup, *more: str, flow: bool) -> Combined:
    return Combined(group.total.code, group.total.label, plus(*_added(group), *more), flow)


def _added(group: LineGroup) -> Iterator[str]:
    """The codes of what stands in a group, to be added: a group within it by its sum."""
    for part in group.parts:
        match part:
            case LineGroup():
                yield part.total.code
            case Line():
                yield code_of(part)
            case Taken() | CashChange() | Summed():
                yield part.code


def _typed(line: Line) -> Stated:
    return Stated(code_of(line), line.label, on_line(line), line.is_flow)


def _is_not_liquid(fact: Fact) -> bool:
    return not fact.liquid
