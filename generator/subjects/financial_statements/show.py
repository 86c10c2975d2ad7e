"""The statements (*räkningar*): the income statement, the balance sheet and the cash flow statement.

What stands in each is said in ``generator/statements``; they are only placed here.
"""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.figures.table import build_table
from generator.statements.balance_sheet import BALANCE_SHEET
from generator.statements.cash_flow import CASH_FLOW
from generator.statements.income_statement import INCOME_STATEMENT


def income_statement(placement: Placement) -> Iterator[Block]:
    """Place the income statement (*resultaträkning*)."""
    derived = placement.derived
    yield Block(table=build_table(derived.layouts(placement.wishes).income_statement(), derived.figures))


def balance_sheet(placement: Placement) -> Iterator[Block]:
    """Place the balance sheet (*balansräkning*) with what stands below the line."""
    derived = placement.derived
    spec = derived.layouts(placement.wishes).balance_sheet(derived.figures)
    yield Block(table=build_table(spec, derived.figures))


def cash_flow(placement: Placement) -> Iterator[Block]:
    """Place the cash flow statement (*kassaflödesanalys*)."""
    derived = placement.derived
    yield Block(table=build_table(derived.layouts(placement.wishes).cash_flow(), derived.figures))


COMPONENTS = (
    Component(INCOME_STATEMENT.title, f"Resultaträkningen enligt {INCOME_STATEMENT.law}, två år.", income_statement),
    Component(BALANCE_SHEET.title, f"Balansräkningen enligt {BALANCE_SHEET.law}, två år.", balance_sheet),
    Component(CASH_FLOW.title, f"Kassaflödesanalysen med indirekt metod ({CASH_FLOW.law}), två år.", cash_flow),
)
