"""What a row of a statement should come to: a line by its rows in *Underlag*, a sum by the rows of its lines."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.audit.expressions import Expression, nil, total
from generator.statements.balance_sheet import BALANCE_ROUNDING, BALANCE_SHEET, EQUITY, EQUITY_LINE, OTHER_EQUITY
from generator.statements.income_statement import INCOME_STATEMENT, NET_RESULT
from generator.statements.lines import LINES, code_of
from generator.statements.statement import Line, LineGroup

if TYPE_CHECKING:
    from generator.audit.reconciled import Reconciled

BY_CODE = {code_of(line): line for line in LINES.values() if line != EQUITY_LINE}


def sum_of(reconciled: "Reconciled", code: str, year: int) -> Expression:
    """What the row of a figure should come to. What has a row already is that; no sum is made twice."""
    if (code, year) in reconciled.rows:
        return reconciled.at(code, year)
    line = BY_CODE.get(code)
    if line is not None:
        return reconciled.sums.of_line(line, year, f"$B{reconciled.next_row()}")
    if code == OTHER_EQUITY:
        return reconciled.at(EQUITY, year) - reconciled.at(NET_RESULT, year)
    if code == BALANCE_ROUNDING:
        return _rounding(reconciled, year)
    return _of_lines(reconciled, code, year) or reconciled.sums.figure(code, year)


def _of_lines(reconciled: "Reconciled", code: str, year: int) -> Expression | None:
    """A sum of lines: of the income statement down to it, or of a group of the balance sheet."""
    above: tuple[Line, ...] = ()
    for group in INCOME_STATEMENT.groups:
        above += group.lines
        if group.total.code == code:
            return total((each.effect, _part(reconciled, each, year)) for each in above)
    group_of = {group.total.code: group for group in _groups(BALANCE_SHEET.groups)}
    if code not in group_of:
        return None
    parts = [(1, _part(reconciled, each, year)) for each in group_of[code].lines]
    if group_of[code].code == "claims" and (BALANCE_ROUNDING, year) in reconciled.rows:
        parts.append((1, reconciled.at(BALANCE_ROUNDING, year)))
    return total(parts)


def _rounding(reconciled: "Reconciled", year: int) -> Expression:
    """Assets less claims: what the rounding of typed amounts left over."""
    sides = (("assets", 1), ("claims", -1))
    lines = ((sign, each) for name, sign in sides for each in BALANCE_SHEET.group(name).lines)
    return total((sign, _part(reconciled, each, year)) for sign, each in lines)


def _part(reconciled: "Reconciled", line: Line, year: int) -> Expression:
    """A line as a part of a sum: its own row, or its rows in *Underlag* where it has none."""
    if (code_of(line), year) in reconciled.rows:
        return reconciled.at(code_of(line), year)
    return reconciled.sums.of_line(line, year) if reconciled.sums.facts(line, year) else nil()


def _groups(groups: tuple[LineGroup, ...]) -> Iterator[LineGroup]:
    for group in groups:
        yield group
        yield from _groups(group.groups)
