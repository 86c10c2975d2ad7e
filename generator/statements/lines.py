"""The statements in a report's order, and the lines of all of them by code and by the name that the workbook shows."""

from generator.statements.balance_sheet import BALANCE, BALANCE_SHEET
from generator.statements.cash_flow import CASH_FLOW
from generator.statements.income_statement import INCOME, INCOME_STATEMENT
from generator.statements.statement import Line

STATEMENTS = (INCOME_STATEMENT, BALANCE_SHEET, CASH_FLOW)
INCOME_LINES = INCOME_STATEMENT.lines
BALANCE_LINES = BALANCE_SHEET.lines
LINES = {line.code: line for line in (*INCOME_LINES, *BALANCE_LINES)}
BY_LABEL = {line.label: line for line in LINES.values()}


def code_of(line: Line) -> str:
    """The code of a line's figure: the statement's and the line's own."""
    return f"{INCOME if line.is_flow else BALANCE}.{line.code}"
