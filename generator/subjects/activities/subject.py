"""The activities (*verksamheter*): what each costs and brings in, after what is split between them.

The cost distribution and the operating statement are both groupings of these figures, so that they cannot differ.
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.activities import messages, rules
from generator.subjects.activities.figures import QUALIFIED, declarations
from generator.subjects.activities.rows import TAB

SUBJECT = Subject(
    "activities",
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(rules.splits_are_whole,),
    messages=rules_in(messages),
)
