"""*Avstämning* put together: the statements in order, equity before the balance sheet, then what hangs together."""

from generator.audit.ledger_rows import LedgerRows
from generator.audit.line_sums import LineSums
from generator.audit.matter import Matter
from generator.audit.reconciled import Reconciled
from generator.audit.reconciled_control import control_amounts
from generator.audit.reconciled_equity import roll_forward
from generator.audit.reconciled_more import connections, last_year, notes
from generator.figures.table import build_table
from generator.statements.balance_sheet import BALANCE_SHEET
from generator.statements.cash_flow import CASH_FLOW
from generator.statements.income_statement import INCOME_STATEMENT


def reconciliation(matter: Matter, sums: LineSums, ledger: LedgerRows) -> Reconciled:
    """Reconcile the statements, the notes, what hangs together, last year's balances and the control amounts."""
    made, layouts, figures = Reconciled(matter, sums, ledger), matter.derived.layouts(), matter.figures
    made.statement(INCOME_STATEMENT.title, build_table(layouts.income_statement(), figures))
    roll_forward(made)
    made.statement(BALANCE_SHEET.title, build_table(layouts.balance_sheet(figures), figures))
    made.statement(CASH_FLOW.title, build_table(layouts.cash_flow(), figures))
    notes(made)
    connections(made)
    last_year(made)
    control_amounts(made)
    return made
