"""Control amounts (*avstämning*): amounts from the ledger or from print. They are no part of the report."""

from generator.blocks.subject import Subject
from generator.findings.rule import rules_in
from generator.subjects.control import messages
from generator.subjects.control.rows import TAB
from generator.subjects.control.rules import control_amounts_agree

SUBJECT = Subject(
    "control",
    tabs=(TAB,),
    rules=(control_amounts_agree,),
    messages=rules_in(messages),
)
