"""Budgets that the board decided only as the net of income and costs (10 kap. 1 § LKBR)."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.net_budgets import messages, rules
from generator.subjects.net_budgets.rows import TAB

SUBJECT = Subject(
    "net_budgets",
    tabs=(TAB,),
    rules=(rules.net_budgets_stand_alone, rules.revised_net_budgets_are_whole),
    messages=rules_in(messages),
)
