"""The ledger (*huvudboken*) as the source of the amounts, and the chart of accounts (*kontoplanen*) that maps it."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.ledger import messages, rules
from generator.subjects.ledger.rows import TAB
from generator.subjects.ledger.rows_ledger import TAB as LIST_TAB

SUBJECT = Subject(
    "ledger",
    tabs=(TAB, LIST_TAB),
    rules=(
        rules.ledgers_are_of_the_year,
        rules.ledgers_are_of_the_years_days,
        rules.ledgers_are_the_associations,
        rules.ledger_and_chart_stand_together,
        rules.balances_open_as_the_last_year_closed,
        rules.what_is_left_out_has_a_reason,
        rules.what_is_left_out_is_not_missed,
        rules.posts_agree_with_the_ledger,
        rules.equity_agrees_with_the_ledger,
        rules.contributions_have_members,
    ),
    messages=rules_in(messages),
)
