"""The operating statement (*driftredovisning*), 10 kap. 1 § LKBR and RKR R14: outcome against the board's budget.

Three layouts: a summary with net cost, member contributions and result, with equity and cash as extras; by activity
with income, cost and net; by kind of income and cost. Financial items are included in all of them, so that the
result is that of the income statement.
"""

from generator.blocks.subject import Subject
from generator.subjects.operating_statement import show, show_deviations
from generator.subjects.operating_statement.figures import QUALIFIED, declarations

SUBJECT = Subject(
    "operating_statement",
    components=(show.COMPONENT, show_deviations.COMPONENT),
    declarations=declarations,
    qualified=QUALIFIED,
)
