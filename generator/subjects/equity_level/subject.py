"""Equity against the year's contributions: the share that the board and the national council look at."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.equity_level import messages, rules, show
from generator.subjects.equity_level.figures import QUALIFIED, declarations
from generator.subjects.equity_level.rows import TAB

SUBJECT = Subject(
    "equity_level",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(rules.staircase_is_checked, rules.shares_are_shares),
    messages=rules_in(messages),
)
