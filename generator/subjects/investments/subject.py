"""The investment statement (*investeringsredovisning*), 10 kap. 2 § LKBR: investments against the board's budget.

Most associations have none; then a sentence says so, but only where the books agree.
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.investments import messages, rules, show
from generator.subjects.investments.figures import QUALIFIED, declarations
from generator.subjects.investments.rows import TAB

SUBJECT = Subject(
    "investments",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(rules.investments_agree_with_books, rules.purchases_stand_once),
    messages=rules_in(messages),
)
