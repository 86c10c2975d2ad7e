"""The balance requirement (*balanskravsutredning*), 11 kap. 10 § LKBR, which applies through 24 § finsamlagen.

Rows without amounts are left out. 21 § finsamlagen does not list 11 kap. 12-13 §§ KL: the report never asserts that a
deficit must be restored within three years; on a negative result the board's own words are asked for.
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.balance_requirement import messages, rules, rules_gains, show
from generator.subjects.balance_requirement.figures import QUALIFIED, declarations
from generator.subjects.balance_requirement.figures_gains import facts
from generator.subjects.balance_requirement.rows import TAB

SUBJECT = Subject(
    "balance_requirement",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    facts=facts,
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules.signs_follow_the_kind,
        rules.deficit_is_commented,
        rules.budgeted_deficit_is_commented,
        rules.earlier_years_are_commented,
        rules.earlier_years_are_sound,
        rules.reserves_are_asked_about,
        rules_gains.gains_are_reduced,
        rules_gains.reductions_are_the_gains,
        rules.particular_reasons_are_noted,
    ),
    messages=rules_in(messages),
)
