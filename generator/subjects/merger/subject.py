"""A merger of associations (*sammanläggning*): balances, equity and cash that were taken over from another.

What is taken over is no income (4 kap. 4 § LKBR would have it so) and no payment (RKR R13): it stands in rows of its
own between the opening and the closing amounts, and a note tells of it.
"""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.merger import messages, rules
from generator.subjects.merger.rows import TAB, in_note

SUBJECT = Subject(
    "merger",
    tabs=(TAB,),
    facts=in_note,
    rules=(rules.mergers_are_told, rules.taken_over_once),
    messages=rules_in(messages),
)
