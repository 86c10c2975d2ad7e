"""The appendices (*bilagor*), numbered in the order typed."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.appendices import messages, rules, show
from generator.subjects.appendices.figures import QUALIFIED, declarations
from generator.subjects.appendices.rows import TAB

SUBJECT = Subject(
    "appendices",
    components=(show.COMPONENT,),
    tabs=(TAB,),
    declarations=declarations,
    qualified=QUALIFIED,
    rules=(rules.files_are_there,),
    messages=rules_in(messages),
)
