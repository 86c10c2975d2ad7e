"""The association's own names of posts: a row of the law's may be called by what it holds, a sum or result may not.

LKBR lets a post be divided, and be given a name that tells what is in it (5 kap. 3 §, 6 kap. 3 §). The sums and the
results of 5 kap. 2 § and 6 kap. 2 § are measures of the law, and stand with its words.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from generator.model.columns import ChoiceColumn, NameText, Text
from generator.model.messages import POST_NAME_OF_TAXES, POST_NAME_REFUSED
from generator.model.rows import Row
from generator.statements.balance_sheet import BALANCE_SHEET, EQUITY_LINE
from generator.statements.cash_flow import CASH_FLOW
from generator.statements.income_statement import INCOME_STATEMENT
from generator.statements.lines import BALANCE_LINES, INCOME_LINES
from generator.statements.statement import Line, LineGroup, Statement

_TAXES = frozenset({"tax_income", "general_grants"})
RENAMED_LINES = tuple(
    line for line in (*INCOME_LINES, *BALANCE_LINES) if line != EQUITY_LINE and line.code not in _TAXES
)


def law_names() -> frozenset[str]:
    """What the law calls all lines, groups and sums of the statements."""
    statements = (INCOME_STATEMENT, BALANCE_SHEET, CASH_FLOW)
    totals = (name for statement in statements for name in _totals(statement))
    return frozenset((*(line.label for line in (*INCOME_LINES, *BALANCE_LINES)), *totals, "Övrigt eget kapital"))


def _totals(statement: Statement) -> list[str]:
    groups: list[LineGroup] = [*statement.groups]
    names = []
    while groups:
        group = groups.pop()
        groups += group.groups
        names += [name for name in (group.total.label, group.heading) if name]
    return names


def _column() -> ChoiceColumn:
    labels = {line.label for line in RENAMED_LINES}
    taxes = {line.label for line in INCOME_LINES if line.code in _TAXES}
    refused = tuple((name, POST_NAME_REFUSED) for name in sorted(law_names() - labels - taxes))
    return ChoiceColumn(
        34,
        allowed=tuple(line.label for line in RENAMED_LINES),
        refused=(*refused, *((name, POST_NAME_OF_TAXES) for name in sorted(taxes))),
    )


class PostName(Row):
    """What the association calls a post."""

    unprinted: ClassVar = frozenset({"remark"})

    line: Annotated[str, _column()] = Field(
        title="Post", description="Postens namn i lagen, som det står i de andra flikarna. Välj i listan."
    )
    name: NameText = Field(
        title="Namn i rapporten",
        description="Namnet som visas i räkningarna. Det ska säga vad som ingår i posten.",
    )
    remark: Text = Field("", title="Anmärkning", description="Egen minnesanteckning. Kommer inte med i rapporten.")


def line_of(row: PostName) -> Line:
    """The line that a row names."""
    return next(line for line in RENAMED_LINES if line.label == row.line)
