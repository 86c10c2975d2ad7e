"""The figures that control amounts are usually about: what the drop-down of the tab *Avstämning* proposes."""

from collections.abc import Iterator

from generator.figures.sums import balance_sheet, cash_flow, income_statement
from generator.statements.balance_sheet import BALANCE_DIFFERENCE, BALANCE_ROUNDING
from generator.statements.cash_flow import CASH_DIFFERENCE, CASH_ROUNDING, NOT_LIQUID
from generator.subjects.overview.rows import KNOWN

_NOT_PRINTED = (BALANCE_DIFFERENCE, BALANCE_ROUNDING, CASH_DIFFERENCE, CASH_ROUNDING, f"{NOT_LIQUID}.")


def _usual() -> Iterator[str]:
    for declared in (*income_statement(), *balance_sheet(), *cash_flow()):
        if not declared.code.startswith(_NOT_PRINTED):
            yield declared.label
    yield from KNOWN


USUAL = tuple(dict.fromkeys(_usual()))
"""Their names: the posts and sums of the statements and the key figures, each once."""
