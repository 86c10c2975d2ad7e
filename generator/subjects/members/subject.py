"""The members (*medlemmarna*) and their contributions (*medlemsbidrag*), typed once: the statements follow.

5 § finsamlagen (lag 2003:1210): the state gives half, the region a quarter, the municipalities a quarter between them,
shared by a key of their own (inhabitants, or agreed shares). A share is derived from the amounts, never typed.
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.members import messages, rules, rules_once, show
from generator.subjects.members.figures import QUALIFIED, declarations
from generator.subjects.members.rows import TAB

SUBJECT = Subject(
    "members",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(
        rules_once.contributions_stand_once,
        rules_once.contributions_have_an_activity,
        rules.parties_give_their_shares,
        rules.groups_share_by_their_key,
    ),
    messages=rules_in(messages),
)
