"""Indicators (*indikatorer*): each against the country and against last year."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.indicators import messages, rules, show
from generator.subjects.indicators.figures import QUALIFIED, declarations
from generator.subjects.indicators.rows import TAB

SUBJECT = Subject(
    "indicators",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(rules.indicators_are_told_once,),
    messages=rules_in(messages),
)
