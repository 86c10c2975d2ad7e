"""The statements (*räkningar*): the income statement, the balance sheet and the cash flow statement.

What stands in each is said in ``generator/figures``; they are only placed here.
"""

from collections.abc import Iterator

from generator.blocks.block import Block, Component, Placement
from generator.figures.table import build_table


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


INCOME_STATEMENT = Component("Resultaträkning", "Resultaträkningen enligt 5 kap. 2 § LKBR, två år.", income_statement)
BALANCE_SHEET = Component("Balansräkning", "Balansräkningen enligt 6 kap. 2 § LKBR, två år.", balance_sheet)
CASH_FLOW = Component("Kassaflödesanalys", "Kassaflödesanalysen med indirekt metod (RKR R13), två år.", cash_flow)
