"""Free tables (*egna tabeller*): tables of the association's own, typed row by row."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.free_tables import messages, rules, rules_report, show
from generator.subjects.free_tables.figures import QUALIFIED, declarations, facts
from generator.subjects.free_tables.rows import ROWS_TAB, TABLES_TAB

SUBJECT = Subject(
    "free_tables",
    components=(show.COMPONENT,),
    tabs=(TABLES_TAB, ROWS_TAB),
    facts=facts,
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules.columns_are_told,
        rules.values_have_heads,
        rules.columns_are_known,
        rules.shares_are_of_what_is_there,
        rules.per_cents_are_clear,
        rules.shares_among_per_cents_are_clear,
        rules.sums_count_all,
        rules.sums_agree,
        rules.tables_are_of_this_year,
        rules_report.figures_are_those_of_the_report,
    ),
    messages=rules_in(messages),
)
