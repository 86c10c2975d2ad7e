"""Equity in *Avstämning*: from what it opened with to what it closes with, and against the accounts of equity."""

from collections.abc import Iterator
from decimal import Decimal

from generator.audit.expressions import Expression, total
from generator.audit.reconciled import Reconciled
from generator.audit.reconciled_columns import shown_of
from generator.figures.figure import FigureId
from generator.ledger.became import Use
from generator.statements.balance_sheet import ADJUSTMENTS, BALANCE_SHEET, EQUITY, EQUITY_LINE, TAKEN_OVER_EQUITY
from generator.statements.income_statement import NET_RESULT
from generator.workbook.sheets import EMPTY, Cell, Standing

_CHANGES = ((ADJUSTMENTS, "direktförda justeringar"), (TAKEN_OVER_EQUITY, "övertaget vid sammanläggning"))
_NOT_CARRIED = "Årets resultat är inte omfört till eget kapital i huvudboken. Det står vid sidan av."


def roll_forward(reconciled: Reconciled) -> None:
    """Add equity when the comparison year opened, and for each year its result, its changes and its close."""
    sums, year = reconciled.sums, reconciled.matter.year
    reconciled.sheet.heading("Eget kapital, från ingående till utgående")
    opening = sums.of_line(EQUITY_LINE, year - 2, f"$B{reconciled.next_row()}")
    _add(reconciled, "Eget kapital vid årets slut", year - 2, opening, EQUITY)
    for each in (year - 1, year):
        parts = [(1, reconciled.at(EQUITY, each - 1))]
        result = reconciled.at(NET_RESULT, each)
        changes = [(NET_RESULT, "årets resultat", result)]
        changes += [(code, label, sums.figure(code, each)) for code, label in _CHANGES if sums.has_figure(code, each)]
        for code, label, amount in changes:
            if amount.value or code == NET_RESULT:
                row = _add(reconciled, f"+ {label}", each, amount, "")
                parts.append((1, Expression(f"F{row}", amount.value)))
        _close(reconciled, each, total(parts))


def _add(reconciled: Reconciled, label: str, year: int, amount: Expression, code: str) -> int:
    cells = [Cell(label), Cell(Decimal(year)), EMPTY, EMPTY, EMPTY, amount.cell()]
    return reconciled.add(code, year, cells, Standing.ROW if code else Standing.PART)


def _close(reconciled: Reconciled, year: int, closing: Expression) -> None:
    """Equity when a year ends, as the report shows it, and as the ledger has it."""
    number = reconciled.next_row()
    printed = reconciled.matter.printed_in(BALANCE_SHEET.key, FigureId(EQUITY, year))
    cells = [Cell("Eget kapital vid årets slut"), Cell(Decimal(year)), EMPTY, *shown_of(printed, number, closing)]
    cells += [EMPTY, EMPTY, EMPTY, *_of_ledger(reconciled, year, number, closing)]
    reconciled.add(EQUITY, year, cells, Standing.TOTAL)


def _of_ledger(reconciled: Reconciled, year: int, number: int, closing: Expression) -> Iterator[Cell]:
    """The accounts of equity; the year's result is put beside them where nobody has booked it to them yet."""
    found = reconciled.ledger.of(EQUITY_LINE, year, Use.COMPARED, f"$B{number}")
    if found is None:
        return
    result = reconciled.at(NET_RESULT, year)
    is_carried = found.value == closing.value or found.value + result.value != closing.value
    terms = [(1, Expression(f"F{number}", closing.value)), (-1, Expression(f"K{number}", found.value))]
    yield found.cell()
    if is_carried:
        yield from (EMPTY, total(terms).difference())
        return
    yield result.cell()
    yield total([*terms, (-1, Expression(f"L{number}", result.value))]).difference()
    yield Cell(_NOT_CARRIED)
