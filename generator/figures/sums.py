"""The declarations of the statements: what their lines and sums are, made from the statements' values."""

from collections.abc import Iterable, Iterator

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
    TAKEN_OVER_EQUITY,
    TOTAL_ASSETS,
)
from generator.statements.cash_flow import (
    CASH_DIFFERENCE,
    CASH_FLOW,
    CASH_NET,
    CASH_ROUNDING,
    CLOSING_CASH,
    LIQUID,
    TAKEN_OVER_CASH,
)
from generator.statements.changes import LIQUID_ASSETS, NOTHING_TOLD, Change, Told
from generator.statements.income_statement import INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import code_of
from generator.statements.statement import CashChange, Line, LineGroup, Moved, Statement, Summed, Taken

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


def balance_sheet(statement: Statement = BALANCE_SHEET, told: Told = NOTHING_TOLD) -> Iterator[Declaration]:
    """Declare the lines and sums of a balance sheet.

    Equity is what it was when the comparison year opened, the years' results, what was adjusted directly (RKR R12),
    and what was taken over at a merger. It is never typed, so the two sides agree only if what was typed does.
    """
    assets, claims = statement.group("assets"), statement.group("claims")
    yield from (_typed(line) for line in statement.lines if line != EQUITY_LINE)
    yield Stated(ADJUSTMENTS, "Direktförda justeringar", observed(DIRECT_ADJUSTMENT), flow=True)
    taken = tuple(_taken_over(statement, told))
    if taken:
        yield Combined(TAKEN_OVER_EQUITY, "Övertaget eget kapital vid sammanläggning", taken, flow=True)
    changes = plus(NET_RESULT, ADJUSTMENTS, *(TAKEN_OVER_EQUITY,) * bool(taken))
    yield RolledForward(EQUITY, EQUITY_LINE.label, on_line(EQUITY_LINE), changes)
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


def told_changes(told: Told, statement: Statement = BALANCE_SHEET) -> Iterator[Declaration]:
    """Declare what is told of the balances' changes, by kind and line."""
    labels = {line.code: line.label for line in statement.lines} | {LIQUID_ASSETS: "Likvida medel"}
    for change in Change:
        for line, label in labels.items():
            code = change.of(line)
            if code in told.codes:
                yield Stated(code, f"{label}, {change.value}", observed(code), flow=True, budgeted=False)


def cash_flow(statement: Statement = CASH_FLOW, told: Told = NOTHING_TOLD) -> Iterator[Declaration]:
    """Declare the rows and sums of a cash flow statement.

    It reaches the closing cash of the balance sheet by construction; what remains is the rounding of the typed amounts.
    Cash that was taken over at a merger is no flow.
    """
    taken = (TAKEN_OVER_CASH,) if TAKEN_OVER_CASH in told.codes else ()
    yield Stated(LIQUID, "Likvida medel", liquid(), flow=False)
    for group in statement.groups:
        yield from _activity(group)
    groups = tuple(group.total.code for group in statement.groups)
    yield Combined(
        CASH_DIFFERENCE,
        "Förändring av likvida medel minus kassaflödet",
        (*increase(LIQUID), *minus(*groups, *taken)),
        flow=True,
    )
    yield RoundingOf(CASH_ROUNDING, "Avrundning", CASH_DIFFERENCE, flow=True)
    yield Combined(CASH_NET, "Årets kassaflöde", plus(*groups, CASH_ROUNDING), flow=True)
    yield Combined(
        CLOSING_CASH,
        "Likvida medel vid årets slut",
        (Term(1, LIQUID, -1), *plus(*taken, CASH_NET)),
        flow=False,
        from_flows=True,
    )


def _activity(group: LineGroup) -> Iterator[Declaration]:
    """Declare the rows of a group of the cash flow, the groups within it, and its sum."""
    for part in group.parts:
        match part:
            case LineGroup():
                yield from _activity(part)
            case CashChange() | Moved():
                yield from _change(part)
            case Summed():
                yield Combined(part.code, part.label, plus(*(each.code for each in part.parts)), flow=True)
                for each in part.parts:
                    if isinstance(each, CashChange | Moved):
                        yield from _change(each)
            case Line() | Taken():
                pass
    yield _sum(group, flow=True)


def _change(change: CashChange | Moved) -> Iterator[Declaration]:
    if isinstance(change, Moved):
        yield Combined(change.code, change.label, _terms(change.terms), flow=True)
        return
    if change.line:
        (balance,) = change.of
        yield Stated(
            balance, f"{change.line.label}, ej likvida medel", on_line(change.line, also=_is_not_liquid), flow=False
        )
    moved = increase if change.sign > 0 else decrease
    terms = tuple(term for code in change.of for term in moved(code))
    yield Combined(change.code, change.label, (*terms, *minus(*change.unpaid), *_terms(change.apart)), flow=True)


def _terms(signed: Iterable[tuple[int, str]]) -> tuple[Term, ...]:
    return tuple(Term(sign, code) for sign, code in signed)


def _taken_over(statement: Statement, told: Told) -> Iterator[Term]:
    """What was taken over, assets with plus and claims with minus."""
    yield from plus(*told.of(Change.TAKEN_OVER, (LIQUID_ASSETS,)))
    for line in statement.lines:
        yield from (Term(line.sign, code) for code in told.of(Change.TAKEN_OVER, (line.code,)))


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
            case Taken() | CashChange() | Moved() | Summed():
                yield part.code


def _typed(line: Line) -> Stated:
    return Stated(code_of(line), line.label, on_line(line), line.is_flow)


def _is_not_liquid(fact: Fact) -> bool:
    return not fact.liquid
