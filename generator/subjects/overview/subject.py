"""The multi-year overview (*flerårsöversikt*): key figures of up to five years (11 kap. 1 § LKBR, RKR R15)."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.overview import messages, rules, rules_older_years, rules_units, show
from generator.subjects.overview.figures import QUALIFIED, declarations
from generator.subjects.overview.rows import TAB

SUBJECT = Subject(
    "overview",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules.derived_is_not_typed,
        rules.years_are_typed_once,
        rules.known_shares_are_clear,
        rules.named_rows_are_there,
        rules_older_years.older_results_add_up,
        rules_older_years.older_equity_follows,
        rules_units.year_before_last_is_one,
        rules_units.older_years_are_in_kronor,
    ),
    messages=rules_in(messages),
)
